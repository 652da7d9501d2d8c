// What the statements of a leg do with rows: they are set aside before they go, come back, and get values.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diff/order.hpp"
#include "diff/plan.hpp"
#include "diff/script.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

/// The object of a move, and the parts that the same statement makes or drops.
std::vector<Index> with_parts(const Move& move);

/// A name for what is made for an object in a schema of ours, the number-th there: what a name that needs no quotes can keep of the object's.
std::string name_of_ours(const std::string& schema, const Object& object, std::size_t number);

/// Whether the type of a part may change or go, now or in a later plan, which an archive that uses it would hinder.
bool has_type(const Catalog& catalog, const Links& links, Index part);
/// Whether an old part comes and goes with another object than its whole.
bool is_tied(const Fates& fates, Index part);
/// Whether an old part that goes can come back by all else that is in its rows: it needs no more than its whole.
bool is_found_again(const Fates& fates, Index part);
/// The other parts, as "a, b::text", that still tell rows apart when the values of an old one come back: those that stay as they are, and those that
/// come back before it because they go or change after it. Nothing where another one may then be something else. `dropped`: parts that went before.
Value all_else(const Fates& fates, Index part, const std::set<Index>& dropped = {});

/// All of its arguments must outlive it.
class Keeper {
public:
    Keeper(const Fates& fates, const Rows& rows, Script& script) : fates_(fates), rows_(rows), script_(script) {
        for (const auto& [j, names] : rows.all_else) all_else_[rows.values.at(j)] = names;
    }

    /// Copies what a drop loses, for the archive or until it goes over. Returns whether anything is lost all the same.
    bool archive(const Move& move);
    /// Whether its rows, or its position, go over to what takes its place, and do not come out of the archive.
    bool goes_over(Index i) const { return fates_.heir(i) != none && !rows_.restores.contains(fates_.heir(i)); }
    /// Lets that come which goes over to a new object.
    void carry(Index j);
    /// What counts the rows that a drop loses; nothing where that cannot be told.
    std::string held(const Move& move) const;
    /// What counts the values of objects; nothing where that cannot be told.
    std::string count(const std::vector<Index>& objects) const;
    /// The columns that stay and hold values of a type, or of one made of it.
    std::vector<Index> holders(Index type) const;
    /// Before an object goes or changes whose old values are kept: those of what was changed since go.
    void forget(Index i);
    /// An object was made; what becomes of the values of a part that was made anew.
    void note(Index j);
    /// Brings back what an object had; where it takes an expression that is a fill, which comes later.
    void restore(Index j);
    /// Keeps the values that a change may alter for good, of the object or of the columns that hold its type, and brings back those that
    /// such a change altered.
    void change_values(Index i, const std::function<void()>& change_them, bool lossy);
    /// What the values of a part become where a statement has to say it: where its type is made anew, and where an archive knows.
    Value conversion(Index i) const;
    /// Values come back to an object that the way back has nothing else to do with: an enum that gets a label again is altered in
    /// place.
    void put_back_the_rest();
    /// No more rows without the value may come, and those that are there get it, before it becomes a must.
    void guard(Index j);

    /// The tables of the archive, by object of the catalog that the leg comes from.
    std::map<Index, std::string> archived = {};
    /// As in Leg.
    std::vector<std::pair<Index, std::string>> keyless = {};

private:
    const Object& from(Index i) const { return fates_.from.objects[i]; }
    const Object& to(Index j) const { return fates_.to.objects[j]; }

    bool archive(Index i);
    /// Sets rows aside that go over, or a position.
    void set_aside(Index i);
    /// The statements that copy what an object has to a table.
    void copy(Index i, Words words, const Effect& effect, Phase phase);
    /// Puts what a table holds where it belongs.
    void bring(Index j, const std::string& table, Words words);
    /// The parts of rows whose values a change of the object changes.
    std::vector<Index> reached(Index i) const;
    /// What counts the values that a change of type alters for good.
    std::string rounded(Index i) const;
    /// What the values of a part become without any archive.
    std::string converted(Index i) const;
    /// What becomes of those when they are cast to the type that they had.
    std::string returned(Index i) const;
    /// Whether old values come back to a part by the change of its type, so that none need be cast.
    bool recalls(Index i) const;
    /// Whether its values change by a cast to another type alone.
    bool is_cast(Index i) const;
    /// Whether, on the way back, they become what `reverse using` says, which then is what is wanted.
    bool is_told_how_to_go_back(Index i) const;
    /// Whether it comes back with other values in the same plan, while its whole stays.
    bool is_replaced_part(Index i) const;
    /// Names a table of the archive for an object.
    std::string new_archive(Index i);
    /// Brings the old values of an object back, which is no change to the users' triggers.
    void put_back(Index j, const std::string& table);
    /// What the patterns for old values of an object name: the table of the archive, the key of its rows, without the object itself where
    /// it is `own`, and with none of its values, and whether its text hangs on the time zone. Without a key the rows are known by their
    /// `place` and by all else, and it is `own`, too: where they are is no longer known after the change.
    Words words_of_key(const Catalog& catalog, const Object& object, const Value& table) const;
    /// Statements about the table of the archive that holds an object's old values, the first of them with an effect.
    void about_values(const Catalog& catalog, const Object& object, const std::string& table, const std::vector<const char*>& patterns,
                      Words words = {}, Effect effect = {.lock = Lock::none});
    /// Where rows have no key, finds in the archive those that are in all else what they were.
    void find(const Catalog& catalog, const Object& object, const std::string& table);
    /// Whether rows can still be told apart by the same key when the object comes back. Where the object is in it, its old and new values are known.
    bool keeps_key(Index i, bool values_known = false) const;
    /// A part as its whole's archive has it: in words where its type goes too.
    std::string kept(Index i) const;

    const Fates& fates_;
    const Rows& rows_;
    Script& script_;
    std::map<Index, std::string> aside_;  ///< the tables where that waits which goes over, by object of the old catalog
    std::map<std::string, std::string> all_else_;  ///< what tells rows apart that have no key, by table of the archive
    std::set<Index> dropped_, made_;      ///< so far
    std::set<Index> forgotten_;       ///< of `from`: parts without the old values of what was changed since
};

}  // namespace plumb::diff
