// The whole way from one catalog to another and back, rows included.
#pragma once

#include <string>
#include <vector>

#include "diff/stages.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

struct Course {
    std::vector<Step> steps = {};
    std::vector<Step> inverse = {};
    std::vector<std::string> warnings = {};
};

/// Plans both directions. What is dropped goes to the schema `archive`, from where the inverse takes it; empty: it is lost.
/// Where rows are filled, and wherever `by_phase` asks for it, the steps come in the order of their phases, and each part of the inverse
/// bears the phase that it undoes. `follows`: triggers may keep new columns right meanwhile; `left` drops older ones, once the new ones are there.
Course course(const Catalog& from, const Catalog& to, const std::string& archive, bool by_phase = false, bool follows = true, std::vector<Step> left = {});

constexpr std::string_view archive_prefix = "plumb_archive_";

/// A name for the archive of the next deployment; no schema of the database has its number.
std::string next_archive(const Catalog& live);

}  // namespace plumb::diff
