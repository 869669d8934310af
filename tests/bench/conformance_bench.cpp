#include "conformance/conformance.h"
#include "job/job.h"

#include <benchmark/benchmark.h>

/// How long it takes to judge a document: the plan of the full sample.
namespace besshi::bench {
namespace {

void judge_a_plan(benchmark::State& state) {
    const job::Stock stock = job::Stock::load(BESSHI_ROOT).value();
    const job::CaseBytes bytes =
        job::read_case(std::string(BESSHI_ROOT) + "/samples/kotonoha/cases/full.json", std::nullopt).value();
    const job::Commission commission =
        job::commission(stock, bytes, {"F01", std::nullopt, form::Purpose::sign, {}, "DOC-1", "2"}).value();
    const std::string pdf = job::render(stock, commission, {{job::Output::pdf}}).value().artifacts[0].bytes;
    for (auto _ : state) benchmark::DoNotOptimize(conformance::check(pdf));
    state.counters["pdf_bytes"] = static_cast<double>(pdf.size());
}
BENCHMARK(judge_a_plan)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace besshi::bench
