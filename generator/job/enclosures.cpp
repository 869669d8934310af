#include "job/enclosures.h"

#include <nlohmann/json.hpp>

namespace besshi::job {

namespace {

using Json = nlohmann::ordered_json;

/// A member is left out if it is absent, null or an empty text, as `plan::read` has it.
bool is_left_out(const Json& object, const char* key) {
    const auto member = object.find(key);
    return member == object.end() || member->is_null() || *member == "";
}

bool complete(Json& enclosure, const MadeDocuments& made) {
    const auto form = enclosure.find("form");
    if (form == enclosure.end() || !form->is_string()) return false;
    const auto document = made.find(form->get_ref<const std::string&>());
    if (document == made.end()) return false;
    const bool lacks_title = is_left_out(enclosure, "title"), lacks_pages = is_left_out(enclosure, "page_count");
    if (lacks_title) enclosure["title"] = document->second.title;
    if (lacks_pages) enclosure["page_count"] = document->second.pages;
    return lacks_title || lacks_pages;
}

}  // namespace

std::string complete_enclosures(std::string_view case_json, const MadeDocuments& made) {
    Json record = Json::parse(case_json);
    bool changed = false;
    if (const auto letters = record.find("cover_letters"); letters != record.end()) {
        for (Json& letter : *letters) {
            if (const auto documents = letter.find("documents"); documents != letter.end()) {
                for (Json& enclosure : *documents) changed = complete(enclosure, made) || changed;
            }
        }
    }
    return changed ? record.dump() : std::string(case_json);
}

}  // namespace besshi::job
