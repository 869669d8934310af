#include "field/diagnostics.h"
#include "field/field.h"
#include "field/kind.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

namespace besshi::field {

namespace {

struct Entry {
    std::string_view key;
    const toml::node* node = nullptr;
};

/// toml++ keeps a table sorted by key; the order that counts here is that of the lines.
std::vector<Entry> entries_by_line(const toml::table& table) {
    std::vector<Entry> entries;
    for (const auto& [key, node] : table) entries.push_back({key.str(), &node});
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
        const auto place = [](const Entry& e) {
            return std::pair(e.node->source().begin.line, e.node->source().begin.column);
        };
        return place(a) < place(b);
    });
    return entries;
}

/// `a.b[].c` → parent `a.b[]`, key `c`; `a.b[]` → parent `a.b`, key `[]`.
struct SplitPath {
    std::string_view parent, key;
};

SplitPath split(std::string_view path) {
    for (const std::string_view suffix : {"[]", "{}"}) {
        if (path.ends_with(suffix)) return {path.substr(0, path.size() - 2), path.substr(path.size() - 2)};
    }
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return {{}, path};
    return {path.substr(0, dot), path.substr(dot + 1)};
}

bool is_key(std::string_view key) {
    if (key == "[]" || key == "{}") return true;
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    });
}

/// Attributes besides `type` and `label`; those marked with `!` must be there.
struct KindAttributes {
    Kind kind;
    std::string_view attributes;
};

constexpr KindAttributes kind_attributes[] = {
    {Kind::object, "personal office"},
    {Kind::list, "expected! limit! personal office in_force_as"},
    {Kind::map, "keys! personal"},
    {Kind::text, "expected limit! personal"},
    {Kind::long_text, "expected limit! personal"},
    {Kind::name, "expected limit!"},
    {Kind::digits, "digits personal"},
    {Kind::integer, "expected limit! personal"},
    {Kind::yen, "expected limit! personal"},
    {Kind::boolean, "personal"},
    {Kind::date, "personal"},
    {Kind::month, "personal"},
    {Kind::time, "personal"},
    {Kind::period, "personal"},
    {Kind::code, "codes! withholds personal"},
    {Kind::reference, "target! personal"},
    {Kind::span, "sum! personal"},
    {Kind::image, "personal"},
};

/// What a line with `like` may say of its own.
constexpr std::string_view like_attributes[] = {"like", "label", "personal"};

/// The words of `list`, `!` taken off into the second member.
std::vector<std::pair<std::string_view, bool>> words_of(std::string_view list) {
    std::vector<std::pair<std::string_view, bool>> words;
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        std::string_view word = list.substr(0, space);
        list = space == std::string_view::npos ? std::string_view{} : list.substr(space + 1);
        const bool required = word.ends_with('!');
        if (required) word.remove_suffix(1);
        words.emplace_back(word, required);
    }
    return words;
}

/// Longest text, highest count and number any field may allow.
constexpr std::int64_t largest_bound = 1'000'000;
constexpr int default_digits_limit = 40;

}  // namespace

/// Reads fields.toml into a `Table`, gathering faults.
class TableReader {
public:
    explicit TableReader(std::string_view file) : file_(file) { table_.root_ = std::make_unique<Field>(); }

    void read(const toml::table& document) {
        const toml::table* fields = nullptr;
        for (const Entry& entry : entries_by_line(document)) {
            if (entry.key == "enum" && entry.node->is_table()) {
                read_enumerations(*entry.node->as_table());
            } else if (entry.key == "field" && entry.node->is_table()) {
                fields = entry.node->as_table();
            } else {
                fault(kinds::unknown_section, *entry.node, {entry.key});
            }
        }
        if (!fields) {
            faults_.push_back(diagnose(kinds::missing_fields, Origin{{}, file_, 1, 1}));
            return;
        }
        for (const Entry& entry : entries_by_line(*fields)) read_field(entry);
        check_whole(*table_.root_);
    }

    Result<Table> take() {
        if (!faults_.empty()) return fail(std::move(faults_));
        return std::move(table_);
    }

private:
    Origin origin(const toml::node& node) const {
        const auto place = node.source().begin;
        return {{}, file_, static_cast<int>(place.line), static_cast<int>(place.column)};
    }

    void fault(const DiagnosticKind& kind, const toml::node& node, std::initializer_list<std::string_view> arguments) {
        faults_.push_back(diagnose(kind, origin(node), arguments));
    }

    void fault(const DiagnosticKind& kind, const Field& field, std::initializer_list<std::string_view> arguments) {
        faults_.push_back(diagnose(kind, Origin{{}, file_, field.line, 1}, arguments));
    }

    void read_enumerations(const toml::table& all) {
        for (const Entry& entry : entries_by_line(all)) {
            auto enumeration = std::make_unique<Enumeration>();
            enumeration->name = entry.key;
            const toml::table* codes = entry.node->as_table();
            bool well_formed = codes && !codes->empty();
            if (codes) {
                for (const Entry& code : entries_by_line(*codes)) {
                    const auto word = code.node->value_exact<std::string>();
                    well_formed = well_formed && word && !word->empty();
                    if (word) enumeration->codes.push_back({std::string(code.key), *word});
                }
            }
            if (!well_formed) fault(kinds::bad_enumeration, *entry.node, {entry.key});
            table_.enumerations_.emplace(entry.key, std::move(enumeration));
        }
    }

    void read_field(const Entry& entry) {
        const toml::table* attributes = entry.node->as_table();
        if (!attributes) return fault(kinds::bad_line, *entry.node, {entry.key});
        const auto [parent_path, key] = split(entry.key);
        if (!is_key(key)) return fault(kinds::malformed_path, *entry.node, {entry.key});
        Field* parent = parent_path.empty() ? table_.root_.get() : find_mutable(parent_path);
        if (!parent || !may_hold(*parent, key)) return fault(kinds::missing_parent, *entry.node, {entry.key});

        auto field = std::make_unique<Field>();
        field->path = entry.key;
        field->key = key;
        field->parent = parent;
        field->line = static_cast<int>(entry.node->source().begin.line);
        field->personal = parent->personal;
        if (attributes->contains("like")) {
            if (!read_likeness(*field, *attributes)) return;
        } else {
            if (!read_kind(*field, *attributes)) return;
            read_attributes(*field, *attributes);
        }
        field->personal = field->personal || field->kind == Kind::name;
        add(std::move(field), *parent);
    }

    void add(std::unique_ptr<Field> field, Field& parent) {
        table_.by_path_.emplace(field->path, field.get());
        if (!field->in_force_as.empty()) table_.dated_lists_.push_back({field->in_force_as, field.get()});
        parent.children.push_back(std::move(field));
    }

    static bool is_around(const Field& model, const Field& field) {
        for (const Field* holder = field.parent; holder; holder = holder->parent)
            if (holder == &model) return true;
        return false;
    }

    /// `like = "path"`: everything but the place, the label and the privacy mark is that of another field above.
    bool read_likeness(Field& field, const toml::table& attributes) {
        for (const auto& [name, node] : attributes) {
            if (std::ranges::find(like_attributes, name.str()) == std::end(like_attributes))
                fault(kinds::unknown_attribute, node, {field.path, name.str()});
        }
        const auto path = attributes["like"].value_exact<std::string>();
        const Field* model = path ? table_.find(*path) : nullptr;
        if (!model || !model->in_force_as.empty() || is_around(*model, field)) {
            fault(kinds::bad_likeness, attributes, {field.path, path.value_or(std::string{})});
            return false;
        }
        field.label = attributes["label"].value_exact<std::string>().value_or(model->label);
        field.personal = attributes["personal"].value_exact<bool>().value_or(field.personal);
        copy_shape(*model, field);
        return true;
    }

    /// Kind, bounds and everything below `model`; the places are those below `copy`.
    void copy_shape(const Field& model, Field& copy) {
        copy.kind = model.kind;
        copy.expected = model.expected;
        copy.limit = model.limit;
        copy.digits = model.digits;
        copy.enumeration = model.enumeration;
        copy.target = model.target;
        copy.span = model.span;
        copy.withholds = model.withholds;
        for (const auto& child : model.children) {
            auto field = std::make_unique<Field>();
            field->path = copy.path + child->path.substr(model.path.size());
            field->key = child->key;
            field->parent = &copy;
            field->line = copy.line;
            field->label = child->label;
            field->personal = child->personal || (copy.personal && !model.personal);
            copy_shape(*child, *field);
            add(std::move(field), copy);
        }
    }

    Field* find_mutable(std::string_view path) {
        const auto found = table_.by_path_.find(path);
        return found == table_.by_path_.end() ? nullptr : const_cast<Field*>(found->second);
    }

    static bool may_hold(const Field& parent, std::string_view key) {
        if (key == "[]") return parent.kind == Kind::list;
        if (key == "{}") return parent.kind == Kind::map;
        return parent.kind == Kind::object;
    }

    bool read_kind(Field& field, const toml::table& attributes) {
        const auto word = attributes["type"].value_exact<std::string>();
        if (!word) {
            fault(kinds::missing_attribute, attributes, {field.path, "type"});
            return false;
        }
        const auto kind = find_kind(*word);
        if (!kind) {
            fault(kinds::unknown_type, attributes, {field.path, *word});
            return false;
        }
        field.kind = *kind;
        return true;
    }

    void read_attributes(Field& field, const toml::table& attributes) {
        const std::string_view list = std::ranges::find(kind_attributes, field.kind, &KindAttributes::kind)->attributes;
        const auto known = words_of(list);
        const auto label = attributes["label"].value_exact<std::string>();
        if (!label || label->empty()) fault(kinds::missing_attribute, attributes, {field.path, "label"});
        field.label = label.value_or(std::string{});
        for (const auto& [name, required] : known) {
            if (const toml::node* node = attributes.get(name)) {
                read_attribute(field, name, *node);
            } else if (required) {
                fault(kinds::missing_attribute, attributes, {field.path, name});
            }
        }
        for (const auto& [name, node] : attributes) {
            const std::string_view key = name.str();
            const bool is_known = key == "type" || key == "label" ||
                                  std::ranges::any_of(known, [&](const auto& word) { return word.first == key; });
            if (!is_known) fault(kinds::unknown_attribute, node, {field.path, key});
        }
        if (field.kind == Kind::digits) {
            field.limit = static_cast<std::size_t>(field.digits > 0 ? field.digits : default_digits_limit);
        }
    }

    void read_attribute(Field& field, std::string_view name, const toml::node& node) {
        const auto text = node.value_exact<std::string>();
        const auto number = node.value_exact<std::int64_t>();
        const auto flag = node.value_exact<bool>();
        const bool bound = number && *number > 0 && *number <= largest_bound;
        bool understood = true;
        if (name == "expected") {
            field.expected = bound ? static_cast<std::size_t>(*number) : 0;
            understood = bound;
        } else if (name == "limit") {
            field.limit = bound ? static_cast<std::size_t>(*number) : 0;
            understood = bound && field.limit >= field.expected;
        } else if (name == "digits") {
            understood = bound && *number <= default_digits_limit;
            field.digits = understood ? static_cast<int>(*number) : 0;
        } else if (name == "personal") {
            field.personal = flag.value_or(false);
            understood = flag.has_value();
        } else if (name == "office") {
            field.of_office = flag.value_or(false);
            understood = flag.has_value() && field.parent == table_.root_.get();
        } else if (name == "in_force_as") {
            field.in_force_as = text.value_or(std::string{});
            understood = !field.in_force_as.empty();
        } else if (name == "target") {
            field.target = text.value_or(std::string{});
            understood = !field.target.empty();
        } else if (name == "codes" || name == "keys") {
            understood = text.has_value();
            field.enumeration = text ? table_.find_enumeration(*text) : nullptr;
            if (text && !field.enumeration) fault(kinds::unknown_enumeration, node, {field.path, *text});
        } else if (name == "sum") {
            understood = read_span(field, node);
        } else if (name == "withholds") {
            understood = read_withholds(field, node);
        }
        if (!understood) fault(kinds::wrong_attribute, node, {field.path, name});
    }

    static bool read_span(Field& field, const toml::node& node) {
        const toml::array* terms = node.as_array();
        if (!terms || terms->empty()) return false;
        for (const toml::node& term : *terms) {
            const auto text = term.value_exact<std::string>();
            if (!text) return false;
            static constexpr std::string_view minus = " - ";
            const std::size_t at = text->find(minus);
            if (at == std::string::npos) {
                field.span.push_back({*text, {}});
            } else {
                field.span.push_back({text->substr(0, at), text->substr(at + minus.size())});
            }
        }
        return true;
    }

    static bool read_withholds(Field& field, const toml::node& node) {
        const toml::array* keys = node.as_array();
        if (!keys || keys->empty()) return false;
        for (const toml::node& key : *keys) {
            const auto text = key.value_exact<std::string>();
            if (!text) return false;
            field.withholds.push_back(*text);
        }
        return true;
    }

    /// What can be said of a field only when all are known.
    void check_whole(const Field& field) {
        const bool branch = !field.is_scalar();
        if (branch && field.children.empty()) fault(kinds::empty_branch, field, {field.path});
        if (field.kind == Kind::reference) check_target(field);
        if (!field.in_force_as.empty()) check_dated(field);
        for (const SpanTerm& term : field.span) {
            const auto is_time = [&](std::string_view key) {
                const Field* sibling = field.parent->find_child(key);
                return sibling && sibling->kind == Kind::time;
            };
            if (is_time(term.end) && is_time(term.start)) continue;
            const std::string written = term.start.empty() ? term.end : term.end + " - " + term.start;
            fault(kinds::bad_span, field, {field.path, written});
        }
        for (const std::string& key : field.withholds) {
            const Field* sibling = field.parent->find_child(key);
            if (!sibling || !sibling->is_scalar()) fault(kinds::bad_withheld, field, {field.path, key});
        }
        for (const auto& child : field.children) check_whole(*child);
    }

    void check_target(const Field& field) {
        const Field* element = table_.find_target(field);
        const Field* id = element ? element->find_child("id") : nullptr;
        if (!id || id->kind != Kind::text) fault(kinds::bad_target, field, {field.path, field.target});
    }

    void check_dated(const Field& field) {
        const Field* element = field.find_child("[]");
        for (const std::string_view key : {"from", "to"}) {
            const Field* date = element ? element->find_child(key) : nullptr;
            if (date && date->kind == Kind::date) continue;
            fault(kinds::not_dated, field, {field.path});
            return;
        }
    }

    Table table_;
    std::string file_;
    Diagnostics faults_;
};

Result<Table> Table::read(std::string_view toml, std::string_view file) {
    toml::table document;
    try {
        document = toml::parse(toml);
    } catch (const toml::parse_error& error) {
        const auto place = error.source().begin;
        return fail(
            diagnose(kinds::not_toml,
                     Origin{{}, std::string(file), static_cast<int>(place.line), static_cast<int>(place.column)}));
    }
    TableReader reader(file);
    reader.read(document);
    return reader.take();
}

}  // namespace besshi::field
