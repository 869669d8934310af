#include "fill/piece.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <stdexcept>

namespace besshi::fill {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view ticket_begin = "\uFDD0";
constexpr std::string_view ticket_end = "\uFDD1";

/// What stands at `name`, the tag's without its derived part, outside of all sections.
Found find_in_scope(const form::Tag& tag, std::string_view name, const Scope& scope) {
    const Binding* binding = scope.find_binding(name);
    const int number = binding && binding->as == name ? binding->number : 0;
    return {tag.field || binding ? scope.find(name) : nullptr, number};
}

/// Answers kainjow's questions for the tags of one template. A variable is answered with a ticket, U+FDD0
/// number U+FDD1, never with its text: no value passes through the template engine, so that braces, line
/// feeds and blanks of the data mean nothing to it, and each value keeps its pointer. Both noncharacters
/// are refused in data and form files.
class TagContext final : public mustache::basic_context<std::string> {
public:
    TagContext(const form::RunTemplate& source, const Scope& scope) : template_(source), scope_(scope) {}

    void push(const mustache::data* data) override {
        const auto element = elements_.find(data);
        sections_.push_back(element == elements_.end() ? Found{} : element->second);
    }

    void pop() override { sections_.pop_back(); }

    const mustache::data* get(const std::string& name) const override {
        const auto tag = std::ranges::find(template_.tags, name, &form::Tag::name);
        if (tag == template_.tags.end()) return nullptr;
        const Found found = find_tag(*tag);
        const plan::Value* value = found.value;
        Piece piece = tag_piece(*tag, found, scope_);
        if (!opens_section(name)) return answer_text(std::move(piece), value);
        if (is_off(*tag) || is_false(*tag, value, piece)) return &answers_.emplace_back(false);
        const bool repeats = value && tag->derived.empty() && is_list(*value);
        return repeats ? answer_list(*value) : answer_text(std::move(piece), value);
    }

    const mustache::data* get_partial(const std::string&) const override { return nullptr; }

    /// The piece a ticket stands for; null if no such ticket was given out.
    const Piece* find_piece(std::size_t number) const { return number < pieces_.size() ? &pieces_[number] : nullptr; }

private:
    bool opens_section(std::string_view name) const {
        return std::ranges::any_of(template_.tags,
                                   [&](const form::Tag& tag) { return tag.section && tag.name == name; });
    }

    static bool is_list(const plan::Value& value) {
        return std::holds_alternative<std::vector<const plan::Value*>>(value.content);
    }

    /// Whether a section over `tag` is left out. What forms derive without data of its own (spans, words of
    /// keys) counts by its text; a blank for the pen is no value.
    static bool is_false(const form::Tag& tag, const plan::Value* value, const Piece& piece) {
        if (!value) return piece.text.empty() || (tag.field && tag.field->kind == field::Kind::date);
        const bool* yes = std::get_if<bool>(&value->content);
        return yes ? !*yes : is_list(*value) && value->elements().empty();
    }

    /// A parameter of yes or no that says no.
    bool is_off(const form::Tag& tag) const {
        const Source& source = scope_.source();
        if (first_component(tag.name) != "param") return false;
        const auto parameter = source.form.parameters.find(std::string(last_component(tag.name)));
        return parameter != source.form.parameters.end() && parameter->second.type == form::Parameter::Type::boolean &&
               source.parameters.at(parameter->first) == "false";
    }

    Found innermost_element() const {
        const auto element = std::ranges::find_if(sections_.rbegin(), sections_.rend(),
                                                  [](const Found& section) { return section.number > 0; });
        return element == sections_.rend() ? Found{} : *element;
    }

    /// In the element of the innermost section that has it, else in the scope. The field decides, so that
    /// an absent value of an element never becomes another one of the same name further out. A leading dot
    /// means the innermost element only.
    Found find_tag(const form::Tag& tag) const {
        std::string_view name = value_name(tag);
        const Source& source = scope_.source();
        if (name.empty() && is_element_number(tag)) return innermost_element();
        const bool of_element = tag.name.starts_with('.');
        if (name.starts_with('.')) name.remove_prefix(1);
        for (auto section = sections_.rbegin(); section != sections_.rend(); ++section) {
            if (!section->value) continue;
            const Found found = name.empty() ? *section : Found{source.find(section->value, name)};
            if (of_element || (found.value && found.value->field == tag.field)) return found;
        }
        return find_in_scope(tag, name, scope_);
    }

    const mustache::data* answer_list(const plan::Value& list) const {
        mustache::data items(mustache::data::type::list);
        for (std::size_t i = 0; i < list.elements().size(); ++i) items.push_back(true);
        const mustache::data& answer = answers_.emplace_back(std::move(items));
        for (std::size_t i = 0; i < list.elements().size(); ++i) {
            elements_.emplace(&answer.list_value()[i], Found{list.elements()[i], static_cast<int>(i) + 1});
        }
        return &answer;
    }

    const mustache::data* answer_text(Piece piece, const plan::Value* value) const {
        std::string ticket;
        if (!piece.text.empty()) {
            ticket = ticket_begin;
            ticket += std::to_string(pieces_.size());
            ticket += ticket_end;
            pieces_.push_back(std::move(piece));
        }
        const mustache::data& answer = answers_.emplace_back(ticket);
        if (value) elements_.emplace(&answer, Found{value});
        return &answer;
    }

    const form::RunTemplate& template_;
    const Scope& scope_;
    std::vector<Found> sections_;  ///< around the tag, innermost last
    // kainjow asks through a const interface and keeps pointers to the answers while it renders.
    mutable std::deque<mustache::data> answers_;
    mutable std::map<const mustache::data*, Found> elements_;
    mutable std::vector<Piece> pieces_;
};

/// Takes what kainjow prints; its own string stream would ask the locale.
struct Output {
    std::string text;
    Output& operator<<(const std::string& piece) {
        text += piece;
        return *this;
    }
};

void append(Piece& to, Piece piece) {
    const auto offset = static_cast<std::uint32_t>(to.text.size());
    to.text += piece.text;
    for (Ruby& ruby : piece.rubies) {
        to.rubies.push_back({ruby.begin + offset, ruby.end + offset, std::move(ruby.reading)});
    }
}

void add_piece(std::vector<Piece>& pieces, Piece piece) {
    if (piece.text.empty()) return;
    const bool joins =
        !pieces.empty() && piece.source == TextSource::label && pieces.back().source == TextSource::label;
    if (joins)
        append(pieces.back(), std::move(piece));
    else
        pieces.push_back(std::move(piece));
}

void add_literal(std::vector<Piece>& pieces, std::string_view text) {
    if (!text.empty()) add_piece(pieces, label_piece(text));
}

struct Ticket {
    const Piece* piece;
    std::size_t end;  ///< just after it
};

/// The ticket that begins at `at`; nothing if none does.
std::optional<Ticket> read_ticket(std::string_view text, std::size_t at, const TagContext& context) {
    const char* const first = text.data() + at + ticket_begin.size();
    const char* const last = text.data() + text.size();
    std::size_t number = 0;
    const auto [after, fault] = std::from_chars(first, last, number);
    if (fault != std::errc{} || !std::string_view(after, last).starts_with(ticket_end)) return std::nullopt;
    const Piece* piece = context.find_piece(number);
    if (!piece) return std::nullopt;
    return Ticket{piece, static_cast<std::size_t>(after - text.data()) + ticket_end.size()};
}

std::vector<Piece> render_by_engine(const form::RunTemplate& source, const Scope& scope) {
    mustache::mustache engine(source.source);
    if (!engine.is_valid())
        throw std::logic_error("a form was loaded with an invalid template: " + engine.error_message());
    engine.set_custom_escape([](const std::string& text) { return text; });
    TagContext context(source, scope);
    Output output;
    engine.render(context, output);

    std::vector<Piece> pieces;
    const std::string_view rendered = output.text;
    std::size_t literal = 0;
    for (auto at = rendered.find(ticket_begin); at != rendered.npos; at = rendered.find(ticket_begin, literal)) {
        const auto ticket = read_ticket(rendered, at, context);
        if (!ticket) break;
        add_literal(pieces, rendered.substr(literal, at - literal));
        add_piece(pieces, *ticket->piece);
        literal = ticket->end;
    }
    add_literal(pieces, rendered.substr(literal));
    return pieces;
}

constexpr std::string_view tag_begin = "{{", tag_end = "}}";

/// A name and nothing else: no section, no other delimiter, no blank.
bool is_plain_name(std::string_view name) {
    const auto is_of_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, is_of_name);
}

/// What the engine makes of a template that is text with plain `{{name}}` tags, as nearly all are; nothing if it is
/// more than that.
std::optional<std::vector<Piece>> render_plain(const form::RunTemplate& source, const Scope& scope) {
    std::vector<Piece> pieces;
    std::string_view rest = source.source;
    for (auto begin = rest.find(tag_begin); begin != rest.npos; begin = rest.find(tag_begin)) {
        add_literal(pieces, rest.substr(0, begin));
        rest.remove_prefix(begin + tag_begin.size());
        const auto end = rest.find(tag_end);
        const std::string_view name = rest.substr(0, end);
        if (end == rest.npos || !is_plain_name(name)) return std::nullopt;
        rest.remove_prefix(end + tag_end.size());
        const auto tag = std::ranges::find(source.tags, name, &form::Tag::name);
        if (tag == source.tags.end()) continue;
        const std::string_view of_value = value_name(*tag);
        const Found found = of_value.empty() ? Found{} : find_in_scope(*tag, of_value, scope);
        add_piece(pieces, tag_piece(*tag, found, scope));
    }
    add_literal(pieces, rest);
    return pieces;
}

}  // namespace

std::vector<Piece> render_pieces(const form::RunTemplate& source, const Scope& scope) {
    if (auto pieces = render_plain(source, scope)) return *std::move(pieces);
    return render_by_engine(source, scope);
}

}  // namespace besshi::fill
