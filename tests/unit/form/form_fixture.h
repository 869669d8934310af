#pragma once

#include "expect_diagnostic.h"
#include "form/form.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

/// A small field table and one form that uses the whole language, for slips made in it one at a time.
namespace besshi::form::tests {

using besshi::tests::faults_of;
using besshi::tests::has_code;

inline constexpr std::string_view small_table = R"toml([enum.domain]
health = "健康・生活"
motion = "運動・感覚"

[enum.day]
mon = "月"
tue = "火"
wed = "水"
thu = "木"
fri = "金"
sat = "土"
sun = "日"

[field]
"case_number"         = { type = "text", label = "管理番号", expected = 20, limit = 60 }
"staff"               = { type = "list", label = "職員", expected = 20, limit = 200 }
"staff[]"             = { type = "object", label = "職員" }
"staff[].id"          = { type = "text", label = "職員の id", expected = 20, limit = 200 }
"staff[].name"        = { type = "name", label = "職員氏名", expected = 16, limit = 160 }
"child"               = { type = "object", label = "児童", personal = true }
"child.name"          = { type = "name", label = "児童氏名", expected = 24, limit = 240 }
"child.birth_date"    = { type = "date", label = "生年月日" }
"child.tall"          = { type = "boolean", label = "背が高い" }
"child.picture"       = { type = "image", label = "写真" }
"child.number"        = { type = "digits", label = "番号", digits = 10 }
"plan"                = { type = "object", label = "計画" }
"plan.created_on"     = { type = "date", label = "作成年月日" }
"plan.period"         = { type = "period", label = "期間" }
"plan.fee"            = { type = "yen", label = "金額", expected = 1000, limit = 10000 }
"plan.manager"        = { type = "reference", label = "管理責任者", target = "staff" }
"plan.policy"         = { type = "long_text", label = "方針", expected = 100, limit = 1000 }
"plan.rows"           = { type = "list", label = "行", expected = 20, limit = 200 }
"plan.rows[]"         = { type = "object", label = "行" }
"plan.rows[].item"    = { type = "code", label = "項目", codes = "domain" }
"plan.rows[].goal"    = { type = "long_text", label = "目標", expected = 100, limit = 1000 }
"plan.rows[].order"   = { type = "integer", label = "順位", expected = 9, limit = 99 }
"plan.rows[].domains"   = { type = "list", label = "領域", expected = 5, limit = 50 }
"plan.rows[].domains[]" = { type = "code", label = "領域", codes = "domain" }
"plan.days"           = { type = "map", label = "曜日ごと", keys = "day" }
"plan.days{}"         = { type = "object", label = "曜日の時間" }
"plan.days{}.start"   = { type = "time", label = "開始" }
"plan.days{}.end"     = { type = "time", label = "終了" }
"plan.days{}.sum"     = { type = "span", label = "時間", sum = ["end - start"] }
"plan.events"         = { type = "list", label = "予定", expected = 100, limit = 1000 }
"plan.events[]"       = { type = "object", label = "予定" }
"plan.events[].day"   = { type = "code", label = "曜日", codes = "day" }
"plan.events[].start" = { type = "time", label = "開始" }
"plan.events[].end"   = { type = "time", label = "終了" }
"plan.events[].text"  = { type = "text", label = "内容", expected = 20, limit = 200 }
"plan.notes"          = { type = "long_text", label = "備考", expected = 100, limit = 1000 }
)toml";

inline constexpr std::string_view whole_form = R"toml(form     = "sample"
number   = "X01"
revision = 2024-05-17
in_force = 2024-04-01
notice   = "見本"
dated    = "plan.created_on"
sheet    = "見本"
prefilled = [ "child", "plan.rows[].goal" ]

[needs]
sign = [ "child.name", "plan.rows[].goal" ]

[page]
paper  = "A4 portrait"
margin = { top = 10, right = 15, bottom = 10, left = 15 }
footer = { from_page = 2, size = 7, left = "{{child.name}}", right = "{{page}}／{{pages}}" }

[ruler]
equal = 12

[type]
face = "gothic"
size = 10
min  = 6
fit  = { sizes = [ 10, 9, 8 ], pages = 2 }

[param.title]
type    = "text"
default = "見本"
draft   = "見本（原案）"
choices = [ "見本", "見本（原案）" ]
[param.show]
type    = "bool"
default = true
[param.rows]
type    = "count"
default = 3
[param.from]
type    = "time"
default = "05:00"
[param.to]
type    = "time"
default = "28:00"

[words.domain]
motion = "うんどう"

[style]
label = { fill = "#F2F2F2", valign = "middle" }
head  = { align = "center", break = "phrase" }
value = { valign = "middle" }
title = { size = 14, weight = "bold", heading = 1 }
line  = { overflow = [ "shrink" ], min = 8, wrap = false }

[[block]]
kind  = "panel"
name  = "who"
gap   = 1.5
keep  = "next"
box   = { outer = "medium", inner = "thin" }
lines = [
  { min = 7, cells = "title*12" },
  { min = 6, cells = "name_label*2 name*4 birth_label*2 birth*4" },
  { min = 6, cells = "policy_label*2 policy*10" },
  { min = 6, cells = "policy_label*2 policy*10", if = "param.show" },
  { min = 5, cells = "policy_label*2 number*4 _*2 tall*4", bottom = "medium" },
]
[block.label]
title        = { text = "{{param.title}}", style = "title" }
name_label   = "氏名"
birth_label  = "生年月日"
policy_label = { text = [ "方針\n", { text = "小さく", size = 7, underline = true } ], of = [ "policy" ] }
[block.cell]
name   = { text = "{{child.name}}", style = "line" }
birth  = { text = "{{child.birth_date.wareki}}（{{child.birth_date.age}}）", border = "thin", left = "none" }
policy = { text = "{{plan.policy}}{{#plan.period}}（{{plan.period.wareki}}）{{/plan.period}}", hang = "item", empty = "by_hand" }
number = { digits = "child.number", if = "param.show" }
tall   = { choice = "child.tall", words = { true = "有", false = "無" }, between = " ・ " }

[[block]]
kind  = "panel"
name  = "week"
each  = { day = "plan.days", count = 3 }
lines = [ { min = 6, cells = "corner*3 day( weekday*3 )" }, { min = 6, cells = "corner*3 day( start sign end )" } ]
[block.label]
corner  = ""
weekday = { text = "{{day.word}}", of = [ "start", "end" ] }
sign    = "～"
[block.cell]
start = { text = "{{day.start.hm}}" }
end   = { text = "{{day.end.hm}}{{day.sum.sum}}" }

[[block]]
kind        = "table"
name        = "rows"
rows        = "plan.rows"
as          = "row"
row_lines   = 2
row_min     = 12
heading_min = 8
min_rows    = "param.rows"

[[block.column]]
span      = 2
heading   = "項目"
text      = "{{row.item.word}}"
merge     = "equal"
continued = "（つづき）"

[[block.column]]
span  = 6
group = "content"
text  = "{{row.goal}}"

[[block.column]]
span    = 2
group   = "content"
left    = "dashed"
between = "hair"
lines   = [ { tick = { list = "row.domains", code = "health" } }, { label = "{{words.domain.motion}}" } ]

[[block.column]]
span    = 2
heading = [ "優先\n順位" ]
text    = "{{row.order}}"

[block.group.content]
heading = "内容"

[[block]]
kind   = "timetable"
name   = "times"
events = "plan.events"
as     = "event"
from   = "param.from"
to     = "param.to"
step   = 30
row    = 2.79
wrap   = "week"
lanes  = "side-by-side"
round  = "nearest"
event  = { text = "{{event.text}}", overflow = [ "shrink", "note" ] }
[block.time]
span   = 2
labels = { every = 120, first = "06:00", text = "{{time.hm}}", on = "line" }
[block.days]
span    = 1
heading = [ "月", "火", "水", "木", "金", "土", "日・祝" ]
[[block.side]]
span     = 3
from     = "05:00"
to       = "28:00"
heading  = "備考"
text     = "{{plan.notes}}"
overflow = [ "continue" ]

[[block]]
kind  = "panel"
name  = "consent"
unless = "param.show"
break_before = true
lines = [ { min = 10, cells = "sign_label*4 day*4 sign*4" } ]
[block.label]
sign_label = "署名"
[block.cell]
day  = { text = "{{plan.created_on.wareki}}", by_hand = true }
sign = { sign = "guardian_signature", tip = "保護者署名", locks = "all" }
)toml";

inline const field::Table& table() {
    static const field::Table read = [] {
        Result<field::Table> table = field::Table::read(small_table, "fields.toml");
        EXPECT_TRUE(table) << besshi::tests::list(faults_of(table));
        return std::move(table.value());
    }();
    return read;
}

inline Result<std::vector<FormDefinition>> load_text(std::string_view toml) {
    return load(table(), toml, "form.toml");
}

/// The whole form, which has no fault.
inline const FormDefinition& whole() {
    static const FormDefinition definition = [] {
        auto loaded = load_text(whole_form);
        EXPECT_TRUE(loaded) << besshi::tests::list(faults_of(loaded));
        return std::move(loaded.value().front());
    }();
    return definition;
}

/// What is wrong with a form after a slip, and where the slip was made.
struct Slip {
    Diagnostics faults;
    int line = 0, column = 0;
};

inline constexpr std::string_view slip_mark = "¦";

/// Loads `toml`; the mark ¦ is taken out of it and says where a fault is expected.
inline Slip load_marked(std::string toml) {
    Slip slip;
    const std::size_t mark = toml.find(slip_mark);
    if (mark != std::string::npos) {
        toml.erase(mark, slip_mark.size());
        const std::string_view before = std::string_view(toml).substr(0, mark);
        slip.line = static_cast<int>(std::ranges::count(before, '\n')) + 1;
        slip.column = static_cast<int>(base::count_code_points(before.substr(before.rfind('\n') + 1))) + 1;
    }
    slip.faults = faults_of(load_text(toml));
    return slip;
}

/// The whole form with the first `old_text` replaced by `new_text`.
inline std::string changed(std::string_view old_text, std::string_view new_text) {
    std::string toml(whole_form);
    const std::size_t at = toml.find(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    if (at != std::string::npos) toml.replace(at, old_text.size(), new_text);
    return toml;
}

inline Slip slip(std::string_view old_text, std::string_view new_text) {
    return load_marked(changed(old_text, new_text));
}

inline Diagnostics faults(std::string_view old_text, std::string_view new_text) {
    return slip(old_text, new_text).faults;
}

inline const Panel& panel(const FormDefinition& form, std::size_t block) {
    return std::get<Panel>(form.blocks.at(block).body);
}

inline const Block* find_block(const FormDefinition& form, std::string_view name) {
    const auto block = std::ranges::find(form.blocks, name, &Block::name);
    return block == form.blocks.end() ? nullptr : &*block;
}

inline std::string read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    EXPECT_TRUE(stream) << path;
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace besshi::form::tests

/// A fault with the code at the marked place.
#define EXPECT_AT_MARK(wanted_code, made_slip)                                                                 \
    EXPECT_TRUE(std::ranges::any_of((made_slip).faults,                                                        \
                                    [&](const ::besshi::Diagnostic& d) {                                       \
                                        return d.code == (wanted_code) && d.origin.line == (made_slip).line && \
                                               d.origin.column == (made_slip).column;                          \
                                    }))                                                                        \
        << "expected at " << (made_slip).line << ":" << (made_slip).column << "\n"                             \
        << ::besshi::tests::list((made_slip).faults)
