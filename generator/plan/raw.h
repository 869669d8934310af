#pragma once

#include "plan/faults.h"
#include "plan/plan.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

/// What a file says before the field table is asked: JSON and TOML alike.
namespace besshi::plan::raw {

enum class Kind : std::uint8_t { null, boolean, integer, real, text, date, time, date_time, list, object };

/// The word messages use for what was found: 「数」「文字」 …
std::string_view kind_word(Kind kind);

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;

/// Its strings stand in the file, or are kept by the tree.
struct Node {
    Kind kind = Kind::null;
    bool truth = false;
    std::int64_t integer = 0;
    std::string_view text{};                         ///< of a text; of a date or time its ISO form
    std::string_view key{};                          ///< of a member of an object
    std::uint32_t offset = 0, line = 0, column = 0;  ///< JSON knows the byte, TOML line and column
    NodeId first_child = no_node, last_child = no_node, next = no_node;
};

/// A whole file, whose bytes must outlive it; node 0 is its root.
class Tree {
public:
    explicit Tree(Source source) : source_(std::move(source)) {}
    Tree(Tree&&) = default;
    Tree& operator=(Tree&&) = default;

    const Node& node(NodeId id) const { return nodes_[id]; }
    std::size_t size() const { return nodes_.size(); }
    void reserve(std::size_t nodes) { nodes_.reserve(nodes); }

    /// Appends a node below `parent` (`no_node` for the root).
    NodeId add(NodeId parent, const Node& node);
    /// Keeps a text that does not stand in the file as it is.
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    Origin origin(NodeId id, std::string pointer) const;
    /// Line and column, counted from 1 in characters, of a byte of the file.
    Origin origin_at(std::size_t offset) const;
    const std::string& file() const { return source_.file; }

private:
    Source source_;
    std::vector<Node> nodes_;
    std::deque<std::string> kept_;
};

/// RFC 8259. Limits refuse before memory is spent. False: the tree is not whole; faults were added, unless the
/// bytes are no UTF-8.
bool read_json(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults);

/// TOML 1.0. Local dates and local times stand for their ISO texts.
bool read_toml(Tree& tree, std::string_view bytes, const ReadLimits& limits, Faults& faults);

}  // namespace besshi::plan::raw
