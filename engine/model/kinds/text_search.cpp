// Text search: parsers, templates, dictionaries, configurations and what these map.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// ALTER keeps the options that it does not name, and takes away those that it names without a value (manual, ALTER TEXT SEARCH DICTIONARY).
/// All are named, so that they stand in order.
std::optional<std::vector<std::string>> change_dictionary(const Change& change) {
    auto news = options(change.new_object["options"]);
    std::string all = change.new_object["options"].value_or("");
    for (const auto& [name, value] : options(change.old_object["options"]))
        if (!news.contains(name)) all += (all.empty() ? "" : ", ") + name;
    return std::vector{"ALTER TEXT SEARCH DICTIONARY " + change.new_object.identity + " (" + all + ")"};
}

/// Their order means nothing.
bool same_options(const Change& change) { return options(change.old_object["options"]) == options(change.new_object["options"]); }

}  // namespace

#define IN_SCHEMA(name) "quote_ident(n.nspname) || '.' || quote_ident(" name ") as identity, n.nspname as schema, " name " as name"

const Kind text_search_parser{
    .name = "text search parser",
    .query = "select 'pg_ts_parser'::regclass::oid as class, p.oid, " IN_SCHEMA("prsname") R"sql(,
        concat_ws(', ', 'START = ' || prsstart::regproc, 'GETTOKEN = ' || prstoken::regproc, 'END = ' || prsend::regproc,
            'LEXTYPES = ' || prslextype::regproc, 'HEADLINE = ' || nullif(prsheadline::oid, 0)::regproc) as definition
        from pg_ts_parser p join pg_namespace n on n.oid = prsnamespace where p.oid >= 16384 order by p.oid)sql",
    .create = "CREATE TEXT SEARCH PARSER {@} ({definition})",
    .drop = "DROP TEXT SEARCH PARSER {@}",
    .columns = {{"definition"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TEXT SEARCH PARSER {@} RENAME TO ", .to_schema = "ALTER TEXT SEARCH PARSER {@} SET SCHEMA "},
    .nodes = {"DefineStmt", "OBJECT_TSPARSER"},
};

const Kind text_search_template{
    .name = "text search template",
    .query = "select 'pg_ts_template'::regclass::oid as class, t.oid, " IN_SCHEMA("tmplname") R"sql(,
        concat_ws(', ', 'INIT = ' || nullif(tmplinit::oid, 0)::regproc, 'LEXIZE = ' || tmpllexize::regproc) as definition
        from pg_ts_template t join pg_namespace n on n.oid = tmplnamespace where t.oid >= 16384 order by t.oid)sql",
    .create = "CREATE TEXT SEARCH TEMPLATE {@} ({definition})",
    .drop = "DROP TEXT SEARCH TEMPLATE {@}",
    .columns = {{"definition"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TEXT SEARCH TEMPLATE {@} RENAME TO ", .to_schema = "ALTER TEXT SEARCH TEMPLATE {@} SET SCHEMA "},
    .nodes = {"DefineStmt", "OBJECT_TSTEMPLATE"},
};

const Kind text_search_dictionary{
    .name = "text search dictionary",
    .query = "select 'pg_ts_dict'::regclass::oid as class, d.oid, " IN_SCHEMA("dictname") R"sql(,
        quote_ident(tn.nspname) || '.' || quote_ident(tmplname) as template, nullif(dictinitoption, '') as options
        from pg_ts_dict d join pg_namespace n on n.oid = dictnamespace join pg_ts_template t on t.oid = dicttemplate
        join pg_namespace tn on tn.oid = tmplnamespace where d.oid >= 16384 order by d.oid)sql",
    .create = "CREATE TEXT SEARCH DICTIONARY {@} (TEMPLATE = {template}[, {options}])",
    .drop = "DROP TEXT SEARCH DICTIONARY {@}",
    .columns = {{"template"}, {.name = "options", .change = &change_dictionary, .effect = {.lock = Lock::none}, .alike = &same_options}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TEXT SEARCH DICTIONARY {@} RENAME TO ", .to_schema = "ALTER TEXT SEARCH DICTIONARY {@} SET SCHEMA "},
    .owned = R"sql(select 'pg_ts_dict'::regclass::oid, d.oid, dictowner, dictnamespace, 'TEXT SEARCH DICTIONARY', quote_ident(nspname) || '.' || quote_ident(dictname), null, null, null
        from pg_ts_dict d join pg_namespace n on n.oid = dictnamespace where d.oid >= 16384)sql",
    .nodes = {"DefineStmt", "AlterTSDictionaryStmt", "OBJECT_TSDICTIONARY"},
};

const Kind text_search_configuration{
    .name = "text search configuration",
    .query = "select 'pg_ts_config'::regclass::oid as class, c.oid, " IN_SCHEMA("cfgname") R"sql(,
        quote_ident(pn.nspname) || '.' || quote_ident(prsname) as parser
        from pg_ts_config c join pg_namespace n on n.oid = cfgnamespace join pg_ts_parser p on p.oid = cfgparser
        join pg_namespace pn on pn.oid = prsnamespace where c.oid >= 16384 order by c.oid)sql",
    .create = "CREATE TEXT SEARCH CONFIGURATION {@} (PARSER = {parser})",
    .drop = "DROP TEXT SEARCH CONFIGURATION {@}",
    .columns = {{"parser"}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TEXT SEARCH CONFIGURATION {@} RENAME TO ", .to_schema = "ALTER TEXT SEARCH CONFIGURATION {@} SET SCHEMA "},
    .owned = R"sql(select 'pg_ts_config'::regclass::oid, c.oid, cfgowner, cfgnamespace, 'TEXT SEARCH CONFIGURATION', quote_ident(nspname) || '.' || quote_ident(cfgname), null, null, null
        from pg_ts_config c join pg_namespace n on n.oid = cfgnamespace where c.oid >= 16384)sql",
    .nodes = {"DefineStmt", "OBJECT_TSCONFIGURATION"},
};

const Kind text_search_mapping{
    .name = "text search mapping",
    .query = R"sql(select 'pg_ts_config_map'::regclass::oid as class, c.oid, tokid as sub,
        quote_ident(alias) || ' OF ' || quote_ident(n.nspname) || '.' || quote_ident(cfgname) as identity, n.nspname as schema, alias as name,
        'pg_ts_config'::regclass::oid as of_class, c.oid as of_oid, quote_ident(n.nspname) || '.' || quote_ident(cfgname) as configuration,
        quote_ident(alias) as token, m.dictionaries
        from pg_ts_config c join pg_namespace n on n.oid = cfgnamespace cross join lateral ts_token_type(cfgparser)
        join (select mapcfg, maptokentype, string_agg(quote_ident(dn.nspname) || '.' || quote_ident(dictname), ', ' order by mapseqno) as dictionaries
            from pg_ts_config_map join pg_ts_dict d on d.oid = mapdict join pg_namespace dn on dn.oid = dictnamespace
            where mapcfg >= 16384 group by 1, 2) m on mapcfg = c.oid and maptokentype = tokid
        where c.oid >= 16384 order by c.oid, tokid)sql",
    .create = "ALTER TEXT SEARCH CONFIGURATION {configuration} ADD MAPPING FOR {token} WITH {dictionaries}",
    .drop = "ALTER TEXT SEARCH CONFIGURATION {configuration} DROP MAPPING FOR {token}",
    .alter = "ALTER TEXT SEARCH CONFIGURATION {configuration} ",
    .columns = {{"configuration", Ignored{}}, {"token", Ignored{}},
                {"dictionaries", "ALTER MAPPING FOR {token} WITH {dictionaries}", {.lock = Lock::none}}},
    .drops = {.lock = Lock::none},
    // pg_depend knows of the configuration as a whole.
    .dependencies = R"sql(select 'pg_ts_config_map'::regclass::oid, mapcfg, maptokentype, 'pg_ts_dict'::regclass::oid, mapdict, 0, 'n'
            from pg_ts_config_map where mapcfg >= 16384
        union all select 'pg_ts_config'::regclass::oid, mapcfg, 0, 'pg_ts_dict'::regclass::oid, mapdict, 0, '-'
            from pg_ts_config_map where mapcfg >= 16384)sql",
    .nodes = {"AlterTSConfigurationStmt"},
};

}  // namespace plumb::kind
