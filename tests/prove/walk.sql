-- Does random things to a database: drops with what depends on it, makes other things of the same name, alters, adds, renames.
-- :seed decides; what PostgreSQL refuses is not done.
set client_min_messages = notice;
set search_path = '';
select setseed(mod(:seed, 10000)::float8 / 10000);

create temp table object as
select coalesce(kind, i.type) as kind,
    case i.type when 'transform' then replace(i.identity, ' on language ', ' language ') else i.identity end as identity,
    case when kind is not null then 'type' when i.type = 'statistics object' then 'statistics' else replace(i.type, '-', ' ') end as type
from (
    select 'pg_class'::regclass as class, oid, case relkind when 'c' then 'composite type' end as kind from pg_class
        where relkind in ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'c', 'f') and relpersistence <> 't'
    union all select 'pg_proc'::regclass, oid, null from pg_proc
    union all select 'pg_type'::regclass, oid, case typtype when 'd' then 'domain' when 'e' then 'enum' when 'r' then 'range' else 'base type' end from pg_type
        where typtype in ('d', 'e', 'r', 'b') and typelem = 0
    union all select 'pg_operator'::regclass, oid, null from pg_operator
    union all select 'pg_opclass'::regclass, oid, null from pg_opclass
    union all select 'pg_opfamily'::regclass, oid, null from pg_opfamily
    union all select 'pg_cast'::regclass, oid, null from pg_cast
    union all select 'pg_trigger'::regclass, oid, null from pg_trigger where not tgisinternal
    union all select 'pg_rewrite'::regclass, oid, null from pg_rewrite where rulename <> '_RETURN'
    union all select 'pg_policy'::regclass, oid, null from pg_policy
    union all select 'pg_statistic_ext'::regclass, oid, null from pg_statistic_ext
    union all select 'pg_ts_config'::regclass, oid, null from pg_ts_config
    union all select 'pg_ts_dict'::regclass, oid, null from pg_ts_dict
    union all select 'pg_ts_parser'::regclass, oid, null from pg_ts_parser
    union all select 'pg_ts_template'::regclass, oid, null from pg_ts_template
    union all select 'pg_collation'::regclass, oid, null from pg_collation
    union all select 'pg_conversion'::regclass, oid, null from pg_conversion
    union all select 'pg_transform'::regclass, oid, null from pg_transform
    union all select 'pg_am'::regclass, oid, null from pg_am
    union all select 'pg_publication'::regclass, oid, null from pg_publication
    union all select 'pg_subscription'::regclass, oid, null from pg_subscription
    union all select 'pg_event_trigger'::regclass, oid, null from pg_event_trigger
    union all select 'pg_foreign_data_wrapper'::regclass, oid, null from pg_foreign_data_wrapper
    union all select 'pg_foreign_server'::regclass, oid, null from pg_foreign_server
    union all select 'pg_namespace'::regclass, oid, null from pg_namespace where nspname <> 'public' and nspname !~ '^pg_'
) o cross join lateral pg_identify_object(class, oid, 0) i where oid >= 16384 and coalesce(i.schema, '') !~ '^pg_';

create temp table rel as
select oid::regclass as rel, c.* from pg_class c where oid >= 16384 and relkind in ('r', 'p', 'v', 'm', 'f') and relpersistence <> 't';

create temp table attribute as
select rel, quote_ident(attname) as col, relkind, attgenerated, attidentity, format_type(atttypid, atttypmod) as type
from pg_attribute join rel c on c.oid = attrelid where attnum > 0 and not attisdropped and relnatts < 50;

-- What may happen, by kind of deed, each of which has the same chance.
create temp table deed (kind text, sql text);

-- Of any object.
insert into deed
select 'drop ' || kind, format('drop %s %s cascade', type, identity) from object
union all select 'comment on ' || kind, format('comment on %s %s is %L', type, identity, 'walked') from object
union all select 'owner of ' || kind, format('alter %s %s owner to pg_monitor', type, identity) from object
    where kind not in ('access method', 'cast', 'policy', 'rule', 'transform', 'trigger', 'index', 'text search parser', 'text search template')
-- A sequence may have the name of a type, but not be made so.
union all select 'rename ' || kind, format('alter %s %s rename to walked%s', type, identity, case type when 'sequence' then '_sequence' end) from object
    where kind not in ('access method', 'cast', 'operator', 'transform')
union all select 'grant on ' || kind, format('grant all on %s %s to pg_monitor', w, identity) from object cross join lateral (select case when type ~ 'table|view'
    then 'table' when type in ('function', 'procedure', 'sequence', 'schema', 'type') then type when type = 'server' then 'foreign server' end as w) x where w is not null
union all select 'revoke on ' || kind, format('revoke all on %s %s from public', type, identity) from object where type in ('function', 'type', 'schema');

-- Of relations and their columns.
insert into deed
select what, format('alter table %s %s', rel, what) from rel cross join unnest(array['set (fillfactor = 33)', 'set unlogged', 'enable row level security',
    'force row level security', 'replica identity full', 'replica identity nothing', 'disable trigger user', 'set without cluster', 'set (autovacuum_enabled = off)',
    'add column walked int default 1', 'add column walked int generated always as identity', 'add column walked int generated always as (1 + 2) stored',
    'add column walked text collate "C" not null default 0', 'add column walked int primary key', 'add constraint walked check (true)', 'add constraint walked check (true) no inherit']) what
union all select 'comment on column', format('comment on column %s.%s is %L', rel, col, 'walked') from attribute
union all select 'grant on column', format('grant select (%s) on table %s to public', col, rel) from attribute
union all select 'rename column', format('alter table %s rename column %s to walked', rel, col) from attribute
union all select what, format('alter table %s alter column %s %s', rel, col, what) from attribute
    cross join unnest(array['drop default', 'drop not null', 'set not null', 'set statistics 77', 'set storage external', 'set storage plain',
        'set compression pglz', 'set (n_distinct = 7)', 'set default null', 'type text using null', 'type bigint', 'type text']) what
-- Not where children have it as their own, too (pinned: schemas/inheritance/generated_column_of_child_and_parent).
union all select 'drop expression', format('alter table %s alter column %s drop expression', rel, col) from attribute where attgenerated <> ''
    and not exists (select from pg_inherits join pg_attribute a on attrelid = inhrelid where inhparent = rel and attislocal and quote_ident(attname) = col)
union all select 'drop identity', format('alter table %s alter column %s drop identity', rel, col) from attribute where attidentity <> ''
union all select 'add identity', format('alter table %s alter column %s set not null, alter %2$s drop default, alter %2$s add generated by default as identity', rel, col) from attribute
    where type ~ 'int'
union all select 'drop column', format('alter table %s drop column %s cascade', rel, col) from attribute
union all select 'column anew', format('alter table %s drop column %s cascade; alter table %1$s add column %2$s %3$s', rel, col, type) from attribute
union all select 'index', format('create index walked on %s (%s)', rel, col) from attribute
union all select 'unique', format('alter table %s add unique (%s)', rel, col) from attribute
union all select 'statistics', format('create statistics public.walked (ndistinct) on %s, (%1$s::text) from %s', col, rel) from attribute
union all select 'view', format('create view public.walked as select %s from %s', col, rel) from attribute
union all select 'materialized view', format('create materialized view public.walked as select %s from %s', col, rel) from attribute
union all select 'row type', format('create table public.walked (x %s)', rel) from rel
union all select 'array of row type', format('create view public.walked as select array_agg(x) as x from %s x', rel) from rel
union all select 'child', format('create table public.walked () inherits (%s)', rel) from rel
union all select 'policy', format('create policy walked on %s using (true)', rel) from rel
union all select 'rule', format('create rule walked as on update to %s do also nothing', rel) from rel
union all select 'trigger', format('create trigger walked before update on %s for each row execute function suppress_redundant_updates_trigger()', rel) from rel
union all select 'publish', format('create publication walked for table %s', rel) from rel
-- Not where columns would have to be inherited again, and not be the child's own (pinned: schemas/inheritance/column_of_child_and_parent).
union all select 'table anew', format('drop table %s cascade; create table %1$s (walked int primary key)', rel) from rel where relkind in ('r', 'p')
    and (relispartition or not exists (select from pg_inherits where inhrelid = rel))
union all select 'view anew', format('drop view %s cascade; create view %1$s as select 1 as walked', rel) from rel where relkind = 'v'
union all select 'table to view', format('drop table %s cascade; create view %1$s as select 1 as walked', rel) from rel
union all select 'view to table', format('drop view %s cascade; create table %1$s (walked int)', rel) from rel where relkind = 'v'
union all select 'view replaced', format('create or replace view %s as select * from (%s) x where false', rel, rtrim(pg_get_viewdef(rel), ';')) from rel where relkind = 'v'
union all select 'detach', format('alter table %s detach partition %s', inhparent::regclass, inhrelid::regclass) from pg_inherits
union all select 'no inherit', format('alter table %s no inherit %s', inhrelid::regclass, inhparent::regclass) from pg_inherits
    where not exists (select from pg_attribute where attrelid = inhrelid and attinhcount > 0 and not attislocal)
union all select 'reattach as default', format('alter table %s detach partition %s; alter table %1$s attach partition %2$s default', inhparent::regclass, inhrelid::regclass) from pg_inherits;

-- Of constraints, indexes and what else is part of something.
insert into deed
select 'drop constraint', format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) from pg_constraint where oid >= 16384 and conrelid <> 0
union all select 'rename constraint', format('alter table %s rename constraint %I to walked', conrelid::regclass, conname) from pg_constraint where oid >= 16384 and conrelid <> 0
union all select 'comment on constraint', format('comment on constraint %I on %s is %L', conname, conrelid::regclass, 'walked') from pg_constraint where oid >= 16384 and conrelid <> 0 and conparentid = 0  -- a clone's name is not compared, so what is said of it may find no place again
union all select 'alter constraint', format('alter table %s alter constraint %I deferrable initially deferred', conrelid::regclass, conname)
    from pg_constraint where oid >= 16384 and contype = 'f'
union all select 'drop domain constraint', format('alter domain %s drop constraint %I', contypid::regtype, conname) from pg_constraint where oid >= 16384 and contypid <> 0
union all select 'options of index', format('alter index %s set (fillfactor = 44)', oid::regclass) from pg_class where oid >= 16384 and relkind = 'i'
union all select 'cluster', format('alter table %s cluster on %I', indrelid::regclass, relname) from pg_index join pg_class on oid = indexrelid where oid >= 16384
union all select 'replica identity', format('alter table %s replica identity using index %I', indrelid::regclass, relname) from pg_index join pg_class on oid = indexrelid
    where oid >= 16384
union all select 'trigger enabled', format('alter table %s enable always trigger %I', tgrelid::regclass, tgname) from pg_trigger where oid >= 16384 and not tgisinternal
union all select 'policy altered', format('alter policy %I on %s to pg_monitor using (false)', polname, polrelid::regclass) from pg_policy
union all select 'rule disabled', format('alter table %s disable rule %I', ev_class::regclass, rulename) from pg_rewrite where oid >= 16384
union all select 'user mapping', format('drop user mapping for %s server %I', case when umuser = 0 then 'public' else quote_ident(usename) end, srvname) from pg_user_mappings;

-- Of types, functions and the rest.
insert into deed
select what, format('alter domain %s %s', identity, what) from object
    cross join unnest(array['add check (value is not null)', 'set not null', 'drop not null', 'set default null', 'drop default']) what where kind = 'domain'
union all select 'add value', format('alter type %s add value $$walked$$', identity) from object where kind = 'enum'
union all select 'add attribute', format('alter type %s add attribute walked int cascade', identity) from object where kind = 'composite type'
union all select 'rename label', format('alter type %s rename value %L to %L', enumtypid::regtype, enumlabel, 'walked') from pg_enum
-- A table OF the type would get the column back at its end only.
union all select 'drop attribute', format('alter type %s drop attribute %I cascade', c.oid::regclass, attname) from pg_class c join pg_attribute on attrelid = c.oid
    where c.oid >= 16384 and relkind = 'c' and attnum > 0 and not exists (select from pg_class where reloftype = c.reltype)
union all select 'alter attribute', format('alter type %s alter attribute %I type text cascade', c.oid::regclass, attname) from pg_class c join pg_attribute on attrelid = c.oid
    where c.oid >= 16384 and relkind = 'c' and attnum > 0
union all select 'domain anew', format('drop domain %s cascade; create domain %1$s as text', identity) from object where kind = 'domain'
union all select 'enum anew', format('drop type %s cascade; create type %1$s as enum ($$walked$$)', identity) from object where kind ~ 'enum|composite|range'
union all select what, format('alter sequence %s %s', identity, what) from object cross join unnest(array['increment 3', 'cycle', 'as smallint', 'owned by none', 'maxvalue 1000']) what
    where type = 'sequence'
union all select what, format('alter %s %s %s', type, identity, what) from object
    cross join unnest(array['strict', 'volatile', 'parallel restricted', 'security definer', 'cost 777', 'set work_mem = $$1MB$$', 'leakproof']) what where type = 'function'
union all select 'function anew', format('drop function %s cascade; create function %1$s returns int language sql return 1', identity) from object where type = 'function'
union all select 'options of view', format('alter view %s set (security_barrier = true)', identity) from object where type = 'view'
union all select 'statistics target', format('alter statistics %s set statistics 77', identity) from object where type = 'statistics'
union all select 'publication', format('alter publication %s set (publish = $$delete$$)', identity) from object where type = 'publication'
union all select 'event trigger', format('alter event trigger %s disable', identity) from object where type = 'event trigger'
union all select 'operator', format('alter operator %s set (restrict = none, join = none)', identity) from object where type = 'operator'
union all select 'mapping', format('alter text search configuration %s drop mapping if exists for word', identity) from object where type = 'text search configuration'
union all select 'server', format('alter server %s version $$walked$$', identity) from object where type = 'server'
union all select 'default privileges', 'alter default privileges in schema public grant select on tables to pg_monitor'
union all select 'default privileges revoked', 'alter default privileges revoke execute on functions from public';

do $$
declare
    chosen text;
    done int := 0;
begin
    for chosen in select sql from (select sql, row_number() over (partition by kind order by random()) as n from deed) x where n < 4 order by n, random() loop
        begin
            execute chosen;
            raise notice '%;', chosen;
            done := done + 1;
        exception when others then
            null;
        end;
        exit when done = 12;
    end loop;
end $$;
