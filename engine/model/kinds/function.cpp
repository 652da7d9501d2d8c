// Functions and procedures, aggregates.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// CREATE OR REPLACE keeps the signature's names and cannot take a default away (manual, CREATE FUNCTION).
std::optional<std::vector<std::string>> replace_function(const Change& change) {
    if (std::stoi(*change.new_object["defaults"]) < std::stoi(*change.old_object["defaults"])) return std::nullopt;
    return std::vector{*change.new_object["definition"]};
}

}  // namespace

/// A subquery for each function would take far longer, as PostgreSQL sees all types for each.
#define ARGUMENTS                                                                                                                  \
    " left join (select a.oid, string_agg(coalesce(en.nspname || '.' || e.typname || '[]', tn.nspname || '.' || t.typname) || E'\\x01', ''" \
    " order by ord) as arguments from (select oid, unnest(proargtypes) as type, generate_subscripts(proargtypes, 1) as ord"         \
    " from pg_proc where oid >= 16384) a join pg_type t on t.oid = a.type join pg_namespace tn on tn.oid = t.typnamespace"          \
    " left join pg_type e on e.oid = t.typelem and e.typarray = t.oid left join pg_namespace en on en.oid = e.typnamespace"         \
    " group by a.oid) arguments on arguments.oid = p.oid"

const Kind function{
    .name = "function",
    .query = R"sql(select 'pg_proc'::regclass::oid as class, p.oid, p.oid::regprocedure::text as identity, n.nspname as schema, proname as name,
        rtrim(pg_get_functiondef(p.oid), E'\n') as definition, case prokind when 'p' then (select string_agg(format_type(t, null), ', ' order by ord) from unnest(proallargtypes) with ordinality a (t, ord))
            else pg_get_function_result(p.oid) end as result,
        concat(array_to_string(proargnames, ','), ' ', array_to_string(proargmodes, ',')) as argument_names, pronargdefaults as defaults,
        case prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as sort,
        case when prosqlbody is null then prosrc end as body,
        arguments.arguments
        from (select oid, proname, pronamespace, proargtypes, proallargtypes, proargnames, proargmodes, pronargdefaults, prokind, prosrc,
            /*140000:*/prosqlbody/*else:*/null::text as prosqlbody/*end*/
            from pg_proc where oid >= 16384 and prokind <> 'a' and oid not in (select objid from pg_depend
                where classid = 'pg_proc'::regclass and deptype = 'i')) p  -- constructors of range types
        join pg_namespace n on n.oid = pronamespace)sql" ARGUMENTS R"sql( order by p.oid)sql",
    .create = "{definition}",
    .drop = "DROP {sort} {@}",
    .columns = {{"definition", &replace_function, {.lock = Lock::none}, Compare::expression}, {"result"}, {"argument_names"},
                {"defaults", Ignored{}}, {"sort"}, {"body", Ignored{}}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER {sort} {@} RENAME TO ", .to_schema = "ALTER {sort} {@} SET SCHEMA "},
    .body = "body",
    .privileges = "{sort} {@}",
    .privileges_of = "FUNCTIONS",
    .owned = R"sql(select 'pg_proc'::regclass::oid, oid, proowner, pronamespace, word, oid::regprocedure::text, proacl, word, 'f'
        from pg_proc cross join lateral (select case prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as word) w
        where oid >= 16384 and prokind <> 'a' and oid not in (select objid from pg_depend where classid = 'pg_proc'::regclass and deptype = 'i'))sql",
    .nodes = {"CreateFunctionStmt", "OBJECT_FUNCTION", "OBJECT_PROCEDURE", "OBJECT_ROUTINE"},
};

const Kind aggregate{
    .name = "aggregate",
    .query = R"sql(select 'pg_proc'::regclass::oid as class, p.oid, p.oid::regprocedure::text as identity, n.nspname as schema, proname as name,
        case when pronargs = 0 then replace(p.oid::regprocedure::text, '()', '(*)') else p.oid::regprocedure::text end as called,
        p.oid::regproc || '(' || case when pronargs = 0 then '*' else pg_get_function_arguments(p.oid) end || ')' as signature,
        concat_ws(E',\n    ', 'SFUNC = ' || aggtransfn::regproc, 'STYPE = ' || format_type(aggtranstype, null),
            'SSPACE = ' || nullif(aggtransspace, 0), 'FINALFUNC = ' || nullif(aggfinalfn::oid, 0)::regproc,
            case when aggfinalextra then 'FINALFUNC_EXTRA' end,
            case when aggfinalfn <> 0 and aggfinalmodify <> case aggkind when 'n' then 'r' else 'w' end
                then 'FINALFUNC_MODIFY = ' || case aggfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end end,
            'COMBINEFUNC = ' || nullif(aggcombinefn::oid, 0)::regproc, 'SERIALFUNC = ' || nullif(aggserialfn::oid, 0)::regproc,
            'DESERIALFUNC = ' || nullif(aggdeserialfn::oid, 0)::regproc, 'INITCOND = ' || quote_literal(agginitval),
            'MSFUNC = ' || nullif(aggmtransfn::oid, 0)::regproc, 'MINVFUNC = ' || nullif(aggminvtransfn::oid, 0)::regproc,
            'MSTYPE = ' || format_type(nullif(aggmtranstype, 0), null), 'MSSPACE = ' || nullif(aggmtransspace, 0),
            'MFINALFUNC = ' || nullif(aggmfinalfn::oid, 0)::regproc, case when aggmfinalextra then 'MFINALFUNC_EXTRA' end,
            case when aggmfinalfn <> 0 and aggmfinalmodify <> case aggkind when 'n' then 'r' else 'w' end
                then 'MFINALFUNC_MODIFY = ' || case aggmfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end end,
            'MINITCOND = ' || quote_literal(aggminitval), 'SORTOP = ' || (select 'OPERATOR(' || quote_ident(sn.nspname) || '.' || oprname || ')'
                from pg_operator o join pg_namespace sn on sn.oid = oprnamespace where o.oid = aggsortop),
            case when aggkind = 'h' then 'HYPOTHETICAL' end,
            case proparallel when 's' then 'PARALLEL = SAFE' when 'r' then 'PARALLEL = RESTRICTED' end) as definition,
        arguments.arguments
        from (select * from pg_proc where oid >= 16384 and prokind = 'a') p join pg_aggregate on aggfnoid = p.oid
        join pg_namespace n on n.oid = pronamespace)sql" ARGUMENTS R"sql( order by p.oid)sql",
    .create = "CREATE AGGREGATE {signature} (\n    {definition}\n)",
    .drop = "DROP AGGREGATE {called}",
    .columns = {{"signature"}, {"called", Ignored{}}, {"definition"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER AGGREGATE {@} RENAME TO ", .to_schema = "ALTER AGGREGATE {@} SET SCHEMA "},
    .privileges = "FUNCTION {@}",
    .privileges_of = "FUNCTIONS",
    .owned = R"sql(select 'pg_proc'::regclass::oid, oid, proowner, pronamespace, 'ROUTINE', oid::regprocedure::text, proacl, 'FUNCTION', 'f'
        from pg_proc where oid >= 16384 and prokind = 'a')sql",
    .nodes = {"DefineStmt", "OBJECT_AGGREGATE", "OBJECT_FUNCTION", "OBJECT_ROUTINE"},
};

}  // namespace plumb::kind
