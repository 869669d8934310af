#include "form/template_text.h"

#include "form/diagnostics.h"
#include "form/style_sheet.h"
#include "form/table_reader.h"

#include <algorithm>

namespace besshi::form {

namespace {

/// A section that is open where the scanner stands.
struct OpenSection {
    std::string name;
    Place place;
    const field::Field* context = nullptr;  ///< whose members can be named inside; null = none
};

/// Plain Mustache, as far as a form may use it: `{{name}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`.
class MustacheScanner {
public:
    MustacheScanner(const Node& source, const Scope& scope, Faults& faults)
        : source_(source), scope_(scope), faults_(faults) {}

    std::vector<Tag> scan() {
        const std::string_view text = source_.text;
        std::size_t offset = 0;
        while (offset < text.size()) {
            const std::size_t open = text.find("{{", offset);
            check_plain(offset, std::min(open, text.size()));
            if (open == std::string_view::npos) break;
            const std::size_t close = text.find("}}", open);
            if (close == std::string_view::npos) {
                faults_.add(kinds::tag_unclosed, source_.place_of(open));
                break;
            }
            read_tag(text.substr(open + 2, close - open - 2), open);
            offset = close + 2;
            if (text.substr(open + 2).starts_with('{') && text.substr(offset).starts_with('}')) ++offset;
        }
        for (const OpenSection& section : open_) faults_.add(kinds::section_unclosed, section.place, {section.name});
        return std::move(tags_);
    }

private:
    /// Text between tags: braces that look like half a tag, characters no paper can show, readings that are none.
    void check_plain(std::size_t begin, std::size_t end) {
        const std::string_view text = std::string_view(source_.text).substr(begin, end - begin);
        for (const std::string_view brace : {"}}", "｛｛", "｝｝"})
            if (const std::size_t at = text.find(brace); at != std::string_view::npos)
                faults_.add(kinds::tag_stray, source_.place_of(begin + at), {brace});
        for (std::size_t at = 0; at < text.size();) {
            const auto [c, bytes] = base::code_point_at(text, at);
            const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
            const bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
            if (control || noncharacter)
                faults_.add(kinds::text_character, source_.place_of(begin + at), {base::code_point_name(c)});
            at += bytes;
        }
        if (const std::size_t at = base::find_malformed_ruby(text); at != std::string_view::npos)
            faults_.add(kinds::ruby_malformed, source_.place_of(begin + at));
    }

    void read_tag(std::string_view inside, std::size_t open) {
        const Place place = source_.place_of(open);
        if (!inside.empty() && std::string_view("{&>=!<$").find(inside.front()) != std::string_view::npos) {
            faults_.add(kinds::tag_refused, place, {inside.substr(0, 1)});
            return;
        }
        const char sign = inside.empty() ? '\0' : inside.front();
        const bool opens = sign == '#' || sign == '^';
        if (opens || sign == '/') inside.remove_prefix(1);
        const std::string name(trim(inside));
        if (!is_name(name)) {
            faults_.add(kinds::tag_name, place, {name});
        } else if (sign == '/') {
            close_section(name, place);
        } else if (opens) {
            open_section(name, place);
        } else {
            add_value(name, place);
        }
    }

    static std::string_view trim(std::string_view text) {
        while (text.starts_with(' ')) text.remove_prefix(1);
        while (text.ends_with(' ')) text.remove_suffix(1);
        return text;
    }

    static bool is_name(std::string_view name) {
        return !name.empty() && std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        });
    }

    std::optional<Target> resolve(const std::string& name, Place place) {
        std::vector<const field::Field*> contexts;
        for (const OpenSection& section : open_)
            if (section.context) contexts.push_back(section.context);
        return scope_.expect_tag(name, contexts, place, faults_);
    }

    void open_section(const std::string& name, Place place) {
        const std::optional<Target> target = resolve(name, place);
        const field::Field* field = target && target->derived.empty() ? target->field : nullptr;
        const field::Field* element = element_of(field, scope_.table());
        const bool has_members = field && (!field->is_scalar() || element != field);
        open_.push_back({name, place, has_members ? element : nullptr});
        if (target) tags_.push_back({name, target->field, target->derived, true});
    }

    void close_section(const std::string& name, Place place) {
        if (open_.empty()) {
            faults_.add(kinds::section_unopened, place, {name});
            return;
        }
        if (open_.back().name != name) {
            faults_.add(kinds::section_crossed, place, {name, open_.back().name});
            const auto same = std::ranges::find(open_, name, &OpenSection::name);
            if (same == open_.end()) return;
            open_.erase(same, open_.end());
            return;
        }
        open_.pop_back();
    }

    void add_value(const std::string& name, Place place) {
        const std::optional<Target> target = resolve(name, place);
        if (!target) return;
        if (target->field && target->derived.empty() && !prints_as_it_is(target->field->kind)) {
            const std::vector<std::string_view> names = derived_names_of(*target->field);
            faults_.add(kinds::tag_no_text, place,
                        {name, to_japanese(target->field->kind),
                         names.empty() ? "その中の項目を「.」でつないで書いてください。"
                                       : "後ろに「.」と" + quoted_list(names) + "のどれかを付けてください。"});
            return;
        }
        tags_.push_back({name, target->field, target->derived, false});
    }

    static bool prints_as_it_is(field::Kind kind) {
        switch (kind) {
            case field::Kind::text:
            case field::Kind::long_text:
            case field::Kind::name:
            case field::Kind::digits:
            case field::Kind::integer:
                return true;
            case field::Kind::object:
            case field::Kind::list:
            case field::Kind::map:
            case field::Kind::yen:
            case field::Kind::boolean:
            case field::Kind::date:
            case field::Kind::month:
            case field::Kind::time:
            case field::Kind::period:
            case field::Kind::code:
            case field::Kind::reference:
            case field::Kind::span:
            case field::Kind::image:
                return false;
        }
        return false;
    }

    const Node& source_;
    const Scope& scope_;
    Faults& faults_;
    std::vector<Tag> tags_;
    std::vector<OpenSection> open_;
};

RunTemplate read_source(const Node& node, const Scope& scope, Faults& faults) {
    RunTemplate run;
    run.source = node.text;
    run.tags = MustacheScanner(node, scope, faults).scan();
    run.line = node.place.line;
    run.column = node.place.column;
    return run;
}

/// A reading stands over one value of one line: of several nobody could tell which of them it is missing with.
bool prints_one_value(const RunTemplate& run) {
    std::string source = run.source;
    std::erase(source, ' ');
    if (run.tags.size() != 1 || source != "{{" + run.tags.front().name + "}}") return false;
    const field::Field* field = run.tags.front().field;
    return !field || field->kind == field::Kind::name || field->kind == field::Kind::text;
}

RunTemplate read_run(const Node& node, const Scope& scope, Faults& faults) {
    if (node.kind == Node::Kind::text) return read_source(node, scope, faults);
    if (node.kind != Node::Kind::table) {
        faults.add(kinds::run_kind, node.place);
        return {};
    }
    TableReader reader(node, faults);
    RunTemplate run;
    if (const Node* text = reader.require("text"); text && expect_kind(*text, Node::Kind::text, faults))
        run = read_source(*text, scope, faults);
    run.size = reader.points("size");
    run.weight = reader.word<Weight>("weight", weight_words);
    run.underline = reader.flag("underline");
    run.narrow = reader.flag("narrow").value_or(false);
    if (const Node* reading = reader.find("ruby")) {
        run.reading = read_runs(*reading, scope, faults);
        if (!prints_one_value(run)) faults.add(kinds::ruby_base, reading->place);
    }
    reader.finish();
    return run;
}

}  // namespace

std::vector<RunTemplate> read_runs(const Node& node, const Scope& scope, Faults& faults) {
    std::vector<RunTemplate> runs;
    if (node.kind == Node::Kind::array) {
        for (const Node& item : node.items) runs.push_back(read_run(item, scope, faults));
    } else {
        runs.push_back(read_run(node, scope, faults));
    }
    return runs;
}

}  // namespace besshi::form
