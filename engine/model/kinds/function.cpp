// Functions and procedures, aggregates.
#include <algorithm>
#include <sstream>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// CREATE OR REPLACE keeps the signature's names and cannot take a default away (manual, CREATE FUNCTION).
std::optional<std::vector<std::string>> replace_function(const Change& change) {
    if (std::stoi(*change.new_object["defaults"]) < std::stoi(*change.old_object["defaults"])) return std::nullopt;
    std::vector statements{*change.new_object["definition"]};
    // It forgets what extensions the function depends on (ProcedureCreate).
    Index self = change.to.find(change.new_object.kind, change.new_object.identity);
    for (const auto& object : change.to.objects)
        if (object.kind == &extension_dependency && object.whole == self && change.from.find(object.kind, object.identity) != none)
            statements.push_back(render(object.kind->create, object));
    return statements;
}

/// The definition with its settings in order: in which order they were given means nothing.
std::vector<std::string> lines(const Object& function) {
    std::stringstream in(*function["definition"]);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    auto is_setting = [](const std::string& line) { return line.starts_with(" SET "); };
    auto begin = std::ranges::find_if(out, is_setting);
    std::sort(begin, std::find_if_not(begin, out.end(), is_setting));
    return out;
}

bool same_but_for_order(const Change& change) { return lines(change.old_object) == lines(change.new_object); }

/// OR REPLACE keeps the result and the sort of aggregate (manual, CREATE AGGREGATE).
std::optional<std::vector<std::string>> replace_aggregate(const Change& change) {
    return std::vector{render("CREATE OR REPLACE AGGREGATE {signature} (\n    {definition}\n)", change.new_object)};
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
    .query = R"sql(select 'pg_proc'::regclass::oid as class, p.oid, p.oid::regprocedure::text as identity, )sql" ROUTINE R"sql( as called, n.nspname as schema, proname as name,
        rtrim(pg_get_functiondef(p.oid), E'\n') as definition, case prokind when 'p' then (select string_agg(format_type(t, null), ', ' order by ord) from unnest(proallargtypes) with ordinality a (t, ord))
            else pg_get_function_result(p.oid) end as result,
        concat(array_to_string(proargnames, ','), ' ', array_to_string(proargmodes, ',')) as argument_names, pronargdefaults as defaults,
        case prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as sort, case prokind when 'w' then 'WINDOW' end as "window",
        case when prosqlbody is null then prosrc end as body,
        arguments.arguments
        from (select oid, proname, pronamespace, proargtypes, proallargtypes, proargnames, proargmodes, pronargdefaults, prokind, prosrc,
            /*140000:*/prosqlbody/*else:*/null::text as prosqlbody/*end*/
            from pg_proc where oid >= 16384 and prokind <> 'a' and oid not in (select objid from pg_depend
                where classid = 'pg_proc'::regclass and deptype = 'i')) p  -- constructors of range types
        join pg_namespace n on n.oid = pronamespace)sql" ARGUMENTS R"sql( order by p.oid)sql",
    .create = "{definition}",
    .drop = "DROP {sort} {called}",
    .columns = {{"called", Ignored{}}, {.name = "definition", .change = &replace_function, .effect = {.lock = Lock::none}, .compare = Compare::expression, .alike = &same_but_for_order},
                {"result"}, {"argument_names"}, {"defaults", Ignored{}}, {"sort"}, {"window"}, {"body", Ignored{}}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER {sort} {called} RENAME TO ", .to_schema = "ALTER {sort} {called} SET SCHEMA "},
    .body = "body",
    .privileges = "{sort} {called}",
    .privileges_of = "FUNCTIONS",
    .owned = R"sql(select 'pg_proc'::regclass::oid, oid, proowner, pronamespace, word, )sql" ROUTINE R"sql(, proacl, word, 'f'
        from pg_proc p cross join lateral (select case prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as word) w
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
        format_type(prorettype, null) as result, aggkind as sort, arguments.arguments
        from (select * from pg_proc where oid >= 16384 and prokind = 'a') p join pg_aggregate on aggfnoid = p.oid
        join pg_namespace n on n.oid = pronamespace)sql" ARGUMENTS R"sql( order by p.oid)sql",
    .create = "CREATE AGGREGATE {signature} (\n    {definition}\n)",
    .drop = "DROP AGGREGATE {called}",
    .columns = {{"signature"}, {"called", Ignored{}}, {"definition", &replace_aggregate, {.lock = Lock::none}}, {"result"}, {"sort"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER AGGREGATE {@} RENAME TO ", .to_schema = "ALTER AGGREGATE {@} SET SCHEMA "},
    .privileges = "FUNCTION {@}",
    .privileges_of = "FUNCTIONS",
    .owned = R"sql(select 'pg_proc'::regclass::oid, oid, proowner, pronamespace, 'ROUTINE', oid::regprocedure::text, proacl, 'FUNCTION', 'f'
        from pg_proc where oid >= 16384 and prokind = 'a')sql",
    .nodes = {"DefineStmt", "OBJECT_AGGREGATE", "OBJECT_FUNCTION", "OBJECT_ROUTINE"},
};

}  // namespace plumb::kind
