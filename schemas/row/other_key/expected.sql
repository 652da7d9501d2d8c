create table public.role (id int generated always as identity primary key, tenant int not null, code varchar(20) not null, label text, unique (tenant, code));
insert into public.role (tenant, code, label) values (1, 'admin', 'Administrator'), (2, 'admin', 'Administrator'), (2, 'own', 'Made by a user'), (3, 'admin', 'Administrator');
