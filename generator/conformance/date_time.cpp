#include "conformance/date_time.h"

#include <initializer_list>

namespace besshi::conformance {

namespace {

/// Takes parts of a date off the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::optional<int> number(std::size_t digits, int least, int most) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        if (value < least || value > most) return std::nullopt;
        rest_.remove_prefix(digits);
        return value;
    }

private:
    std::string_view rest_;
};

/// `Z`, or a sign, hours, `separator` and minutes.
bool read_offset(Reader& reader, std::string_view separator, DateTime& date) {
    if (reader.take("Z")) {
        date.offset = 0;
        return true;
    }
    const int sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0;
    if (sign == 0) return false;
    const auto hours = reader.number(2, 0, 23);
    if (!hours) return false;
    const bool separated = reader.take(separator);
    const auto minutes = reader.number(2, 0, 59);
    if (minutes && !separated) return false;
    date.offset = sign * (*hours * 60 + minutes.value_or(0));
    return true;
}

}  // namespace

std::optional<DateTime> read_pdf_date(std::string_view text) {
    Reader reader(text);
    if (!reader.take("D:")) return std::nullopt;
    DateTime date;
    const auto year = reader.number(4, 0, 9999);
    if (!year) return std::nullopt;
    date.year = *year;
    struct Part {
        int* value;
        int least, most;
    };
    for (const Part& part : {Part{&date.month, 1, 12}, Part{&date.day, 1, 31}, Part{&date.hour, 0, 23},
                             Part{&date.minute, 0, 59}, Part{&date.second, 0, 59}}) {
        if (reader.at_end()) return date;
        const auto value = reader.number(2, part.least, part.most);
        if (!value) return std::nullopt;
        *part.value = *value;
    }
    if (reader.at_end()) return date;
    if (!read_offset(reader, "'", date)) return std::nullopt;
    reader.take("'");
    return reader.at_end() ? std::optional(date) : std::nullopt;
}

std::optional<DateTime> read_iso_date(std::string_view text) {
    Reader reader(text);
    DateTime date;
    const auto year = reader.number(4, 0, 9999);
    if (!year) return std::nullopt;
    date.year = *year;
    struct Part {
        std::string_view before;
        int* value;
        int least, most;
        bool may_end;  ///< the date may stop before this part
    };
    for (const Part& part : {Part{"-", &date.month, 1, 12, true}, Part{"-", &date.day, 1, 31, true},
                             Part{"T", &date.hour, 0, 23, true}, Part{":", &date.minute, 0, 59, false}}) {
        if (reader.at_end() && part.may_end) return date;
        const auto value = reader.take(part.before) ? reader.number(2, part.least, part.most) : std::nullopt;
        if (!value) return std::nullopt;
        *part.value = *value;
    }
    if (reader.take(":")) {
        const auto second = reader.number(2, 0, 59);
        if (!second) return std::nullopt;
        date.second = *second;
    }
    if (reader.at_end()) return date;
    return read_offset(reader, ":", date) && reader.at_end() ? std::optional(date) : std::nullopt;
}

}  // namespace besshi::conformance
