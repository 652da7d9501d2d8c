// The kinds by name, and what several of them share.
#pragma once

#include <map>
#include <string>

#include "engine/model/catalog.hpp"
#include "engine/model/kinds/list.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::kind {

#define PLUMB_DECLARE(name) extern const Kind name;
PLUMB_KINDS(PLUMB_DECLARE)
#undef PLUMB_DECLARE

/// SQL: whether the index of this row of pg_index backs no constraint and its table has another that ATTACH PARTITION cannot tell from it.
#define INDEX_HAS_TWIN                                                                                          \
    "count(*) over (partition by indrelid, indkey::text, indisunique) > 1 and not exists (select from pg_constraint" \
    " where conindid = indexrelid and contype in ('p', 'u', 'x'))"

/// SQL: a row of pg_type as files may write it, for `arguments`.
#define TYPE_WORDS(t)                                                                                                                     \
    "(select coalesce(en.nspname || '.' || e.typname || '[]', tn.nspname || '.' || " t ".typname) || E'\\x01' from pg_namespace tn"          \
    " left join pg_type e on e.typarray = " t ".oid left join pg_namespace en on en.oid = e.typnamespace where tn.oid = " t ".typnamespace)"

/// Splits "a = '1', b = 'x, y'" at the commas between options.
std::map<std::string, std::string> options(const Value& text);

/// SQL for Kind::owned: relations of some kinds, and types.
#define OWNED_RELATION(relkinds, word, grant_word, acl_letter)                                                                   \
    "select 'pg_class'::regclass::oid, oid, relowner, relnamespace, '" word "', oid::regclass::text, relacl, '" grant_word "', '" acl_letter \
    "' from pg_class where relkind in (" relkinds ") and oid >= 16384 and relpersistence <> 't'"
#define OWNED_TYPE(condition, word)                                                                                     \
    "select 'pg_type'::regclass::oid, oid, typowner, typnamespace, '" word "', oid::regtype::text, typacl, '" word "', 'T' from pg_type" \
    " where oid >= 16384 and " condition

/// Rule for a value `options` that holds storage parameters as "a = '1', b = '2'", sorted.
std::optional<std::vector<std::string>> change_options(const Change& change);

/// What takes back the privileges that a new object of `to` gets from the default privileges of `from` and is not to have.
std::vector<std::string> undo_default_privileges(const Catalog& from, const Catalog& to, const Object& made);

}  // namespace plumb::kind
