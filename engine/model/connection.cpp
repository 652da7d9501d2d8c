// A connection to PostgreSQL over libpq.
#include "engine/model/connection.hpp"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>

#include "engine/model/secret.hpp"

namespace plumb {

namespace {

std::string field(const PGresult* result, int code) {
    const char* text = PQresultErrorField(result, code);
    return text ? text : "";
}

std::string without_trailing_newline(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace

Error server_error(const PGresult* result, const PGconn* connection) {
    std::string primary = result ? field(result, PG_DIAG_MESSAGE_PRIMARY) : "";
    if (primary.empty()) return Error(without_trailing_newline(PQerrorMessage(connection)));
    if (auto detail = field(result, PG_DIAG_MESSAGE_DETAIL); !detail.empty()) primary += "\n  " + detail;
    // Functions of users raise what they like.
    Error error(shortened(primary, 4000), {}, field(result, PG_DIAG_MESSAGE_HINT));
    error.sqlstate = field(result, PG_DIAG_SQLSTATE);
    if (auto position = field(result, PG_DIAG_STATEMENT_POSITION); !position.empty()) error.position = std::stoi(position);
    return error;
}

Connection::Connection(const std::string& conninfo) : connection_(nullptr, &PQfinish) {
    // A host that swallows packets would hold us for minutes; what the user says goes before.
    const char* patience = std::getenv("PGCONNECT_TIMEOUT");
    const char* keywords[] = {"connect_timeout", "dbname", "fallback_application_name", "client_encoding", nullptr};
    const char* values[] = {patience ? patience : "10", conninfo.c_str(), "plumb", "UTF8", nullptr};
    connection_.reset(PQconnectdbParams(keywords, values, 1));
    if (!connection_) throw Error("out of memory while connecting");
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        auto error = server_error(nullptr, connection_.get());
        throw Error(scrubbed(error.what(), conninfo), {}, error.hint);
    }
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
}

void Connection::end_at(std::chrono::steady_clock::time_point end, Error error) { end_ = {end, std::move(error)}; }

void Connection::wait() {
    int unsent = PQflush(connection_.get());
    if (unsent < 0) throw server_error(nullptr, connection_.get());
    if (!PQisBusy(connection_.get())) return;
    long long left = INT_MAX;
    if (end_) left = std::chrono::duration_cast<std::chrono::milliseconds>(end_->time - std::chrono::steady_clock::now()).count();
    if (left <= 0) {
        std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> request(PQgetCancel(connection_.get()), &PQfreeCancel);
        char message[256];
        if (request && !over_) PQcancel(request.get(), message, sizeof message);
        over_ = true;
        throw end_->error;
    }
    struct pollfd socket = {PQsocket(connection_.get()), static_cast<short>(POLLIN | (unsent ? POLLOUT : 0)), 0};
    if (poll(&socket, 1, static_cast<int>(std::min<long long>(left, INT_MAX))) < 0 && errno != EINTR)
        throw server_error(nullptr, connection_.get());
    if ((socket.revents & ~POLLOUT) && !PQconsumeInput(connection_.get())) throw server_error(nullptr, connection_.get());
}

PGresult* Connection::next() {
    while (PQisBusy(connection_.get())) wait();
    return PQgetResult(connection_.get());
}

std::vector<Result> Connection::run(const std::string& sql) {
    std::vector<Result> results;
    run(sql, [&](Result result) { results.push_back(std::move(result)); });
    return results;
}

void Connection::run(const std::string& sql, const std::function<void(Result)>& take) {
    if (over_) throw end_->error;
    if (!PQsendQuery(connection_.get(), sql.c_str())) throw server_error(nullptr, connection_.get());
    std::optional<Error> failure;
    while (PGresult* raw = next()) {
        Result result(raw);
        auto status = PQresultStatus(raw);
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!failure) failure = server_error(raw, connection_.get());
        } else if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
            // Ends the copy with an error, so that the connection stays usable.
            if (status == PGRES_COPY_IN) PQputCopyEnd(connection_.get(), "COPY is not expected here");
            failure = Error("COPY is not expected here");
            if (status != PGRES_COPY_IN) break;
        } else if (!failure) {
            try {
                take(std::move(result));
            } catch (const Error& error) {
                failure = error;  // the results that are on their way are still to be read
            }
        }
    }
    if (failure) throw *failure;
}

Result Connection::query(const std::string& sql) { return query(sql, {}); }

Result Connection::query(const std::string& sql, const std::vector<std::optional<std::string>>& parameters) {
    std::vector<const char*> values;
    for (const auto& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
    if (over_) throw end_->error;
    if (!PQsendQueryParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0))
        throw server_error(nullptr, connection_.get());
    Result result(next());
    auto status = PQresultStatus(result.get());
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT) throw Error("COPY is not expected here");
    while (PGresult* rest = next()) PQclear(rest);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY)
        throw server_error(result.get(), connection_.get());
    return result;
}

}  // namespace plumb
