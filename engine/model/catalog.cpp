// A state of a database as rows.
#include "engine/model/catalog.hpp"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <functional>
#include <tuple>
#include <string>

namespace plumb {

namespace {

std::size_t hash_of(const Kind* kind, std::string_view identity) {
    return std::hash<std::string_view>()(identity) ^ std::hash<const Kind*>()(kind);
}

/// FNV-1a, 64 bits: a fingerprint tells states apart, it does not resist an attacker.
void mix(std::uint64_t& hash, std::string_view text) {
    for (unsigned char byte : text) hash = (hash ^ byte) * 1099511628211ULL;
    hash = (hash ^ 0xFFU) * 1099511628211ULL;
}

}  // namespace

Value* Object::find(std::string_view column) {
    auto found = std::ranges::find(kind->columns, column, &Column::name);
    return found == kind->columns.end() ? nullptr : &values[static_cast<std::size_t>(found - kind->columns.begin())];
}

const Value& Object::operator[](std::string_view column) const {
    for (std::size_t i = 0; i < kind->columns.size(); ++i)
        if (kind->columns[i].name == column) return values[i];
    assert(false && "a pattern names a column that its kind does not declare");
    static const Value absent;
    return absent;
}

Value Object::value(std::string_view column) const {
    bool has = std::ranges::any_of(kind->columns, [&](const Column& one) { return one.name == column; });
    return has ? (*this)[column] : std::nullopt;
}

Index Catalog::find(const Kind* kind, const std::string& identity) const {
    auto [begin, end] = by_identity_.equal_range(hash_of(kind, identity));
    auto found = std::find_if(begin, end, [&](const auto& entry) {
        const Object& object = objects[entry.second];
        return object.kind == kind && object.identity == identity;
    });
    return found == end ? none : found->second;
}

Index Catalog::root(Index object) const {
    while (objects[object].whole != none) object = objects[object].whole;
    return object;
}

void Catalog::index() {
    by_identity_.clear();
    by_identity_.reserve(objects.size());
    for (Index i = 0; i < static_cast<Index>(objects.size()); ++i) by_identity_.emplace(hash_of(objects[i].kind, objects[i].identity), i);
    std::sort(dependencies.begin(), dependencies.end(), [](const Dependency& a, const Dependency& b) {
        return std::tie(a.dependent, a.referenced, a.type) < std::tie(b.dependent, b.referenced, b.type);
    });
    auto same = [](const Dependency& a, const Dependency& b) {
        return a.dependent == b.dependent && a.referenced == b.referenced && a.type == b.type;
    };
    dependencies.erase(std::unique(dependencies.begin(), dependencies.end(), same), dependencies.end());
}

std::string Catalog::fingerprint() const {
    std::uint64_t sum = 0;  // a sum, so that the order of the rows does not matter
    for (const auto& object : objects) {
        if (!object.managed) continue;
        std::uint64_t hash = 14695981039346656037ULL;
        mix(hash, object.kind->name);
        mix(hash, object.identity);
        for (std::size_t i = 0; i < object.values.size(); ++i) {
            const auto& change = object.kind->columns[i].change;
            if (std::holds_alternative<Ignored>(change) || std::holds_alternative<Kept>(change)) continue;
            mix(hash, object.values[i] ? "=" : "-");
            mix(hash, object.values[i].value_or(""));
        }
        sum += hash;
    }
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(sum));
    return text;
}

}  // namespace plumb
