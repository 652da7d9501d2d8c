// Comments on what PostgreSQL or an extension brings: no dump tells of them, and no catalog whose they are.
#pragma once

#include <string>

#include "engine/model/connection.hpp"
#include "engine/model/source.hpp"

namespace plumb::introspect {

/// The transaction that comes next, for `refuse_comments`.
std::string next_transaction(Connection& loader);

/// Throws for a comment that statements since that transaction have put on such an object.
void refuse_comments(Connection& loader, const std::string& since, const Source& source);

}  // namespace plumb::introspect
