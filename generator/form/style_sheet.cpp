#include "form/style_sheet.h"

#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::form {

namespace {

constexpr std::array<Word<Align>, 5> align_words{{{"left", Align::left},
                                                  {"center", Align::center},
                                                  {"right", Align::right},
                                                  {"justify", Align::justify},
                                                  {"distributed", Align::distributed}}};
constexpr std::array<Word<VerticalAlign>, 3> vertical_align_words{
    {{"top", VerticalAlign::top}, {"middle", VerticalAlign::middle}, {"bottom", VerticalAlign::bottom}}};
constexpr std::array<Word<BreakMode>, 2> break_words{{{"strict", BreakMode::strict}, {"phrase", BreakMode::phrase}}};
constexpr std::array<Word<Direction>, 2> direction_words{
    {{"horizontal", Direction::horizontal}, {"vertical", Direction::vertical}}};
constexpr std::array<Word<Family>, 2> face_words{{{"gothic", Family::gothic}, {"mincho", Family::mincho}}};
constexpr std::array<Word<Overflow>, 5> overflow_words{{{"grow", Overflow::grow},
                                                        {"shrink", Overflow::shrink},
                                                        {"narrow", Overflow::narrow},
                                                        {"continue", Overflow::carry_over},
                                                        {"note", Overflow::note}}};

std::optional<int> hexadecimal_at(std::string_view text, std::size_t offset) {
    int value = 0;
    for (const char c : text.substr(offset, 2)) {
        const bool digit = c >= '0' && c <= '9', upper = c >= 'A' && c <= 'F', lower = c >= 'a' && c <= 'f';
        if (!digit && !upper && !lower) return std::nullopt;
        value = value * 16 + (digit ? c - '0' : upper ? c - 'A' + 10 : c - 'a' + 10);
    }
    return value;
}

std::optional<Color> read_color(TableReader& reader) {
    const std::optional<std::string> text = reader.text("fill");
    if (!text) return std::nullopt;
    if (text->size() == 7 && text->front() == '#') {
        const auto red = hexadecimal_at(*text, 1), green = hexadecimal_at(*text, 3), blue = hexadecimal_at(*text, 5);
        if (red && green && blue)
            return Color{static_cast<std::uint8_t>(*red), static_cast<std::uint8_t>(*green),
                         static_cast<std::uint8_t>(*blue)};
    }
    reader.faults().add(kinds::color_syntax, reader.place_of("fill"), {*text});
    return std::nullopt;
}

/// The row grows when everything else has been tried: text is never lost.
std::optional<std::vector<Overflow>> read_overflow(TableReader& reader) {
    const Node* node = reader.find("overflow");
    if (!node || !expect_kind(*node, Node::Kind::array, reader.faults())) return std::nullopt;
    std::vector<Overflow> tried;
    for (const Node& item : node->items) {
        const auto way = to_word<Overflow>(item, overflow_words, reader.faults());
        if (way && *way != Overflow::grow) tried.push_back(*way);
    }
    tried.push_back(Overflow::grow);
    return tried;
}

Borders read_borders(TableReader& reader) {
    const auto all = reader.word<Stroke>("border", stroke_words);
    Borders borders{all, all, all, all};
    if (const auto left = reader.word<Stroke>("left", stroke_words)) borders.left = left;
    if (const auto right = reader.word<Stroke>("right", stroke_words)) borders.right = right;
    if (const auto top = reader.word<Stroke>("top", stroke_words)) borders.top = top;
    if (const auto bottom = reader.word<Stroke>("bottom", stroke_words)) borders.bottom = bottom;
    return borders;
}

template <class Value>
void overwrite(Value& target, const std::optional<Value>& value) {
    if (value) target = *value;
}

template <class Value>
void overwrite(std::optional<Value>& target, const std::optional<Value>& value) {
    if (value) target = value;
}

void check_sizes(const Style& style, Place place, Faults& faults) {
    if (style.min_size <= style.size) return;
    faults.add(kinds::style_size, place,
               {fmt::format("{:g}", style.size.pt()), fmt::format("{:g}", style.min_size.pt())});
}

}  // namespace

StylePatch read_style_patch(TableReader& reader, HeadingKey heading) {
    StylePatch patch;
    patch.place = reader.place();
    patch.size = reader.points("size");
    patch.min_size = reader.points("min");
    patch.family = reader.word<Family>("face", face_words);
    patch.weight = reader.word<Weight>("weight", weight_words);
    patch.align = reader.word<Align>("align", align_words);
    patch.vertical_align = reader.word<VerticalAlign>("valign", vertical_align_words);
    patch.break_mode = reader.word<BreakMode>("break", break_words);
    patch.direction = reader.word<Direction>("direction", direction_words);
    patch.wrap = reader.flag("wrap");
    patch.underline = reader.flag("underline");
    patch.narrow = reader.flag("narrow");
    patch.overflow = read_overflow(reader);
    patch.fill = read_color(reader);
    patch.borders = read_borders(reader);
    if (heading == HeadingKey::outline_level) patch.heading = reader.count("heading", 0, 6);
    return patch;
}

void StylePatch::apply_to(Style& style) const {
    overwrite(style.size, size);
    overwrite(style.min_size, min_size);
    overwrite(style.family, family);
    overwrite(style.weight, weight);
    overwrite(style.align, align);
    overwrite(style.vertical_align, vertical_align);
    overwrite(style.break_mode, break_mode);
    overwrite(style.direction, direction);
    overwrite(style.wrap, wrap);
    overwrite(style.underline, underline);
    overwrite(style.overflow, overflow);
    overwrite(style.fill, fill);
    overwrite(style.heading, heading);
    overwrite(style.borders.left, borders.left);
    overwrite(style.borders.right, borders.right);
    overwrite(style.borders.top, borders.top);
    overwrite(style.borders.bottom, borders.bottom);
}

StylePatch StylePatch::overlaid(const StylePatch& upper) const {
    StylePatch both = *this;
    overwrite(both.size, upper.size);
    overwrite(both.min_size, upper.min_size);
    overwrite(both.family, upper.family);
    overwrite(both.weight, upper.weight);
    overwrite(both.align, upper.align);
    overwrite(both.vertical_align, upper.vertical_align);
    overwrite(both.break_mode, upper.break_mode);
    overwrite(both.direction, upper.direction);
    overwrite(both.wrap, upper.wrap);
    overwrite(both.underline, upper.underline);
    overwrite(both.narrow, upper.narrow);
    overwrite(both.overflow, upper.overflow);
    overwrite(both.fill, upper.fill);
    overwrite(both.borders.left, upper.borders.left);
    overwrite(both.borders.right, upper.borders.right);
    overwrite(both.borders.top, upper.borders.top);
    overwrite(both.borders.bottom, upper.borders.bottom);
    overwrite(both.heading, upper.heading);
    both.place = upper.place;
    return both;
}

std::map<std::string, StylePatch> read_styles(TableReader& form) {
    std::map<std::string, StylePatch> named;
    const Node* node = form.find("style");
    if (!node || !expect_kind(*node, Node::Kind::table, form.faults())) return named;
    for (const Member& member : node->members) {
        TableReader reader(member.value, form.faults());
        named[member.key] = read_style_patch(reader);
        reader.finish();
    }
    return named;
}

ResolvedStyle StyleSheet::resolve(TableReader& reader, const StylePatch& patch, std::string_view fallback) const {
    const std::optional<std::string> asked = reader.text("style");
    const auto named = named_.find(asked ? *asked : std::string(fallback));
    if (asked && named == named_.end()) {
        std::vector<std::string_view> names;
        for (const auto& [name, unused] : named_) names.push_back(name);
        reader.faults().add(kinds::style_unknown, reader.place_of("style"),
                            {*asked, suggestion(find_nearest(*asked, names), "[style] の表で先に決めてください。")});
    }
    ResolvedStyle resolved{base_, false};
    if (named != named_.end()) {
        named->second.apply_to(resolved.style);
        overwrite(resolved.narrow, named->second.narrow);
    }
    patch.apply_to(resolved.style);
    overwrite(resolved.narrow, patch.narrow);
    check_sizes(resolved.style, patch.place, reader.faults());
    return resolved;
}

ResolvedStyle StyleSheet::resolve(std::string_view fallback) const {
    ResolvedStyle resolved{base_, false};
    const auto named = named_.find(std::string(fallback));
    if (named == named_.end()) return resolved;
    named->second.apply_to(resolved.style);
    overwrite(resolved.narrow, named->second.narrow);
    return resolved;
}

}  // namespace besshi::form
