// Names that a piece of source text mentions.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace plumb::introspect {

/// All identifiers in the text, folded and unquoted as PostgreSQL would; in whatever language the text is.
std::set<std::string> words(std::string_view text);

}  // namespace plumb::introspect
