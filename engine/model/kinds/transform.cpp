// Transforms: how values of a type look in a procedural language.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

std::optional<std::vector<std::string>> replace_transform(const Change& change) {
    return std::vector{render("CREATE OR REPLACE TRANSFORM {@} ({definition})", change.new_object)};
}

}  // namespace

const Kind transform{
    .name = "transform",
    .query = R"sql(select 'pg_transform'::regclass::oid as class, t.oid, 'FOR ' || format_type(trftype, null) || ' LANGUAGE ' || quote_ident(lanname) as identity,
        typname as name, )sql" TYPE_WORDS("y") R"sql( || lanname || E'\x01' as arguments,
        concat_ws(', ', 'FROM SQL WITH FUNCTION ' || nullif(trffromsql::oid, 0)::regprocedure,
            'TO SQL WITH FUNCTION ' || nullif(trftosql::oid, 0)::regprocedure) as definition
        from pg_transform t join pg_type y on y.oid = trftype join pg_language l on l.oid = trflang where t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE TRANSFORM {@} ({definition})",
    .drop = "DROP TRANSFORM {@}",
    .columns = {{"definition", &replace_transform, {.lock = Lock::none}}},
    .drops = {.lock = Lock::none},
    .chosen = true,
    // A function that is made when there is one for its types depends on it, asked or not (ProcedureCreate): those that do not come first.
    .dependencies = R"sql(select 'pg_transform'::regclass, t.oid, 0, 'pg_proc'::regclass, p.oid, 0, 'b'
        from pg_transform t join pg_proc p on prolang = trflang and trftype = any(coalesce(proallargtypes, proargtypes::oid[]) || prorettype)
        where t.oid >= 16384 and p.oid >= 16384 and not exists (select from pg_depend
            where classid = 'pg_proc'::regclass and objid = p.oid and refclassid = 'pg_transform'::regclass and refobjid = t.oid))sql",
    .nodes = {"CreateTransformStmt", "OBJECT_TRANSFORM"},
};

}  // namespace plumb::kind
