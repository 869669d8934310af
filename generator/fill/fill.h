#pragma once

#include "fill/filled_form.h"
#include "plan/plan.h"

#include <span>

/// Mustache cells, derived values, expansion of rows and timetables.
namespace besshi::fill {

/// Fills `definition` with `document`. Data that contain `{{…}}` are text. Errors: a parameter the form
/// does not have, a value of it that is not allowed, needs of purposes `sign` and `record` not met, a
/// timetable event that cannot be placed.
Result<FilledForm> bind(const form::FormDefinition& definition, const plan::CaseDocument& document,
                        const form::RenderRequest& request);

/// The date of a document: what stands at the form's `dated`; for a form printed once per element, that of
/// the first element. Nothing if the case does not have it yet.
std::optional<Date> find_form_date(const form::FormDefinition& form, const plan::CaseDocument& document);

/// Whether the case has what the document is made of: an element to print it for, and the objects its names and
/// its date stand in. A case without an assessment has no data for an assessment sheet.
bool has_data(const form::FormDefinition& form, const plan::CaseDocument& document);

/// The labels that head a cell of `grid`, in reading order.
std::vector<const Cell*> labels_of(const Grid& grid, std::size_t cell);

/// 令和７年９月26日 — the national forms write single digits full width and pairs half width; the first
/// year is 元年. Eras: 明治 from 1868-01-25, 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08,
/// 令和 2019-05-01 (元号法 and the cabinet orders under it). Days before 明治 keep the Gregorian year.
std::string wareki(Date date);
/// 令和７年４月, in the era of the month's first day: January 1989 is 昭和64年１月.
std::string wareki(Month month);
std::string wareki_ascii(Date date);  ///< 令和7年9月26日
std::string wareki_short(Date date);  ///< R7.9.26; the first year is 1
std::string weekday(Date date);       ///< 金
/// Completed years and months: 8歳3か月; empty before birth. By 年齢計算ニ関する法律 and 民法第143条 a year
/// ends with the day before the birthday, so the new age is printed on the birthday itself; who was born
/// on 29 February is older on 1 March of a common year, who was born on the 31st a month older on the
/// first after a shorter month.
std::string age(Date birth, Date on);
std::string clock(ClockTime time);           ///< 9:00, 24:00; later than that 翌6:30
std::string hours_and_minutes(int minutes);  ///< 3時00分, empty for 0
std::string circled(int number);             ///< ① to ㊿, then （51）
std::string yen(std::int64_t amount);        ///< 4,600円

/// The form as text: grid by grid, cell by cell, run by run with its origin.
std::string dump(const FilledForm& filled);

/// Somebody a document may go to.
struct Addressee {
    std::string kind;    ///< of `recipient_kind`
    std::string person;  ///< name, compared as people write it
};

/// Why nothing may go to somebody whom the case marks as 非開示 or 支援措置; null if it may.
const field::Code* find_limit(const plan::CaseDocument& document, const Addressee& addressee);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::fill
