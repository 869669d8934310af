#include "job/job.h"
#include "layout/shaped_form.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

/// From case bytes to PDF bytes, whole and stage by stage: F01 with what it reads of the full sample, a case of
/// about 14 KB.
namespace besshi::bench {
namespace {

const job::Stock& stock() {
    static const job::Stock loaded = job::Stock::load(BESSHI_ROOT).value();
    return loaded;
}

job::CaseBytes read_sample(const std::string& name) {
    return job::read_case(std::string(BESSHI_ROOT) + "/samples/" + name + ".json", std::nullopt).value();
}

/// The members of the record that F01 reads something of.
std::set<std::string> members_read() {
    std::set<std::string> members;
    for (const field::Field* field : form::fields_read(*stock().forms().find_newest("F01"), stock().table()))
        members.insert(field->path.substr(0, field->path.find_first_of(".[")));
    return members;
}

const job::CaseBytes& case_bytes() {
    static const job::CaseBytes bytes = [] {
        job::CaseBytes read = read_sample("kotonoha/cases/full");
        const std::set<std::string> members = members_read();
        const auto whole = nlohmann::ordered_json::parse(read.case_json);
        nlohmann::ordered_json of_form = nlohmann::ordered_json::object();
        for (const auto& [name, value] : whole.items())
            if (members.contains(name)) of_form[name] = value;
        read.case_json = of_form.dump();
        return read;
    }();
    return bytes;
}

job::Commission commission_of(const job::CaseBytes& bytes) {
    return job::commission(stock(), bytes, {"F01", std::nullopt, form::Purpose::sign, {}, "DOC-1", "2"}).value();
}

job::Commission commission() {
    return commission_of(case_bytes());
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
    const pdf::Size how = state.range(0) == 0 ? pdf::Size::small : pdf::Size::fast;
    std::size_t size = 0;
    for (auto _ : state) {
        const auto rendered = job::render(stock(), commission(), {{job::Output::pdf}, how}).value();
        size = rendered.artifacts[0].bytes.size();
    }
    report_size(state, size);
}
BENCHMARK(whole_case_to_pdf)->ArgName("fast")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void stage_1_read(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(commission());
}
BENCHMARK(stage_1_read)->Unit(benchmark::kMicrosecond);

/// The whole sample, with the objects of twenty other forms, which are checked too.
void read_whole_case(benchmark::State& state) {
    const job::CaseBytes whole = read_sample("kotonoha/cases/full");
    for (auto _ : state) benchmark::DoNotOptimize(commission_of(whole));
    state.counters["case_bytes"] = static_cast<double>(whole.case_json.size());
}
BENCHMARK(read_whole_case)->Unit(benchmark::kMicrosecond);

void stage_2_fill(benchmark::State& state) {
    const job::Commission one = commission();
    for (auto _ : state) benchmark::DoNotOptimize(fill::bind(*one.form, one.document, one.request));
}
BENCHMARK(stage_2_fill)->Unit(benchmark::kMicrosecond);

void report_content(benchmark::State& state, const fill::FilledForm& filled) {
    std::size_t cells = 0, characters = 0;
    for (const fill::Section& section : filled.sections)
        for (const fill::Grid& grid : section.grids)
            for (const fill::Cell& cell : grid.cells) {
                ++cells;
                for (const fill::Run& run : layout::runs_of(cell.content))
                    characters += base::count_characters(run.text);
            }
    state.counters["cells"] = static_cast<double>(cells);
    state.counters["characters"] = static_cast<double>(characters);
}

/// The full sample, whose texts are set in four sizes before they fit on two pages, and one whose size is found sooner.
void stage_3_layout(benchmark::State& state) {
    const std::string sample = state.range(0) == 0 ? "kotonoha/cases/full" : "hinata/cases/preschool";
    const job::Commission one = commission_of(read_sample(sample));
    const fill::FilledForm filled = fill::bind(*one.form, one.document, one.request).value();
    for (auto _ : state) benchmark::DoNotOptimize(layout::lay_out(filled, stock().fonts()));
    report_content(state, filled);
}
BENCHMARK(stage_3_layout)->ArgName("preschool")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

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
    for (auto _ : state) benchmark::DoNotOptimize(job::render(stock(), commission(), {{job::Output::xlsx}}));
}
BENCHMARK(whole_case_to_xlsx)->Unit(benchmark::kMicrosecond);

/// How many font files are mapped (Linux).
std::size_t count_font_files() {
    std::set<std::string> files;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        const std::size_t path = line.find("/usr/share/fonts/");
        if (path != std::string::npos) files.insert(line.substr(path));
    }
    return files.size();
}

/// Memory over many documents with the faces of all families open, of which each tenth document needs rare ones. The
/// counters are the resident size after 200 and after all of them.
void memory_over_20000_documents(benchmark::State& state) {
    const job::CaseBytes hard_names = read_sample("kotonoha/cases/hard-names");
    for (std::uint8_t face = 0; face < stock().fonts().face_count(); ++face)
        benchmark::DoNotOptimize(stock().fonts().info({face}));
    long early = 0;
    for (auto _ : state)
        for (int i = 0; i < 20'000; ++i) {
            const job::Commission one = i % 10 == 0 ? commission_of(hard_names) : commission();
            benchmark::DoNotOptimize(job::render(stock(), one, {{job::Output::pdf}}));
            if (i == 200) early = resident_kb();
        }
    state.counters["rss_kb_after_200"] = static_cast<double>(early);
    state.counters["rss_kb_after_20000"] = static_cast<double>(resident_kb());
    state.counters["font_files"] = static_cast<double>(count_font_files());
}
BENCHMARK(memory_over_20000_documents)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace besshi::bench
