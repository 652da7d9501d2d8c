// Binds what desired files say to the objects that they elaborate to.
#include "engine/run/bind.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/model/pattern.hpp"
#include "introspect/expression.hpp"

namespace plumb::run {

namespace {

using Path = std::vector<std::string>;

const Path default_path{"public"};

/// The objects of a catalog by what files call them. The catalog must outlive it and keep its objects.
class Directory {
public:
    explicit Directory(const Catalog& catalog)
        : catalog_(catalog), next_(catalog.objects.size(), none), first_(catalog.objects.size(), none) {
        by_name_.reserve(catalog.objects.size());
        for (Index i = static_cast<Index>(catalog.objects.size()) - 1; i >= 0; --i) {
            const Object& object = catalog.objects[i];
            if (!object.name.empty() && !goes_by(*object.kind, "ColumnDef"))
                by_name_[object.name].push_back(i);  // columns go with their table
            if (Index about = subject(catalog, i); about != none) next_[i] = std::exchange(first_[about], i);
        }
        for (auto& [name, all] : by_name_) std::ranges::reverse(all);
    }

    /// What a name means: the element of one of the wholes, else the object; all objects of a schema where it names none.
    std::vector<Index> meant(const Name& name, const Path& path, const std::vector<Index>& wholes) const {
        std::string_view word = name.type.empty() ? name.node : name.type;
        auto out = elements(name.element, wholes, [&](const Object& object) { return goes_by(*object.kind, word); });
        if (out.empty()) out = objects(name, path, [&](const Object& object) { return goes_by(*object.kind, word); });
        return name.arguments && out.size() > 1 ? with_arguments(std::move(out), *name.arguments) : out;
    }

    /// What goes by a name of its own, although it says something about others.
    std::vector<Index> saying(const Name& name) const {
        std::vector<Index> out;
        auto own = own_name(catalog_, name);
        for (Index i : named(own)) {
            const Object& object = catalog_.objects[i];
            if (goes_by(*object.kind, name.node) && object.schema == name.schema) out.push_back(i);
        }
        return out;
    }

    /// What the statement of a name makes of the object that it means: the object, or what is said about it.
    template <typename Take>
    void made(const Name& name, Index object, Take take) const {
        if (goes_by(*catalog_.objects[object].kind, name.node)) take(object);
        for (Index i = first_[object]; i != none; i = next_[i]) {
            const Object& said = catalog_.objects[i];
            if (goes_by(*said.kind, name.node) && (name.element.empty() || said.name.empty() || said.name == name.element))
                take(i);
        }
    }

    template <typename Wanted>
    std::vector<Index> objects(const Name& name, const Path& path, Wanted wanted) const {
        std::vector<Index> out;
        if (name.object.empty()) {
            if (name.schema.empty() || name.type.empty()) return out;
            for (Index i = 0; i < static_cast<Index>(catalog_.objects.size()); ++i)
                if (catalog_.objects[i].schema == name.schema && wanted(catalog_.objects[i])) out.push_back(i);
            return out;
        }
        for (Index i : named(name.object))
            if ((name.schema.empty() || catalog_.objects[i].schema == name.schema) && wanted(catalog_.objects[i]))
                out.push_back(i);
        return name.schema.empty() ? on_path(std::move(out), path) : out;
    }

    /// The relations, types and functions of a name.
    std::vector<Index> wholes(const Name& name, const Path& path) const {
        return objects(name, path,
                       [](const Object& object) { return object.whole == none && object.kind->governed_by == Governs::nothing; });
    }

    template <typename Wanted>
    std::vector<Index> elements(const std::string& element, const std::vector<Index>& wholes, Wanted wanted) const {
        std::vector<Index> out;
        if (element.empty()) return out;
        for (Index whole : wholes)
            for (Index i = first_[whole]; i != none; i = next_[i])
                if (catalog_.objects[i].name == element && wanted(catalog_.objects[i])) out.push_back(i);
        return out;
    }

private:
    const std::vector<Index>& named(std::string_view name) const {
        static const std::vector<Index> nothing;
        auto found = by_name_.find(name);
        return found == by_name_.end() ? nothing : found->second;
    }

    /// Those of the first schema of the path that has any; of another one only where all are in the same.
    std::vector<Index> on_path(std::vector<Index> all, const Path& path) const {
        if (all.size() < 2) return all;
        auto those_of = [&](const std::string& wanted) {
            std::vector<Index> out;
            std::ranges::copy_if(all, std::back_inserter(out), [&](Index i) { return catalog_.objects[i].schema == wanted; });
            return out;
        };
        for (const auto& tried : path)
            if (auto out = those_of(tried); !out.empty()) return out;
        auto out = those_of(catalog_.objects[all.front()].schema);
        return out.size() == all.size() ? out : std::vector<Index>{};
    }

    /// Those with the arguments, or all where the words do not tell.
    std::vector<Index> with_arguments(std::vector<Index> all, const std::vector<std::string>& arguments) const {
        std::vector<Index> out;
        std::ranges::copy_if(all, std::back_inserter(out), [&](Index i) {
            std::string_view rest = catalog_.objects[i].arguments;
            bool same = std::ranges::all_of(arguments, [&](const std::string& argument) {
                auto type = rest.substr(0, rest.find('\1'));
                rest.remove_prefix(std::min(type.size() + 1, rest.size()));
                return type == argument || type.ends_with("." + argument);
            });
            return same && rest.empty();
        });
        return out.empty() ? all : out;
    }

    const Catalog& catalog_;
    std::unordered_map<std::string_view, std::vector<Index>> by_name_;
    std::vector<Index> next_, first_;  ///< lists of the parts of an object and what is said about it
};

/// The search_path that a SET leaves.
Path path_of(const Statement& set) {
    Path out;
    for (const auto& name : set.names)
        if (!name.schema.empty()) out.push_back(name.schema);
    return out.empty() ? default_path : out;
}

/// Calls with each statement and the search_path in force.
template <typename Visit>
void visit(const Source& source, Visit visit) {
    Path path = default_path;
    std::size_t top = 0;
    for (std::size_t i = 0; i < source.statements.size(); ++i) {
        const Statement& statement = source.statements[i];
        auto own = source.files[statement.file].top;
        if (std::exchange(top, own) != own) path = default_path;
        if (statement.role == Role::sets && statement.names.at(0).object == "search_path") path = path_of(statement);
        visit(i, statement, path);
    }
}

/// The name that the text of a directive is, quoted where it must be: object, schema.object, relation.element, function(types).
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> out{""};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"')
            out.back() += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (quoted)
            out.back() += c;
        else if (c == '.')
            out.emplace_back();
        else if (c != ' ')
            out.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// Does what directives ask of one catalog.
class Directives {
public:
    Directives(const Source& source, Catalog& catalog, const Directory& directory, Binding& binding)
        : source_(source), catalog_(catalog), directory_(directory), binding_(binding) {}

    void run() {
        std::vector<Path> paths;
        visit(source_, [&](std::size_t, const Statement&, const Path& path) { paths.push_back(path); });
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
                    depend(directive, paths.at(static_cast<std::size_t>(directive.statement)));
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
    Catalog& catalog_;
    const Directory& directory_;
    Binding& binding_;
};

/// The first statement that makes an object gives its place; what no statement makes by itself has that of its whole.
void give_places(const Source& source, const Binding& binding, const Directory& directory, Catalog& catalog) {
    for (const auto& bond : binding.bonds) {
        const Statement& statement = source.statements[bond.statement];
        const Name& name = statement.names[bond.name];
        directory.made(name, bond.object, [&](Index i) {
            if (catalog.objects[i].place.file.empty())
                catalog.objects[i].place = place(source.files[statement.file], name.offset);
        });
    }
    for (auto& object : catalog.objects)
        for (Index whole = object.whole; whole != none && object.place.file.empty(); whole = catalog.objects[whole].whole)
            object.place = catalog.objects[whole].place;
}

/// A value that a statement was robbed of for the scratch is not known.
void forget_emptied(const Source& source, const Binding& binding, Catalog& catalog) {
    for (const auto& bond : binding.bonds) {
        Object& object = catalog.objects[bond.object];
        if (!source.statements[bond.statement].emptied) continue;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (std::holds_alternative<Kept>(object.kind->columns[c].change)) object.values[c].reset();
    }
}

}  // namespace

bool goes_by(const Kind& kind, std::string_view word) { return std::ranges::find(kind.nodes, word) != kind.nodes.end(); }

Index subject(const Catalog& catalog, Index said) {
    const Object& object = catalog.objects[said];
    bool on_column = object.whole != none && object.kind->governed_by != Governs::nothing &&
                     goes_by(*catalog.objects[object.whole].kind, "ColumnDef");
    return on_column ? catalog.objects[object.whole].whole : object.whole;
}

std::string user_name(const Catalog& catalog) { return parts_of(catalog.user).front(); }

std::string own_name(const Catalog& catalog, const Name& name) {
    bool of_user = name.node == "AlterDefaultPrivilegesStmt" && name.object.find(' ') == std::string::npos;
    return of_user ? user_name(catalog) + " " + name.object : name.object;
}

Binding bind(const Source& source, Catalog& catalog) {
    Binding binding;
    Directory directory(catalog);
    visit(source, [&](std::size_t i, const Statement& statement, const Path& path) {
        const Name* before = nullptr;
        std::vector<Index> wholes;
        for (std::size_t n = 0; n < statement.names.size(); ++n) {
            const Name& name = statement.names[n];
            bool same = before && before->object == name.object && before->schema == name.schema;
            if (!same && !name.element.empty()) wholes = directory.wholes(*(before = &name), path);
            auto found = directory.meant(name, path, wholes);
            if (found.empty()) found = directory.saying(name);
            for (Index object : found) binding.bonds.push_back({i, n, object});
        }
    });
    give_places(source, binding, directory, catalog);
    forget_emptied(source, binding, catalog);
    Directives(source, catalog, directory, binding).run();
    return binding;
}

}  // namespace plumb::run
