// Roles, who is a member of whom, and what is set for them. Passwords are never read: a role that a plan makes has none.
#include "engine/model/kinds/all.hpp"
#include "engine/model/plan.hpp"

namespace plumb::kind {

namespace {

constexpr Effect harmless{.lock = Lock::none};
const Effect access{.lock = Lock::none, .hazards = {Hazard::changes_access}};

/// The password of a role that goes is written down nowhere.
Effect weigh(const Object& object, Verb verb) {
    Effect out = access;
    out.lossy = verb == Verb::drop && object["login"].has_value();
    return out;
}

std::string warn(const Object& object, Verb verb) {
    if (verb == Verb::create && object["login"]) return "role " + object.identity + " is made without a password: set it by hand, for example with \\password";
    if (verb == Verb::drop && object["elsewhere"])
        return "role " + object.identity + " has objects or grants in other databases (" + *object["elsewhere"] + "): as long as that is so, PostgreSQL refuses to drop it";
    return "";
}

/// Up to 15 ADMIN OPTION is all there is, and GRANT does not take it away.
std::optional<std::vector<std::string>> change_membership(const Change& change) {
    const Object& news = change.new_object;
    std::string what = *news["role"], to = *news["member"], by = news["by"].value_or("");
    if (!news["options"]) return std::vector{"REVOKE ADMIN OPTION FOR " + what + " FROM " + to + by};
    return std::vector{"GRANT " + what + " TO " + to + " WITH " + *news["all_options"] + by};
}

}  // namespace

// VALID UNTIL takes no NULL; infinity means the same.
const Kind role{
    .name = "role",
    .query = R"sql(select 'pg_authid'::regclass::oid as class, r.oid, quote_ident(rolname) as identity, rolname as name,
        case when rolsuper then 'SUPERUSER' end as superuser, case when rolcreatedb then 'CREATEDB' end as createdb,
        case when rolcreaterole then 'CREATEROLE' end as createrole, case when not rolinherit then 'NOINHERIT' end as inherit,
        case when rolcanlogin then 'LOGIN' end as login, case when rolreplication then 'REPLICATION' end as replication,
        case when rolbypassrls then 'BYPASSRLS' end as bypassrls, nullif(rolconnlimit, -1) as connections,
        quote_literal(nullif(rolvaliduntil, 'infinity')) as until, rolcanlogin as holds_data,
        case when r.oid = 10 or rolname = current_user then 'yes' end as stays, elsewhere
        from pg_roles r left join (select refobjid, string_agg(distinct quote_ident(datname), ', ') as elsewhere
            from pg_shdepend join pg_database d on d.oid = dbid where refclassid = 'pg_authid'::regclass and datname <> current_database()
            group by refobjid) e on refobjid = r.oid
        where rolname !~ '^pg_' order by rolname)sql",
    .create = "CREATE ROLE {@}[ {superuser}][ {createdb}][ {createrole}][ {inherit}][ {login}][ {replication}][ {bypassrls}]"
              "[ CONNECTION LIMIT {connections}][ VALID UNTIL {until}]",
    .drop = "DROP ROLE {@}",
    .alter = "ALTER ROLE {@} ",
    .joins = " ",
    .columns = {{"superuser", "{superuser|NOSUPERUSER}", access},
                {"createdb", "{createdb|NOCREATEDB}", access},
                {"createrole", "{createrole|NOCREATEROLE}", access},
                {"inherit", "{inherit|INHERIT}", access},
                {"login", "{login|NOLOGIN}", access},
                {"replication", "{replication|NOREPLICATION}", access},
                {"bypassrls", "{bypassrls|NOBYPASSRLS}", access},
                {"connections", "CONNECTION LIMIT {connections|-1}", access},
                {"until", "VALID UNTIL {until|'infinity'}", access},
                {"stays", Ignored{}},
                {"elsewhere", Ignored{}}},
    .weigh = &weigh,
    .warn = &warn,
    .nodes = {"CreateRoleStmt"},
    .governed_by = Governs::roles,
    .shared = Shared::roles,
    .used = R"sql(select pg_catalog.pg_describe_object(classid, objid, objsubid) from pg_catalog.pg_shdepend
        where refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass and refobjid = pg_catalog.to_regrole($1)
            and dbid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()) order by 1)sql",
};

// A grant of the superuser that initdb made, or of the deployer who is none, is what a GRANT without GRANTED BY gives. From 16 on whoever
// makes a role without being a superuser becomes its member, by that superuser's grant.
#define MEMBERS                                                                                                                         \
    "with me as (select oid, rolsuper from pg_roles where rolname = current_user), members as ("                                        \
    "select a.*, r.rolname as rolename, m.rolname as membername, /*160000:*/case when grantor <> 10 and (me.rolsuper or grantor <> me.oid)" \
    " then ' GRANTED BY ' || quote_ident(g.rolname) end/*else:*/null/*end*/ as by, grantor = me.oid as mine"                            \
    " from pg_auth_members a join pg_roles r on r.oid = roleid join pg_roles m on m.oid = member left join pg_roles g on g.oid = grantor, me" \
    " where m.rolname !~ '^pg_' /*160000:*/and not (member = me.oid and grantor = 10 and admin_option and not inherit_option and not set_option)" \
    "/*else:*//*end*/) "

const Kind membership{
    .name = "membership",
    .query = MEMBERS R"sql(select distinct on (identity) 'pg_auth_members'::regclass::oid as class, /*160000:*/oid/*else:*/null::oid/*end*/ as oid, -1 as sub, identity,
        'pg_authid'::regclass::oid as of_class, member as of_oid, membername as name,
        case when rolename !~ '^pg_' then 'pg_authid'::regclass::oid end as needs_class, roleid as needs_oid,
        quote_ident(rolename) as role, quote_ident(membername) as member, by,
        /*160000:*/concat_ws(', ', case when admin_option then 'ADMIN TRUE' end, 'INHERIT ' || upper(inherit_option::text), case when not set_option then 'SET FALSE' end)
        /*else:*/case when admin_option then 'ADMIN OPTION' end/*end*/ as options,
        /*160000:*/upper(format('ADMIN %s, INHERIT %s, SET %s', admin_option::text, inherit_option::text, set_option::text))
        /*else:*/case when admin_option then 'ADMIN OPTION' end/*end*/ as all_options
        from (select *, quote_ident(rolename) || ' TO ' || quote_ident(membername) || coalesce(by, '') as identity from members) x
        order by identity, mine desc)sql",
    .create = "GRANT {role} TO {member}[ WITH {options}][{by}]",
    .drop = "REVOKE {role} FROM {member}[{by}]",
    .columns = {{"role", Ignored{}}, {"member", Ignored{}}, {"by", Ignored{}}, {"options", &change_membership, access}, {"all_options", Ignored{}}},
    .creates = access,
    .drops = access,
    .dependencies = R"sql(select 'pg_auth_members'::regclass::oid, /*160000:*/a.oid/*else:*/null::oid/*end*/, -1, 'pg_auth_members'::regclass::oid,
        /*160000:*/g.oid/*else:*/null::oid/*end*/, -1, 'b' from pg_auth_members a join pg_auth_members g on g.roleid = a.roleid and g.member = a.grantor
        where /*160000:*/g.admin_option/*else:*/false/*end*/)sql",
    .governed_by = Governs::roles,
    .shared = Shared::roles,
};

const Kind role_setting{
    .name = "role setting",
    .query = R"sql(select subject || ' SET ' || parameter as identity, 'pg_authid'::regclass::oid as of_class, nullif(setrole, 0) as of_oid, rolname as name,
        subject, parameter, value from (select setrole, rolname, 'ROLE ' || coalesce(quote_ident(rolname), 'ALL')
            || case when setdatabase <> 0 then ' IN DATABASE ' || quote_ident(current_database()) else '' end as subject, )sql" SETTING("c") R"sql(
        from pg_db_role_setting left join pg_roles r on r.oid = setrole, unnest(setconfig) c
        where setdatabase in (0, (select oid from pg_database where datname = current_database())) and (setrole <> 0 or setdatabase = 0)) x order by 1)sql",
    .create = "ALTER {subject} SET {parameter} TO {value}",
    .drop = "ALTER {subject} RESET {parameter}",
    .alter = "ALTER {subject} SET {parameter} ",
    .columns = {{"subject", Ignored{}}, {"parameter", Ignored{}}, {"value", "TO {value}", harmless}},
    .creates = harmless,
    .drops = harmless,
    .governed_by = Governs::roles,
    .shared = Shared::roles,
};

}  // namespace plumb::kind
