// Views and materialized views.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// CREATE OR REPLACE VIEW can only add columns at the end; it resets the options that it does not name (manual, CREATE VIEW).
std::optional<std::vector<std::string>> replace_view(const Change& change) {
    const std::string &olds = *change.old_object["columns"], &news = *change.new_object["columns"];
    if (!news.starts_with(olds)) return std::nullopt;
    return std::vector{render("CREATE OR REPLACE VIEW {@}[ WITH ({options_list})] AS\n{definition}", change.new_object)};
}

std::optional<std::vector<std::string>> change_view_options(const Change& change) {
    if (change.old_object["definition"] != change.new_object["definition"]) return std::vector<std::string>{};
    return change_options(change);
}

}  // namespace

#define VIEW_COLUMNS                                                                                                                 \
    "select 'pg_class'::regclass::oid as class, c.oid, c.oid::regclass::text as identity, n.nspname as schema, relname as name,"     \
    " rtrim(pg_get_viewdef(c.oid), ';') as definition,"                                                                              \
    " (select string_agg(quote_ident(split_part(o, '=', 1)) || ' = ' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' order by o)" \
    " from unnest(reloptions) o) as options,"                                                                                          \
    " (select string_agg(quote_ident(split_part(o, '=', 1)) || ' = ' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ')"          \
    " from unnest(reloptions) o) as options_list"
#define VIEW_TABLES(relkind) " from (select * from pg_class where oid >= 16384 and relkind = '" relkind "') c join pg_namespace n on n.oid = relnamespace"

const Kind view{
    .name = "view",
    .query = VIEW_COLUMNS R"sql(, a.columns, a.stub)sql" VIEW_TABLES("v") R"sql( left join lateral (select
            coalesce(string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) || ' ' || attcollation::regcollation || E'\n', ''
                order by attnum), '') as columns,
            coalesce(string_agg('NULL::' || format_type(atttypid, atttypmod)
                || case when attcollation <> 0 then ' COLLATE ' || attcollation::regcollation else '' end
                || ' AS ' || quote_ident(attname), ', ' order by attnum), '') as stub
            from pg_attribute where attrelid = c.oid and attnum > 0) a on true order by c.oid)sql",
    .create = "CREATE VIEW {@}[ WITH ({options_list})] AS\n{definition}",
    .drop = "DROP VIEW {@}",
    .alter = "ALTER VIEW {@} ",
    .stub = "CREATE OR REPLACE VIEW {@} AS SELECT {stub}",
    .restub = "CREATE OR REPLACE VIEW {@}[ WITH ({options_list})] AS\n{definition}",
    .hollow = "CREATE OR REPLACE VIEW {@} AS SELECT {stub}",
    .columns = {{"definition", &replace_view, {}, Compare::expression},
                {.name = "options", .change = &change_view_options, .effect = {.hazards = {Hazard::changes_access}}, .in_create = true},
                {"options_list", Ignored{}},
                {"columns"},
                {"stub", Ignored{}}},
    .drops = {.hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER VIEW {@} RENAME TO ", .to_schema = "ALTER VIEW {@} SET SCHEMA ", .effect = {.hazards = {Hazard::breaks_queries}}},
    .privileges = "TABLE {@}",
    .privileges_of = "TABLES",
    .owned = OWNED_RELATION("'v'", "VIEW", "TABLE", "r"),
    .nodes = {"ViewStmt", "OBJECT_VIEW", "OBJECT_TABLE"},
};

const Kind materialized_view{
    .name = "materialized view",
    .query = VIEW_COLUMNS R"sql(, case when not relispopulated then '' end as unpopulated, quote_ident(spcname) as tablespace,
        case when am.amname <> current_setting('default_table_access_method') then quote_ident(am.amname) end as access_method)sql"
        VIEW_TABLES("m") R"sql( join pg_am am on am.oid = relam left join pg_tablespace ts on ts.oid = reltablespace order by c.oid)sql",
    .create = "CREATE MATERIALIZED VIEW {@}[ USING {access_method}][ WITH ({options_list})][ TABLESPACE {tablespace}] AS\n"
              "{definition}[{unpopulated}\nWITH NO DATA]",
    .drop = "DROP MATERIALIZED VIEW {@}",
    .alter = "ALTER MATERIALIZED VIEW {@} ",
    .columns = {{"definition", Replace{}, {}, Compare::expression}, {.name = "options", .change = &change_options, .effect = {.lock = Lock::share_update_exclusive}, .in_create = true}, {"options_list", Ignored{}},
                {"unpopulated", Kept{}}, {"tablespace", "SET TABLESPACE {tablespace|pg_default}", {.rewrites = true}}, {"access_method"}},
    .drops = {.hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER MATERIALIZED VIEW {@} RENAME TO ", .to_schema = "ALTER MATERIALIZED VIEW {@} SET SCHEMA ", .effect = {.hazards = {Hazard::breaks_queries}}},
    .after_rows = true,
    .privileges = "TABLE {@}",
    .privileges_of = "TABLES",
    .owned = OWNED_RELATION("'m'", "MATERIALIZED VIEW", "TABLE", "r"),
    .nodes = {"CreateTableAsStmt", "OBJECT_MATVIEW", "OBJECT_TABLE"},
};

/// A column of a materialized view, which comes with that: only what can be set of it.
const Kind materialized_column{
    .name = "materialized view column",
    .query = R"sql(select 'pg_class'::regclass::oid as class, a.attrelid as oid, a.attnum as sub,
        a.attrelid::regclass || '.' || quote_ident(a.attname) as identity, n.nspname as schema, a.attname as name,
        'pg_class'::regclass::oid as of_class, a.attrelid as of_oid,
        a.attrelid::regclass as "table", quote_ident(a.attname) as "column", )sql" COLUMN_SETTINGS R"sql(
        from (select * from pg_class where oid >= 16384 and relkind = 'm') c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and attnum > 0 join pg_type t on t.oid = atttypid order by a.attrelid, a.attnum)sql",
    .create = nullptr,
    .drop = nullptr,
    .alter = "ALTER MATERIALIZED VIEW {table} ALTER COLUMN {column} ",
    .inside = "",
    .columns = {{"table", Ignored{}}, {"column", Ignored{}},
                {"storage", "SET STORAGE [{storage}][!storage {type_storage}]"}, {"type_storage", Ignored{}},
                {"compression", "SET COMPRESSION {compression|default}"},
                {"statistics", "SET STATISTICS {statistics|-1}", {.lock = Lock::share_update_exclusive}},
                {"options", &change_options, {.lock = Lock::share_update_exclusive}}},
    .follows = Follows::all,
    .nodes = {"OBJECT_COLUMN"},
};

}  // namespace plumb::kind
