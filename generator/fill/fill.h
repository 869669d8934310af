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

/// 令和７年９月26日 — the national forms write single digits full width and pairs half width; the first
/// year is 元年. Eras: 明治 from 1868-01-25, 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08,
/// 令和 2019-05-01 (元号法 and the cabinet orders under it).
std::string wareki(Date date);
std::string wareki(Month month);
std::string wareki_ascii(Date date);  ///< 令和7年9月26日
std::string wareki_short(Date date);  ///< R7.9.26
/// Completed years and months: 8歳3か月. A birthday on 29 February is reached on 1 March in common years'
/// count of 年齢計算ニ関する法律 (the day before the birthday ends a year); see the tests for the edges.
std::string age(Date birth, Date on);
std::string hours_and_minutes(int minutes);  ///< 3時00分, empty for 0
std::string yen(std::int64_t amount);        ///< 4,600円

/// The form as text: grid by grid, cell by cell, run by run with its origin.
std::string dump(const FilledForm& filled);

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::fill
