// Where in the desired files something stands.
#include "engine/model/source.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace plumb {

namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `password 'x'`, `PASSWORD='x'` or a connection string with one: never to be printed.
bool shows_password(std::string_view line) {
    constexpr std::string_view word = "password";
    auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    for (auto at = line.begin();; ++at) {
        at = std::search(at, line.end(), word.begin(), word.end(), same);
        if (at == line.end()) return false;
        auto next = line.find_first_not_of(" \t", static_cast<std::size_t>(at - line.begin()) + word.size());
        if (next != line.npos && (line[next] == '\'' || line[next] == '=')) return true;
    }
}

}  // namespace

std::vector<std::size_t> line_starts(const std::string& text) {
    std::vector<std::size_t> starts{0};
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) starts.push_back(at + 1);
    return starts;
}

Place place(const File& file, std::size_t offset) {
    const auto computed = file.lines.empty() ? line_starts(file.text) : std::vector<std::size_t>{};
    const auto& lines = file.lines.empty() ? computed : file.lines;
    offset = std::min(offset, file.text.size());
    auto line = std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin();
    auto start = lines[static_cast<std::size_t>(line - 1)];
    auto end = std::min(file.text.find('\n', start), file.text.size());
    if (end > start && file.text[end - 1] == '\r') --end;
    Place place{.file = file.name, .line = static_cast<int>(line), .column = 1, .text = file.text.substr(start, end - start)};
    for (auto at = start; at < offset; ++at) place.column += !continues_character(file.text[at]);
    if (shows_password(place.text)) place.text.clear();
    return place;
}

Place place(const Source& source, const Statement& statement, int position) {
    const File& file = source.files.at(statement.file);
    auto at = statement.offset;
    auto end = std::min(file.text.size(), statement.offset + statement.sql.size());
    for (int character = 1; character < position && at < end; ++character) {
        do ++at;
        while (at < end && continues_character(file.text[at]));
    }
    return place(file, at);
}

}  // namespace plumb
