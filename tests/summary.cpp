// Ends the unit tests with one line that scripts count.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <iostream>

#include "tests/catch.hpp"

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using Listener = Catch::EventListenerBase;
#else
using Listener = Catch::TestEventListenerBase;
#endif

struct Summary : Listener {
    using Listener::Listener;

    void testRunEnded(const Catch::TestRunStats& stats) override {
        std::cout << stats.totals.testCases.passed << " passed, " << stats.totals.testCases.failed << " failed" << std::endl;
    }
};

CATCH_REGISTER_LISTENER(Summary)

}  // namespace
