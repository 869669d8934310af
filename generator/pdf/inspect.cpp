#include "pdf/diagnostics.h"
#include "pdf/object_file.h"
#include "pdf/pdf.h"

#include <fmt/format.h>
#include <podofo/podofo.h>

#include <algorithm>
#include <map>
#include <set>

namespace besshi::pdf {

namespace {

using PoDoFo::PdfObject;

// What a file from outside may make this program do.
constexpr std::size_t largest_file = 64u << 20;
constexpr std::size_t most_pages = 10'000;
constexpr int deepest_page_tree = 64;

/// Looks over the bytes before PoDoFo parses them: it repairs nothing, and inflates object streams without limit.
Diagnostics find_faults(std::string_view bytes) {
    if (bytes.size() > largest_file) return {diagnose(kinds::file_too_large, {}, {std::to_string(bytes.size() >> 20)})};
    if (!bytes.starts_with("%PDF-1.")) return {diagnose(kinds::file_not_pdf, {})};
    const std::string_view tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1024));
    if (tail.find("startxref") == std::string_view::npos || tail.find("%%EOF") == std::string_view::npos) {
        return {diagnose(kinds::file_truncated, {})};
    }
    Diagnostics faults;
    const std::pair<std::string_view, std::string_view> foreign[] = {
        {"/Encrypt", "暗号"}, {"/ObjStm", "オブジェクトストリーム"}, {"/XRef", "相互参照ストリーム"}};
    for (const auto& [name, japanese] : foreign) {
        if (bytes.find(name) != std::string_view::npos) faults.push_back(diagnose(kinds::file_foreign, {}, {japanese}));
    }
    return faults;
}

double mm(double points) {
    return points * 25.4 / 72;
}

/// Walks the objects of a parsed file and writes down what it finds.
class Inspection {
public:
    Inspection(const PoDoFo::PdfParser& parser, const PoDoFo::PdfVecObjects& objects)
        : objects_(objects), trailer_(*parser.GetTrailer()) {
        out_ = fmt::format("版        PDF {}\n", PoDoFo::s_szPdfVersionNums[parser.GetPdfVersion()]);
    }

    std::string take() {
        catalog_ = find(&trailer_, "Root");
        out_ += fmt::format("言語      {}\n", text_of(find(catalog_, "Lang")));
        list_info();
        list_pages();
        list_fonts();
        list_fields();
        return std::move(out_);
    }

private:
    struct Page {
        const PdfObject* object;
        double width, height;
        double left, top;  ///< of its box
    };

    /// The value behind a reference, or the value itself; null if there is none.
    const PdfObject* resolve(const PdfObject* value) const {
        return value != nullptr && value->IsReference() ? objects_.GetObject(value->GetReference()) : value;
    }
    const PdfObject* find(const PdfObject* dictionary, const char* key) const {
        if (dictionary == nullptr || !dictionary->IsDictionary()) return nullptr;
        return resolve(dictionary->GetDictionary().GetKey(key));
    }
    static std::string text_of(const PdfObject* value) {
        if (value == nullptr) return "なし";
        if (value->IsString() || value->IsHexString()) return value->GetString().GetStringUtf8();
        if (value->IsName()) return value->GetName().GetName();
        return "?";
    }
    /// Four numbers, lower left and upper right corner.
    std::optional<std::array<double, 4>> rectangle_of(const PdfObject* value) const {
        if (value == nullptr || !value->IsArray() || value->GetArray().size() != 4) return std::nullopt;
        std::array<double, 4> sides{};
        for (std::size_t i = 0; i < 4; ++i) {
            const PdfObject* side = resolve(&value->GetArray()[i]);
            if (side == nullptr || !(side->IsNumber() || side->IsReal())) return std::nullopt;
            sides[i] = side->GetReal();
        }
        return sides;
    }

    void list_info() {
        const PdfObject* info = find(&trailer_, "Info");
        if (info == nullptr || !info->IsDictionary()) return;
        for (const auto& [key, value] : info->GetDictionary().GetKeys()) {
            out_ += fmt::format("情報      {} = {}\n", key.GetName(), text_of(resolve(value)));
        }
    }

    void list_pages() {
        std::set<const PdfObject*> seen;
        collect_pages(find(catalog_, "Pages"), 0, seen);
        out_ += fmt::format("ページ    {}枚\n", pages_.size());
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            out_ += fmt::format("  {}  {:.1f} × {:.1f} mm\n", i + 1, mm(pages_[i].width), mm(pages_[i].height));
        }
    }

    void collect_pages(const PdfObject* node, int depth, std::set<const PdfObject*>& seen) {
        if (node == nullptr || depth > deepest_page_tree || pages_.size() >= most_pages || !seen.insert(node).second)
            return;
        if (const PdfObject* kids = find(node, "Kids"); kids != nullptr && kids->IsArray()) {
            for (const PdfObject& kid : kids->GetArray()) collect_pages(resolve(&kid), depth + 1, seen);
            return;
        }
        const auto box = rectangle_of(find(node, "MediaBox"));
        if (box) pages_.push_back({node, (*box)[2] - (*box)[0], (*box)[3] - (*box)[1], (*box)[0], (*box)[3]});
    }

    void list_fonts() {
        std::map<std::string, std::string> fonts;
        for (const Page& page : pages_) {
            const PdfObject* resources = find(find(page.object, "Resources"), "Font");
            if (resources == nullptr || !resources->IsDictionary()) continue;
            for (const auto& [key, value] : resources->GetDictionary().GetKeys()) {
                const PdfObject* font = resolve(value);
                fonts[text_of(find(font, "BaseFont"))] = describe_font(font);
            }
        }
        out_ += fmt::format("書体      {}\n", fonts.size());
        for (const auto& [name, description] : fonts) out_ += fmt::format("  {}  {}\n", name, description);
    }

    std::string describe_font(const PdfObject* font) const {
        const PdfObject* descendants = find(font, "DescendantFonts");
        const bool has_descendant =
            descendants != nullptr && descendants->IsArray() && !descendants->GetArray().empty();
        const PdfObject* cid_font = has_descendant ? resolve(&descendants->GetArray()[0]) : font;
        const PdfObject* descriptor = find(cid_font, "FontDescriptor");
        const bool embedded = find(descriptor, "FontFile2") != nullptr || find(descriptor, "FontFile3") != nullptr ||
                              find(descriptor, "FontFile") != nullptr;
        const std::string name = text_of(find(cid_font, "BaseFont"));
        const bool is_subset = name.size() > 7 && name[6] == '+';
        return fmt::format("{}・{}・{}・{}", text_of(find(cid_font, "Subtype")), embedded ? "埋込み" : "埋込みなし",
                           is_subset ? "使う字だけ" : "全部の字",
                           find(font, "ToUnicode") != nullptr ? "文字を取り出せる" : "文字を取り出せない");
    }

    void list_fields() {
        int count = 0;
        std::string lines;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            const PdfObject* annotations = find(pages_[i].object, "Annots");
            if (annotations == nullptr || !annotations->IsArray()) continue;
            for (const PdfObject& annotation : annotations->GetArray()) {
                const PdfObject* field = resolve(&annotation);
                if (text_of(find(field, "Subtype")) != "Widget") continue;
                lines += describe_field(field, pages_[i], i + 1);
                ++count;
            }
        }
        out_ += fmt::format("欄        {}\n{}", count, lines);
    }

    std::string describe_field(const PdfObject* field, const Page& page, std::size_t number) const {
        const auto rect = rectangle_of(find(field, "Rect"));
        const std::string place =
            rect ? fmt::format("左{:.1f} 上{:.1f} 幅{:.1f} 高さ{:.1f} mm", mm((*rect)[0] - page.left),
                               mm(page.top - (*rect)[3]), mm((*rect)[2] - (*rect)[0]), mm((*rect)[3] - (*rect)[1]))
                 : "位置なし";
        const bool is_signature = text_of(find(field, "FT")) == "Sig";
        const std::string state = !is_signature                 ? "署名欄ではない"
                                  : find(field, "V") != nullptr ? "署名あり"
                                                                : "署名なし";
        return fmt::format("  {}  {}  {}ページ  {}  {}\n", text_of(find(field, "T")), text_of(find(field, "TU")),
                           number, place, state);
    }

    const PoDoFo::PdfVecObjects& objects_;
    const PdfObject& trailer_;
    const PdfObject* catalog_ = nullptr;
    std::vector<Page> pages_;
    std::string out_;
};

}  // namespace

Result<std::string> inspect(std::string_view bytes) {
    Diagnostics faults = find_faults(bytes);
    if (!faults.empty()) return fail(std::move(faults));
    silence_podofo();
    return without_podofo_errors(kinds::file_broken, [&]() -> Result<std::string> {
        // The bare parser: PdfMemDocument would write the time of day into the Info dictionary.
        PoDoFo::PdfVecObjects objects;
        objects.SetAutoDelete(true);
        PoDoFo::PdfParser parser(&objects);
        parser.ParseFile(bytes.data(), static_cast<long>(bytes.size()));
        return Inspection(parser, objects).take();
    });
}

}  // namespace besshi::pdf
