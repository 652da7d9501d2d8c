// What happens to every object: kept, altered in place, dropped, made, or dropped and made again.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diff/plan.hpp"
#include "engine/model/catalog.hpp"

namespace plumb::diff {

/// Who points at whom, for walks in both directions.
class Links {
public:
    explicit Links(const Catalog& catalog);
    struct Link {
        Index other;
        char type;
    };
    const std::vector<Link>& dependents(Index object) const { return dependents_[object]; }
    const std::vector<Link>& references(Index object) const { return references_[object]; }
    /// Whether the first needs the second, other than by a wish.
    bool needs(Index dependent, Index referenced) const;

private:
    std::vector<std::vector<Link>> dependents_, references_;
};

enum class Fate { kept, altered, dropped, replaced };

/// One object of the old catalog.
struct Outcome {
    Fate fate = Fate::kept;
    Index counterpart = none;           ///< in the new catalog
    std::vector<std::size_t> changed;   ///< columns whose values differ
    bool implied = false;               ///< the change of what it is inherited from makes its changes, but for those of columns that are `alone`
    bool retyped = false;               ///< a type that it uses is made anew: the kind's `retype` column is restated
    const char* through = nullptr;      ///< the cast that leads there
    bool leaves_heirs = false;          ///< it goes, and what is inherited from it stays
    bool takes_rows = false;            ///< it is made anew, and takes the rows that it had
    bool aside = false;                 ///< it is renamed out of the way and dropped at the end, once columns have left it
};

/// Positions in `from` for which the kinds alone give no order.
struct Forced {
    std::set<Index> replaced;  ///< whatever they could do in place
    std::set<Index> aside;     ///< they go anyway, and are renamed out of the way
    bool empty() const { return replaced.empty() && aside.empty(); }
};

/// Const once made; both catalogs must outlive it.
class Fates {
public:
    Fates(const Catalog& from, const Catalog& to, const Forced& forced = {}, bool archives = false);

    const Catalog& from;
    const Catalog& to;
    const bool archives;  ///< what goes is kept in the archive
    const Links from_links, to_links;

    const Outcome& of(Index old_object) const { return outcomes_[old_object]; }
    bool gone(Index old_object) const { return of(old_object).fate == Fate::dropped || of(old_object).fate == Fate::replaced; }
    bool altered(Index old_object) const { return of(old_object).fate == Fate::altered; }
    /// The part of another whole whose changes in place reach that old one: what it is inherited from, or was merged with. None without such.
    Index changes_with(Index old_object) const;
    /// The columns that statements of its own have to change.
    std::vector<std::size_t> own_changes(Index old_object) const;
    /// The old object of a new one; none for what is new.
    Index old_of(Index new_object) const { return old_of_[new_object]; }
    /// Whether its old whole comes to inherit it, and so must have it before (manual, ALTER TABLE, INHERIT).
    bool joins(Index new_object) const;
    /// Whether its whole will have it as its own, too, where it should only be inherited: for that PostgreSQL has no statement.
    bool stays_own(Index new_object) const;
    /// The new object as its whole has it then: with a text of its own.
    Object before_joining(Index new_object) const;
    /// Whether its whole ceases to inherit it, and so has it until then.
    bool leaves(Index old_object) const;
    /// Whether a tie that goes is made anew between the same two, of which one inherits the other.
    bool comes_back(Index old_tie) const;
    /// Whether a partition leaves its parent for good, so that this part of it stays what it is without that of the parent.
    bool outlives(Index old_part, Index of_parent) const;
    /// The new object that takes the place of an old one that goes: its rows go over, as those of a partition do whose parent is made anew,
    /// or its numbers go on. None without such, or where values would have no column to go to, or one of another type.
    Index heir(Index old_object) const { return heirs_[old_object]; }
    /// The parts of its rows for which its heir has no place.
    std::vector<Index> left_behind(Index old_object) const;
    /// Whether it is a row that is there again when another object, its whole, a part or a partition of that, has been made anew.
    bool goes_along(Index old_row, Index with) const;
    /// Whether values go with the old object: also those that its whole ceases to inherit.
    bool holds_data(Index old_object) const;
    bool made(Index new_object) const { return old_of(new_object) == none ? to.objects[new_object].managed : gone(old_of(new_object)); }

private:
    void match();
    void find_changes(Index old_object);
    bool can_change_in_place(Index old_object) const;
    bool makes_changes_of(Index other, Index old_object) const;
    void mark_implied();
    void spread();
    void clear_the_way();
    void find_heirs();
    Index successor(Index old_object) const;
    Index next_counter(Index old_object) const;
    bool takes_rows(Index old_object, Index new_object) const;
    void consider(Index dependent, Index referenced, char type);
    void replace(Index old_object);
    void retype(Index old_object);
    void with_siblings(Index old_object);
    Index binding_tie(Index old_part, Index of_parent) const;
    bool parts(Index old_tie) const;
    bool can_retype(Index old_object) const;
    const char* through(Index old_type) const;
    bool is_fixed(Index part) const;

    std::vector<Outcome> outcomes_;
    std::vector<Index> old_of_;
    std::vector<Index> heirs_;
    std::vector<int> moved_columns_;
    std::vector<Index> queue_;
};

/// Whether what is said of an origin holds for what is inherited from it: else each is a statement of its own.
inline bool reaches_heirs(const Object& object) { return object.kind->drop_only; }

/// By name, the parts that the rows of a whole are made of.
std::map<std::string, Index> parts_of_rows(const Catalog& catalog, const Links& links, Index whole);

/// What a tie ties its whole to.
std::vector<Index> tied_to(const Catalog& catalog, const Links& links, Index tie);

/// The parts that one of its own was merged with: those of its name in what its whole inherits from, which is what that depends on of its kind.
std::vector<Index> merged_with(const Catalog& catalog, const Links& links, Index part);

/// Whether the change of a column makes dependents step aside.
bool moves_dependents(const Fates& fates, Index old_object);

/// Whether the values of a part become those of another type.
inline bool changes_type(const Object& before, const Object& after) { return before.is_in_rows() && before.value("type") != after.value("type"); }

/// Whether the files say what the values of a part become, by more than a cast, and not how those written since go back.
bool says_one_way(const Object& part);

/// What somebody should know beforehand whose part gets values of another type.
std::vector<Warning> warnings(const Object& before, const Object& after);

/// Whether a commit must follow the change of an object, which is why it comes first: no other step may be torn in two.
bool commits_after(const Fates& fates, Index old_object);

}  // namespace plumb::diff
