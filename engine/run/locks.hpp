// The locks of a transaction, taken before it changes anything, so that no transaction of the application ends as the victim of a
// deadlock.
#pragma once

#include <span>

#include "engine/model/plan.hpp"
#include "engine/run/target.hpp"

namespace plumb::run {

/// Locks the tables that the steps will lock, each in its strongest mode, where there is more than one lock to wait for.
/// PostgreSQL looks for a deadlock only when a session has waited for deadlock_timeout (manual, 13.3.4): who holds the first lock
/// waits for the others for half of that in all, and then gives up. Does nothing where a step reads or writes a whole table: a
/// lock that is taken early lasts longer. Throws what libpqxx throws: sqlstate 55P03 where a lock is not to be had.
void take_locks(pqxx::transaction_base& transaction, std::span<const Step> steps, Duration lock_timeout);

}  // namespace plumb::run
