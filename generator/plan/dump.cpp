#include "plan/plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace besshi::plan {

namespace {

/// Calls `visit` for every value that is no object, map or list, in order.
template <class Visit>
void each_leaf(const Value& value, const Visit& visit) {
    if (const auto* members = std::get_if<std::vector<Member>>(&value.content)) {
        for (const Member& member : *members) each_leaf(*member.value, visit);
    } else if (const auto* elements = std::get_if<std::vector<const Value*>>(&value.content)) {
        for (const Value* element : *elements) each_leaf(*element, visit);
    } else {
        visit(value);
    }
}

std::string json_text(std::string_view text) {
    return nlohmann::json(text).dump();
}

struct AsJson {
    std::string operator()(const std::vector<Member>&) const { return "{}"; }
    std::string operator()(const std::vector<const Value*>&) const { return "[]"; }
    std::string operator()(const std::string& text) const { return json_text(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(Date date) const { return json_text(base::to_iso(date)); }
    std::string operator()(Month month) const { return json_text(base::to_iso(month)); }
    std::string operator()(ClockTime time) const { return json_text(base::to_iso(time)); }
    std::string operator()(const Period& period) const {
        return fmt::format(R"({{"from":"{}","to":"{}"}})", base::to_iso(period.from), base::to_iso(period.to));
    }
    std::string operator()(const field::Code* code) const { return json_text(code->code); }
    std::string operator()(const Image& image) const {
        if (!image.picture) return json_text(image.file);
        return fmt::format("{} {}x{} {}", to_string(image.picture->format), image.picture->width, image.picture->height,
                           image.picture->sha256);
    }
    std::string operator()(const Reference& reference) const { return fmt::format("→ {}", reference.element->pointer); }
};

}  // namespace

std::string dump(const CaseDocument& document) {
    std::string out;
    each_leaf(document.root(), [&](const Value& value) {
        out +=
            fmt::format("{} {} {}{}\n", value.pointer, field::to_string(value.field->kind),
                        std::visit(AsJson{}, value.content), value.withheld ? " withheld=" + value.withheld->code : "");
    });
    return out;
}

std::vector<std::string> personal_values(const CaseDocument& document) {
    std::vector<std::string> values;
    each_leaf(document.root(), [&](const Value& value) {
        const std::string* text = std::get_if<std::string>(&value.content);
        if (text && value.field->personal) values.push_back(*text);
    });
    return values;
}

}  // namespace besshi::plan
