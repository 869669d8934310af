#include "plan/clean_text.h"
#include "plan/diagnostics.h"
#include "plan/record_reader.h"

#include <fmt/format.h>

namespace besshi::plan {

using field::Field;

namespace {

constexpr std::string_view quote_it = "値を引用符 \" \" で囲んでください。";
constexpr std::string_view no_quotes = "引用符 \" \" を付けずに書いてください。";

}  // namespace

Value* RecordReader::read_text(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::text) {
        refuse_type(field, id, field::kind_word(field.kind), quote_it);
        return nullptr;
    }
    std::string text(node.text);
    const TextFindings findings = clean(text, field.kind);
    report_text(field, id, findings);
    if (text.empty()) return nullptr;
    if (!findings.bad.empty() || !check_length(field, id, text)) return nullptr;
    Value& value = storage_.make(field, pointer_);
    value.content = std::move(text);
    return &value;
}

void RecordReader::report_text(const Field& field, raw::NodeId id, const TextFindings& findings) {
    const auto note = [&](const DiagnosticKind& kind, std::size_t count) {
        if (count > 0) faults_.add(kind, origin(id), {field.label, std::to_string(count)});
    };
    note(kinds::line_ends_converted, findings.line_ends);
    note(kinds::kana_composed, findings.composed);
    note(kinds::digits_converted, findings.narrowed_digits);
    note(kinds::invisible_dropped, findings.dropped);
    for (const BadCharacter& bad : findings.bad) {
        const std::string number = std::to_string(bad.number);
        const std::string name = base::code_point_name(bad.value);
        switch (bad.fault) {
            case TextFault::control_character:
                faults_.add(kinds::control_character, origin(id), {field.label, number, name});
                break;
            case TextFault::noncharacter:
                faults_.add(kinds::noncharacter, origin(id), {field.label, number, name});
                break;
            case TextFault::line_break:
                faults_.add(kinds::line_break, origin(id), {field.label, number});
                break;
        }
    }
}

bool RecordReader::check_length(const Field& field, raw::NodeId id, const std::string& text) {
    if (field.kind == field::Kind::digits) {
        const bool all_digits = text.find_first_not_of("0123456789") == std::string::npos;
        const bool fits =
            field.digits == 0 ? text.size() <= field.limit : text.size() == static_cast<std::size_t>(field.digits);
        if (all_digits && fits) return true;
        const std::string wanted =
            field.digits == 0 ? std::string("数字だけ") : fmt::format("数字 {} 桁", field.digits);
        faults_.add(kinds::bad_digits, origin(id), {field.label, wanted, std::to_string(base::count_characters(text))});
        return false;
    }
    const std::size_t bound = field.expected > 0 ? field.expected : field.limit;
    if (text.size() <= bound) return true;
    const std::size_t length = base::count_characters(field.may_have_readings() ? base::without_ruby(text) : text);
    if (length > field.limit) {
        faults_.add(kinds::text_too_long, origin(id),
                    {field.label, std::to_string(length), std::to_string(field.limit)});
        return false;
    }
    if (length > bound) {
        faults_.add(kinds::text_unexpected, origin(id), {field.label, std::to_string(length), std::to_string(bound)});
    }
    return true;
}

Value* RecordReader::read_number(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind == raw::Kind::real) {
        faults_.add(kinds::not_whole, origin(id), {field.label});
        return nullptr;
    }
    if (node.kind != raw::Kind::integer) {
        refuse_type(field, id, field::kind_word(field.kind), no_quotes);
        return nullptr;
    }
    const auto exceeds = [&](std::size_t bound) { return node.integer > static_cast<std::int64_t>(bound); };
    if (node.integer < 0 || exceeds(field.limit)) {
        faults_.add(kinds::number_out_of_range, origin(id), {field.label, std::to_string(field.limit)});
        return nullptr;
    }
    if (field.expected > 0 && exceeds(field.expected)) {
        faults_.add(kinds::number_unexpected, origin(id), {field.label, std::to_string(field.expected)});
    }
    Value& value = storage_.make(field, pointer_);
    value.content = node.integer;
    return &value;
}

Value* RecordReader::read_boolean(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::boolean) {
        refuse_type(field, id, "true か false", no_quotes);
        return nullptr;
    }
    Value& value = storage_.make(field, pointer_);
    value.content = node.truth;
    return &value;
}

const std::string_view* RecordReader::iso_text(const Field& field, raw::NodeId id, raw::Kind toml_kind) {
    const raw::Node& node = tree_->node(id);
    if (node.kind == raw::Kind::text || node.kind == toml_kind) return &node.text;
    refuse_type(field, id, field::kind_word(field.kind), quote_it);
    return nullptr;
}

Value* RecordReader::read_date(const Field& field, raw::NodeId id) {
    const std::string_view* text = iso_text(field, id, raw::Kind::date);
    return text ? keep_parsed(field, id, base::parse_date(*text), kinds::bad_date) : nullptr;
}

Value* RecordReader::read_month(const Field& field, raw::NodeId id) {
    const std::string_view* text = iso_text(field, id, raw::Kind::text);
    return text ? keep_parsed(field, id, base::parse_month(*text), kinds::bad_month) : nullptr;
}

Value* RecordReader::read_time(const Field& field, raw::NodeId id) {
    const std::string_view* text = iso_text(field, id, raw::Kind::time);
    return text ? keep_parsed(field, id, base::parse_time(*text), kinds::bad_time) : nullptr;
}

template <class T>
Value* RecordReader::keep_parsed(const Field& field, raw::NodeId id, const std::optional<T>& parsed,
                                 const DiagnosticKind& fault) {
    if (!parsed) {
        faults_.add(fault, origin(id), {field.label});
        return nullptr;
    }
    Value& value = storage_.make(field, pointer_);
    value.content = *parsed;
    return &value;
}

Value* RecordReader::read_period(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::object) {
        refuse_type(field, id, "期間のまとまり { \"from\": …, \"to\": … }");
        return nullptr;
    }
    PeriodEnd from{"from", "最初"}, to{"to", "最後"};
    for (raw::NodeId child = node.first_child; child != raw::no_node; child = tree_->node(child).next) {
        const std::string_view key = tree_->node(child).key;
        PeriodEnd* end = key == from.key ? &from : key == to.key ? &to : nullptr;
        if (!end) {
            refuse_key(field, child);
            continue;
        }
        read_period_end(field, child, *end);
    }
    if (!from.written && !to.written) return nullptr;
    for (const PeriodEnd& end : {from, to}) {
        if (!end.written) faults_.add(kinds::period_incomplete, origin(id), {field.label, end.word});
    }
    if (!from.date || !to.date) return nullptr;
    if (*to.date < *from.date) {
        faults_.add(kinds::period_reversed, origin(id), {field.label});
        return nullptr;
    }
    Value& value = storage_.make(field, pointer_);
    value.content = Period{*from.date, *to.date};
    return &value;
}

void RecordReader::read_period_end(const Field& field, raw::NodeId id, PeriodEnd& end) {
    const Step step(*this, end.key);
    if (end.seen) return faults_.add(kinds::repeated_key, origin(id), {field.label});
    end.seen = true;
    const raw::Node& node = tree_->node(id);
    if (node.kind == raw::Kind::null || (node.kind == raw::Kind::text && node.text.empty())) return;
    end.written = true;
    const std::string_view* text = iso_text(field, id, raw::Kind::date);
    if (!text) return;
    end.date = base::parse_date(*text);
    if (!end.date) faults_.add(kinds::bad_date, origin(id), {field.label});
}

Value* RecordReader::read_code(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::text) {
        refuse_type(field, id, field::kind_word(field.kind), quote_it);
        return nullptr;
    }
    if (const field::Code* code = field.enumeration->find(node.text)) {
        Value& value = storage_.make(field, pointer_);
        value.content = code;
        return &value;
    }
    std::string allowed;
    for (const field::Code& code : field.enumeration->codes) {
        allowed += fmt::format("{}{}（{}）", allowed.empty() ? "" : "、", code.code, code.word);
    }
    faults_.add(kinds::unknown_code, origin(id), {field.label, allowed});
    return nullptr;
}

Value* RecordReader::read_reference(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::text) {
        refuse_type(field, id, field::kind_word(field.kind), quote_it);
        return nullptr;
    }
    Value& value = storage_.make(field, pointer_);
    value.content = Reference{};
    references_.push_back({&value, node.text, tree_, id});
    return &value;
}

}  // namespace besshi::plan
