// Domains and their check constraints.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// From 17 on NOT NULL is a constraint with a name.
std::optional<std::vector<std::string>> change_not_null(const Change& change) {
    const Object& domain = change.new_object;
    bool named = domain["not_null"] && domain["not_null_name"];
    return std::vector{"ALTER DOMAIN " + domain.identity + " " +
                       render(named ? "ADD {not_null_inside}" : "[SET {not_null}][!not_null DROP NOT NULL]", domain)};
}

Effect weigh_not_null(const Change& change) {
    if (!change.new_object["not_null"]) return {.lock = Lock::none};
    return {.lock = Lock::share, .scans = true};
}

Effect weigh_base(const Change& change) { return {.lossy = rounds(*change.old_object["base"], *change.new_object["base"])}; }

std::optional<std::vector<std::string>> rename_not_null(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    if (!olds["not_null"] || !news["not_null"]) return std::vector<std::string>{};
    return std::vector{"ALTER DOMAIN " + news.identity + " RENAME CONSTRAINT " + *olds["not_null_constraint"] + " TO " + *news["not_null_constraint"]};
}

}  // namespace

const Kind domain{
    .name = "domain",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        format_type(t.typbasetype, t.typtypmod) as base,
        case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end as collation,
        case when t.typnotnull then 'NOT NULL' end as not_null,
        /*170000:*/case when conname <> t.typname || '_not_null' then quote_ident(conname) end as not_null_name,
        case when t.typnotnull then case when conname <> t.typname || '_not_null' then 'CONSTRAINT ' || quote_ident(conname) || ' ' else '' end || 'NOT NULL' end
            as not_null_inside, quote_ident(conname) as not_null_constraint,
        /*else:*/null as not_null_name, case when t.typnotnull then 'NOT NULL' end as not_null_inside, null as not_null_constraint,/*end*/
        quote_ident(left(t.typname, 55) || '_old') as aside, quote_ident(n.nspname) as in_schema
        from pg_type t join pg_type b on b.oid = t.typbasetype join pg_namespace n on n.oid = t.typnamespace
        /*170000:*/left join pg_constraint nn on nn.contypid = t.oid and nn.contype = 'n'/*else:*//*end*/
        where t.typtype = 'd' and t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE DOMAIN {@} AS {base}[ COLLATE {collation}][ {not_null_inside}][\n    {+}]",
    .drop = "DROP DOMAIN {@}",
    .alter = "ALTER DOMAIN {@} ",
    .separator = "\n    ",
    .step_aside = "ALTER DOMAIN {@} RENAME TO {aside}",
    .aside = "{in_schema}.{aside}",
    .converts = "::",
    .columns = {{.name = "base", .weigh = &weigh_base}, {"collation"},
                {.name = "not_null", .change = &change_not_null, .weigh = &weigh_not_null, .in_create = true},
                {.name = "not_null_name", .change = &rename_not_null, .effect = {.lock = Lock::none}, .in_create = true, .since = 170000},
                {"not_null_inside", Ignored{}}, {"not_null_constraint", Ignored{}},
                {"aside", Ignored{}}, {"in_schema", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER DOMAIN {@} RENAME TO ", .to_schema = "ALTER DOMAIN {@} SET SCHEMA "},
    .dependencies = R"sql(select 'pg_constraint'::regclass::oid, oid, 0, 'pg_type'::regclass::oid, contypid, 0, 'i'
        from pg_constraint where contype = 'n' and contypid >= 16384)sql",
    .privileges = "DOMAIN {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("typtype = 'd'", "DOMAIN"),
    .nodes = {"CreateDomainStmt", "AlterDomainStmt", "OBJECT_DOMAIN", "OBJECT_TYPE"},
};

/// The default of a domain is an object of its own, so that what it uses can be made anew while the domain stays.
const Kind domain_default{
    .name = "domain default",
    .query = R"sql(select 'pg_type'::regclass::oid as class, t.oid, -1 as sub, t.oid::regtype::text as identity, n.nspname as schema, typname as name,
        'pg_type'::regclass::oid as of_class, t.oid as of_oid, pg_get_expr(typdefaultbin, 0) as expression
        from pg_type t join pg_namespace n on n.oid = typnamespace where typtype = 'd' and typdefaultbin is not null and t.oid >= 16384 order by t.oid)sql",
    .create = "ALTER DOMAIN {@} SET DEFAULT {expression}",
    .drop = "ALTER DOMAIN {@} DROP DEFAULT",
    .alter = "ALTER DOMAIN {@} ",
    .inside = "DEFAULT {expression}",
    .columns = {{"expression", "SET DEFAULT {expression}", {.lock = Lock::none}, Compare::expression}},
    .creates = {.lock = Lock::none},
    .drops = {.lock = Lock::none},
    .dependencies = R"sql(select classid, objid, sub, refclassid, refobjid, refobjsubid, type from pg_depend join pg_type t on t.oid = objid
        cross join (values (0, '-'), (-1, 'n')) x (sub, type)
        where classid = 'pg_type'::regclass and deptype = 'n' and typtype = 'd' and typdefaultbin is not null
            and refclassid <> 'pg_namespace'::regclass and refobjid not in (typbasetype, typcollation) and objid >= 16384)sql",
    .nodes = {"AlterDomainStmt"},
};

const Kind domain_constraint{
    .name = "domain constraint",
    .query = R"sql(select 'pg_constraint'::regclass::oid as class, c.oid, quote_ident(conname) || ' ON DOMAIN ' || contypid::regtype as identity,
        n.nspname as schema, conname as name, 'pg_type'::regclass::oid as of_class, contypid as of_oid, contypid::regtype::text as domain,
        quote_ident(conname) as "constraint", pg_get_constraintdef(c.oid) as definition, case when convalidated then '' end as inside
        from pg_constraint c join pg_type t on t.oid = contypid join pg_namespace n on n.oid = t.typnamespace
        where contype = 'c' and contypid <> 0 and c.oid >= 16384 order by c.oid)sql",
    .create = "ALTER DOMAIN {domain} ADD CONSTRAINT {constraint} {definition}",
    .drop = "ALTER DOMAIN {domain} DROP CONSTRAINT {constraint}",
    .inside = "[{inside}CONSTRAINT {constraint} {definition}]",
    .columns = {{"domain", Ignored{}}, {"constraint", Ignored{}}, {"definition", Replace{}, {}, Compare::expression}, {"inside", Ignored{}}},
    .creates = {.lock = Lock::share, .scans = true},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER DOMAIN {domain} RENAME CONSTRAINT {constraint} TO ", .effect = {.lock = Lock::none}, .follows = true},
    .nodes = {"Constraint", "OBJECT_DOMCONSTRAINT"},
};

}  // namespace plumb::kind
