#pragma once

#include "expect_diagnostic.h"
#include "field/field.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace besshi::field::tests {

inline std::string file_text(const std::string& path) {
    std::ifstream in(std::string(BESSHI_ROOT) + "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline Table project_table() {
    auto result = Table::read(file_text("forms/fields.toml"), "forms/fields.toml");
    if (!result) throw std::runtime_error(besshi::tests::list(result.error()));
    return std::move(*result);
}

/// A table that holds one field of every kind, and a dated fact that is seen at two aliases.
inline constexpr std::string_view small_table = R"([enum.day]
mon = "月"
tue = "火"

[field]
"staff"        = { type = "list", label = "職員", office = true, expected = 5, limit = 50 }
"staff[]"      = { type = "object", label = "職員" }
"staff[].id"   = { type = "text", label = "職員の id", limit = 20 }
"staff[].name" = { type = "name", label = "職員氏名", expected = 10, limit = 100 }
"child"        = { type = "object", label = "児童", personal = true }
"child.born"   = { type = "date", label = "生年月日" }
"child.names"  = { type = "list", label = "児童の氏名", in_force_as = "child", expected = 5, limit = 50 }
"child.names[]"      = { type = "object", label = "児童の氏名" }
"child.names[].full" = { type = "name", label = "児童氏名", limit = 100 }
"child.names[].from" = { type = "date", label = "最初の日" }
"child.names[].to"   = { type = "date", label = "最後の日" }
"plan"         = { type = "object", label = "計画" }
"plan.author"  = { type = "reference", label = "作成者", target = "staff" }
"plan.number"  = { type = "digits", label = "番号", digits = 10 }
"plan.count"   = { type = "integer", label = "数", expected = 9, limit = 99 }
"plan.cost"    = { type = "yen", label = "金額", limit = 99999 }
"plan.agreed"  = { type = "boolean", label = "同意" }
"plan.start"   = { type = "month", label = "開始年月" }
"plan.valid"   = { type = "period", label = "期間" }
"plan.notes"   = { type = "long_text", label = "備考", expected = 30, limit = 300 }
"plan.days"    = { type = "map", label = "曜日", keys = "day" }
"plan.days{}"  = { type = "object", label = "曜日の時間" }
"plan.days{}.start" = { type = "time", label = "始まり" }
"plan.days{}.end"   = { type = "time", label = "終わり" }
"plan.days{}.sum"   = { type = "span", label = "合計", sum = ["end - start"] }
"plan.closed"   = { type = "list", label = "休み", expected = 2, limit = 20 }
"plan.closed[]" = { type = "code", label = "休み", codes = "day" }
)";

}  // namespace besshi::field::tests
