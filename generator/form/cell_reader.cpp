#include "form/cell_reader.h"

#include "form/diagnostics.h"
#include "form/template_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::form {

namespace {

constexpr std::array content_keys{std::string_view("text"),  std::string_view("label"),  std::string_view("choice"),
                                  std::string_view("tick"),  std::string_view("digits"), std::string_view("sign"),
                                  std::string_view("image"), std::string_view("empty")};

std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('.') + 1);
}

/// The field at the path in `key`, which must be one of `kinds`.
const field::Field* expect_path(TableReader& reader, std::string_view key, std::span<const field::Kind> kinds,
                                const Scope& scope) {
    const std::optional<std::string> path = reader.text(key);
    if (!path) return nullptr;
    const Place place = reader.place_of(key);
    const field::Field* field = scope.expect_field(*path, place, reader.faults());
    if (!field) return nullptr;
    if (std::ranges::find(kinds, field->kind) == kinds.end()) {
        std::string wanted;
        for (const field::Kind kind : kinds) wanted += fmt::format("「{}」", to_japanese(kind));
        reader.faults().add(kinds::path_kind, place, {*path, to_japanese(field->kind), wanted});
        return nullptr;
    }
    return field;
}

void check_code(const field::Enumeration& enumeration, std::string_view code, Place place, Faults& faults) {
    if (enumeration.find(code)) return;
    std::vector<std::string_view> codes;
    for (const field::Code& known : enumeration.codes) codes.push_back(known.code);
    faults.add(kinds::code_unknown, place, {code, quoted_list(codes)});
}

/// What a choice is made among: a code, a boolean, or several codes of a list.
const field::Field* expect_choosable(TableReader& reader, const Scope& scope) {
    constexpr std::array kinds{field::Kind::code, field::Kind::boolean, field::Kind::list};
    const field::Field* field = expect_path(reader, "choice", kinds, scope);
    if (!field || field->kind != field::Kind::list) return field;
    const field::Field* element = element_of(field, scope.table());
    if (element && element->kind == field::Kind::code) return element;
    reader.faults().add(kinds::path_kind, reader.place_of("choice"),
                        {reader.text("choice").value_or(""), to_japanese(field->kind), "「選択肢」「選択肢の並び」"});
    return nullptr;
}

/// The words of the cell itself, in their order.
std::vector<ChoiceOption> read_options(const Node& words, const field::Field* field, Faults& faults) {
    std::vector<ChoiceOption> options;
    if (!expect_kind(words, Node::Kind::table, faults)) return options;
    for (const Member& member : words.members) {
        const std::optional<std::string> word = to_text(member.value, faults);
        if (word) options.push_back({member.key, *word});
        if (field && field->enumeration) check_code(*field->enumeration, member.key, member.place, faults);
        if (field && field->kind == field::Kind::boolean && member.key != "true" && member.key != "false")
            faults.add(kinds::code_unknown, member.place, {member.key, "「true」「false」"});
    }
    return options;
}

/// The words of the form, else those of the enumeration.
std::vector<ChoiceOption> usual_options(const field::Field& field, const Words& words) {
    if (field.kind == field::Kind::boolean) return {{"true", "有"}, {"false", "無"}};
    std::vector<ChoiceOption> options;
    for (const field::Code& code : field.enumeration->codes)
        options.push_back({code.code, std::string(printed_word(words, *field.enumeration, code))});
    return options;
}

Content read_choice(TableReader& reader, const Surroundings& around) {
    ChoiceContent choice;
    choice.path = reader.text("choice").value_or("");
    choice.between = reader.text("between").value_or("・");
    const field::Field* field = expect_choosable(reader, around.scope);
    if (const Node* words = reader.find("words"))
        choice.options = read_options(*words, field, around.faults);
    else if (field)
        choice.options = usual_options(*field, around.words);
    if (const Node* before = reader.find("before")) choice.before = read_runs(*before, around.scope, around.faults);
    if (const Node* after = reader.find("after")) choice.after = read_runs(*after, around.scope, around.faults);
    return choice;
}

Content read_tick(TableReader& reader, const Scope& scope) {
    TickContent tick;
    const Node* node = reader.find("tick");
    if (!node) return tick;
    if (node->kind == Node::Kind::text) {
        constexpr std::array booleans{field::Kind::boolean};
        expect_path(reader, "tick", booleans, scope);
        return TickContent{node->text, "true"};
    }
    TableReader inner(*node, reader.faults());
    tick.path = inner.text("list", Presence::required).value_or("");
    tick.code = inner.text("code", Presence::required).value_or("");
    constexpr std::array kinds{field::Kind::list};
    const field::Field* list = expect_path(inner, "list", kinds, scope);
    const field::Field* element = element_of(list, scope.table());
    if (element && element->enumeration)
        check_code(*element->enumeration, tick.code, inner.place_of("code"), reader.faults());
    else if (list)
        reader.faults().add(kinds::path_kind, inner.place_of("list"),
                            {tick.path, to_japanese(list->kind), "「選択肢の並び」"});
    inner.finish();
    return tick;
}

Content read_digits(TableReader& reader, const Scope& scope) {
    constexpr std::array kinds{field::Kind::digits, field::Kind::text};
    DigitsContent digits;
    digits.path = reader.text("digits").value_or("");
    const field::Field* field = expect_path(reader, "digits", kinds, scope);
    digits.boxes = reader.count("boxes", 1, 60).value_or(field && field->digits > 0 ? field->digits : 10);
    return digits;
}

/// `[a-z][a-z0-9_]*`, short enough for a number behind it.
bool is_signature_name(std::string_view name) {
    constexpr std::size_t longest = 50;
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= longest && is_letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

constexpr std::array<Word<std::string_view>, 1> locks_words{{{"all", "all"}}};

Content read_signature(TableReader& reader) {
    SignContent sign;
    sign.field_name = reader.text("sign").value_or("");
    if (!is_signature_name(sign.field_name))
        reader.faults().add(kinds::sign_name, reader.place_of("sign"), {sign.field_name});
    sign.tip = reader.text("tip", Presence::required).value_or("");
    sign.locks = reader.word<std::string_view>("locks", locks_words).value_or("");
    return sign;
}

Content read_image(TableReader& reader, const Scope& scope) {
    constexpr std::array kinds{field::Kind::image};
    constexpr std::array alternative_kinds{field::Kind::text, field::Kind::long_text};
    ImageContent image;
    image.path = reader.text("image").value_or("");
    expect_path(reader, "image", kinds, scope);
    image.alternative_path = reader.text("alt", Presence::required).value_or("");
    expect_path(reader, "alt", alternative_kinds, scope);
    return image;
}

/// `hang = "item"`, `hang = "（本人）"` or several of them in an array.
Hang read_hang(TableReader& reader) {
    const Node* node = reader.find("hang");
    if (!node) return {};
    std::vector<std::string> leads;
    if (node->kind == Node::Kind::array)
        leads = reader.texts("hang");
    else if (std::optional<std::string> lead = to_text(*node, reader.faults()))
        leads.push_back(std::move(*lead));
    Hang hang;
    for (std::string& lead : leads) {
        if (lead == "item")
            hang.items = true;
        else if (!lead.empty())
            hang.leads.push_back(std::move(lead));
    }
    return hang;
}

TextContent read_text(TableReader& reader, const Node& node, const Scope& scope) {
    return {read_runs(node, scope, reader.faults()), read_hang(reader)};
}

/// The key that says what is in the cell. `empty = "by_hand"` goes with a text and is none.
std::string_view find_content_key(TableReader& reader) {
    std::string_view found;
    for (const std::string_view key : content_keys) {
        const Node* node = reader.find(key);
        if (!node || (key == "empty" && node->kind == Node::Kind::text)) continue;
        if (!found.empty()) {
            reader.faults().add(kinds::cell_content, node->place, {found, key});
            continue;
        }
        found = key;
    }
    return found;
}

Content read_content(TableReader& reader, std::string_view key, const Surroundings& around) {
    const Scope& scope = around.scope;
    if (key == "text" || key == "label") return read_text(reader, *reader.find(key), scope);
    if (key == "choice") return read_choice(reader, around);
    if (key == "tick") return read_tick(reader, scope);
    if (key == "digits") return read_digits(reader, scope);
    if (key == "sign") return read_signature(reader);
    if (key == "image") return read_image(reader, scope);
    if (key == "empty") return EmptyContent{};
    reader.faults().add(kinds::cell_no_content, reader.place());
    return EmptyContent{};
}

ByHand read_by_hand(TableReader& reader) {
    constexpr std::array words{Word<ByHand>{"by_hand", ByHand::when_absent}};
    const bool when_signing = reader.flag("by_hand").value_or(false);
    const Node* empty = reader.find("empty");
    if (empty && empty->kind == Node::Kind::text) {
        const auto when_absent = to_word<ByHand>(*empty, words, reader.faults());
        if (!when_signing && when_absent) return *when_absent;
    } else if (empty && expect_kind(*empty, Node::Kind::boolean, reader.faults()) && !empty->flag) {
        reader.faults().add(kinds::value_word, empty->place, {"false", "「true」「\"by_hand\"」", ""});
    }
    return when_signing ? ByHand::when_signing : ByHand::never;
}

void set_narrow(Content& content) {
    if (auto* text = std::get_if<TextContent>(&content))
        for (RunTemplate& run : text->runs) run.narrow = true;
}

std::string_view word_of(const Content& content) {
    struct Words {
        std::string_view operator()(const TextContent&) const { return "text"; }
        std::string_view operator()(const ChoiceContent&) const { return "choice"; }
        std::string_view operator()(const TickContent&) const { return "tick"; }
        std::string_view operator()(const DigitsContent&) const { return "digits"; }
        std::string_view operator()(const SignContent&) const { return "sign"; }
        std::string_view operator()(const ImageContent&) const { return "image"; }
        std::string_view operator()(const EmptyContent&) const { return "empty"; }
    };
    return std::visit(Words(), content);
}

/// Only words stand one below the other. What does not fit there is shrunk or makes the row grow: no face has a
/// flat form to narrow it to, and what is long enough for another cell or a page of its own is no label.
void check_direction(const CellTemplate& cell, Place place, Faults& faults) {
    if (cell.style.direction == Direction::horizontal) return;
    const auto* text = std::get_if<TextContent>(&cell.content);
    if (!text && !std::holds_alternative<EmptyContent>(cell.content))
        faults.add(kinds::style_vertical, place, {word_of(cell.content)});
    if (text && std::ranges::any_of(text->runs, &RunTemplate::narrow))
        faults.add(kinds::style_vertical, place, {to_string(Overflow::narrow)});
    for (const Overflow way : cell.style.overflow)
        if (way != Overflow::shrink && way != Overflow::grow)
            faults.add(kinds::style_vertical, place, {to_string(way)});
}

CellTemplate start_cell(const CellHeader& header) {
    CellTemplate cell;
    cell.name = header.name;
    cell.role = header.role;
    cell.line = header.place.line;
    cell.column = header.place.column;
    return cell;
}

}  // namespace

std::optional<Condition> read_condition(TableReader& reader, const Scope& scope) {
    const std::optional<std::string> wanted = reader.text("if"), unwanted = reader.text("unless");
    if (wanted && unwanted) {
        reader.faults().add(kinds::condition_both, reader.place_of("unless"));
        return std::nullopt;
    }
    if (!wanted && !unwanted) return std::nullopt;
    const std::string& text = wanted ? *wanted : *unwanted;
    const Parameter* parameter = scope.expect_parameter(text, Parameter::Type::boolean,
                                                        reader.place_of(wanted ? "if" : "unless"), reader.faults());
    if (!parameter) return std::nullopt;
    return Condition{parameter->name, wanted.has_value()};
}

CellTemplate read_cell(TableReader& reader, const StylePatch& patch, const CellHeader& header,
                       const Surroundings& around) {
    CellTemplate cell = start_cell(header);
    const std::string_view key = find_content_key(reader);
    const bool is_label = key == "label";
    if (is_label) cell.role = CellRole::label;
    cell.content = read_content(reader, key, around);
    const std::string_view fallback =
        is_label && header.fallback_style == default_styles::value ? default_styles::label : header.fallback_style;
    ResolvedStyle resolved = around.styles.resolve(reader, patch, fallback);
    cell.style = std::move(resolved.style);
    if (resolved.narrow) set_narrow(cell.content);
    check_direction(cell, reader.place(), around.faults);
    cell.by_hand = read_by_hand(reader);
    cell.continued = reader.text("continued").value_or("");
    cell.condition = read_condition(reader, around.scope);
    return cell;
}

CellTemplate read_cell(const Node& node, const CellHeader& header, const Surroundings& around) {
    if (node.kind == Node::Kind::table) {
        TableReader reader(node, around.faults);
        const StylePatch patch = read_style_patch(reader);
        CellTemplate cell = read_cell(reader, patch, header, around);
        if (cell.role == CellRole::label) cell.labels = reader.texts("of");
        reader.finish();
        return cell;
    }
    CellTemplate cell = start_cell(header);
    if (node.kind != Node::Kind::text && node.kind != Node::Kind::array) {
        around.faults.add(kinds::run_kind, node.place);
        return cell;
    }
    cell.content = TextContent{read_runs(node, around.scope, around.faults), {}};
    ResolvedStyle resolved = around.styles.resolve(header.fallback_style);
    cell.style = std::move(resolved.style);
    if (resolved.narrow) set_narrow(cell.content);
    check_direction(cell, header.place, around.faults);
    return cell;
}

std::string name_from_content(const Content& content) {
    if (const auto* text = std::get_if<TextContent>(&content)) {
        for (const RunTemplate& run : text->runs) {
            for (const Tag& tag : run.tags) {
                if (!tag.field) continue;
                std::string_view path = tag.name;
                if (!tag.derived.empty()) path.remove_suffix(tag.derived.size() + 1);
                return std::string(last_part(path));
            }
        }
        return {};
    }
    if (const auto* choice = std::get_if<ChoiceContent>(&content)) return std::string(last_part(choice->path));
    if (const auto* tick = std::get_if<TickContent>(&content))
        return fmt::format("{}_{}", last_part(tick->path), tick->code);
    if (const auto* digits = std::get_if<DigitsContent>(&content)) return std::string(last_part(digits->path));
    if (const auto* sign = std::get_if<SignContent>(&content)) return sign->field_name;
    if (const auto* image = std::get_if<ImageContent>(&content)) return std::string(last_part(image->path));
    return {};
}

}  // namespace besshi::form
