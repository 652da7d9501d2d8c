// libpq's pipeline mode: reads while it sends, so that neither side waits for the other with full buffers.
#include "introspect/pipeline.hpp"

#include <optional>
#include <utility>

#include "introspect/elevate.hpp"

namespace plumb::introspect {

namespace {

/// Groups on their way at once.
constexpr std::size_t window = 128;

class Pipeline {
public:
    Pipeline(Connection& owner, std::span<const Group> groups, const std::function<bool(Outcome)>& take)
        : owner_(owner), connection_(owner.handle()), groups_(groups), take_(take) {
        previous_ = PQsetNoticeReceiver(connection_, note, this);
        if (!PQenterPipelineMode(connection_) || PQsetnonblocking(connection_, 1) != 0) fail();
    }

    ~Pipeline() {
        PQsetNoticeReceiver(connection_, previous_, nullptr);
        PQsetnonblocking(connection_, 0);
        PQexitPipelineMode(connection_);
    }

    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    void run() {
        while (received_ < groups_.size()) {
            while (more_ && sent_ < groups_.size() && sent_ - received_ < window) send(groups_[sent_++]);
            if (received_ == sent_) return;
            owner_.wait();
            while (received_ < sent_ && !PQisBusy(connection_)) receive();
        }
    }

private:
    Connection& owner_;
    PGconn* connection_;
    std::span<const Group> groups_;
    const std::function<bool(Outcome)>& take_;
    PQnoticeReceiver previous_ = nullptr;
    std::size_t sent_ = 0;
    std::size_t received_ = 0;  ///< groups whose outcome was taken
    bool more_ = true;
    std::optional<Result> failure_;
    const PGresult* failed_ = nullptr;  ///< inside failure_
    Outcome outcome_{};

    [[noreturn]] void fail() const { throw server_error(nullptr, connection_); }

    static void note(void* self, const PGresult* notice) {
        if (is_withheld(notice)) static_cast<Pipeline*>(self)->outcome_.withheld = true;
    }

    void send(const Group& group) {
        for (const auto& sql : group.statements)
            if (!PQsendQueryParams(connection_, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0)) fail();
        if (!PQpipelineSync(connection_)) fail();
    }

    void receive() {
        PGresult* raw = PQgetResult(connection_);
        if (!raw) return;  // the end of one statement's results
        Result result(raw);
        switch (PQresultStatus(raw)) {
            case PGRES_PIPELINE_SYNC:
                finish();
                break;
            case PGRES_PIPELINE_ABORTED:
                break;
            case PGRES_FATAL_ERROR:
            case PGRES_BAD_RESPONSE:
                if (PQstatus(connection_) == CONNECTION_BAD) fail();
                failure_ = std::move(result);
                failed_ = raw;
                break;
            case PGRES_COPY_IN:
            case PGRES_COPY_OUT:
            case PGRES_COPY_BOTH:
                throw Error("COPY is not expected here");
            default:
                outcome_.results.push_back(std::move(result));
        }
    }

    void finish() {
        outcome_.subject = groups_[received_++].subject;
        outcome_.failure = failed_;
        bool more = take_(std::exchange(outcome_, {}));
        more_ = more_ && more;
        failure_.reset();
        failed_ = nullptr;
    }
};

}  // namespace

void run_pipelined(Connection& connection, std::span<const Group> groups, const std::function<bool(Outcome)>& take) {
    Pipeline(connection, groups, take).run();
}

}  // namespace plumb::introspect
