#include "expect_diagnostic.h"
#include "sample_lists.h"

#include <gmock/gmock.h>

/// Many documents in one file, as other programs read it back.
namespace besshi::pdf::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A plan of `pages` pages for `child`, each with its text and a place to sign.
draw::DrawList plan_of(const std::string& child, int pages) {
    draw::DrawList list = list_of(a4_page());
    list.pages.clear();
    for (int i = 1; i <= pages; ++i) {
        draw::Page& page = list.pages.emplace_back(a4_page());
        set_text(page, child + "の計画" + std::to_string(i), {.at = {Length::from_mm(20), Length::from_mm(20)}});
        page.marks.push_back({draw::SignatureField{{Length::from_mm(100), Length::from_mm(250), Length::from_mm(59.4),
                                                    Length::from_mm(10.3)},
                                                   "guardian_signature",
                                                   "保護者署名",
                                                   ""},
                              {},
                              {}});
    }
    return with_tree(std::move(list));
}

struct Part {
    std::string child;
    int pages;
};

std::string bound(const std::vector<Part>& parts) {
    Binder binder(programs(), {});
    for (const auto& [child, pages] : parts) {
        if (const auto added = binder.add(plan_of(child, pages), child); !added)
            throw std::runtime_error(base::to_line(added.error().front()));
    }
    const Result<Artifact> artifact = std::move(binder).finish("個別支援計画書の綴り");
    if (!artifact) throw std::runtime_error(base::to_line(artifact.error().front()));
    EXPECT_EQ(artifact->sha256, base::sha256_hex(artifact->bytes));
    EXPECT_CONFORMS(artifact->bytes);
    return artifact->bytes;
}

/// The text of each page, without white space.
std::vector<std::string> pages_of(const PdfFile& file) {
    std::vector<std::string> pages(1);
    for (const char c : file.ask("pdftotext {} -")) {
        if (c == '\f') {
            pages.emplace_back();
        } else if (c != '\n' && c != ' ') {
            pages.back() += c;
        }
    }
    pages.pop_back();
    return pages;
}

TEST(Binder, BeginsEveryDocumentOnANewSheet) {
    const PdfFile file(bound({{"一子", 1}, {"二郎", 2}, {"三子", 3}, {"四郎", 1}}));
    EXPECT_THAT(pages_of(file), ElementsAre("一子の計画1", "", "二郎の計画1", "二郎の計画2", "三子の計画1",
                                            "三子の計画2", "三子の計画3", "", "四郎の計画1", ""));
    EXPECT_THAT(file.ask("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors found"));
}

TEST(Binder, IsPrintedOnBothSidesUnscaledAndSignedWithAPen) {
    const PdfFile file(bound({{"一子", 1}, {"二郎", 2}}));
    const std::string catalog = file.ask("mutool show {} trailer/Root");
    EXPECT_THAT(catalog, HasSubstr("/Duplex /DuplexFlipLongEdge"));
    EXPECT_THAT(catalog, HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(catalog, Not(HasSubstr("AcroForm")));
    EXPECT_THAT(file.ask("mutool show {} pages/1/Annots"), HasSubstr("null"));
    EXPECT_THAT(file.ask("pdfinfo -struct-text {}"), Not(HasSubstr("Form")));
    EXPECT_THAT(file.ask("pdfinfo {}"), HasSubstr("Title:           個別支援計画書の綴り\n"));
}

TEST(Binder, TurnsWidePagesOnTheirShortEdge) {
    draw::DrawList wide = plan_of("一子", 1);
    std::swap(wide.pages[0].width, wide.pages[0].height);
    Binder binder(programs(), {});
    ASSERT_TRUE(binder.add(wide, "一子"));
    const PdfFile file(std::move(binder).finish("個別支援計画書の綴り")->bytes);
    EXPECT_THAT(file.ask("mutool show {} trailer/Root"), HasSubstr("/Duplex /DuplexFlipShortEdge"));
}

TEST(Binder, FindsEachChildInTheOutline) {
    const PdfFile file(bound({{"一子", 1}, {"一子", 2}, {"二郎", 2}}));
    EXPECT_EQ(file.ask("mutool show {} outline"),
              "+\t\"一子\"\t#page=1&view=Fit\n"
              "|\t\t\"個別支援計画書\"\t#page=1&view=Fit\n"
              "|\t\t\"個別支援計画書\"\t#page=3&view=Fit\n"
              "|\t\"二郎\"\t#page=5&view=Fit\n");
}

TEST(Binder, KeepsTheTreeOfEveryDocument) {
    const PdfFile file(bound({{"一子", 1}, {"二郎", 1}}));
    EXPECT_EQ(file.ask("pdfinfo -struct-text {}"),
              "Document\n  Part\n    P (block)\n      \"一子の計画1\"\n  Part\n    P (block)\n      \"二郎の計画1\"\n");
}

TEST(Binder, SharesItsFonts) {
    const std::string one = bound({{"一子", 2}}), two = bound({{"一子", 2}, {"一子", 2}});
    EXPECT_LT(two.size() - one.size(), 2'500U);
}

TEST(Binder, AddsNothingOfAFaultyDocument) {
    draw::DrawList faulty = plan_of("一子", 1);
    std::get<draw::SignatureField>(faulty.pages[0].marks.back().shape).name = "保護者";
    Binder binder(programs(), {});
    EXPECT_FIRES("pdf.field.name", besshi::tests::faults_of(binder.add(faulty, "一子")));
    ASSERT_TRUE(binder.add(plan_of("二郎", 2), "二郎"));
    const PdfFile file(std::move(binder).finish("個別支援計画書の綴り")->bytes);
    EXPECT_THAT(pages_of(file), ElementsAre("二郎の計画1", "二郎の計画2"));
}

}  // namespace
}  // namespace besshi::pdf::tests
