#include "fill/piece.h"

#include "fill/fill.h"
#include "fill/value_text.h"

namespace besshi::fill {

namespace {

void read_rubies(Piece& piece) {
    if (piece.text.find('{') == std::string::npos) return;
    base::RubyText read = base::read_ruby(piece.text);
    piece.text = std::move(read.text);
    piece.rubies = std::move(read.rubies);
}

Piece generated_piece(std::string text) {
    return {std::move(text), TextSource::generated, {}, false, {}};
}

Piece counter_piece(char32_t mark) {
    std::string text;
    base::append_utf8(text, mark);
    return generated_piece(std::move(text));
}

/// `words.domain.health_life` → 健康・生活
std::string_view fixed_word(const Source& source, std::string_view name) {
    const field::Enumeration* enumeration = source.document.table().find_enumeration(last_component(parent_name(name)));
    const field::Code* code = enumeration ? enumeration->find(last_component(name)) : nullptr;
    return code ? form::printed_word(source.form.words, *enumeration, *code) : std::string_view{};
}

std::string_view parameter(const Source& source, std::string_view name) {
    const auto found = source.parameters.find(std::string(last_component(name)));
    return found == source.parameters.end() ? std::string_view{} : found->second;
}

/// Tags that stand for no field: parameters, words, counters and what the form itself binds.
Piece piece_of_form(const form::Tag& tag, const Scope& scope) {
    const Source& source = scope.source();
    const std::string_view first = first_component(tag.name);
    if (first == "param") return label_piece(parameter(source, tag.name));
    if (first == "words") return label_piece(fixed_word(source, tag.name));
    if (tag.name == "document.id") return generated_piece(source.request.document_id);
    if (tag.name == "document.version") return generated_piece(source.request.version);
    if (tag.name == "page") return counter_piece(page_counter_mark);
    if (tag.name == "pages") return counter_piece(pages_counter_mark);
    const Binding* binding = scope.find_binding(tag.name);
    if (binding && binding->clock) return label_piece(clock({binding->clock->minutes % (24 * 60)}));
    return {};
}

/// `{{day.word}}` of a panel that repeats over a fixed-key map: the key, whether or not there is data.
bool prints_key(const form::Tag& tag, const Binding* binding) {
    return binding && binding->key && binding->as == value_name(tag) && tag.derived == "word";
}

/// `{{row.ordinal}}`, `{{row.circled}}`: rows that only fill up a table have them too.
std::optional<Piece> number_piece(const form::Tag& tag, const Found& found) {
    if (!is_element_number(tag)) return std::nullopt;
    if (found.number == 0) return Piece{};
    std::string text = tag.derived == "circled" ? circled(found.number) : std::to_string(found.number);
    if (!found.value) return label_piece(text);
    return Piece{std::move(text), TextSource::data, found.value->pointer, false, {}};
}

Piece span_piece(const field::Field& span, std::string_view name, const Scope& scope) {
    const plan::Value* holder = scope.find(parent_name(name));
    return {hours_and_minutes(span_minutes(span, name, scope)),
            TextSource::data,
            holder ? holder->pointer : std::string{},
            false,
            {}};
}

Piece value_piece(const plan::Value& value, std::string_view derived, const Source& source) {
    const field::Field& field = *value.field;
    Piece piece{
        value_text(value, derived, source), TextSource::data, value.pointer, field.kind == field::Kind::name, {}};
    if (field.may_have_readings()) read_rubies(piece);
    return piece;
}

/// Empty rows that only fill up a table stay empty.
bool leaves_blank_date(const form::Tag& tag, const Binding* binding) {
    if (tag.field->kind != field::Kind::date) return false;
    if (binding && binding->place == Binding::Place::filler) return false;
    return tag.derived.empty() || tag.derived == "wareki" || tag.derived == "wareki_ascii";
}

}  // namespace

Piece label_piece(std::string_view text) {
    Piece piece{std::string(text), TextSource::label, {}, false, {}};
    read_rubies(piece);
    return piece;
}

bool is_element_number(const form::Tag& tag) {
    return tag.derived == "ordinal" || tag.derived == "circled";
}

std::string_view value_name(const form::Tag& tag) {
    return tag.derived.empty() ? std::string_view(tag.name) : parent_name(tag.name);
}

Piece tag_piece(const form::Tag& tag, const Found& found, const Scope& scope) {
    const Source& source = scope.source();
    const plan::Value* value = found.value;
    if (auto number = number_piece(tag, found)) return std::move(*number);
    const Binding* binding = scope.find_binding(value_name(tag));
    if (prints_key(tag, binding))
        return label_piece(form::printed_word(source.form.words, *binding->keys, *binding->key));
    if (value) return value_piece(*value, tag.derived, source);
    if (!tag.field) return piece_of_form(tag, scope);
    if (tag.field->kind == field::Kind::span) return span_piece(*tag.field, value_name(tag), scope);
    return label_piece(leaves_blank_date(tag, binding) ? blank_date : std::string_view{});
}

}  // namespace besshi::fill
