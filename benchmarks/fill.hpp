// How long a column of a large table takes to fill, and how long others wait meanwhile.
#pragma once

#include "tests/server.hpp"

namespace plumb::benchmarks {

/// Registers the benchmark. The server must outlive it.
void add_fill(tests::Server& server, long rows);

}  // namespace plumb::benchmarks
