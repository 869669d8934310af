#pragma once

#include "cycle/cycle.h"
#include "cycle/place.h"

/// A case file on its way to the next one: every change is written down.
namespace besshi::cycle {

class Rewriting {
public:
    /// `case_json` has been read without a fault.
    Rewriting(const field::Table& table, std::string_view case_json);

    std::vector<Place> places(std::string_view path) { return find_places(document_, table_, path); }
    /// The value at `name`, dotted and through no list; null if it is not written or empty.
    const Json* find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) != nullptr; }

    /// Empties every place of `path`, leaving its keys to be filled in.
    void empty(std::string_view path);
    void empty(const Place& place);
    /// The block `name` with all its keys and empty values; what stood there is recorded as emptied.
    void lay_out(std::string_view name);
    void move(const Place& place, plan::Period to);

    /// Sets the value at `name`, dotted and through no list, whose objects are made where they are missing.
    void copy(std::string_view name, Json value, std::string dates = {});
    void mark(std::string_view name, Json value, std::string dates = {});

    const field::Table& table() const { return table_; }

    /// The new case, read once more as proof that it can be.
    Result<NextCase> finish(const CaseFiles& old, std::string name_part, Diagnostics notes) &&;

private:
    void record(ChangeKind kind, const Place& place, std::string dates = {});

    const field::Table& table_;
    Json document_;
    std::vector<Change> changes_;
};

Json to_json(plan::Period period);

}  // namespace besshi::cycle
