#include "pdf/page_content.h"

#include "sample_lists.h"

#include <gmock/gmock.h>

namespace besshi::pdf::tests {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Length pt(double points) {
    return Length::from_pt(points);
}

PageContent content_of_page(const draw::Page& page, const std::vector<draw::Node>& nodes) {
    FontUses uses(programs());
    PictureUses pictures;
    return page_content(page, nodes, uses, pictures);
}

/// What a page of 100 × 200 pt with these shapes holds, without the marks that make all of it an artifact.
std::string content_of(std::vector<draw::Shape> shapes) {
    draw::Page page{pt(100), pt(200), {}};
    for (draw::Shape& shape : shapes) page.marks.push_back({std::move(shape), {}, draw::ArtifactKind::none});
    std::string stream = content_of_page(page, {}).stream;
    for (const std::string_view mark : {"/Artifact BMC\n", "EMC\n"}) {
        if (const std::size_t at = stream.find(mark); at != std::string::npos) stream.erase(at, mark.size());
    }
    return stream;
}

TEST(PageContent, DrawsRulesFromTheTopEdgeDown) {
    const draw::Rule thin{{pt(10), pt(20)}, {pt(90), pt(20)}, pt(0.5), form::Stroke::thin, {}};
    draw::Rule dashed = thin;
    dashed.stroke = form::Stroke::dashed;
    EXPECT_EQ(content_of({thin, thin, dashed, thin}),
              "2 J\n.5 w\n10 180 m 90 180 l S\n10 180 m 90 180 l S\n0 J[3 2]0 d\n10 180 m 90 180 l S\n2 J[]0 d\n10 180 "
              "m 90 180 l S\n");
}

TEST(PageContent, SetsColoursOnlyWhenTheyChange) {
    const draw::Fill grey{{pt(0), pt(0), pt(10), pt(10)}, {0xF2, 0xF2, 0xF2}};
    const draw::Fill red{{pt(0), pt(0), pt(10), pt(10)}, {0xFF, 0, 0}};
    EXPECT_EQ(content_of({grey, grey, red}),
              "2 J\n.949 g\n0 190 10 10 re f\n0 190 10 10 re f\n1 0 0 rg\n0 190 10 10 re f\n");
}

TEST(PageContent, LetsAreasThatTouchTouch) {
    const Length edge = pt(33.334);
    const std::string content = content_of({draw::Fill{{pt(10.004), {}, edge - pt(10.004), pt(10)}, {1, 1, 1}},
                                            draw::Fill{{edge, {}, pt(20), pt(10)}, {1, 1, 1}}});
    EXPECT_THAT(content, HasSubstr("10 190 23.33 10 re"));
    EXPECT_THAT(content, HasSubstr("33.33 190 20 10 re"));
}

TEST(PageContent, DrawsARingAsFourCurves) {
    EXPECT_EQ(
        content_of({draw::Ring{{pt(10), pt(20), pt(40), pt(20)}, pt(20), pt(1), ""}}),
        "2 J\n50 170 m\n50 175.52 41.05 180 30 180 c\n18.95 180 10 175.52 10 170 c\n10 164.48 18.95 160 30 160 c\n"
        "41.05 160 50 164.48 50 170 c\ns\n");
}

TEST(PageContent, DrawsALongRingWithStraightSides) {
    const std::string content = content_of({draw::Ring{{pt(10), pt(20), pt(40), pt(20)}, pt(6), pt(1), ""}});
    EXPECT_THAT(content, HasSubstr("44 180 c\n16 180 l\n"));
    EXPECT_THAT(content, HasSubstr("16 160 c\n44 160 l\n"));
}

TEST(PageContent, DrawsPathsFilledOrNot) {
    using Op = draw::PathPoint::Op;
    draw::Path path{{{Op::move, {pt(1), pt(2)}}, {Op::line, {pt(3), pt(4)}}, {Op::close, {}}}, pt(2), false, ""};
    EXPECT_EQ(content_of({path}), "2 J\n2 w\n1 198 m\n3 196 l\nh\nS\n");
    path.filled = true;
    EXPECT_EQ(content_of({path}), "2 J\n1 198 m\n3 196 l\nh\nf\n");
}

draw::GlyphRun one_glyph(text::FaceId face, Length size) {
    draw::GlyphRun run;
    run.face = face;
    run.size = size;
    run.origin = {pt(10), pt(30)};
    run.text = "支";
    run.glyphs = {{fonts().find_glyph(face, U'支').value(), size, {}, {}, 0, 3}};
    return run;
}

TEST(PageContent, SetsFontSizeAndScaleOnlyWhenTheyChange) {
    const draw::GlyphRun gothic = one_glyph(face_named("BIZ UDGothic"), pt(10.2));
    draw::GlyphRun narrow = gothic;
    narrow.narrow_permille = 850;
    const draw::GlyphRun mincho = one_glyph(face_named("BIZ UDMincho"), pt(10.2));
    const std::string shown = "BT 10 170 Td\n[<0001>]TJ\nET\n";
    EXPECT_EQ(content_of({gothic, gothic, narrow, mincho}),
              "2 J\n/F1 10.2 Tf\n" + shown + shown + "85 Tz\n" + shown + "/F2 10.2 Tf\n100 Tz\n" + shown);
}

TEST(PageContent, SetsStackedGlyphsInTheFontsOtherWritingMode) {
    const draw::GlyphRun level = one_glyph(face_named("BIZ UDGothic"), pt(10.2));
    draw::GlyphRun stacked = level;
    stacked.stance = draw::Stance::stacked;
    const std::string shown = "BT 10 170 Td\n[<0001>]TJ\nET\n";
    EXPECT_EQ(content_of({level, stacked, stacked, level}),
              "2 J\n/F1 10.2 Tf\n" + shown + "/V1 10.2 Tf\n" + shown + shown + "/F1 10.2 Tf\n" + shown);
}

TEST(PageContent, TurnsRunsClockwiseAboutTheirOrigin) {
    draw::GlyphRun turned = one_glyph(face_named("BIZ UDGothic"), pt(10.2));
    turned.stance = draw::Stance::turned;
    EXPECT_EQ(content_of({turned}), "2 J\n/F1 10.2 Tf\nBT 0 -1 1 0 10 170 Tm\n[<0001>]TJ\nET\n");
}

TEST(PageContent, TurnsTheWatermarkRoundTheMiddleAndPutsEverythingBack) {
    draw::GlyphRun grey = one_glyph(face_named("BIZ UDGothic"), pt(40));
    grey.color = {0xCC, 0xCC, 0xCC};
    grey.origin = {pt(30), pt(115)};
    const draw::GlyphRun after = one_glyph(face_named("BIZ UDGothic"), pt(10));
    const std::string content = content_of({draw::Watermark{grey, 90}, after});
    EXPECT_THAT(content, HasSubstr("q 0 1 -1 0 50 100 cm\n.8 g\n/F1 40 Tf\nBT -20 -15 Td\n[<0001>]TJ\nET\nQ\n"));
    EXPECT_THAT(content, EndsWith("Q\n/F1 10 Tf\nBT 10 170 Td\n[<0001>]TJ\nET\n"));
    EXPECT_THAT(content_of({draw::Watermark{grey, 30}}), HasSubstr("q .866025 .5 -.5 .866025 50 100 cm\n"));
}

TEST(PageContent, MarksWhatBelongsToEachNodeAndWhatIsAnArtifact) {
    const draw::Fill area{{pt(0), pt(0), pt(10), pt(10)}, {}};
    const draw::GlyphRun text = one_glyph(face_named("BIZ UDGothic"), pt(10));
    const std::vector<draw::Node> nodes{node_of(draw::Role::document), node_of(draw::Role::header_cell),
                                        node_of(draw::Role::data_cell)};
    const draw::Page page{pt(100),
                          pt(200),
                          {{area, {}, draw::ArtifactKind::layout},
                           {draw::Watermark{text, 30}, {}, draw::ArtifactKind::watermark},
                           {text, {2}, {}},
                           {text, {2}, {}},
                           {draw::GlyphRun{}, {1}, {}},
                           {text, {1}, {}},
                           {text, {}, draw::ArtifactKind::repeated_heading},
                           {text, {2}, {}}}};
    const PageContent content = content_of_page(page, nodes);
    std::string marks;
    std::istringstream lines(content.stream);
    for (std::string line; std::getline(lines, line);) {
        for (const char* op : {"BMC", "BDC", "EMC", "TJ", "re f"}) {
            if (line.ends_with(op)) marks += line + "\n";
        }
    }
    EXPECT_EQ(marks,
              "/Artifact<</Type/Layout>>BDC\n0 190 10 10 re f\nEMC\n"
              "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n[<0001>]TJ\nEMC\n"
              "/TD<</MCID 0>>BDC\n[<0001>]TJ\n[<0001>]TJ\nEMC\n"
              "/TH<</MCID 1>>BDC\n[<0001>]TJ\nEMC\n"
              "/Artifact<</Type/Pagination>>BDC\n[<0001>]TJ\nEMC\n"
              "/TD<</MCID 2>>BDC\n[<0001>]TJ\nEMC\n");
    EXPECT_THAT(content.nodes, testing::ElementsAre(draw::NodeId{2}, draw::NodeId{1}, draw::NodeId{2}));
}

TEST(PageContent, LeavesFieldsToTheirWidgets) {
    EXPECT_EQ(content_of({draw::SignatureField{{pt(1), pt(1), pt(9), pt(9)}, "guardian", "保護者署名", ""}}), "2 J\n");
}

}  // namespace
}  // namespace besshi::pdf::tests
