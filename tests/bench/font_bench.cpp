#include "job/job.h"
#include "pdf/cff_subset.h"
#include "pdf/font_objects.h"
#include "pdf/glyf_subset.h"
#include "pdf/to_unicode.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

/// What fonts cost in a PDF: once per process, once per glyph, and in each document.
namespace besshi::bench {
namespace {

const pdf::FontPrograms& programs() {
    static const pdf::FontPrograms opened([] {
        std::ifstream file(std::string(BESSHI_ROOT) + "/fonts/manifest.toml");
        std::ostringstream manifest;
        manifest << file.rdbuf();
        return text::FontSet::load(manifest.str(), "fonts/manifest.toml").value();
    }());
    return opened;
}

text::FaceId face_named(std::string_view id) {
    for (std::uint8_t i = 0; i < programs().fonts().face_count(); ++i) {
        if (programs().fonts().info({i}).id == id) return {i};
    }
    throw std::runtime_error("no such face");
}

/// Kanji from all over Unicode that the face has, .notdef in front.
std::vector<text::GlyphId> kanji(text::FaceId face, std::size_t count) {
    std::vector<text::GlyphId> glyphs{0};
    for (char32_t c = 0x4E00; glyphs.size() <= count; c = 0x4E00 + (c - 0x4E00 + 3001) % 20000) {
        if (const auto glyph = programs().fonts().find_glyph(face, c)) glyphs.push_back(*glyph);
    }
    return glyphs;
}

pdf::GlyfFace open_glyf(text::FaceId face) {
    return pdf::GlyfFace::open(programs().fonts().file_bytes(face), programs().fonts().info(face).index_in_file)
        .value();
}

constexpr std::size_t usual_count = 400;

void open_face(benchmark::State& state) {
    const pdf::GlyfFace face = open_glyf(face_named("bizud-mincho"));
    for (auto _ : state) benchmark::DoNotOptimize(pdf::GlyfProgram(face).code().header().length);
}
BENCHMARK(open_face)->Unit(benchmark::kMicrosecond);

/// The first document of a process.
void subset_of_new_glyphs(benchmark::State& state) {
    const text::FaceId id = face_named("bizud-mincho");
    const pdf::GlyfFace face = open_glyf(id);
    const std::vector<text::GlyphId> glyphs = kanji(id, usual_count);
    for (auto _ : state) {
        state.PauseTiming();
        const pdf::GlyfProgram program(face);
        state.ResumeTiming();
        benchmark::DoNotOptimize(pdf::subset_glyf(program, glyphs));
    }
}
BENCHMARK(subset_of_new_glyphs)->Unit(benchmark::kMicrosecond);

void subset_of_known_glyphs(benchmark::State& state) {
    const text::FaceId id = face_named("bizud-mincho");
    const pdf::GlyfProgram program(open_glyf(id));
    const std::vector<text::GlyphId> glyphs = kanji(id, static_cast<std::size_t>(state.range(0)));
    std::size_t size = 0;
    for (auto _ : state) size = pdf::subset_glyf(program, glyphs).value().deflated.size();
    state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(subset_of_known_glyphs)->Arg(200)->Arg(400)->Arg(800)->Unit(benchmark::kMicrosecond);

pdf::CffFace open_cff(text::FaceId face) {
    return pdf::CffFace::open(programs().fonts().file_bytes(face), programs().fonts().info(face).index_in_file).value();
}

/// The first document of a process that needs a few glyphs of Noto.
void first_subset_of_cff(benchmark::State& state) {
    const text::FaceId id = face_named("noto-sans");
    const std::vector<text::GlyphId> glyphs = kanji(id, 5);
    for (auto _ : state) benchmark::DoNotOptimize(pdf::subset_cff(open_cff(id), glyphs));
}
BENCHMARK(first_subset_of_cff)->Unit(benchmark::kMicrosecond);

/// Names of people from abroad: a few glyphs of Noto.
void subset_of_cff(benchmark::State& state) {
    const text::FaceId id = face_named("noto-sans");
    const pdf::CffFace face = open_cff(id);
    const std::vector<text::GlyphId> glyphs = kanji(id, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(pdf::subset_cff(face, glyphs));
}
BENCHMARK(subset_of_cff)->Arg(5)->Arg(400)->Unit(benchmark::kMicrosecond);

/// The glyphs with text as various as theirs.
pdf::FontUse use_of(std::span<const text::GlyphId> glyphs) {
    pdf::FontUse use(programs(), face_named("bizud-mincho"));
    for (const text::GlyphId glyph : glyphs) {
        if (glyph == 0) continue;
        std::string source;
        base::append_utf8(source, static_cast<char32_t>(0x4E00 + glyph));
        use.use(glyph, source);
    }
    return use;
}

pdf::FontUse use_of_kanji() {
    return use_of(kanji(face_named("bizud-mincho"), usual_count));
}

void enter_glyphs(benchmark::State& state) {
    const std::vector<text::GlyphId> glyphs = kanji(face_named("bizud-mincho"), usual_count);
    for (auto _ : state) benchmark::DoNotOptimize(use_of(glyphs));
}
BENCHMARK(enter_glyphs)->Unit(benchmark::kMicrosecond);

/// All that a document pays for a face but for the entering of its glyphs.
void font_objects(benchmark::State& state) {
    const pdf::FontUse use = use_of_kanji();
    for (auto _ : state) {
        pdf::ObjectFile file;
        benchmark::DoNotOptimize(pdf::add_font(file, use, pdf::Size::small));
    }
}
BENCHMARK(font_objects)->Unit(benchmark::kMicrosecond);

void to_unicode(benchmark::State& state) {
    const pdf::FontUse use = use_of_kanji();
    std::size_t size = 0;
    for (auto _ : state) size = pdf::deflated_to_unicode_cmap(use).size();
    state.counters["bytes"] = static_cast<double>(size);
}
BENCHMARK(to_unicode)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace besshi::bench
