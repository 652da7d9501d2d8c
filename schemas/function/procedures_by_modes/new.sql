create procedure turn(out a int, in b int, in c int) language plpgsql as 'begin a := b + c; end';
create procedure turn(in a int, in b int, in c int) language plpgsql as 'begin a := 1; end';
create procedure gone(out a int, in b int) language plpgsql as 'begin a := b; end';
revoke all on procedure turn(in a int, in b int, in c int) from public;
grant execute on procedure turn(out a int, in b int, in c int) to pg_monitor;
comment on procedure turn(in a int, in b int, in c int) is 'turns';
comment on procedure gone(out a int, in b int) is 'still here';
