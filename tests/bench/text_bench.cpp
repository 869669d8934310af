#include "text/text.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

/// Shaping and breaking 2,000 characters of a plan, as twenty cells of a hundred.
namespace besshi::bench {
namespace {

constexpr std::string_view sentence =
    "①自由遊びと集団活動の始めに、本人とカード4枚（やめて・まって・手つだって・休む）を確認します。"
    "PECSの手順を参考に、職員2名で練習し、15:40～16:00に12,345円、令和7年9月22日まで続けます（№３）。";
constexpr int cells = 20;

const text::FontSet& fonts() {
    static const text::FontSet loaded = [] {
        const std::string file = BESSHI_ROOT "/fonts/manifest.toml";
        std::ostringstream toml;
        toml << std::ifstream(file).rdbuf();
        return text::FontSet::load(toml.view(), file).value();
    }();
    return loaded;
}

text::ShapedText shape_sentence(BreakMode mode) {
    const text::StyledRun run{.text = sentence};
    return text::shape(fonts(), {&run, 1}, mode).value();
}

text::BrokenText break_sentence(const text::ShapedText& shaped) {
    const Length size = Length::from_pt(10.2);
    text::Measure measure;
    measure.width = Length::from_mm(58);
    measure.run_sizes = {&size, 1};
    measure.item_leads = true;
    return text::break_lines(fonts(), shaped, measure);
}

void count_characters(benchmark::State& state) {
    state.counters["characters"] = static_cast<double>(base::count_characters(sentence) * cells);
}

void text_shape(benchmark::State& state, BreakMode mode) {
    for (auto _ : state) {
        for (int cell = 0; cell < cells; ++cell) benchmark::DoNotOptimize(shape_sentence(mode));
    }
    count_characters(state);
}
BENCHMARK_CAPTURE(text_shape, strict, BreakMode::strict)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(text_shape, phrase, BreakMode::phrase)->Unit(benchmark::kMicrosecond);

void text_break(benchmark::State& state) {
    const text::ShapedText shaped = shape_sentence(BreakMode::strict);
    for (auto _ : state) {
        for (int cell = 0; cell < cells; ++cell) benchmark::DoNotOptimize(break_sentence(shaped));
    }
    count_characters(state);
}
BENCHMARK(text_break)->Unit(benchmark::kMicrosecond);

void text_open_fonts(benchmark::State& state) {
    std::ostringstream toml;
    toml << std::ifstream(BESSHI_ROOT "/fonts/manifest.toml").rdbuf();
    for (auto _ : state) {
        const auto loaded = text::FontSet::load(toml.view(), "manifest.toml").value();
        benchmark::DoNotOptimize(loaded.find_glyph(loaded.chain(Family::gothic, Weight::regular)[0], U'あ'));
    }
}
BENCHMARK(text_open_fonts)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace besshi::bench
