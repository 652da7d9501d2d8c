// All kinds, and queries that differ between server versions.
#include "engine/model/kind.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "engine/model/catalog.hpp"
#include "engine/model/kinds/all.hpp"

namespace plumb {

std::span<const Kind* const> kinds() {
#define PLUMB_ADDRESS(name) &kind::name,
    static constexpr auto all = std::to_array<const Kind*>({PLUMB_KINDS(PLUMB_ADDRESS)});
#undef PLUMB_ADDRESS
    return all;
}

bool differs(std::size_t c, const Change& change) {
    const Column& column = change.new_object.kind->columns[c];
    if (std::holds_alternative<Ignored>(column.change) || std::holds_alternative<Kept>(column.change)) return false;
    if (std::min(change.from.server_version, change.to.server_version) < column.since) return false;
    return change.old_object.compared(c) != change.new_object.compared(c) && !(column.alike && column.alike(change));
}

namespace {

std::string with_owned(std::string query, Managed managed) {
    constexpr std::string_view mark = "/*owned*/";
    auto at = query.find(mark);
    if (at == query.npos) return query;
    std::string all;
    for (const Kind* kind : kinds())
        if (kind->owned && managed.has(kind->shared)) all += (all.empty() ? "" : "\nunion all ") + std::string(kind->owned);
    return query.replace(at, mark.size(), all);
}

}  // namespace

std::string for_version(const char* query, int server_version, Managed managed) {
    const std::string whole = with_owned(query, managed);
    std::string_view rest = whole;
    std::string out;
    for (;;) {
        auto mark = rest.find("/*1");
        if (mark == rest.npos) return out.append(rest);
        auto colon = rest.find(":*/", mark), other = rest.find("/*else:*/", mark), end = rest.find("/*end*/", mark);
        bool newer = server_version >= std::atoi(rest.data() + mark + 2);
        out.append(rest.substr(0, mark));
        auto first = rest.substr(colon + 3, std::min(other, end) - colon - 3);
        out.append(newer ? first : other < end ? rest.substr(other + 9, end - other - 9) : "");
        rest.remove_prefix(end + 7);
    }
}

}  // namespace plumb
