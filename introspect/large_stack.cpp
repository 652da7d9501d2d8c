// A thread with a stack of 1 GB.
#include "introspect/large_stack.hpp"

#include <pthread.h>

#include <exception>

#include "engine/model/error.hpp"

namespace plumb::introspect {

namespace {

constexpr std::size_t stack_size = std::size_t{1} << 30;

struct Job {
    const std::function<void()>& work;
    std::exception_ptr failure = nullptr;
};

}  // namespace

void on_large_stack(const std::function<void()>& work) {
    Job job{work};
    auto run = [](void* argument) -> void* {
        auto& job = *static_cast<Job*>(argument);
        try {
            job.work();
        } catch (...) {
            job.failure = std::current_exception();
        }
        return nullptr;
    };
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_size);
    pthread_t thread;
    int error = pthread_create(&thread, &attributes, run, &job);
    pthread_attr_destroy(&attributes);
    if (error)
        throw Error("no room for the parser's stack (1 GB of address space)", {}, "raise the limit on address space: ulimit -v");
    pthread_join(thread, nullptr);
    if (job.failure) std::rethrow_exception(job.failure);
}

}  // namespace plumb::introspect
