// A second session that reads a part of a snapshot while the first one reads the rest.
#pragma once

#include <future>
#include <string>
#include <vector>

#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// Connects at once, and runs its queries once it is told the snapshot. Its end waits for that of the session.
class Beside {
public:
    /// `queries`, without a transaction, outlives this.
    Beside(const std::string& conninfo, const std::string& queries);
    ~Beside();
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    /// What pg_export_snapshot() says in the transaction of the first session, which lasts until `there` has returned.
    void snapshot(const std::string& id);
    /// Whether the session reads; where it cannot, the first has to do all. Called once.
    bool there();
    /// What the queries return. Throws Error. Called once.
    std::vector<Result> results() { return results_.get(); }

private:
    std::promise<std::string> snapshot_;
    std::promise<bool> there_;
    bool told_ = false;
    std::future<std::vector<Result>> results_;
};

}  // namespace plumb::introspect
