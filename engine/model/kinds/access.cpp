// Owners, grants and default privileges, each as what deviates from what PostgreSQL gives by itself: the deploying role owns what it
// makes, and acldefault() is granted. So an absent object means the default, and an ACL is read relative to its owner.
#include <algorithm>
#include <set>
#include <sstream>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

std::set<std::string> privileges(const Value& text) {
    std::set<std::string> out;
    std::stringstream list(text.value_or(""));
    for (std::string one; std::getline(list, one, ',');) out.insert(one.substr(one.find_first_not_of(' ')));
    return out;
}

/// All the privileges that a table has, whatever the version knows of them, are called ALL.
std::string without(const Value& all, const Value& taken) {
    if (taken == "ALL") return "";
    auto rest = privileges(all);
    for (const auto& one : privileges(taken)) rest.erase(one);
    std::string out;
    for (const auto& one : rest) out += (out.empty() ? "" : ", ") + one;
    return out;
}

bool has_dependents(const Catalog& catalog, const Object& object) {
    Index position = catalog.find(object.kind, object.identity);
    return std::ranges::any_of(catalog.dependencies, [&](const Dependency& edge) { return edge.referenced == position; });
}

std::optional<std::vector<std::string>> change_privileges(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    std::vector<std::string> statements;
    auto gone = without(olds["privileges"], news["privileges"]);
    // REVOKE on a table also takes what was granted on its columns, so then all is granted anew.
    if (!gone.empty() && has_dependents(change.from, olds)) return std::nullopt;
    if (!gone.empty())
        statements.push_back(*news["prefix"] + "REVOKE " + gone + " ON " + *news["target"] + " FROM " + *news["grantee"]);
    if (auto come = gone == "ALL" ? *news["privileges"] : without(news["privileges"], olds["privileges"]); !come.empty())
        statements.push_back(*news["prefix"] + "GRANT " + come + " ON " + *news["target"] + " TO " + *news["grantee"]);
    return statements;
}

std::optional<std::vector<std::string>> change_grantable(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    std::vector<std::string> statements;
    std::string revoked = without(olds["privileges"], news["privileges"]), gone = without(Value(without(olds["grantable"], news["grantable"])), Value(revoked));
    if (!gone.empty())
        statements.push_back(*news["prefix"] + "REVOKE GRANT OPTION FOR " + gone + " ON " + *news["target"] + " FROM " + *news["grantee"]);
    bool none_left = revoked == "ALL" || gone == "ALL";
    if (auto come = none_left ? news["grantable"].value_or("") : without(news["grantable"], olds["grantable"]); !come.empty())
        statements.push_back(*news["prefix"] + "GRANT " + come + " ON " + *news["target"] + " TO " + *news["grantee"] + " WITH GRANT OPTION");
    return statements;
}

/// Revoking more and granting back; the value is what is revoked.
std::optional<std::vector<std::string>> change_revoked(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    std::vector<std::string> statements;
    const std::string back = *news["prefix"] + "GRANT ALL ON " + *news["target"] + " TO " + *news["grantee"];
    if (olds["privileges"] == "ALL") return std::vector{back, *news["prefix"] + "REVOKE " + *news["privileges"] + " ON " + *news["target"] + " FROM " + *news["grantee"]};
    if (auto come = without(news["privileges"], olds["privileges"]); !come.empty())
        statements.push_back(*news["prefix"] + "REVOKE " + come + " ON " + *news["target"] + " FROM " + *news["grantee"]);
    if (auto gone = without(olds["privileges"], news["privileges"]); !gone.empty())
        statements.push_back(*news["prefix"] + "GRANT " + gone + " ON " + *news["target"] + " TO " + *news["grantee"]);
    return statements;
}

}  // namespace

// Everything that has an owner or an ACL, as one relation; no CTE, so that what is not asked for is not worked out.
#define OWNED "(/*owned*/) o (class, oid, owner, nsp, word, identity, acl, grant_word, kind)"

#define ALL_OR(list) \
    "case " list " when 'DELETE, INSERT, /*170000:*/MAINTAIN, /*else:*//*end*/REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE' then 'ALL' else " list " end"

const Kind owner{
    .name = "owner",
    .query = R"sql(select word || ' ' || identity as identity, class as of_class, o.oid as of_oid, case when o.oid < 16384 then identity else rolname end as name, quote_ident(rolname) as owner,
            -- Its owner has no privileges by grant, nor has anybody twice.
            'privileges of ' || quote_ident(rolname) || ' on ' || grant_word || ' ' || identity as slot,
            case when o.oid < 16384 then identity end as schema, /*150000:*/case when o.oid < 16384 then 'pg_database_owner' else 'CURRENT_USER' end/*else:*/'CURRENT_USER'/*end*/ as usual
        from )sql" OWNED R"sql( join pg_roles r on r.oid = o.owner
        where (o.oid < 16384 or o.owner <> (select oid from pg_roles where rolname = current_user))
            and (o.oid >= 16384 or rolname <> 'pg_database_owner' and o.owner <> 10/*150000:*//*else:*/ and rolname <> current_user/*end*/)
            and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid and deptype in ('a', 'i')
                and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and o.word = 'SEQUENCE') order by 1)sql",
    .create = "ALTER {@} OWNER TO {owner}",
    .drop = "ALTER {@} OWNER TO {usual}",
    .columns = {{"owner", "ALTER {@} OWNER TO {owner}", {.hazards = {Hazard::changes_access}}}, {"usual", Ignored{}}},
    .creates = {.hazards = {Hazard::changes_access}},
    .drops = {.hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .nodes = {"AlterOwnerStmt"},
    .governed_by = Governs::owners,
};

#define OWNED_INITIALLY(catalog, condition, owner, schema, acl, word, letter, identity)                                              \
    "select '" catalog "'::regclass::oid, oid, " owner ", " schema "::oid, '" word "', " identity "::text, " acl ", '" word "', '" letter "' from " catalog \
    " where oid < 16384 and " condition

// Of PostgreSQL's own objects, whose superuser has all rights anyway, what initdb has not granted. Public is the user's: what it has is the version's affair.
#define ACLS                                                                                                                        \
    "with initial (class, oid, owner, nsp, word, identity, acl, grant_word, kind) as (" OWNED_INITIALLY("pg_class", "relkind in ('r', 'v')", "relowner", "relnamespace", "relacl", "TABLE", "r", "oid::regclass") \
    " union all " OWNED_INITIALLY("pg_proc", "proacl is not null", "proowner", "pronamespace", "proacl", "FUNCTION", "f", "oid::regprocedure")       \
    " union all " OWNED_INITIALLY("pg_type", "typacl is not null", "typowner", "typnamespace", "typacl", "TYPE", "T", "oid::regtype")                \
    " union all " OWNED_INITIALLY("pg_language", "lanacl is not null", "lanowner", "null", "lanacl", "LANGUAGE", "l", "quote_ident(lanname)")         \
    " union all " OWNED_INITIALLY("pg_namespace", "nspname in ('pg_catalog', 'information_schema')", "nspowner", "oid", "nspacl", "SCHEMA", "n", "quote_ident(nspname)") ")," \
    " acls as (select class, oid, 0 as sub, kind, owner, acl, nsp, grant_word || ' ' || identity as target, null::text as col, identity as subject from (select * from " OWNED \
    " union all select * from initial where nsp is distinct from 'information_schema'::regnamespace) x where acl is not null"        \
    " union all select 'pg_class'::regclass, attrelid, attnum, 'c', relowner, attacl, relnamespace, 'TABLE ' || attrelid::regclass, quote_ident(attname), attrelid::regclass || '.' || quote_ident(attname)" \
    " from pg_attribute join pg_class c on c.oid = attrelid where attacl is not null and not attisdropped and relpersistence <> 't'" \
    " and (c.oid >= 16384 or relnamespace <> 'information_schema'::regnamespace))," \
    " given as (select a.class, a.oid, a.sub, target, col, subject, nsp, owner, grantee, privilege_type as privilege, is_grantable" \
    " from acls a cross join lateral aclexplode(acl) where grantee <> owner or not is_grantable),"                                  \
    " usual as (select a.class, a.oid, a.sub, target, col, subject, nsp, owner, grantee, privilege_type as privilege"               \
    " from acls a left join pg_init_privs i on classoid = class and objoid = a.oid and objsubid = sub and subject <> 'public'"     \
    " cross join lateral aclexplode(coalesce(initprivs, acldefault(kind::\"char\", owner))))" \
    ", words as (select oid, quote_ident(rolname) as word, rolname as raw from pg_roles union all select 0, 'PUBLIC', 'public')"

// What is on PostgreSQL's own objects is part of no object and goes by their names.
#define NAMES(role)                                                                                                                      \
    " case when x.oid < 16384 then (select nspname from pg_namespace where oid = nsp) end as schema,"                              \
    " case when x.oid < 16384 then regexp_replace(subject, '^information_schema[.]|[(.].*', '', 'g') else " role " end as name, "

const Kind grant{
    .name = "grant",
    .query = ACLS R"sql(, extra as (select g.* from given g where not exists (select from usual u where u.class = g.class and u.oid = g.oid
            and u.sub = g.sub and u.grantee = g.grantee and u.privilege = g.privilege))
        select target || coalesce(' (' || col || ')', '') || ' TO ' || w.word as identity, class as of_class, x.oid as of_oid, sub as of_sub,)sql"
            NAMES("w.raw") R"sql(
            -- pg_auth_members stands in for a class of grants on tables: pg_depend never names it.
            case when col is null and class = 'pg_class'::regclass and x.oid >= 16384 then 'pg_auth_members'::regclass::oid end as class, x.oid, grantee::int as sub,
            case when col is not null then 'pg_auth_members'::regclass::oid end as needs_class, x.oid as needs_oid, grantee::int as needs_sub,
            'privileges of ' || w.word || ' on ' || target as slot,
            )sql" ALL_OR("string_agg(privilege || coalesce(' (' || col || ')', ''), ', ' order by privilege)") R"sql( as privileges,
            )sql" ALL_OR("string_agg(privilege || coalesce(' (' || col || ')', ''), ', ' order by privilege) filter (where is_grantable)") R"sql( as grantable,
            target, w.word as grantee, '' as prefix, col as "column"
        from extra x join words w on w.oid = grantee group by class, x.oid, sub, target, col, nsp, subject, w.word, w.raw, grantee order by 1)sql",
    .create = "GRANT {privileges} ON {target} TO {grantee}",
    .drop = "REVOKE ALL[ ({column})] ON {target} FROM {grantee}",
    .columns = {{"privileges", &change_privileges, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"grantable", &change_grantable, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"target", Ignored{}}, {"grantee", Ignored{}}, {"prefix", Ignored{}}, {"column", Ignored{}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .nodes = {"GrantStmt"},
    .governed_by = Governs::grants,
};

const Kind revocation{
    .name = "revocation",
    .query = ACLS R"sql(, missing as (select u.* from usual u where (u.oid >= 16384 or grantee <> owner or subject = 'public') and not exists (select from acls a cross join lateral aclexplode(a.acl) x
            where a.class = u.class and a.oid = u.oid and a.sub = u.sub and x.grantee = u.grantee and x.privilege_type = u.privilege))
        select target || ' FROM ' || case when grantee = owner then 'owner' else w.word end as identity, class as of_class, x.oid as of_oid, sub as of_sub,)sql"
            NAMES("case when not (grantee = owner) then w.raw end") ALL_OR("string_agg(privilege, ', ' order by privilege)") R"sql( as privileges, target, w.word as grantee, '' as prefix
        from missing x join words w on w.oid = grantee group by class, x.oid, sub, target, nsp, subject, w.word, w.raw, grantee = owner order by 1)sql",
    .create = "REVOKE {privileges} ON {target} FROM {grantee}",
    .drop = "GRANT {privileges} ON {target} TO {grantee}",
    .columns = {{"privileges", &change_revoked, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"target", Ignored{}}, {"grantee", Ignored{}}, {"prefix", Ignored{}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .nodes = {"GrantStmt"},
    .governed_by = Governs::grants,
};

// A parameter is the superuser's that initdb made, and has a row only while something is granted on it.
#define PARAMETER_ACLS                                                                                                            \
    "select p.oid, 'PARAMETER ' || (select string_agg(quote_ident(n), '.') from unnest(string_to_array(parname, '.')) n) as target, x.*" \
    " from pg_parameter_acl p, aclexplode(paracl) x where grantee <> 10"

const Kind parameter_grant{
    .name = "grant on a parameter",
    .query = R"sql(select 'pg_shdepend'::regclass::oid as class, x.oid, grantee::int as sub, target || ' TO ' || w.word as identity, w.raw as name,
        string_agg(privilege_type, ', ' order by privilege_type) as privileges,
        string_agg(privilege_type, ', ' order by privilege_type) filter (where is_grantable) as grantable, target, w.word as grantee, '' as prefix
        from (/*150000:*/)sql" PARAMETER_ACLS R"sql(/*else:*/select 0::oid as oid, 0::oid as grantee, '' as target, '' as privilege_type, true as is_grantable where false/*end*/) x
        join (select oid, quote_ident(rolname) as word, rolname as raw from pg_roles union all select 0, 'PUBLIC', 'public') w on w.oid = grantee
        group by x.oid, grantee, target, w.word, w.raw order by target, w.word)sql",
    .create = "GRANT {privileges} ON {target} TO {grantee}",
    .drop = "REVOKE ALL ON {target} FROM {grantee}",
    .columns = {{"privileges", &change_privileges, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"grantable", &change_grantable, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"target", Ignored{}}, {"grantee", Ignored{}}, {"prefix", Ignored{}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    // pg_shdepend stands in for a class that has no key for them.
    .dependencies = R"sql(select 'pg_shdepend'::regclass::oid, x.oid, grantee::int, 'pg_authid'::regclass::oid, grantee, 0, 'n'
        from (/*150000:*/)sql" PARAMETER_ACLS R"sql(/*else:*/select 0::oid as oid, 0::oid as grantee where false/*end*/) x)sql",
    .governed_by = Governs::roles,
    .shared = Shared::roles,
};

#define DEFAULT_ACLS                                                                                                              \
    "with acls as (select d.oid, defaclrole, defaclnamespace, defaclobjtype, defaclacl as acl,"                                   \
    " 'ALTER DEFAULT PRIVILEGES FOR ROLE ' || quote_ident(rolname) || coalesce(' IN SCHEMA ' || quote_ident(nspname), '') || ' ' as prefix, quote_ident(rolname) as role, rolname as raw_role," \
    " case defaclobjtype when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS' when 'T' then 'TYPES' when 'L' then 'LARGE OBJECTS' else 'SCHEMAS' end as target," \
    " nspname as schema, case when nspname is not null then 'pg_namespace'::regclass::oid end as of_class, nullif(defaclnamespace, 0) as of_oid" \
    " from pg_default_acl d join pg_roles r on r.oid = defaclrole left join pg_namespace n on n.oid = defaclnamespace),"           \
    " usual as (select a.oid, grantee, privilege_type as privilege from acls a cross join lateral"                                 \
    " aclexplode(acldefault(case defaclobjtype when 'S' then 's' else defaclobjtype end::\"char\", defaclrole)) where defaclnamespace = 0)," \
    " given as (select a.oid, grantee, privilege_type as privilege, is_grantable and grantee <> defaclrole as is_grantable"        \
    " from acls a cross join lateral aclexplode(acl)), words as (select oid, quote_ident(rolname) as word from pg_roles union all select 0, 'PUBLIC') "

const Kind default_grant{
    .name = "default privileges",
    .query = DEFAULT_ACLS R"sql(select schema as in_schema, role, raw_role || ' ' || replace(target, ' ', '') as name, prefix || 'ON ' || target || ' TO ' || w.word as identity, schema, of_class, of_oid, prefix, target, w.word as grantee,
            )sql" ALL_OR("string_agg(privilege, ', ' order by privilege)") R"sql( as privileges,
            )sql" ALL_OR("string_agg(privilege, ', ' order by privilege) filter (where is_grantable)") R"sql( as grantable
        from acls a join given g using (oid) join words w on w.oid = grantee
        where not exists (select from usual u where u.oid = g.oid and u.grantee = g.grantee and u.privilege = g.privilege)
        group by prefix, target, schema, role, raw_role, of_class, of_oid, w.word order by 1)sql",
    .create = "{prefix}GRANT {privileges} ON {target} TO {grantee}",
    .drop = "{prefix}REVOKE ALL ON {target} FROM {grantee}",
    .columns = {{"privileges", &change_privileges, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"grantable", &change_grantable, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"prefix", Ignored{}}, {"target", Ignored{}}, {"grantee", Ignored{}}, {"role", Ignored{}}, {"in_schema", Ignored{}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .last = true,
    .nodes = {"AlterDefaultPrivilegesStmt"},
    .governed_by = Governs::grants,
};

const Kind default_revocation{
    .name = "default privileges revoked",
    .query = DEFAULT_ACLS R"sql(select schema as in_schema, role, raw_role || ' ' || replace(target, ' ', '') as name, prefix || 'ON ' || target || ' FROM ' || w.word as identity, schema, of_class, of_oid, prefix, target, w.word as grantee,
            )sql" ALL_OR("string_agg(privilege, ', ' order by privilege)") R"sql( as privileges
        from acls a join usual u using (oid) join words w on w.oid = grantee
        where not exists (select from given g where u.oid = g.oid and u.grantee = g.grantee and u.privilege = g.privilege)
        group by prefix, target, schema, role, raw_role, of_class, of_oid, w.word order by 1)sql",
    .create = "{prefix}REVOKE {privileges} ON {target} FROM {grantee}",
    .drop = "{prefix}GRANT {privileges} ON {target} TO {grantee}",
    .columns = {{"privileges", &change_revoked, {.lock = Lock::none, .hazards = {Hazard::changes_access}}},
                {"prefix", Ignored{}}, {"target", Ignored{}}, {"grantee", Ignored{}}, {"role", Ignored{}}, {"in_schema", Ignored{}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .last = true,
    .nodes = {"AlterDefaultPrivilegesStmt"},
    .governed_by = Governs::grants,
};

/// The deviations of a new object from what the deployer's default privileges give it at its creation.
std::vector<std::string> undo_default_privileges(const Catalog& from, const Catalog& to, const Object& made) {
    std::vector<std::string> statements;
    if (!made.kind->privileges) return statements;
    std::string target = render(made.kind->privileges, made);
    for (const auto& given : from.objects) {
        bool grants = given.kind == &default_grant;
        if ((!grants && given.kind != &default_revocation) || *given["target"] != made.kind->privileges_of || *given["role"] != from.user) continue;
        if (given["in_schema"] && *given["in_schema"] != made.schema) continue;
        const std::string& grantee = *given["grantee"];
        Index wished = to.find(grants ? &grant : &revocation, target + (grants ? " TO " : " FROM ") + grantee);
        std::string rest = without(given["privileges"], wished == none ? Value() : to.objects[wished]["privileges"]);
        if (!rest.empty()) statements.push_back((grants ? "REVOKE " : "GRANT ") + rest + " ON " + target + (grants ? " FROM " : " TO ") + grantee);
        if (!grants || wished == none) continue;
        std::string options = without(Value(without(given["grantable"], to.objects[wished]["grantable"])), Value(rest));
        if (!options.empty()) statements.push_back("REVOKE GRANT OPTION FOR " + options + " ON " + target + " FROM " + grantee);
    }
    return statements;
}

}  // namespace plumb::kind

