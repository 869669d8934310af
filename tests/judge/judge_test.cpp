#include "environment.h"
#include "judge/plan_text.h"
#include "judge/verdict.h"
#include "samples.h"

#include <gtest/gtest.h>

/// A million lines of plan text through layout, drawing and PDF, and read back out of the bytes.
///   BESSHI_JUDGE_LINES=1000000  how many lines at least
///   BESSHI_JUDGE_SEED=17        where to begin: each seed is one sheet
namespace besshi::tests {
namespace {

constexpr Length em = Length{Length::per_pt * 10};
constexpr Length margin = Length{Length::per_mm * 10};
constexpr Length padding = Length{Length::per_mm};  ///< between the edge of a cell and its measure

double in_points(Length length) {
    return static_cast<double>(length.units) / static_cast<double>(Length::per_pt);
}

template <class Value>
Value made(Result<Value> result) {
    if (!result) throw std::runtime_error(base::to_line(result.error().front()));
    return std::move(*result);
}

/// One very large page with a row of columns, each as wide as its measure asks and as long as its text.
class Sheet {
public:
    Sheet(Random& random, const PlanText& texts) {
        form_.document = form_.form = "judged";
        form_.number = "F99";
        form_.revision = "2026-04-01";
        form_.title = "行組み";
        form_.page.left = form_.page.right = form_.page.top = form_.page.bottom = margin;
        form_.page.header_at = form_.page.footer_at = margin / 2;
        form_.page.height = Length::from_pt(14'000);
        form_.page.width = margin * 2;
        form_.fit.sizes = {em};
        form_.min_size = em;
        fill::Grid& grid = form_.sections.emplace_back().grids.emplace_back();
        form_.sections.back().sheet_name = "行";
        grid.name = "columns";
        grid.rows.push_back({Length{}, -1, false});
        for (int i = 0; i < columns_a_sheet; ++i) add_column(random, texts);
    }

    void judge(const job::Stock& stock, Record& record) const {
        const layout::PagedForm paged = made(layout::lay_out(form_, stock.fonts()));
        const draw::DrawList list = made(draw::place(paged, stock.fonts()));
        const std::string pdf = made(pdf::write(list, stock.font_programs(), {.size = pdf::Size::fast})).bytes;
        const std::vector<Shown> glyphs = read_positions(pdf);
        std::size_t next = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::size_t begin = next;
            std::size_t left =
                columns_[i].text.size() - static_cast<std::size_t>(std::ranges::count(columns_[i].text, U'\n'));
            for (; next < glyphs.size() && (left > 0 || glyphs[next].text.empty()); ++next)
                left -= std::min(left, glyphs[next].text.size());
            tests::judge(columns_[i], std::span(glyphs).subspan(begin, next - begin),
                         ends_of(paged.form.grids[0][0].cells[i].text), record);
        }
        EXPECT_EQ(next, glyphs.size()) << "more is shown than was put in";
    }

private:
    void add_column(Random& random, const PlanText& texts) {
        constexpr std::size_t narrowest = 4, widest = 60, narrowest_justified = 10, lines_a_column = 90;
        const std::size_t quarter_ems = random.between(narrowest * 4, widest * 4);
        const Length measure = em * static_cast<std::int64_t>(quarter_ems) / 4;
        fill::Grid& grid = form_.sections.back().grids.back();
        fill::Cell& cell = grid.cells.emplace_back();
        cell.name = "columns." + std::to_string(grid.cells.size());
        cell.column = static_cast<int>(grid.cells.size()) - 1;
        cell.origin.pointer = "/" + cell.name;
        cell.borders = {form::Stroke::none, form::Stroke::none, form::Stroke::none, form::Stroke::none};
        cell.style.size = cell.style.min_size = em;
        cell.style.family = random.one_in(2) ? Family::gothic : Family::mincho;
        cell.style.overflow = {form::Overflow::grow};
        const bool justified = random.one_in(2);
        cell.style.align = justified ? form::Align::justify : form::Align::left;
        Column& column = columns_.emplace_back();
        column.left = in_points(form_.page.width - margin + padding);
        column.right = column.left + in_points(measure);
        if (justified && quarter_ems >= narrowest_justified * 4)
            column.justified_to = column.left + in_points(em * static_cast<std::int64_t>(quarter_ems / 4));
        fill::Text text;
        for (const PlanText::Piece& piece : texts.make(random, lines_a_column * quarter_ems / 4)) {
            fill::Run& run = text.runs.emplace_back();
            run.text = piece.text;
            run.personal_name = piece.personal_name;
            column.text += base::to_utf32(piece.text);
        }
        cell.content = std::move(text);
        form_.ruler.push_back(measure + padding * 2);
        form_.page.width += form_.ruler.back();
    }

    /// Of the lines that show something.
    static std::vector<LineEnd> ends_of(const text::BrokenText& broken) {
        std::vector<LineEnd> ends;
        for (const text::Line& line : broken.lines) {
            if (line.glyph_count == 0) continue;
            const bool torn =
                line.reason == text::BreakReason::second_rank || line.reason == text::BreakReason::emergency;
            ends.push_back(torn ? LineEnd::emergency : LineEnd::ordinary);
        }
        return ends;
    }

    static constexpr int columns_a_sheet = 12;

    fill::FilledForm form_;
    std::vector<Column> columns_;
};

TEST(Judge, NoLineOfPlanTextBreaksARule) {
    const std::uint64_t lines = number_from("BESSHI_JUDGE_LINES", 20'000);
    std::uint64_t seed = number_from("BESSHI_JUDGE_SEED", 1);
    std::printf("the first seed is %llu\n", static_cast<unsigned long long>(seed));
    const PlanText texts(std::filesystem::path(BESSHI_ROOT) / "samples");
    Record record;
    for (; record.lines < lines && record.faults.empty(); ++seed) {
        Random random(seed);
        SCOPED_TRACE("BESSHI_JUDGE_LINES=1 BESSHI_JUDGE_SEED=" + std::to_string(seed));
        Sheet(random, texts).judge(stock(), record);
    }
    std::printf(
        "%zu lines of %zu characters; %zu emergencies; of the lines to be justified %zu are, %zu are too short for "
        "it\n",
        record.lines, record.characters, record.emergencies, record.justified, record.short_of);
    std::printf("the last seed is %llu\n", static_cast<unsigned long long>(seed - 1));
    for (const auto& [what, times] : record.faults) ADD_FAILURE() << what << ": " << times << " times";
    for (const std::string& example : record.examples) std::printf("  %s\n", example.c_str());
}

}  // namespace
}  // namespace besshi::tests
