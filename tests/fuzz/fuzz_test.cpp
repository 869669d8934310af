#include "conforming.h"
#include "contract/struct_text.h"
#include "environment.h"
#include "fuzz/random_case.h"

#include "job/job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

/// Random forms with random cases, through to PDF. The law: refused with a diagnostic about the data, or rendered,
/// complete and conforming; never anything else.
///   BESSHI_FUZZ_COUNT=10000  how many documents are to be rendered
///   BESSHI_FUZZ_SEED=17      where to begin: each seed is one form with one case, the next seed another
///   BESSHI_FUZZ_KEEP=FOLDER  keeps random.json and random.pdf of the last
namespace besshi::tests {
namespace {

const job::Stock& stock() {
    static const job::Stock loaded = job::Stock::load(BESSHI_ROOT).value();
    return loaded;
}

/// What the data may be blamed for. Anything else is a fault of besshi.
bool is_about_the_data(const Diagnostic& fault) {
    if (fault.code == "text.glyph.missing" || fault.code == "text.character.private") return true;
    return fault.failure == Failure::data || fault.failure == Failure::arguments;
}

struct Tally {
    std::size_t rendered = 0, pages = 0;
    std::map<std::string, std::size_t, std::less<>> refused;  ///< by the code of the first fault
};

layout::PagedForm lay_out(const job::Commission& commission) {
    auto filled = fill::bind(*commission.form, commission.document, commission.request).value();
    return layout::lay_out(std::move(filled), stock().fonts()).value();
}

/// Some of the documents bound together, as they come.
class Bundle {
public:
    void add(const job::Commission& commission) {
        constexpr std::size_t most = 20;
        if (!binder_) binder_.emplace(stock().font_programs(), pdf::Options{});
        const draw::DrawList list = draw::place(lay_out(commission), stock().fonts()).value();
        const auto added = binder_->add(list, "c-" + std::to_string(documents_ / 2));
        EXPECT_TRUE(added) << base::to_line(added.error().front());
        if (++documents_ == most) finish();
    }

    void finish() {
        if (!binder_) return;
        const auto bound = std::move(*binder_).finish("束");
        binder_.reset();
        documents_ = 0;
        ASSERT_TRUE(bound) << base::to_line(bound.error().front());
        EXPECT_CONFORMS(bound->bytes);
    }

private:
    std::optional<pdf::Binder> binder_;
    std::size_t documents_ = 0;
};

/// One document from its seed to its bytes.
class Trial {
public:
    explicit Trial(std::uint64_t seed) : random_(seed), form_(random_.pick(stock().forms().definitions())) {
        json_ = random_case(random_, stock().table(), form_);
        request_ = random_request(random_, form_);
        size_ = random_.one_in(2) ? pdf::Size::small : pdf::Size::fast;
    }

    void run(Tally& tally, Bundle& bundle) {
        constexpr std::size_t bound_in = 10, looked_at_in = 50;  // poppler takes longer than besshi
        SCOPED_TRACE(form_.document.number + " " + std::string(form::to_string(request_.purpose)));
        keep("random.json", json_);
        const job::CaseBytes bytes{json_, "random.json", std::nullopt, {}};
        const auto commission = job::commission(stock(), bytes, request_);
        if (!commission) return expect_lawful(commission.error(), tally);
        const auto rendered = job::render(stock(), *commission, {{job::Output::pdf}, size_});
        if (!rendered) return expect_lawful(rendered.error(), tally);
        ++tally.rendered;
        tally.pages += static_cast<std::size_t>(rendered->pages);

        const std::string& pdf = rendered->artifacts.front().bytes;
        keep("random.pdf", pdf);
        EXPECT_CONFORMS(pdf);
        if (random_.one_in(bound_in)) bundle.add(*commission);
        if (random_.one_in(looked_at_in)) look_at(*commission, pdf);
    }

private:
    static void expect_lawful(const Diagnostics& faults, Tally& tally) {
        const auto error = std::ranges::find(faults, Severity::error, &Diagnostic::severity);
        ASSERT_NE(error, faults.end()) << "refused without a reason";
        ++tally.refused[std::string(error->code)];
        for (const Diagnostic& fault : faults)
            EXPECT_TRUE(fault.severity != Severity::error || is_about_the_data(fault)) << base::to_line(fault);
    }

    static void keep(const char* name, const std::string& bytes) {
        if (const char* folder = std::getenv("BESSHI_FUZZ_KEEP"))
            write_bytes(std::filesystem::path(folder) / name, bytes);
    }

    /// The same bytes again, and every text of the form read back in its order.
    void look_at(const job::Commission& commission, const std::string& pdf) const {
        EXPECT_EQ(job::render(stock(), commission, {{job::Output::pdf}, size_}).value().artifacts.front().bytes, pdf);
        const TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "a.pdf";
        write_bytes(file, pdf);
        const std::string expected = form_text(lay_out(commission));
        const std::string actual = struct_text(file);
        if (expected != actual && has_actual_text(file)) return expect_characters(expected, file);
        EXPECT_TRUE(expected == actual) << difference(expected, actual);
    }

    /// Poppler's tree knows no /ActualText and reads no further in a content that holds one.
    static bool has_actual_text(const std::filesystem::path& pdf) {
        const std::string content = tests::run("qpdf --qdf --stream-data=uncompress " + pdf.string() + " -").out;
        return content.find("/ActualText") != std::string::npos;
    }

    static void expect_characters(const std::string& expected, const std::filesystem::path& pdf) {
        const std::u32string all = base::to_utf32(tests::run("pdftotext " + pdf.string() + " -").out);
        std::map<char32_t, int> left;
        for (const char32_t c : all) ++left[c];
        for (const char32_t c : base::to_utf32(expected))
            EXPECT_GE(--left[c], 0) << base::code_point_name(c) << " is lost";
    }

    Random random_;
    const form::FormDefinition& form_;
    std::string json_;
    form::RenderRequest request_;
    pdf::Size size_;
};

TEST(Fuzz, RandomFormsWithRandomCasesAreRefusedWithAReasonOrRendered) {
    const std::uint64_t count = number_from("BESSHI_FUZZ_COUNT", 300);
    std::uint64_t seed = number_from("BESSHI_FUZZ_SEED", 1);
    std::printf("the first seed is %llu\n", static_cast<unsigned long long>(seed));
    const std::uint64_t end = seed + count * 2 - 1;
    Tally tally;
    Bundle bundle;
    for (; tally.rendered < count && seed < end; ++seed) {
        SCOPED_TRACE("BESSHI_FUZZ_COUNT=1 BESSHI_FUZZ_SEED=" + std::to_string(seed));
        Trial(seed).run(tally, bundle);
    }
    bundle.finish();
    std::printf("%zu documents of %zu pages; the last seed is %llu\n", tally.rendered, tally.pages,
                static_cast<unsigned long long>(seed - 1));
    for (const auto& [code, times] : tally.refused) std::printf("  refused %zu times: %s\n", times, code.c_str());
    EXPECT_TRUE(tally.rendered == count || count == 1) << "too many cases are refused to say anything";
}

/// Two sheets with signature fields.
std::string some_document() {
    const auto bytes =
        job::read_case(std::filesystem::path(BESSHI_ROOT) / "samples/kotonoha/cases/full.json", std::nullopt).value();
    const form::RenderRequest request{"F02", std::nullopt, form::Purpose::sign, {}, {}, {}};
    const auto commission = job::commission(stock(), bytes, request).value();
    return job::render(stock(), commission, {{job::Output::pdf}}).value().artifacts.front().bytes;
}

/// A good file with some bytes changed, a piece cut out or put in twice.
std::string damaged(Random& random, std::string pdf) {
    const std::size_t at = random.below(pdf.size()), length = random.below(pdf.size() - at);
    switch (random.below(6)) {
        case 0:
            return pdf.substr(0, at);
        case 1:
            return pdf.erase(at, length);
        case 2:
            return pdf.insert(at, pdf.substr(at, length));
        default:
            for (std::size_t bytes = random.between(1, 32); bytes > 0; --bytes)
                pdf[random.below(pdf.size())] = static_cast<char>(random.below(256));
            return pdf;
    }
}

TEST(Fuzz, DamagedFilesAreJudgedOrRefused) {
    const std::uint64_t first = number_from("BESSHI_FUZZ_SEED", 1), count = number_from("BESSHI_FUZZ_COUNT", 300);
    const std::string good = some_document();
    std::size_t read = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        SCOPED_TRACE("BESSHI_FUZZ_COUNT=1 BESSHI_FUZZ_SEED=" + std::to_string(seed));
        Random random(seed);
        const std::string bytes = damaged(random, good);
        const auto inspection = pdf::inspect(bytes);
        EXPECT_TRUE(inspection || !inspection.error().empty());
        const auto report = conformance::check(bytes);
        EXPECT_TRUE(report || !report.error().empty());
        if (report) ++read;
    }
    std::printf("%zu of %llu damaged files could be read\n", read, static_cast<unsigned long long>(count));
}

}  // namespace
}  // namespace besshi::tests
