-- Fills every table with up to 5 random rows that its constraints accept, without waking the users' triggers and rules; :seed decides.
set client_min_messages = notice;
set datestyle = iso;
set session_replication_role = replica;  -- event triggers stay quiet
select setseed(mod(:seed, 10000)::float8 / 10000);

create temp table todo as
select c.oid as rel, c.oid::regclass::text as name, c.relispartition as inside, c.relkind = 'p' as partitioned from pg_class c join pg_namespace n on n.oid = relnamespace
where relkind in ('r', 'p') and relpersistence <> 't' and nspname !~ '^(pg_|information_schema$|plumb)'
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e');

-- What acts on an INSERT besides constraints, with the words that give it its state back; parents first, whose children follow them.
create temp table quiet as
select row_number() over (order by not partitioned, inside, todo.name, x.name) as number, rel::regclass as rel, x.name, what,
    case state when 'O' then 'enable' when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end as state
from (select tgrelid as rel, tgname as name, 'trigger' as what, tgenabled as state from pg_trigger where not tgisinternal
    union all select ev_class, rulename, 'rule', ev_enabled from pg_rewrite where ev_type = '3') x join todo using (rel);
select format('alter table %s disable %s %I', rel, what, name) from quiet order by number \gexec

delete from todo where inside;

-- Strings and numbers of an expression, and the numbers' neighbours: what a CHECK or a bound is likely to accept.
create function pg_temp.hints(expression text) returns text[] language sql as $$
    select coalesce(array_agg(hint), '{}') from (
        select replace(m[1], '''''', '''') as hint from regexp_matches(expression, '''((?:[^'']|'''')*)''', 'g') m
        union all select (m[1]::numeric + step)::text from regexp_matches(expression, '(?:^|[^\w.])(-?\d{1,12}(?:\.\d{1,9})?)(?![\w.])', 'g') m, unnest(array[0, 1, -1]) step) x $$;

create temp table attribute as
with recursive tree as (select rel, rel as leaf from todo where partitioned
    union all select rel, inhrelid from tree join pg_inherits on inhparent = leaf)
select rel, attnum as num, quote_ident(attname) as name, atttypid as type, atttypmod as mod, attnotnull as must, atthasdef or attidentity <> '' as filled, attidentity = 'a' as fixed,
    coalesce((select array_agg(hint) from pg_constraint, unnest(pg_temp.hints(pg_get_constraintdef(oid))) hint where contype = 'c' and conrelid = rel and attnum = any(conkey)), '{}')
    || coalesce((select array_agg(hint) from tree join pg_class c on c.oid = leaf, unnest(pg_temp.hints(pg_get_expr(relpartbound, c.oid))) hint where tree.rel = todo.rel and partitioned), '{}') as hints
from todo join pg_attribute on attrelid = rel where attnum > 0 and not attisdropped and attgenerated = '';

create temp table reference as
select oid, conrelid as rel, confrelid as target, conkey as keys, confkey as targets,
    (select string_agg(quote_ident(attname) || '::text', ', ' order by n) from unnest(confkey) with ordinality k (num, n) join pg_attribute on attrelid = confrelid and attnum = num) as words
from pg_constraint where contype = 'f' and conparentid = 0;

create function pg_temp.one_of(variadic texts text[]) returns text language sql as $$ select texts[1 + floor(random() * cardinality(texts))::int] $$;
create function pg_temp.below(n int) returns int language sql as $$ select floor(random() * n)::int $$;
create function pg_temp.casts(value text, type oid, mod int) returns boolean language plpgsql as $$
begin
    execute format('select cast(%L as %s)', value, format_type(type, mod));
    return true;
exception when others then
    return false;
end $$;
create function pg_temp.quoted(value text) returns text language sql as $$ select '"' || replace(replace(value, '\', '\\'), '"', '""') || '"' $$;

-- A text that the type's input function is likely to accept; NULL where none is known.
create function pg_temp.value(type oid, mod int, hints text[]) returns text language plpgsql as $$
declare
    t pg_type;
    out text;
begin
    select * into t from pg_type where oid = type;
    if t.typtype = 'd' then
        return pg_temp.value(t.typbasetype, t.typtypmod, hints || coalesce((select array_agg(hint) from pg_constraint,
            unnest(pg_temp.hints(pg_get_constraintdef(oid))) hint where contypid = type), '{}'));
    end if;
    if hints <> '{}' and random() < 0.6 then
        out := pg_temp.one_of(variadic hints);
        if pg_temp.casts(out, type, mod) then return out; end if;
    end if;
    if t.typtype = 'e' then
        return (select enumlabel from pg_enum where enumtypid = type order by random() limit 1);
    elsif t.typtype = 'c' then
        return (select '(' || string_agg(coalesce(pg_temp.quoted(pg_temp.value(atttypid, atttypmod, '{}')), ''), ',' order by attnum) || ')'
            from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped);
    elsif t.typtype = 'r' then
        select pg_temp.quoted(pg_temp.value(rngsubtype, -1, '{}')) into out from pg_range where rngtypid = type;
        return pg_temp.one_of('[' || out || ',' || out || ']', '[' || out || ',)', '(,' || out || ']', 'empty');
    elsif t.typtype = 'm' then
        return pg_temp.one_of('{}', (select '{' || pg_temp.value(rngtypid, -1, '{}') || '}' from pg_range where to_jsonb(pg_range) ->> 'rngmultitypid' = type::text));
    elsif t.typcategory = 'A' and t.typlen = -1 and t.typelem <> 0 then
        return (select coalesce(array_agg(pg_temp.value(t.typelem, mod, '{}')), '{}')::text from generate_series(1, pg_temp.below(4)));
    end if;
    case t.typname
    when 'bool' then return pg_temp.one_of('t', 'f');
    when 'int2', 'int4', 'int8', 'oid' then
        return pg_temp.one_of('0', '1', pg_temp.below(10)::text, pg_temp.below(100)::text, pg_temp.below(10000)::text, pg_temp.below(30000)::text);
    when 'numeric', 'float4', 'float8', 'money' then
        if t.typname <> 'numeric' or mod < 0 then return round((random() * 1000)::numeric, pg_temp.below(5))::text; end if;
        return round((random() * 10.0 ^ least(5, ((mod - 4) >> 16) - ((mod - 4) & 2047)))::numeric - 0.5, (mod - 4) & 2047)::text;
    when 'text', 'varchar', 'bpchar', 'citext', 'name', 'refcursor' then
        out := pg_temp.one_of(left(md5(random()::text), 1 + pg_temp.below(12)), left(md5(random()::text), 20), pg_temp.below(1000)::text, 'ab' || pg_temp.below(90),
            'x@y' || pg_temp.below(90) || '.org', '', 'it''s "so", a\b', E' two\n lines\t', 'žluťoučký 🐎', 'NULL', '{1,"2"}', '+420 1' || pg_temp.below(90));
        return case when mod > 4 then left(out, mod - 4) else out end;
    when 'char' then return chr(97 + pg_temp.below(26));
    when 'date' then return (date '2000-01-01' + pg_temp.below(12000))::text;
    when 'timestamp', 'timestamptz' then return (timestamp '2000-01-01' + random() * interval '12000 days')::text;
    when 'time', 'timetz' then return (time '00:00' + random() * interval '23 hours')::text;
    when 'interval' then return (random() * interval '90 days')::text;
    when 'uuid' then return md5(random()::text);
    when 'json', 'jsonb' then return pg_temp.one_of('{}', '[]', '{"a": ' || pg_temp.below(100) || ', "b": ["x", null]}', '"it''s"', 'null', '[1.50]');
    when 'bytea' then return '\x' || md5(random()::text);
    when 'inet', 'cidr' then return format('10.%s.%s.%s', pg_temp.below(256), pg_temp.below(256), pg_temp.below(256));
    when 'bit', 'varbit' then return (select string_agg(pg_temp.below(2)::text, '') from generate_series(1, greatest(mod, 1)));
    when 'point' then return format('(%s,%s)', pg_temp.below(9), pg_temp.below(9));
    when 'tsvector', 'tsquery' then return 'w' || pg_temp.below(99);
    when 'xml' then return '<a>' || pg_temp.below(99) || '</a>';
    else
        foreach out in array array['1', 'a', '{}', '(0,0)', '(1,1),(0,0)', '{1,2,3}', '<(1,2),3>', '[(0,0),(1,1)]', '08:00:2b:01:02:03', '0/1A', '10:20:10,14', '$.a', 'a=>1', 'pg_class', 'now', 'POINT(0 0)'] loop
            if pg_temp.casts(out, type, mod) then return out; end if;
        end loop;
        return null;
    end case;
end $$;

-- One row as an INSERT: references to rows that are there, defaults, NULLs and random values.
create function pg_temp.row_of(table_ oid) returns text language plpgsql as $$
declare
    given jsonb := '{}';  -- text or null by number of column
    nulls float8 := (array[0, 0, 0.2, 0.6])[1 + pg_temp.below(4)];
    defaults float8 := (array[0.2, 0.9, 1])[1 + pg_temp.below(3)];
    r record;
    found_ text[];
begin
    for r in select * from reference where rel = table_ and target <> 0 order by oid loop
        execute format('select array[%s] from %s where %s order by random() limit 1', r.words, r.target::regclass,
            coalesce((select string_agg(split_part(r.words, ', ', n::int) || ' = ' || quote_literal(given ->> num::text), ' and ')
                from unnest(r.keys) with ordinality k (num, n) where given ->> num::text is not null), 'true')) into found_;
        if r.rel = r.target and found_ is null then continue; end if;
        if random() < nulls and not exists (select from attribute where rel = table_ and num = any(r.keys) and must) then found_ := null; end if;
        given := given || (select jsonb_object_agg(num, found_[n]) from unnest(r.keys) with ordinality k (num, n));
    end loop;
    for r in select * from attribute where rel = table_ and not given ? num::text order by num loop
        continue when r.fixed or (r.filled and random() < defaults);
        given := given || jsonb_build_object(r.num, case when r.must or random() >= nulls then pg_temp.value(r.type, r.mod, r.hints) end);
    end loop;
    -- The first row of a table that refers to itself does so to itself, or to none.
    for r in select * from reference where rel = table_ and target = table_ and not exists (select from attribute where rel = table_ and num = any(keys) and filled) loop
        execute format('select array[%s] from %s limit 1', r.words, r.target::regclass) into found_;
        continue when found_ is not null;
        given := given || (select jsonb_object_agg(num, case when must then given ->> r.targets[n] ::text end)
            from unnest(r.keys) with ordinality k (num, n) join attribute a using (num) where rel = table_);
    end loop;
    return (select 'insert into ' || table_::regclass || coalesce(' (' || string_agg(name, ', ' order by num) || ') values ('
            || string_agg(quote_nullable(given ->> num::text), ', ' order by num) || ')', ' default values')
        from attribute where rel = table_ and given ? num::text);
end $$;

set session_replication_role = origin;
do $$
declare
    empty int := 0;
    one oid;
    n int;
begin
    for i in 1 .. (select count(*) from todo) loop
        select rel into one from todo t
            order by (select coalesce(sum(1 + 1000 * exists (select from attribute a where a.rel = t.rel and must and num = any(keys))::int), 0)
                from reference r join todo other on other.rel = target where r.rel = t.rel and target <> t.rel), name limit 1;
        n := 0;
        for try in 1 .. 35 loop
            exit when n = 5 or (n = 0 and try > 15);
            begin
                execute pg_temp.row_of(one);
                n := n + 1;
            exception when others then
                null;
            end;
        end loop;
        empty := empty + (n = 0)::int;
        delete from todo where rel = one;
    end loop;
    raise notice '% tables stay empty', empty;
end $$;

-- Numbers go on from where they are.
select setval(c.oid::regclass, case when seqincrement > 0 then least(seqmax, seqstart + 3) else greatest(seqmin, seqstart - 3) end) from pg_class c join pg_sequence on seqrelid = c.oid
where relpersistence <> 't' and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype in ('a', 'i', 'e'));
do $$
declare
    view regclass;
begin
    for view in select oid from pg_class where relkind = 'm' and relispopulated order by oid loop
        begin
            execute format('refresh materialized view %s', view);
        exception when others then
            null;
        end;
    end loop;
end $$;

set session_replication_role = replica;
select format('alter table %s %s %s %I', rel, state, what, name) from quiet order by number \gexec
