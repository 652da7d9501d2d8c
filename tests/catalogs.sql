-- Prints the system catalogs of a database as text: what psql's reader is told of a schema that no pg_dump at hand can dump.
-- It knows catalogs by their columns' types and foreign keys (pg_get_catalog_foreign_keys, from 14 on), not by kinds of objects: every column
-- of every user row is printed, OIDs as names and expressions deparsed, but for what is left out below with its reason.
\set ON_ERROR_STOP 1
\pset tuples_only on
\pset format unaligned
begin;
set local client_min_messages = error;
set local search_path = '';
-- Expressions and views are made once more from their text, as a load of a dump would, because printed text is no fixpoint.
create function pg_temp.again(definition text) returns text language plpgsql as $$ begin
    execute 'create temp view plumb_probe as ' || definition;
    definition := pg_get_viewdef('pg_temp.plumb_probe'::regclass);
    drop view pg_temp.plumb_probe;
    return definition;
end $$;
create function pg_temp.again(expression text, relation oid) returns text language plpgsql as $$ begin
    if relation = 0 then return expression; end if;
    return pg_temp.again('select (' || expression || ') from ' || relation::regclass);
exception when others then return expression;  -- of several columns, or of what is no query's
end $$;
-- Plumb's own tables are no part of the schema; nothing of it may hang on them.
select format('drop schema %I cascade', nspname) from pg_catalog.pg_namespace where nspname ~ '^plumb(_archive.*)?$' \gexec
-- The functions that make values of a range type are PostgreSQL's: they keep their names when the type gets another, and have the default
-- privileges of the day when it was made; no dump tells.
select format('grant execute on function %s to public', objid::regprocedure) from pg_depend
    where classid = 'pg_proc'::regclass and refclassid = 'pg_type'::regclass and deptype = 'i' \gexec
select format('alter function %s rename to %I', p.oid::regprocedure, typname) from pg_depend d join pg_proc p on classid = 'pg_proc'::regclass and p.oid = objid
    join pg_type t on refclassid = 'pg_type'::regclass and t.oid = refobjid where deptype = 'i' and proname <> typname \gexec
select format('alter function %s set schema %I', p.oid::regprocedure, typnamespace::regnamespace) from pg_depend d join pg_proc p on classid = 'pg_proc'::regclass and p.oid = objid
    join pg_type t on refclassid = 'pg_type'::regclass and t.oid = refobjid where deptype = 'i' and pronamespace <> typnamespace \gexec

with left_out (catalog, "column", reason) as (values
        ('pg_statistic', null, 'tells of rows'), ('pg_statistic_ext_data', null, 'tells of rows'),
        ('pg_largeobject', null, 'holds rows'), ('pg_largeobject_metadata', null, 'holds rows'),
        ('pg_subscription_rel', null, 'state of replication'),
        ('pg_class', 'relfilenode', 'where rows are stored'), ('pg_class', 'relrewrite', 'where rows are stored'),
        ('pg_class', 'reltoastrelid', 'named by OID; its options are printed'),
        ('pg_class', 'relpages', 'tells of rows'), ('pg_class', 'reltuples', 'tells of rows'),
        ('pg_class', 'relallvisible', 'tells of rows'), ('pg_class', 'relallfrozen', 'tells of rows'),
        ('pg_class', 'relfrozenxid', 'tells of rows'), ('pg_class', 'relminmxid', 'tells of rows'),
        ('pg_class', 'relhasindex', 'stays when the last one goes'), ('pg_class', 'relhasrules', 'stays when the last one goes'),
        ('pg_class', 'relhastriggers', 'stays when the last one goes'), ('pg_class', 'relhassubclass', 'stays when the last one goes'),
        ('pg_class', 'relnatts', 'counts dropped columns'),
        ('pg_depend', 'objsubid', 'in the name of the object'), ('pg_depend', 'refobjsubid', 'in the name of the object'),
        ('pg_description', 'objsubid', 'in the name of the object'), ('pg_seclabel', 'objsubid', 'in the name of the object'),
        ('pg_init_privs', 'objsubid', 'in the name of the object'),
        ('pg_attribute', 'attcacheoff', 'of the running server'),
        ('pg_attribute', 'atthasmissing', 'rows older than the column'), ('pg_attribute', 'attmissingval', 'rows older than the column'),
        ('pg_index', 'indcheckxmin', 'rows older than the index'),
        ('pg_rewrite', 'ev_qual', 'in the text of ev_action')),
    -- What a plain reading of the column would get wrong.
    written (catalog, "column", expression) as (values
        ('pg_class', 'reloptions', '(select string_agg(o, '' '' order by o) from (select o from unnest(r.reloptions) o'
            ' union all select ''toast.'' || o from pg_class t, unnest(t.reloptions) o where t.oid = r.reltoastrelid) x)'),
        ('pg_class', 'relpartbound', 'pg_get_expr(r.relpartbound, r.oid)'),
        -- Of a table the order of columns is free; numbers of dropped ones are not used again.
        ('pg_attribute', 'attnum', 'case when (select relkind from pg_class where oid = r.attrelid) not in (''r'', ''p'', ''f'')'
            ' then rank() over (partition by r.attrelid order by r.attnum) end'),
        -- Of an index they are what its columns were called when it was made.
        ('pg_attribute', 'attname', 'case when (select relkind from pg_class where oid = r.attrelid) not in (''i'', ''I'') then r.attname end'),
        ('pg_attribute', 'attoptions', '(select string_agg(o, '' '' order by o) from unnest(r.attoptions) o where o not like ''pg\_attver=%'')'),
        ('pg_enum', 'enumsortorder', 'rank() over (partition by r.enumtypid order by r.enumsortorder)'),
        ('pg_inherits', 'inhseqno', 'rank() over (partition by r.inhrelid order by r.inhseqno)'),
        -- Of a partition's key it tells how that was made.
        ('pg_constraint', 'connoinherit', 'case when r.contype in (''c'', ''n'') then r.connoinherit end'),
        -- No dump tells of an inherited check whether it is.
        ('pg_constraint', 'convalidated', 'case when r.contype <> ''c'' or r.conislocal then r.convalidated end'),
        ('pg_trigger', 'tgqual', 'case when not r.tgisinternal then pg_get_triggerdef(r.oid) end'),
        ('pg_rewrite', 'ev_action', 'case r.rulename when ''_RETURN'' then pg_temp.again(pg_get_viewdef(r.ev_class)) else pg_get_ruledef(r.oid) end'),
        -- No dump tells what is granted on a multirange type; from 17 on that of its range type counts, and it has none.
        ('pg_type', 'typacl', '(select string_agg(a::text, '' '' order by a::text) from unnest(coalesce(r.typacl, acldefault(''T'', r.typowner))) a where r.typtype <> ''m'')'),
        ('pg_proc', 'prosqlbody', 'pg_get_function_sqlbody(r.oid)'),
        ('pg_proc', 'proargdefaults', 'pg_get_expr(r.proargdefaults, 0)'),
        -- The words of whoever made it, where there is an expression too.
        ('pg_type', 'typdefault', 'case when r.typdefaultbin is null then r.typdefault end'),
        ('pg_type', 'typdefaultbin', 'pg_get_expr(r.typdefaultbin, 0)')),
    sets (catalog, "column") as (values
        ('pg_constraint', 'conkey'), ('pg_trigger', 'tgattr'), ('pg_statistic_ext', 'stxkeys'), ('pg_publication_rel', 'prattrs'),
        ('pg_policy', 'polroles'), ('pg_proc', 'proconfig'), ('pg_attribute', 'attfdwoptions'), ('pg_foreign_table', 'ftoptions'),
        ('pg_foreign_server', 'srvoptions'), ('pg_foreign_data_wrapper', 'fdwoptions'), ('pg_user_mapping', 'umoptions'),
        ('pg_statistic_ext', 'stxkind'), ('pg_event_trigger', 'evttags')),
    acl_kinds (catalog, owner, kind) as (values
        ('pg_class', 'relowner', 'case r.relkind when ''S'' then ''s'' else ''r'' end'), ('pg_proc', 'proowner', '''f'''),
        ('pg_namespace', 'nspowner', '''n'''), ('pg_language', 'lanowner', '''l'''),
        ('pg_foreign_data_wrapper', 'fdwowner', '''F'''), ('pg_foreign_server', 'srvowner', '''S''')),
    objects (class, oid, sub) as (values
        ('classid', 'objid', 'objsubid'), ('refclassid', 'refobjid', 'refobjsubid'), ('classoid', 'objoid', 'objsubid')),
    columns as (
        select c.oid::regclass as catalog, c.relname, attnum, attname, atttypid, typcategory = 'A' as is_array,
            exists (select from pg_attribute where attrelid = c.oid and attname = 'oid') as has_oid
        from pg_class c join pg_attribute on attrelid = c.oid join pg_type t on t.oid = atttypid
        where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r' and not relisshared and attnum > 0 and attname <> 'oid'
            and not exists (select from left_out l where l.catalog = relname and (l."column" is null or l."column" = attname))),
    keys as (
        select fktable as catalog, fkcols[cardinality(fkcols)] as "column", case when cardinality(fkcols) = 2 then fkcols[1] end as relation,
            pktable, is_array from pg_get_catalog_foreign_keys()
        union all select 'pg_publication_rel', 'prattrs', 'prrelid', 'pg_attribute', true),
    -- How one element {e} of a column that refers to something is printed.
    named as (
        select c.*, k.pktable, k.is_array as many, case
            when k.relation is not null then format('coalesce((select quote_ident(attname) from pg_attribute where attrelid = r.%I and attnum = {e}), {e}::text)', k.relation)
            when o.class is not null then format('(select type || '' '' || identity from pg_identify_object(r.%I, {e}, r.%I))', o.class, o.sub)
            when k.pktable is not null then format('case when {e}::oid <> 0 then (select identity from pg_identify_object(%L::regclass, {e}::oid, 0)) end', k.pktable)
            end as one
        from columns c left join keys k on k.catalog = c.catalog and k."column" = attname
        left join objects o on o.oid = attname and c.relname <> 'pg_largeobject'),
    printed as (
        select n.*, coalesce(
            w.expression,
            case when one is not null and many then format('(select string_agg(x, '' '' order by %s) from (select ord, %s as x from unnest(r.%I::%s[]) with ordinality u (e, ord)) y)',
                case when s."column" is not null then 'x' else 'ord' end, replace(one, '{e}', 'e'), attname, case when pktable = 'pg_attribute'::regclass then 'int2' else 'oid' end) end,
            replace(one, '{e}', format('r.%I', attname)),
            case when atttypid = 'aclitem[]'::regtype then format('(select string_agg(a::text, '' '' order by a::text) from unnest(%s) a)',
                case when a.kind is null then format('r.%I', attname) else format('coalesce(r.%I, acldefault((%s)::"char", r.%I))', attname, a.kind, a.owner) end) end,
            case when atttypid = 'pg_node_tree'::regtype then format('pg_temp.again(pg_get_expr(r.%I, r.%2$I), r.%2$I)', attname,
                (select k."column" from keys k where k.catalog = n.catalog and k.pktable = 'pg_class'::regclass and k."column" ~ 'relid$' and k."column" not in ('confrelid', 'indexrelid'))) end,
            case when s."column" is not null then format('(select string_agg(o::text, '' '' order by o::text) from unnest(r.%I) o)', attname) end,
            case when atttypid = 'oid'::regtype then '!' || attname else format('r.%I::text', attname) end) as expression
        from named n left join written w on w.catalog = relname and w."column" = attname
        left join sets s on s.catalog = relname and s."column" = attname
        left join acl_kinds a on a.catalog = relname),
    -- A dump makes plpgsql only if it does not exist, so one that was made anew ends as what initdb made.
    plpgsql as (
        select array(select e.oid union select objid from pg_depend where refclassid = 'pg_extension'::regclass and refobjid = e.oid and deptype = 'e')::text as oids,
            'r.%1$I::oid >= 16384 and r.%1$I::oid <> all (%2$L) or r.%1$I::oid = 2200' as users
        from (select max(oid) as oid from pg_extension where extname = 'plpgsql') e),
    -- A catalog with all its columns; of objects that initdb makes only schema public is the users' business.
    selects as (
        select relname, format('select concat(%L, %s) as row from %s r where %s%s', relname,
            string_agg(format('E''\n    %s: '' || (%s)', attname, expression), ', ' order by attnum),
            catalog, '(' || case when has_oid then format(users, 'oid', oids)
                else string_agg(format(users, attname, oids), ' or ') filter (where one is not null and not coalesce(many, false) and pktable is distinct from 'pg_attribute'::regclass) end || ')',
            case relname when 'pg_class' then ' and r.relnamespace <> ''pg_toast''::regnamespace'
                when 'pg_attribute' then ' and r.attnum > 0 and not r.attisdropped' else '' end
            || coalesce((select string_agg(format(' and r.%I not in (select oid from pg_class where relnamespace = ''pg_toast''::regnamespace)', attname), '')
                from named n where n.catalog = p.catalog and pktable = 'pg_class'::regclass and not many and n.relname <> 'pg_class'), '')
            -- A function depends on a transform that it does not name only if that was there before it.
            || case when relname = 'pg_depend' then ' and r.refclassid <> ''pg_transform''::regclass and not exists (select from pg_class where relnamespace = ''pg_toast''::regnamespace and'
                ' (r.classid = ''pg_class''::regclass and oid = r.objid or r.refclassid = ''pg_class''::regclass and oid = r.refobjid))' else '' end) as text
        from printed p cross join plpgsql group by catalog, relname, has_oid, oids, users)
-- Triggers of constraints have an OID in their name. What is temporary is ours.
select 'select regexp_replace(row, ''((RI|Unique|PK)_ConstraintTrigger(_[ac])?)_\d+'', ''\1'', ''g'') collate "C" as row from ('
    || string_agg(text, ' union all ') || ') x where x.row !~ ''\mpg_(toast_)?temp_\d'' order by 1' from selects \gexec
rollback;
