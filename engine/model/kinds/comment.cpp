// Comments and security labels on anything.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

// What COMMENT and SECURITY LABEL call an object i of pg_identify_object.
#define CALLED \
    "case when i.type ~ ' column$' then 'COLUMN ' || identity " \
    "when i.type = 'table constraint' then 'CONSTRAINT ' || identity " \
    "when i.type = 'domain constraint' then 'CONSTRAINT ' || regexp_replace(identity, ' on ([^ ]*)$', ' ON DOMAIN \\1') " \
    "when i.type = 'statistics object' then 'STATISTICS ' || identity " \
    "when i.type = 'transform' then regexp_replace(identity, '^for (.*?) (on )?language ', 'TRANSFORM FOR \\1 LANGUAGE ') " \
    "when i.type in ('composite type', 'type') then 'TYPE ' || identity " \
    "when i.type = 'procedure' then 'PROCEDURE ' || (select " ROUTINE " from pg_proc p where p.oid = objoid) " \
    "when i.type = 'aggregate' then 'AGGREGATE ' || replace(identity, '()', '(*)') " \
    "else upper(replace(i.type, '-', ' ')) || ' ' || identity end as target "

const Kind comment{
    .name = "comment",
    .query = R"sql(select target as identity, case when classoid = 'pg_namespace'::regclass and objoid < 16384 then 'public' end as schema, classoid as of_class, objoid as of_oid, objsubid as of_sub, quote_literal(description) as text
        from (select d.*, )sql" CALLED R"sql(
            from pg_description d cross join lateral pg_identify_object(classoid, objoid, objsubid) i
            where objoid >= 16384 or classoid = 'pg_namespace'::regclass and objoid = 'public'::regnamespace) x
        where target is not null  -- What lost its object stays in pg_description for some classes.
        order by target)sql",
    .create = "COMMENT ON {@} IS {text}",
    .drop = "COMMENT ON {@} IS NULL",
    .columns = {{"text", "COMMENT ON {@} IS {text}", {.lock = Lock::none}}},
    .creates = {.lock = Lock::none},
    .drops = {.lock = Lock::none},
    .follows = Follows::all,
    .nodes = {"CommentStmt"},
};

const Kind security_label{
    .name = "security label",
    .query = R"sql(select quote_ident(provider) || ' ON ' || target as identity, classoid as of_class, objoid as of_oid, objsubid as of_sub,
        quote_ident(provider) as provider, target, quote_literal(label) as label
        from (select d.*, )sql" CALLED R"sql( from pg_seclabel d cross join lateral pg_identify_object(classoid, objoid, objsubid) i where objoid >= 16384) x
        order by 1)sql",
    .create = "SECURITY LABEL FOR {provider} ON {target} IS {label}",
    .drop = "SECURITY LABEL FOR {provider} ON {target} IS NULL",
    .alter = "SECURITY LABEL FOR {provider} ON {target} ",
    .columns = {{"provider", Ignored{}}, {"target", Ignored{}}, {"label", "IS {label}", {.lock = Lock::none, .hazards = {Hazard::changes_access}}}},
    .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
    .follows = Follows::all,
    .nodes = {"SecLabelStmt"},
};

namespace {

/// Of what no single database has: roles, and the database itself.
Kind shared_comment(const char* name, const char* query, Governs governed_by, Shared shared) {
    return {
        .name = name,
        .query = query,
        .create = "COMMENT ON {@} IS {text}",
        .drop = "COMMENT ON {@} IS NULL",
        .columns = {{"text", "COMMENT ON {@} IS {text}", {.lock = Lock::none}}},
        .creates = {.lock = Lock::none},
        .drops = {.lock = Lock::none},
        .governed_by = governed_by,
        .shared = shared,
    };
}

Kind shared_label(const char* name, const char* query, Governs governed_by, Shared shared) {
    return {
        .name = name,
        .query = query,
        .create = "SECURITY LABEL FOR {provider} ON {target} IS {label}",
        .drop = "SECURITY LABEL FOR {provider} ON {target} IS NULL",
        .alter = "SECURITY LABEL FOR {provider} ON {target} ",
        .columns = {{"provider", Ignored{}}, {"target", Ignored{}}, {"label", "IS {label}", {.lock = Lock::none, .hazards = {Hazard::changes_access}}}},
        .creates = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
        .drops = {.lock = Lock::none, .hazards = {Hazard::changes_access}},
        .governed_by = governed_by,
        .shared = shared,
    };
}

}  // namespace

#define ROLES_AS "'ROLE ' || quote_ident(rolname) as target, rolname as name, 'pg_authid'::regclass::oid as of_class, r.oid as of_oid"
#define OF_ROLES " join pg_roles r on r.oid = objoid and classoid = 'pg_authid'::regclass where rolname !~ '^pg_' order by 1"
#define DATABASE_AS "'DATABASE ' || quote_ident(datname) as target, 'pg_database'::regclass::oid as of_class, " THE_DATABASE " as of_oid"
#define OF_DATABASE " join pg_database d on d.oid = objoid and classoid = 'pg_database'::regclass where datname = current_database() order by 1"
#define COMMENTS(as, of) "select target as identity, of_class, of_oid, text from (select " as ", quote_literal(description) as text from pg_shdescription" of ") x"
#define LABELS(as, of)                                                                                                                    \
    "select quote_ident(provider) || ' ON ' || target as identity, of_class, of_oid, provider, target, label from (select " as            \
    ", quote_ident(provider) as provider, quote_literal(label) as label from pg_shseclabel" of ") x"

const Kind role_comment = shared_comment("comment on a role", COMMENTS(ROLES_AS, OF_ROLES), Governs::roles, Shared::roles);
const Kind role_label = shared_label("security label on a role", LABELS(ROLES_AS, OF_ROLES), Governs::roles, Shared::roles);
const Kind database_comment = shared_comment("comment on the database", COMMENTS(DATABASE_AS, OF_DATABASE), Governs::nothing, Shared::database);
const Kind database_label = shared_label("security label on the database", LABELS(DATABASE_AS, OF_DATABASE), Governs::nothing, Shared::database);

}  // namespace plumb::kind
