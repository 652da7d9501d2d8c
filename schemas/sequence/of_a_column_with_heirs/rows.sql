insert into clstr(b) values (1),(2); insert into clstr_inh(b) values (3);
