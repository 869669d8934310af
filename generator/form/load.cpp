#include "form/acceptance_reader.h"
#include "form/block_reader.h"
#include "form/cell_reader.h"
#include "form/diagnostics.h"
#include "form/form.h"
#include "form/page_reader.h"
#include "form/parameter_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::form {

namespace {

constexpr std::array purposes{Purpose::draft, Purpose::sign, Purpose::record, Purpose::blank, Purpose::prefilled};

/// Excel: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end.
void check_sheet_name(std::string_view name, Place place, Faults& faults) {
    const std::size_t units = base::count_utf16_units(name);
    const bool bad_sign = name.find_first_of("[]:*?/\\") != std::string_view::npos;
    if (name.empty() || units > 31 || bad_sign || name.starts_with('\'') || name.ends_with('\''))
        faults.add(kinds::sheet_name, place, {name, fmt::format("{}", units)});
}

/// `{ hours = "support_plan.hours_tables" }`: names and the fields they stand for.
std::vector<Binding> read_bindings(const Node& node, const Scope& scope, Faults& faults) {
    std::vector<Binding> bindings;
    if (!expect_kind(node, Node::Kind::table, faults)) return bindings;
    for (const Member& member : node.members) {
        const std::optional<std::string> path = to_text(member.value, faults);
        if (!path) continue;
        bindings.push_back({member.key, *path, scope.expect_field(*path, member.value.place, faults)});
    }
    return bindings;
}

/// The codes of an enumeration and the words this form prints for them.
Words read_words(TableReader& form, const field::Table& table) {
    Words all;
    const Node* node = form.find("words");
    if (!node || !expect_kind(*node, Node::Kind::table, form.faults())) return all;
    for (const Member& member : node->members) {
        const field::Enumeration* enumeration = table.find_enumeration(member.key);
        if (!enumeration) form.faults().add(kinds::words_unknown, member.place, {member.key});
        if (!expect_kind(member.value, Node::Kind::table, form.faults())) continue;
        for (const Member& word : member.value.members) {
            if (enumeration && !enumeration->find(word.key))
                form.faults().add(kinds::words_unknown, word.place, {fmt::format("{}.{}", member.key, word.key)});
            if (std::optional<std::string> text = to_text(word.value, form.faults()))
                all[member.key][word.key] = std::move(*text);
        }
    }
    return all;
}

/// One `[[document]]`, or the form as its only document.
class DefinitionReader {
public:
    DefinitionReader(const field::Table& table, const Node& file, const Node* document, Faults& faults)
        : table_(table), form_(file, faults), document_(document), faults_(faults) {}

    FormDefinition read() {
        read_head();
        definition_.parameters = read_parameters(form_);
        read_document();
        definition_.words = read_words(form_, table_);

        const Scope scope = read_scope();
        check_dated(scope);
        read_needs(scope);

        Node absent;
        absent.kind = Node::Kind::table;
        absent.place = form_.place();
        const Node* page_node = form_.require("page");
        TableReader page(page_node ? *page_node : absent, faults_);
        if (page_node) definition_.page = read_page(page);
        const Node* ruler_node = form_.require("ruler");
        TableReader ruler(ruler_node ? *ruler_node : absent, faults_);
        if (page_node && ruler_node) {
            Ruler read = read_ruler(ruler, definition_.page.width - definition_.page.left - definition_.page.right);
            definition_.ruler = std::move(read.columns);
            definition_.ruler_align = read.align;
        }
        const StyleSheet styles(read_type_table(absent, scope), read_styles(form_));

        const Surroundings around{scope, styles, definition_.ruler, definition_.words, faults_};
        read_bands(page, around, definition_.page);
        definition_.blocks = read_blocks(form_, around);
        definition_.accepted = read_acceptances(form_);
        check_signature_names();
        check_annexes();
        page.finish();
        if (ruler_node) ruler.finish();
        form_.finish();
        return std::move(definition_);
    }

private:
    void read_head() {
        definition_.form = form_.text("form", Presence::required).value_or("");
        if (const auto revision = form_.date("revision", Presence::required))
            definition_.revision = base::to_iso(*revision);
        definition_.in_force = form_.date("in_force", Presence::required).value_or(Date{1868, 1, 1});
        definition_.accepted_until = form_.date("accepted_until");
        definition_.notice = form_.text("notice").value_or("");
        definition_.document.number = form_.text("number").value_or("");
        definition_.document.title = form_.text("title").value_or("");
        definition_.sheet = form_.text("sheet", Presence::required).value_or("");
        if (form_.find("sheet")) check_sheet_name(definition_.sheet, form_.place_of("sheet"), faults_);
        form_.find("document");
    }

    void read_document() {
        DocumentId& document = definition_.document;
        document.id = definition_.form;
        if (document_) {
            TableReader reader(*document_, faults_);
            document.id = reader.text("id", Presence::required).value_or("");
            if (const auto number = reader.text("number")) document.number = *number;
            if (const auto title = reader.text("title")) document.title = *title;
            if (const auto sheet = reader.text("sheet")) {
                definition_.sheet = *sheet;
                check_sheet_name(*sheet, reader.place_of("sheet"), faults_);
            }
            if (const Node* bind = reader.find("bind"))
                document.bind = read_bindings(*bind, Scope(table_, definition_.parameters), faults_);
            if (const Node* values = reader.find("param")) read_document_parameters(*values);
            reader.finish();
        }
        if (document.title.empty()) document.title = base::without_ruby(title_from_parameter());
        if (document.title.empty()) document.title = definition_.sheet;
    }

    void read_document_parameters(const Node& values) {
        if (!expect_kind(values, Node::Kind::table, faults_)) return;
        const Scope scope(table_, definition_.parameters);
        for (const Member& member : values.members) {
            const auto parameter = definition_.parameters.find(member.key);
            if (parameter == definition_.parameters.end()) {
                faults_.add(kinds::param_unknown, member.place,
                            {member.key, "[param.名前] の表で先に決めてください。"});
                continue;
            }
            if (std::optional<std::string> value = to_parameter_value(member.value, parameter->second, faults_))
                definition_.document.parameters[member.key] = std::move(*value);
        }
    }

    std::string title_from_parameter() const {
        const auto own = definition_.document.parameters.find("title");
        if (own != definition_.document.parameters.end()) return own->second;
        const auto parameter = definition_.parameters.find("title");
        return parameter == definition_.parameters.end() ? std::string{} : parameter->second.default_value;
    }

    Scope read_scope() {
        Scope scope(table_, definition_.parameters);
        for (const Binding& binding : definition_.document.bind)
            if (binding.field) scope = scope.with(binding.as, binding.field);
        const Node* node = form_.find("for_each");
        if (!node) return scope;
        std::vector<Binding> bindings = read_bindings(*node, scope, faults_);
        if (bindings.size() != 1) {
            if (node->kind == Node::Kind::table && node->members.size() != 1)
                faults_.add(kinds::for_each_one, node->place);
            return scope;
        }
        Binding& binding = bindings.front();
        if (binding.field && binding.field->kind != field::Kind::list) {
            faults_.add(kinds::path_kind, node->members.front().value.place,
                        {binding.path, to_japanese(binding.field->kind), "「並び」"});
            return scope;
        }
        binding.field = element_of(binding.field, table_);
        scope = scope.with(binding.as, binding.field);
        definition_.for_each = std::move(binding);
        return scope;
    }

    void check_dated(const Scope& scope) {
        definition_.dated = form_.text("dated", Presence::required).value_or("");
        if (definition_.dated.empty()) return;
        const Place place = form_.place_of("dated");
        const field::Field* field = scope.expect_field(definition_.dated, place, faults_);
        if (field && field->kind != field::Kind::date)
            faults_.add(kinds::path_kind, place, {definition_.dated, to_japanese(field->kind), "「日付」"});
    }

    /// A path as forms see it, or as in the field table with its brackets.
    void check_paths(const Node& list, const Scope& scope) {
        if (list.kind != Node::Kind::array) return;
        for (const Node& item : list.items)
            if (item.kind == Node::Kind::text && !table_.find(item.text))
                scope.expect_field(item.text, item.place, faults_);
    }

    void read_needs(const Scope& scope) {
        definition_.prefilled = form_.texts("prefilled");
        if (const Node* prefilled = form_.find("prefilled")) check_paths(*prefilled, scope);
        const Node* node = form_.find("needs");
        if (!node) return;
        TableReader needs(*node, faults_);
        for (const Purpose purpose : purposes) {
            std::vector<std::string> paths = needs.texts(to_string(purpose));
            if (const Node* list = needs.find(to_string(purpose))) check_paths(*list, scope);
            if (!paths.empty()) definition_.needs[purpose] = std::move(paths);
        }
        needs.finish();
    }

    Style read_type_table(const Node& absent, const Scope& scope) {
        const Node* node = form_.require("type");
        if (!node) {
            Style base;
            base.size = base.min_size = Length::from_pt(10);
            return base;
        }
        TableReader reader(node->kind == Node::Kind::table ? *node : absent, faults_);
        Type type = read_type(reader);
        if (const auto ruby = reader.text("ruby")) {
            const Parameter* parameter =
                scope.expect_parameter(*ruby, Parameter::Type::boolean, reader.place_of("ruby"), faults_);
            if (parameter) definition_.readings = Condition{parameter->name, true};
        }
        reader.finish();
        definition_.fit = std::move(type.fit);
        definition_.min_size = type.base.min_size;
        return std::move(type.base);
    }

    /// AcroForm names are unique in the document.
    void check_signature_names() {
        std::set<std::string> names;
        const auto check = [&](const CellTemplate& cell) {
            const auto* sign = std::get_if<SignContent>(&cell.content);
            if (sign && !names.insert(sign->field_name).second)
                faults_.add(kinds::sign_twice, {cell.line, cell.column}, {sign->field_name});
        };
        for (const Block& block : definition_.blocks)
            for (const CellTemplate* cell : cells_of(block)) check(*cell);
    }

    /// A sheet that is added (別紙) tells whose it is by the running head alone.
    void check_annexes() {
        const auto is_empty = [](const Band& band) { return !band.left && !band.center && !band.right; };
        if (!is_empty(definition_.page.header) || !is_empty(definition_.page.footer)) return;
        for (const Block& block : definition_.blocks) {
            for (const CellTemplate* cell : cells_of(block)) {
                const std::vector<Overflow>& ways = cell->style.overflow;
                if (std::ranges::find(ways, Overflow::carry_over) == ways.end()) continue;
                faults_.add(kinds::annex_without_band, {cell->line, cell->column}, {cell->name});
            }
        }
    }

    const field::Table& table_;
    TableReader form_;
    const Node* document_;
    Faults& faults_;
    FormDefinition definition_;
};

}  // namespace

Result<std::vector<FormDefinition>> load(const field::Table& table, std::string_view toml, std::string_view file) {
    Result<Node> parsed = parse_toml(toml, file);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));

    Faults faults(file);
    std::vector<const Node*> documents;
    const Member* listed = parsed->find("document");
    if (listed && expect_kind(listed->value, Node::Kind::array, faults))
        for (const Node& document : listed->value.items) documents.push_back(&document);
    if (documents.empty()) documents.push_back(nullptr);

    std::vector<FormDefinition> definitions;
    const std::string sha256 = base::sha256_hex(toml);
    std::set<std::string> ids;
    for (const Node* document : documents) {
        FormDefinition definition = DefinitionReader(table, *parsed, document, faults).read();
        definition.file = file;
        definition.sha256 = sha256;
        if (!ids.insert(definition.document.id).second)
            faults.add(kinds::name_twice, document->place, {definition.document.id});
        definitions.push_back(std::move(definition));
    }
    if (!faults.empty()) return fail(faults.take());
    return definitions;
}

}  // namespace besshi::form
