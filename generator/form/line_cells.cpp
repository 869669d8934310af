#include "form/line_cells.h"

#include "form/diagnostics.h"

#include <algorithm>

namespace besshi::form {

namespace {

bool is_name_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class LineScanner {
public:
    LineScanner(const Node& source, std::string_view each, Faults& faults)
        : source_(source), text_(source.text), each_(each), faults_(faults) {}

    std::vector<LineItem> scan() {
        for (skip_spaces(); at_ < text_.size(); skip_spaces()) {
            if (text_[at_] == ')' && in_group_) {
                in_group_ = false;
                ++at_;
            } else if (is_name_sign(text_[at_])) {
                read_item();
            } else {
                add_stray_sign();
            }
        }
        if (in_group_) faults_.add(kinds::group_open, source_.place_of(group_start_), {each_});
        return std::move(items_);
    }

private:
    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    void add_stray_sign() {
        const std::size_t bytes = base::code_point_at(text_, at_).bytes;
        faults_.add(kinds::cells_sign, source_.place_of(at_), {text_.substr(at_, bytes)});
        at_ += bytes;
    }

    std::string_view read_word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name_sign(text_[at_])) ++at_;
        return text_.substr(start, at_ - start);
    }

    void read_item() {
        const std::size_t start = at_;
        const std::string_view name = read_word();
        skip_spaces();
        if (at_ < text_.size() && text_[at_] == '(') {
            ++at_;
            begin_group(name, start);
            return;
        }
        LineItem item{name == "_" ? std::string{} : std::string(name), 1, in_group_ ? groups_ : 0};
        if (at_ < text_.size() && text_[at_] == '*') {
            ++at_;
            item.span = read_span(start);
        }
        items_.push_back(std::move(item));
    }

    int read_span(std::size_t start) {
        skip_spaces();
        const std::string_view digits = read_word();
        int span = 0;
        for (const char c : digits) span = c >= '0' && c <= '9' && span < 1000 ? span * 10 + (c - '0') : 100'000;
        if (span >= 1 && span < 1000) return span;
        faults_.add(kinds::cells_count, source_.place_of(start), {text_.substr(start, at_ - start)});
        return 1;
    }

    void begin_group(std::string_view name, std::size_t start) {
        if (in_group_) {
            faults_.add(kinds::group_nested, source_.place_of(start), {name});
            return;
        }
        if (name != each_) faults_.add(kinds::group_name, source_.place_of(start), {name});
        in_group_ = true;
        ++groups_;
        group_start_ = start;
    }

    const Node& source_;
    std::string_view text_;
    std::string_view each_;
    Faults& faults_;
    std::vector<LineItem> items_;
    std::size_t at_ = 0;
    std::size_t group_start_ = 0;
    bool in_group_ = false;
    int groups_ = 0;
};

}  // namespace

std::vector<LineItem> read_line_items(const Node& text, std::string_view each, Faults& faults) {
    return LineScanner(text, each, faults).scan();
}

std::vector<LineCell> expand(const std::vector<LineItem>& items, int count) {
    std::vector<LineCell> cells;
    for (auto item = items.begin(); item != items.end();) {
        if (item->group == 0) {
            cells.push_back({item->name, item->span, 0});
            ++item;
            continue;
        }
        const auto is_outside = [&](const LineItem& other) { return other.group != item->group; };
        const auto group_end = std::find_if(item, items.end(), is_outside);
        for (int element = 1; element <= count; ++element)
            for (auto member = item; member != group_end; ++member)
                cells.push_back({member->name, member->span, element});
        item = group_end;
    }
    return cells;
}

}  // namespace besshi::form
