#include "pdf/bookmarks.h"

#include "pdf/syntax.h"

#include <fmt/format.h>

namespace besshi::pdf {

namespace {

/// An entry of the outline with those below it.
struct Item {
    std::string title;
    ObjectId page;
    std::vector<Item> below;
};

/// Whether a viewer shows the entries of a level when it opens the file.
enum class Fold { open, closed };

/// Writes `items` below `above` and returns what the entry above says of them: /First, /Last, and their /Count,
/// negative if closed (ISO 32000-1 tables 152, 153).
std::vector<Entry> write_items(ObjectFile& file, const std::vector<Item>& items, ObjectId above, Fold fold) {
    std::vector<ObjectId> ids;
    for (std::size_t i = 0; i < items.size(); ++i) ids.push_back(file.reserve());
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::vector<Entry> entries{{"Title", text_string(items[i].title)},
                                   {"Parent", reference(above)},
                                   {"Dest", fmt::format("[{}/Fit]", reference(items[i].page))}};
        if (i > 0) entries.push_back({"Prev", reference(ids[i - 1])});
        if (i + 1 < items.size()) entries.push_back({"Next", reference(ids[i + 1])});
        if (!items[i].below.empty()) {
            for (Entry& entry : write_items(file, items[i].below, ids[i], Fold::closed))
                entries.push_back(std::move(entry));
        }
        file.set(ids[i], entries);
    }
    return {{"First", reference(ids.front())},
            {"Last", reference(ids.back())},
            {"Count", fmt::format("{}{}", fold == Fold::closed ? "-" : "", items.size())}};
}

}  // namespace

void Bookmarks::add(const std::string& group, const std::string& title, ObjectId page) {
    if (groups_.empty() || groups_.back().title != group) groups_.push_back({group, {}});
    groups_.back().documents.push_back({title, page});
}

std::string Bookmarks::fingerprint() const {
    std::string all;
    for (const Group& group : groups_) {
        all += text_string(group.title);
        for (const Document& document : group.documents) all += text_string(document.title) + reference(document.page);
    }
    return all;
}

ObjectId Bookmarks::write(ObjectFile& file) const {
    std::vector<Item> items;
    for (const Group& group : groups_) {
        Item& item = items.emplace_back(Item{group.title, group.documents.front().page, {}});
        if (group.documents.size() == 1) continue;
        for (const Document& document : group.documents) item.below.push_back({document.title, document.page, {}});
    }
    const ObjectId outline = file.reserve();
    std::vector<Entry> entries = write_items(file, items, outline, Fold::open);
    entries.push_back({"Type", "/Outlines"});
    file.set(outline, entries);
    return outline;
}

}  // namespace besshi::pdf
