// Operators. Each links itself to its commutator and negator, so the one that comes second makes the link of both.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// The operator that a column names is made or dropped by the same plan, which makes or breaks the link from its side.
std::optional<std::vector<std::string>> change_link(const Change& change, const char* link, const char* word) {
    const Object &olds = change.old_object, &news = change.new_object;
    const std::string other = std::string(link) + "_identity";
    bool comes = !olds[link] && change.from.find(news.kind, *news[other]) == none && change.to.find(news.kind, *news[other]) != none;
    bool goes = !news[link] && change.to.find(news.kind, *olds[other]) == none && change.from.find(news.kind, *olds[other]) != none;
    if (comes || goes) return std::vector<std::string>{};
    if (olds[link] || change.to.server_version < 170000) return std::nullopt;
    return std::vector{"ALTER OPERATOR " + news.identity + " SET (" + word + " = " + *news[link] + ")"};
}

std::optional<std::vector<std::string>> change_commutator(const Change& change) { return change_link(change, "commutator", "COMMUTATOR"); }
std::optional<std::vector<std::string>> change_negator(const Change& change) { return change_link(change, "negator", "NEGATOR"); }

/// From 17 on an operator can become one that hashes or merges, but never cease to be.
std::optional<std::vector<std::string>> add_flag(const Change& change, const char* flag) {
    if (!change.new_object[flag] || change.to.server_version < 170000) return std::nullopt;
    return std::vector{"ALTER OPERATOR " + change.new_object.identity + " SET (" + *change.new_object[flag] + ")"};
}

std::optional<std::vector<std::string>> add_hashes(const Change& change) { return add_flag(change, "hashes"); }
std::optional<std::vector<std::string>> add_merges(const Change& change) { return add_flag(change, "merges"); }

}  // namespace

#define OPERATOR_IDENTITY(o, schema)                                                                                         \
    "quote_ident(" schema ") || '.' || " o ".oprname || ' (' || case when " o ".oprleft = 0 then 'NONE' else format_type(" o ".oprleft, null) end" \
    " || ', ' || case when " o ".oprright = 0 then 'NONE' else format_type(" o ".oprright, null) end || ')'"
#define OPERATOR_SYMBOL(o, schema) "'OPERATOR(' || quote_ident(" schema ") || '.' || " o ".oprname || ')'"

const Kind operator_{
    .name = "operator",
    .query = "select 'pg_operator'::regclass::oid as class, o.oid, " OPERATOR_IDENTITY("o", "n.nspname") R"sql( as identity, n.nspname as schema,
        o.oprname as name, concat()sql" TYPE_WORDS("l") ", " TYPE_WORDS("r") R"sql() as arguments, quote_ident(n.nspname) || '.' || o.oprname as symbol,
        concat_ws(', ', 'FUNCTION = ' || o.oprcode, 'LEFTARG = ' || format_type(nullif(o.oprleft, 0), null),
            'RIGHTARG = ' || format_type(nullif(o.oprright, 0), null)) as definition,
        )sql" OPERATOR_SYMBOL("c", "cn.nspname") " as commutator, " OPERATOR_IDENTITY("c", "cn.nspname") " as commutator_identity, "
            OPERATOR_SYMBOL("g", "gn.nspname") " as negator, " OPERATOR_IDENTITY("g", "gn.nspname") R"sql( as negator_identity,
        nullif(o.oprrest::oid, 0)::regproc as restrict, nullif(o.oprjoin::oid, 0)::regproc as join,
        case when o.oprcanhash then 'HASHES' end as hashes, case when o.oprcanmerge then 'MERGES' end as merges
        from pg_operator o join pg_namespace n on n.oid = oprnamespace
        left join pg_type l on l.oid = o.oprleft left join pg_type r on r.oid = o.oprright
        left join pg_operator c on c.oid = o.oprcom left join pg_namespace cn on cn.oid = c.oprnamespace
        left join pg_operator g on g.oid = o.oprnegate left join pg_namespace gn on gn.oid = g.oprnamespace
        where o.oid >= 16384 and o.oprcode <> 0 order by o.oid)sql",
    .create = "CREATE OPERATOR {symbol} ({definition}[, COMMUTATOR = {commutator}][, NEGATOR = {negator}]"
              "[, RESTRICT = {restrict}][, JOIN = {join}][, {hashes}][, {merges}])",
    .drop = "DROP OPERATOR {@}",
    .alter = "ALTER OPERATOR {@} SET ",
    .columns = {{"symbol", Ignored{}}, {"definition"},
                {"commutator", &change_commutator, {.lock = Lock::none}}, {"commutator_identity", Ignored{}},
                {"negator", &change_negator, {.lock = Lock::none}}, {"negator_identity", Ignored{}},
                {"restrict", "(RESTRICT = {restrict|NONE})", {.lock = Lock::none}}, {"join", "(JOIN = {join|NONE})", {.lock = Lock::none}},
                {"hashes", &add_hashes, {.lock = Lock::none}}, {"merges", &add_merges, {.lock = Lock::none}}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to_schema = "ALTER OPERATOR {@} SET SCHEMA "},
    .owned = "select 'pg_operator'::regclass::oid, o.oid, oprowner, oprnamespace, 'OPERATOR', " OPERATOR_IDENTITY("o", "n.nspname") R"sql(, null, null, null
        from pg_operator o join pg_namespace n on n.oid = oprnamespace where o.oid >= 16384 and oprcode <> 0)sql",
    .nodes = {"DefineStmt", "AlterOperatorStmt", "OBJECT_OPERATOR"},
};

}  // namespace plumb::kind
