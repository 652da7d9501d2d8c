// Operator families, their loose members, and operator classes. A member that a class needs is the class's, all others come and go
// by themselves; which is which PostgreSQL decides (pg_depend: internal to the class, or automatic to the family).
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind operator_family{
    .name = "operator family",
    .query = R"sql(select 'pg_opfamily'::regclass::oid as class, f.oid,
        quote_ident(n.nspname) || '.' || quote_ident(opfname) || ' USING ' || quote_ident(amname) as identity, n.nspname as schema, opfname as name
        from pg_opfamily f join pg_namespace n on n.oid = opfnamespace join pg_am a on a.oid = opfmethod where f.oid >= 16384 order by f.oid)sql",
    .create = "CREATE OPERATOR FAMILY {@}",
    .drop = "DROP OPERATOR FAMILY {@}",
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER OPERATOR FAMILY {@} RENAME TO ", .to_schema = "ALTER OPERATOR FAMILY {@} SET SCHEMA ", .effect = {.lock = Lock::none}},
    .owned = R"sql(select 'pg_opfamily'::regclass::oid, f.oid, opfowner, opfnamespace, 'OPERATOR FAMILY',
            quote_ident(nspname) || '.' || quote_ident(opfname) || ' USING ' || quote_ident(amname), null, null, null
        from pg_opfamily f join pg_namespace n on n.oid = opfnamespace join pg_am a on a.oid = opfmethod where f.oid >= 16384)sql",
    .nodes = {"CreateOpFamilyStmt", "CreateOpClassStmt", "OBJECT_OPFAMILY"},
};

// A member: its key in pg_depend, its number, what it is called where it goes and where it comes.
#define MEMBERS                                                                                                                      \
    "with members as (select 'pg_amop'::regclass::oid as class, o.oid, amopfamily as family, amopstrategy as number, amoplefttype as lefttype, amoprighttype as righttype," \
    " format('OPERATOR %s (%s, %s)', amopstrategy, format_type(amoplefttype, null), format_type(amoprighttype, null)) as slot,"       \
    " format('OPERATOR %s %s', amopstrategy, amopopr::regoperator) || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(opfname), '') as text" \
    " from pg_amop o left join pg_opfamily s on s.oid = amopsortfamily left join pg_namespace sn on sn.oid = opfnamespace where o.oid >= 16384" \
    " union all select 'pg_amproc'::regclass, oid, amprocfamily, amprocnum + 1000, amproclefttype, amprocrighttype,"                  \
    " format('FUNCTION %s (%s, %s)', amprocnum, format_type(amproclefttype, null), format_type(amprocrighttype, null)),"              \
    " format('FUNCTION %s (%s, %s) %s', amprocnum, format_type(amproclefttype, null), format_type(amprocrighttype, null), amproc::regprocedure)" \
    " from pg_amproc where oid >= 16384) "

const Kind operator_family_member{
    .name = "operator family member",
    .query = MEMBERS R"sql(select m.class, m.oid, slot || ' OF ' || quote_ident(n.nspname) || '.' || quote_ident(opfname) || ' USING ' || quote_ident(amname) as identity,
        n.nspname as schema, slot as name, 'pg_opfamily'::regclass::oid as of_class, f.oid as of_oid,
        quote_ident(n.nspname) || '.' || quote_ident(opfname) || ' USING ' || quote_ident(amname) as family, slot as member, text as definition
        from members m join pg_opfamily f on f.oid = family join pg_namespace n on n.oid = opfnamespace join pg_am a on a.oid = opfmethod
        where not exists (select from pg_depend where classid = m.class and objid = m.oid and refclassid = 'pg_opclass'::regclass and deptype = 'i')
        order by f.oid, number, slot)sql",
    .create = "ALTER OPERATOR FAMILY {family} ADD {definition}",
    .drop = "ALTER OPERATOR FAMILY {family} DROP {member}",
    .columns = {{"family", Ignored{}}, {"member", Ignored{}}, {"definition"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    // pg_depend knows the types of a member through its operator or function only, which may take others.
    .dependencies = R"sql(select 'pg_amop'::regclass::oid, oid, 0, 'pg_type'::regclass::oid, unnest(array[amoplefttype, amoprighttype]), 0, 'n' from pg_amop where oid >= 16384
        union all select 'pg_amproc'::regclass::oid, oid, 0, 'pg_type'::regclass::oid, unnest(array[amproclefttype, amprocrighttype]), 0, 'n' from pg_amproc where oid >= 16384)sql",
    .nodes = {"AlterOpFamilyStmt"},
};

const Kind operator_class{
    .name = "operator class",
    .query = MEMBERS R"sql(select 'pg_opclass'::regclass::oid as class, c.oid,
        quote_ident(n.nspname) || '.' || quote_ident(opcname) || ' USING ' || quote_ident(amname) as identity, n.nspname as schema, opcname as name,
        quote_ident(n.nspname) || '.' || quote_ident(opcname) as class_name, case when opcdefault then 'DEFAULT ' else '' end as is_default,
        'FOR TYPE ' || format_type(opcintype, null) || ' USING ' || quote_ident(amname) || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(opfname) as purpose,
        case when opcdefault then 'default operator class for ' || format_type(opcintype, null) || ' USING ' || quote_ident(amname) end as slot,
        -- Its members have their places in the family.
        'members for ' || format_type(opcintype, null) || ' OF ' || quote_ident(fn.nspname) || '.' || quote_ident(opfname) || ' USING ' || quote_ident(amname) as occupies,
        coalesce(nullif(concat_ws(E',\n    ', 'STORAGE ' || format_type(nullif(opckeytype, 0), null), m.list), ''), 'STORAGE ' || format_type(opcintype, null)) as members
        from pg_opclass c join pg_namespace n on n.oid = opcnamespace join pg_am a on a.oid = opcmethod
        join pg_opfamily f on f.oid = opcfamily join pg_namespace fn on fn.oid = opfnamespace
        left join (select refobjid, string_agg(text, E',\n    ' order by number, slot) as list from members m
            join pg_depend on classid = m.class and objid = m.oid and refclassid = 'pg_opclass'::regclass and deptype = 'i' group by 1) m on refobjid = c.oid
        where c.oid >= 16384 order by c.oid)sql",
    .create = "CREATE OPERATOR CLASS {class_name} {is_default}{purpose} AS\n    {members}",
    .drop = "DROP OPERATOR CLASS {@}",
    .columns = {{"class_name", Ignored{}}, {"is_default"}, {"purpose"}, {"members"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER OPERATOR CLASS {@} RENAME TO ", .to_schema = "ALTER OPERATOR CLASS {@} SET SCHEMA ", .effect = {.lock = Lock::none}},
    .owned = R"sql(select 'pg_opclass'::regclass::oid, c.oid, opcowner, opcnamespace, 'OPERATOR CLASS',
            quote_ident(nspname) || '.' || quote_ident(opcname) || ' USING ' || quote_ident(amname), null, null, null
        from pg_opclass c join pg_namespace n on n.oid = opcnamespace join pg_am a on a.oid = opcmethod where c.oid >= 16384)sql",
    .nodes = {"CreateOpClassStmt", "OBJECT_OPCLASS"},
};

}  // namespace plumb::kind
