create procedure turn(out a int, in b int, in c int) language plpgsql as 'begin a := b + c; end';
create procedure turn(in a int, in b int, in c int) language plpgsql as 'begin end';
create procedure gone(out a int, in b int) language plpgsql as 'begin a := b; end';
create procedure gone(in a int, in b int) language plpgsql as 'begin end';
