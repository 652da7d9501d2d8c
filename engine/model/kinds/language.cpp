// Procedural languages that no extension brings.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// OR REPLACE takes everything anew (manual, CREATE LANGUAGE).
std::optional<std::vector<std::string>> replace_language(const Change& change) {
    return std::vector{render("CREATE OR REPLACE {trusted}LANGUAGE {@} {definition}", change.new_object)};
}

/// Whether the definition changes too, and so says this.
std::optional<std::vector<std::string>> replace_trust(const Change& change) {
    if (change.old_object["definition"] != change.new_object["definition"]) return std::vector<std::string>{};
    return replace_language(change);
}

}  // namespace

const Kind language{
    .name = "language",
    .query = R"sql(select 'pg_language'::regclass::oid as class, l.oid, quote_ident(lanname) as identity, lanname as name,
        case when lanpltrusted then 'TRUSTED ' else '' end as trusted,
        concat_ws(' ', 'HANDLER ' || nullif(lanplcallfoid, 0)::regproc, 'INLINE ' || nullif(laninline, 0)::regproc,
            'VALIDATOR ' || nullif(lanvalidator, 0)::regproc) as definition
        from pg_language l where lanispl and l.oid >= 16384 order by l.oid)sql",
    .create = "CREATE {trusted}LANGUAGE {@} {definition}",
    .drop = "DROP LANGUAGE {@}",
    .columns = {{"definition", &replace_language, {.lock = Lock::none}}, {"trusted", &replace_trust, {.lock = Lock::none, .hazards = {Hazard::changes_access}}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER LANGUAGE {@} RENAME TO "},
    .owned = R"sql(select 'pg_language'::regclass::oid, oid, lanowner, null, 'LANGUAGE', quote_ident(lanname), lanacl, 'LANGUAGE', 'l'
        from pg_language where lanispl and oid >= 16384)sql",
    .nodes = {"CreatePLangStmt", "OBJECT_LANGUAGE"},
};

}  // namespace plumb::kind
