#include "architecture/layer_table.h"
#include "job/job.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace besshi::tests {
namespace {

const std::filesystem::path root = BESSHI_ROOT;

std::vector<std::string> words_of_list(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) {
        std::istringstream rest(line.substr(0, line.find('#')));
        for (std::string word; rest >> word;) words.push_back(word);
    }
    return words;
}

TEST(Project, TopLevelHasOnlyTheNamesOfTheDesign) {
    const std::set<std::string> allowed{"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "fonts",
                                        "forms",          "generator",         "out",     "samples",   "tests"};
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        const std::string name = entry.path().filename();
        EXPECT_TRUE(name.starts_with(".") || allowed.contains(name)) << name;
    }
}

TEST(Project, EveryPackageHasItsReasonInTheArchitecture) {
    const std::string architecture = read_text(root / "generator/ARCHITECTURE.md");
    for (const char* list : {"generator/packages", "tests/packages"})
        for (const std::string& package : words_of_list(root / list))
            EXPECT_NE(architecture.find("`" + package + "`"), std::string::npos) << package;
}

TEST(Project, ArchitectureStaysUnderTwoHundredLines) {
    const std::string architecture = read_text(root / "generator/ARCHITECTURE.md");
    EXPECT_LT(std::ranges::count(architecture, '\n'), 200);
    EXPECT_GT(architecture.size(), 1000u);
}

TEST(Project, TheReadmeShowsTheSmallestCaseAsItIs) {
    EXPECT_NE(read_text(root / "README.md").find(read_text(root / "samples/smallest.json")), std::string::npos);
}

TEST(DiagnosticCodes, AreUniqueAndNamedAfterTheirLayer) {
    std::set<std::string_view> seen;
    for (const DiagnosticKind& kind : job::all_diagnostic_kinds()) {
        EXPECT_TRUE(seen.insert(kind.code).second) << kind.code << " stands twice";
        EXPECT_TRUE(std::regex_match(std::string(kind.code), std::regex("[a-z]+(\\.[a-z_0-9]+){1,3}"))) << kind.code;
        EXPECT_FALSE(kind.sentence.empty()) << kind.code;
    }
}

TEST(DiagnosticCodes, EachHasAFiringCaseAndANearMiss) {
    std::string tests;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "tests"))
        if (entry.path().extension() == ".cpp") tests += read_text(entry.path());
    for (const DiagnosticKind& kind : job::all_diagnostic_kinds()) {
        const std::string code = "\"" + std::string(kind.code) + "\"";
        EXPECT_NE(tests.find("EXPECT_FIRES(" + code), std::string::npos) << kind.code << " is never seen to fire";
        EXPECT_NE(tests.find("EXPECT_SILENT(" + code), std::string::npos) << kind.code << " has no near miss";
    }
}

}  // namespace
}  // namespace besshi::tests
