#include "fixture.h"

#include <gtest/gtest.h>
#include <harfbuzz/hb.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <set>

namespace besshi::text::tests {
namespace {

/// Lists of the tests' own, from JLREQ 3.1.7 and 3.1.8, not from the program's tables.
constexpr std::u32string_view never_first =
    U"、。，．・：；？！々ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ」』）】〕］｝〉》”…‥―～〜";
constexpr std::u32string_view never_last = U"「『（【〔［｛〈《“￥＄№〒";

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) base::append_utf8(bytes, c);
    return bytes;
}

/// Pieces of Japanese office text, in which anything may stand beside anything.
rc::Gen<std::string> office_text() {
    static const std::vector<std::string> words = {"支援",
                                                   "気持ちを",
                                                   "伝える",
                                                   "インクルーシブ",
                                                   "スポーツ",
                                                   "っ",
                                                   "ー",
                                                   "々",
                                                   "、",
                                                   "。",
                                                   "「",
                                                   "」",
                                                   "（",
                                                   "）",
                                                   "【",
                                                   "】",
                                                   "……",
                                                   "――",
                                                   "①",
                                                   "②",
                                                   "・",
                                                   "※",
                                                   "10回",
                                                   "12,345円",
                                                   "３．５",
                                                   "１，０００",
                                                   "28.5℃",
                                                   "100％",
                                                   "15:40～16:00",
                                                   "令和7年9月22日",
                                                   "A4",
                                                   "PECS",
                                                   "WISC-Ⅳ",
                                                   " ",
                                                   "　",
                                                   "\n",
                                                   "葛\U000E0100",
                                                   "𠮷",
                                                   "か\u309A",
                                                   "ｶﾞ",
                                                   "ﾊﾟｰ",
                                                   "김민준",
                                                   "Nguyễn",
                                                   "！",
                                                   "？",
                                                   "～",
                                                   "〜",
                                                   "〒000-0034",
                                                   "㈱",
                                                   "№３",
                                                   "￥",
                                                   "○",
                                                   "\u00A0",
                                                   "\u2060",
                                                   "\t",
                                                   "e\u0301",
                                                   "髙﨑",
                                                   "张",
                                                   "½",
                                                   "https://example.invalid/a?b",
                                                   "\u200D",
                                                   "\uFE0F",
                                                   "\u200B"};
    const auto word = rc::gen::elementOf(words);
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
    });
}

std::vector<StyledRun> styled(const std::vector<std::string>& texts) {
    std::vector<StyledRun> runs;
    for (const std::string& text : texts) {
        StyledRun run = plain(text);
        run.family = runs.size() % 2 == 0 ? Family::gothic : Family::mincho;
        run.personal_name = runs.size() % 3 == 2;
        runs.push_back(run);
    }
    return runs;
}

std::string without_line_feeds(std::string text) {
    std::erase(text, '\n');
    return text;
}

std::string trimmed(std::string line) {
    const std::u32string text = base::to_utf32(line);
    std::size_t begin = 0, end = text.size();
    const auto is_white = [&](std::size_t i) {
        return std::u32string_view(U" \u3000\t\u00A0\u200B\u2060\u200D\uFE0F").find(text[i]) !=
               std::u32string_view::npos;
    };
    while (end > begin && is_white(end - 1)) --end;
    while (begin < end && is_white(begin)) ++begin;
    return to_utf8(std::u32string_view(text).substr(begin, end - begin));
}

RC_GTEST_PROP(ShapeProperty, GlyphsCoverEveryByteOnceAndInOrder, ()) {
    const auto texts = *rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(office_text()));
    const std::vector<StyledRun> runs = styled(texts);
    const ShapedText made = shaped(runs);
    std::vector<std::string> covered(runs.size());
    std::uint32_t run = 0, at = 0;
    for (const ShapedGlyph& glyph : made.glyphs) {
        RC_ASSERT(glyph.run >= run);
        if (glyph.run != run) at = 0;
        run = glyph.run;
        RC_ASSERT(glyph.begin >= at);
        RC_ASSERT(glyph.end >= glyph.begin);
        at = glyph.end;
        covered[run] += texts[run].substr(glyph.begin, glyph.end - glyph.begin);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) RC_ASSERT(covered[i] == without_line_feeds(texts[i]));
    RC_ASSERT(made.before.size() == made.glyphs.size());
}

RC_GTEST_PROP(BreakLinesProperty, LinesHoldEveryGlyphOnceAndKeepToTheMeasure, ()) {
    const auto texts = *rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(office_text()));
    const auto half_ems = *rc::gen::inRange(0, 60);
    const std::vector<StyledRun> runs = styled(texts);
    Measure measure;
    measure.item_leads = *rc::gen::arbitrary<bool>();
    const Broken made = broken(runs, half_ems / 2.0, measure);
    const Length available = Length::from_pt(half_ems * 5.0);
    std::uint32_t next = 0;
    int emergencies = 0;
    for (const Line& line : made.result.lines) {
        RC_ASSERT(line.first_glyph == next);
        next += line.glyph_count;
        Length width;
        int clusters_with_ink = 0;
        for (std::uint32_t i = line.first_glyph; i < next; ++i) {
            width += made.result.glyphs[i].advance;
            if (made.result.glyphs[i].advance > Length{} &&
                (i == line.first_glyph || made.text.before[i] != BreakClass::none)) {
                ++clusters_with_ink;
            }
        }
        RC_ASSERT(line.width <= width);
        RC_ASSERT(width <= line.width + std::max(line.space, Length{}));
        RC_ASSERT(line.indent + line.width <= available || clusters_with_ink <= 1);
        emergencies += line.reason == BreakReason::second_rank || line.reason == BreakReason::emergency;
        if (next < made.text.glyphs.size() && line.glyph_count > 0 && line.reason != BreakReason::line_feed) {
            RC_ASSERT(made.text.before[next] != BreakClass::none);
        }
    }
    RC_ASSERT(next == made.result.glyphs.size());
    RC_ASSERT(emergencies == made.result.emergencies);
}

RC_GTEST_PROP(BreakLinesProperty, NoLineStartsOrEndsWithAForbiddenCharacter, ()) {
    const std::string text = *rc::gen::resize(60, office_text());
    const double width = *rc::gen::inRange(8, 80) / 2.0;
    const Broken made = broken({plain(text)}, width);
    bool paragraph_start = true;
    for (const Line& line : made.result.lines) {
        const std::u32string shown = base::to_utf32(trimmed(line_text(made.text, made.result, line)));
        const bool paragraph_end = line.reason == BreakReason::end || line.reason == BreakReason::line_feed;
        const bool emergency_before =
            &line != made.result.lines.data() && (&line - 1)->reason == BreakReason::emergency;
        if (!shown.empty() && !paragraph_start && !emergency_before && shown.front() != U'―') {
            RC_ASSERT(never_first.find(shown.front()) == never_first.npos);
        }
        if (!shown.empty() && !paragraph_end && line.reason != BreakReason::emergency) {
            RC_ASSERT(never_last.find(shown.back()) == never_last.npos);
        }
        paragraph_start = paragraph_end;
    }
}

RC_GTEST_PROP(BreakLinesProperty, NothingBreaksInTheNaturalWidth, ()) {
    const std::string text = *office_text();
    const ShapedText made = shaped({plain(text)});
    const std::vector sizes = {em};
    Measure measure{.width = natural_width(fonts(), made, sizes), .run_sizes = sizes};
    RC_ASSERT(break_lines(fonts(), made, measure).lines.size() == made.line_feeds.size() + 1);
    for (const Line& line : break_lines(fonts(), made, measure).lines) RC_ASSERT(line.width <= measure.width);
}

/// The project's fonts with a chain of one face.
FontSet only(const std::string& id) {
    std::string toml = manifest_toml();
    toml.resize(toml.find("[chain]"));
    toml += "[chain]\n";
    for (const char* const chain : {"gothic-regular", "gothic-bold", "mincho-regular", "mincho-bold"}) {
        toml += std::string(chain) + " = [\"" + id + "\"]\n";
    }
    return FontSet::load(toml, "manifest.toml").value();
}

/// What HarfBuzz alone makes of a text in one face, with the features besshi sets.
std::vector<std::pair<GlyphId, int>> shaped_by_harfbuzz(FaceId face, const std::string& text, hb_script_t script) {
    const auto bytes = fonts().file_bytes(face);
    hb_blob_t* const blob =
        hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* const hb_face = hb_face_create(blob, static_cast<unsigned>(fonts().info(face).index_in_file));
    hb_font_t* const font = hb_font_create(hb_face);
    hb_buffer_t* const buffer = hb_buffer_create();
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string("ja", -1));
    std::vector<hb_feature_t> features;
    for (const char* const off : {"-kern", "-liga", "-clig"}) {
        features.emplace_back();
        hb_feature_from_string(off, -1, &features.back());
    }
    hb_shape(font, buffer, features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    std::vector<std::pair<GlyphId, int>> glyphs;
    for (unsigned i = 0; i < count; ++i) glyphs.emplace_back(infos[i].codepoint, positions[i].x_advance);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(hb_face);
    hb_blob_destroy(blob);
    return glyphs;
}

/// Characters of the ranges [begin, end) that `face` has.
std::vector<char32_t> characters_of(FaceId face, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
    std::vector<char32_t> all;
    for (const auto& [begin, end] : ranges) {
        for (char32_t c = begin; c < end; ++c) {
            if (fonts().find_glyph(face, c)) all.push_back(c);
        }
    }
    return all;
}

std::vector<char32_t> japanese_of(FaceId face) {
    return characters_of(face, {{0x20, 0x41},
                                {0x5B, 0x61},
                                {0x7B, 0x7F},
                                {0xA1, 0xAA},
                                {0x2010, 0x2028},
                                {0x2030, 0x2044},
                                {0x2045, 0x205F},
                                {0x2103, 0x2117},
                                {0x2190, 0x2800},
                                {0x3001, 0x302A},
                                {0x3030, 0x3100},
                                {0x3220, 0x3260},
                                {0x3280, 0x3400},
                                {0x4E00, 0x4E80},
                                {0xFF01, 0xFF21},
                                {0xFF61, 0xFFA0},
                                {0x20B00, 0x20BFF}});
}

std::vector<char32_t> latin_of(FaceId face) {
    return characters_of(
        face,
        {{0x41, 0x5B}, {0x61, 0x7B}, {0xC0, 0xD7}, {0xD8, 0xF7}, {0xF8, 0x250}, {0x300, 0x310}, {0x1E00, 0x1F00}});
}

class DirectPath : public testing::TestWithParam<const char*> {};

// The cmap path and HarfBuzz on parts of a text must give what HarfBuzz gives on the whole.
TEST_P(DirectPath, IsWhatHarfBuzzDoes) {
    const FontSet set = only(GetParam());
    const FaceId face = face_named(GetParam());
    const auto is_same = [&](const std::vector<char32_t>& characters, hb_script_t script) {
        return rc::check([&] {
            std::u32string drawn = *rc::gen::container<std::u32string>(rc::gen::elementOf(characters));
            if (!drawn.empty()) drawn.insert(0, 1, characters.back());
            const std::string text = to_utf8(drawn);
            const Result<ShapedText> made = shape(set, std::vector{plain(text)}, BreakMode::strict);
            RC_ASSERT(made.has_value());
            std::vector<std::pair<GlyphId, int>> glyphs;
            for (const ShapedGlyph& glyph : made->glyphs) glyphs.emplace_back(glyph.glyph, glyph.advance);
            RC_ASSERT(glyphs == shaped_by_harfbuzz(face, text, script));
        });
    };
    EXPECT_TRUE(is_same(japanese_of(face), HB_SCRIPT_KATAKANA));
    EXPECT_TRUE(is_same(latin_of(face), HB_SCRIPT_LATIN));
}

INSTANTIATE_TEST_SUITE_P(Faces, DirectPath,
                         testing::Values("bizud-gothic", "bizud-gothic-bold", "bizud-mincho", "ipaex-gothic",
                                         "ipaex-mincho", "ipamj-mincho", "noto-sans", "noto-sans-bold", "noto-serif",
                                         "noto-serif-bold"));

}  // namespace
}  // namespace besshi::text::tests
