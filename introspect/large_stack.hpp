// Room for the parser: unpacking a parse tree recurses as deep as the statement nests, far beyond the 8 MB a thread usually has.
#pragma once

#include <functional>

namespace plumb::introspect {

/// Runs the work on a thread of its own with a stack of 1 GB, of which only what is touched costs memory. Passes on what it
/// throws.
void on_large_stack(const std::function<void()>& work);

}  // namespace plumb::introspect
