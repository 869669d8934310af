#include "cycle/csv.h"

#include "cycle/diagnostics.h"
#include "cycle/spreadsheet_text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace besshi::cycle {

namespace {

/// CP932 as UTF-8, or nothing if the bytes are not CP932.
std::optional<std::string> from_cp932(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-31j", &status), ucnv_close);
    if (U_FAILURE(status)) throw std::runtime_error("ICU knows no windows-31j");
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    return text.toUTF8String(utf8);
}

std::optional<std::string> decode(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const bool has_nul = bytes.find('\0') != std::string_view::npos;  // UTF-16
    if (has_nul) return std::nullopt;
    if (base::find_ill_formed_utf8(bytes) == std::string_view::npos) return std::string(bytes);
    return from_cp932(bytes);
}

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    void read() {
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            read_row(row);
            if (!row.is_blank()) rows.push_back(std::move(row));
        }
    }

    std::vector<CsvRow> rows;
    Diagnostics faults;

private:
    void read_row(CsvRow& row) {
        for (bool more = true; more;) {
            row.cells.emplace_back(trimmed(read_cell(row)));
            more = at_ < text_.size() && text_[at_] == ',';
            if (more) ++at_;
        }
        take_line_end();
    }

    std::string read_cell(const CsvRow& row) {
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted(row);
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        const std::size_t begin = std::exchange(at_, end);
        return std::string(text_.substr(begin, end - begin));
    }

    std::string read_quoted(const CsvRow& row) {
        const int first_line = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_ >= text_.size() || text_[at_] != '"') return end_of_quoted(row, std::move(cell));
            }
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        fault(kinds::open_quote, first_line, row);
        return cell;
    }

    std::string end_of_quoted(const CsvRow& row, std::string cell) {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        if (!trimmed(text_.substr(at_, end - at_)).empty()) fault(kinds::text_behind_quote, line_, row);
        at_ = end;
        return cell;
    }

    void take_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    void fault(const DiagnosticKind& kind, int line, const CsvRow& row) {
        faults.push_back(diagnose(kind, {"", file_, line, static_cast<int>(row.cells.size()) + 1}));
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

bool CsvRow::is_blank() const {
    return std::ranges::all_of(cells, &std::string::empty);
}

Result<std::vector<CsvRow>> read_csv(const plan::Source& csv) {
    const auto text = decode(csv.bytes);
    if (!text) return fail(diagnose(kinds::not_csv, {"", csv.file, 0, 0}));
    CsvReader reader(*text, csv.file);
    reader.read();
    if (!reader.faults.empty()) return fail(std::move(reader.faults));
    return std::move(reader.rows);
}

}  // namespace besshi::cycle
