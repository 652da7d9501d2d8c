// Where desired files are kept: on disk, or in a repository of git.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/model/error.hpp"

namespace plumb::introspect {

/// Reads files by the names that the user gives them, which places in diagnostics repeat.
class Store {
public:
    virtual ~Store() = default;

    /// The files that a path stands for: itself, or every *.sql below a folder, sorted by path. Throws Error where there is none.
    virtual std::vector<std::string> expand(const std::string& path) = 0;
    /// The bytes of a file, or no more than is enough to see that there are more than `most`. Throws Error at `asked_at`, which has no
    /// file where the user asked for it, also where a stranger's files may not read this one.
    virtual std::string contents(const std::string& path, const Place& asked_at, std::size_t most) = 0;
    /// The name of what a file includes: by \ir beside it, by \i from the working directory.
    virtual std::string included(const std::string& file, const std::string& argument, bool beside) = 0;
    /// One name for all the names of a file.
    virtual std::string canonical(const std::string& path) = 0;
};

std::unique_ptr<Store> on_disk(bool trust);

/// The repository that the working directory is in, at the ref of `git:REF:PATH`. As in git, PATH counts from the top of the
/// repository, or from the working directory where it begins with `./` or `../`. Throws Error, in git's own words.
std::unique_ptr<Store> in_git(const std::string& source);

/// Whether a source is `git:REF:PATH`.
bool is_git(const std::string& source);

/// The error that a file of a store cannot be read with.
Error unreadable(const std::string& path, const Place& asked_at, const std::string& message, const std::string& hint = {});

}  // namespace plumb::introspect
