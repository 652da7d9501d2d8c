create sequence walked_sequence as integer;
create table clstr (a integer not null default nextval('walked_sequence'), b int, primary key (a));
alter sequence walked_sequence owned by clstr.a;
create table clstr_inh () inherits (clstr);
