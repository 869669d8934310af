#include "text/ruby.h"

#include "text/character_class.h"
#include "text/face.h"
#include "text/scaler.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace besshi::text {

namespace {

/// The em of a base, for measures of glyphs of any face.
constexpr std::int64_t em = 1 << 16;

CharacterClass class_of_glyph(const ShapedText& text, const ShapedGlyph& glyph) {
    return glyph.begin == glyph.end ? CharacterClass::other
                                    : class_of(base::code_point_at(text.run_texts[glyph.run], glyph.begin).value);
}

bool is_kana(CharacterClass c) {
    using enum CharacterClass;
    return c == hiragana || c == katakana || c == long_vowel || c == small_kana;
}

bool has_western_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        if (class_of(c) == CharacterClass::western) return true;
        at += bytes;
    }
    return false;
}

/// The glyphs that stand for the bytes of `ruby` in a run, from `from` on.
ShapedRuby find_base(const ShapedText& text, std::uint32_t run, const Ruby& ruby, std::uint32_t from) {
    const auto count = static_cast<std::uint32_t>(text.glyphs.size());
    const auto is_before = [&](const ShapedGlyph& glyph) {
        return glyph.run < run || (glyph.run == run && glyph.end <= ruby.begin);
    };
    const auto is_in = [&](const ShapedGlyph& glyph) {
        const bool has_none_of_its_own = glyph.begin == glyph.end;
        return glyph.run == run && (glyph.begin < ruby.end || (has_none_of_its_own && glyph.begin == ruby.end));
    };
    std::uint32_t first = from;
    while (first < count && is_before(text.glyphs[first])) ++first;
    std::uint32_t end = first;
    while (end < count && is_in(text.glyphs[end])) ++end;
    if (end == first) throw std::logic_error("a reading stands over nothing");
    return {.run = run, .index = 0, .first_glyph = first, .glyph_count = end - first, .reading = {}};
}

std::vector<ShapedRuby> find_bases(std::span<const StyledRun> runs, const ShapedText& text) {
    std::vector<ShapedRuby> bases;
    std::uint32_t from = 0;
    for (std::uint32_t run = 0; run < runs.size(); ++run) {
        for (std::uint32_t index = 0; index < runs[run].rubies.size(); ++index) {
            ShapedRuby& base = bases.emplace_back(find_base(text, run, runs[run].rubies[index], from));
            base.index = index;
            from = base.first_glyph;
        }
    }
    return bases;
}

/// A base is one thing: no white space ends a line in it, no space is added or taken in it, its brackets keep their
/// whole bodies.
void keep_together(ShapedText& text, const ShapedRuby& ruby) {
    for (std::uint32_t i = ruby.first_glyph; i < ruby.end_glyph(); ++i) {
        SpaceClass& space_class = text.glyphs[i].space_class;
        if (blank_before(space_class) + blank_after(space_class) > 0) space_class = SpaceClass::attached;
        text.glyphs[i].space = false;
        if (i == ruby.first_glyph) continue;
        text.glyphs[i].continues_base = true;
        text.before[i] = std::min(text.before[i], BreakClass::emergency);
    }
    const auto end = std::min(ruby.end_glyph() + 1, static_cast<std::uint32_t>(text.glyphs.size()));
    for (std::uint32_t i = std::max(ruby.first_glyph, 1u); i < end; ++i) {
        text.glyphs[i].spaced = changes_anything(gap_before(text, i));
    }
}

/// Makes room in a base that is narrower than its reading.
class RoomMaker {
public:
    RoomMaker(const FontSet& fonts, ShapedText& text) : fonts_(fonts), text_(text) {}

    /// `before` and `after`: the kana over which the reading may hang.
    void make_room(const ShapedRuby& ruby, const ShapedGlyph* before, const ShapedGlyph* after) {
        std::int64_t surplus = 0;
        for (const ShapedGlyph& glyph : ruby.reading) surplus += ems(glyph) / 2;
        for (const ShapedGlyph& glyph : base_of(ruby)) surplus -= ems(glyph);
        if (surplus <= 0) return;
        const auto hang_over = [&](const ShapedGlyph* kana) {
            return kana ? std::min(surplus / 2, ems(*kana) / 4) : 0;
        };
        const std::int64_t hang_before = hang_over(before), hang_after = hang_over(after);
        ShapedGlyph& first = base_of(ruby).front();
        ShapedGlyph& last = base_of(ruby).back();
        first.hang_before = static_cast<std::uint16_t>(units(hang_before, first));
        last.hang_after = static_cast<std::uint16_t>(units(hang_after, last));
        if (count_characters(ruby) == 1 || is_word(ruby)) {
            widen_before(first, units(surplus / 2 - hang_before, first));
            widen_after(last, units(surplus - surplus / 2 - hang_after, last));
        } else {
            spread(ruby, surplus - hang_before - hang_after);
        }
    }

private:
    std::span<ShapedGlyph> base_of(const ShapedRuby& ruby) {
        return std::span(text_.glyphs).subspan(ruby.first_glyph, ruby.glyph_count);
    }

    int units_per_em(const ShapedGlyph& glyph) const { return fonts_.state().face(glyph.face).units_per_em(); }
    std::int64_t ems(const ShapedGlyph& glyph) const { return glyph.advance * em / units_per_em(glyph); }
    std::int32_t units(std::int64_t ems, const ShapedGlyph& glyph) const {
        return static_cast<std::int32_t>((ems * units_per_em(glyph) + em / 2) / em);
    }

    bool begins_character(const ShapedRuby& ruby, std::uint32_t i) const {
        return i == ruby.first_glyph || text_.before[i] != BreakClass::none;
    }

    std::int64_t count_characters(const ShapedRuby& ruby) const {
        std::int64_t count = 0;
        for (std::uint32_t i = ruby.first_glyph; i < ruby.end_glyph(); ++i) count += begins_character(ruby, i);
        return count;
    }

    /// Letters of a word are not set apart.
    bool is_word(const ShapedRuby& ruby) {
        const ShapedGlyph& first = base_of(ruby).front();
        const ShapedGlyph& last = base_of(ruby).back();
        return has_western_letter(text_.run_texts[ruby.run].substr(first.begin, last.end - first.begin));
    }

    /// The same space on both sides of each character; what is rounded is made up by the next.
    void spread(const ShapedRuby& ruby, std::int64_t space) {
        const std::int64_t sides = count_characters(ruby) * 2;
        std::int64_t seen = 0, given = 0;
        const auto next_share = [&](const ShapedGlyph& glyph) {
            const std::int32_t share = units(space * ++seen / sides - given, glyph);
            given += share * em / units_per_em(glyph);
            return share;
        };
        for (std::uint32_t i = ruby.first_glyph; i < ruby.end_glyph(); ++i) {
            ShapedGlyph& glyph = text_.glyphs[i];
            const bool ends_character = i + 1 == ruby.end_glyph() || begins_character(ruby, i + 1);
            if (begins_character(ruby, i)) widen_before(glyph, next_share(glyph));
            if (ends_character) widen_after(glyph, next_share(glyph));
        }
    }

    static void widen_before(ShapedGlyph& glyph, std::int32_t units) {
        glyph.dx += units;
        glyph.advance += units;
    }
    static void widen_after(ShapedGlyph& glyph, std::int32_t units) { glyph.advance += units; }

    const FontSet& fonts_;
    ShapedText& text_;
};

/// Kana without a reading of their own, beside each base in its own run and paragraph.
class Neighbours {
public:
    explicit Neighbours(const ShapedText& text) : text_(text) {}

    const ShapedGlyph* before(std::size_t ruby) const {
        const ShapedRuby& base = text_.rubies[ruby];
        const std::uint32_t first = base.first_glyph;
        const bool is_covered = ruby > 0 && text_.rubies[ruby - 1].end_glyph() >= first;
        if (first == 0 || is_covered || text_.before[first] == BreakClass::mandatory) return nullptr;
        return if_kana(first - 1, base.run);
    }

    const ShapedGlyph* after(std::size_t ruby) const {
        const ShapedRuby& base = text_.rubies[ruby];
        const std::uint32_t end = base.end_glyph();
        const bool is_covered = ruby + 1 < text_.rubies.size() && text_.rubies[ruby + 1].first_glyph <= end;
        if (end == text_.glyphs.size() || is_covered || text_.before[end] == BreakClass::mandatory) return nullptr;
        return if_kana(end, base.run);
    }

private:
    const ShapedGlyph* if_kana(std::uint32_t i, std::uint32_t run) const {
        const ShapedGlyph& glyph = text_.glyphs[i];
        return glyph.run == run && is_kana(class_of_glyph(text_, glyph)) ? &glyph : nullptr;
    }

    const ShapedText& text_;
};

/// What of a reading stands on one line: all of it, unless its base is wider than a line.
struct Part {
    std::uint32_t first_glyph = 0, end_glyph = 0;  ///< of the base
    std::size_t begin = 0, end = 0;                ///< of the reading's glyphs
};

Part part_on_line(const ShapedRuby& ruby, const Line& line) {
    const std::uint32_t first = std::max(ruby.first_glyph, line.first_glyph);
    const std::uint32_t end = std::min(ruby.end_glyph(), line.first_glyph + line.glyph_count);
    const auto share = [&](std::uint32_t glyph) {
        return ruby.reading.size() * (glyph - ruby.first_glyph) / ruby.glyph_count;
    };
    return {first, end, share(first), share(end)};
}

class ReadingPlacer {
public:
    /// `half` is `measure` in half its sizes.
    ReadingPlacer(const FontSet& fonts, const ShapedText& text, const Measure& measure, const Measure& half,
                  BrokenText& broken)
        : text_(text), broken_(broken), bases_(fonts, measure), readings_(fonts, half) {}

    void place_all() {
        std::size_t next = 0;
        for (const Line& line : broken_.lines) {
            const std::uint32_t end = line.first_glyph + line.glyph_count;
            while (next < text_.rubies.size() && text_.rubies[next].end_glyph() <= line.first_glyph) ++next;
            for (std::size_t i = next; i < text_.rubies.size() && text_.rubies[i].first_glyph < end; ++i) {
                place(text_.rubies[i], part_on_line(text_.rubies[i], line), line);
            }
        }
    }

private:
    /// Where a reading may stand, from the pen of the first glyph of its base.
    struct Room {
        Length start, width;
    };

    Room room_over(const Part& part, const Line& line) const {
        const ShapedGlyph& first = text_.glyphs[part.first_glyph];
        const ShapedGlyph& last = text_.glyphs[part.end_glyph - 1];
        const Length hang_before = bases_.across(first.hang_before, first);
        const bool starts_line = part.first_glyph == line.first_glyph;
        Length width = bases_.across(last.advance, last) + bases_.across(last.hang_after, last);
        for (std::uint32_t i = part.first_glyph; i + 1 < part.end_glyph; ++i) width += broken_.glyphs[i].advance;
        // At the start of a line the first glyph has moved in by what hangs.
        const bool has_moved_in = starts_line && part.end_glyph - part.first_glyph > 1;
        if (!has_moved_in) width += hang_before;
        return {starts_line ? Length{} : -hang_before, width};
    }

    void place(const ShapedRuby& ruby, const Part& part, const Line& line) {
        PlacedRuby placed{.run = ruby.run,
                          .index = ruby.index,
                          .first_glyph = part.first_glyph,
                          .glyph_count = part.end_glyph - part.first_glyph,
                          .x = {},
                          .glyphs = {}};
        for (std::size_t i = part.begin; i < part.end; ++i) placed.glyphs.push_back(readings_.place(ruby.reading[i]));
        const Room room = room_over(part, line);
        placed.x = room.start + spread(placed.glyphs, room.width, ruby);
        broken_.rubies.push_back(std::move(placed));
    }

    /// Sets the glyphs of a reading over `width`; returns where the first begins.
    Length spread(std::vector<PlacedGlyph>& glyphs, Length width, const ShapedRuby& ruby) const {
        Length rest = width;
        std::int64_t characters = 0;
        for (const PlacedGlyph& glyph : glyphs) {
            rest -= glyph.advance;
            characters += is_character(glyph);
        }
        const bool is_solid = ruby.glyph_count == 1 || ruby.is_word || characters < 2;
        if (is_solid && rest >= Length{}) return rest / 2;
        if (characters == 0) return {};
        Length edge = std::max(rest, Length{}) / (2 * characters);
        if (characters == 1) return edge;
        edge = std::min(edge, readings_.em(ruby.run));
        share(glyphs, rest - edge * 2, characters - 1);
        return edge;
    }

    static bool is_character(const PlacedGlyph& glyph) { return glyph.advance > Length{}; }

    /// Puts `space` in front of all characters but the first.
    static void share(std::vector<PlacedGlyph>& glyphs, Length space, std::int64_t gaps) {
        std::int64_t seen = 0;
        Length given;
        PlacedGlyph* before = nullptr;  // the last glyph of the characters seen
        for (PlacedGlyph& glyph : glyphs) {
            if (before && is_character(glyph)) {
                const Length until_here = base::scale(space, ++seen, gaps);
                before->advance += until_here - given;
                given = until_here;
            }
            if (before || is_character(glyph)) before = &glyph;
        }
    }

    const ShapedText& text_;
    BrokenText& broken_;
    Scaler bases_, readings_;
};

}  // namespace

Result<void> add_readings(const FontSet& fonts, std::span<const StyledRun> runs, ShapedText& shaped) {
    std::vector<StyledRun> readings;
    for (const StyledRun& run : runs) {
        for (const Ruby& ruby : run.rubies) {
            StyledRun& reading = readings.emplace_back(run);
            reading.text = ruby.reading;
            reading.rubies = {};
        }
    }
    if (readings.empty()) return {};
    auto glyphs = shape(fonts, readings, BreakMode::strict);
    if (!glyphs) return fail(std::move(glyphs.error()));
    std::ranges::move(glyphs->findings, std::back_inserter(shaped.findings));

    shaped.rubies = find_bases(runs, shaped);
    for (const ShapedGlyph& glyph : glyphs->glyphs) {
        ShapedRuby& ruby = shaped.rubies[glyph.run];
        ruby.reading.push_back(glyph);
        ruby.reading.back().run = ruby.run;
    }
    RoomMaker room(fonts, shaped);
    const Neighbours neighbours(shaped);
    for (std::size_t i = 0; i < shaped.rubies.size(); ++i) {
        ShapedRuby& ruby = shaped.rubies[i];
        ruby.is_word = has_western_letter(readings[i].text);
        keep_together(shaped, ruby);
        room.make_room(ruby, neighbours.before(i), neighbours.after(i));
    }
    return {};
}

void place_readings(const FontSet& fonts, const ShapedText& text, const Measure& measure, BrokenText& broken) {
    broken.rubies.clear();
    if (text.rubies.empty()) return;
    std::vector<Length> sizes(measure.run_sizes.begin(), measure.run_sizes.end());
    for (Length& size : sizes) size = reading_size(size);
    Measure half = measure;
    half.run_sizes = sizes;
    ReadingPlacer(fonts, text, measure, half, broken).place_all();
}

}  // namespace besshi::text
