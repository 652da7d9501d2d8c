create sequence clstr_a_seq as integer;
create table clstr (a integer not null default nextval('clstr_a_seq'), b int, primary key (a));
alter sequence clstr_a_seq owned by clstr.a;
create table clstr_inh () inherits (clstr);
