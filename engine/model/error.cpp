// Errors as a compiler prints them.
#include "engine/model/error.hpp"

namespace plumb {

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
        out += "  " + error.place.text + "\n  ";
        // The caret stands below its character: tabs are kept, and a UTF-8 continuation byte takes no column.
        int column = 1;
        for (unsigned char byte : error.place.text) {
            if ((byte & 0xC0) == 0x80) continue;
            if (column++ >= error.place.column) break;
            out += byte == '\t' ? '\t' : ' ';
        }
        out += "^\n";
    }
    if (!error.hint.empty()) out += "hint: " + error.hint + "\n";
    return out;
}

}  // namespace plumb
