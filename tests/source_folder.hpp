// A folder of desired files for one test.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "introspect/files.hpp"

namespace plumb::tests {

/// Gone with its files at the end of the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "plumb-source-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// Writes a file, its folders included, and returns its path.
    std::string write(const std::string& name, const std::string& text) const {
        auto path = path_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    std::string path(const std::string& name = {}) const { return name.empty() ? path_.string() : (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

/// The source that one file of this text is.
inline Source source_of(const std::string& text) {
    Folder folder;
    return introspect::read_files({folder.write("desired.sql", text)});
}

/// The error that reading the paths ends in; fails without one.
inline Error error_of(const std::vector<std::string>& paths) {
    try {
        introspect::read_files(paths);
    } catch (const Error& error) {
        return error;
    }
    throw std::runtime_error("no error");
}

/// "line:column: message" of the error in one file of this text.
inline std::string complaint(const std::string& text) {
    Folder folder;
    auto error = error_of({folder.write("desired.sql", text)});
    return std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ": " + error.what();
}

}  // namespace plumb::tests
