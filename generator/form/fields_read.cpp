#include "form/form.h"
#include "form/scope.h"

#include <algorithm>

namespace besshi::form {

namespace {

void collect(const Panel& panel, std::vector<const CellTemplate*>& cells) {
    for (const auto& [name, cell] : panel.cells) cells.push_back(&cell);
}

void collect(const Table& table, std::vector<const CellTemplate*>& cells) {
    for (const TableColumn& column : table.columns) {
        if (column.heading) cells.push_back(&*column.heading);
        for (const CellTemplate& cell : column.cells) cells.push_back(&cell);
    }
    for (const ColumnGroup& group : table.groups) cells.push_back(&group.heading);
    if (table.lead) cells.push_back(&table.lead->cell);
}

void collect(const Timetable& timetable, std::vector<const CellTemplate*>& cells) {
    cells.push_back(&timetable.time_label);
    for (const CellTemplate& heading : timetable.day_headings) cells.push_back(&heading);
    cells.push_back(&timetable.event);
    for (const TimetableSide& side : timetable.sides) {
        cells.push_back(&side.heading);
        cells.push_back(&side.cell);
    }
}

/// Walks a form and notes every field it meets.
class FieldsRead {
public:
    FieldsRead(const FormDefinition& form, const field::Table& table)
        : form_(form), table_(table), scope_(table, form.parameters) {
        for (const Binding& binding : form.document.bind) scope_ = scope_.with(binding.as, binding.field);
        if (form.for_each) scope_ = scope_.with(form.for_each->as, form.for_each->field);
    }

    std::set<const field::Field*> collect() {
        add_path(form_.dated, scope_);
        for (const auto& [purpose, paths] : form_.needs)
            for (const std::string& path : paths) add_path(path, scope_);
        if (form_.for_each) add(form_.for_each->field);
        for (const Band* band : {&form_.page.header, &form_.page.footer})
            for (const auto* piece : {&band->left, &band->center, &band->right})
                if (*piece) add_cell(**piece, scope_);
        for (const Block& block : form_.blocks) {
            const Scope inside = std::visit([&](const auto& body) { return scope_of(body); }, block.body);
            for (const CellTemplate* cell : cells_of(block)) add_cell(*cell, inside);
        }
        return std::move(found_);
    }

private:
    Scope scope_of(const Panel& panel) {
        Scope inside = scope_;
        if (panel.repeat) {
            add(panel.repeat->field);
            inside = inside.with(panel.repeat->as, element_of(panel.repeat->field, table_));
        }
        if (panel.each) {
            add(panel.each->field);
            inside = inside.with(panel.each->as, panel.each->field);
        }
        return inside;
    }
    Scope scope_of(const Table& table) {
        add(table.rows_field);
        return scope_.with(table.as, element_of(table.rows_field, table_));
    }
    Scope scope_of(const Timetable& timetable) {
        const field::Field* events = scope_.find_field(timetable.events_path);
        const field::Field* event = element_of(events, table_);
        for (const char* key : {"day", "start", "end"}) add(event->find_child(key));
        return scope_.with(timetable.as, event);
    }

    void add_cell(const CellTemplate& cell, const Scope& scope) {
        std::visit([&](const auto& content) { add_content(content, scope); }, cell.content);
    }
    void add_content(const TextContent& text, const Scope& scope) { add_runs(text.runs, scope); }
    void add_runs(const std::vector<RunTemplate>& runs, const Scope& scope) {
        for (const RunTemplate& run : runs) {
            std::vector<const field::Field*> sections;
            for (const Tag& tag : run.tags) {
                add(tag.field);
                add_references(tag.name, scope);
                for (const field::Field* section : sections) add_references(tag.name, *section);
                if (tag.section && tag.field) sections.push_back(element_of(tag.field, table_));
            }
            add_runs(run.reading, scope);
        }
    }
    void add_content(const ChoiceContent& choice, const Scope& scope) {
        add_path(choice.path, scope);
        add_runs(choice.before, scope);
        add_runs(choice.after, scope);
    }
    void add_content(const TickContent& tick, const Scope& scope) { add_path(tick.path, scope); }
    void add_content(const DigitsContent& digits, const Scope& scope) { add_path(digits.path, scope); }
    void add_content(const ImageContent& image, const Scope& scope) {
        add_path(image.path, scope);
        add_path(image.alternative_path, scope);
    }
    void add_content(const SignContent&, const Scope&) {}
    void add_content(const EmptyContent&, const Scope&) {}

    /// A name as forms write it, or a path of the field table.
    void add_path(std::string_view path, const Scope& scope) {
        if (path.empty()) return;
        const field::Field* field = table_.find(path);
        add(field ? field : scope.find_field(path));
        add_references(path, scope);
    }

    /// `support_plan.manager` of `support_plan.manager.name`.
    void add_references(std::string_view name, const Scope& scope) {
        for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1))
            add_reference(scope.find_field(name.substr(0, dot)));
    }
    void add_references(std::string_view name, const field::Field& section) {
        for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1))
            add_reference(table_.resolve(&section, name.substr(0, dot)));
    }
    void add_reference(const field::Field* field) {
        if (field && field->kind == field::Kind::reference) found_.insert(field);
    }
    void add(const field::Field* field) {
        if (field) found_.insert(field);
    }

    const FormDefinition& form_;
    const field::Table& table_;
    Scope scope_;
    std::set<const field::Field*> found_;
};

}  // namespace

std::vector<const CellTemplate*> cells_of(const Block& block) {
    std::vector<const CellTemplate*> cells;
    std::visit([&](const auto& body) { collect(body, cells); }, block.body);
    std::ranges::stable_sort(cells, {}, [](const CellTemplate* cell) { return std::pair(cell->line, cell->column); });
    return cells;
}

std::set<const field::Field*> fields_read(const FormDefinition& form, const field::Table& table) {
    return FieldsRead(form, table).collect();
}

}  // namespace besshi::form
