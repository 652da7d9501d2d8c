create table item (id int primary key, price int not null,
    -- plumb: backfill price * 2
    doubled int not null);
