-- Does random things to a database: drops with what depends on it, alters, renames. :seed decides; what PostgreSQL refuses is not done.
set client_min_messages = notice;
set search_path = '';
select setseed(mod(:seed, 10000)::float8 / 10000);

-- What may happen, each with as many chances as it has objects.
create temp table deed as
with object as (
    select i.type, i.identity from (
        select 'pg_class'::regclass as class, oid from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'i', 'c', 'f')
        union all select 'pg_proc'::regclass, oid from pg_proc
        union all select 'pg_type'::regclass, oid from pg_type where typtype in ('d', 'e', 'r')
        union all select 'pg_operator'::regclass, oid from pg_operator
        union all select 'pg_opclass'::regclass, oid from pg_opclass
        union all select 'pg_opfamily'::regclass, oid from pg_opfamily
        union all select 'pg_cast'::regclass, oid from pg_cast
        union all select 'pg_trigger'::regclass, oid from pg_trigger where not tgisinternal
        union all select 'pg_rewrite'::regclass, oid from pg_rewrite where rulename <> '_RETURN'
        union all select 'pg_policy'::regclass, oid from pg_policy
        union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext
        union all select 'pg_ts_config'::regclass, oid from pg_ts_config
        union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict
        union all select 'pg_collation'::regclass, oid from pg_collation
        union all select 'pg_publication'::regclass, oid from pg_publication
        union all select 'pg_namespace'::regclass, oid from pg_namespace where nspname <> 'public'
    ) o cross join lateral pg_identify_object(class, oid, 0) i where oid >= 16384 and coalesce(i.schema, '') !~ '^pg_'
), attribute as (
    select attrelid::regclass as rel, quote_ident(attname) as col, relkind from pg_attribute join pg_class c on c.oid = attrelid
    where attrelid >= 16384 and attnum > 0 and not attisdropped and relpersistence <> 't' and relkind in ('r', 'p') and relnatts < 50
)
select format('drop %s %s cascade', type, identity) as sql from object
union all select format('comment on %s %s is %L', type, identity, 'walked') from object where type <> 'index'
union all select format('alter %s %s rename to walked', type, identity) from object where type in ('index', 'view', 'sequence', 'type', 'function', 'policy')
union all select format('alter table %s drop column %s cascade', rel, col) from attribute
union all select format('alter table %s alter column %s drop default', rel, col) from attribute
union all select format('alter table %s alter column %s drop not null', rel, col) from attribute
union all select format('alter table %s alter column %s type text using null', rel, col) from attribute
union all select format('alter table %s alter column %s set statistics 77', rel, col) from attribute
union all select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) from pg_constraint where oid >= 16384 and conrelid <> 0
union all select format('alter table %s %s', oid::regclass, what) from pg_class
    cross join unnest(array['set (fillfactor = 33)', 'set unlogged', 'enable row level security', 'add column walked int default 1', 'replica identity full',
        'disable trigger user', 'owner to pg_monitor']) what
    where oid >= 16384 and relkind in ('r', 'p') and relpersistence <> 't'
union all select format('alter table %s detach partition %s', inhparent::regclass, inhrelid::regclass) from pg_inherits
    join pg_class on oid = inhparent where relkind = 'p'
union all select format('alter table %s no inherit %s', inhrelid::regclass, inhparent::regclass) from pg_inherits
    join pg_class on oid = inhparent where relkind = 'r'
union all select format('grant select on table %s to public', oid::regclass) from pg_class where oid >= 16384 and relkind in ('r', 'p', 'v', 'm');

do $$
declare
    chosen text;
begin
    for chosen in select sql from deed order by random() limit 12 loop
        begin
            execute chosen;
            raise notice '%;', chosen;
        exception when others then
            null;
        end;
    end loop;
end $$;
