#pragma once

#include "conforming.h"
#include "draw/draw.h"
#include "pdf/pdf.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

/// Draw lists made by hand, and other programs' view of the PDF made of them.
namespace besshi::pdf::tests {

inline const FontPrograms& programs() {
    static const FontPrograms opened([] {
        const std::string path = std::string(BESSHI_ROOT) + "/fonts/manifest.toml";
        std::ifstream file(path);
        std::ostringstream manifest;
        manifest << file.rdbuf();
        Result<text::FontSet> set = text::FontSet::load(manifest.str(), path);
        if (!set) throw std::runtime_error(base::to_line(set.error().front()));
        return *std::move(set);
    }());
    return opened;
}

inline const text::FontSet& fonts() {
    return programs().fonts();
}

/// The face whose name and weight these are; throws if the manifest has none.
inline text::FaceId face_named(std::string_view name, Weight weight = Weight::regular) {
    for (std::uint8_t i = 0; i < fonts().face_count(); ++i) {
        const text::FaceInfo& info = fonts().info({i});
        if (info.name == name && info.weight == weight) return {i};
    }
    throw std::runtime_error("no such face");
}

inline Length face_advance(text::FaceId face, text::GlyphId glyph, Length size) {
    return base::scale(size, fonts().advance(face, glyph), fonts().info(face).units_per_em);
}

/// Where a text stands, and how big.
struct Setting {
    Point at;
    Length size = Length::from_pt(10.5);
    Family family = Family::gothic;
    Weight weight = Weight::regular;
};

/// Sets `text` on one line: each character, with its variation selector if one follows, in the first
/// face of the chain that has it; a new run where the face changes. Returns where the pen ends.
inline Length set_text(draw::Page& page, std::string_view text, const Setting& setting) {
    Length x = setting.at.x;
    draw::GlyphRun run;
    const auto flush = [&] {
        if (!run.glyphs.empty()) page.marks.push_back({run, {}, draw::ArtifactKind::none});
        run = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = base::code_point_at(text, at);
        std::size_t end = at + bytes;
        char32_t selector = 0;
        if (end < text.size()) {
            const auto [next, next_bytes] = base::code_point_at(text, end);
            if (base::is_variation_selector(next)) {
                selector = next;
                end += next_bytes;
            }
        }
        std::optional<text::GlyphId> glyph;
        text::FaceId face;
        for (const text::FaceId candidate : fonts().chain(setting.family, setting.weight)) {
            glyph = fonts().find_glyph(candidate, c, selector);
            face = candidate;
            if (glyph) break;
        }
        if (!glyph) throw std::runtime_error("no face has " + base::code_point_name(c));
        if (run.glyphs.empty() || run.face != face) {
            flush();
            run.face = face;
            run.size = setting.size;
            run.origin = {x, setting.at.y};
        }
        const auto begin = static_cast<std::uint32_t>(run.text.size());
        run.text += text.substr(at, end - at);
        const Length advance = face_advance(face, *glyph, setting.size);
        run.glyphs.push_back({*glyph, advance, {}, {}, begin, static_cast<std::uint32_t>(run.text.size())});
        x += advance;
        at = end;
    }
    flush();
    return x;
}

inline draw::Page a4_page() {
    return {Length::from_mm(210), Length::from_mm(297), {}};
}

inline draw::DrawList list_of(draw::Page page) {
    draw::DrawList list;
    list.title = "個別支援計画書";
    list.subject = "support-plan 2024-05-17";
    list.document_id = "K-0001-3";
    list.pages.push_back(std::move(page));
    return list;
}

/// A page with these lines, 7 mm apart.
inline draw::DrawList list_of_lines(const std::vector<std::string>& lines, Family family = Family::gothic) {
    draw::Page page = a4_page();
    Length y = Length::from_mm(20);
    for (const std::string& line : lines) {
        set_text(page, line, {.at = {Length::from_mm(20), y}, .family = family});
        y += Length::from_mm(7);
    }
    return list_of(std::move(page));
}

inline draw::Node node_of(draw::Role role) {
    draw::Node node;
    node.role = role;
    node.parent = {0};
    return node;
}

/// A list with a logical tree, if it has none: a root, and below it a node for each mark that needs one.
inline draw::DrawList with_tree(draw::DrawList list) {
    if (!list.nodes.empty()) return list;
    list.nodes.push_back(node_of(draw::Role::document));
    for (draw::Page& page : list.pages) {
        for (draw::Mark& mark : page.marks) {
            draw::Node node = node_of(draw::Role::figure);
            node.alternative = "図";
            if (std::holds_alternative<draw::GlyphRun>(mark.shape)) node.role = draw::Role::paragraph;
            if (std::holds_alternative<draw::SignatureField>(mark.shape)) node.role = draw::Role::form;
            if (std::holds_alternative<draw::Rule>(mark.shape) || std::holds_alternative<draw::Fill>(mark.shape) ||
                std::holds_alternative<draw::Watermark>(mark.shape))
                continue;
            mark.node = {static_cast<std::uint32_t>(list.nodes.size())};
            list.nodes.front().children.push_back(mark.node);
            list.nodes.push_back(std::move(node));
        }
    }
    return list;
}

inline std::string bytes_of(const draw::DrawList& list, const Options& options = {}) {
    const Result<Artifact> artifact = write(with_tree(list), programs(), options);
    if (!artifact) throw std::runtime_error(base::to_line(artifact.error().front()));
    EXPECT_CONFORMS(artifact->bytes);
    return artifact->bytes;
}

/// A PDF on disk for as long as the object lives.
class PdfFile {
public:
    explicit PdfFile(std::string_view bytes) {
        static int count = 0;
        const std::string name = "besshi-pdf-" + std::to_string(getpid()) + "-" + std::to_string(++count) + ".pdf";
        path_ = std::filesystem::path(testing::TempDir()) / name;
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~PdfFile() { std::filesystem::remove(path_); }
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// What `command` prints, stdout and stderr, with `{}` in it replaced by the file's path.
    std::string ask(std::string command) const {
        command.replace(command.find("{}"), 2, path_.string());
        std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
        std::string output;
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
        output += pclose(pipe) == 0 ? "" : "\n(exit code not 0)";
        return output;
    }

    /// The text poppler takes out, line by line.
    std::vector<std::string> lines() const {
        std::istringstream text(ask("pdftotext -layout -nopgbrk {} -"));
        std::vector<std::string> all;
        for (std::string line; std::getline(text, line);) {
            const std::size_t first = line.find_first_not_of(' ');
            if (first != std::string::npos) all.push_back(line.substr(first));
        }
        return all;
    }

private:
    std::filesystem::path path_;
};

/// Compares line by line and shows the first line that differs.
inline testing::AssertionResult same_lines(const std::vector<std::string>& got,
                                           const std::vector<std::string>& wanted) {
    for (std::size_t i = 0; i < std::min(got.size(), wanted.size()); ++i) {
        if (got[i] != wanted[i])
            return testing::AssertionFailure() << "line " << i + 1 << " is\n"
                                               << got[i] << "\ninstead of\n"
                                               << wanted[i];
    }
    if (got.size() != wanted.size())
        return testing::AssertionFailure() << got.size() << " lines instead of " << wanted.size();
    return testing::AssertionSuccess();
}

}  // namespace besshi::pdf::tests
