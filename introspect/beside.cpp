// A second session that reads a part of a snapshot while the first one reads the rest.
#include "introspect/beside.hpp"

#include <chrono>
#include <exception>
#include <optional>

#include "introspect/read.hpp"

namespace plumb::introspect {

namespace {

/// Behind a pooler that has no session left one would wait for ever, and for oneself.
constexpr auto patience = std::chrono::seconds(1);

/// A session in the snapshot; none where the server, or what is before it, does not give one.
std::optional<Connection> joined(const std::string& conninfo, std::future<std::string>& snapshot) {
    try {
        Connection session(conninfo);
        auto id = snapshot.get();
        session.end_at(std::chrono::steady_clock::now() + patience, Error("no session is free"));
        session.run(begin_reading() + ("set transaction snapshot '" + id + "'"));
        session.end_at(std::chrono::steady_clock::time_point::max(), Error(""));
        return session;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

Beside::Beside(const std::string& conninfo, const std::string& queries)
    : results_(std::async(std::launch::async, [this, conninfo, &queries, snapshot = snapshot_.get_future()]() mutable {
          auto session = joined(conninfo, snapshot);
          there_.set_value(session.has_value());
          return session ? session->run(queries + "; commit") : std::vector<Result>{};
      })) {}

Beside::~Beside() {
    if (!told_) snapshot_.set_value("");  // which is none
}

void Beside::snapshot(const std::string& id) {
    told_ = true;
    snapshot_.set_value(id);
}

bool Beside::there() { return there_.get_future().get(); }

}  // namespace plumb::introspect
