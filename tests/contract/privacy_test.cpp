#include "job/job.h"
#include "shell.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

/// Names of people appear only in what a person asked for: never on stderr, in --json, file names or metadata.
namespace besshi::tests {
namespace {

namespace fs = std::filesystem;
const fs::path root = BESSHI_ROOT;

struct Sample {
    fs::path file;
    std::vector<std::string> names;
};

/// A TOML file without its comments, which may tell of people.
std::string without_comments(const fs::path& file) {
    std::istringstream lines(read_bytes(file));
    std::string text;
    for (std::string line; std::getline(lines, line);) text += line.substr(0, line.find('#')) + '\n';
    return text;
}

/// The words of all forms: reports name fields by them.
std::string words_of_forms() {
    std::string words = without_comments(root / "forms/fields.toml");
    for (const auto& entry : fs::recursive_directory_iterator(root / "forms"))
        if (entry.path().filename() == "form.toml") words += without_comments(entry.path());
    return words;
}

std::vector<Sample> samples() {
    const std::string words = words_of_forms();
    const auto stock = job::Stock::load(root);
    std::vector<Sample> all;
    for (const auto& entry : fs::recursive_directory_iterator(root / "samples")) {
        if (entry.path().extension() != ".json") continue;
        const auto bytes = job::read_case(entry.path(), std::nullopt);
        const auto commission =
            job::commission(*stock, bytes.value(), {"F01", std::nullopt, form::Purpose::draft, {}, {}, {}});
        std::vector<std::string> names;
        for (const std::string& value : plan::personal_values(commission.value().document))
            if (base::count_characters(value) >= 3 && words.find(value) == std::string::npos)
                names.push_back(value);  // what a form says itself names nobody
        all.push_back({entry.path(), std::move(names)});
    }
    return all;
}

void expect_no_name(const std::string& text, const std::vector<std::string>& names, const std::string& where) {
    for (const std::string& name : names)
        EXPECT_EQ(text.find(name), std::string::npos) << where << " shows a personal value";
}

TEST(Privacy, StderrJsonFileNamesAndMetadataShowNobody) {
    for (const Sample& sample : samples()) {
        SCOPED_TRACE(sample.file.filename());
        ASSERT_FALSE(sample.names.empty());
        for (const char* form : {"F01", "F10", "F13", "F21", "F24"})
            for (const char* purpose : {"draft", "sign", "prefilled"}) {
                const TemporaryFolder folder;
                const Outcome outcome =
                    run(std::string(BESSHI_PROGRAM) + " render " + sample.file.string() + " --form " + form +
                        " --purpose " + purpose + " --to pdf,xlsx --json --report -o " + folder.path().string() + "/");
                expect_no_name(outcome.err + outcome.out, sample.names, "the output");
                for (const auto& entry : fs::directory_iterator(folder.path())) {
                    expect_no_name(entry.path().filename(), sample.names, "a file name");
                    if (entry.path().extension() == ".pdf") {
                        const std::string info = run("pdfinfo " + shell_quoted(entry.path().string())).out;
                        EXPECT_THAT(info, testing::HasSubstr("Title"));
                        expect_no_name(info, sample.names, "the PDF's metadata");
                    }
                }
            }
    }
}

TEST(Privacy, TheTableOfTheReportShowsNobody) {
    for (const Sample& sample : samples())
        for (const char* form : {"F01", "F10", "F13"}) {
            const TemporaryFolder folder;
            const Outcome outcome = run(std::string(BESSHI_PROGRAM) + " render " + sample.file.string() + " --form " +
                                        form + " --purpose draft --report -o " + folder.path().string() + "/");
            EXPECT_THAT(outcome.out, testing::HasSubstr("ページ"));
            expect_no_name(outcome.out, sample.names, "the report");
        }
}

/// Where the commas, colons and braces of `json` stand, those in texts left out.
std::vector<std::size_t> marks_of(std::string_view json) {
    std::vector<std::size_t> marks;
    bool in_text = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (in_text && json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            in_text = !in_text;
        else if (!in_text && std::string_view(",:[]{}").find(json[at]) != std::string_view::npos)
            marks.push_back(at);
    }
    return marks;
}

TEST(Privacy, MessagesAboutBrokenDataShowNobody) {
    for (const Sample& sample : samples()) {
        const std::string good = read_bytes(sample.file);
        const std::vector<std::size_t> marks = marks_of(good);
        // Some forty of them are damaged in turn: unknown keys, wrong types, broken syntax.
        for (std::size_t i = 0; i < marks.size(); i += std::max<std::size_t>(marks.size() / 40, 1)) {
            std::string broken = good;
            broken[marks[i]] = broken[marks[i]] == ',' ? ':' : ',';
            const TemporaryFolder folder;
            write_bytes(folder.path() / "case.json", broken);
            const Outcome outcome = run(std::string(BESSHI_PROGRAM) + " render " +
                                        (folder.path() / "case.json").string() + " --form F01 --purpose draft -o -");
            EXPECT_NE(outcome.exit_code, 0);
            EXPECT_LT(outcome.exit_code, 128) << "a signal";
            EXPECT_EQ(outcome.out, "");
            expect_no_name(outcome.err, sample.names, "stderr");
        }
    }
}

}  // namespace
}  // namespace besshi::tests
