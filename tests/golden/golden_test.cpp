#include "samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

/// Each form × each sample: the pages as text, or the exact refusal. Forms and samples are found in their
/// folders; a new one gives a new golden file.
namespace besshi::tests {
namespace {

namespace fs = std::filesystem;
const fs::path root = BESSHI_ROOT;

std::string refusal(const Diagnostics& faults) {
    std::string text = "refused\n";
    for (const Diagnostic& fault : faults)
        if (fault.severity == Severity::error)
            text += fault.origin.pointer + " " + std::string(fault.code) + "\n  " + fault.sentence + "\n";
    return text;
}

struct Case {
    std::string form;
    fs::path sample;
    job::Stage stage;
    std::string name() const {
        static constexpr std::pair<job::Stage, const char*> words[] = {
            {job::Stage::layout, "layout"}, {job::Stage::draw, "draw"}, {job::Stage::sheet, "sheet"}};
        std::string word;
        for (const auto& [kind, text] : words)
            if (kind == stage) word = text;
        return form + "/" + sample.stem().string() + "." + word + ".txt";
    }
};

/// Each form × each sample as pages; marks and sheet once per form, with the full sample.
std::vector<Case> cases() {
    std::vector<Case> all;
    for (const form::CatalogueEntry& entry : stock().forms().entries())
        for (const fs::path& sample : samples()) {
            all.push_back({entry.number, sample, job::Stage::layout});
            if (sample.stem() == "full") {
                all.push_back({entry.number, sample, job::Stage::draw});
                all.push_back({entry.number, sample, job::Stage::sheet});
            }
        }
    return all;
}

std::string dump_of(const Case& one) {
    const auto bytes = job::read_case(one.sample, std::nullopt);
    if (!bytes) return refusal(bytes.error());
    const form::Purpose purpose = one.sample.stem() == "full" ? form::Purpose::record : form::Purpose::draft;
    const auto commission = job::commission(stock(), *bytes, {one.form, std::nullopt, purpose, {}, {}, {}});
    if (!commission) return refusal(commission.error());
    const auto text = job::dump(stock(), *commission, one.stage);
    return text ? *text : refusal(text.error());
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(Golden, EveryFormWithEverySample) {
    const bool renew = std::getenv("BESSHI_RENEW_GOLDEN") != nullptr;
    ASSERT_FALSE(cases().empty());
    for (const Case& one : cases()) {
        const fs::path file = root / "tests/golden" / one.name();
        const std::string now = dump_of(one);
        if (renew) {
            fs::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << now;
        }
        ASSERT_TRUE(fs::exists(file)) << file << " is missing; see tests/README.md";
        const std::string golden = read(file);
        if (golden == now) continue;
        std::istringstream was(golden), is(now);
        std::string a, b;
        int line = 0;
        do {
            ++line;
            if (!std::getline(was, a)) a = "(end)";
            if (!std::getline(is, b)) b = "(end)";
        } while (a == b && a != "(end)");
        ADD_FAILURE() << one.name() << ":" << line << "\n  golden: " << a << "\n  now:    " << b;
    }
}

TEST(Golden, HasNoFileWithoutACase) {
    std::set<fs::path> expected;
    for (const Case& one : cases()) expected.insert(root / "tests/golden" / one.name());
    for (const auto& entry : fs::recursive_directory_iterator(root / "tests/golden")) {
        if (entry.path().extension() == ".txt") {
            EXPECT_TRUE(expected.contains(entry.path())) << entry.path();
        }
    }
}

}  // namespace
}  // namespace besshi::tests
