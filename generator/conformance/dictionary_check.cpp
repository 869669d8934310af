#include "conformance/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace besshi::conformance {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// Looks at each dictionary of the file once, where it stands; references are followed only where a key says what
/// the object behind it is.
class DictionaryCheck {
public:
    DictionaryCheck(const PdfFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void check() {
        for (const auto& [id, object] : file_.objects()) {
            place_ = place_of(id);
            visit(object);
        }
        place_ = "トレーラー";
        visit(file_.trailer());
    }

private:
    void visit(const Object& object) {
        if (const Object::Array* array = object.as_array())
            for (const Object& item : *array) visit(item);
        const Dictionary* dictionary = object.as_dictionary();
        if (dictionary == nullptr) return;
        if (dictionary->is_stream) check_stream(object);
        check_file_specification(object);
        check_keys(*dictionary, object);
        for (const Entry& entry : dictionary->entries) visit(entry.value);
    }

    void check_keys(const Dictionary& dictionary, const Object& object) {
        const bool is_media =
            file_.find(object, "Type").is_name("MediaClip") || file_.find(object, "Type").is_name("Rendition");
        if (is_media) findings_.see(Subject::media);
        for (const Entry& entry : dictionary.entries) {
            const Object& value = file_.resolve(entry.value);
            if (entry.key == "ExtGState")
                for_each_entry(value, [this](const Object& state) { check_graphics_state(state); });
            else if (entry.key == "AA")
                for_each_entry(value, [this](const Object& action) { check_action(action); });
            else if (is_one_of(entry.key, {"A", "OpenAction", "Next"}))
                for (const Object* action : file_.each_of(value)) check_action(*action);
        }
    }

    void for_each_entry(const Object& dictionary, const std::function<void(const Object&)>& work) const {
        if (dictionary.as_dictionary() == nullptr) return;
        for (const Entry& entry : dictionary.as_dictionary()->entries) work(file_.resolve(entry.value));
    }

    void check_stream(const Object& stream) {
        for (const char* key : {"F", "FFilter", "FDecodeParms"})
            if (!stream.entry(key).is_null()) findings_.add("6.1.7-3"_rule, place_, key);
        check_filters(stream);
        const Object& subtype = file_.find(stream, "Subtype");
        if (subtype.is_name("Form")) check_form(stream);
        if (subtype.is_name("PS")) findings_.add("6.2.9-3"_rule, place_);
    }

    void check_filters(const Object& stream) {
        const Object& parameters = file_.find(stream, "DecodeParms");
        const std::vector<const Object*> filters = file_.each_of(stream.entry("Filter"));
        for (std::size_t i = 0; i < filters.size(); ++i) {
            const auto name = filters[i]->as_name();
            const Object::Array* each = parameters.as_array();
            const Object& own = each && i < each->size() ? file_.resolve((*each)[i]) : parameters;
            if (name == "JPXDecode") findings_.see(Subject::jpeg2000);
            const bool right =
                name && (is_one_of(*name, {"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode",
                                           "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"}) ||
                         (*name == "Crypt" && file_.find(own, "Name").is_name("Identity")));
            if (!right) findings_.add("6.1.7-4"_rule, place_, std::string(name.value_or("")));
        }
    }

    void check_form(const Object& form) {
        findings_.see(Subject::form_xobject);
        const bool has_postscript =
            !form.entry("OPI").is_null() || !form.entry("PS").is_null() || file_.find(form, "Subtype2").is_name("PS");
        if (has_postscript) findings_.add("6.2.9-1"_rule, place_);
        if (!form.entry("Ref").is_null()) {
            findings_.add("6.2.9-2"_rule, place_);
            findings_.add("30-001"_rule, place_);
        }
    }

    void check_graphics_state(const Object& state) {
        findings_.see(Subject::graphics_state);
        if (!state.entry("TR").is_null()) findings_.add("6.2.5-1"_rule, place_);
        const Object& second = file_.find(state, "TR2");
        if (!second.is_null() && !second.is_name("Default")) findings_.add("6.2.5-2"_rule, place_);
        if (!state.entry("HTP").is_null()) findings_.add("6.2.5-3"_rule, place_);
        check_halftone(file_.find(state, "HT"));
        const auto intent = file_.find(state, "RI").as_name();
        if (intent && !is_rendering_intent(*intent)) findings_.add("6.2.6-1"_rule, place_);
        check_blend_mode(file_.find(state, "BM"));
    }

    void check_halftone(const Object& halftone) {
        if (halftone.as_dictionary() == nullptr) return;
        findings_.see(Subject::halftone);
        const auto type = file_.find(halftone, "HalftoneType").as_integer();
        if (type != 1 && type != 5) findings_.add("6.2.5-4"_rule, place_);
        if (!halftone.entry("HalftoneName").is_null()) findings_.add("6.2.5-5"_rule, place_);
    }

    void check_blend_mode(const Object& modes) {
        for (const Object* mode : file_.each_of(modes)) {
            const auto name = mode->as_name();
            const bool known =
                name && is_one_of(*name, {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten",
                                          "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference",
                                          "Exclusion", "Hue", "Saturation", "Color", "Luminosity"});
            if (!known) findings_.add("6.2.10-1"_rule, place_);
        }
    }

    /// Key `A` also stands for the attributes of structure elements, which have no `S`.
    void check_action(const Object& action) {
        const auto type = file_.find(action, "S").as_name();
        if (!type) return;
        findings_.see(Subject::action);
        if (!is_one_of(*type, {"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"}))
            findings_.add("6.5.1-1"_rule, place_, std::string(*type));
        if (*type != "Named") return;
        const auto name = file_.find(action, "N").as_name();
        if (!name || !is_one_of(*name, {"NextPage", "PrevPage", "FirstPage", "LastPage"}))
            findings_.add("6.5.1-2"_rule, place_);
    }

    void check_file_specification(const Object& specification) {
        if (specification.entry("EF").is_null()) return;
        findings_.see(Subject::attachment);
        for (const char* key : {"F", "UF"}) {
            const auto name = file_.find(specification, key).as_string();
            if (name && !name->empty()) continue;
            findings_.add("6.8-2"_rule, place_, key);
            findings_.add("21-001"_rule, place_, key);
        }
    }

    const PdfFile& file_;
    Findings& findings_;
    std::string place_;
};

}  // namespace

bool is_rendering_intent(std::string_view name) {
    return is_one_of(name, {"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"});
}

void check_dictionaries(const PdfFile& file, Findings& findings) {
    DictionaryCheck(file, findings).check();
}

}  // namespace besshi::conformance
