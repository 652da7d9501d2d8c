create table public.permission (id serial primary key, code text not null unique, label text);
insert into public.permission (code, label) values ('own', 'Made by a user'), ('read', 'Reads');
