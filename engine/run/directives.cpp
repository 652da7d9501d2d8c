// What the directives in desired files ask of the objects that they are about.
#include "engine/run/directives.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/model/pattern.hpp"
#include "introspect/expression.hpp"

namespace plumb::run {

namespace {

class Directives {
public:
    Directives(const Source& source, const std::vector<Path>& paths, const Directory& directory, Catalog& catalog, Binding& binding)
        : source_(source), paths_(paths), directory_(directory), catalog_(catalog), binding_(binding) {}

    void run() {
        for (const auto& directive : source_.directives) {
            switch (directive.ask) {
                case Ask::using_:
                    mark_cast(use(directive, "using"), directive.text);
                    break;
                case Ask::reverse_using:
                    use(directive, "reverse_using");
                    break;
                case Ask::backfill: {
                    Object& about = use(directive, "fill");
                    mark_cast(about, directive.text);
                    if (Value* into = value(about, "sources")) *into = sources(catalog_.objects[about.whole], directive.text);
                    break;
                }
                case Ask::unmanaged:
                    binding_.unmanaged.push_back({object(directive), directive.place});
                    break;
                case Ask::partitions_dynamic:
                    binding_.dynamic.push_back(partitioned(directive));
                    break;
                case Ask::reverse_backfill:
                    binding_.returns.push_back(returning(directive));
                    break;
                case Ask::renamed_from:
                    binding_.renames.push_back(renaming(directive));
                    break;
                case Ask::depends_on:
                    depend(directive, paths_.at(static_cast<std::size_t>(directive.statement)));
                    break;
                default:
                    break;
            }
        }
        if (binding_.dependencies.empty()) return;
        catalog_.dependencies.insert(catalog_.dependencies.end(), binding_.dependencies.begin(), binding_.dependencies.end());
        catalog_.index();
    }

private:
    /// The object that the directive is about, none where the catalog has no such.
    Index bound(const Directive& directive) const {
        auto key = [](const Bond& bond) { return std::pair(bond.statement, bond.name); };
        std::pair wanted(static_cast<std::size_t>(directive.statement), static_cast<std::size_t>(directive.name));
        auto found = std::ranges::lower_bound(binding_.bonds, wanted, {}, key);
        return found == binding_.bonds.end() || key(*found) != wanted ? none : found->object;
    }

    Index object(const Directive& directive) const {
        Index found = bound(directive);
        if (found == none)
            throw Error("the directive binds to nothing: what it stands before makes no object that plumb knows", directive.place,
                        {}, Exit::usage);
        return found;
    }

    Renaming renaming(const Directive& directive) const {
        Renaming out{.place = directive.place};
        const auto& name =
            source_.statements[static_cast<std::size_t>(directive.statement)].names[static_cast<std::size_t>(directive.name)];
        bool is_label = name.node == "String";
        Directive of_statement = directive;
        if (is_label || (name.node == "ColumnDef" && bound(directive) == none)) {
            of_statement.name = 0;
            out.member = name.element;
        }
        out.object = object(of_statement);
        std::string_view text = directive.text;
        if (text.ends_with(')')) text = text.substr(0, text.find('('));
        auto words = is_label ? std::vector{label_of(directive.text)} : parts_of(text);
        out.name = words.back();
        if (words.size() > 1) out.schema = words[words.size() - 2];
        return out;
    }

    /// A label is a text: quoted as SQL quotes it, or bare.
    static std::string label_of(const std::string& text) {
        return text.starts_with('\'') && text.ends_with('\'') && text.size() > 1 ? unquoted(text) : text;
    }

    /// Puts the text of the directive into the column that is there for it, and returns whose that is.
    Object& use(const Directive& directive, std::string_view name) {
        Object& about = catalog_.objects[object(directive)];
        if (Value* there = value(about, name)) {
            *there = directive.text;
            return about;
        }
        throw Error("directive `" + std::string(name == "fill" ? "backfill" : name == "using" ? name : "reverse using") + "` is not about " + std::string(about.kind->name) + " " + about.identity,
                    directive.place, {}, Exit::usage);
    }

    /// Tells whether the values of a column become no more than the same in another type.
    void mark_cast(Object& about, const std::string& expression) {
        if (auto cast = value(about, "cast"); cast && introspect::is_cast(expression, about.name, about.value("type").value_or(""))) *cast = "";
    }

    /// The columns that the value of a row follows from, where the row alone tells it. They need not be there in the end.
    static Value sources(const Object& table, const std::string& expression) {
        auto names = introspect::columns_read(expression);
        if (!names) return std::nullopt;
        std::string out;
        for (const auto& name : *names) {
            bool own = name.size() == 1 || (name.size() == 2 && name.front() == table.name);
            if (!own) return std::nullopt;
            out += (out.empty() ? "" : "\x01") + name.back();
        }
        return out;
    }

    /// The value of a column that the catalog only carries; nullptr where the kind has none of the name.
    static Value* value(Object& object, std::string_view name) {
        for (std::size_t c = 0; c < object.values.size(); ++c) {
            const Column& column = object.kind->columns[c];
            if (column.name == name && std::holds_alternative<Ignored>(column.change)) return &object.values[c];
        }
        return nullptr;
    }

    Index partitioned(const Directive& directive) const {
        Index about = object(directive);
        const Object& found = catalog_.objects[about];
        for (std::size_t c = 0; c < found.values.size(); ++c)
            if (found.kind->columns[c].name == std::string_view("partition_key") && found.values[c]) return about;
        throw Error("`partitions dynamic` is about a partitioned table, which " + std::string(found.kind->name) + " " + found.identity + " is not",
                    directive.place, {}, Exit::usage);
    }

    /// "(column) expression", at a table or at one of its columns.
    Return returning(const Directive& directive) const {
        std::string_view text = directive.text;
        std::size_t close = 0;
        for (bool quoted = false; close < text.size() && (quoted || text[close] != ')'); ++close) quoted = quoted != (text[close] == '"');
        auto begin = text.find_first_not_of(" \t\r\n", std::min(close + 1, text.size()));
        if (!text.starts_with('(') || begin == text.npos)
            throw Error("`reverse backfill` needs a column in brackets, and an expression", directive.place,
                        "-- plumb: reverse backfill (full_name) first_name || ' ' || last_name", Exit::usage);
        Return out{catalog_.root(object(directive)), parts_of(text.substr(1, close - 1)).back(), std::string(text.substr(begin)), {}, directive.place};
        const Object& table = catalog_.objects[out.table];
        out.sources = sources(table, out.expression);
        for (const Object& part : catalog_.objects)
            if (part.whole == out.table && part.is_in_rows() && part.name == out.column)
                throw Error("`reverse backfill` is about a column that goes, and " + part.identity + " stays", directive.place, {}, Exit::usage);
        if (!table.kind->data || !table.kind->data->fill)
            throw Error("`reverse backfill` is about a table, which " + std::string(table.kind->name) + " " + table.identity + " is not", directive.place, {}, Exit::usage);
        return out;
    }

    void depend(const Directive& directive, const Path& path) {
        Index dependent = object(directive), referenced = named(directive, path);
        if (dependent != referenced) binding_.dependencies.push_back({dependent, referenced, 'n'});
    }

    Index named(const Directive& directive, const Path& path) const {
        auto call = directive.text.find('(');
        auto parts = parts_of(std::string_view(directive.text).substr(0, call));
        auto found = named(parts, path);
        if (call != std::string::npos && found.size() > 1)
            std::erase_if(found, [&](Index i) { return arguments(catalog_.objects[i].identity) != arguments(directive.text); });
        if (found.size() == 1) return found.front();
        std::string known;
        for (Index i : named(parts, path)) known += (known.empty() ? "" : ", ") + catalog_.objects[i].identity;
        throw Error("`depends on` names " + std::string(found.empty() ? "nothing that the files make: " : "several objects: ") +
                        directive.text,
                    directive.place, known.empty() ? "" : "there are " + known, Exit::usage);
    }

    std::vector<Index> named(const std::vector<std::string>& parts, const Path& path) const {
        if (parts.size() > 3) return {};
        Name name{.object = parts.back()};
        if (parts.size() == 2) name.schema = parts.front();
        std::vector<Index> out;
        if (parts.size() < 3) out = directory_.wholes(name, path);
        if (!out.empty() || parts.size() < 2) return out;
        name = {.schema = parts.size() == 3 ? parts[0] : "", .object = parts[parts.size() - 2], .element = parts.back()};
        return directory_.elements(name.element, directory_.wholes(name, path),
                                   [](const Object& object) { return object.kind->governed_by == Governs::nothing; });
    }

    /// "(integer,text)" of "s.f(integer, text)".
    static std::string arguments(const std::string& text) {
        std::string out = text.substr(std::min(text.find('('), text.size()));
        std::erase(out, ' ');
        return out;
    }

    const Source& source_;
    const std::vector<Path>& paths_;
    const Directory& directory_;
    Catalog& catalog_;
    Binding& binding_;
};

}  // namespace

void heed_directives(const Source& source, const std::vector<Path>& paths, const Directory& directory, Catalog& catalog, Binding& binding) {
    Directives(source, paths, directory, catalog, binding).run();
}

}  // namespace plumb::run
