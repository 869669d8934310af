#include "xlsx/xlsx.h"

#include "xlsx/check.h"
#include "xlsx/diagnostics.h"
#include "xlsx/excel_text.h"
#include "xlsx/memory_file.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <map>
#include <memory>

namespace besshi::xlsx {

namespace {

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

constexpr std::string_view media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Written where the data have no date of their own: the library would take the clock. The day of its zip entries.
constexpr Date no_date{1980, 1, 1};

std::uint8_t border_of(form::Stroke stroke) {
    switch (stroke) {
        case form::Stroke::none:
            return LXW_BORDER_NONE;
        case form::Stroke::hair:
            return LXW_BORDER_HAIR;
        case form::Stroke::thin:
            return LXW_BORDER_THIN;
        case form::Stroke::dashed:
            return LXW_BORDER_DASHED;
        case form::Stroke::medium:
            return LXW_BORDER_MEDIUM;
    }
    return LXW_BORDER_NONE;
}

std::uint8_t align_of(form::Align align) {
    switch (align) {
        case form::Align::left:
            return LXW_ALIGN_LEFT;
        case form::Align::center:
            return LXW_ALIGN_CENTER;
        case form::Align::right:
            return LXW_ALIGN_RIGHT;
        case form::Align::justify:
            return LXW_ALIGN_JUSTIFY;
        case form::Align::distributed:
            return LXW_ALIGN_DISTRIBUTED;
    }
    return LXW_ALIGN_LEFT;
}

std::uint8_t align_of(form::VerticalAlign align) {
    switch (align) {
        case form::VerticalAlign::top:
            return LXW_ALIGN_VERTICAL_TOP;
        case form::VerticalAlign::middle:
            return LXW_ALIGN_VERTICAL_CENTER;
        case form::VerticalAlign::bottom:
            return LXW_ALIGN_VERTICAL_BOTTOM;
    }
    return LXW_ALIGN_VERTICAL_TOP;
}

/// Where the text stands in its cell. Stacked characters (ECMA-376 part 1 §18.8.1: textRotation 255, which the
/// library calls 270) are spread over the height of the cell, not over its width.
void set_place_of_text(lxw_format* format, const sheet::Format& from) {
    constexpr std::int16_t stacked = 270;
    const bool is_vertical = from.direction == Direction::vertical;
    if (is_vertical) format_set_rotation(format, stacked);
    if (is_vertical && from.align == form::Align::distributed) {
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_align(format, LXW_ALIGN_VERTICAL_DISTRIBUTED);
        return;
    }
    format_set_align(format, align_of(from.align));
    format_set_align(format, align_of(from.vertical_align));
}

/// A row of the default 15 points would be written without its height, and Excel would then fit it to its
/// text. Excel reads 15.01 as the same 20 pixels.
double points_of_row(Length height) {
    return height == sheet::pixel * 20 ? 15.01 : height.pt();
}

/// Width in digits of the Normal style (7 pixels, padding 5), from which libxlsxwriter comes back
/// to the same pixels. Up to one digit the padding grows with it: 12 pixels. Never its default 8.43, which
/// would be written as if the width were not fixed.
double digits_of_column(Length width) {
    const double pixels = static_cast<double>(width.units / sheet::pixel.units);
    return pixels > 12 ? (pixels - 5) / 7 : pixels / 12;
}

constexpr double pixels_per_inch = 96;

double inches_of(Length length) {
    return length.pt() / 72;
}

lxw_object_properties* newest_image(const lxw_worksheet* worksheet) {
    lxw_object_properties* newest = nullptr;
    lxw_object_properties* image = nullptr;
    STAILQ_FOREACH(image, worksheet->image_props, list_pointers) {
        newest = image;
    }
    return newest;
}

/// `'個別支援計画書'!$B$3`
std::string reference_to(const sheet::Worksheet& sheet, const sheet::SheetCell& cell) {
    std::string quoted;
    for (const char c : sheet.name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    const std::string address = sheet::cell_address(cell.row, cell.column);
    const std::size_t digits = address.find_first_of("0123456789");
    return fmt::format("='{}'!${}${}", quoted, address.substr(0, digits), address.substr(digits));
}

/// Turns a checked plan into the library's calls. The first call that fails is kept.
class WorkbookWriter {
public:
    WorkbookWriter(lxw_workbook* workbook, const sheet::SheetPlan& plan) : workbook_(workbook), plan_(plan) {}

    lxw_error write() {
        write_properties();
        set_normal_style();
        for (const sheet::Format& format : plan_.formats) formats_.push_back(to_format(format));
        for (const sheet::Worksheet& sheet : plan_.sheets) write_sheet(sheet);
        return error_;
    }

private:
    void keep(lxw_error error) {
        if (error_ == LXW_NO_ERROR) error_ = error;
    }

    void write_properties() {
        std::string title = plan_.title;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = base::day_number(plan_.created.value_or(no_date)) * std::time_t{24 * 60 * 60};
        keep(workbook_set_properties(workbook_, &properties));
    }

    /// The library's first format is the Normal style; it has no function for it.
    void set_normal_style() {
        lxw_format* normal = STAILQ_FIRST(workbook_->formats);
        format_set_font_name(normal, plan_.normal_font.c_str());
        format_set_font_size(normal, sheet::normal_size.pt());
    }

    lxw_format* font_of(const std::string& name, Length size, bool bold, bool underline) {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_font_name(format, name.c_str());
        format_set_font_size(format, size.pt());
        if (bold) format_set_bold(format);
        if (underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
        return format;
    }

    lxw_format* to_format(const sheet::Format& from) {
        lxw_format* format = font_of(from.font_name, from.size, from.bold, from.underline);
        if (from.long_text == sheet::LongText::wrap) {
            format_set_text_wrap(format);
        } else {
            format_set_shrink(format);
        }
        set_place_of_text(format, from);
        if (from.fill) {
            format_set_bg_color(
                format, static_cast<lxw_color_t>(from.fill->red << 16 | from.fill->green << 8 | from.fill->blue));
        }
        format_set_left(format, border_of(from.left));
        format_set_right(format, border_of(from.right));
        format_set_top(format, border_of(from.top));
        format_set_bottom(format, border_of(from.bottom));
        return format;
    }

    void write_sheet(const sheet::Worksheet& sheet) {
        lxw_worksheet* worksheet = workbook_add_worksheet(workbook_, escape_hex_literals(sheet.name).c_str());
        if (worksheet == nullptr) return keep(LXW_ERROR_PARAMETER_VALIDATION);
        write_geometry(worksheet, sheet);
        write_print_set_up(worksheet, sheet);
        for (const sheet::SheetCell& cell : sheet.cells) {
            write_cell(worksheet, cell);
            if (!cell.name.empty()) {
                keep(workbook_define_name(workbook_, cell.name.c_str(), reference_to(sheet, cell).c_str()));
            }
        }
        for (const sheet::SheetPicture& picture : sheet.pictures) write_picture(worksheet, picture);
    }

    void write_picture(lxw_worksheet* worksheet, const sheet::SheetPicture& picture) {
        const auto pixels = [](Length length) { return static_cast<std::int32_t>(length.units / sheet::pixel.units); };
        std::string description = picture.alternative;
        lxw_image_options options{};
        options.x_offset = pixels(picture.place.x);
        options.y_offset = pixels(picture.place.y);
        options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
        options.description = description.data();
        const std::string& bytes = picture.picture->bytes;
        const lxw_error error = worksheet_insert_image_buffer_opt(
            worksheet, static_cast<lxw_row_t>(picture.row), static_cast<lxw_col_t>(picture.column),
            reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &options);
        if (error != LXW_NO_ERROR) return keep(error);
        // Scales count from the size in inches that the file states, which the library has read just now.
        lxw_object_properties* image = newest_image(worksheet);
        image->x_scale = pixels(picture.place.width) * image->x_dpi / pixels_per_inch / image->width;
        image->y_scale = pixels(picture.place.height) * image->y_dpi / pixels_per_inch / image->height;
    }

    void write_geometry(lxw_worksheet* worksheet, const sheet::Worksheet& sheet) {
        for (std::size_t row = 0; row < sheet.row_heights.size(); ++row) {
            keep(worksheet_set_row(worksheet, static_cast<lxw_row_t>(row), points_of_row(sheet.row_heights[row]),
                                   nullptr));
        }
        for (std::size_t column = 0; column < sheet.column_widths.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            keep(worksheet_set_column(worksheet, at, at, digits_of_column(sheet.column_widths[column]), nullptr));
        }
    }

    void write_print_set_up(lxw_worksheet* worksheet, const sheet::Worksheet& sheet) {
        worksheet_set_paper(worksheet, *find_paper(sheet.paper_width, sheet.paper_height));
        if (sheet.paper_width > sheet.paper_height) worksheet_set_landscape(worksheet);
        worksheet_set_margins(worksheet, inches_of(sheet.left), inches_of(sheet.right), inches_of(sheet.top),
                              inches_of(sheet.bottom));
        if (sheet.center_horizontally) worksheet_center_horizontally(worksheet);
        if (sheet.center_vertically) worksheet_center_vertically(worksheet);
        worksheet_set_print_scale(worksheet, static_cast<std::uint16_t>(sheet.scale_percent));
        worksheet_set_start_page(worksheet, 1);
        worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);

        if (!sheet.header.empty()) {
            lxw_header_footer_options at{};
            at.margin = inches_of(sheet.header_at);
            keep(worksheet_set_header_opt(worksheet, escape_hex_literals(sheet.header).c_str(), &at));
        }
        if (!sheet.footer.empty()) {
            lxw_header_footer_options at{};
            at.margin = inches_of(sheet.footer_at);
            keep(worksheet_set_footer_opt(worksheet, escape_hex_literals(sheet.footer).c_str(), &at));
        }
        if (!sheet.row_breaks.empty()) {
            std::vector<lxw_row_t> breaks(sheet.row_breaks.begin(), sheet.row_breaks.end());
            breaks.push_back(0);
            keep(worksheet_set_h_pagebreaks(worksheet, breaks.data()));
        }
        if (!sheet.row_heights.empty() && !sheet.column_widths.empty()) {
            keep(worksheet_print_area(worksheet, 0, 0, static_cast<lxw_row_t>(sheet.row_heights.size() - 1),
                                      static_cast<lxw_col_t>(sheet.column_widths.size() - 1)));
        }
    }

    void write_cell(lxw_worksheet* worksheet, const sheet::SheetCell& cell) {
        const auto row = static_cast<lxw_row_t>(cell.row);
        const auto column = static_cast<lxw_col_t>(cell.column);
        lxw_format* format = formats_[cell.format];
        if (cell.row_span > 1 || cell.column_span > 1) {
            keep(worksheet_merge_range(worksheet, row, column, static_cast<lxw_row_t>(row + cell.row_span - 1),
                                       static_cast<lxw_col_t>(column + cell.column_span - 1), "", format));
        }
        if (cell.runs.empty()) {
            keep(worksheet_write_blank(worksheet, row, column, format));
        } else if (cell.runs.size() == 1) {
            keep(worksheet_write_string(worksheet, row, column, escape_hex_literals(cell.runs.front().text).c_str(),
                                        format));
        } else {
            write_rich(worksheet, cell);
        }
    }

    void write_rich(lxw_worksheet* worksheet, const sheet::SheetCell& cell) {
        const std::string& font_name = plan_.formats[cell.format].font_name;
        std::vector<std::string> texts;
        texts.reserve(cell.runs.size());
        std::vector<lxw_rich_string_tuple> tuples;
        tuples.reserve(cell.runs.size());
        for (const sheet::RichRun& run : cell.runs) {
            texts.push_back(escape_hex_literals(run.text));
            tuples.push_back({run_font(font_name, run), texts.back().data()});
        }
        std::vector<lxw_rich_string_tuple*> pointers;
        for (lxw_rich_string_tuple& tuple : tuples) pointers.push_back(&tuple);
        pointers.push_back(nullptr);
        keep(worksheet_write_rich_string(worksheet, static_cast<lxw_row_t>(cell.row),
                                         static_cast<lxw_col_t>(cell.column), pointers.data(), formats_[cell.format]));
    }

    lxw_format* run_font(const std::string& font_name, const sheet::RichRun& run) {
        const auto [at, is_new] = run_fonts_.try_emplace({font_name, run.size, run.bold, run.underline}, nullptr);
        if (is_new) at->second = font_of(font_name, run.size, run.bold, run.underline);
        return at->second;
    }

    struct RunFont {
        std::string name;
        Length size;
        bool bold, underline;
        auto operator<=>(const RunFont&) const = default;
    };

    lxw_workbook* workbook_;
    const sheet::SheetPlan& plan_;
    std::vector<lxw_format*> formats_;
    std::map<RunFont, lxw_format*> run_fonts_;
    lxw_error error_ = LXW_NO_ERROR;
};

Result<Artifact> unwritable(std::string_view reason) {
    return base::fail(diagnose(kinds::file_unwritable, {}, {reason}));
}

}  // namespace

Result<Artifact> write(const sheet::SheetPlan& plan) {
    if (Diagnostics faults = check(plan); !faults.empty()) return base::fail(std::move(faults));

    const MemoryFile file;
    if (!file.is_open()) return unwritable("メモリ上のファイルを開けません");
    const std::string path = file.path();
    std::string folder = find_memory_folder().value_or("");
    lxw_workbook_options options{};
    options.tmpdir = folder.empty() ? nullptr : folder.data();

    WorkbookHandle workbook(workbook_new_opt(path.c_str(), &options));
    if (!workbook) return unwritable("メモリが足りません");
    if (const lxw_error error = WorkbookWriter(workbook.get(), plan).write(); error != LXW_NO_ERROR) {
        return unwritable(lxw_strerror(error));
    }
    if (const lxw_error error = workbook_close(workbook.release()); error != LXW_NO_ERROR) {
        return unwritable(lxw_strerror(error));
    }

    Artifact artifact;
    artifact.bytes = file.read();
    if (artifact.bytes.empty()) return unwritable("書いたファイルを読み直せません");
    artifact.media_type = media_type;
    artifact.sha256 = base::sha256_hex(artifact.bytes);
    return artifact;
}

}  // namespace besshi::xlsx
