// Differences as lines, grouped by the whole they belong to: what the text formats share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/emit.hpp"

namespace plumb::emit {

/// Puts ANSI codes around words, or leaves them.
struct Ink {
    bool on = false;

    std::string bold(std::string_view text) const { return code("1", text); }
    std::string dim(std::string_view text) const { return code("2", text); }
    std::string red(std::string_view text) const { return code("31", text); }
    std::string yellow(std::string_view text) const { return code("33", text); }
    std::string green(std::string_view text) const { return code("32", text); }
    /// A sign in its colour.
    std::string sign(char sign) const;

private:
    std::string code(std::string_view code, std::string_view text) const;
};

/// Filled with spaces to a number of characters.
std::string padded(std::string_view text, int width);
/// Characters of UTF-8 text.
int length(std::string_view text);
/// "indexes", "policies"; a noun that ends in s stays as it is.
std::string plural(const std::string& noun);
/// "1 index", "2 indexes", "1,401 tables".
std::string count(std::size_t number, const std::string& noun);

/// The name of a part without that of its whole.
std::string short_name(const Difference& part);

/// Comment lines of SQL: a line break in a name or a statement does not end the comment.
std::string comment(const std::string& label, const std::string& text);
/// What a step locks, costs and risks, for a comment before it.
std::string heading(const Step& step);

/// What a lock means to the application, and for how long.
std::string in_words(const LockOn& lock, const Step& step);

/// "step 3", "steps 1, 2, 5"; a long list is cut.
std::string ids(const std::vector<int>& steps);

/// Whether the plan was rehearsed and how well it can be undone; ends with a line break.
std::string verdict(const Plan& plan, const Ink& ink);

/// One line per changed object, wholes first, parts indented below them; objects that are made or dropped whole count their parts
/// only.
std::string changes(const std::vector<Difference>& differences, const Look& look);

}  // namespace plumb::emit
