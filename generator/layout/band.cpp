#include "layout/band.h"

#include "layout/generated_text.h"
#include "layout/measure.h"
#include "layout/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace besshi::layout {

namespace {

using Place = PlacedBand::Place;

/// Digits of one width (BIZ UD Gothic and Mincho: half an em), so that counters do not move the text.
std::string replace_counters(std::string_view text, int page, int pages) {
    const std::string with_page = replace_mark(text, fill::page_counter_mark, fmt::format("{}", page));
    return replace_mark(with_page, fill::pages_counter_mark, fmt::format("{}", pages));
}

bool has_counter(const fill::Band& band, char32_t mark) {
    const auto has = [&](const std::optional<fill::BandText>& text) {
        return text && std::ranges::any_of(text->runs, [&](const fill::Run& run) { return has_mark(run.text, mark); });
    };
    return has(band.left) || has(band.center) || has(band.right);
}

/// A piece of a band before its width is decided.
struct Piece {
    const fill::BandText* text = nullptr;
    ShapedCell shaped;
    form::Style style;
    Length natural;
};

Result<Piece> shape_piece(const BandSetting& setting, const fill::BandText& text, int page, int pages) {
    Piece piece{.text = &text, .shaped = {}, .style = text.style, .natural = {}};
    piece.style.wrap = false;
    piece.style.overflow = {form::Overflow::shrink};
    std::vector<fill::Run> runs = text.runs;
    for (fill::Run& run : runs) run.text = replace_counters(run.text, page, pages);
    auto shaped = shape_made(std::move(runs), piece.style, setting.fonts);
    if (!shaped) return fail(std::move(shaped.error()));
    piece.shaped = std::move(*shaped);
    std::vector<Length> sizes;
    for (const fill::Run& run : piece.shaped.runs) sizes.push_back(run.size.value_or(text.style.size));
    piece.natural = text::natural_width(setting.fonts, piece.shaped.text, sizes);
    return piece;
}

struct Extent {
    Length x, width;
};

/// Left, centre and right share the line: each as wide as it is if all fit, else the sides share what the
/// centre leaves (the centre at most half of the line).
std::array<Extent, 3> share_line(const std::array<Length, 3>& natural, Length left, Length right) {
    const Length width = right - left;
    const Length distance = metrics::band_piece_distance;
    if (natural[1] > Length{0}) {
        const Length center = std::min(natural[1], width / 2);
        const Length side = (width - center) / 2 - distance;
        return {{{left, side}, {left + side + distance, center}, {right - side, side}}};
    }
    const Length outer = natural[0] + natural[2];
    const Length both = natural[0] > Length{0} && natural[2] > Length{0} ? width - distance : width;
    const Length last = outer > both ? both - scale(both, natural[0].units, outer.units) : natural[2];
    return {{{left, both - last}, {left, Length{0}}, {right - last, last}}};
}

/// The pieces of one band with their lines, x and width decided, y not yet.
Result<std::vector<PlacedBand>> set_band(const BandSetting& setting, const fill::Band& band,
                                         const std::array<Place, 3>& places, int page, int pages) {
    const std::array texts{&band.left, &band.center, &band.right};
    static constexpr std::array aligns{form::Align::left, form::Align::center, form::Align::right};
    std::array<std::optional<Piece>, 3> pieces;
    std::array<Length, 3> natural;
    Diagnostics faults;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!*texts[i]) continue;
        auto piece = shape_piece(setting, **texts[i], page, pages);
        if (!piece) {
            std::ranges::move(piece.error(), std::back_inserter(faults));
            continue;
        }
        natural[i] = piece->natural;
        pieces[i] = std::move(*piece);
    }
    if (!faults.empty()) return fail(std::move(faults));

    const auto extents = share_line(natural, setting.left, setting.right);
    const TypeScale unscaled{.chosen = Length{1}, .first = Length{1}, .min_size = setting.filled.min_size};
    const CellSetter setter(setting.fonts, unscaled);
    const form::Hang no_hang;
    std::vector<PlacedBand> placed;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i] || pieces[i]->natural == Length{0}) continue;
        Piece& piece = *pieces[i];
        MeasuredCell text = setter.set_within(
            {.shaped = piece.shaped, .style = piece.style, .hang = no_hang, .width = extents[i].width, .padding = {}},
            std::nullopt);
        place_glyphs(piece.shaped, setting.fonts, text);
        text.runs = Runs(std::move(piece.shaped.made));
        placed.push_back({.place = places[i],
                          .box = {extents[i].x, Length{0}, extents[i].width, text.text_height},
                          .align = aligns[i],
                          .text = std::move(text)});
    }
    return placed;
}

Length height_of(const std::vector<PlacedBand>& band) {
    Length height{0};
    for (const PlacedBand& piece : band) height = std::max(height, piece.box.height);
    return height;
}

void append_at(std::vector<PlacedBand>& bands, const std::vector<PlacedBand>& set, Length top) {
    for (PlacedBand band : set) {
        band.box.y = top;
        bands.push_back(std::move(band));
    }
}

constexpr std::array header_places{Place::header_left, Place::header_center, Place::header_right};
constexpr std::array footer_places{Place::footer_left, Place::footer_center, Place::footer_right};

}  // namespace

Result<BandSetter::Set> BandSetter::set(const fill::Band& band, const std::array<Place, 3>& places, int page,
                                        int pages) {
    const Key key{&band, has_counter(band, fill::page_counter_mark) ? page : 0,
                  has_counter(band, fill::pages_counter_mark) ? pages : 0};
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    auto placed = set_band(setting_, band, places, page, pages);
    if (!placed) return fail(std::move(placed.error()));
    return known_.emplace(key, std::move(*placed)).first->second;
}

Result<PageFrames> BandSetter::frames(std::size_t section, int pages) {
    const form::PageSetup& page = setting_.filled.page;
    const fill::Band& header = setting_.filled.sections[section].header;
    const fill::Band& footer = setting_.filled.sections[section].footer;
    PageFrames frames;
    frames.plain = {page.top, page.height - page.bottom};
    if (pages >= header.if_pages) {
        const auto placed = set(header, header_places, pages, pages);
        if (!placed) return fail(placed.error());
        if (!placed->get().empty()) {
            frames.header_from = header.from_page;
            frames.below_header = page.header_at + height_of(*placed) + metrics::band_distance;
        }
    }
    if (pages >= footer.if_pages) {
        const auto placed = set(footer, footer_places, pages, pages);
        if (!placed) return fail(placed.error());
        if (!placed->get().empty()) {
            frames.footer_from = footer.from_page;
            frames.above_footer = page.height - page.footer_at - height_of(*placed) - metrics::band_distance;
        }
    }
    return frames;
}

Result<std::vector<PlacedBand>> BandSetter::place(const Page& page) {
    const auto frames = this->frames(page.section, page.pages_in_section);
    if (!frames) return fail(frames.error());
    const form::PageSetup& paper = setting_.filled.page;
    const fill::Section& section = setting_.filled.sections[page.section];
    std::vector<PlacedBand> bands;
    if (page.number >= frames->header_from) {
        const auto header = set(section.header, header_places, page.number, page.pages_in_section);
        if (!header) return fail(header.error());
        append_at(bands, *header, paper.header_at);
    }
    if (page.number >= frames->footer_from) {
        const auto footer = set(section.footer, footer_places, page.number, page.pages_in_section);
        if (!footer) return fail(footer.error());
        append_at(bands, *footer, paper.height - paper.footer_at - height_of(*footer));
    }
    return bands;
}

}  // namespace besshi::layout
