// Where a state comes from.
#include "engine/run/origin.hpp"

#include <algorithm>

#include "engine/run/options.hpp"
#include "engine/run/state.hpp"
#include "introspect/files.hpp"

namespace plumb::run {

namespace {

template <class T>
void unite(std::vector<T>& into, const std::vector<T>& from) {
    for (const auto& one : from)
        if (std::ranges::find(into, one) == into.end()) into.push_back(one);
}

}  // namespace

Origin origin(const std::vector<std::string>& words, bool trust, Managed managed) {
    auto out = unparsed_origin(words, trust);
    if (out.source) introspect::parse_files(*out.source, managed);
    return out;
}

Origin unparsed_origin(const std::vector<std::string>& words, bool trust) {
    if (std::ranges::any_of(words, is_connection_string)) {
        if (words.size() > 1) throw Error("a database as a source stands alone", {}, "", Exit::usage);
        return {.database = words.front()};
    }
    auto source = introspect::collect_files(words, trust);
    auto snapshot = introspect::snapshot(source);
    if (snapshot && source.files.size() > 1) throw Error("a snapshot as a source stands alone", {}, "", Exit::usage);
    return {.source = std::move(source), .snapshot = std::move(snapshot)};
}

std::optional<introspect::Surroundings> surroundings_of(const Origin& origin) {
    if (origin.snapshot) return origin.snapshot->around;
    if (!origin.database) return std::nullopt;
    auto connection = connect(*origin.database);
    return introspect::surroundings(connection);
}

introspect::Surroundings together(std::optional<introspect::Surroundings> from,
                                  const std::optional<introspect::Surroundings>& desired) {
    if (!from || !desired) return from ? std::move(*from) : desired.value_or(introspect::Surroundings{});
    unite(from->roles, desired->roles);
    unite(from->memberships, desired->memberships);
    unite(from->collations, desired->collations);
    unite(from->tablespaces, desired->tablespaces);
    return std::move(*from);
}

void adopt_fingerprint(State& state, const Origin& origin, const Scope& scope) {
    if (origin.snapshot && state.fingerprint == origin.snapshot->loaded && scope.covers_all())
        state.fingerprint = origin.snapshot->fingerprint;
}

}  // namespace plumb::run
