#include "pdf/diagnostics.h"

#include "expect_diagnostic.h"
#include "pdf/font_objects.h"
#include "pdf/object_file.h"
#include "sample_lists.h"

#include <podofo/podofo.h>

#include <set>

namespace besshi::pdf::tests {
namespace {

using besshi::tests::faults_of;

Diagnostics faults_of_list(draw::DrawList list) {
    return faults_of(write(with_tree(std::move(list)), programs(), {}));
}

Diagnostics faults_of_page(draw::Page page) {
    return faults_of_list(list_of(std::move(page)));
}

draw::Page page_with(draw::Shape shape) {
    draw::Page page = a4_page();
    page.marks.push_back({std::move(shape), {}, draw::ArtifactKind::none});
    return page;
}

TEST(Diagnostics, EmptyDocument) {
    draw::DrawList empty = list_of(a4_page());
    empty.pages.clear();
    EXPECT_FIRES("pdf.document.empty", faults_of_list(empty));
    EXPECT_FIRES("pdf.document.empty", faults_of(Binder(programs(), {}).finish("綴り")));
    EXPECT_SILENT("pdf.document.empty", faults_of_page(a4_page()));
}

TEST(Diagnostics, PageSize) {
    const Length longest = Length::from_pt(14'400), shortest = Length::from_pt(3);
    EXPECT_FIRES("pdf.page.size", faults_of_page({longest + Length{1}, shortest, {}}));
    EXPECT_FIRES("pdf.page.size", faults_of_page({longest, shortest - Length{1}, {}}));
    EXPECT_SILENT("pdf.page.size", faults_of_page({longest, shortest, {}}));
}

draw::SignatureField field(std::string name, std::string locks = "") {
    return {{{}, {}, Length::from_mm(50), Length::from_mm(10)}, std::move(name), "保護者署名", std::move(locks)};
}

TEST(Diagnostics, FieldName) {
    for (const std::string& name :
         {std::string(), std::string("guardian.2"), std::string("保護者"), std::string("a b"), std::string(61, 'a')}) {
        EXPECT_FIRES("pdf.field.name", faults_of_page(page_with(field(name)))) << name;
    }
    for (const std::string& name : {std::string("guardian-2_B"), std::string(60, 'a')}) {
        EXPECT_SILENT("pdf.field.name", faults_of_page(page_with(field(name)))) << name;
    }
}

TEST(Diagnostics, FieldLocks) {
    EXPECT_FIRES("pdf.field.locks", faults_of_page(page_with(field("guardian", "some"))));
    EXPECT_SILENT("pdf.field.locks", faults_of_page(page_with(field("guardian", "all"))));
}

TEST(Diagnostics, FieldFaultsNameTheirPlaceInTheForm) {
    draw::DrawList list = list_of(page_with(field("guardian.2")));
    list.nodes.resize(1);
    list.nodes[0].origin = {"", "form.toml", 255, 1};
    list.pages[0].marks[0].node = {0};
    const Diagnostics faults = faults_of_list(list);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].origin.line, 255);
}

TEST(Diagnostics, ForbiddenText) {
    const auto page = [](const std::string& text) {
        draw::GlyphRun run;
        run.face = face_named("BIZ UDGothic");
        run.size = Length::from_pt(10);
        run.text = text;
        run.glyphs = {{fonts().find_glyph(run.face, U'支').value(),
                       run.size,
                       {},
                       {},
                       0,
                       static_cast<std::uint32_t>(text.size())}};
        return page_with(run);
    };
    for (const std::string& text : {std::string("\0", 1), std::string("\uFEFF支"), std::string("支\uFFFE")}) {
        EXPECT_FIRES("pdf.text.forbidden", faults_of_page(page(text)));
    }
    EXPECT_SILENT("pdf.text.forbidden", faults_of_page(page("支\uFFFD")));
}

TEST(Diagnostics, NamesAllFaultsAtOnce) {
    draw::Page page = page_with(field("a b", "some"));
    page.width = {};
    draw::DrawList list = list_of(page);
    list.pages.push_back(page);
    EXPECT_EQ(faults_of_list(list).size(), 6u);
}

TEST(Diagnostics, UnreadableFont) {
    const auto faults_with_glyph = [](text::GlyphId glyph) {
        FontUse use(programs(), face_named("BIZ UDGothic"));
        use.use(glyph, "支");
        ObjectFile file;
        return faults_of(add_font(file, use, Size::fast));
    };
    EXPECT_FIRES("pdf.font.unreadable", faults_with_glyph(60'000)) << "a glyph that the font file does not have";
    EXPECT_SILENT("pdf.font.unreadable", faults_with_glyph(700));
}

TEST(Diagnostics, FailedWriter) {
    const auto faults_of_work = [](auto work) {
        return faults_of(without_podofo_errors(kinds::writer_failed, [&]() -> Result<std::string> { return work(); }));
    };
    EXPECT_FIRES("pdf.writer.failed", faults_of_work([]() -> std::string {
                     throw PoDoFo::PdfError(PoDoFo::ePdfError_InvalidDataType, __FILE__, __LINE__);
                 }));
    EXPECT_SILENT("pdf.writer.failed", faults_of_work([] {
                      ObjectFile file;
                      return file.serialize(file.add({{"Type", "/Catalog"}}), {{"Title", "()"}});
                  }));
}

TEST(Diagnostics, ListHasNoCodeTwice) {
    std::set<std::string_view> codes;
    for (const DiagnosticKind& kind : diagnostic_kinds()) {
        EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
        EXPECT_TRUE(kind.code.starts_with("pdf.")) << kind.code;
    }
    EXPECT_EQ(codes.size(), 13u);
}

}  // namespace
}  // namespace besshi::pdf::tests
