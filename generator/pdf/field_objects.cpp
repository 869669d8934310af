#include "pdf/field_objects.h"

#include "pdf/syntax.h"

#include <fmt/format.h>

namespace besshi::pdf {

namespace {

std::string rectangle(std::int64_t left, std::int64_t bottom, std::int64_t right, std::int64_t top) {
    std::string out = "[";
    for (const std::int64_t side : {left, bottom, right, top}) {
        if (out.size() > 1) out += ' ';
        append_decimal(out, side, 2);
    }
    return out + ']';
}

}  // namespace

ObjectId FieldObjects::add(const draw::SignatureField& field, const Place& place) {
    const std::int64_t left = hundredths_of_point(field.rect.x), right = hundredths_of_point(field.rect.right());
    const std::int64_t top = hundredths_of_point(place.page.height - field.rect.y);
    const std::int64_t bottom = hundredths_of_point(place.page.height - field.rect.bottom());
    const ObjectId appearance = file_.add_plain({{"Type", "/XObject"},
                                                 {"Subtype", "/Form"},
                                                 {"BBox", rectangle(0, 0, right - left, top - bottom)},
                                                 {"Resources", "<<>>"}},
                                                {});
    constexpr int print_flag = 4;
    std::vector<Entry> entries{{"Type", "/Annot"},
                               {"Subtype", "/Widget"},
                               {"FT", "/Sig"},
                               {"T", literal_string(unique_name(field.name))},
                               {"TU", text_string(field.tip)},
                               {"F", std::to_string(print_flag)},
                               {"P", reference(place.page_object)},
                               {"Rect", rectangle(left, bottom, right, top)},
                               {"AP", fmt::format("<</N {}>>", reference(appearance))},
                               {"StructParent", std::to_string(place.parent_key)}};
    if (!field.locks.empty()) {
        const ObjectId lock = file_.add({{"Type", "/SigFieldLock"}, {"Action", "/All"}});
        entries.push_back({"Lock", reference(lock)});
    }
    for (const Entry& entry : entries) fingerprint_ += entry.value;
    fields_.push_back(file_.add(entries));
    return fields_.back();
}

std::string FieldObjects::unique_name(const std::string& name) {
    std::string candidate = name;
    for (int n = 2; !names_.insert(candidate).second; ++n) candidate = fmt::format("{}_{}", name, n);
    return candidate;
}

ObjectId FieldObjects::add_form() {
    std::string fields = "[";
    for (const ObjectId field : fields_) {
        if (fields.size() > 1) fields += ' ';
        fields += reference(field);
    }
    constexpr int signatures_exist = 1;
    return file_.add({{"Fields", fields + ']'}, {"SigFlags", std::to_string(signatures_exist)}});
}

}  // namespace besshi::pdf
