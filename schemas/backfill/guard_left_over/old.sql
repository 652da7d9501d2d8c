create table item (id int primary key, price int not null, doubled int);
alter table item add constraint plumb_not_null check (doubled is not null) not valid;
