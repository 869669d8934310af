#include "form/block_reader.h"

#include "form/cell_reader.h"
#include "form/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace besshi::form {

namespace {

enum class BodyKind { panel, table, timetable };

constexpr std::array<Word<BodyKind>, 3> body_words{
    {{"panel", BodyKind::panel}, {"table", BodyKind::table}, {"timetable", BodyKind::timetable}}};
constexpr std::array<Word<Keep>, 3> keep_words{
    {{"none", Keep::none}, {"next", Keep::next}, {"previous", Keep::previous}}};

Box read_box(TableReader& block) {
    Box box;
    const Node* node = block.find("box");
    if (!node) return box;
    TableReader reader(*node, block.faults());
    box.outer = reader.word<Stroke>("outer", stroke_words).value_or(Stroke::none);
    box.inner = reader.word<Stroke>("inner", stroke_words).value_or(Stroke::none);
    reader.finish();
    return box;
}

Block read_block(const Node& node, const Surroundings& around) {
    TableReader reader(node, around.faults);
    Block block;
    block.line = node.place.line;
    block.name = reader.text("name", Presence::required).value_or("");
    block.gap = reader.millimetres("gap").value_or(Length{});
    block.keep = reader.word<Keep>("keep", keep_words).value_or(Keep::none);
    block.break_before = reader.flag("break_before").value_or(false);
    block.box = read_box(reader);
    block.condition = read_condition(reader, around.scope);
    if (!reader.require("kind")) return block;
    const std::optional<BodyKind> kind = reader.word<BodyKind>("kind", body_words);
    if (!kind) return block;  // without its kind nothing more of the block can be judged
    switch (*kind) {
        case BodyKind::panel:
            block.body = read_panel(reader, around);
            break;
        case BodyKind::table:
            block.body = read_table(reader, around);
            break;
        case BodyKind::timetable:
            block.body = read_timetable(reader, around);
            break;
    }
    reader.finish();
    return block;
}

}  // namespace

Length width_of(const std::vector<Length>& ruler, int first, int span) {
    Length width;
    const int end = std::min(first + span, static_cast<int>(ruler.size()));
    for (int column = first; column < end; ++column) width += ruler[static_cast<std::size_t>(column)];
    return width;
}

void check_signature_place(const CellTemplate& cell, Length width, Length height, Faults& faults) {
    if (!std::holds_alternative<SignContent>(cell.content)) return;
    const Length least_width = least_signature_width + signature_inset_x * 2;
    if (width >= least_width && height >= least_signature_height) return;
    faults.add(kinds::sign_small, {cell.line, cell.column},
               {cell.name, fmt::format("{:.1f}", width.mm()), fmt::format("{:.1f}", height.mm())});
}

const field::Field* expect_repeatable(std::string_view path, Place place, const Scope& scope, Faults& faults) {
    const field::Field* holder = scope.expect_field(path, place, faults);
    if (!holder || holder->kind == field::Kind::list || holder->kind == field::Kind::map) return holder;
    faults.add(kinds::path_kind, place, {path, to_japanese(holder->kind), "「並び」「決まった項目の表」"});
    return nullptr;
}

Count read_least(TableReader& block, std::string_view key, const field::Field* holder, const Scope& scope) {
    constexpr int most = 1000;
    Count least;
    const Node* node = block.find(key);
    if (!node) return least;
    if (holder && holder->kind == field::Kind::map)
        block.faults().add(kinds::key_conflict, node->place,
                           {key, to_japanese(holder->kind), "決まった項目の表は、いつもすべての項目を印刷します。"});
    if (node->kind != Node::Kind::text) {
        least.number = block.count(key, 0, most).value_or(0);
    } else if (const Parameter* parameter =
                   scope.expect_parameter(node->text, Parameter::Type::count, node->place, block.faults())) {
        least.parameter = parameter->name;
    }
    return least;
}

std::vector<Block> read_blocks(TableReader& form, const Surroundings& around) {
    std::vector<Block> blocks;
    const Node* node = form.require("block");
    if (!node || !expect_kind(*node, Node::Kind::array, around.faults)) return blocks;
    std::set<std::string> names;
    for (const Node& item : node->items) {
        Block block = read_block(item, around);
        if (!block.name.empty() && !names.insert(block.name).second)
            around.faults.add(kinds::name_twice, item.place, {block.name});
        blocks.push_back(std::move(block));
    }
    return blocks;
}

}  // namespace besshi::form
