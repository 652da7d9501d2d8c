// Reads the catalog of a live or scratch database.
#include "introspect/read.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "introspect/beside.hpp"
#include "introspect/words.hpp"

namespace plumb::introspect {

namespace {

struct KeyHash {
    std::size_t operator()(const Key& key) const {
        return (static_cast<std::size_t>(key.class_id) << 40) ^ (static_cast<std::size_t>(key.oid) << 16) ^ static_cast<std::size_t>(key.sub);
    }
};

struct Edge {
    Key dependent, referenced;
    char type = 'n';
};

std::uint32_t number(std::string_view text) { return static_cast<std::uint32_t>(std::strtoul(text.data(), nullptr, 10)); }

/// Schemas whose objects are PostgreSQL's, or a session's; what is granted on them and said of them may still be the user's.
bool is_system(std::string_view schema) { return schema.starts_with("pg_") || schema == "information_schema"; }

/// The journal, archives, and what keeps new columns right while an old application writes.
bool is_ours(std::string_view schema) {
    return schema == "plumb" || schema.starts_with("plumb_archive") || schema.starts_with("plumb_sync");
}

/// Everything that one snapshot gave, before keys become positions.
class Builder {
public:
    explicit Builder(Catalog& catalog) : catalog_(catalog) {}

    /// The edges come first: they tell which objects are an extension's.
    void edges(const Result& result) {
        for (int row = 0; row < result.rows(); ++row) {
            Edge edge{{number(result.text(row, 0)), number(result.text(row, 1)), std::atoi(result.text(row, 2).data())},
                      {number(result.text(row, 3)), number(result.text(row, 4)), std::atoi(result.text(row, 5).data())},
                      result.text(row, 6)[0]};
            if (edge.type == 'e') members_[edge.dependent] = edge.referenced;
            if (edge.type == 'i') wholes_.insert_or_assign(edge.dependent, edge.referenced);
            if (edge.type == 'P') wholes_.emplace(edge.dependent, edge.referenced);
            if (edge.type == '-') cancelled_[edge.dependent].push_back(edge.referenced);
            else edges_.push_back(edge);
        }
    }

    void rows(const Kind& kind, const Result& result) {
        Columns at(kind, result);
        for (int row = 0; row < result.rows(); ++row) {
            Key key = at.key(result, row, at.key_columns);
            Key whole = at.key(result, row, at.whole_columns);
            if (is_member(key)) continue;
            if (is_member(whole) && kind.governed_by != Governs::grants) {
                // As pg_dump has it: the indexes and constraints of an extension's tables are the extension's too.
                if (key.oid) members_.emplace(key, members_.at({whole.class_id, whole.oid, 0}));
                continue;
            }
            Object object;
            object.kind = &kind;
            object.key = key;
            object.identity = result.text(row, at.identity);
            if (at.schema >= 0) object.schema = result.text(row, at.schema);
            if (at.name >= 0) object.name = result.text(row, at.name);
            if (at.arguments >= 0) object.arguments = result.text(row, at.arguments);
            if (at.occupies >= 0) object.occupies = result.text(row, at.occupies);
            if (at.slot >= 0) object.slot = result.text(row, at.slot);
            if (at.also_locks >= 0) object.also_locks = result.text(row, at.also_locks);
            object.holds_data = at.holds_data >= 0 && result.text(row, at.holds_data) == "t";
            object.rewrites = at.rewrites >= 0 && result.text(row, at.rewrites) == "t";
            object.apart = at.apart >= 0 && result.text(row, at.apart) == "t";
            object.managed = !is_ours(object.schema) && !(key.oid && is_system(object.schema));
            object.values.reserve(at.values.size());
            for (int column : at.values) object.values.push_back(result.value(row, column));
            auto position = static_cast<Index>(catalog_.objects.size());
            if (key.oid) positions_.emplace(key, position);
            links_.push_back({whole, at.key(result, row, at.origin_columns)});
            if (Key needs = at.key(result, row, at.needs_columns); needs.oid) needs_.emplace_back(position, needs);
            catalog_.objects.push_back(std::move(object));
        }
    }

    void finish() {
        for (std::size_t i = 0; i < links_.size(); ++i) {
            auto position = static_cast<Index>(i);
            Object& object = catalog_.objects[i];
            if (links_[i].whole.oid) object.whole = resolve(links_[i].whole);
            if (links_[i].origin.oid) object.origin = resolve(links_[i].origin);
            if (object.whole == none) continue;
            catalog_.dependencies.push_back({position, object.whole, 'a'});
            if (object.schema.empty()) object.schema = catalog_.objects[object.whole].schema;
            object.managed = object.managed && catalog_.objects[object.whole].managed;
        }
        for (const auto& [position, key] : needs_)
            if (Index needed = resolve(key); needed != none) catalog_.dependencies.push_back({position, needed, 'a'});
        for (const auto& edge : edges_) {
            if (edge.type == 'e' || cancelled(edge)) continue;
            Index dependent = resolve(edge.dependent), referenced = resolve(edge.referenced);
            if (dependent == none || referenced == none || dependent == referenced) continue;
            catalog_.dependencies.push_back({dependent, referenced, edge.type});
        }
        weak_edges();
        catalog_.index();
    }

    /// Whether a kind or extension accounts for the object, or what it is internally part of will be reported.
    bool accounted(const Key& key) { return resolve(key) != none || is_member(key) || wholes_.contains(key); }

    /// What an object that no kind reads depends on.
    std::vector<Index> used_by(const Key& key) const {
        std::vector<Index> out;
        for (const auto& edge : edges_)
            if (Index used = within(edge.dependent, key) ? resolve(edge.referenced) : none; used != none) out.push_back(used);
        return out;
    }

private:
    struct Links {
        Key whole, origin;
    };

    /// Where a kind's query puts what.
    struct Columns {
        Columns(const Kind& kind, const Result& result)
            : key_columns(keys(result, "class", "oid", "sub")),
              whole_columns(keys(result, "of_class", "of_oid", "of_sub")),
              origin_columns(keys(result, "origin_class", "origin_oid", "origin_sub")),
              needs_columns(keys(result, "needs_class", "needs_oid", "needs_sub")),
              identity(result.column("identity")), schema(result.column("\"schema\"")), name(result.column("\"name\"")), arguments(result.column("arguments")),
              occupies(result.column("occupies")), slot(result.column("slot")), also_locks(result.column("also_locks")), holds_data(result.column("holds_data")), rewrites(result.column("rewrites")), apart(result.column("apart")) {
            for (const auto& column : kind.columns) {
                values.push_back(result.column(("\"" + std::string(column.name) + "\"").c_str()));
                if (values.back() < 0) throw Error("the query of kind " + std::string(kind.name) + " does not return " + column.name);
            }
        }

        using Triple = std::tuple<int, int, int>;
        static Triple keys(const Result& result, const char* class_id, const char* oid, const char* sub) {
            return {result.column(class_id), result.column(oid), result.column(sub)};
        }
        static Key key(const Result& result, int row, const Triple& triple) {
            auto [class_id, oid, sub] = triple;
            if (class_id < 0 || result.null(row, class_id) || oid < 0 || result.null(row, oid)) return {};
            return {number(result.text(row, class_id)), number(result.text(row, oid)), sub < 0 ? 0 : std::atoi(result.text(row, sub).data())};
        }

        Triple key_columns, whole_columns, origin_columns, needs_columns;
        int identity, schema, name, arguments, occupies, slot, also_locks, holds_data, rewrites, apart;
        std::vector<int> values;
    };

    bool is_member(const Key& key) const { return key.oid && members_.contains({key.class_id, key.oid, 0}); }

    /// Whether a key is that of a whole, or of something internally part of it, as the rule of a view.
    bool within(Key key, const Key& whole) const {
        for (int depth = 0; depth < 16; ++depth) {
            if (key.class_id == whole.class_id && key.oid == whole.oid) return true;
            auto found = wholes_.find(key);
            if (found == wholes_.end()) return false;
            key = found->second;
        }
        return false;
    }

    bool cancelled(const Edge& edge) const {
        auto found = cancelled_.find(edge.dependent);
        if (found == cancelled_.end() || edge.type == 'd' || edge.type == 'o') return false;
        for (const auto& referenced : found->second)
            if (referenced == edge.referenced) return true;
        return false;
    }

    /// The object of a key. What no kind lists stands for the whole that it is internally part of, or for its relation, or its extension.
    Index resolve(Key key) const {
        for (int depth = 0; depth < 16; ++depth) {
            if (auto found = positions_.find(key); found != positions_.end()) return found->second;
            if (auto member = members_.find({key.class_id, key.oid, 0}); member != members_.end()) key = member->second;
            else if (auto whole = wholes_.find(key); whole != wholes_.end()) key = whole->second;
            else if (key.sub > 0) key.sub = 0;
            else return none;
        }
        return none;
    }

    /// Source text hides what it uses: every name in a body that is a name of a relation, type or function here makes an order that is
    /// wished, no more.
    void weak_edges() {
        std::unordered_map<std::string_view, std::vector<Index>> names;
        for (Index i = 0; i < static_cast<Index>(catalog_.objects.size()); ++i) {
            const Object& object = catalog_.objects[i];
            if (!object.name.empty() && object.whole == none && object.kind->governed_by == Governs::nothing) names[object.name].push_back(i);
        }
        for (Index i = 0; i < static_cast<Index>(catalog_.objects.size()); ++i) {
            const Object& object = catalog_.objects[i];
            if (!object.kind->body || !object[object.kind->body]) continue;
            for (const auto& word : words(*object[object.kind->body])) {
                auto found = names.find(word);
                if (found == names.end()) continue;
                for (Index named : found->second)
                    if (named != i) catalog_.dependencies.push_back({i, named, 'w'});
            }
        }
    }

    Catalog& catalog_;
    std::vector<Links> links_;
    std::vector<std::pair<Index, Key>> needs_;
    std::vector<Edge> edges_;
    std::unordered_map<Key, Index, KeyHash> positions_;
    std::unordered_map<Key, Key, KeyHash> members_;
    std::unordered_map<Key, Key, KeyHash> wholes_;
    std::unordered_map<Key, std::vector<Key>, KeyHash> cancelled_;
};

// Text is deparsed the same way for every reader: nothing is on the search_path, so every name is qualified.
// A database that was loaded a moment ago has no statistics yet, and nested loops over a catalog that is taken for empty never end.
constexpr const char* begin = R"sql(
begin transaction isolation level repeatable read read only;
set local search_path = ''; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
set local extra_float_digits = 1; set local bytea_output = 'hex'; set local quote_all_identifiers = off; set local xmlbinary = 'base64';
set local lc_monetary = 'C'; set local standard_conforming_strings = on; set local client_min_messages = error;
set local work_mem = '64MB'; set local jit = off; set local enable_nestloop = off;
)sql";

constexpr const char* session = "select quote_ident(current_user), current_setting('server_version_num');";

constexpr const char* casts = R"sql(
select format_type(castsource, null), format_type(casttarget, null), case castcontext when 'e' then 'e' else 'a' end from pg_cast;
)sql";

constexpr const char* depend = R"sql(
select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype::text from pg_depend where objid >= 16384 and refobjid >= 16384
)sql";

/// Every user object of a class that can hold one; what no kind reads among them is reported.
constexpr const char* everything = R"sql(
select class, oid from (
    select 'pg_class'::regclass::oid as class, oid from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c', 'i', 'I') and relpersistence <> 't'
        and relnamespace <> 'pg_toast'::regnamespace
    union all select 'pg_type'::regclass, oid from pg_type where typtype <> 'p' or typisdefined is false
    union all select 'pg_proc'::regclass, oid from pg_proc
    union all select 'pg_operator'::regclass, oid from pg_operator where oprcode <> 0
    union all select 'pg_opclass'::regclass, oid from pg_opclass union all select 'pg_opfamily'::regclass, oid from pg_opfamily
    union all select 'pg_cast'::regclass, oid from pg_cast union all select 'pg_conversion'::regclass, oid from pg_conversion
    union all select 'pg_collation'::regclass, oid from pg_collation union all select 'pg_language'::regclass, oid from pg_language
    union all select 'pg_am'::regclass, oid from pg_am union all select 'pg_transform'::regclass, oid from pg_transform
    union all select 'pg_ts_config'::regclass, oid from pg_ts_config union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict
    union all select 'pg_ts_parser'::regclass, oid from pg_ts_parser union all select 'pg_ts_template'::regclass, oid from pg_ts_template
    union all select 'pg_foreign_data_wrapper'::regclass, oid from pg_foreign_data_wrapper
    union all select 'pg_foreign_server'::regclass, oid from pg_foreign_server
    union all select 'pg_user_mapping'::regclass, umid from pg_user_mappings
    union all select 'pg_publication'::regclass, oid from pg_publication
    union all select 'pg_event_trigger'::regclass, oid from pg_event_trigger
    union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext
    union all select 'pg_constraint'::regclass, oid from pg_constraint where contype <> 't'
    union all select 'pg_trigger'::regclass, oid from pg_trigger where not tgisinternal and tgparentid = 0
    union all select 'pg_rewrite'::regclass, oid from pg_rewrite union all select 'pg_policy'::regclass, oid from pg_policy
    union all select 'pg_namespace'::regclass, oid from pg_namespace where nspname !~ '^pg_(toast_)?temp_'
    union all select 'pg_extension'::regclass, oid from pg_extension) x
where oid >= 16384
)sql";

void take_casts(const Result& all, Catalog& catalog) {
    for (int row = 0; row < all.rows(); ++row) catalog.casts.emplace(all.text(row, 0), all.text(row, 1), all.text(row, 2)[0]);
}

/// Those of the objects that nobody accounts for.
std::vector<Key> unaccounted(const Result& all, Builder& builder) {
    std::vector<Key> out;
    for (int row = 0; row < all.rows(); ++row) {
        Key key{number(all.text(row, 0)), number(all.text(row, 1)), 0};
        if (!builder.accounted(key)) out.push_back(key);
    }
    return out;
}

std::vector<Unread> described(Connection& connection, const std::vector<Key>& keys, const Builder& builder) {
    std::string list;
    for (const auto& key : keys)
        list += (list.empty() ? "" : ", ") + ("(" + std::to_string(key.class_id) + ", " + std::to_string(key.oid) + ")");
    auto results = connection.run(std::string(begin) + "select pg_describe_object(c::oid, o::oid, 0) as name, c, o from (values " + list +
                                  ") v (c, o) order by 1; commit");
    std::vector<Unread> out;
    for (const auto& result : results)
        for (int row = 0; row < result.rows(); ++row)
            out.push_back({std::string(result.text(row, 0)), builder.used_by({number(result.text(row, 1)), number(result.text(row, 2)), 0})});
    return out;
}

/// How many of the kinds the first of two sessions reads: with the dependencies, which it reads too, about half of the work.
std::size_t first_part(std::size_t kinds) { return kinds * 5 / 9; }

/// What is asked in one message each: by the first session, and then by it or by a second one.
struct Queries {
    std::string first, rest;
};

Queries queries(const std::vector<const Kind*>& read, int version, std::chrono::milliseconds lock_timeout, Managed managed, bool of_two) {
    const std::string patience = "set local lock_timeout = " + std::to_string(lock_timeout.count()) + ";";
    Queries out{begin + patience, patience};
    if (of_two) out.first += "select pg_export_snapshot();";
    out.first += session;
    out.first += casts;
    out.first += depend;
    for (const Kind* kind : read)
        if (kind->dependencies) out.first += "union all select * from (" + for_version(kind->dependencies, version) + ") extra\n";
    out.first += ";";
    for (std::size_t i = 0; i < read.size(); ++i)
        (i < first_part(read.size()) ? out.first : out.rest) += for_version(read[i]->query, version, managed) + ";\n";
    out.rest += everything;
    return out;
}

Catalog read_once(Connection& connection, std::chrono::milliseconds lock_timeout, Managed managed, const std::string* conninfo) {
    std::vector<const Kind*> read;
    std::ranges::copy_if(kinds(), std::back_inserter(read), [&](const Kind* kind) { return managed.has(kind->shared); });
    int version = connection.server_version();
    auto sql = queries(read, version, lock_timeout, managed, conninfo != nullptr);
    Catalog catalog;
    catalog.server_version = version;
    Builder builder(catalog);
    std::vector<Key> unread;
    std::optional<Beside> beside;
    if (conninfo) beside.emplace(*conninfo, sql.rest);
    using Take = std::function<void(const Result&)>;
    std::vector<Take> takes;
    if (beside) takes.emplace_back([&](const Result& id) { beside->snapshot(std::string(id.text(0, 0))); });
    takes.emplace_back([&](const Result& own) { catalog.user = own.text(0, 0); });
    takes.emplace_back([&](const Result& all) { take_casts(all, catalog); });
    takes.emplace_back([&](const Result& all) { builder.edges(all); });
    for (const Kind* kind : read) takes.emplace_back([&builder, kind](const Result& all) { builder.rows(*kind, all); });
    takes.emplace_back([&](const Result& all) {
        builder.finish();
        unread = unaccounted(all, builder);
    });
    auto next = takes.begin();
    auto take = [&](const Result& result) {
        if (result.columns() > 0) (*next++)(result);  // BEGIN and SET return no columns
    };
    connection.run(beside ? sql.first : sql.first + sql.rest + "; commit", take);
    if (beside && beside->there()) {
        for (Result& waiting : beside->results()) {
            const Result result = std::move(waiting);  // which then goes
            take(result);
        }
        connection.run("commit");
    } else if (beside) {
        connection.run(sql.rest + "; commit", take);
    }
    if (!unread.empty()) catalog.unread = described(connection, unread, builder);
    return catalog;
}

/// pg_get_* functions see the newest catalog whatever the snapshot, so a concurrent DDL shows as an object that vanished.
bool changed_while_reading(const Error& error) {
    return error.sqlstate == "XX000" || error.sqlstate == "42P01" || error.sqlstate == "42704" || error.sqlstate == "42883" || error.sqlstate == "40001";
}

/// Those whose locks no reader gets past; on a standby also whoever replays the primary's.
constexpr const char* holders = R"sql(
select string_agg(distinct format('server process %s (%s) on %s', pid, concat_ws(', ', coalesce(a.usename, a.backend_type), nullif(a.application_name, '')),
        l.relation::regclass), '; ')
from pg_locks l left join pg_stat_activity a using (pid)
where l.mode = 'AccessExclusiveLock' and l.granted and pid <> pg_backend_pid() and l.relation is not null
    and l.database = (select oid from pg_database where datname = current_database())
)sql";

Error blocked(Connection& connection, const Error& error) {
    auto results = connection.run(std::string(begin) + holders + "; commit");
    std::string who;
    for (const auto& result : results)
        if (result.columns() > 0) who = result.text(0, 0);
    Error out("the catalog cannot be read: " + std::string(error.what()) + (who.empty() ? "" : "; held by " + who), {},
              "run again when that session is done, or raise --lock-timeout", Exit::lock_budget);
    out.sqlstate = error.sqlstate;
    return out;
}

}  // namespace

Catalog read(Connection& connection, std::chrono::milliseconds lock_timeout, Managed managed, const std::string* conninfo) {
    for (int attempt = 1;; ++attempt) {
        try {
            return read_once(connection, lock_timeout, managed, attempt == 1 ? conninfo : nullptr);
        } catch (const Error& error) {
            if (!connection.usable()) throw;
            connection.run("rollback");
            if (error.sqlstate == "55P03") throw blocked(connection, error);
            bool alone = attempt > 1 || !conninfo;
            if (alone && !changed_while_reading(error)) throw;
            if (attempt == 3) throw Error("the catalog kept changing while it was read: " + std::string(error.what()), {}, "run again when no other session changes the schema");
        }
    }
}

const char* begin_reading() { return begin; }

}  // namespace plumb::introspect
