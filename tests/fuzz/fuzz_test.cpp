#include "contract/struct_text.h"
#include "fuzz/random_case.h"

#include "job/job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

/// Random forms with random cases, through to PDF. The law: refused with a diagnostic about the data, or rendered,
/// complete and conforming; never anything else.
///   BESSHI_FUZZ_COUNT=10000  how many documents are to be rendered
///   BESSHI_FUZZ_SEED=17      where to begin: each seed is one form with one case, the next seed another
///   BESSHI_FUZZ_KEEP=FOLDER  keeps random.json and random.pdf of the last
namespace besshi::tests {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* value = std::getenv(variable);
    return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

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

/// One document from its seed to its bytes.
class Trial {
public:
    explicit Trial(std::uint64_t seed) : random_(seed), form_(random_.pick(stock().forms().definitions())) {
        json_ = random_case(random_, stock().table(), form_);
        request_ = random_request(random_, form_);
    }

    void run(Tally& tally) {
        constexpr std::size_t looked_at_in = 50;  // poppler takes longer than besshi
        SCOPED_TRACE(form_.document.number + " " + std::string(form::to_string(request_.purpose)));
        keep("random.json", json_);
        const job::CaseBytes bytes{json_, "random.json", std::nullopt, {}};
        const auto commission = job::commission(stock(), bytes, request_);
        if (!commission) return expect_lawful(commission.error(), tally);
        const auto rendered = job::render(stock(), *commission, {job::Output::pdf});
        if (!rendered) return expect_lawful(rendered.error(), tally);
        keep("random.pdf", rendered->artifacts.front().bytes);
        ++tally.rendered;
        tally.pages += static_cast<std::size_t>(rendered->pages);
        if (random_.one_in(looked_at_in)) look_at(*commission, rendered->artifacts.front().bytes);
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
    static void look_at(const job::Commission& commission, const std::string& pdf) {
        EXPECT_EQ(job::render(stock(), commission, {job::Output::pdf}).value().artifacts.front().bytes, pdf);
        const TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "a.pdf";
        write_bytes(file, pdf);
        auto filled = fill::bind(*commission.form, commission.document, commission.request).value();
        const std::string expected = form_text(layout::lay_out(std::move(filled), stock().fonts()).value());
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
};

TEST(Fuzz, RandomFormsWithRandomCasesAreRefusedWithAReasonOrRendered) {
    const std::uint64_t count = number_from("BESSHI_FUZZ_COUNT", 300);
    std::uint64_t seed = number_from("BESSHI_FUZZ_SEED", 1);
    std::printf("the first seed is %llu\n", static_cast<unsigned long long>(seed));
    const std::uint64_t end = seed + count * 2 - 1;
    Tally tally;
    for (; tally.rendered < count && seed < end; ++seed) {
        SCOPED_TRACE("BESSHI_FUZZ_COUNT=1 BESSHI_FUZZ_SEED=" + std::to_string(seed));
        Trial(seed).run(tally);
    }
    std::printf("%zu documents of %zu pages; the last seed is %llu\n", tally.rendered, tally.pages,
                static_cast<unsigned long long>(seed - 1));
    for (const auto& [code, times] : tally.refused) std::printf("  refused %zu times: %s\n", times, code.c_str());
    EXPECT_TRUE(tally.rendered == count || count == 1) << "too many cases are refused to say anything";
}

}  // namespace
}  // namespace besshi::tests
