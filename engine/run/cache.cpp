// Results that follow from their key alone.
#include "engine/run/cache.hpp"

#include <fmt/ranges.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <tuple>

namespace plumb::run {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 200'000'000;

/// SHA-256 of what comes part by part.
class Digest {
public:
    Digest() { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
    void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
    std::string take() {
        std::array<unsigned char, 32> digest{};
        EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
        return fmt::format("{:02x}", fmt::join(digest, ""));
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

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
    /// Hands over what is written, once it is some.
    void pass_to(Digest& digest, std::size_t some = 1 << 16) {
        if (out_.size() < some) return;
        digest.add(out_);
        out_.clear();
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

/// Reads what a Writer wrote; throws Torn at bytes that are missing.
class Reader {
public:
    struct Torn {};
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    std::int64_t number() {
        std::int64_t out = 0;
        std::memcpy(&out, take(sizeof out).data(), sizeof out);
        return out;
    }
    std::string text() { return std::string(take(static_cast<std::size_t>(number()))); }
    Value value() { return number() ? Value(text()) : std::nullopt; }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) throw Torn{};
        auto out = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return out;
    }

    std::string_view rest_;
};

// What a reader makes of an object, member by member: one list for both directions.
constexpr auto texts = std::to_array({&Object::identity, &Object::schema, &Object::name, &Object::arguments, &Object::occupies,
                                      &Object::slot, &Object::also_locks});
constexpr auto links = std::to_array({&Object::whole, &Object::origin});
constexpr auto flags = std::to_array({&Object::holds_data, &Object::rewrites, &Object::apart, &Object::managed});

void write(Writer& out, const Object& object) {
    out.text(object.kind->name);
    for (auto text : texts) out.text(object.*text);
    for (const auto& value : object.values) out.value(value);
    for (auto link : links) out.number(object.*link);
    for (auto flag : flags) out.number(object.*flag);
}

Object read_object(Reader& in) {
    Object out;
    auto name = in.text();
    auto found = std::ranges::find_if(kinds(), [&](const Kind* kind) { return kind->name == name; });
    if (found == kinds().end()) throw Reader::Torn{};
    out.kind = *found;
    for (auto text : texts) out.*text = in.text();
    out.values.reserve(out.kind->columns.size());
    for (std::size_t i = 0; i < out.kind->columns.size(); ++i) out.values.push_back(in.value());
    for (auto link : links) out.*link = static_cast<Index>(in.number());
    for (auto flag : flags) out.*flag = in.number() != 0;
    return out;
}

void write(Writer& out, const std::vector<std::string>& list) {
    out.number(static_cast<std::int64_t>(list.size()));
    for (const auto& text : list) out.text(text);
}

std::vector<std::string> read_list(Reader& in) {
    std::vector<std::string> out;
    for (auto left = in.number(); left > 0; --left) out.push_back(in.text());
    return out;
}

void write(Writer& out, const std::vector<RowSet>& sets) {
    out.number(static_cast<std::int64_t>(sets.size()));
    for (const auto& set : sets) {
        out.text(set.table);
        write(out, set.key);
        write(out, set.columns);
        out.number(set.exact);
        out.number(static_cast<std::int64_t>(set.keys.size()));
        for (const auto& key : set.keys) write(out, key);
    }
}

RowSet read_row_set(Reader& in) {
    RowSet out{.table = in.text(), .key = read_list(in), .columns = read_list(in), .exact = in.number() != 0, .keys = {}};
    for (auto left = in.number(); left > 0; --left) out.keys.push_back(read_list(in));
    return out;
}

/// `between` is called now and then.
template <class Between>
void write(Writer& out, const Catalog& catalog, Between between) {
    out.number(catalog.server_version);
    out.text(catalog.user);
    out.number(static_cast<std::int64_t>(catalog.objects.size()));
    for (const auto& object : catalog.objects) {
        write(out, object);
        between();
    }
    out.number(static_cast<std::int64_t>(catalog.dependencies.size()));
    for (const auto& edge : catalog.dependencies) {
        for (std::int64_t number : {std::int64_t{edge.dependent}, std::int64_t{edge.referenced}, std::int64_t{edge.type}})
            out.number(number);
        between();
    }
    out.number(static_cast<std::int64_t>(catalog.casts.size()));
    for (const auto& [from, to, context] : catalog.casts) {
        out.text(from);
        out.text(to);
        out.number(context);
    }
    write(out, catalog.row_sets);
    out.number(static_cast<std::int64_t>(catalog.unread.size()));
    for (const auto& unread : catalog.unread) {
        out.text(unread.description);
        out.number(static_cast<std::int64_t>(unread.uses.size()));
        for (Index used : unread.uses) out.number(used);
    }
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
    return std::to_string(fs::file_size(self, none)) + " " +
           std::to_string(fs::last_write_time(self, none).time_since_epoch().count());
}

/// Beyond `most_bytes` the entries that nobody has read for longest go.
void forget_old_ones() {
    std::vector<std::tuple<fs::file_time_type, fs::path, std::uintmax_t>> entries;
    for (const auto& entry : fs::directory_iterator(folder()))
        entries.emplace_back(entry.last_write_time(), entry.path(), entry.file_size());
    std::sort(entries.rbegin(), entries.rend());
    std::uintmax_t bytes = 0;
    for (const auto& [time, path, size] : entries)
        if ((bytes += size) > most_bytes) fs::remove(path);
}

}  // namespace

std::string cache_key(const std::vector<std::string>& texts) {
    Writer out;
    Digest digest;
    out.text(this_program());
    for (const auto& text : texts) {
        out.text(text);
        out.pass_to(digest);
    }
    out.pass_to(digest, 0);
    return digest.take();
}

std::string digest(const Catalog& catalog) {
    Writer out;
    Digest digest;
    write(out, catalog, [&] { out.pass_to(digest); });
    out.pass_to(digest, 0);
    return digest.take();
}

std::string written(const Elaboration& elaboration) {
    Writer out;
    out.number(static_cast<std::int64_t>(elaboration.warnings.size()));
    for (const auto& warning : elaboration.warnings) out.text(warning);
    write(out, elaboration.catalog, [] {});
    return out.take();
}

std::optional<Elaboration> elaboration_of(std::string_view bytes) try {
    Reader in(bytes);
    Elaboration out;
    for (auto left = in.number(); left > 0; --left) out.warnings.push_back(in.text());
    out.catalog.server_version = static_cast<int>(in.number());
    out.catalog.user = in.text();
    for (auto left = in.number(); left > 0; --left) out.catalog.objects.push_back(read_object(in));
    for (auto left = in.number(); left > 0; --left) {
        auto dependent = static_cast<Index>(in.number()), referenced = static_cast<Index>(in.number());
        out.catalog.dependencies.push_back({dependent, referenced, static_cast<char>(in.number())});
    }
    for (auto left = in.number(); left > 0; --left) {
        auto from = in.text(), to = in.text();
        out.catalog.casts.emplace(from, to, static_cast<char>(in.number()));
    }
    for (auto left = in.number(); left > 0; --left) out.catalog.row_sets.push_back(read_row_set(in));
    for (auto left = in.number(); left > 0; --left) {
        out.catalog.unread.push_back({in.text()});
        for (auto uses = in.number(); uses > 0; --uses)
            out.catalog.unread.back().uses.push_back(static_cast<Index>(in.number()));
    }
    if (!in.at_end()) return std::nullopt;
    out.catalog.index();
    return out;
} catch (const Reader::Torn&) {
    return std::nullopt;
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
        if (out)
            fs::rename(fresh, path);
        else
            fs::remove(fresh);
    } catch (const fs::filesystem_error&) {
        // The next run computes it again.
    }
}

}  // namespace plumb::run
