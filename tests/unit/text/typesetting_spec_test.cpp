#include "spec_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace besshi::text::tests {
namespace {

/// What a line of `typesetting.tsv` asks for: the word of its second field, and what stands behind it.
struct Setting {
    Adjustment adjustment = Adjustment::none;
    BreakMode mode = BreakMode::strict;
    bool item_leads = false;
    std::vector<std::string> leads;
};

Setting setting_of(const std::string& field) {
    const auto words = split(field, " ");
    static const std::map<std::string, Adjustment, std::less<>> adjustments = {
        {"none", Adjustment::none}, {"justify", Adjustment::justify}, {"distribute", Adjustment::distribute}};
    Setting setting;
    setting.adjustment = adjustments.at(words[0]);
    if (words.size() > 1 && words[1] == "item") {
        setting.item_leads = true;
    } else if (words.size() > 1 && words[1] == "phrase") {
        setting.mode = BreakMode::phrase;
    } else if (words.size() > 1) {
        setting.leads = {words[1]};
    }
    return setting;
}

/// In em with at most three decimals: a length is a whole number of units, an eighth of an em often none.
std::string in_em(Length length) {
    const auto thousandths = std::llround(static_cast<double>(length.units) * 1000 / static_cast<double>(em.units));
    std::string digits = std::to_string(static_cast<double>(thousandths) / 1000);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

std::string widths_of(const BrokenText& made) {
    std::vector<std::string> widths;
    for (const Line& line : made.lines) {
        const std::string indent = line.indent == Length{} ? "" : in_em(line.indent) + "+";
        widths.push_back(indent + in_em(line.width));
    }
    return join(widths, " ");
}

TEST(TypesettingSpec, EveryCaseOfTheTable) {
    const auto cases = read_spec("typesetting.tsv", 6);
    for (const auto& row : cases) {
        std::string text = meant(row[2]);
        const bool is_name = text.starts_with('<');
        if (is_name) text = text.substr(1, text.size() - 2);
        const Setting setting = setting_of(row[1]);
        Measure measure;
        measure.adjustment = setting.adjustment;
        measure.item_leads = setting.item_leads;
        measure.leads = setting.leads;
        const Broken made = broken({is_name ? name(text) : plain(text)}, std::stod(row[0]), measure, setting.mode);
        EXPECT_EQ(shown(join(made.lines(), line_end)), row[3]) << join(row, "\t");
        EXPECT_EQ(widths_of(made.result), row[4]) << join(row, "\t");
    }
    EXPECT_GT(cases.size(), 150U);
}

}  // namespace
}  // namespace besshi::text::tests
