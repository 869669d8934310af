#pragma once

#include "form/definition.h"
#include "form/faults.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace besshi::form {

/// What a name in a form file stands for.
struct Target {
    const field::Field* field = nullptr;  ///< null for parameters, words, document and page counters
    std::string derived;                  ///< `wareki` …; empty = the value itself
};

enum class Where { cell, band, time_label };

/// The names that a text or a path may use at one place of the form: the field table, aliases of elements
/// (`row`, `day`, `hours` …), parameters, words, the document, and in bands the page counters.
class Scope {
public:
    Scope(const field::Table& table, const std::map<std::string, Parameter>& parameters);

    Scope with(std::string_view alias, const field::Field* element) const;
    Scope at(Where where) const;

    const field::Table& table() const { return *table_; }

    /// The field at a dotted name, without derived names. Null if there is none.
    const field::Field* find_field(std::string_view name) const;
    /// The field at `name`, with a fault (and the nearest name) if there is none.
    const field::Field* expect_field(std::string_view name, Place place, Faults& faults) const;

    /// What a Mustache tag `name` stands for inside sections over `contexts` (outermost first); nothing and a
    /// fault if it stands for nothing.
    std::optional<Target> expect_tag(std::string_view name, const std::vector<const field::Field*>& contexts,
                                     Place place, Faults& faults) const;

    /// The parameter in `param.x`, with a fault if `text` is none or not of `type`.
    const Parameter* expect_parameter(std::string_view text, Parameter::Type type, Place place, Faults& faults) const;

private:
    struct Alias {
        std::string name;
        const field::Field* element;
    };

    const Alias* find_alias(std::string_view name) const;
    const field::Field* find_below(const field::Field* context, std::string_view name) const;
    std::optional<Target> find_target(const field::Field* context, std::string_view name) const;
    std::optional<Target> expect_special(std::string_view name, Place place, Faults& faults) const;
    void add_unknown(std::string_view name, const std::vector<const field::Field*>& contexts, Place place,
                     Faults& faults) const;
    std::string nearest_name(const field::Field* context, std::string_view name) const;
    std::string nearest_parameter(std::string_view name) const;

    const field::Table* table_;
    const std::map<std::string, Parameter>* parameters_;
    std::vector<Alias> aliases_;
    Where where_ = Where::cell;
};

/// Derived names that may follow `field` itself: those of its kind, `word` for the value of a map (the word
/// of its key), `ordinal` and `circled` for an element of a list (its number), `lines` only for lists of words.
std::vector<std::string_view> derived_names_of(const field::Field& field);

/// The element behind a list, a map or a reference; the field itself otherwise.
const field::Field* element_of(const field::Field* field, const field::Table& table);

std::string_view to_japanese(field::Kind kind);

}  // namespace besshi::form
