#include "form/form.h"

#include <fmt/format.h>

#include <iterator>

namespace besshi::form {

namespace {

std::string_view to_string(Keep keep) {
    switch (keep) {
        case Keep::none:
            return "none";
        case Keep::next:
            return "next";
        case Keep::previous:
            return "previous";
    }
    return {};
}

std::string_view to_string(CellRole role) {
    switch (role) {
        case CellRole::value:
            return "value";
        case CellRole::label:
            return "label";
        case CellRole::blank:
            return "blank";
    }
    return {};
}

std::string_view to_string(ByHand by_hand) {
    switch (by_hand) {
        case ByHand::never:
            return "never";
        case ByHand::when_signing:
            return "when_signing";
        case ByHand::when_absent:
            return "when_absent";
    }
    return {};
}

std::string_view to_string(Parameter::Type type) {
    switch (type) {
        case Parameter::Type::text:
            return "text";
        case Parameter::Type::boolean:
            return "bool";
        case Parameter::Type::count:
            return "count";
        case Parameter::Type::time:
            return "time";
    }
    return {};
}

/// Hundredths of a millimetre, the measure of all dumps.
std::string mm(Length length) {
    return fmt::format("{:.2f}", length.mm());
}
std::string pt(Length length) {
    return fmt::format("{:g}", length.pt());
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '"' || c == '\\')
            (out += '\\') += c;
        else
            out += c;
    }
    return out + '"';
}

class Dump {
public:
    explicit Dump(const FormDefinition& form) : form_(form) {}

    std::string write() {
        write_head();
        write_page();
        for (const auto& [name, parameter] : form_.parameters) write_parameter(parameter);
        for (const auto& [enumeration, words] : form_.words)
            for (const auto& [code, text] : words) line(0, "words {}.{} = {}", enumeration, code, in_quotes(text));
        for (const auto& [purpose, paths] : form_.needs)
            for (const std::string& path : paths) line(0, "needs {} {}", to_string(purpose), path);
        for (const std::string& path : form_.prefilled) line(0, "prefilled {}", path);
        for (const Block& block : form_.blocks) write_block(block);
        return std::move(text_);
    }

private:
    template <class... Arguments>
    void line(int depth, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        text_.append(static_cast<std::size_t>(depth) * 2, ' ');
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    void write_head() {
        line(0, "form {} revision {} in_force {}{}", form_.form, form_.revision, base::to_iso(form_.in_force),
             form_.accepted_until ? " accepted_until " + base::to_iso(*form_.accepted_until) : "");
        line(0, "document {} {} {}", form_.document.id, form_.document.number, in_quotes(form_.document.title));
        for (const auto& [name, value] : form_.document.parameters) line(1, "param {} = {}", name, in_quotes(value));
        for (const Binding& binding : form_.document.bind)
            line(1, "bind {} = {}", binding.as, binding.field ? binding.field->path : binding.path);
        if (form_.for_each)
            line(1, "for_each {} = {}", form_.for_each->as,
                 form_.for_each->field ? form_.for_each->field->path : form_.for_each->path);
        line(0, "notice {}", in_quotes(form_.notice));
        line(0, "dated {}", form_.dated);
        line(0, "sheet {}", in_quotes(form_.sheet));
    }

    void write_page() {
        const PageSetup& page = form_.page;
        line(0, "page {} x {} margin {} {} {} {}{}", mm(page.width), mm(page.height), mm(page.top), mm(page.right),
             mm(page.bottom), mm(page.left), page.center_vertically ? " middle" : "");
        write_band("header", page.header, page.header_at);
        write_band("footer", page.footer, page.footer_at);
        std::string columns;
        for (const Length column : form_.ruler) columns += " " + mm(column);
        line(0, "ruler{}{}", form_.ruler_align == RulerAlign::center ? " center" : "", columns);
        std::string sizes;
        for (const Length size : form_.fit.sizes) sizes += " " + pt(size);
        line(0, "sizes{} pages {} min {}", sizes, form_.fit.pages, pt(form_.min_size));
    }

    void write_band(std::string_view name, const Band& band, Length at) {
        if (!band.left && !band.center && !band.right) return;
        line(0, "{} at {} from_page {} if_pages {}", name, mm(at), band.from_page, band.if_pages);
        for (const auto* piece : {&band.left, &band.center, &band.right})
            if (*piece) write_cell(1, **piece);
    }

    void write_parameter(const Parameter& parameter) {
        line(0, "param {} {} = {}", parameter.name, to_string(parameter.type), in_quotes(parameter.default_value));
        for (const auto& [purpose, value] : parameter.by_purpose)
            line(1, "{} = {}", to_string(purpose), in_quotes(value));
        for (const std::string& choice : parameter.choices) line(1, "choice {}", in_quotes(choice));
        for (const std::string& sentence : parameter.proves_delivery)
            line(1, "proves_delivery {}", in_quotes(sentence));
    }

    void write_block(const Block& block) {
        line(0, "block {} line {} gap {} keep {}{} box {} {}{}", block.name, block.line, mm(block.gap),
             to_string(block.keep), block.break_before ? " break_before" : "", to_string(block.box.outer),
             to_string(block.box.inner), condition(block.condition));
        std::visit([this](const auto& body) { write_body(body); }, block.body);
    }

    void write_body(const Panel& panel) {
        if (panel.repeat)
            line(1, "repeat {} = {} at least {}", panel.repeat->as,
                 panel.repeat->field ? panel.repeat->field->path : panel.repeat->path, count(panel.repeat->min));
        if (panel.each)
            line(1, "each {} = {} x {}", panel.each->as, panel.each->field ? panel.each->field->path : panel.each->path,
                 panel.each->count);
        for (const PanelLine& panel_line : panel.lines) {
            std::string cells;
            for (const LineCell& cell : panel_line.cells) {
                cells += " " + (cell.name.empty() ? "_" : cell.name);
                if (cell.repeat > 0) cells += fmt::format("#{}", cell.repeat);
                if (cell.span != 1) cells += fmt::format("*{}", cell.span);
            }
            line(1, "line {}{}{}:{}", mm(panel_line.min_height), condition(panel_line.condition),
                 panel_line.bottom ? fmt::format(" bottom {}", to_string(*panel_line.bottom)) : "", cells);
        }
        for (const auto& [name, cell] : panel.cells) write_cell(1, cell);
    }

    void write_body(const Table& table) {
        line(1, "rows {} as {} lines {} min {} heading {}{} at least {}{}", table.rows_path, table.as, table.row_lines,
             mm(table.row_min), mm(table.heading_min), table.repeat_heading ? " repeated" : "", count(table.min_rows),
             table.across > 1 ? fmt::format(" across {}", table.across) : "");
        if (table.lead) {
            line(1, "lead span {}", table.lead->span);
            write_cell(2, table.lead->cell);
        }
        for (const TableColumn& column : table.columns) {
            line(1, "column span {}{}{}{}", column.span, column.group.empty() ? "" : " group " + column.group,
                 column.merge_equal ? " merge equal" : "",
                 column.between ? fmt::format(" between {}", to_string(*column.between)) : "");
            if (column.heading) write_cell(2, *column.heading);
            for (const CellTemplate& cell : column.cells) write_cell(2, cell);
        }
        for (const ColumnGroup& group : table.groups) write_cell(1, group.heading);
    }

    void write_body(const Timetable& week) {
        line(1, "events {} as {} from param.{} to param.{} step {} row {} heading {}", week.events_path, week.as,
             week.from_parameter, week.to_parameter, count(week.step), mm(week.row_height), mm(week.heading_min));
        line(1, "time span {} every {} first {}", week.time_span, week.label_every, week.label_first);
        write_cell(2, week.time_label);
        line(1, "days span {}", week.day_span);
        for (const CellTemplate& heading : week.day_headings) write_cell(2, heading);
        write_cell(1, week.event);
        for (const TimetableSide& side : week.sides) {
            line(1, "side span {} from {} to {}", side.span, side.from, side.to);
            write_cell(2, side.heading);
            write_cell(2, side.cell);
        }
    }

    void write_cell(int depth, const CellTemplate& cell) {
        line(depth, "{} {} {}:{}{}{}{}", to_string(cell.role), cell.name, cell.line, cell.column,
             cell.by_hand == ByHand::never ? "" : fmt::format(" by_hand {}", to_string(cell.by_hand)),
             cell.continued.empty() ? "" : " continued " + in_quotes(cell.continued), condition(cell.condition));
        if (!cell.labels.empty()) {
            std::string of;
            for (const std::string& name : cell.labels) of += " " + name;
            line(depth + 1, "of{}", of);
        }
        line(depth + 1, "{}", describe(cell.style));
        std::visit([&](const auto& content) { write_content(depth + 1, content); }, cell.content);
    }

    void write_content(int depth, const TextContent& text) {
        if (text.hang.items) line(depth, "hang items");
        for (const std::string& lead : text.hang.leads) line(depth, "hang {}", in_quotes(lead));
        write_runs(depth, text.runs);
    }
    void write_runs(int depth, const std::vector<RunTemplate>& runs) {
        for (const RunTemplate& run : runs) {
            line(depth, "run {}{}{}{}{}", in_quotes(run.source), run.size ? " size " + pt(*run.size) : "",
                 run.weight ? (*run.weight == Weight::bold ? " bold" : " regular") : "",
                 run.underline ? (*run.underline ? " underlined" : " plain") : "", run.narrow ? " narrow" : "");
            for (const Tag& tag : run.tags)
                line(depth + 1, "{}{} -> {}{}{}", tag.section ? "section " : "", tag.name,
                     tag.field ? tag.field->path : "(not data)", tag.derived.empty() ? "" : " .", tag.derived);
            if (!run.reading.empty()) line(depth + 1, "reading");
            write_runs(depth + 2, run.reading);
        }
    }
    void write_content(int depth, const ChoiceContent& choice) {
        line(depth, "choice {} between {}", choice.path, in_quotes(choice.between));
        for (const ChoiceOption& option : choice.options)
            line(depth + 1, "{} = {}", option.code, in_quotes(option.word));
        if (!choice.before.empty()) line(depth + 1, "before");
        write_runs(depth + 2, choice.before);
        if (!choice.after.empty()) line(depth + 1, "after");
        write_runs(depth + 2, choice.after);
    }
    void write_content(int depth, const TickContent& tick) { line(depth, "tick {} {}", tick.path, tick.code); }
    void write_content(int depth, const DigitsContent& digits) {
        line(depth, "digits {} boxes {}", digits.path, digits.boxes);
    }
    void write_content(int depth, const SignContent& sign) {
        line(depth, "sign {} tip {} locks {}", sign.field_name, in_quotes(sign.tip), sign.locks);
    }
    void write_content(int depth, const ImageContent& image) {
        line(depth, "image {} alternative {}", image.path, image.alternative_path);
    }
    void write_content(int depth, const EmptyContent&) { line(depth, "empty"); }

    static std::string describe(const Style& style) {
        std::string text = fmt::format("style {}/{} {} {} {}/{}", pt(style.size), pt(style.min_size),
                                       style.family == Family::gothic ? "gothic" : "mincho",
                                       style.weight == Weight::bold ? "bold" : "regular", to_string(style.align),
                                       to_string(style.vertical_align));
        if (style.break_mode == BreakMode::phrase) text += " phrase";
        if (style.direction == Direction::vertical) text += " vertical";
        if (!style.wrap) text += " nowrap";
        if (style.underline) text += " underlined";
        for (const Overflow overflow : style.overflow) text += fmt::format(" {}", to_string(overflow));
        if (const auto& fill = style.fill)
            text += fmt::format(" fill #{:02X}{:02X}{:02X}", fill->red, fill->green, fill->blue);
        const auto side = [&](std::string_view name, const std::optional<Stroke>& stroke) {
            if (stroke) text += fmt::format(" {}={}", name, to_string(*stroke));
        };
        side("left", style.borders.left);
        side("right", style.borders.right);
        side("top", style.borders.top);
        side("bottom", style.borders.bottom);
        if (style.heading > 0) text += fmt::format(" heading {}", style.heading);
        return text;
    }

    static std::string count(const Count& count) {
        return count.parameter.empty() ? fmt::format("{}", count.number) : "param." + count.parameter;
    }

    static std::string condition(const std::optional<Condition>& condition) {
        if (!condition) return {};
        return fmt::format(" {} param.{}", condition->wanted ? "if" : "unless", condition->parameter);
    }

    const FormDefinition& form_;
    std::string text_;
};

}  // namespace

std::string dump(const FormDefinition& form) {
    return Dump(form).write();
}

}  // namespace besshi::form
