#include "plan/raw.h"

#include <algorithm>

namespace besshi::plan::raw {

std::string_view kind_word(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "空（null）";
        case Kind::boolean:
            return "true・false";
        case Kind::integer:
            return "整数";
        case Kind::real:
            return "小数や大きな数";
        case Kind::text:
            return "文字";
        case Kind::date:
            return "日付";
        case Kind::time:
            return "時刻";
        case Kind::date_time:
            return "日時";
        case Kind::list:
            return "一覧 [ ]";
        case Kind::object:
            return "まとまり { }";
    }
    return {};
}

NodeId Tree::add(NodeId parent, const Node& node) {
    const NodeId id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back(node);
    if (parent == no_node) return id;
    Node& above = nodes_[parent];
    if (above.first_child == no_node) {
        above.first_child = id;
    } else {
        nodes_[above.last_child].next = id;
    }
    above.last_child = id;
    return id;
}

Origin Tree::origin(NodeId id, std::string pointer) const {
    const Node& node = nodes_[id];
    Origin origin{std::move(pointer), source_.file, static_cast<int>(node.line), static_cast<int>(node.column)};
    if (node.line == 0) origin.line = origin_at(node.offset).line;
    return origin;
}

Origin Tree::origin_at(std::size_t offset) const {
    const std::string_view before = source_.bytes.substr(0, offset);
    const std::size_t line_feed = before.rfind('\n');
    const std::string_view on_line = line_feed == std::string_view::npos ? before : before.substr(line_feed + 1);
    return {{},
            source_.file,
            static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(base::count_code_points(on_line)) + 1};
}

}  // namespace besshi::plan::raw
