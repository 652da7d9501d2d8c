// Casts between types. What a range type brings along is its own.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind cast{
    .name = "cast",
    .query = R"sql(select 'pg_cast'::regclass::oid as class, c.oid, '(' || format_type(castsource, null) || ' AS ' || format_type(casttarget, null) || ')' as identity,
        s.typname as name, )sql" TYPE_WORDS("s") " || " TYPE_WORDS("t") R"sql( as arguments,
        case castmethod when 'f' then 'WITH FUNCTION ' || castfunc::regprocedure when 'i' then 'WITH INOUT' else 'WITHOUT FUNCTION' end
            || case castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' else '' end as definition
        from pg_cast c join pg_type s on s.oid = castsource join pg_type t on t.oid = casttarget
        where c.oid >= 16384 and not exists (select from pg_depend where classid = 'pg_cast'::regclass and objid = c.oid and deptype = 'i')
        order by c.oid)sql",
    .create = "CREATE CAST {@} {definition}",
    .drop = "DROP CAST {@}",
    .columns = {{"definition"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .nodes = {"CreateCastStmt", "OBJECT_CAST"},
};

}  // namespace plumb::kind
