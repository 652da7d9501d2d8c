// Both sides of a comparison: read, scoped, bound, and made to speak the same words.
#include "engine/run/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "engine/run/bind.hpp"
#include "engine/run/cache.hpp"
#include "engine/run/choice.hpp"
#include "engine/run/due.hpp"
#include "engine/run/dynamic.hpp"
#include "engine/run/renames.hpp"
#include "engine/run/undeclared.hpp"
#include "introspect/files.hpp"
#include "introspect/read.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

void add_list(std::vector<std::string>& texts, const std::vector<std::string>& list) {
    texts.push_back(std::to_string(list.size()));
    texts.insert(texts.end(), list.begin(), list.end());
}

void add_pairs(std::vector<std::string>& texts, const std::vector<std::pair<std::string, std::string>>& list) {
    texts.push_back(std::to_string(list.size()));
    for (const auto& [name, value] : list) texts.insert(texts.end(), {name, value});
}

/// Whatever the files call the database, the one that they are for is meant.
void call_database(Source& source, const std::string& database) {
    for (auto& statement : source.statements)
        for (auto& name : statement.names)
            if (statement.shared == Shared::database) name.object = database;
}

bool declares_rows(const Source& source) {
    return std::ranges::any_of(source.statements, [](const Statement& statement) { return statement.role == Role::row; });
}

/// A load that takes longer is kept on the disk.
constexpr auto worth_parking = std::chrono::seconds(1);

}  // namespace

Comparison::Comparison(const Settings& settings, Progress& progress) : settings_(settings), progress_(progress) {
    reach_ = {settings.scope, settings.grants, settings.owners, settings.roles, {}};
    read_inputs();
    desired_key_ = desired_key();
}

std::optional<std::string> Comparison::key(const std::string& question) {
    if (!from_.database || !desired_key_) return std::nullopt;
    std::vector<std::string> texts{question, *desired_key_, live_digest_.valid() ? live_digest_.get() : digest(live_),
                                   fmt::format("{} {} {} {} {} {} {} {}", static_cast<int>(settings_.proof),
                                               static_cast<int>(settings_.grants), static_cast<int>(settings_.owners),
                                               static_cast<int>(settings_.roles), settings_.scope.managed.database,
                                               settings_.options.no_archive, settings_.journal.has_value(), settings_.options.phase.has_value())};
    for (const auto* list : {&settings_.ignore, &settings_.scope.include, &settings_.scope.exclude}) add_list(texts, *list);
    return cache_key(texts);
}

void Comparison::read_rows() {
    if (parsing_.valid() || !desired_sql() || !declares_rows(*desired_sql())) return;
    elaborated_ = desired_catalog();
    if (!from_.database) return;
    live_digest_ = {};
    progress_.stage("reading the rows that the files declare");
    auto connection = connect(*from_.database);
    auto sets = sets_of(live_);
    introspect::check_keys(connection, live_, sets);
    live_ = introspect::with_rows(connection, std::move(live_), sets, settings_.lock_timeout);
    forget_unseen(sets);
}

Sides Comparison::sides() {
    Sides out;
    if (parsing_.valid()) parse(std::launch::async);
    live_digest_ = {};
    if (from_.database) {
        out.live = state(std::move(live_), reach_, settings_.ignore);
    } else {
        auto database = load(*from_.source).database;
        auto catalog = read(database);
        if (elaborated_) catalog = scratch_catalog(scratch(), database, sets_of(catalog));
        out.live = state(std::move(catalog), reach_, settings_.ignore);
        out.live.database = database;
        bind(*from_.source, out.live.catalog);
        adopt_fingerprint(out.live, from_, reach_.scope);
    }
    if (desired_.database) {
        progress_.stage("reading the desired database");
        out.desired = state(live_catalog(*desired_.database, settings_.lock_timeout, settings_.scope.managed), reach_, settings_.ignore);
    } else {
        out.desired = state(elaborated_ ? std::move(*elaborated_) : desired_catalog(), reach_, settings_.ignore);
        adopt_fingerprint(out.desired, desired_, reach_.scope);
    }
    for (const auto* catalog : {&out.live.catalog, &out.desired.catalog}) tell_unseen(*catalog);
    auto binding = desired_sql() && reach_.source ? bind(*reach_.source, out.desired.catalog) : Binding{};
    if (reach_.scope.dynamic = dynamic_tables(binding, out.desired.catalog); !reach_.scope.dynamic.empty())
        for (State* side : {&out.live, &out.desired}) rescope(*side, reach_.scope);
    out.renamed = renamed([&]() -> introspect::Scratch& { return scratch(); }, binding, out.live, out.desired, reach_,
                          settings_.ignore);
    take_over(reach_, binding, out.base(), out.desired);
    auto words = [&] { return desired_.database ? Base{scratch(), rebuilt(scratch(), out.desired)} : base(); };
    leave(settle(words, out.base().catalog, out.desired.catalog), out);
    return out;
}

introspect::Scratch& Comparison::scratch() {
    if (scratch_) return *scratch_;
    progress_.stage("starting the scratch");
    scratch_ = chosen_scratch(settings_, around_, desired_key_.value_or(""), desired_sql(), progress_);
    if (!scratch_->embedded()) desired_key_.reset();
    for (const auto& warning : scratch_->warnings()) {
        progress_.say("warning: " + warning);
        warn(warning);
    }
    return *scratch_;
}

Base Comparison::base() {
    auto& on = scratch();
    if (!desired_sql()) return {on, ""};
    if (database_.empty() && known_) database_ = on.parked();
    if (database_.empty()) {
        auto start = std::chrono::steady_clock::now();
        auto loaded = load(*desired_sql());
        database_ = loaded.database;
        inserted_ = std::move(loaded.inserted);
        if (std::chrono::steady_clock::now() - start > worth_parking) on.park(database_);
    }
    return {on, database_};
}

Proof Comparison::proof(Sides& sides, const Plan& plan) {
    sides.desired.database = base().database;
    return prove(scratch(), sides, plan, reach_, settings_, progress_);
}

Error Comparison::explained(Error error) const {
    auto why = scratch_ ? scratch_->why_ended() : "";
    return why.empty() ? error : Error(why, error.place, "do the files make something very large?");
}

void Comparison::read_inputs() {
    const auto& from = settings_.options.from;
    if (!from || is_connection_string(*from)) from_.database = from.value_or(settings_.conninfo);
    auto desired = std::async(std::launch::async, [this] { return desired_origin(); });
    bool read = desired.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready;
    if (read) desired_ = desired.get();
    std::exception_ptr fault;
    std::optional<introspect::Surroundings> around;
    try {
        if (from_.database) around = read_live();
    } catch (const Error&) {
        fault = std::current_exception();
    }
    if (!read) desired_ = desired.get();
    if (fault) std::rethrow_exception(fault);
    if (!from_.database) from_ = origin({*from}, settings_.options.trust_files, settings_.scope.managed);
    around_ = together(from_.database ? around : surroundings_of(from_), surroundings_of(desired_));
    if (settings_.scope.managed.any()) name_database();
    if (!desired_.whole()) reach_.source = std::exchange(desired_.source, std::nullopt);
}

Origin Comparison::desired_origin() {
    auto out = unparsed_origin(settings_.options.desired, settings_.options.trust_files);
    if (!out.source) return out;
    std::vector<std::string> texts{"files"};
    for (const auto& file : out.source->files) texts.insert(texts.end(), {file.name, file.text, std::to_string(file.top)});
    files_key_ = cache_key(texts);
    bool managed = settings_.scope.managed.any();
    if (!managed && kept(files_key_)) {
        parse(std::launch::deferred);
    } else {
        introspect::parse_files(*out.source, settings_.scope.managed);
        if (!managed && !declares_rows(*out.source)) keep(files_key_, "");
    }
    return out;
}

void Comparison::parse(std::launch when) {
    parsing_ = std::async(when, [this] { introspect::parse_files(*desired_files()); });
}

void Comparison::name_database() {
    for (auto* side : {&from_, &desired_}) {
        if (side->snapshot)
            throw Error("a snapshot says nothing of roles, nor of how the database is set", {}, "take roles and database from [manage] here", Exit::usage);
        if (side->source && around_.database.empty()) around_.database = side->source->database;
    }
    for (auto* side : {&from_, &desired_})
        if (side->source) call_database(*side->source, around_.database);
    bool two = from_.database && desired_.database && surroundings_of(desired_)->database != around_.database;
    if (two)
        throw Error("how a database is set cannot be compared with a database of another name", {}, "take roles and database from [manage] here", Exit::usage);
}

void Comparison::tell_unseen(const Catalog& catalog) {
    for (const auto& object : catalog.objects)
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (object.managed && object.values[c] && object.kind->columns[c].name == std::string_view("unseen"))
                warn("this role does not see the " + *object.values[c] + " of " + object.kind->name + " " + object.identity +
                     ", so that is not compared");
}

void Comparison::leave(const std::vector<Index>& unclear, Sides& sides) {
    for (Index i : unclear) {
        Object& object = sides.base().catalog.objects[i];
        const Object& other = sides.desired.catalog.objects[sides.desired.catalog.find(object.kind, object.identity)];
        object.unclear = true;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (object.compared(c) != other.compared(c)) object.meaning.insert_or_assign(c, other.compared(c));
    }
    if (!unclear.empty())
        warn("PostgreSQL " + std::to_string(scratch().server_version() / 10000) +
             " of the scratch cannot tell whether what version " + std::to_string(sides.live.catalog.server_version / 10000) +
             " printed means the same (marked ?): install that version, or use --scratch URL");
}

const Source* Comparison::desired_sql() {
    if (parsing_.valid()) parsing_.get();
    return desired_files();
}

introspect::Surroundings Comparison::read_live() {
    progress_.stage("reading the live database");
    auto connection = connect(*from_.database);
    // Beside what the server does: other programs are asked what they are.
    installed_ = std::async(std::launch::async, &introspect::find_installation, connection.server_version() / 10000);
    live_ = introspect::read(connection, settings_.lock_timeout, settings_.scope.managed, &*from_.database);
    live_digest_ = std::async(std::launch::async, [this] { return digest(live_); });
    return introspect::surroundings(connection);
}

std::optional<std::string> Comparison::desired_key() {
    if (!desired_files() || !settings_.scratches.front().empty()) return std::nullopt;
    auto installed = installed_.valid() ? installed_.get() : introspect::find_installation(around_.server_version / 10000);
    if (!installed) return std::nullopt;
    std::vector<std::string> texts{installed->version, installed->programs, std::to_string(settings_.options.trust_files)};
    texts.push_back(fmt::format("{} {} {} {}", settings_.scope.managed.roles, settings_.scope.managed.database, around_.database, around_.superuser));
    texts.push_back(fmt::format("{} {} {} {} {} {} {}", around_.server_version, around_.user, around_.encoding,
                                around_.collate, around_.ctype, around_.provider, around_.icu_locale));
    for (const auto* list : {&around_.roles, &around_.collations, &around_.tablespaces}) add_list(texts, *list);
    for (const auto* list : {&around_.memberships, &around_.settings}) add_pairs(texts, *list);
    texts.push_back(files_key_);
    return cache_key(texts);
}

Catalog Comparison::desired_catalog() {
    auto bytes = desired_key_ ? kept(*desired_key_) : std::nullopt;
    if (auto known = bytes ? elaboration_of(*bytes) : std::nullopt) {
        known_ = true;
        for (const auto& warning : known->warnings) warn(warning);
        return std::move(known->catalog);
    }
    auto database = base().database;
    auto connection = scratch().connect(database);
    Elaboration out{introspect::with_declared_rows(connection, read(database), *desired_sql(), inserted_), {}};
    out.warnings = warnings_;
    if (desired_key_) keep(*desired_key_, written(out));
    return std::move(out.catalog);
}

Comparison::Loaded Comparison::load(const Source& source) {
    auto& on = scratch();
    progress_.stage("loading the files");
    auto database = on.create_database();
    auto loaded = introspect::load(on, database, source);
    for (const auto& warning : on.warnings()) warn(warning);
    return {database, std::move(loaded.inserted)};
}

Catalog Comparison::read(const std::string& database) {
    progress_.stage("reading what the files declare");
    return scratch_catalog(scratch(), database);
}

std::vector<RowSet> Comparison::sets_of(const Catalog& live) {
    auto renames = reach_.source ? bind(*reach_.source, *elaborated_).renames : std::vector<Renaming>{};
    return before_renames(elaborated_->row_sets, due(live, *elaborated_, renames), live, *elaborated_);
}

void Comparison::forget_unseen(const std::vector<RowSet>& sets) {
    std::set<std::string> seen;
    for (const auto& set : live_.row_sets) seen.insert(set.table);
    for (std::size_t i = 0; i < sets.size(); ++i)
        if (!seen.contains(sets[i].table)) unseen_.insert(elaborated_->row_sets[i].table);
    std::erase_if(elaborated_->row_sets, [&](const RowSet& set) { return unseen_.contains(set.table); });
    for (auto& object : elaborated_->objects)
        if (object.kind->is_row && unseen_.contains(elaborated_->objects[object.whole].identity)) object.managed = false;
    for (const auto& table : unseen_) {
        auto warning = "the rows of " + table + " are not seen and not compared: " + live_.user + " may not read all of them";
        progress_.say("warning: " + warning);
        warn(warning);
    }
}

void Comparison::warn(const std::string& warning) {
    if (std::ranges::find(warnings_, warning) == warnings_.end()) warnings_.push_back(warning);
}

}  // namespace plumb::run
