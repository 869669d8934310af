#include "explain/legend.h"

#include "explain/line_end.h"
#include "explain/line_marks.h"
#include "explain/palette.h"
#include "explain/shapes.h"

#include <fmt/format.h>

namespace besshi::explain {

namespace {

constexpr form::Color ink{0x22, 0x22, 0x22};
constexpr Length title_size{Length::per_pt * 14}, heading_size{Length::per_pt * 10}, text_size{Length::per_pt * 9};
constexpr Length line_pitch{Length::per_pt * 15}, gap_above_heading{Length::per_pt * 8};
/// Width of the samples left of the sentences, and the size they are shown at.
constexpr Length sample_width{Length::per_mm * 42}, sample_size{Length::per_pt * 16};

/// Writes from the top down: samples on the left, what they mean beside them.
class LegendPage {
public:
    LegendPage(const form::PageSetup& paper, Lettering& lettering) : lettering_(lettering) {
        page_.width = paper.width;
        page_.height = paper.height;
        pen_ = {paper.left + Length{Length::per_mm * 5}, paper.top + Length{Length::per_mm * 5}};
    }

    void add_title(std::string words) { add_words(std::move(words), title_size, title_size); }

    void add_heading(std::string words) {
        pen_.y += gap_above_heading;
        add_words(std::move(words), heading_size, line_pitch);
    }

    void add_text(std::string words) { add_words(std::move(words), text_size, line_pitch); }

    /// `draw_sample` appends marks beside a baseline that begins at the point it is given.
    template <class DrawSample>
    void add(std::string_view sentence, DrawSample draw_sample) {
        pen_.y += line_pitch;
        draw_sample(page_.marks, pen_);
        lettering_.append(page_.marks, {std::string(sentence), text_size, ink}, {pen_.x + sample_width, pen_.y});
    }

    void add_words_as_sample(std::string_view sentence, const Words& sample) {
        add(sentence, [&](std::vector<draw::Mark>& marks, Point at) { lettering_.append(marks, sample, at); });
    }

    draw::Page take() { return std::move(page_); }

private:
    void add_words(std::string words, Length size, Length pitch) {
        pen_.y += pitch;
        lettering_.append(page_.marks, {std::move(words), size, ink}, pen_);
    }

    Lettering& lettering_;
    draw::Page page_;
    Point pen_;
};

void explain_cells(LegendPage& page) {
    page.add_heading("欄");
    page.add("実線は欄、破線は文字を置く範囲、緑の横線は文字の並び線", [](std::vector<draw::Mark>& marks, Point at) {
        const Length height = scale(text_size, 3, 4);
        const Rect box{at.x, at.y - height, Length{Length::per_mm * 20}, height};
        const Length inset{Length::per_mm};
        append_frame(marks, box, {palette::thin, palette::cell});
        append_frame(marks, {box.x + inset, box.y + inset / 2, box.width - inset * 2, box.height - inset},
                     {palette::thin, palette::cell, form::Stroke::dashed});
        append_line(marks, {box.x + inset, at.y - inset}, {box.right() - inset, at.y - inset},
                    {palette::thin, palette::baseline});
    });
    page.add_words_as_sample("ブロックと欄の名前、様式ファイルの行、データの場所（狭い欄では後ろから省く）",
                             {"goals.long:160  /support_plan/…", text_size / 2, palette::caption});
    page.add_words_as_sample("入れるためにしたこと（文字を縮めた、字の幅を狭めた、行を様式の高さの何％にしたなど）",
                             {"文字 87.5％　行 116％", text_size / 2, palette::adapted});
}

void explain_spaces(LegendPage& page) {
    const auto sample = [](Length of_table, Length of_adjustment) {
        return [=](std::vector<draw::Mark>& marks, Point at) {
            const Length width = std::max(std::max(of_table, -of_table), std::max(of_adjustment, -of_adjustment));
            const Point from{at.x + width, at.y - sample_size / 4};
            append_space_bars(
                marks, {.from = from, .size = sample_size, .of_table = of_table, .of_adjustment = of_adjustment});
        };
    };
    const Length some = sample_size, none{0};
    page.add_heading("文字と文字の間（横の長さが、空けたり詰めたりした幅）");
    page.add("字の種類の決まりで空けた（和字と英数字の間の四分など）", sample(some, none));
    page.add("字の種類の決まりで詰めた（続く約物、行頭の括弧など）", sample(-some, none));
    page.add("行の右端をそろえるために空けた", sample(none, some));
    page.add("行の右端をそろえるために詰めた", sample(none, -some));
}

void explain_line_ends(LegendPage& page, Lettering& lettering) {
    page.add_heading("行の終わり");
    for (const LineEnd& end : line_ends())
        page.add(end.sentence, [&](std::vector<draw::Mark>& marks, Point at) {
            append_line(marks, at, {at.x, at.y - text_size}, {palette::thin * 2, end.color});
            if (!end.sign.empty())
                lettering.append(marks, {std::string(end.sign), text_size, end.color},
                                 {at.x + Length{Length::per_pt * 2}, at.y});
        });
}

void explain_page_ends(LegendPage& page) {
    page.add_heading("ページの終わり");
    page.add("最後の行の下に、ページがそこで終わるわけを書いた", [](std::vector<draw::Mark>& marks, Point at) {
        const Length y = at.y - text_size / 3;
        append_line(marks, {at.x, y}, {at.x + Length{Length::per_mm * 20}, y},
                    {palette::thin, palette::page_end, form::Stroke::dashed});
    });
}

std::string sentence_of_size(const layout::PagedForm& paged) {
    std::string listed;
    for (const Length size : paged.form.filled->fit.sizes)
        listed += fmt::format("{}{:.3g}", listed.empty() ? "" : "、", size.pt());
    return fmt::format("本文の大きさは、様式が挙げる {} pt から {:.3g} pt を選んだ。", listed, paged.form.size.pt());
}

}  // namespace

std::string_view sentence_of(layout::PageEnd end) {
    switch (end) {
        case layout::PageEnd::end_of_section:
            return "ここで終わり";
        case layout::PageEnd::no_room:
            return "次の行が入らないので、次のページへ";
        case layout::PageEnd::kept_with_next:
            return "次の行と離せない行を連れて、次のページへ";
        case layout::PageEnd::break_before:
            return "様式が新しいページを求めているか、ここから別紙なので、次のページへ";
        case layout::PageEnd::row_split:
            return "一つの行が一ページより高いので、行の途中で分けて次のページへ";
    }
    return {};
}

draw::Page legend(const layout::PagedForm& paged, Lettering& lettering) {
    const fill::FilledForm& filled = *paged.form.filled;
    LegendPage page(filled.page, lettering);
    page.add_title("この図の見方");
    page.add_text(fmt::format("{} {}（{} 版）", filled.number, filled.title, filled.revision));
    if (filled.fit.sizes.size() > 1) page.add_text(sentence_of_size(paged));
    explain_cells(page);
    explain_spaces(page);
    explain_line_ends(page, lettering);
    explain_page_ends(page);
    return page.take();
}

}  // namespace besshi::explain
