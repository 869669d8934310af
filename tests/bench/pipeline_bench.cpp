#include "job/job.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <fstream>

/// From case bytes to PDF bytes, whole and stage by stage: F01 with the full sample, its other forms taken
/// out so that the case has no more than 16 KB.
namespace besshi::bench {
namespace {

const job::Stock& stock() {
    static const job::Stock loaded = [] {
        job::keep_freed_memory();
        return job::Stock::load(BESSHI_ROOT).value();
    }();
    return loaded;
}

const job::CaseBytes& case_bytes() {
    static const job::CaseBytes bytes = [] {
        job::CaseBytes read =
            job::read_case(std::string(BESSHI_ROOT) + "/samples/kotonoha/cases/full.json", std::nullopt).value();
        nlohmann::ordered_json one = nlohmann::ordered_json::parse(read.case_json);
        for (const char* other : {"use_plan_draft", "use_plan", "use_plan_monitoring"}) one.erase(other);
        read.case_json = one.dump();
        return read;
    }();
    return bytes;
}

job::Commission commission() {
    return job::commission(stock(), case_bytes(), {"F01", std::nullopt, form::Purpose::sign, {}, "DOC-1", "2"}).value();
}

void report_size(benchmark::State& state, std::size_t pdf_bytes) {
    state.counters["case_bytes"] = static_cast<double>(case_bytes().case_json.size());
    state.counters["pdf_bytes"] = static_cast<double>(pdf_bytes);
}

/// Resident memory in KB (Linux).
long resident_kb() {
    std::ifstream statm("/proc/self/statm");
    long size = 0, resident = 0;
    statm >> size >> resident;
    return resident * 4;
}

void whole_case_to_pdf(benchmark::State& state) {
    std::size_t size = 0;
    for (auto _ : state) {
        const auto rendered = job::render(stock(), commission(), {job::Output::pdf}).value();
        size = rendered.artifacts[0].bytes.size();
    }
    report_size(state, size);
}
BENCHMARK(whole_case_to_pdf)->Unit(benchmark::kMicrosecond);

void stage_1_read(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(commission());
}
BENCHMARK(stage_1_read)->Unit(benchmark::kMicrosecond);

void stage_2_fill(benchmark::State& state) {
    const job::Commission one = commission();
    for (auto _ : state) benchmark::DoNotOptimize(fill::bind(*one.form, one.document, one.request));
}
BENCHMARK(stage_2_fill)->Unit(benchmark::kMicrosecond);

void stage_3_layout(benchmark::State& state) {
    const job::Commission one = commission();
    const fill::FilledForm filled = fill::bind(*one.form, one.document, one.request).value();
    for (auto _ : state) benchmark::DoNotOptimize(layout::lay_out(filled, stock().fonts()));
}
BENCHMARK(stage_3_layout)->Unit(benchmark::kMicrosecond);

void stage_4_draw(benchmark::State& state) {
    const job::Commission one = commission();
    const layout::PagedForm paged =
        layout::lay_out(fill::bind(*one.form, one.document, one.request).value(), stock().fonts()).value();
    for (auto _ : state) benchmark::DoNotOptimize(draw::place(paged, stock().fonts()));
}
BENCHMARK(stage_4_draw)->Unit(benchmark::kMicrosecond);

void stage_5_pdf(benchmark::State& state) {
    const job::Commission one = commission();
    const layout::PagedForm paged =
        layout::lay_out(fill::bind(*one.form, one.document, one.request).value(), stock().fonts()).value();
    const draw::DrawList list = draw::place(paged, stock().fonts()).value();
    const pdf::Options options{state.range(0) == 0 ? pdf::Size::small : pdf::Size::fast, std::nullopt, "besshi"};
    std::size_t size = 0;
    for (auto _ : state) size = pdf::write(list, stock().font_programs(), options).value().bytes.size();
    report_size(state, size);
}
BENCHMARK(stage_5_pdf)->ArgName("fast")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void whole_case_to_xlsx(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(job::render(stock(), commission(), {job::Output::xlsx}));
}
BENCHMARK(whole_case_to_xlsx)->Unit(benchmark::kMicrosecond);

/// Memory over many documents: the counters are the resident size after 200 and after all of them.
void memory_over_20000_documents(benchmark::State& state) {
    long early = 0;
    for (auto _ : state)
        for (int i = 0; i < 20'000; ++i) {
            benchmark::DoNotOptimize(job::render(stock(), commission(), {job::Output::pdf}));
            if (i == 200) early = resident_kb();
        }
    state.counters["rss_kb_after_200"] = static_cast<double>(early);
    state.counters["rss_kb_after_20000"] = static_cast<double>(resident_kb());
}
BENCHMARK(memory_over_20000_documents)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace besshi::bench
