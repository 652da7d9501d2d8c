// Names that a piece of source text mentions.
#include "introspect/words.hpp"

namespace plumb::introspect {

namespace {

bool starts_word(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80; }
bool continues_word(unsigned char c) { return starts_word(c) || (c >= '0' && c <= '9') || c == '$'; }

}  // namespace

std::set<std::string> words(std::string_view text) {
    std::set<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        std::string word;
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) word += text[at];
            ++at;
        } else if (starts_word(text[at])) {
            for (; at < text.size() && continues_word(text[at]); ++at) {
                char c = text[at];
                word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
        } else {
            ++at;
            continue;
        }
        if (!word.empty()) out.insert(word);
    }
    return out;
}

}  // namespace plumb::introspect
