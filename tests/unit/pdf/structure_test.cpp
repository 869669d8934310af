#include "sample_lists.h"

#include <gmock/gmock.h>

#include <regex>

/// The structure tree as other programs read it back.
namespace besshi::pdf::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

draw::GlyphRun words(const std::string& text, double y) {
    draw::Page page = a4_page();
    set_text(page, text, {.at = {Length::from_mm(20), Length::from_mm(y)}});
    return std::get<draw::GlyphRun>(page.marks.front().shape);
}

/// A table on two pages: a label over two rows beside two cells, the second torn by the page break; an ellipse
/// and a field in it; a figure that no page shows.
draw::DrawList torn_table() {
    using draw::Role;
    draw::DrawList list = list_of(a4_page());
    list.pages.push_back(a4_page());
    const auto node = [&](Role role, std::uint32_t parent) {
        const draw::NodeId id{static_cast<std::uint32_t>(list.nodes.size())};
        list.nodes.push_back(node_of(role));
        list.nodes.back().parent = {parent};
        if (id.index != 0) list.nodes[parent].children.push_back(id);
        return id;
    };
    const auto root = node(Role::document, 0);
    const auto table = node(Role::table, root.index), body = node(Role::table_body, table.index);
    const auto first = node(Role::table_row, body.index);
    const auto label = node(Role::header_cell, first.index), one = node(Role::data_cell, first.index);
    const auto second = node(Role::table_row, body.index), two = node(Role::data_cell, second.index);
    const auto ring = node(Role::figure, two.index), field = node(Role::form, two.index);
    const auto unseen = node(Role::figure, two.index);
    list.nodes[label.index].row_span = 2;
    list.nodes[label.index].scope = draw::Node::Scope::row;
    for (const auto cell : {one, two}) list.nodes[cell.index].headers = {label};
    list.nodes[ring.index].alternative = "「週」に○";
    list.nodes[unseen.index].alternative = "見えない";
    list.nodes[field.index].alternative = "保護者署名";
    const Rect round{Length::from_mm(30), Length::from_mm(20), Length::from_mm(10), Length::from_mm(5)};
    list.pages[0].marks = {
        {words("目標", 20), label, {}}, {words("一つめ", 20), one, {}}, {words("前半", 40), two, {}}};
    list.pages[1].marks = {{words("見出し", 10), {}, draw::ArtifactKind::repeated_heading},
                           {words("後半", 20), two, {}},
                           {draw::Ring{round, round.width / 2, Length::from_mm(0.2), "「週」に○"}, ring, {}},
                           {draw::SignatureField{round, "guardian_signature", "保護者署名", ""}, field, {}}};
    return list;
}

TEST(Structure, GivesTheTextOfATornTableBackInOrder) {
    std::string tree = PdfFile(bytes_of(torn_table())).ask("pdfinfo -struct-text {}");
    tree = std::regex_replace(tree, std::regex("0{5}[0-9]{3}"), "label");
    EXPECT_EQ(std::regex_replace(tree, std::regex("Object [0-9]+ 0"), "Object"), R"(Document
  Table (block)
    TBody
      TR
        TH <label>:
           /RowSpan 2
           /Scope /Row
          "目標"
        TD:
           /Headers [(label)]
          "一つめ"
      TR
        TD:
           /Headers [(label)]
          "前半"
          "後半"
          Figure:
             /BBox [85.04 771.02 113.39 785.2]
            ""
          Form
            Object
)");
}

TEST(Structure, LeadsFromPagesAndFieldsBackToTheirElements) {
    const PdfFile file(bytes_of(torn_table()));
    const std::string first = file.ask("mutool show {} trailer/Root/StructTreeRoot/ParentTree/Nums/2/1/S");
    EXPECT_EQ(first, "/TH\n");
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/StructTreeRoot/ParentTree/Nums/4/1/S"), "/TD\n");
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/StructTreeRoot/ParentTree/Nums/4/2/S"), "/Figure\n");
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/StructTreeRoot/ParentTree/Nums/6/S"), "/Form\n");
    EXPECT_EQ(file.ask("mutool show {} pages/1/StructParents"), "0\n");
    EXPECT_EQ(file.ask("mutool show {} pages/2/StructParents"), "1\n");
    EXPECT_EQ(file.ask("mutool show {} pages/2/Tabs"), "/S\n");
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/AcroForm/Fields/1/StructParent"), "2\n");
    EXPECT_EQ(file.ask("mutool show {} trailer/Root/StructTreeRoot/ParentTreeNextKey"), "3\n");
}

TEST(Structure, SaysWhatAFigureShowsAndLeavesOutWhatNoPageShows) {
    const std::string objects = PdfFile(bytes_of(torn_table())).ask("mutool show -g {} grep");
    EXPECT_THAT(objects, HasSubstr("/Alt<FEFF300C9031300D306B25CB>"));
    EXPECT_THAT(objects, Not(HasSubstr("<FEFF898B3048306A3044>")));
}

/// `毎{日|ひ}`, a span and a ruby in a paragraph; a span that nothing is drawn for.
draw::DrawList with_reading() {
    using draw::Role;
    draw::DrawList list = list_of(a4_page());
    const auto node = [&](Role role, std::uint32_t parent) {
        const draw::NodeId id{static_cast<std::uint32_t>(list.nodes.size())};
        list.nodes.push_back(node_of(role));
        list.nodes.back().parent = {parent};
        if (id.index != 0) list.nodes[parent].children.push_back(id);
        return id;
    };
    const auto root = node(Role::document, 0), paragraph = node(Role::paragraph, root.index);
    const auto span = node(Role::span, paragraph.index), ruby = node(Role::ruby, paragraph.index);
    const auto base = node(Role::ruby_base, ruby.index), reading = node(Role::ruby_text, ruby.index);
    node(Role::span, paragraph.index);
    list.pages[0].marks = {{words("毎", 20), span, {}}, {words("日", 20), base, {}}, {words("ひ", 17), reading, {}}};
    return list;
}

TEST(Structure, GivesAReadingBackBehindItsBase) {
    const std::string bytes = bytes_of(with_reading());
    EXPECT_CONFORMS(bytes);
    EXPECT_EQ(PdfFile(bytes).ask("pdfinfo -struct-text {}"), R"(Document
  P (block)
    Span (inline)
      "毎"
    Ruby (inline)
      RB
        "日"
      RT
        "ひ"
)");
}

}  // namespace
}  // namespace besshi::pdf::tests
