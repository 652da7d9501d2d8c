create table event (day date, kind int, note text) partition by list (kind);
create table few partition of event for values in (1, 2) partition by range (day);
create table few_early partition of few for values from (minvalue) to ('2024-01-01');
create table many partition of event for values in (3, 4, 5);
create table rest partition of event default;
