#include "xlsx/check.h"

#include "xlsx/diagnostics.h"
#include "xlsx/excel_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace besshi::xlsx {

namespace {

constexpr std::size_t longest_text = 32'767;
constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_header = 255;
constexpr std::size_t longest_title = 255;
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_breaks = 1'023;
constexpr Length widest_column = sheet::pixel * 1'790;  // 255 digits of 7 pixels and 5 of padding

struct Paper {
    std::int64_t short_mm, long_mm;
    std::uint8_t number;
};
/// ECMA-376 part 1 §18.3.1.63 paperSize; the B sizes are those of JIS P 0138.
constexpr Paper papers[] = {{297, 420, 8}, {210, 297, 9}, {148, 210, 11}, {257, 364, 12}, {182, 257, 13}};

std::string to_small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

bool is_whole_pixels(Length length) {
    return length.units % sheet::pixel.units == 0;
}

/// The faults of one worksheet.
class SheetCheck {
public:
    SheetCheck(const sheet::SheetPlan& plan, const sheet::Worksheet& sheet, Diagnostics& faults)
        : plan_(plan), sheet_(sheet), faults_(faults) {}

    void run() {
        if (!check_size()) return;
        check_geometry();
        check_text(sheet_.header, "ヘッダー", {});
        check_text(sheet_.footer, "フッター", {});
        for (const sheet::SheetCell& cell : sheet_.cells) check_cell(cell);
        for (const sheet::SheetPicture& picture : sheet_.pictures) check_picture(picture);
    }

private:
    bool check_size() {
        const auto within = [&](std::size_t count, std::size_t most, std::string_view unit) {
            if (count <= most) return true;
            report(kinds::sheet_too_large, {}, {sheet_.name, fmt::format("{}{}、上限{}", count, unit, most)});
            return false;
        };
        const bool rows = within(sheet_.row_heights.size(), most_rows, "行");
        const bool columns = within(sheet_.column_widths.size(), most_columns, "列");
        const bool breaks = within(sheet_.row_breaks.size(), most_breaks, "か所の改ページ");
        occupied_.assign(rows && columns ? sheet_.row_heights.size() * sheet_.column_widths.size() : 0, false);
        return rows && columns && breaks;
    }

    void check_geometry() {
        const auto is_in = [](Length length, Length most) {
            return length >= sheet::pixel && length <= most && is_whole_pixels(length);
        };
        const auto row = [&](Length height) { return is_in(height, sheet::highest_row); };
        const auto column = [&](Length width) { return is_in(width, widest_column); };
        expect(std::ranges::all_of(sheet_.row_heights, row), "行の高さ");
        expect(std::ranges::all_of(sheet_.column_widths, column), "列の幅");
        expect(sheet_.scale_percent >= 10 && sheet_.scale_percent <= 400, "印刷倍率");
        const auto is_row_inside = [&](int above) {
            return above > 0 && static_cast<std::size_t>(above) < sheet_.row_heights.size();
        };
        expect(std::ranges::all_of(sheet_.row_breaks, is_row_inside), "改ページの位置");
        const auto margins = {sheet_.top, sheet_.right, sheet_.bottom, sheet_.left, sheet_.header_at, sheet_.footer_at};
        expect(std::ranges::all_of(margins, [](Length margin) { return margin.units >= 0; }), "余白");
        expect(base::count_utf16_units(sheet_.header) <= longest_header, "ヘッダーの長さ");
        expect(base::count_utf16_units(sheet_.footer) <= longest_header, "フッターの長さ");
        if (!find_paper(sheet_.paper_width, sheet_.paper_height)) {
            report(kinds::paper_unknown, {},
                   {sheet_.name, fmt::format("{:g}", sheet_.paper_width.mm()),
                    fmt::format("{:g}", sheet_.paper_height.mm())});
        }
    }

    void check_cell(const sheet::SheetCell& cell) {
        const std::string address = sheet::cell_address(cell.row, cell.column);
        const bool inside = cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 &&
                            static_cast<std::size_t>(cell.row + cell.row_span) <= sheet_.row_heights.size() &&
                            static_cast<std::size_t>(cell.column + cell.column_span) <= sheet_.column_widths.size();
        expect(inside, "セルの位置");
        expect(cell.format < plan_.formats.size(), "セルの書式");
        if (inside && !occupy(cell)) report(kinds::cells_overlap, cell.origin, {sheet_.name, address});

        std::size_t units = 0;
        for (const sheet::RichRun& run : cell.runs) {
            check_text(run.text, address, cell.origin);
            units += base::count_utf16_units(run.text);
        }
        if (units > longest_text) {
            report(kinds::text_too_long, cell.origin, {sheet_.name, address, fmt::format("{}", units)});
        }
    }

    void check_picture(const sheet::SheetPicture& picture) {
        const bool inside = picture.row >= 0 && static_cast<std::size_t>(picture.row) < sheet_.row_heights.size() &&
                            picture.column >= 0 &&
                            static_cast<std::size_t>(picture.column) < sheet_.column_widths.size();
        const Rect& place = picture.place;
        const bool whole =
            std::ranges::all_of(std::array{place.x, place.y, place.width, place.height}, is_whole_pixels);
        const bool visible = place.width >= sheet::pixel && place.height >= sheet::pixel;
        expect(inside && whole && visible && place.x.units >= 0 && place.y.units >= 0, "画像の位置");
        check_text(picture.alternative, "画像の説明", picture.origin);
    }

    /// False if some of the cell's place was taken.
    bool occupy(const sheet::SheetCell& cell) {
        bool is_free = true;
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
            const auto first =
                occupied_.begin() + static_cast<std::ptrdiff_t>(row * sheet_.column_widths.size()) + cell.column;
            is_free = is_free && std::find(first, first + cell.column_span, true) == first + cell.column_span;
            std::fill_n(first, cell.column_span, true);
        }
        return is_free;
    }

    void check_text(std::string_view text, std::string_view place, const Origin& origin) {
        if (const std::size_t at = base::find_ill_formed_utf8(text); at != std::string_view::npos) {
            report(kinds::text_ill_formed, origin, {sheet_.name, place, fmt::format("{}", at + 1)});
        } else if (const auto c = find_forbidden(text)) {
            report(kinds::text_forbidden, origin, {sheet_.name, place, base::code_point_name(*c)});
        }
    }

    void expect(bool holds, std::string_view what) {
        if (!holds) report(kinds::plan_broken, {}, {sheet_.name, what});
    }

    void report(const DiagnosticKind& kind, const Origin& origin, std::initializer_list<std::string_view> arguments) {
        faults_.push_back(diagnose(kind, origin, arguments));
    }

    const sheet::SheetPlan& plan_;
    const sheet::Worksheet& sheet_;
    Diagnostics& faults_;
    std::vector<bool> occupied_;  ///< row by row
};

/// Why Excel would refuse the name; empty if it would not.
std::string_view fault_of_sheet_name(std::string_view name) {
    if (name.empty()) return "空です";
    if (base::find_ill_formed_utf8(name) != std::string_view::npos) return "文字として読めないバイト列があります";
    if (find_forbidden(name) || name.find_first_of("\t\n") != std::string_view::npos) return "制御文字があります";
    if (base::count_utf16_units(name) > longest_sheet_name) return "31字を超えています";
    if (name.find_first_of("[]:*?/\\") != std::string_view::npos) return "使えない記号があります";
    if (name.starts_with('\'') || name.ends_with('\'')) return "アポストロフィで始まるか終わっています";
    if (to_small_letters(name) == "history") return "Excel の予約語です";
    return {};
}

void check_sheet_names(const sheet::SheetPlan& plan, Diagnostics& faults) {
    std::set<std::string> taken;
    for (const sheet::Worksheet& sheet : plan.sheets) {
        std::string_view fault = fault_of_sheet_name(sheet.name);
        if (fault.empty() && !taken.insert(to_small_letters(sheet.name)).second) fault = "同じ名前のシートがあります";
        if (fault.empty()) continue;
        const bool printable = base::find_ill_formed_utf8(sheet.name) == std::string_view::npos;
        faults.push_back(diagnose(kinds::sheet_name, {}, {printable ? std::string_view(sheet.name) : "", fault}));
    }
}

void check_workbook(const sheet::SheetPlan& plan, Diagnostics& faults) {
    if (plan.sheets.empty()) faults.push_back(diagnose(kinds::plan_broken, {}, {"", "シートがありません"}));
    if (plan.normal_font.empty()) faults.push_back(diagnose(kinds::plan_broken, {}, {"", "標準のフォント"}));
    const bool well_formed = base::find_ill_formed_utf8(plan.title) == std::string_view::npos;
    if (!well_formed || find_forbidden(plan.title) || base::count_utf16_units(plan.title) > longest_title) {
        faults.push_back(diagnose(kinds::plan_broken, {}, {"", "ブックの表題"}));
    }
}

bool is_defined_name(std::string_view name) {
    const auto is_letter = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 255 && is_letter(name.front()) && std::ranges::all_of(name, is_part);
}

void check_defined_names(const sheet::SheetPlan& plan, Diagnostics& faults) {
    std::set<std::string> taken;
    for (const sheet::Worksheet& sheet : plan.sheets) {
        for (const sheet::SheetCell& cell : sheet.cells) {
            if (cell.name.empty()) continue;
            if (!is_defined_name(cell.name) || !taken.insert(to_small_letters(cell.name)).second) {
                faults.push_back(diagnose(kinds::plan_broken, cell.origin, {sheet.name, "セルの名前"}));
            }
        }
    }
}

}  // namespace

Diagnostics check(const sheet::SheetPlan& plan) {
    Diagnostics faults;
    check_workbook(plan, faults);
    check_sheet_names(plan, faults);
    check_defined_names(plan, faults);
    for (const sheet::Worksheet& sheet : plan.sheets) SheetCheck(plan, sheet, faults).run();
    return faults;
}

std::optional<std::uint8_t> find_paper(Length width, Length height) {
    const auto [shorter, longer] = std::minmax(width, height);
    for (const Paper& paper : papers) {
        if (shorter == Length{paper.short_mm * Length::per_mm} && longer == Length{paper.long_mm * Length::per_mm}) {
            return paper.number;
        }
    }
    return std::nullopt;
}

}  // namespace besshi::xlsx
