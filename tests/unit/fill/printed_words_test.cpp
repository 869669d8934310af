#include "filled.h"
#include "sample_images.h"

#include <algorithm>
#include <set>

/// Every word the forms print themselves against the wording taken from the official files and, where there is
/// none, from the specification: nothing is missing, nothing is added, and they stand in the same order.
namespace besshi::fill::tests {
namespace {

struct FormWithItsSample {
    const char* number;
    const char* sample = "full";
};

void PrintTo(const FormWithItsSample& form, std::ostream* out) {
    *out << form.number;
}

const FormWithItsSample forms[] = {
    {"F01"}, {"F02"}, {"F03"}, {"F04"}, {"F05"}, {"F10"}, {"F11"},
    {"F12"}, {"F13"}, {"F14"}, {"F15"}, {"F16"}, {"F17"}, {"F18", "self-plan"},
    {"F20"}, {"F21"}, {"F22"}, {"F23"}, {"F24"}, {"F25"}, {"F26"}, {"F27"},
};

const form::Catalogue& catalogue() {
    static const form::Catalogue read =
        value_or_throw(form::Catalogue::read(table(), std::filesystem::path(BESSHI_ROOT) / "forms"));
    return read;
}

/// Words in the order in which they first stand; `⏎` for a line break.
class Words {
public:
    void add(std::string word) {
        for (std::size_t at; (at = word.find('\n')) != std::string::npos;) word.replace(at, 1, "⏎");
        const bool is_white = base::to_utf32(word).find_first_not_of(U" 　⏎") == std::u32string::npos;
        if (!is_white && seen_.insert(word).second) in_order_.push_back(std::move(word));
    }

    const std::vector<std::string>& in_order() const { return in_order_; }

    std::vector<std::string> without(const Words& others) const {
        std::vector<std::string> rest;
        std::ranges::copy_if(in_order_, std::back_inserter(rest),
                             [&](const std::string& word) { return !others.seen_.contains(word); });
        return rest;
    }

private:
    std::vector<std::string> in_order_;
    std::set<std::string> seen_;
};

Words official_words(const std::string& number) {
    Words words;
    for (const auto& row : spec_rows("labels/" + number + ".txt")) words.add(row.at(0));
    return words;
}

/// Neighbouring runs of the form's own words, cut where data and generated text stand.
void add_pieces(Words& words, const std::vector<Run>& runs) {
    std::string piece;
    for (const Run& run : runs) {
        if (run.source == TextSource::label) {
            piece += run.text;
        } else {
            words.add(std::move(piece));
            piece.clear();
        }
    }
    words.add(std::move(piece));
}

void add_options(Words& words, const Choice& choice) {
    std::vector<Run> line = choice.before;
    for (const Choice::Option& option : choice.options) {
        if (&option != &choice.options.front()) line.push_back(choice.between);
        line.push_back(option.run);
    }
    line.insert(line.end(), choice.after.begin(), choice.after.end());
    add_pieces(words, line);
}

/// What stands at the edge of the paper and is no running head: those name the child and are tested for it.
void add_official_marks(Words& words, const Band& band) {
    for (const auto* piece : {&band.left, &band.center, &band.right}) {
        const auto is_label = [](const Run& run) { return run.source == TextSource::label; };
        if (*piece && band.from_page == 1 && band.if_pages == 1 && std::ranges::all_of((*piece)->runs, is_label))
            add_pieces(words, (*piece)->runs);
    }
}

Words printed_words(const FilledForm& form) {
    Words words;
    for (const Section& section : form.sections) {
        for (const Grid& grid : section.grids) {
            for (const Cell& cell : grid.cells) {
                if (const auto* text = std::get_if<Text>(&cell.content)) add_pieces(words, text->runs);
                if (const auto* choice = std::get_if<Choice>(&cell.content)) add_options(words, *choice);
            }
        }
        add_official_marks(words, section.header);
        add_official_marks(words, section.footer);
    }
    return words;
}

class PrintedWords : public ::testing::TestWithParam<FormWithItsSample> {};

TEST_P(PrintedWords, AreTheOfficialOnes) {
    const auto [number, sample] = GetParam();
    const auto form = catalogue().find(number, std::nullopt, std::nullopt);
    ASSERT_TRUE(form) << besshi::tests::list(form.error());
    const std::string json = file_text(std::string("samples/kotonoha/cases/") + sample + ".json");
    const std::string office = file_text("samples/kotonoha/office.toml");
    const auto document = besshi::tests::with_sample_images(
        value_or_throw(plan::read(table(), {json, sample}, plan::Source{office, "office.toml"})));

    const Words official = official_words(number);
    const Words printed = printed_words(value_or_throw(bind(**form, document, request_for(form::Purpose::record))));
    EXPECT_THAT(official.without(printed), ::testing::IsEmpty()) << "missing on the form";
    EXPECT_THAT(printed.without(official), ::testing::IsEmpty()) << "not in tests/spec/labels";
    EXPECT_EQ(printed.in_order(), official.in_order());
}

INSTANTIATE_TEST_SUITE_P(AllForms, PrintedWords, ::testing::ValuesIn(forms),
                         [](const auto& info) { return std::string(info.param.number); });

}  // namespace
}  // namespace besshi::fill::tests
