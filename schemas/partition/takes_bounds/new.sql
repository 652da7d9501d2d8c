create table event (day date, kind int, note text) partition by list (kind);
create table first partition of event for values in (1, 2, 3) partition by range (day);
create table first_late partition of first for values from ('2024-01-01') to (maxvalue);
create table second partition of event for values in (4, 5);
create table other partition of event default;
