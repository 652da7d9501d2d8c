// Results that follow from their key alone.
#include "engine/run/cache.hpp"

#include <unistd.h>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace plumb::run {

namespace {

namespace fs = std::filesystem;

constexpr auto kept_for = std::chrono::hours(24 * 30);

/// Writes numbers and texts one after the other, so that no two lists of them read alike.
class Writer {
public:
    void number(std::int64_t value) { out_.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        out_ += value;
    }
    void value(const Value& value) {
        number(value.has_value());
        if (value) text(*value);
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

void write(Writer& out, const Object& object) {
    out.text(object.kind->name);
    for (const auto* text : {&object.identity, &object.schema, &object.name, &object.occupies, &object.slot, &object.also_locks}) out.text(*text);
    for (const auto& value : object.values) out.value(value);
    for (Index index : {object.whole, object.origin}) out.number(index);
    for (bool flag : {object.holds_data, object.rewrites, object.apart, object.managed}) out.number(flag);
}

fs::path folder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache == '/') return fs::path(cache) / "plumb" / "results";
    const char* home = std::getenv("HOME");
    return home && *home == '/' ? fs::path(home) / ".cache" / "plumb" / "results" : fs::path();
}

/// Another build may compute another result.
std::string this_program() {
    std::error_code none;
    fs::path self = "/proc/self/exe";
    return std::to_string(fs::file_size(self, none)) + " " + std::to_string(fs::last_write_time(self, none).time_since_epoch().count());
}

void forget_old_ones() {
    for (const auto& entry : fs::directory_iterator(folder()))
        if (fs::file_time_type::clock::now() - entry.last_write_time() > kept_for) fs::remove(entry.path());
}

}  // namespace

std::string cache_key(const std::vector<std::string>& texts) {
    Writer out;
    out.text(this_program());
    for (const auto& text : texts) out.text(text);
    return boost::uuids::to_string(boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(out.take()));
}

std::string written(const Catalog& catalog) {
    Writer out;
    out.number(catalog.server_version);
    out.text(catalog.user);
    out.number(static_cast<std::int64_t>(catalog.objects.size()));
    for (const auto& object : catalog.objects) write(out, object);
    out.number(static_cast<std::int64_t>(catalog.dependencies.size()));
    for (const auto& edge : catalog.dependencies)
        for (std::int64_t number : {std::int64_t{edge.dependent}, std::int64_t{edge.referenced}, std::int64_t{edge.type}}) out.number(number);
    out.number(static_cast<std::int64_t>(catalog.casts.size()));
    for (const auto& [from, to, context] : catalog.casts) {
        out.text(from);
        out.text(to);
        out.number(context);
    }
    out.number(static_cast<std::int64_t>(catalog.unread.size()));
    for (const auto& unread : catalog.unread) out.text(unread);
    return out.take();
}

std::optional<std::string> kept(const std::string& key) {
    auto path = folder() / key;
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    std::error_code none;
    fs::last_write_time(path, fs::file_time_type::clock::now(), none);
    return in.bad() ? std::nullopt : std::optional(bytes);
}

void keep(const std::string& key, const std::string& bytes) {
    if (folder().empty()) return;
    try {
        fs::create_directories(folder());
        fs::permissions(folder(), fs::perms::owner_all);
        forget_old_ones();
        auto path = folder() / key, fresh = folder() / (key + "." + std::to_string(getpid()));
        std::ofstream out(fresh, std::ios::binary);
        out << bytes;
        out.close();
        if (out) fs::rename(fresh, path);
        else fs::remove(fresh);
    } catch (const fs::filesystem_error&) {
        // The next run computes it again.
    }
}

}  // namespace plumb::run
