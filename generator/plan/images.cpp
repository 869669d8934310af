#include "plan/data_uri.h"
#include "plan/diagnostics.h"
#include "plan/picture.h"
#include "plan/record_reader.h"

#include <algorithm>

namespace besshi::plan {

using field::Field;

namespace {

constexpr std::string_view data_scheme = "data:";

/// A file in the folder of the case or below it, named as Windows and Unix both understand it.
bool is_image_file_name(std::string_view name) {
    constexpr std::size_t longest = 255;
    const auto forbidden = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos;
    };
    if (name.size() > longest || std::ranges::any_of(name, forbidden)) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return true;
}

/// The picture in `bytes`; null if it has a fault.
SharedPicture picture_of(std::string bytes, const Field& field, const Origin& origin, Faults& faults) {
    auto read = read_picture(std::move(bytes));
    if (const auto* fault = std::get_if<PictureFault>(&read)) {
        faults.add(*fault->kind, origin, {field.label, fault->found});
        return nullptr;
    }
    return std::make_shared<const Picture>(std::get<Picture>(std::move(read)));
}

}  // namespace

Value* RecordReader::read_image(const Field& field, raw::NodeId id) {
    const raw::Node& node = tree_->node(id);
    if (node.kind != raw::Kind::text) {
        refuse_type(field, id, "画像のファイルの名前か、data: で始まる画像");
        return nullptr;
    }
    Image image;
    if (node.text.starts_with(data_scheme)) {
        auto bytes = read_data_uri(node.text);
        if (!bytes) {
            faults_.add(kinds::image_uri, origin(id), {field.label});
            return nullptr;
        }
        image.picture = picture_of(*std::move(bytes), field, origin(id), faults_);
        if (!image.picture) return nullptr;
    } else if (is_image_file_name(node.text)) {
        image.file = node.text;
    } else {
        faults_.add(kinds::image_name, origin(id), {field.label});
        return nullptr;
    }
    Value& value = storage_.make(field, pointer_);
    if (!image.picture) storage_.image_files.push_back({&value, origin(id)});
    value.content = std::move(image);
    return &value;
}

std::vector<std::string> image_files(const CaseDocument& document) {
    std::vector<std::string> names;
    for (const auto& [value, origin] : document.storage_->image_files)
        names.push_back(std::get<Image>(value->content).file);
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

Result<CaseDocument> with_images(CaseDocument document, const ImageFiles& files) {
    Faults faults;
    std::map<std::string_view, SharedPicture> pictures;
    for (const auto& [value, origin] : document.storage_->image_files) {
        Image& image = std::get<Image>(value->content);
        const auto file = files.find(image.file);
        if (file == files.end()) {
            faults.add(kinds::image_missing, origin, {value->field->label});
            continue;
        }
        SharedPicture& picture = pictures[file->first];
        if (!picture) picture = picture_of(file->second, *value->field, origin, faults);
        image.picture = picture;
    }
    if (faults.has_error()) return fail(std::move(faults).take());
    for (const auto& [name, picture] : pictures) document.sha256 += picture->sha256;
    if (!pictures.empty()) document.sha256 = base::sha256_hex(document.sha256);
    return document;
}

}  // namespace besshi::plan
