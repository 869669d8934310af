#include "fill/fill_cell.h"

#include "fill/cell_text.h"
#include "fill/diagnostics.h"
#include "fill/parameters.h"
#include "fill/value_text.h"

#include <algorithm>
#include <stdexcept>

namespace besshi::fill {

namespace {

/// Fills one kind of content; `pointer` becomes that of the first data in it.
class ContentFiller {
public:
    ContentFiller(const form::CellTemplate& cell, const Scope& scope, Diagnostics& faults)
        : cell_(cell), scope_(scope), faults_(faults) {}

    Content operator()(const form::TextContent& text) {
        std::vector<Run> runs = fill_runs(text.runs, scope_);
        drop_last_line_feeds(runs);
        const auto data = std::ranges::find_if(runs, [](const Run& run) { return !run.origin.pointer.empty(); });
        if (data != runs.end()) pointer = data->origin.pointer;
        return Text{std::move(runs), text.hang};
    }

    Content operator()(const form::ChoiceContent& choice) {
        const plan::Value* value = scope_.find(choice.path);
        if (value) pointer = value->pointer;
        Choice filled;
        for (const form::ChoiceOption& option : choice.options) {
            const plan::Value* chosen = value ? find_code(*value, option.code) : nullptr;
            Run run = own_run(option.word);
            run.whole = true;
            if (chosen) run.origin.pointer = chosen->pointer;
            filled.options.push_back({std::move(run), chosen != nullptr});
        }
        filled.between = own_run(choice.between);
        filled.before = fill_runs(choice.before, scope_);
        filled.after = fill_runs(choice.after, scope_);
        return filled;
    }

    Content operator()(const form::TickContent& tick) {
        const plan::Value* value = scope_.find(tick.path);
        const bool ticked = value && find_code(*value, tick.code);
        if (value) pointer = value->pointer;
        return Tick{ticked, {pointer, scope_.source().form.file, cell_.line, cell_.column}};
    }

    Content operator()(const form::DigitsContent& digits) {
        const plan::Value* value = scope_.find(digits.path);
        if (!value) return Digits{own_run({}), digits.boxes};
        pointer = value->pointer;
        Run run = data_run(*value);
        const int characters = static_cast<int>(base::count_characters(run.text));
        return Digits{std::move(run), std::max(digits.boxes, characters)};
    }

    Content operator()(const form::SignContent& sign) { return Signature{sign.field_name, sign.tip, sign.locks}; }

    Content operator()(const form::ImageContent& image) {
        const plan::Value* value = scope_.find(image.path);
        if (!value) return Empty{};
        pointer = value->pointer;
        const SharedPicture& picture = std::get<plan::Image>(value->content).picture;
        if (!picture) throw std::logic_error("a case was filled in before its images were read");
        return Image{picture, alternative_run(image, *value)};
    }

    Content operator()(const form::EmptyContent&) { return Empty{}; }

    std::string pointer;

private:
    /// `value` itself if it is `code`, or the element of the list that is; null if none is.
    static const plan::Value* find_code(const plan::Value& value, std::string_view code) {
        for (const plan::Value* element : value.elements()) {
            if (code_of(*element) == code) return element;
        }
        return code_of(value) == code ? &value : nullptr;
    }

    Run own_run(std::string_view text) const {
        Run run = label_run(text, scope_.source().form, cell_.line, cell_.column);
        if (!prints_own_readings(scope_.source())) run.rubies.clear();
        return run;
    }

    Run data_run(const plan::Value& value) const {
        Run run = own_run({});
        run.text = value_text(value, {}, scope_.source());
        run.source = TextSource::data;
        run.origin.pointer = value.pointer;
        return run;
    }

    /// What somebody who cannot see the image is told. Without a text of the data it is what the field is called,
    /// so that every figure has one (ISO 14289-1 §7.3).
    Run alternative_run(const form::ImageContent& content, const plan::Value& image) {
        if (const plan::Value* text = scope_.find(content.alternative_path)) {
            Run told = data_run(*text);
            told.text = base::without_ruby(told.text);
            return told;
        }
        const field::Field* field = scope_.find_field(content.alternative_path);
        faults_.push_back(diagnose(kinds::image_untold, {image.pointer, {}, 0, 0},
                                   {image.field->label, field ? std::string_view(field->label) : ""}));
        return own_run(image.field->label);
    }

    static std::string_view code_of(const plan::Value& value) {
        if (const bool* yes = std::get_if<bool>(&value.content)) return *yes ? "true" : "false";
        if (const auto* code = std::get_if<const field::Code*>(&value.content)) return (*code)->code;
        return {};
    }

    const form::CellTemplate& cell_;
    const Scope& scope_;
    Diagnostics& faults_;
};

/// `by_hand`: the pen writes it, whatever the data say, until the signed version is printed for the record.
bool is_left_for_pen(const form::CellTemplate& cell, form::Purpose purpose) {
    return cell.by_hand == form::ByHand::when_signing && purpose != form::Purpose::record;
}

/// Sentences, not a name or a number.
bool is_written_at_length(const form::CellTemplate& cell) {
    const auto* text = std::get_if<form::TextContent>(&cell.content);
    const auto is_long = [](const form::Tag& tag) {
        return tag.field && !tag.section && tag.field->kind == field::Kind::long_text;
    };
    return text && std::ranges::any_of(text->runs, [&](const form::RunTemplate& run) {
               return std::ranges::any_of(run.tags, is_long);
           });
}

/// What the purpose leaves white to be written by hand gets lines to write on.
bool is_ruled(const Cell& cell, const form::CellTemplate& source, form::Purpose purpose) {
    const auto* text = std::get_if<Text>(&cell.content);
    const bool for_pen = purpose == form::Purpose::blank || purpose == form::Purpose::prefilled;
    return for_pen && text && text->runs.empty() && is_written_at_length(source);
}

}  // namespace

Cell empty_cell(const form::CellTemplate& source, const Scope& scope) {
    Cell cell;
    cell.role = source.role;
    cell.content = Empty{};
    cell.style = source.style;
    cell.borders = source.style.borders;
    cell.origin = {{}, scope.source().form.file, source.line, source.column};
    return cell;
}

Cell fill_cell(const form::CellTemplate& source, const Scope& scope, Diagnostics& faults) {
    Cell cell = empty_cell(source, scope);
    if (!is_met(source.condition, scope.source().parameters)) return cell;
    const auto fill = [&](const Scope& seen) {
        ContentFiller filler(source, seen, faults);
        cell.content = std::visit(filler, source.content);
        cell.origin.pointer = std::move(filler.pointer);
    };
    if (is_left_for_pen(source, scope.source().request.purpose))
        fill(scope.without_data());
    else
        fill(scope);
    if (is_ruled(cell, source, scope.source().request.purpose)) cell.content = Empty{.ruled = true};
    if (!source.continued.empty()) {
        cell.continued = generated_run(source.continued, scope.source().form, source.line, source.column);
    }
    return cell;
}

}  // namespace besshi::fill
