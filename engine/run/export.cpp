// export and snapshot: a database as SQL, proven by loading it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "diff/plan.hpp"
#include "emit/emit.hpp"
#include "engine/run/bind.hpp"
#include "engine/run/choice.hpp"
#include "engine/run/commands.hpp"
#include "engine/run/directory.hpp"
#include "engine/run/origin.hpp"
#include "engine/run/output.hpp"
#include "engine/run/rebuild.hpp"
#include "engine/run/settle.hpp"
#include "introspect/files.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;  ///< texts by paths

/// In a folder: what the last export wrote there, one path a line.
constexpr const char* list_name = ".plumb-export";

Error cannot_write(const fs::path& path, const std::error_code& fault) {
    return Error("cannot write " + path.string() + ": " + fault.message());
}

void write(const fs::path& path, const std::string& text) {
    std::error_code fault;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), fault);
    if (fault) throw cannot_write(path, fault);
    std::ofstream out(path, std::ios::binary);
    out << text << std::flush;
    if (!out) throw cannot_write(path, std::error_code(errno, std::generic_category()));
}

/// A folder of files that this program writes, and may write again.
class Folder {
public:
    /// Throws Error (exit 4) for a folder with files that are not an export's.
    explicit Folder(fs::path path) : path_(std::move(path)) {
        if (fs::exists(path_) && !fs::is_directory(path_))
            throw Error(path_.string() + " is no folder", {}, "for one file: -o NAME.sql", Exit::usage);
        if (fs::exists(path_ / list_name)) {
            std::ifstream list(path_ / list_name);
            for (std::string line; std::getline(list, line);) before_.insert(line);
        } else if (fs::exists(path_) && !fs::is_empty(path_)) {
            throw Error(path_.string() + " is not empty, and no export wrote what is in it", {},
                        "export to a new folder, or empty this one", Exit::usage);
        }
    }

    void write(const Files& files) const {
        std::string list;
        for (const auto& [path, text] : files) {
            run::write(path_ / path, text);
            list += path + "\n";
        }
        run::write(path_ / list_name, list);
        for (const auto& path : before_)
            if (!files.contains(path)) remove(path);
    }

private:
    /// With the folders that it leaves empty.
    void remove(fs::path path) const {
        std::error_code ignored;
        // The list may be a stranger's.
        if (path.is_absolute() || std::ranges::find(path, "..") != path.end()) return;
        for (; !path.empty() && fs::remove(path_ / path, ignored); path = path.parent_path()) continue;
    }

    fs::path path_;
    std::set<std::string> before_;
};

/// Rows of a kind in the order of their names, so that equal databases give equal files whatever the order they were made in.
/// Columns stay as they stand in their tables.
Catalog canonical(const Catalog& catalog) {
    std::vector<Index> order;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i) order.push_back(i);
    auto at = [&](Index i) -> const Object& { return catalog.objects[i]; };
    auto rank = [&](Index i) { return std::ranges::find(kinds(), at(i).kind) - kinds().begin(); };
    auto name = [&](Index i) { return goes_by(*at(i).kind, "ColumnDef") ? std::string_view() : at(i).identity; };
    std::ranges::stable_sort(order, {}, [&](Index i) { return std::pair(rank(i), name(i)); });
    std::vector<Index> position(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = static_cast<Index>(i);
    Catalog out = catalog;
    auto moved = [&](Index i) { return i == none ? none : position[i]; };
    for (std::size_t i = 0; i < order.size(); ++i) {
        out.objects[i] = at(order[i]);
        out.objects[i].whole = moved(out.objects[i].whole);
        out.objects[i].origin = moved(out.objects[i].origin);
    }
    for (auto& edge : out.dependencies) edge = {moved(edge.dependent), moved(edge.referenced), edge.type};
    out.index();
    return out;
}

/// A foreign key in the CREATE of a table would make that wait for the other table, whose file may come later.
Catalog with_loose_keys(Catalog catalog) {
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i) {
        Object& object = catalog.objects[i];
        if (object.kind->inside && !object.also_locks.empty() && object.also_locks != catalog.objects[catalog.root(i)].identity)
            object.apart = true;
    }
    return catalog;
}

class Work {
public:
    Work(const Settings& settings, Progress& progress, Origin origin, const Scope& scope)
        : settings_(settings),
          progress_(progress),
          origin_(std::move(origin)),
          reach_{scope, all_of(settings.grants), all_of(settings.owners), settings.roles, {}} {
        if (origin_.database) {
            progress_.stage("reading the database");
            auto read = live_catalog(*origin_.database, settings.lock_timeout, scope.managed);
            around_ = surroundings_of(origin_).value_or(introspect::Surroundings{});
            state_ = state(std::move(read), reach_, settings.ignore);
        } else {
            around_ = surroundings_of(origin_).value_or(introspect::Surroundings{});
            progress_.stage("loading the files");
            auto database = scratch().create_database();
            state_ = state(loaded_catalog(database, *origin_.source, introspect::load(scratch(), database, *origin_.source)), reach_, settings.ignore);
        }
        for (auto& object : state_.catalog.objects) object.managed = object.managed && wanted(object);
    }

    const State& state_of_origin() const { return state_; }
    const introspect::Surroundings& around() const { return around_; }
    const Origin& origin() const { return origin_; }

    Files files() { return emit::files(state_.catalog, steps(with_loose_keys(canonical(state_.catalog)))); }
    std::string script() { return emit::script(steps(canonical(state_.catalog))); }

    struct Loaded {
        std::set<std::string> wrong_functions;  ///< files that hold some
        std::string fingerprint;
    };

    /// Loads what was written and compares. Throws Error (exit 7) where that is not the same.
    Loaded prove(const std::string& path) {
        progress_.stage("loading what was written");
        auto source = introspect::read_files({path}, true, settings_.scope.managed);
        auto database = scratch().create_database();
        Loaded out;
        auto made = introspect::load(scratch(), database, source);
        for (auto statement : made.unchecked) out.wrong_functions.insert(source.files[source.statements[statement].file].name);
        auto loaded = state(loaded_catalog(database, source, made), reach_, settings_.ignore);
        for (auto& object : loaded.catalog.objects) object.managed = object.managed && wanted(object);
        out.fingerprint = loaded.fingerprint;
        auto expected = state_.catalog;
        settle([&] { return Base{scratch(), database}; }, expected, loaded.catalog);
        auto differences = diff::compare(expected, loaded.catalog);
        progress_.clear();
        if (!differences.empty())
            throw Error("what was written to " + path + " is not what was read:\n" + emit::text(differences, look(settings_)), {},
                        "please report it", Exit::proof_failed);
        return out;
    }

private:
    static Manage all_of(Manage manage) { return manage == Manage::none ? Manage::none : Manage::all; }

    bool wanted(const Object& object) const {
        auto governs = object.kind->governed_by;
        return !(governs == Governs::grants && reach_.grants == Manage::none) &&
               !(governs == Governs::owners && reach_.owners == Manage::none);
    }

    Catalog loaded_catalog(const std::string& database, const Source& source, const introspect::Loaded& loaded) {
        auto connection = scratch().connect(database);
        return introspect::with_declared_rows(connection, scratch_catalog(scratch(), database), source, loaded.inserted);
    }

    std::vector<Step> steps(const Catalog& to) {
        auto database = scratch().create_database();
        auto empty = state(scratch_catalog(scratch(), database), reach_, {});
        scratch().drop(database);
        auto out = diff::plan(empty.catalog, to);
        // Values of sequences are no declarations.
        std::erase_if(out, [](const Step& step) { return step.sql.starts_with("SELECT pg_catalog.setval"); });
        for (auto& step : out)
            for (const Kind* kind : kinds())
                if (kind->is_row && kind->name == step.kind) step.sql = directive(to, to.find(kind, step.identity)) + step.sql;
        return out;
    }

    /// What tells the row's INSERT how it compares.
    static std::string directive(const Catalog& catalog, Index row) {
        const auto& table = catalog.objects[catalog.objects[row].whole].identity;
        auto set = std::ranges::find(catalog.row_sets, table, &RowSet::table);
        std::string key;
        for (const auto& column : set->key) key += (key.empty() ? "" : ", ") + column;
        return "-- plumb: rows key (" + key + ")" + (set->exact ? " exact" : " merge") + "\n";
    }

    introspect::Scratch& scratch() {
        if (!scratch_) {
            progress_.stage("starting the scratch");
            scratch_ = chosen_scratch(settings_, around_, "", origin_.source ? &*origin_.source : nullptr, progress_);
        }
        return *scratch_;
    }

    const Settings& settings_;
    Progress& progress_;
    Origin origin_;
    Reach reach_;
    introspect::Surroundings around_;
    State state_;
    std::unique_ptr<introspect::Scratch> scratch_;
};

bool is_file(const std::string& path) { return fs::path(path).extension() == ".sql"; }

std::string counted(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

Exit said(const std::string& what, const Settings& settings) {
    if (!settings.options.quiet)
        put(what + (settings.proof == Rehearsal::none ? ".\n" : ". Proven: loaded, it is the same again.\n"));
    return Exit::done;
}

}  // namespace

Exit export_files(const Settings& settings) {
    const auto& path = settings.options.output;
    bool one = is_file(path), proves = settings.proof != Rehearsal::none;
    std::optional<Folder> folder;
    if (!one) folder.emplace(path);
    Progress progress(settings.options);
    Work work(settings, progress, {.database = settings.conninfo}, settings.scope);
    auto files = one ? Files{{path, work.script()}} : work.files();
    if (files.empty()) throw Error("there is nothing to export: the database has no object in scope");
    if (one)
        write(path, files.at(path));
    else
        folder->write(files);
    if (proves) {
        auto loaded = work.prove(path);
        for (auto& [name, text] : files)
            if (!one && text.starts_with(emit::unchecked) && !loaded.wrong_functions.contains((fs::path(path) / name).string()))
                text.erase(0, emit::unchecked.size());
        if (!one) folder->write(files);
    }
    progress.clear();
    return said("Exported to " + path + ": " + counted(files.size(), "file"), settings);
}

Exit snapshot(const Settings& settings) {
    const auto& path = settings.options.output;
    Progress progress(settings.options);
    auto from = settings.options.desired.empty() ? Origin{.database = settings.conninfo}
                                                 : origin(settings.options.desired, settings.options.trust_files);
    Work work(settings, progress, std::move(from), {});
    introspect::Snapshot snapshot{.around = work.around(), .fingerprint = work.state_of_origin().fingerprint};
    auto script = work.script();
    write(path, introspect::header(snapshot) + script);
    if (settings.proof != Rehearsal::none) {
        snapshot.loaded = work.prove(path).fingerprint;
        write(path, introspect::header(snapshot) + script);
    }
    progress.clear();
    return said("Snapshot written to " + path, settings);
}

}  // namespace plumb::run
