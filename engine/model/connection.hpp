// A connection to PostgreSQL over libpq: for reading and loading, where several results come back from one round trip
// and where the server's error position is needed.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"

namespace plumb {

/// The rows of one statement. Values are text; SQL NULL is nullopt.
class Result {
public:
    explicit Result(PGresult* result) : result_(result, &PQclear) {}

    const PGresult* get() const { return result_.get(); }
    int rows() const { return PQntuples(result_.get()); }
    int columns() const { return PQnfields(result_.get()); }
    /// Position of a column, -1 when the statement did not return it.
    int column(const char* name) const { return PQfnumber(result_.get(), name); }
    const char* name(int column) const { return PQfname(result_.get(), column); }
    bool null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
    /// The text of a value, empty for NULL; valid as long as the result.
    std::string_view text(int row, int column) const {
        return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
    }
    std::optional<std::string> value(int row, int column) const {
        return null(row, column) ? std::nullopt : std::optional<std::string>(text(row, column));
    }

private:
    std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

/// Owns one PGconn. Not thread-safe. Every failure is an Error with the server's words and sqlstate, never a password.
class Connection {
public:
    /// Connects as libpq does: URI or key=value; empty takes the PG* variables, service file and ~/.pgpass.
    explicit Connection(const std::string& conninfo);

    /// A statement that still runs at that time is cancelled and fails with this error, as does every later one.
    void end_at(std::chrono::steady_clock::time_point end, Error error);
    /// Sends what waits to be sent, and waits for the next bytes of the server unless a whole result is there. Throws Error.
    void wait();
    /// Whether statements can still be run: the connection is not lost, and its time is not over.
    bool usable() const { return !over_ && PQstatus(connection_.get()) == CONNECTION_OK; }

    /// Runs one or more statements in one round trip and returns all their results, in order.
    std::vector<Result> run(const std::string& sql);
    /// The same, but hands each result over as it comes, while the server works on the next one.
    void run(const std::string& sql, const std::function<void(Result)>& take);
    /// Runs one statement and returns its rows.
    Result query(const std::string& sql);
    /// Runs one statement with text parameters $1, $2 ...; nullopt is NULL.
    Result query(const std::string& sql, const std::vector<std::optional<std::string>>& parameters);

    /// Server version as PostgreSQL numbers it: 150020 is 15.20.
    int server_version() const { return PQserverVersion(connection_.get()); }
    /// For what this class does not offer, e.g. pipeline mode; still owned by this object.
    PGconn* handle() const { return connection_.get(); }

private:
    /// The next result of the running statement, nullptr at its end.
    PGresult* next();

    struct End {
        std::chrono::steady_clock::time_point time;
        Error error;
    };

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
    std::optional<End> end_;
    bool over_ = false;  ///< its time is
};

/// The error that a failed result or connection stands for.
Error server_error(const PGresult* result, const PGconn* connection);

}  // namespace plumb
