#include "conformance/conformance.h"
#include "shell.h"
#include "unit/conformance/good_file.h"
#include "unit/conformance/twins.h"

#include <rapidcheck/gtest.h>

#include <chrono>

/// Files that want to crash or to stop a reader.
namespace besshi::tests {
namespace {

/// How long it takes to judge a file, whatever the verdict.
std::chrono::milliseconds time_of(const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    (void)conformance::check(bytes);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
}

/// No promise of speed: what is here would otherwise take hours or all memory.
constexpr std::chrono::seconds patience{20};

RC_GTEST_PROP(HostileFile, ChangedBytesNeverCrash, ()) {
    std::string bytes = good_file().write();
    const int changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    (void)conformance::check(bytes);
}

RC_GTEST_PROP(HostileFile, CutFilesNeverCrash, ()) {
    std::string bytes = good_file().write();
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    (void)conformance::check(bytes);
}

TEST(HostileFile, FontsWithChangedBytesNeverCrash) {
    const std::pair<std::string, std::string> programs[] = {{"program", tiny_true_type()}, {"cff_program", tiny_cff()}};
    for (const auto& [name, program] : programs)
        for (std::size_t at = 0; at < program.size(); ++at)
            for (const char value : {'\0', '\x7F', '\xFF'}) {
                HandmadePdf pdf = good_file();
                std::string changed = program;
                changed[at] = value;
                pdf.change(name + "!", program, changed);
                (void)conformance::check(pdf.write());
            }
}

TEST(HostileFile, Circles) {
    for (const auto& spoil :
         {change("pages", "/Kids[@page]", "/Kids[@pages @page]"), change("document", "@heading", "@document @heading"),
          change("root", "/ParentTree<<", "/ParentTree<</Kids[@root]"),
          change("drawing", "/Resources<<>>", "/Resources<</XObject<</X1 @drawing>>>>"),
          change("form", "[@field]", "[@field @form]"), extend("form", "/Kids[@form]"),
          extend("field", "/Parent @field"), extend("content", "/Length @content")}) {
        HandmadePdf pdf = good_file();
        spoil(pdf);
        EXPECT_LT(time_of(pdf.write()), patience);
    }
}

TEST(HostileFile, DeepNesting) {
    const std::string open(200'000, '['), close(200'000, ']');
    HandmadePdf pdf = good_file();
    pdf.change("info", "/Title", "/Deep" + open + close + "/Title");
    EXPECT_LT(time_of(pdf.write()), patience);
    HandmadePdf content = good_file();
    content.change("content!", "0.5 g", open + close + " TJ");
    EXPECT_LT(time_of(content.write()), patience);
    HandmadePdf xmp = good_file();
    std::string elements;
    for (int i = 0; i < 100'000; ++i) elements += "<a>";
    xmp.change("xmp!", "Plan", elements);
    EXPECT_LT(time_of(xmp.write()), patience);
}

TEST(HostileFile, LargeTables) {
    HandmadePdf pdf = good_file();
    std::string rows;
    for (int row = 0; row < 1'000; ++row) {
        const std::string name = "wide" + std::to_string(row);
        pdf.add(name + "row", "<</S/TR/P @rows/K[@" + name + "]>>");
        pdf.add(name, "<</S/TD/P @" + name + "row/A<</O/Table/RowSpan 1000/ColSpan 1000>>>>");
        rows += " @" + name + "row";
    }
    pdf.change("rows", "@row", "@row" + rows);
    EXPECT_LT(time_of(pdf.write()), patience);
}

TEST(HostileFile, HugeNumbers) {
    for (const auto& spoil :
         {change("cff_cid_font", "/W[7 7 600]", "/W[0 2147483647 600]"),
          change("unicode!", "<0002><0002>", "<00000000><FFFFFFFF>"),
          change("cell", "/O/Table", "/O/Table/RowSpan 999999999"),
          change("cell", "/O/Table", "/O/Table/ColSpan 999999999"), change("image", "/Width 2", "/Width 99999999999"),
          change("content!", "/MCID 7", "/MCID 99999999999"), change("root", "/Nums[0", "/Nums[9223372036854775807"),
          change("page", "/StructParents 0", "/StructParents -1")}) {
        HandmadePdf pdf = good_file();
        spoil(pdf);
        EXPECT_LT(time_of(pdf.write()), patience);
    }
}

std::string repeat(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(HostileFile, Repetitions) {
    for (const auto& spoil :
         {change("cff_cid_font", "/W[7 7 600]", "/W[-9223372036854775807 5 600]"),
          change("cff_cid_font", "/W[7 7 600]", "/W[" + repeat("0 65535 500 ", 100'000) + "]"),
          change("unicode!", "<0002><0002><D842DFB7>", repeat("<0000><FFFE><0041>\n", 100'000)),
          change("unicode!", "<0002><0002><D842DFB7>", "<0000><FFFF><" + repeat("0041", 500'000) + ">"),
          change("content!", "/Artifact BMC", "/Artifact BMC" + repeat("/P BMC ", 100'000) + repeat("f ", 100'000))}) {
        HandmadePdf pdf = good_file();
        spoil(pdf);
        EXPECT_LT(time_of(pdf.write()), patience);
    }
}

/// Each subroutine calls the next one fifty times.
TEST(HostileFile, SubroutinesThatMultiply) {
    std::vector<std::string> subroutines;
    for (int i = 1; i <= 8; ++i)
        subroutines.push_back(repeat('\x1C' + big_endian(static_cast<std::uint32_t>(i - 107), 2) + '\x1D', 50) +
                              '\x0B');
    subroutines.emplace_back("\x0B");
    HandmadePdf pdf = good_file();
    pdf.change("cff_program!", tiny_cff(), tiny_cff(subroutines));
    EXPECT_LT(time_of(pdf.write()), patience);
}

TEST(HostileFile, SharedArrays) {
    HandmadePdf order = good_file();
    order.add("order", "[" + repeat("@order ", 100) + "]");
    order.change("catalog", "<<", "<</OCProperties<</OCGs[]/D<</Name(a)/Order @order>>>>");
    EXPECT_LT(time_of(order.write()), patience);

    HandmadePdf kids = good_file();
    kids.add("shared", "[" + repeat("1 ", 100'000) + "]");
    kids.change("root", "/ParentTree<<", "/ParentTree<</Kids[" + repeat("<</Nums @shared>>", 3'000) + "]");
    kids.change("document", "@heading", repeat("<</S/P/K @shared>>", 3'000) + "@heading");
    EXPECT_LT(time_of(kids.write()), patience);
}

/// 300 MB of spaces in about 300 KB, compressed by another program.
std::string bomb() {
    return run("python3 -c \"import sys,zlib;sys.stdout.buffer.write(zlib.compress(b' '*300000000,9))\"").out;
}

/// As the content of a page, listed thousands of times, and compressed twice.
TEST(HostileFile, InflatesWithoutEnd) {
    const std::string bytes = bomb();
    ASSERT_GT(bytes.size(), 100'000u);
    HandmadePdf pdf = good_file();
    pdf.add_stream("bomb", "<</Filter/FlateDecode>>", bytes);
    std::string parts;
    for (int i = 0; i < 5'000; ++i) parts += "@bomb ";
    pdf.change("page", "@content", "[" + parts + "]");
    EXPECT_LT(time_of(pdf.write()), patience);
    HandmadePdf twice = good_file();
    twice.add_stream("bomb", "<</Filter[/FlateDecode/FlateDecode]>>", bytes);
    twice.change("page", "@content", "@bomb");
    EXPECT_LT(time_of(twice.write()), patience);
}

TEST(HostileFile, ManyDrawings) {
    HandmadePdf pdf = good_file();
    std::string previous = "drawing";
    for (int i = 0; i < 12; ++i) {
        const std::string name = "d" + std::to_string(i);
        pdf.add_stream(name,
                       "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X @" + previous + ">>>>>>",
                       "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do");
        previous = name;
    }
    pdf.change("page", "/X1 @drawing", "/X1 @" + previous);
    EXPECT_LT(time_of(pdf.write()), patience);
}

}  // namespace
}  // namespace besshi::tests
