#pragma once

#include "fill/disclosure.h"
#include "form/form.h"
#include "plan/plan.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace besshi::fill {

/// What every cell of a section prints from.
struct Source {
    const form::FormDefinition& form;
    const plan::CaseDocument& document;
    const form::RenderRequest& request;
    const std::map<std::string, std::string>& parameters;  ///< as used, defaults included
    std::optional<Date> on;                                ///< the form's date
    Disclosure& disclosure;                                ///< what may not be shown

    /// The value at `name` below `scope` (null: the root) that may be shown; null if it is absent or held back.
    const plan::Value* find(const plan::Value* scope, std::string_view name) const {
        return disclosure.let_through(document.find(scope, name, on));
    }
};

/// A name of the form bound to a place in the data: `row` to one element of `support_plan.rows`.
struct Binding {
    std::string_view as;
    std::string path;                                       ///< dotted from the root, without brackets
    const field::Field* field = nullptr;                    ///< of the value, present or not; null if nobody asks
    const plan::Value* value = nullptr;                     ///< null: absent
    int number = 0;                                         ///< of an element of a list or map, from 1; 0 = it is none
    const field::Code* key = nullptr;                       ///< of an element of a fixed-key map …
    const field::Enumeration* keys = nullptr;               ///< … and all its keys
    std::optional<ClockTime> clock;                         ///< of a label on the time axis of a timetable
    enum class Place { data, filler } place = Place::data;  ///< filler: an empty row that only fills up a table
};

/// Which names a cell sees, and what stands behind them. A purpose hides data: `blank` shows none,
/// `prefilled` only what the form lists. An inner scope refers to its outer one, which must outlive it.
class Scope {
public:
    explicit Scope(const Source& source) : source_(source) {}
    Scope(const Scope& outer, Binding binding)
        : source_(outer.source_), outer_(&outer), binding_(std::move(binding)), hidden_(outer.hidden_) {}

    /// The same names with nothing behind them: a cell left for the pen.
    Scope without_data() const;

    const Source& source() const { return source_; }

    /// The binding whose name is the first component of `name`; null if it is none.
    const Binding* find_binding(std::string_view name) const;

    /// The value a form may print at dotted `name`; null if it is absent, hidden or held back.
    const plan::Value* find(std::string_view name) const;

    /// The value at `name`, shown or not.
    const plan::Value* find_given(std::string_view name) const;

    /// The field at `name`; null if it is unknown.
    const field::Field* find_field(std::string_view name) const;

    /// `row.goal` → `support_plan.rows.goal`
    std::string full_path(std::string_view name) const;

private:
    bool is_shown(std::string_view name) const;

    const Source& source_;
    const Scope* outer_ = nullptr;
    Binding binding_;
    bool hidden_ = false;
};

/// Binds `as` to what stands at `path`, a name of `scope`. The names below it are hidden one by one.
Binding bind_name(const Scope& scope, std::string_view as, std::string_view path);

/// `day.start` without its last component: `day`; empty if there is only one.
std::string_view parent_name(std::string_view name);
std::string_view first_component(std::string_view name);
std::string_view last_component(std::string_view name);

}  // namespace besshi::fill
