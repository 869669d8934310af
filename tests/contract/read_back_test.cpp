#include "contract/pdf_words.h"
#include "contract/readings.h"
#include "contract/sample_documents.h"

#include <gmock/gmock.h>

#include <set>

/// PDF and Excel read back by other people's programs and compared with the pages, cell by cell.
namespace besshi::tests {
namespace {

namespace fs = std::filesystem;
const fs::path root = BESSHI_ROOT;

struct Rendered {
    std::string form, sample;
    layout::PagedForm paged;
    std::string pdf, xlsx;
};

/// Every form with every sample as a draft, which no sample may be refused.
const std::vector<Rendered>& everything() {
    static const std::vector<Rendered> all = [] {
        std::vector<Rendered> made;
        for (const auto& entry : fs::recursive_directory_iterator(root / "samples")) {
            if (entry.path().extension() != ".json") continue;
            for (const form::CatalogueEntry& form : stock().forms().entries()) {
                const auto bytes = job::read_case(entry.path(), std::nullopt);
                const auto commission =
                    job::commission(stock(), bytes.value(),
                                    {form.number, std::nullopt, form::Purpose::draft, {}, "DOC-1", "2"})
                        .value();
                const auto rendered = job::render(stock(), commission, {{job::Output::pdf, job::Output::xlsx}}).value();
                auto filled = fill::bind(*commission.form, commission.document, commission.request).value();
                made.push_back({form.number, entry.path().stem(),
                                layout::lay_out(std::move(filled), stock().fonts()).value(),
                                rendered.artifacts[0].bytes, rendered.artifacts[1].bytes});
            }
        }
        return made;
    }();
    return all;
}

bool inside(const Word& word, const Rect& box) {
    constexpr double tolerance = 0.35;  // pt: poppler rounds, and side bearings may lean out
    return word.x_min >= box.x.pt() - tolerance && word.x_max <= box.right().pt() + tolerance &&
           word.middle() >= box.y.pt() && word.middle() <= box.bottom().pt();
}

std::vector<Word> words_in(const std::vector<Word>& words, const Rect& box) {
    std::vector<Word> found;
    std::ranges::copy_if(words, std::back_inserter(found), [&](const Word& word) { return inside(word, box); });
    return found;
}

/// Takes the readings from the words of a cell: they are half as high as what they stand over.
std::vector<Word> take_readings(std::vector<Word>& words) {
    double highest = 0;
    for (const Word& word : words) highest = std::max(highest, word.y_max - word.y_min);
    const auto is_text = [&](const Word& word) { return word.y_max - word.y_min > highest * 0.6; };
    const auto readings = std::stable_partition(words.begin(), words.end(), is_text);
    std::vector<Word> taken(readings, words.end());
    words.erase(readings, words.end());
    return taken;
}

/// Not at a line's start (JLREQ cl-02 … cl-11, and ～ that stands for a range) and not at its end (cl-01, and
/// prefixed abbreviations): the test's own list.
const std::u32string never_first =
    U"、。，．・：；？！゛゜ヽヾゝゞ々〻ー」』）］｝〉》】〕｠〙〗’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥"
    U"～〜,.)]}!?:;";
const std::u32string never_last = U"「『（［｛〈《【〔｟〘〖‘“([{￥＄〒№";

TEST(ReadBack, SeesEveryForm) {
    std::set<std::string> forms;
    for (const Rendered& one : everything()) forms.insert(one.form);
    for (const char* form : {"F01", "F02", "F03", "F12", "F13"}) EXPECT_TRUE(forms.contains(form)) << form;
}

/// The big grey word across the page lies over the text of cells; no letter of a form is an inch high.
bool is_watermark(const Word& word, const layout::PagedForm& paged) {
    return word.y_max - word.y_min > 72 && paged.form.filled->watermark.find(word.text) != std::string::npos;
}

TEST(ReadBack, EveryWordOfThePdfLiesInsideItsCellAndNothingIsMissing) {
    const TemporaryFolder folder;
    for (const Rendered& one : everything()) {
        SCOPED_TRACE(one.form + " " + one.sample);
        write_bytes(folder.path() / "a.pdf", one.pdf);
        auto pages = read_words(folder.path() / "a.pdf");
        ASSERT_EQ(pages.size(), one.paged.pages.size());
        for (std::size_t p = 0; p < pages.size(); ++p) {
            const layout::Page& page = one.paged.pages[p];
            std::erase_if(pages[p], [&](const Word& word) { return is_watermark(word, one.paged); });
            for (const Word& word : pages[p]) {
                const bool in_cell =
                    std::ranges::any_of(page.cells, [&](const auto& cell) { return inside(word, cell.box); });
                const bool in_band =
                    std::ranges::any_of(page.bands, [&](const auto& band) { return inside(word, band.box); });
                EXPECT_TRUE(in_cell || in_band)
                    << "page " << p + 1 << " at " << word.x_min << "," << word.y_min << ": " << word.text;
            }
            for (const layout::PlacedCell& cell : page.cells) {
                const std::string expected = without_spaces(layout::placed_text(one.paged, page, cell));
                const std::string expected_readings = without_spaces(layout::placed_readings(one.paged, page, cell));
                std::vector<Word> words = words_in(pages[p], cell.box);
                std::string readings;
                if (!expected_readings.empty())
                    for (const std::string& line : to_lines(take_readings(words))) readings += line;
                EXPECT_EQ(readings, expected_readings) << "page " << p + 1 << " cell " << cell.cell;
                std::string found;
                for (const std::string& line : to_lines(words)) found += line;
                EXPECT_THAT(found, testing::HasSubstr(expected)) << "page " << p + 1 << " cell " << cell.cell;
            }
        }
    }
}

TEST(ReadBack, NoLineOfThePdfStartsOrEndsWithAForbiddenCharacter) {
    const TemporaryFolder folder;
    int lines_seen = 0, forced = 0;
    for (const Rendered& one : everything()) {
        SCOPED_TRACE(one.form + " " + one.sample);
        write_bytes(folder.path() / "a.pdf", one.pdf);
        const auto pages = read_words(folder.path() / "a.pdf");
        for (std::size_t p = 0; p < pages.size(); ++p) {
            const layout::Page& page = one.paged.pages[p];
            for (const layout::PlacedCell& cell : page.cells) {
                const fill::Cell& filled =
                    one.paged.form.filled->sections[page.section].grids[cell.grid].cells[cell.cell];
                const fill::Text* text = std::get_if<fill::Text>(&filled.content);
                if (!text) continue;
                // Where the data itself begins and ends lines.
                std::set<std::string> starts, ends;
                std::string whole;
                for (const fill::Run& run : text->runs) whole += run.text;
                std::istringstream paragraphs(whole);
                for (std::string paragraph; std::getline(paragraphs, paragraph);) {
                    const std::u32string code_points = base::to_utf32(without_spaces(paragraph));
                    if (code_points.empty()) continue;
                    starts.insert(base::code_point_name(code_points.front()));
                    ends.insert(base::code_point_name(code_points.back()));
                }
                const std::vector<std::string> lines = to_lines(words_in(pages[p], cell.box));
                for (const std::string& line : lines) {
                    const std::u32string code_points = base::to_utf32(line);
                    if (code_points.empty()) continue;
                    ++lines_seen;
                    const bool bad_start = !starts.contains(base::code_point_name(code_points.front())) &&
                                           never_first.find(code_points.front()) != std::u32string::npos;
                    const bool bad_end = !ends.contains(base::code_point_name(code_points.back())) &&
                                         never_last.find(code_points.back()) != std::u32string::npos;
                    // The stress case has rows of nothing but forbidden characters, wider than their column.
                    const bool nothing_else = std::ranges::all_of(code_points, [](char32_t c) {
                        return never_first.find(c) != std::u32string::npos ||
                               never_last.find(c) != std::u32string::npos;
                    });
                    if (one.sample == "stress" && nothing_else) {
                        forced += bad_start || bad_end;
                        continue;
                    }
                    EXPECT_FALSE(bad_start || bad_end) << "cell " << filled.name << ": " << line;
                }
            }
        }
    }
    EXPECT_GT(lines_seen, 2000);
    RecordProperty("lines", lines_seen);
    RecordProperty("forced", forced);
    std::printf("%d lines read back, %d of them forced in columns narrower than a row of forbidden characters\n",
                lines_seen, forced);
}

TEST(ReadBack, QpdfPopplerAndMupdfFindNoFault) {
    const TemporaryFolder folder;
    const std::string pdf = (folder.path() / "a.pdf").string();
    for (const Rendered& one : everything()) {
        SCOPED_TRACE(one.form + " " + one.sample);
        write_bytes(pdf, one.pdf);
        const Outcome qpdf = run("qpdf --check " + pdf);
        EXPECT_EQ(qpdf.exit_code, 0) << qpdf.out << qpdf.err;
        EXPECT_THAT(qpdf.out + qpdf.err, testing::Not(testing::HasSubstr("WARNING")));
        const Outcome poppler = run("pdftoppm -r 20 " + pdf + " " + (folder.path() / "page").string());
        EXPECT_EQ(poppler.exit_code, 0);
        EXPECT_EQ(poppler.err, "");
        const Outcome mupdf = run("mutool draw -r 20 -o /dev/null -F pgm " + pdf);
        EXPECT_EQ(mupdf.exit_code, 0) << mupdf.err;
        EXPECT_THAT(mupdf.err, testing::Not(testing::HasSubstr("error")));
    }
}

TEST(ReadBack, OpenpyxlFindsTheTextOfThePagesCellByCell) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "read.py",
                "import openpyxl, sys\n"
                "for ws in openpyxl.load_workbook(sys.argv[1]).worksheets:\n"
                "    for row in ws.iter_rows():\n"
                "        for cell in row:\n"
                "            if cell.value is not None:\n"
                "                assert cell.data_type == 's', (cell.coordinate, cell.data_type)\n"
                "                print(''.join(cell.value.split()))\n");
    for (const Rendered& one : everything()) {
        SCOPED_TRACE(one.form + " " + one.sample);
        write_bytes(folder.path() / "a.xlsx", one.xlsx);
        const Outcome outcome = run("/usr/bin/python3 -W ignore " + (folder.path() / "read.py").string() + " " +
                                    (folder.path() / "a.xlsx").string());
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        std::multiset<std::string> in_sheet;
        std::istringstream lines(outcome.out);
        for (std::string line; std::getline(lines, line);) in_sheet.insert(without_spaces(line));
        for (const layout::Page& page : one.paged.pages)
            for (const layout::PlacedCell& cell : page.cells) {
                const fill::Cell& filled =
                    one.paged.form.filled->sections[page.section].grids[cell.grid].cells[cell.cell];
                if (!std::holds_alternative<fill::Text>(filled.content)) continue;  // ticks and choices are ■ □ there
                const std::string text = without_spaces(text_with_readings(one.paged, page, cell, written));
                if (text.empty()) continue;
                const auto found = in_sheet.find(text);
                EXPECT_NE(found, in_sheet.end()) << filled.name << ": " << text;
                if (found != in_sheet.end()) in_sheet.erase(found);
            }
    }
}

TEST(ReadBack, LibreOfficePrintsTheSheetOnAsManyPages) {
    const TemporaryFolder folder;
    for (const Rendered& one : everything()) {
        if (one.sample != "full") continue;
        SCOPED_TRACE(one.form);
        write_bytes(folder.path() / "a.xlsx", one.xlsx);
        const std::string home = "-env:UserInstallation=file://" + (folder.path() / "office").string();
        const Outcome office = run("soffice --headless " + home + " --convert-to pdf --outdir " +
                                   folder.path().string() + " " + (folder.path() / "a.xlsx").string());
        ASSERT_TRUE(fs::exists(folder.path() / "a.pdf")) << office.err;
        const std::string info = run("pdfinfo " + (folder.path() / "a.pdf").string()).out;
        EXPECT_THAT(info, testing::ContainsRegex("Pages: +" + std::to_string(one.paged.pages.size()) + "\n"));
        fs::remove(folder.path() / "a.pdf");
    }
}

}  // namespace
}  // namespace besshi::tests
