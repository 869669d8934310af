#include "form/page_reader.h"

#include "form/cell_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace besshi::form {

namespace {

struct Paper {
    int width_mm, height_mm;  ///< as it lies
};

/// ISO 216 A sizes and JIS P 0138 B sizes.
constexpr std::array<Word<Paper>, 10> paper_words{{{"A4 portrait", {210, 297}},
                                                   {"A4 landscape", {297, 210}},
                                                   {"A3 portrait", {297, 420}},
                                                   {"A3 landscape", {420, 297}},
                                                   {"A5 portrait", {148, 210}},
                                                   {"A5 landscape", {210, 148}},
                                                   {"B4 portrait", {257, 364}},
                                                   {"B4 landscape", {364, 257}},
                                                   {"B5 portrait", {182, 257}},
                                                   {"B5 landscape", {257, 182}}}};
constexpr std::array<Word<bool>, 2> vertical_words{{{"top", false}, {"middle", true}}};
constexpr std::array<Word<RulerAlign>, 2> ruler_words{{{"left", RulerAlign::left}, {"center", RulerAlign::center}}};

constexpr double default_band_distance_mm = 5;
constexpr double default_band_size_pt = 7.5;
constexpr int most_pages = 1000;
constexpr int most_columns = 200;

void read_margins(TableReader& page, PageSetup& setup) {
    const Node* node = page.require("margin");
    if (!node) return;
    TableReader margin(*node, page.faults());
    setup.top = margin.millimetres("top", Presence::required).value_or(Length{});
    setup.right = margin.millimetres("right", Presence::required).value_or(Length{});
    setup.bottom = margin.millimetres("bottom", Presence::required).value_or(Length{});
    setup.left = margin.millimetres("left", Presence::required).value_or(Length{});
    margin.finish();
    if (setup.left + setup.right >= setup.width || setup.top + setup.bottom >= setup.height)
        page.faults().add(kinds::page_margins, node->place);
}

/// One line, smaller when it does not fit; a running head has no borders and no fill.
CellTemplate read_band_piece(const Node& node, std::string_view name, Align align, Length size,
                             const Surroundings& around) {
    CellTemplate piece = read_cell(node, {std::string(name), CellRole::value, {}, node.place}, around);
    const bool has_own_size = node.kind == Node::Kind::table && node.find("size");
    if (!has_own_size) piece.style.size = size;
    piece.style.min_size = std::min(piece.style.min_size, piece.style.size);
    piece.style.align = align;
    piece.style.vertical_align = VerticalAlign::middle;
    piece.style.direction = Direction::horizontal;
    piece.style.wrap = false;
    piece.style.overflow = {Overflow::shrink, Overflow::grow};
    return piece;
}

Band read_band(TableReader& page, std::string_view key, const Surroundings& around) {
    Band band;
    const Node* node = page.find(key);
    if (!node) return band;
    TableReader reader(*node, around.faults);
    band.from_page = reader.count("from_page", 1, most_pages).value_or(1);
    band.if_pages = reader.count("if_pages", 1, most_pages).value_or(1);
    const Length size = reader.points("size").value_or(Length::from_pt(default_band_size_pt));
    const auto piece = [&](std::string_view place, Align align) -> std::optional<CellTemplate> {
        const Node* text = reader.find(place);
        if (!text) return std::nullopt;
        return read_band_piece(*text, fmt::format("{}_{}", key, place), align, size, around);
    };
    band.left = piece("left", Align::left);
    band.center = piece("center", Align::center);
    band.right = piece("right", Align::right);
    reader.finish();
    return band;
}

/// Edges at the rounded running totals, so that they end exactly at `body`.
std::vector<Length> share_out(const std::vector<double>& shares, Length body) {
    double total = 0;
    for (const double share : shares) total += share;
    std::vector<Length> columns;
    Length edge;
    double running = 0;
    for (const double share : shares) {
        running += share;
        const bool last = columns.size() + 1 == shares.size();
        const Length next = last ? body : Length{std::llround(static_cast<double>(body.units) * running / total)};
        columns.push_back(next - edge);
        edge = next;
    }
    return columns;
}

std::vector<double> read_shares(const Node& node, Faults& faults) {
    std::vector<double> shares;
    if (!expect_kind(node, Node::Kind::array, faults)) return shares;
    for (const Node& item : node.items) {
        const bool is_number = item.kind == Node::Kind::integer || item.kind == Node::Kind::number;
        if (is_number && item.number >= 0.01 && item.number <= 10'000)
            shares.push_back(item.number);
        else
            faults.add(kinds::value_range, item.place, {"0.01", "10000"});
    }
    return shares;
}

std::vector<Length> read_columns(const Node& node, Faults& faults) {
    std::vector<Length> columns;
    if (!expect_kind(node, Node::Kind::array, faults)) return columns;
    for (const Node& item : node.items) {
        const std::optional<Length> width = to_millimetres(item, faults);
        if (!width) continue;
        if (*width < Length::from_mm(0.01)) faults.add(kinds::value_range, item.place, {"0.01", "2000"});
        columns.push_back(*width);
    }
    return columns;
}

Fit read_fit(TableReader& type, const Style& base) {
    const Node* node = type.find("fit");
    if (!node) return {{base.size}, 0};
    Fit fit;
    TableReader reader(*node, type.faults());
    fit.pages = reader.count("pages", 1, most_pages).value_or(0);
    const Node* sizes = reader.require("sizes");
    if (sizes && expect_kind(*sizes, Node::Kind::array, type.faults()))
        for (const Node& item : sizes->items)
            if (const std::optional<Length> size = to_points(item, type.faults())) fit.sizes.push_back(*size);
    reader.finish();
    const bool falls = std::ranges::adjacent_find(fit.sizes, std::ranges::less_equal{}) == fit.sizes.end();
    if (fit.sizes.empty() || fit.sizes.front() != base.size || !falls || fit.sizes.back() < base.min_size)
        type.faults().add(kinds::fit_sizes, node->place,
                          {fmt::format("{:g}", base.size.pt()), fmt::format("{:g}", base.min_size.pt())});
    return fit;
}

}  // namespace

PageSetup read_page(TableReader& page) {
    PageSetup setup;
    page.require("paper");
    const Paper paper = page.word<Paper>("paper", paper_words).value_or(Paper{210, 297});
    setup.width = Length::from_mm(paper.width_mm);
    setup.height = Length::from_mm(paper.height_mm);
    read_margins(page, setup);
    setup.center_vertically = page.word<bool>("align", vertical_words).value_or(false);
    setup.header_at = page.millimetres("header_at").value_or(Length::from_mm(default_band_distance_mm));
    setup.footer_at = page.millimetres("footer_at").value_or(Length::from_mm(default_band_distance_mm));
    return setup;
}

void read_bands(TableReader& page, const Surroundings& around, PageSetup& setup) {
    const Surroundings in_band = around.at(Where::band);
    setup.header = read_band(page, "header", in_band);
    setup.footer = read_band(page, "footer", in_band);
}

Ruler read_ruler(TableReader& ruler, Length body) {
    Ruler read;
    read.align = ruler.word<RulerAlign>("align", ruler_words).value_or(RulerAlign::left);
    constexpr std::array width_words{Word<bool>{"body", true}};
    ruler.word<bool>("width", width_words);
    const Node* mm = ruler.find("mm");
    const Node* share = ruler.find("share");
    const std::optional<int> equal = ruler.count("equal", 1, most_columns);
    if ((mm != nullptr) + (share != nullptr) + (ruler.find("equal") != nullptr) != 1) {
        ruler.faults().add(kinds::ruler_choice, ruler.place());
        return read;
    }
    if (mm) {
        read.columns = read_columns(*mm, ruler.faults());
    } else if (share) {
        read.columns = share_out(read_shares(*share, ruler.faults()), body);
    } else if (equal) {
        read.columns = share_out(std::vector<double>(static_cast<std::size_t>(*equal), 1.0), body);
    }
    Length width;
    for (const Length column : read.columns) width += column;
    if (width > body)
        ruler.faults().add(kinds::ruler_wide, ruler.place(),
                           {fmt::format("{:.2f}", width.mm()), fmt::format("{:.2f}", body.mm())});
    return read;
}

Type read_type(TableReader& type) {
    Type read;
    const StylePatch patch = read_style_patch(type);
    if (!patch.size) type.require("size");
    read.base.size = Length::from_pt(10);
    read.base.min_size = Length::from_pt(6);
    read.base.overflow = {Overflow::grow};
    patch.apply_to(read.base);
    if (read.base.min_size > read.base.size)
        type.faults().add(kinds::style_size, type.place(),
                          {fmt::format("{:g}", read.base.size.pt()), fmt::format("{:g}", read.base.min_size.pt())});
    read.fit = read_fit(type, read.base);
    return read;
}

}  // namespace besshi::form
