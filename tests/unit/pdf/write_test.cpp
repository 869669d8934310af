#include "sample_lists.h"

#include <gmock/gmock.h>

namespace besshi::pdf::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Write, GivesTextBackThatPopplerExtracts) {
    const std::vector<std::string> lines{"個別支援計画書", "𠮷野家の𠮷", "葛󠄀城市と葛飾区", "辻󠄀と辻", "김민준", "张伟", "Nguyễn Thị Ánh", "ABC123"};
    const PdfFile file(bytes_of(list_of_lines(lines)));
    EXPECT_EQ(file.lines(), lines);
}

TEST(Write, OpensCleanInOtherPrograms) {
    const PdfFile file(bytes_of(list_of_lines({"利用児氏名", "张伟 김민준"})));
    EXPECT_THAT(file.ask("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors found"));
    EXPECT_THAT(file.ask("qpdf --check {}"), Not(HasSubstr("WARNING")));
    EXPECT_THAT(file.ask("mutool draw -F text {}"), HasSubstr("利用児氏名"));
    EXPECT_THAT(file.ask("mutool draw -F text {}"), HasSubstr("김민준"));
}

}  // namespace
}  // namespace besshi::pdf::tests
