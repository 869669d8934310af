#include "plan/diagnostics.h"
#include "plan/raw.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace besshi::plan::raw {

namespace {

/// Copies a toml++ document into the tree.
class TomlCopier {
public:
    TomlCopier(Tree& tree, const ReadLimits& limits, Faults& faults) : tree_(tree), limits_(limits), faults_(faults) {}

    bool copy(const toml::node& node, NodeId parent, std::string_view key, std::size_t depth) {
        const auto place = node.source().begin;
        if (depth > limits_.depth) return refuse(kinds::too_deep, place, limits_.depth);
        if (tree_.size() >= limits_.items) return refuse(kinds::too_many_items, place, limits_.items);
        Node copied = scalar(node);
        copied.key = tree_.keep(std::string(key));
        copied.line = std::max<std::uint32_t>(place.line, 1);
        copied.column = std::max<std::uint32_t>(place.column, 1);
        const NodeId id = tree_.add(parent, std::move(copied));
        if (const toml::table* table = node.as_table()) {
            for (const auto& [name, child] : *table) {
                if (!copy(child, id, name.str(), depth + 1)) return false;
            }
        } else if (const toml::array* array = node.as_array()) {
            for (const toml::node& child : *array) {
                if (!copy(child, id, {}, depth + 1)) return false;
            }
        }
        return true;
    }

private:
    bool refuse(const DiagnosticKind& kind, toml::source_position place, std::size_t limit) {
        faults_.add(kind, {{}, tree_.file(), static_cast<int>(place.line), static_cast<int>(place.column)},
                    {std::to_string(limit)});
        return false;
    }

    Node scalar(const toml::node& node) {
        if (node.is_table()) return {.kind = Kind::object};
        if (node.is_array()) return {.kind = Kind::list};
        if (const auto text = node.value_exact<std::string>()) return {.kind = Kind::text, .text = tree_.keep(*text)};
        if (const auto number = node.value_exact<std::int64_t>()) return {.kind = Kind::integer, .integer = *number};
        if (const auto truth = node.value_exact<bool>()) return {.kind = Kind::boolean, .truth = *truth};
        if (const auto date = node.value_exact<toml::date>()) {
            return {.kind = Kind::date,
                    .text = tree_.keep(fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day))};
        }
        if (const auto time = node.value_exact<toml::time>())
            return {.kind = Kind::time, .text = tree_.keep(iso(*time))};
        if (node.is_date_time()) return {.kind = Kind::date_time};
        return {.kind = Kind::real};
    }

    /// Seconds are kept where they are not zero, so that the field refuses them.
    static std::string iso(toml::time time) {
        if (time.second == 0 && time.nanosecond == 0) return fmt::format("{:02}:{:02}", time.hour, time.minute);
        return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    }

    Tree& tree_;
    const ReadLimits& limits_;
    Faults& faults_;
};

}  // namespace

bool read_toml(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults) {
    toml::table document;
    try {
        document = toml::parse(bytes);
    } catch (const toml::parse_error& error) {
        const auto place = error.source().begin;
        faults.add(kinds::toml_syntax, {{}, tree.file(), static_cast<int>(place.line), static_cast<int>(place.column)});
        return false;
    }
    return TomlCopier(tree, limits, faults).copy(document, no_node, {}, 1);
}

}  // namespace besshi::plan::raw
