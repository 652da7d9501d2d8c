// Artefacts to stdout or to files, and how they look.
#pragma once

#include <string>
#include <vector>

#include "emit/emit.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// Colour and width of stdout, and the hazards that are allowed.
emit::Look look(const Settings& settings);

/// Whether anything is to be printed: not after -q alone.
bool wants_output(const Settings& settings);

/// Writes a plan in every wanted format; text when none is named.
void print(const Plan& plan, const Settings& settings);
void print(const std::vector<Difference>& drift, const Settings& settings);
void print(const std::vector<Record>& history, const Settings& settings);
void print(const std::vector<Finding>& findings, const Settings& settings);
void print(const std::vector<Archived>& archives, const Settings& settings);

/// Writes to stdout. Throws Error when that fails, e.g. on a full disk.
void put(const std::string& text);

/// The whole of a file; "-" is stdin. Throws Error (exit 4).
std::string read_whole(const std::string& path);

}  // namespace plumb::run
