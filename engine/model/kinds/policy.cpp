// Row security policies.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// ALTER POLICY can change an expression but not take it away.
std::optional<std::vector<std::string>> change_policy(const Change& change) {
    const Object &old_policy = change.old_object, &policy = change.new_object;
    for (const char* name : {"using", "check"})
        if (old_policy[name].has_value() != policy[name].has_value()) return std::nullopt;
    // The three values change in one statement; the first that differs makes it.
    return std::vector{render("ALTER POLICY {policy} ON {table} TO {roles}[ USING ({using})][ WITH CHECK ({check})]", policy)};
}

std::optional<std::vector<std::string>> change_after_roles(const Change& change) {
    if (change.old_object["roles"] != change.new_object["roles"]) return std::vector<std::string>{};
    return change_policy(change);
}

std::optional<std::vector<std::string>> change_after_using(const Change& change) {
    if (change.old_object["using"] != change.new_object["using"]) return std::vector<std::string>{};
    return change_after_roles(change);
}

}  // namespace

const Kind policy{
    .name = "policy",
    .query = R"sql(select 'pg_policy'::regclass::oid as class, p.oid, quote_ident(polname) || ' ON ' || polrelid::regclass as identity,
        n.nspname as schema, polname as name, 'pg_class'::regclass::oid as of_class, polrelid as of_oid, polrelid::regclass as "table",
        quote_ident(polname) as "policy", case when not polpermissive then 'RESTRICTIVE' end as restrictive,
        case polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE' end as command,
        (select string_agg(case when r = 0 then 'PUBLIC' else quote_ident(rolname) end, ', ' order by rolname)
            from unnest(polroles) r left join pg_roles on pg_roles.oid = r) as roles,
        pg_get_expr(polqual, polrelid) as "using", pg_get_expr(polwithcheck, polrelid) as "check"
        from pg_policy p join pg_class c on c.oid = polrelid join pg_namespace n on n.oid = relnamespace
        where p.oid >= 16384 order by p.oid)sql",
    .create = "CREATE POLICY {policy} ON {table}[ AS {restrictive}][ FOR {command}] TO {roles}[ USING ({using})][ WITH CHECK ({check})]",
    .drop = "DROP POLICY {policy} ON {table}",
    .columns = {{"table", Ignored{}},
                {"policy", Ignored{}},
                {"restrictive"},
                {"command"},
                {"roles", &change_policy, {.hazards = {Hazard::changes_access}}},
                {"using", &change_after_roles, {.hazards = {Hazard::changes_access}}, Compare::expression},
                {"check", &change_after_using, {.hazards = {Hazard::changes_access}}, Compare::expression}},
    .creates = {.hazards = {Hazard::changes_access}},
    .drops = {.hazards = {Hazard::changes_access}},
    .renames = {.to = "ALTER POLICY {policy} ON {table} RENAME TO ", .effect = {}},
    .nodes = {"CreatePolicyStmt", "AlterPolicyStmt", "OBJECT_POLICY"},
};

}  // namespace plumb::kind
