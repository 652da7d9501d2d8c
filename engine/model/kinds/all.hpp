// The kinds by name, and what several of them share.
#pragma once

#include <map>
#include <string>

#include "engine/model/catalog.hpp"
#include "engine/model/kinds/list.hpp"
#include "engine/model/pattern.hpp"
#include "engine/model/stand_in.hpp"

namespace plumb::kind {

#define PLUMB_DECLARE(name) extern const Kind name;
PLUMB_KINDS(PLUMB_DECLARE)
#undef PLUMB_DECLARE

/// Whether values of one type may come back other than they were out of another, both as format_type prints them.
bool rounds(const std::string& from, const std::string& to);

/// SQL: whether the index of this row of pg_index backs no constraint and its table has another that ATTACH PARTITION cannot tell from it.
#define INDEX_HAS_TWIN                                                                                          \
    "count(*) over (partition by indrelid, indkey::text, indisunique) > 1 and not exists (select from pg_constraint" \
    " where conindid = indexrelid and contype in ('p', 'u', 'x'))"

/// SQL: what ALTER COLUMN sets of a column `a` of type `t`, beside its type and what constraints say.
#define COLUMN_SETTINGS \
    "case when attstorage <> t.typstorage then " STORAGE_WORD("attstorage") " end as storage, " STORAGE_WORD("typstorage") " as type_storage," \
    " /*140000:*/case attcompression when 'p' then 'pglz' when 'l' then 'lz4' end/*else:*/null/*end*/ as compression," \
    " nullif(attstattarget, -1) as statistics," \
    " case when attoptions is not null then (select string_agg(quote_ident(split_part(o, '=', 1)) || ' = ' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' order by o)" \
    " from unnest(attoptions) o where o not like 'pg\\_attver=%') end as options"
#define STORAGE_WORD(code) "case " code " when 'p' then 'PLAIN' when 'e' then 'EXTERNAL' when 'x' then 'EXTENDED' when 'm' then 'MAIN' end"

/// SQL: a row of pg_type as files may write it, for `arguments`.
#define TYPE_WORDS(t)                                                                                                                     \
    "(select coalesce(en.nspname || '.' || e.typname || '[]', tn.nspname || '.' || " t ".typname) || E'\\x01' from pg_namespace tn"          \
    " left join pg_type e on e.oid = " t ".typelem and e.typarray = " t ".oid left join pg_namespace en on en.oid = e.typnamespace where tn.oid = " t ".typnamespace)"

/// SQL: what tells a row p of pg_proc from others of its name. Procedures may differ in nothing but the modes of their arguments.
#define ROUTINE                                                                                                                         \
    "case when p.prokind = 'p' then (select p.oid::regproc || '(' || coalesce(string_agg(case coalesce(m, 'i') when 'i' then 'IN '"       \
    " when 'o' then 'OUT ' when 'b' then 'INOUT ' else 'VARIADIC ' end || format_type(t, null), ',' order by n), '') || ')'"              \
    " from unnest(coalesce(p.proallargtypes, p.proargtypes), p.proargmodes) with ordinality a (t, m, n)) else p.oid::regprocedure::text end"

/// SQL: the number that stands for the database itself.
#define THE_DATABASE "'4294967295'::oid"

/// SQL: an element of pg_db_role_setting.setconfig as `parameter` and `value`. Some lists are kept as they are written, and SET takes them apart.
#define SETTING(c) \
    "(select string_agg(quote_ident(p), '.') from unnest(string_to_array(split_part(" c ", '=', 1), '.')) p) as parameter," \
    " case when lower(split_part(" c ", '=', 1)) in ('local_preload_libraries', 'search_path', 'session_preload_libraries', 'temp_tablespaces')" \
    " then coalesce((select string_agg(quote_literal(case when m[1] ^@ '\"' then replace(substr(m[1], 2, length(m[1]) - 2), '\"\"', '\"') else m[1] end), ', ' order by n)" \
    " from regexp_matches(substr(" c ", strpos(" c ", '=') + 1), '\"(?:[^\"]|\"\")*\"|[^,[:space:]]+', 'g') with ordinality r (m, n)), quote_literal(''))" \
    " else quote_literal(substr(" c ", strpos(" c ", '=') + 1)) end as value"

/// Splits "a = '1', b = 'x, y'" at the commas between options.
std::map<std::string, std::string> options(const Value& text);

/// SQL for Kind::owned: relations of some kinds, and types.
#define OWNED_RELATION(relkinds, word, grant_word, acl_letter)                                                                   \
    "select 'pg_class'::regclass::oid, oid, relowner, relnamespace, '" word "', oid::regclass::text, relacl, '" grant_word "', '" acl_letter \
    "' from pg_class where relkind in (" relkinds ") and oid >= 16384 and relpersistence <> 't'"
#define OWNED_TYPE(condition, word)                                                                                     \
    "select 'pg_type'::regclass::oid, oid, typowner, typnamespace, '" word "', oid::regtype::text, typacl, '" word "', 'T' from pg_type" \
    " where oid >= 16384 and " condition

/// SQL for the parents of the table c: `inherits` and `inherits_list`.
#define INHERITS                                                                                                                  \
    "(select string_agg(inhparent::regclass::text, E'\\x01' order by inhseqno) from pg_inherits where inhrelid = c.oid and not c.relispartition)" \
    " as inherits, (select string_agg(inhparent::regclass::text, ', ' order by inhseqno) from pg_inherits"                        \
    " where inhrelid = c.oid and not c.relispartition) as inherits_list"

/// SQL for options of foreign data: "a 'x', b 'y'", with stand-ins for what is secret.
#define GENERIC_OPTIONS(options, is_secret, object)                                                                        \
    "case when " options " is not null then (select string_agg(quote_ident(option_name) || ' ' || quote_literal(case when " is_secret " then "                   \
    STAND_IN(object " || ' ' || option_name", "option_value") " else option_value end), ', ' order by option_name)"       \
    " from pg_options_to_table(" options ")) end"
#define SECRET_OPTION                                                                                                      \
    "option_name ~* 'passw|passphrase|pwd|secret|token|credential|private|(api|access)_?key'"                             \
    " or option_value ~* '(password|pwd)\\s*=|://[^/@\\s]*:[^/@\\s]*@'"

/// Rule for a value `inherits` of a table.
std::optional<std::vector<std::string>> change_parents(const Change& change);

/// What changes options of foreign data, ADD, SET and DROP, in one clause.
std::string generic_options(const Value& before, const Value& after);
/// Rule for a value `options` that holds such.
std::optional<std::vector<std::string>> change_generic_options(const Change& change);

/// Rule for a value `options` that holds storage parameters as "a = '1', b = '2'", sorted.
std::optional<std::vector<std::string>> change_options(const Change& change);

/// What takes back the privileges that a new object of `to` gets from the default privileges of `from` and is not to have.
std::vector<std::string> undo_default_privileges(const Catalog& from, const Catalog& to, const Object& made);

}  // namespace plumb::kind
