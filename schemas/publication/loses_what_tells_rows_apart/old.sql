create table keyed (id int constraint keyed_pkey primary key, a int);
create table indexed (id int not null, a int);
create unique index indexed_id on indexed (id);
alter table indexed replica identity using index indexed_id;
create table whole (a int);
alter table whole replica identity full;
create table silenced (id int primary key, a int);
create table parted (id int not null, a int, constraint parted_pkey primary key (id)) partition by range (id);
create table parted_1 partition of parted for values from (1) to (9);
-- None of these refuses anything.
create table other_key (id int constraint other_key_pkey primary key, a int not null);
create table only_added_to (id int constraint only_added_to_pkey primary key);
create table not_sent (id int constraint not_sent_pkey primary key);
create publication p for table keyed, indexed, whole, silenced, parted, other_key;
create publication additions for table only_added_to with (publish = 'insert');
