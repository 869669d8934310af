#include "plan/record_reader.h"

#include "plan/diagnostics.h"
#include "plan/office_choices.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::plan {

namespace {

using field::Field;

/// Names as this project writes them. Anything else may hold what a person typed into the wrong place
/// (a child's name used as a key), so it is not repeated in messages.
bool is_showable_key(std::string_view key) {
    constexpr std::size_t longest = 40;
    return !key.empty() && key.size() <= longest && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '$';
    });
}

/// Where a member of an object or map goes, and what messages call it.
struct Slot {
    std::size_t index;
    std::string_view label;
};

std::optional<Slot> find_slot(const Field& parent, std::string_view key) {
    if (parent.kind == field::Kind::map) {
        const field::Code* code = parent.enumeration->find(key);
        if (!code) return std::nullopt;
        return Slot{static_cast<std::size_t>(code - parent.enumeration->codes.data()), code->word};
    }
    for (std::size_t i = 0; i < parent.children.size(); ++i) {
        if (parent.children[i]->key == key) return Slot{i, parent.children[i]->label};
    }
    return std::nullopt;
}

std::size_t count_slots(const Field& parent) {
    return parent.kind == field::Kind::map ? parent.enumeration->codes.size() : parent.children.size();
}

}  // namespace

RecordReader::Step::Step(RecordReader& reader, std::string_view token)
    : reader_(reader), length_before_(reader.pointer_.size()) {
    base::append_pointer_token(reader.pointer_, token);
}

RecordReader::Step::~Step() {
    reader_.pointer_.resize(length_before_);
}

std::string RecordReader::label_of(const Field& field) const {
    return field.label.empty() ? "記録の全体" : field.label;
}

void RecordReader::read(const raw::Tree& case_tree, const raw::Tree* office_tree) {
    const Field& root_field = storage_.table->root();
    Value& root = storage_.make(root_field, {});
    Slots slots(root_field.children.size(), nullptr);
    read_root_members(case_tree, office_tree ? File::case_with_office : File::case_alone, slots);
    if (office_tree) read_root_members(*office_tree, File::office, slots);
    finish_object(root, slots);
    storage_.root = &root;
    resolve_references();
    check_ids(root, faults_);
    check_dated_facts(root, *storage_.table, case_tree.file(), faults_);
}

void RecordReader::read_root_members(const raw::Tree& tree, File file, Slots& slots) {
    tree_ = &tree;
    file_ = file;
    constexpr raw::NodeId root_node = 0;
    const Field& root = storage_.table->root();
    if (tree.node(root_node).kind != raw::Kind::object) return refuse_type(root, root_node, "まとまり { }");
    each_member(root, root_node, [&](std::size_t index, raw::NodeId child) {
        const Field& field = *root.children[index];
        if (file == File::office && !field.of_office) {
            faults_.add(kinds::not_of_office, origin(child), {field.label});
        } else if (file == File::case_with_office && field.of_office) {
            faults_.add(kinds::office_twice, origin(child), {field.label});
        } else {
            slots[index] = read_value(field, child);
        }
    });
}

template <class Take>
void RecordReader::each_member(const Field& parent, raw::NodeId object, const Take& take) {
    std::vector<bool> seen(count_slots(parent), false);
    for (raw::NodeId id = tree_->node(object).first_child; id != raw::no_node; id = tree_->node(id).next) {
        const std::string_view key = tree_->node(id).key;
        const auto slot = find_slot(parent, key);
        if (!slot) {
            refuse_key(parent, id);
            continue;
        }
        const Step step(*this, key);
        if (seen[slot->index]) {
            faults_.add(kinds::repeated_key, origin(id), {slot->label});
        } else {
            seen[slot->index] = true;
            take(slot->index, id);
        }
    }
}

Value* RecordReader::read_value(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind == raw::Kind::null || (node.kind == raw::Kind::text && node.text.empty())) return nullptr;
    switch (field.kind) {
        case field::Kind::object:
            return read_object(field, id);
        case field::Kind::list:
            return read_list(field, id);
        case field::Kind::map:
            return read_map(field, id);
        case field::Kind::text:
        case field::Kind::long_text:
        case field::Kind::name:
        case field::Kind::digits:
            return read_text(field, id);
        case field::Kind::integer:
        case field::Kind::yen:
            return read_number(field, id);
        case field::Kind::boolean:
            return read_boolean(field, id);
        case field::Kind::date:
            return read_date(field, id);
        case field::Kind::month:
            return read_month(field, id);
        case field::Kind::time:
            return read_time(field, id);
        case field::Kind::period:
            return read_period(field, id);
        case field::Kind::code:
            return read_code(field, id);
        case field::Kind::reference:
            return read_reference(field, id);
        case field::Kind::image:
            return read_image(field, id);
        case field::Kind::span:
            break;
    }
    faults_.add(kinds::derived_key, origin(id), {field.label});
    return nullptr;
}

Value* RecordReader::read_object(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::object) {
        refuse_type(field, id, "まとまり { }");
        return nullptr;
    }
    Value& object = storage_.make(field, pointer_);
    Slots slots(field.children.size(), nullptr);
    each_member(field, id, [&](std::size_t index, raw::NodeId child) {
        slots[index] = read_value(*field.children[index], child);
    });
    check_dates(object, slots, id);
    mark_withheld(field, slots);
    return finish_object(object, slots);
}

Value* RecordReader::finish_object(Value& object, Slots& slots) {
    std::vector<Member> members;
    members.reserve(
        static_cast<std::size_t>(std::ranges::count_if(slots, [](const Value* value) { return value != nullptr; })));
    for (Value* value : slots) {
        if (value) members.push_back({value->field->key, value});
    }
    const bool absent = members.empty();
    object.content = std::move(members);
    return absent ? nullptr : &object;
}

void RecordReader::mark_withheld(const Field& parent, const Slots& slots) {
    for (const Value* mark : slots) {
        if (!mark) continue;
        for (const std::string& key : mark->field->withholds) {
            if (Value* value = slots[find_slot(parent, key)->index])
                value->withheld = std::get<const field::Code*>(mark->content);
        }
    }
}

Value* RecordReader::read_list(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::list) {
        refuse_type(field, id, "一覧 [ ]");
        return nullptr;
    }
    Value& list = storage_.make(field, pointer_);
    std::vector<const Value*> elements;
    std::size_t count = 0;
    for (raw::NodeId child = node.first_child; child != raw::no_node; child = tree_->node(child).next) {
        if (count < field.limit) {
            const Step step(*this, std::to_string(count));
            if (const Value* element = read_value(*field.children.front(), child)) elements.push_back(element);
        }
        ++count;
    }
    if (count > field.limit) {
        faults_.add(kinds::list_too_long, origin(id),
                    {field.label, std::to_string(count), std::to_string(field.limit)});
    } else if (count > field.expected) {
        faults_.add(kinds::list_unexpected, origin(id),
                    {field.label, std::to_string(count), std::to_string(field.expected)});
    }
    if (elements.empty()) return nullptr;
    list.content = std::move(elements);
    return &list;
}

Value* RecordReader::read_map(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::object) {
        refuse_type(field, id, "まとまり { }");
        return nullptr;
    }
    Value& map = storage_.make(field, pointer_);
    Slots slots(count_slots(field), nullptr);
    each_member(field, id, [&](std::size_t index, raw::NodeId child) {
        slots[index] = read_value(*field.children.front(), child);
    });
    std::vector<Member> members;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i]) members.push_back({field.enumeration->codes[i].code, slots[i]});
    }
    if (members.empty()) return nullptr;
    map.content = std::move(members);
    return &map;
}

void RecordReader::check_dates(const Value& object, const Slots& slots, raw::NodeId id) {
    const auto date = [&](std::string_view key) -> const Date* {
        const auto slot = find_slot(*object.field, key);
        const Value* value = slot ? slots[slot->index] : nullptr;
        return value ? std::get_if<Date>(&value->content) : nullptr;
    };
    const Date* from = date("from");
    const Date* to = date("to");
    if (from && to && *to < *from) faults_.add(kinds::period_reversed, origin(id), {object.field->label});
}

void RecordReader::refuse_type(const Field& field, raw::NodeId id, std::string_view expected, std::string_view hint) {
    const std::string_view found = raw::kind_word(tree_->node(id).kind);
    faults_.add(kinds::wrong_type, origin(id), {label_of(field), expected, found, hint});
}

void RecordReader::refuse_key(const Field& parent, raw::NodeId id) {
    const std::string_view key = tree_->node(id).key;
    if (file_ == File::office && !parent.parent && is_office_choice(key)) return;
    if (!faults_.has_room()) return faults_.add(kinds::unknown_key, {});
    const bool showable = is_showable_key(key);
    const std::string shown = showable ? std::string(key) : fmt::format("{}字の名前", base::count_characters(key));
    const auto nearest = storage_.table->find_nearest_key(parent, key);
    const std::string hint =
        nearest ? fmt::format("もしかして「{}」ですか。", *nearest) : "書ける項目は besshi schema で見られます。";
    faults_.add(kinds::unknown_key, tree_->origin(id, showable ? pointer_ + base::pointer_token(key) : pointer_),
                {label_of(parent), shown, hint});
}

}  // namespace besshi::plan
