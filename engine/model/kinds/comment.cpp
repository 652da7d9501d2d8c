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

}  // namespace plumb::kind
