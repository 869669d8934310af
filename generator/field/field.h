#pragma once

#include "base/base.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The one table of what may stand in a case and an office: `forms/fields.toml`.
namespace besshi::field {

enum class Kind {
    object,     ///< fixed members
    list,       ///< elements all alike; the element is the only child, key `[]`
    map,        ///< fixed keys in fixed order (the codes of an enumeration); the value is the only child, key `{}`
    text,       ///< one line
    long_text,  ///< several lines, `\n` between them
    name,       ///< a personal name: one line, set in one typeface, never broken unless it does not fit
    digits,     ///< a number kept as text, leading zeros kept, exactly `digits` long (0 = any length)
    integer,
    yen,
    boolean,
    date,       ///< `YYYY-MM-DD`
    month,      ///< `YYYY-MM`
    time,       ///< `HH:MM`
    period,     ///< `{ "from": date, "to": date }`
    code,       ///< one code of an enumeration
    reference,  ///< the `id` of an element of another list
    span,       ///< derived from times, never in the data: minutes
    image,      ///< PNG or JPEG: a file name relative to the case, or a `data:` URI
};

/// A code and the word printed for it unless a form prints another.
struct Code {
    std::string code;
    std::string word;
};

struct Enumeration {
    std::string name;
    std::vector<Code> codes;  ///< in their order of print
    const Code* find(std::string_view code) const;
};

/// `end - start`; each is a sibling `time`. A difference below zero runs past midnight.
struct SpanTerm {
    std::string end, start;
};

struct Field {
    std::string path;   ///< `support_plan.rows[].goal`; `[]` = any element, `{}` = any key of a map
    std::string key;    ///< `goal`, `[]`, `{}`
    std::string label;  ///< Japanese, as users read it in messages
    Kind kind = Kind::object;
    std::size_t expected = 0;  ///< characters, elements, or the number itself; more is a warning. 0 = no expectation
    std::size_t limit = 0;     ///< characters, elements, or the number itself; more is refused. Never 0 where it counts
    int digits = 0;
    bool personal = false;   ///< itself, an ancestor that no nearer one takes back, or a `name`: never shown
    bool of_office = false;  ///< a member of the root that stands in office.toml
    const Enumeration* enumeration = nullptr;  ///< of a `code`, and of the keys of a `map`
    std::string target;                        ///< of a `reference`: path of the list, e.g. `staff`
    std::string in_force_as;     ///< of a list of dated facts: the path at which forms see the element in force
    std::vector<SpanTerm> span;  ///< of a `span`: the sum of these
    /// Of a `code` that is a mark such as 非開示: keys of the siblings that are not shown once it is set.
    std::vector<std::string> withholds;
    int line = 0;  ///< in fields.toml
    const Field* parent = nullptr;
    std::vector<std::unique_ptr<Field>> children;  ///< in the order of the file

    /// By key; of a list `[]`, of a map `{}`.
    const Field* find_child(std::string_view key) const;
    /// Neither object, list nor map.
    bool is_scalar() const;
    /// One of the kinds that hold characters a person typed: text, long_text, name, digits.
    bool is_text() const;
    /// One of the kinds in which readings may be written (`base::read_ruby`): text, long_text. Its limits count the
    /// text without them.
    bool may_have_readings() const;
};

/// Names that may follow a field in a form: `.wareki`, `.age`, `.word` … — one closed list for all forms.
/// date: wareki wareki_ascii short weekday age · month: wareki · period: wareki · time: hm · span: sum ·
/// code: word · yen: yen · list of codes: lines count · list: count.
std::span<const std::string_view> derived_names(Kind kind);

/// A list of dated facts. Its elements have `from` and `to` (either may be absent, both inclusive); the one
/// in force is seen by forms at `alias`, beside what already stands there.
struct InForce {
    std::string alias;
    const Field* list = nullptr;
};

class Table {
public:
    /// All faults at once, each with its line in `file`.
    static Result<Table> read(std::string_view toml, std::string_view file);

    const Field& root() const { return *root_; }
    /// By path as in `Field::path`.
    const Field* find(std::string_view path) const;
    const Enumeration* find_enumeration(std::string_view name) const;
    const std::map<std::string, std::unique_ptr<Enumeration>, std::less<>>& enumerations() const {
        return enumerations_;
    }

    /// All lists of dated facts, in the order of the file.
    std::span<const InForce> dated_lists() const { return dated_lists_; }
    /// The element a `reference` points to: `staff[]`.
    const Field* find_target(const Field& reference) const;

    /// The field a form sees at `name` below `scope` (nullptr = root), `name` being dotted and without
    /// brackets. It follows references and the aliases of dated facts: `guardian.name` is
    /// `guardians[].name`, `child.display_name` is `child.names[].display_name`,
    /// `support_plan.author.name` is `staff[].name`. Null if there is none.
    const Field* resolve(const Field* scope, std::string_view name) const;

    /// Among the children of `parent`, the key nearest to `key` (for 「もしかして」), if any is near: its own
    /// Japanese label, or few slips away (insertion, deletion, substitution, neighbours swapped).
    std::optional<std::string> find_nearest_key(const Field& parent, std::string_view key) const;

private:
    Table() = default;
    std::unique_ptr<Field> root_;
    std::map<std::string, std::unique_ptr<Enumeration>, std::less<>> enumerations_;
    std::map<std::string, const Field*, std::less<>> by_path_;
    std::vector<InForce> dated_lists_;

    friend class TableReader;
};

/// The word a message uses for a kind: 「文字」「日付」 …
std::string_view kind_word(Kind kind);
/// The word fields.toml uses: `long_text`.
std::string_view to_string(Kind kind);

/// JSON Schema (draft 2020-12) of a case file, made from the table; descriptions are the labels.
std::string to_json_schema(const Table& table);

/// One line per field: path, kind, limits, label.
std::string dump(const Table& table);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::field
