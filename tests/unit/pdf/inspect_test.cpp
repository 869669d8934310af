#include "expect_diagnostic.h"
#include "sample_lists.h"

#include <gmock/gmock.h>

#include <chrono>

namespace besshi::pdf::tests {
namespace {

using besshi::tests::faults_of;
using testing::HasSubstr;
using testing::MatchesRegex;

std::string signable() {
    draw::DrawList list = list_of_lines({"支援計画"});
    list.pages[0].marks.push_back({draw::SignatureField{{Length::from_mm(100), Length::from_mm(250),
                                                         Length::from_mm(59.4), Length::from_mm(10.3)},
                                                        "guardian_signature",
                                                        "保護者署名",
                                                        "all"},
                                   {},
                                   {}});
    return bytes_of(list, {.created = Date{2025, 4, 1}});
}

TEST(Inspect, ListsWhatAFileHolds) {
    const Result<std::string> listing = inspect(signable());
    ASSERT_TRUE(listing) << besshi::tests::list(listing.error());
    EXPECT_THAT(*listing, HasSubstr("版        PDF 1.7\n"));
    EXPECT_THAT(*listing, HasSubstr("言語      ja-JP\n"));
    EXPECT_THAT(*listing, HasSubstr("情報      Title = 個別支援計画書\n"));
    EXPECT_THAT(*listing, HasSubstr("情報      CreationDate = D:20250401\n"));
    EXPECT_THAT(*listing, HasSubstr("情報      ModDate = D:20250401\n"));
    EXPECT_THAT(*listing, HasSubstr("ページ    1枚\n  1  210.0 × 297.0 mm\n"));
    EXPECT_THAT(*listing, HasSubstr("+BIZUDGothic-Regular  CIDFontType2・埋込み・使う字だけ・文字を取り出せる\n"));
    EXPECT_THAT(
        *listing,
        HasSubstr(
            "欄        1\n  guardian_signature  保護者署名  1ページ  左100.0 上250.0 幅59.4 高さ10.3 mm  署名なし\n"));
}

TEST(Inspect, RefusesWhatIsTooLarge) {
    std::string large = signable();
    large.resize(64u << 20, ' ');
    EXPECT_SILENT("pdf.file.too_large", faults_of(inspect(large)));
    large += ' ';
    EXPECT_FIRES("pdf.file.too_large", faults_of(inspect(large)));
}

TEST(Inspect, RefusesWhatIsNoPdf) {
    std::string bytes = signable();
    EXPECT_SILENT("pdf.file.not_pdf", faults_of(inspect(bytes)));
    bytes[0] = 'p';
    EXPECT_FIRES("pdf.file.not_pdf", faults_of(inspect(bytes)));
    EXPECT_FIRES("pdf.file.not_pdf", faults_of(inspect("")));
}

TEST(Inspect, RefusesWhatIsCutOff) {
    const std::string bytes = signable();
    EXPECT_SILENT("pdf.file.truncated", faults_of(inspect(bytes)));
    EXPECT_FIRES("pdf.file.truncated", faults_of(inspect(bytes.substr(0, bytes.size() - 10))));
    EXPECT_FIRES("pdf.file.truncated", faults_of(inspect(bytes.substr(0, bytes.size() / 2))));
}

TEST(Inspect, RefusesFilesOfOtherPrograms) {
    const std::string bytes = signable();
    EXPECT_SILENT("pdf.file.foreign", faults_of(inspect(bytes)));
    for (const char* options : {"--object-streams=generate", "--encrypt u o 256 --"}) {
        const PdfFile file(bytes);
        file.ask(std::string("qpdf --warning-exit-0 ") + options + " --replace-input {}");
        std::ifstream in(file.path(), std::ios::binary);
        std::ostringstream changed;
        changed << in.rdbuf();
        EXPECT_FIRES("pdf.file.foreign", faults_of(inspect(changed.str()))) << options;
    }
}

TEST(Inspect, RefusesWhatIsBrokenInside) {
    std::string bytes = signable();
    EXPECT_SILENT("pdf.file.broken", faults_of(inspect(bytes)));
    bytes.replace(bytes.rfind("startxref") + 10, 3, "999");
    EXPECT_FIRES("pdf.file.broken", faults_of(inspect(bytes)));
}

/// Whatever stands in the file: a listing or a fault, never a crash or a hang (run with ASan).
TEST(Inspect, SurvivesBentBytes) {
    const std::string whole = signable();
    std::string bent = whole;
    std::uint32_t seed = 1;
    const auto next = [&] { return seed = seed * 1'664'525u + 1'013'904'223u; };
    for (int round = 0; round < 300; ++round) {
        const std::size_t at = next() % bent.size();
        const bool in_structure = round % 2 == 0;
        const std::size_t place = in_structure ? bent.size() - 1 - at % 4000 : at;
        bent[place] = static_cast<char>(next() >> 24);
        inspect(bent);
        bent[place] = whole[place];
    }
}

std::string with(std::string bytes, std::string_view old, std::string_view fresh) {
    return bytes.replace(bytes.find(old), old.size(), fresh);
}

TEST(Inspect, DoesNotFollowPageTreesInCircles) {
    const std::string bytes = signable();
    const std::size_t kids = bytes.find("/Kids[");
    ASSERT_NE(kids, std::string::npos);
    const std::size_t tree = bytes.rfind(" 0 obj", kids);
    const std::size_t line = bytes.rfind('\n', tree) + 1;
    const std::string number = bytes.substr(line, tree - line);
    const std::size_t end = bytes.find(']', kids);
    std::string loop = bytes;
    loop.replace(kids + 6, end - kids - 6, (number + " 0 R          ").substr(0, end - kids - 6));
    ASSERT_EQ(loop.size(), bytes.size());
    const Result<std::string> listing = inspect(loop);
    ASSERT_TRUE(listing) << besshi::tests::list(listing.error());
    EXPECT_THAT(*listing, HasSubstr("ページ    0枚"));
}

TEST(Inspect, StandsDeepNestingAndLargeCounts) {
    const std::string bytes = signable();
    const auto start = std::chrono::steady_clock::now();
    inspect(with(bytes, "/Lang(ja-JP)", "/Lang " + std::string(200'000, '[')));
    inspect(with(bytes, "/Count 1", "/Count 2147483647"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
}  // namespace besshi::pdf::tests
