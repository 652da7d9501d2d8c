// A connection to PostgreSQL over libpq.
#include "engine/model/connection.hpp"

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
    Error error(primary, {}, field(result, PG_DIAG_MESSAGE_HINT));
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

std::vector<Result> Connection::run(const std::string& sql) {
    std::vector<Result> results;
    run(sql, [&](Result result) { results.push_back(std::move(result)); });
    return results;
}

void Connection::run(const std::string& sql, const std::function<void(Result)>& take) {
    if (!PQsendQuery(connection_.get(), sql.c_str())) throw server_error(nullptr, connection_.get());
    std::optional<Error> failure;
    while (PGresult* raw = PQgetResult(connection_.get())) {
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
    PGresult* raw = PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0);
    Result result(raw);
    auto status = PQresultStatus(raw);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY) throw server_error(raw, connection_.get());
    return result;
}

}  // namespace plumb
