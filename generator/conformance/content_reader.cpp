#include "conformance/checks.h"
#include "conformance/content.h"
#include "conformance/operators.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::conformance {

namespace {

constexpr int deepest_drawing = 12;    // form XObjects within form XObjects
constexpr int most_drawings = 40'000;  // of form XObjects and parts of pages in one file
constexpr std::size_t most_operands = 4'096;

struct GraphicsState {
    const Object* font = nullptr;
    bool font_is_composite = false;
    std::int64_t rendering = 0;
    std::optional<DeviceColor> fill = DeviceColor::gray, stroke = DeviceColor::gray;
};

/// Where a piece of marked content stands: index into Content::streams and into its pieces.
struct PieceIndex {
    std::size_t stream, piece;
};

struct Mark {
    bool is_artifact = false;
    bool is_piece = false;  ///< it has a MCID
};

enum class Marking { required, not_required };  ///< appearances of annotations need no marks

/// Reads the content streams of the pages, one page after the other.
class ContentReader {
public:
    ContentReader(const PdfFile& file, Findings& findings)
        : file_(file), findings_(findings), spaces_(file, findings) {}

    Content read() {
        for (const Page& page : file_.pages()) {
            colors_ = {place_of(page), page.dictionary, {}, false};
            read_page(page);
            read_appearances(page);
            content_.pages.push_back(std::move(colors_));
        }
        for (const auto& [form, times] : drawn_forms_)
            if (times > 1) findings_.add("30-002"_rule, place_of(file_, *form, "XObject"));
        return std::move(content_);
    }

private:
    /// One content stream while it is read.
    struct Stream {
        const Object& resources;
        std::size_t marked;  ///< index into Content::streams
        std::string place;
        std::size_t marks_outside;
        std::vector<GraphicsState> saved = {};
        std::size_t marks_at_text = 0;
        bool in_text = false;
        std::vector<Object> operands = {};
    };

    void read_page(const Page& page) {
        marking_ = Marking::required;
        state_ = {};
        std::string data;
        for (const Object* part : file_.each_of(page.dictionary->entry("Contents")))
            data += decode(*part, place_of(page)).value_or("") + '\n';
        check_resources_are_own(page);
        read(data, file_.find_inherited(*page.dictionary, "Resources"), *page.dictionary, place_of(page));
    }

    /// None, and reported, if the data cannot be had, or have been asked for too often.
    std::optional<std::string> decode(const Object& stream, const std::string& place) {
        if (++drawings_ > most_drawings) {
            findings_.leave_open("7.3-1"_rule);
            return std::nullopt;
        }
        auto data = file_.data(stream);
        if (!data) findings_.add("7.3-1"_rule, place_of(file_, stream, place), "ストリーム");
        return data;
    }

    void read_appearances(const Page& page) {
        marking_ = Marking::not_required;
        state_ = {};
        const Object::Array* annotations = file_.find(*page.dictionary, "Annots").as_array();
        if (annotations == nullptr) return;
        for (const Object& annotation : *annotations) {
            const Object& normal = file_.find(file_.find(file_.resolve(annotation), "AP"), "N");
            if (normal.is_stream())
                draw_form(normal);
            else if (normal.as_dictionary() != nullptr)
                for (const Entry& state : normal.as_dictionary()->entries) draw_form(file_.resolve(state.value));
        }
    }

    void check_resources_are_own(const Page& page) {
        const bool inherited = page.dictionary->entry("Resources").is_null() &&
                               !file_.find_inherited(*page.dictionary, "Resources").is_null();
        if (inherited) findings_.add("6.2.2-2"_rule, place_of(page));
    }

    void read(std::string_view data, const Object& resources, const Object& owner, std::string place) {
        content_.streams.push_back({&owner, place, {}});
        Stream stream{resources, content_.streams.size() - 1, std::move(place), marks_.size()};
        Lexer lexer(data);
        for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
            check_limits(token, stream.place, findings_);
            const bool is_operator = token.kind == Token::Kind::keyword && token.raw != "true" &&
                                     token.raw != "false" && token.raw != "null";
            if (!is_operator) {
                if (stream.operands.size() < most_operands) stream.operands.push_back(read_object(lexer, token));
                continue;
            }
            const auto act = find_act(token.raw);
            if (!act)
                findings_.add("6.2.2-1"_rule, stream.place);
            else if (*act == Act::inline_image)
                read_inline_image(lexer, stream);
            else
                perform(*act, stream);
            stream.operands.clear();
        }
        finish(stream);
    }

    void finish(Stream& stream) {
        if (!stream.saved.empty()) {
            findings_.add("8.4.2-1"_rule, stream.place);
            state_ = stream.saved.front();
            depth_of_saves_ -= stream.saved.size();
        }
        if (stream.in_text || marks_.size() != stream.marks_outside) findings_.add("14.6-1"_rule, stream.place);
        while (marks_.size() > stream.marks_outside) close_mark();
    }

    void perform(Act act, Stream& stream) {
        switch (act) {
            case Act::nothing:
                return;
            case Act::save:
                return save(stream);
            case Act::restore:
                return restore(stream);
            case Act::fill:
                return paint(stream, true, false);
            case Act::stroke:
                return paint(stream, false, true);
            case Act::fill_and_stroke:
                return paint(stream, true, true);
            case Act::set_gray_fill:
                return set_device(state_.fill, DeviceColor::gray, stream);
            case Act::set_gray_stroke:
                return set_device(state_.stroke, DeviceColor::gray, stream);
            case Act::set_rgb_fill:
                return set_device(state_.fill, DeviceColor::rgb, stream);
            case Act::set_rgb_stroke:
                return set_device(state_.stroke, DeviceColor::rgb, stream);
            case Act::set_cmyk_fill:
                return set_device(state_.fill, DeviceColor::cmyk, stream);
            case Act::set_cmyk_stroke:
                return set_device(state_.stroke, DeviceColor::cmyk, stream);
            case Act::set_space_fill:
                return set_space(state_.fill, stream);
            case Act::set_space_stroke:
                return set_space(state_.stroke, stream);
            case Act::set_pattern:
                return set_pattern(stream);
            case Act::shade:
                return shade(stream);
            case Act::draw_object:
                return draw_object(stream);
            case Act::begin_text:
                if (stream.in_text) findings_.add("14.6-1"_rule, stream.place);
                stream.in_text = true;
                stream.marks_at_text = marks_.size();
                return;
            case Act::end_text:
                if (!stream.in_text || marks_.size() != stream.marks_at_text)
                    findings_.add("14.6-1"_rule, stream.place);
                stream.in_text = false;
                return;
            case Act::set_font:
                return set_font(stream);
            case Act::set_rendering:
                if (!stream.operands.empty()) state_.rendering = stream.operands.back().as_integer().value_or(0);
                return;
            case Act::show_text:
                return show_text(stream);
            case Act::set_state:
                return set_state(stream);
            case Act::set_intent:
                if (!is_rendering_intent(name_operand(stream))) findings_.add("6.2.6-1"_rule, stream.place);
                return;
            case Act::begin_marked:
            case Act::begin_marked_with_properties:
                return begin_marked(stream);
            case Act::end_marked:
                return end_marked(stream);
            case Act::inline_image:
                return;
        }
    }

    static std::string_view name_operand(const Stream& stream) {
        return stream.operands.empty() ? std::string_view() : stream.operands.back().as_name().value_or("");
    }

    /// A resource by its kind and name; reports it if it is not there.
    const Object& resource(std::string_view kind, std::string_view name, const Stream& stream) {
        const Object& found = file_.find(file_.find(stream.resources, kind), name);
        if (found.is_null()) findings_.add("6.2.2-2"_rule, stream.place, fmt::format("{} {}", kind, name));
        return found;
    }

    void save(Stream& stream) {
        stream.saved.push_back(state_);
        ++depth_of_saves_;
        if (depth_of_saves_ == 29) findings_.add("6.1.13-8"_rule, stream.place);
    }

    void restore(Stream& stream) {
        if (stream.saved.empty()) return findings_.add("8.4.2-1"_rule, stream.place);
        state_ = stream.saved.back();
        stream.saved.pop_back();
        --depth_of_saves_;
    }

    // Colour

    void set_device(std::optional<DeviceColor>& current, DeviceColor device, const Stream& stream) {
        current = spaces_.unless_replaced(device, stream.resources);
    }
    void set_space(std::optional<DeviceColor>& current, const Stream& stream) {
        if (!stream.operands.empty()) current = spaces_.device_of(stream.operands.back(), stream.resources);
    }
    void use(std::optional<DeviceColor> device) {
        if (device) colors_.devices.insert(*device);
    }
    void paint(const Stream& stream, bool fills, bool strokes) {
        check_marked(stream);
        if (fills) use(state_.fill);
        if (strokes) use(state_.stroke);
    }
    void shade(const Stream& stream) {
        check_marked(stream);
        const Object& shading = resource("Shading", name_operand(stream), stream);
        use(spaces_.device_of(file_.find(shading, "ColorSpace"), stream.resources));
    }
    void set_pattern(const Stream& stream) {
        const std::string_view name = name_operand(stream);
        if (name.empty()) return;
        const Object& pattern = resource("Pattern", name, stream);
        if (pattern.is_stream())
            draw_form(pattern);
        else
            use(spaces_.device_of(file_.find(file_.find(pattern, "Shading"), "ColorSpace"), stream.resources));
    }

    void set_state(const Stream& stream) {
        const Object& state = resource("ExtGState", name_operand(stream), stream);
        const auto is_below_one = [&](std::string_view key) {
            const auto value = file_.find(state, key).as_number();
            return value && *value < 1;
        };
        const Object& mask = file_.find(state, "SMask");
        const Object& blend = file_.find(state, "BM");
        const bool blends = !blend.is_null() && !blend.is_name("Normal") && !blend.is_name("Compatible");
        const bool masks = !mask.is_null() && !mask.is_name("None");
        if (is_below_one("ca") || is_below_one("CA") || blends || masks) colors_.is_transparent = true;
        const Object::Array* font = file_.find(state, "Font").as_array();
        if (font != nullptr && !font->empty()) choose_font(file_.resolve(font->front()));
    }

    // Text

    void set_font(const Stream& stream) {
        if (stream.operands.size() < 2) return;
        choose_font(resource("Font", stream.operands[stream.operands.size() - 2].as_name().value_or(""), stream));
    }
    void choose_font(const Object& font) {
        state_.font = font.is_null() ? nullptr : &font;
        state_.font_is_composite = file_.find(font, "Subtype").is_name("Type0");
    }

    void show_text(const Stream& stream) {
        check_marked(stream);
        if (is_tagged()) {
            const PieceIndex& innermost = open_pieces_.back();
            content_.streams[innermost.stream].pieces[innermost.piece].has_text = true;
        }
        if (state_.rendering == 0 || state_.rendering == 2 || state_.rendering == 4 || state_.rendering == 6)
            use(state_.fill);
        if (state_.rendering == 1 || state_.rendering == 2 || state_.rendering == 5 || state_.rendering == 6)
            use(state_.stroke);
        if (state_.font == nullptr || stream.operands.empty()) return;
        const Object& text = stream.operands.back();
        if (const auto string = text.as_string()) use_codes(*string);
        if (const Object::Array* parts = text.as_array())
            for (const Object& part : *parts)
                if (const auto string = part.as_string()) use_codes(*string);
    }

    void use_codes(std::string_view string) {
        FontUse& font = content_.fonts[state_.font];
        std::set<std::uint32_t>& codes = state_.rendering == 3 ? font.invisible : font.drawn;
        const std::size_t size = state_.font_is_composite ? 2 : 1;
        for (std::size_t i = 0; i + size <= string.size(); i += size) {
            std::uint32_t code = static_cast<unsigned char>(string[i]);
            if (size == 2) code = code << 8 | static_cast<unsigned char>(string[i + 1]);
            codes.insert(code);
        }
    }

    // Marked content

    bool is_in_artifact() const { return open_artifacts_ > 0; }
    bool is_tagged() const { return !open_pieces_.empty(); }

    void close_mark() {
        if (marks_.back().is_artifact) --open_artifacts_;
        if (marks_.back().is_piece) open_pieces_.pop_back();
        marks_.pop_back();
    }

    void check_marked(const Stream& stream) {
        if (marking_ == Marking::required && !is_in_artifact() && !is_tagged())
            findings_.add("01-005"_rule, stream.place);
    }

    void begin_marked(Stream& stream) {
        Mark mark;
        const auto tag = stream.operands.empty() ? std::string_view() : stream.operands[0].as_name().value_or("");
        mark.is_artifact = tag == "Artifact";
        if (mark.is_artifact && is_tagged()) findings_.add("01-003"_rule, stream.place);
        if (stream.operands.size() >= 2) {
            const auto name = stream.operands[1].as_name();
            const Object& properties = name ? resource("Properties", *name, stream) : stream.operands[1];
            if (const auto mcid = file_.find(properties, "MCID").as_integer()) {
                if (is_in_artifact() || mark.is_artifact) findings_.add("01-004"_rule, stream.place);
                MarkedStream& marked = content_.streams[stream.marked];
                mark.is_piece = true;
                open_pieces_.push_back({stream.marked, marked.pieces.size()});
                marked.pieces.push_back({*mcid, false, !file_.find(properties, "Lang").is_null()});
            }
        }
        if (mark.is_artifact) ++open_artifacts_;
        marks_.push_back(mark);
    }

    void end_marked(const Stream& stream) {
        const std::size_t lowest = stream.in_text ? stream.marks_at_text : stream.marks_outside;
        if (marks_.size() <= lowest) return findings_.add("14.6-1"_rule, stream.place);
        close_mark();
    }

    // Objects

    void draw_object(const Stream& stream) {
        const Object& object = resource("XObject", name_operand(stream), stream);
        if (file_.find(object, "Subtype").is_name("Form")) return draw_form(object);
        check_marked(stream);
        if (file_.find(object, "ImageMask").is_true()) return use(state_.fill);
        use(spaces_.device_of(file_.find(object, "ColorSpace"), stream.resources));
        if (!file_.find(object, "SMask").is_null()) colors_.is_transparent = true;
    }

    void draw_form(const Object& form) {
        if (!form.is_stream()) return;
        if (drawing_depth_ > deepest_drawing) return findings_.leave_open("7.3-1"_rule);
        if (file_.find(file_.find(form, "Group"), "S").is_name("Transparency")) colors_.is_transparent = true;
        const auto data = decode(form, "XObject");
        if (!data) return;
        const GraphicsState outside = state_;
        const std::size_t index = content_.streams.size();
        ++drawing_depth_;
        read(*data, file_.find(form, "Resources"), form, place_of(file_, form, "XObject"));
        --drawing_depth_;
        state_ = outside;
        const bool has_marks = !content_.streams[index].pieces.empty();
        if (has_marks && ++drawn_forms_[&form] > 1) content_.streams[index].pieces.clear();  // counted already
    }

    void read_inline_image(Lexer& lexer, const Stream& stream) {
        findings_.see(Subject::inline_image);
        check_marked(stream);
        for (Token key = lexer.next(); key.kind == Token::Kind::name; key = lexer.next()) {
            const std::string name = name_of(key);
            const Object value = read_object(lexer, lexer.next());
            if (name == "F" || name == "Filter") check_inline_filters(value, stream);
            if ((name == "I" || name == "Interpolate") && value.is_true()) findings_.add("6.2.8-3"_rule, stream.place);
            if (name == "CS" || name == "ColorSpace") use(spaces_.device_of(value, stream.resources));
        }
        lexer.skip_inline_data();
    }

    void check_inline_filters(const Object& filter, const Stream& stream) {
        constexpr std::string_view allowed[] = {"ASCIIHexDecode",
                                                "ASCII85Decode",
                                                "FlateDecode",
                                                "RunLengthDecode",
                                                "CCITTFaxDecode",
                                                "DCTDecode",
                                                "AHx",
                                                "A85",
                                                "Fl",
                                                "RL",
                                                "CCF",
                                                "DCT"};
        for (const Object* each : file_.each_of(filter))
            if (std::ranges::find(allowed, each->as_name().value_or("")) == std::end(allowed))
                findings_.add("6.1.10-1"_rule, stream.place);
    }

    const PdfFile& file_;
    Findings& findings_;
    ColorSpaces spaces_;
    Content content_;
    PageColors colors_;
    Marking marking_ = Marking::required;
    GraphicsState state_;
    std::vector<Mark> marks_;
    std::vector<PieceIndex> open_pieces_;  ///< of marks_
    std::size_t open_artifacts_ = 0;       ///< of marks_
    std::map<const Object*, int> drawn_forms_;
    std::size_t depth_of_saves_ = 0;
    int drawing_depth_ = 0, drawings_ = 0;
};

/// Numbers of marked content are unique in their stream (ISO 32000-1 §14.7.4.2).
void check_numbers(const Content& content, Findings& findings) {
    for (const MarkedStream& stream : content.streams) {
        std::set<std::int64_t> seen;
        for (const MarkedPiece& piece : stream.pieces)
            if (!seen.insert(piece.mcid).second)
                findings.add("14.7.4.4-1"_rule, stream.place, fmt::format("MCID {}", piece.mcid));
    }
}

}  // namespace

Content read_content(const PdfFile& file, Findings& findings) {
    Content content = ContentReader(file, findings).read();
    check_numbers(content, findings);
    return content;
}

}  // namespace besshi::conformance
