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

struct Counters {
    int page = 1, pages = 1;
};

/// Digits of one width (BIZ UD Gothic and Mincho: half an em), so that counters do not move the text.
std::string replace_counters(std::string_view text, Counters counters) {
    const std::string with_page = replace_mark(text, fill::page_counter_mark, fmt::format("{}", counters.page));
    return replace_mark(with_page, fill::pages_counter_mark, fmt::format("{}", counters.pages));
}

/// A piece of a band before its width is decided.
struct Piece {
    const fill::BandText* text = nullptr;
    ShapedCell shaped;
    form::Style style;
    Length natural;
};

Result<Piece> shape_piece(const BandSetting& setting, const fill::BandText& text, Counters counters) {
    Piece piece{.text = &text, .shaped = {}, .style = text.style, .natural = {}};
    piece.style.wrap = false;
    piece.style.overflow = {form::Overflow::shrink};
    std::vector<fill::Run> runs = text.runs;
    for (fill::Run& run : runs) run.text = replace_counters(run.text, counters);
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
Result<std::vector<PlacedBand>> set_band(const BandSetting& setting, const fill::Band& band, Counters counters,
                                         std::array<Place, 3> places) {
    const std::array texts{&band.left, &band.center, &band.right};
    static constexpr std::array aligns{form::Align::left, form::Align::center, form::Align::right};
    std::array<std::optional<Piece>, 3> pieces;
    std::array<Length, 3> natural;
    Diagnostics faults;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!*texts[i]) continue;
        auto piece = shape_piece(setting, **texts[i], counters);
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

Result<std::vector<PlacedBand>> set_header(const BandSetting& setting, const fill::Band& band, Counters counters) {
    return set_band(setting, band, counters, {Place::header_left, Place::header_center, Place::header_right});
}

Result<std::vector<PlacedBand>> set_footer(const BandSetting& setting, const fill::Band& band, Counters counters) {
    return set_band(setting, band, counters, {Place::footer_left, Place::footer_center, Place::footer_right});
}

Length height_of(const std::vector<PlacedBand>& band) {
    Length height{0};
    for (const PlacedBand& piece : band) height = std::max(height, piece.box.height);
    return height;
}

Result<PageFrames> page_frames(const BandSetting& setting, const fill::Section& section, int pages) {
    const form::PageSetup& page = setting.filled.page;
    PageFrames frames;
    frames.plain = {page.top, page.height - page.bottom};
    const Counters widest{pages, pages};
    if (pages >= section.header.if_pages) {
        auto header = set_header(setting, section.header, widest);
        if (!header) return fail(std::move(header.error()));
        if (!header->empty()) {
            frames.header_from = section.header.from_page;
            frames.below_header = page.header_at + height_of(*header) + metrics::band_distance;
        }
    }
    if (pages >= section.footer.if_pages) {
        auto footer = set_footer(setting, section.footer, widest);
        if (!footer) return fail(std::move(footer.error()));
        if (!footer->empty()) {
            frames.footer_from = section.footer.from_page;
            frames.above_footer = page.height - page.footer_at - height_of(*footer) - metrics::band_distance;
        }
    }
    return frames;
}

}  // namespace

Result<PageFrames> FrameSetter::frames(std::size_t section, int pages) {
    if (const auto known = known_.find({section, pages}); known != known_.end()) return known->second;
    auto frames = page_frames(setting_, setting_.filled.sections[section], pages);
    if (frames) known_.emplace(std::pair{section, pages}, *frames);
    return frames;
}

Result<std::vector<PlacedBand>> place_bands(const BandSetting& setting, const fill::Section& section, const Page& page,
                                            const PageFrames& frames) {
    const Counters counters{page.number, page.pages_in_section};
    std::vector<PlacedBand> bands;
    if (page.number >= frames.header_from) {
        auto header = set_header(setting, section.header, counters);
        if (!header) return fail(std::move(header.error()));
        for (PlacedBand& piece : *header) {
            piece.box.y = setting.filled.page.header_at;
            bands.push_back(std::move(piece));
        }
    }
    if (page.number >= frames.footer_from) {
        auto footer = set_footer(setting, section.footer, counters);
        if (!footer) return fail(std::move(footer.error()));
        const Length top = setting.filled.page.height - setting.filled.page.footer_at - height_of(*footer);
        for (PlacedBand& piece : *footer) {
            piece.box.y = top;
            bands.push_back(std::move(piece));
        }
    }
    return bands;
}

}  // namespace besshi::layout
