// What desired files leave open stays as the live database has it.
#include "engine/run/undeclared.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include "engine/run/directory.hpp"

namespace plumb::run {

namespace {

Index size(const Catalog& catalog) { return static_cast<Index>(catalog.objects.size()); }

/// The object of the same kind and identity in another catalog.
Index same_in(const Catalog& other, const Object& object) { return other.find(object.kind, object.identity); }

bool is_governed(const Object& object) { return object.kind->governed_by != Governs::nothing; }

/// Whether the dependent cannot be without the referenced.
bool is_hard(const Dependency& edge) { return std::string_view("wdob").find(edge.type) == std::string_view::npos; }

bool has_kept_value(const Kind& kind) {
    return std::ranges::any_of(kind.columns, [](const Column& column) { return std::holds_alternative<Kept>(column.change); });
}

/// Whose owner or grants the statements of the files name.
class Declared {
public:
    Declared(const Source& source, const Binding& binding, const Catalog& desired) {
        std::set<std::string_view> words;
        for (const Kind* kind : kinds())
            if (kind->governed_by != Governs::nothing) words.insert(kind->nodes.begin(), kind->nodes.end());
        for (const auto& statement : source.statements)
            for (const auto& name : statement.names)
                if (words.contains(name.node)) named_.emplace(name.node, name.schema, own_name(desired, name), name.type.empty());
        for (const auto& bond : binding.bonds) {
            const auto& node = source.statements[bond.statement].names[bond.name].node;
            if (words.contains(node)) objects_.emplace(node, bond.object);
        }
    }

    /// Whether they name what the row, of either side, is about; `about` is that in the desired state.
    bool has(const Object& row, Index about) const {
        return std::ranges::any_of(row.kind->nodes, [&](std::string_view word) {
            std::string node(word);
            if (about != none && objects_.contains({node, about})) return true;
            return named_.contains({node, row.schema, row.name, true}) ||
                   (row.whole == none && named_.contains({node, row.schema, row.name, false}));
        });
    }

private:
    std::set<std::tuple<std::string, std::string, std::string, bool>>
        named_;  ///< node, schema, name, whether that is all they say
    std::set<std::pair<std::string, Index>> objects_;
};

/// The desired state with some rows replaced by live's.
class Takeover {
public:
    Takeover(const State& live, const State& desired)
        : live_(live.catalog),
          desired_(desired.catalog),
          live_readable_(live.readable),
          desired_readable_(desired.readable),
          taken_(live_.objects.size()),
          left_(desired_.objects.size()) {}

    /// The object and all its parts.
    void expect(const Expected& expected) {
        const Object& object = desired_.objects[expected.object];
        Index there = same_in(live_, object);
        if (there == none)
            throw Error(std::string(object.kind->name) + " " + object.identity +
                            " is unmanaged and so expected to exist, but the database lacks it",
                        expected.place, "make it by its own means first, or take the directive away", Exit::usage);
        mark(desired_, expected.object, left_);
        mark(live_, there, taken_);
        for (const auto& edge : live_.dependencies) {
            const Object &dependent = live_.objects[edge.dependent], &referenced = live_.objects[edge.referenced];
            bool lost = taken_[edge.dependent] && !taken_[edge.referenced] && referenced.managed && is_hard(edge) &&
                        same_in(desired_, referenced) == none;
            if (lost && live_.root(edge.dependent) == live_.root(there) && !is_governed(referenced))
                throw Error(std::string(dependent.kind->name) + " " + dependent.identity + ", which is unmanaged, uses " +
                                referenced.kind->name + " " + referenced.identity + ", which the files lack",
                            expected.place, "declare that too, unmanaged where it is not yours", Exit::usage);
        }
    }

    /// Rows of a kind about objects that both sides have, unless they are declared.
    void leave(const Kind& kind, const Declared* declared) {
        for (Index i = 0; i < size(desired_); ++i) {
            const Object& row = desired_.objects[i];
            if (row.kind != &kind || !row.managed || (declared && declared->has(row, subject(desired_, i)))) continue;
            if (row.whole == none || same_in(live_, desired_.objects[row.whole]) != none) left_[i] = true;
        }
        for (Index j = 0; j < size(live_); ++j) {
            const Object& row = live_.objects[j];
            if (row.kind != &kind || !row.managed) continue;
            if (row.whole != none && same_in(desired_, live_.objects[row.whole]) == none) continue;
            Index about = subject(live_, j);
            if (about != none) about = same_in(desired_, live_.objects[about]);
            if (!declared || !declared->has(row, about)) taken_[j] = true;
        }
    }

    /// Roles that the files do not make, with what belongs to them: live's stay, unless `all` of them are the files'.
    void leave_roles(const Kind& kind, const std::set<std::string>& made, bool all) {
        for (Index i = 0; i < size(desired_); ++i)
            if (desired_.objects[i].kind == &kind && desired_.objects[i].whole == none && kind.used && !made.contains(role_of(desired_, i))) left_[i] = true;
        for (Index j = 0; j < size(live_); ++j) {
            if (live_.objects[j].kind != &kind || made.contains(role_of(live_, j))) continue;
            Index i = same_in(desired_, live_.objects[j]);
            bool stays = !all || live_.objects[live_.root(j)].value("stays");
            if (stays && (i == none || left_[i])) taken_[j] = true;
        }
    }

    /// PostgreSQL keeps no grant to the owner, whoever that comes to be.
    void forget_grants_to_owners() {
        std::map<Index, std::string> owners;
        each_row(Governs::owners, [&](Index about, const Object& row, auto) { owners[about] = row.name; });
        auto user = user_name(desired_);
        each_row(Governs::grants, [&](Index about, const Object& row, auto forget) {
            auto found = owners.find(about);
            if (row.name == (found == owners.end() ? user : found->second)) forget();
        });
    }

    /// Rows that are the same on both sides need not be replaced. Returns whether any is left to replace.
    bool differs() {
        for (Index j = 0; j < size(live_); ++j) {
            Index i = taken_[j] ? same_in(desired_, live_.objects[j]) : none;
            if (i == none || !left_[i] || live_.objects[j].values != desired_.objects[i].values) continue;
            taken_[j] = left_[i] = false;
        }
        return std::ranges::count(taken_, true) + std::ranges::count(left_, true) > 0;
    }

    void replace(State& into) {
        State out = into;
        out.catalog.objects.clear();
        out.catalog.dependencies.clear();
        out.readable.clear();
        auto keep = append(
            desired_, desired_readable_, [&](Index i) { return !left_[i]; }, out);
        auto take = append(
            live_, live_readable_, [&](Index j) { return taken_[j]; }, out);
        out.catalog.index();
        link(desired_, keep, out.catalog);
        link(live_, take, out.catalog);
        for (auto& object : out.catalog.objects)
            if (object.place.file.empty() && object.whole != none) object.place = out.catalog.objects[object.whole].place;
        out.catalog.index();
        out.made = std::move(into.catalog);
        into = std::move(out);
    }

private:
    static const std::string& role_of(const Catalog& catalog, Index i) { return catalog.objects[catalog.root(i)].name; }

    using Positions = std::vector<Index>;  ///< in the result, by position in a catalog; none for what is not there

    /// Calls with the rows that the result will have, what they are about in the desired state, and a way to leave them out.
    template <typename Visit>
    void each_row(Governs governs, Visit visit) {
        for (Index i = 0; i < size(desired_); ++i)
            if (!left_[i] && desired_.objects[i].kind->governed_by == governs)
                if (Index about = subject(desired_, i); about != none)
                    visit(about, desired_.objects[i], [&, i] { left_[i] = true; });
        for (Index j = 0; j < size(live_); ++j)
            if (taken_[j] && live_.objects[j].kind->governed_by == governs)
                if (Index about = subject(live_, j); about != none)
                    visit(same_in(desired_, live_.objects[about]), live_.objects[j], [&, j] { taken_[j] = false; });
    }

    static void mark(const Catalog& catalog, Index top, std::vector<bool>& marks) {
        for (Index i = 0; i < size(catalog); ++i)
            for (Index whole = i; whole != none; whole = catalog.objects[whole].whole)
                if (whole == top) marks[i] = true;
    }

    template <typename Wanted>
    static Positions append(const Catalog& catalog, const std::vector<bool>& readable, Wanted wanted, State& out) {
        Positions positions(catalog.objects.size(), none);
        for (Index i = 0; i < size(catalog); ++i) {
            if (!wanted(i)) continue;
            positions[i] = size(out.catalog);
            out.catalog.objects.push_back(catalog.objects[i]);
            out.readable.push_back(readable[i]);
        }
        return positions;
    }

    /// Ties what came from a catalog together, and to what came from the other.
    static void link(const Catalog& catalog, const Positions& positions, Catalog& out) {
        auto at = [&](Index i) {
            return i == none ? none : positions[i] != none ? positions[i] : same_in(out, catalog.objects[i]);
        };
        for (Index i = 0; i < size(catalog); ++i) {
            if (positions[i] == none) continue;
            out.objects[positions[i]].whole = at(catalog.objects[i].whole);
            out.objects[positions[i]].origin = at(catalog.objects[i].origin);
        }
        for (const auto& edge : catalog.dependencies) {
            if (positions[edge.dependent] == none) continue;
            Index referenced = at(edge.referenced);
            if (referenced != none)
                out.dependencies.push_back({positions[edge.dependent], referenced, edge.type});
            else
                refuse_loss(catalog, edge);
        }
    }

    /// What the files make may use of an unmanaged object only what the database has of it.
    static void refuse_loss(const Catalog& catalog, const Dependency& edge) {
        const Object &dependent = catalog.objects[edge.dependent], &referenced = catalog.objects[edge.referenced];
        if (is_governed(referenced) || dependent.place.file.empty() || !is_hard(edge)) return;
        throw Error(std::string(dependent.kind->name) + " " + dependent.identity + " uses " + referenced.kind->name + " " +
                        referenced.identity + ", which is unmanaged and not in the database",
                    dependent.place, {}, Exit::usage);
    }

    const Catalog& live_;
    const Catalog& desired_;
    const std::vector<bool>& live_readable_;
    const std::vector<bool>& desired_readable_;
    std::vector<bool> taken_;  ///< of live's rows
    std::vector<bool> left_;   ///< of the desired ones
};

/// The roles that files make.
std::set<std::string> roles_of(const Source& source) {
    std::set<std::string> out;
    for (const auto& statement : source.statements)
        for (const Kind* kind : kinds())
            if (kind->governed_by == Governs::roles && std::ranges::find(kind->nodes, statement.node) != kind->nodes.end()) out.insert(statement.names.at(0).object);
    return out;
}

/// Without files the desired state is a database, which declares all that it has.
bool compares_all(Manage manage, const Reach& reach) {
    return manage == Manage::all || (manage == Manage::declared && !reach.source);
}

void add_dependencies(const Binding& binding, const Catalog& desired, Catalog& live) {
    for (const auto& edge : binding.dependencies) {
        Index dependent = same_in(live, desired.objects[edge.dependent]),
              referenced = same_in(live, desired.objects[edge.referenced]);
        if (dependent != none && referenced != none) live.dependencies.push_back({dependent, referenced, edge.type});
    }
    if (!binding.dependencies.empty()) live.index();
}

/// What the files say of columns that they no longer have.
void add_returns(const Binding& binding, const Catalog& desired, Catalog& live) {
    for (const auto& back : binding.returns) {
        Index table = same_in(live, desired.objects[back.table]);
        for (auto& part : live.objects)
            if (table != none && part.whole == table && part.is_in_rows() && part.name == back.column) {
                *part.find("reverse_fill") = back.expression;
                *part.find("sources") = back.sources;
                part.place = back.place;
            }
    }
}

/// No plan sets such a value, so what is there stays.
void keep_values(const Catalog& live, Catalog& desired) {
    for (auto& object : desired.objects) {
        if (!has_kept_value(*object.kind)) continue;
        Index there = same_in(live, object);
        for (std::size_t c = 0; there != none && c < object.values.size(); ++c)
            if (std::holds_alternative<Kept>(object.kind->columns[c].change)) object.values[c] = live.objects[there].values[c];
    }
}

}  // namespace

void take_over(const Reach& reach, const Binding& binding, State& live, State& desired) {
    add_dependencies(binding, desired.catalog, live.catalog);
    add_returns(binding, desired.catalog, live.catalog);
    keep_values(live.catalog, desired.catalog);
    Takeover takeover(live, desired);
    for (const auto& expected : binding.unmanaged) takeover.expect(expected);
    const Source nothing;
    Declared declared(reach.source ? *reach.source : nothing, binding, desired.catalog);
    for (const Kind* kind : kinds()) {
        if (kind->governed_by == Governs::nothing) continue;
        if (kind->governed_by == Governs::roles) {
            if (reach.source && reach.roles != Manage::none) takeover.leave_roles(*kind, roles_of(*reach.source), reach.roles == Manage::all);
            continue;
        }
        Manage manage = kind->governed_by == Governs::grants ? reach.grants : reach.owners;
        if (!compares_all(manage, reach)) takeover.leave(*kind, manage == Manage::declared ? &declared : nullptr);
    }
    takeover.forget_grants_to_owners();
    if (!takeover.differs()) return;
    takeover.replace(desired);
    desired.fingerprint = desired.catalog.fingerprint();
}

}  // namespace plumb::run
