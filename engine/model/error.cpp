// Errors as a compiler prints them.
#include "engine/model/error.hpp"

#include <algorithm>

namespace plumb {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Byte offset of a character; the size of the text where it has fewer.
std::size_t offset(const std::string& text, int character) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if (!continues(text[at]) && character-- == 0) break;
    return at;
}

/// A place whose line is shown: of a long one only what is around the column.
Place shown(Place place) {
    constexpr int before = 100, width = 160;
    int first = std::max(0, place.column - before);
    auto begin = offset(place.text, first), end = begin + offset(place.text.substr(begin, 4 * width), width);
    bool goes_on = end < place.text.size();
    place.text = (first > 0 ? "..." : "") + place.text.substr(begin, end - begin) + (goes_on ? "..." : "");
    if (first > 0) place.column += 3 - first;
    return place;
}

}  // namespace

std::string shortened(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && continues(text[most])) --most;
    return text.substr(0, most) + "...";
}

std::string describe(const Error& error) {
    std::string out;
    if (!error.place.file.empty()) {
        out += error.place.file + ":";
        if (error.place.line > 0) out += std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ":";
        out += " ";
    }
    out += "error: ";
    out += error.what();
    out += "\n";
    if (error.place.line > 0 && !error.place.text.empty()) {
        auto place = shown(error.place);
        out += "  " + place.text + "\n  ";
        // The caret stands below its character: tabs are kept, and a UTF-8 continuation byte takes no column.
        int column = 1;
        for (char byte : place.text) {
            if (continues(byte)) continue;
            if (column++ >= place.column) break;
            out += byte == '\t' ? '\t' : ' ';
        }
        out += "^\n";
    }
    if (!error.hint.empty()) out += "hint: " + error.hint + "\n";
    return out;
}

}  // namespace plumb
