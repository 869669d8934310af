#pragma once

#include "base/base.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Judges whether a PDF is PDF/A-2u (ISO 19005-2:2011) and PDF/UA-1 (ISO 14289-1:2014) at once. Shares nothing with
/// the writer: libqpdf finds the objects, everything that is judged is read here.
namespace besshi::conformance {

enum class Standard : std::uint8_t {
    pdf_a_2u,  ///< ISO 19005-2:2011, level U
    pdf_ua_1,  ///< ISO 14289-1:2014
    pdf_1_7,   ///< ISO 32000-1:2008, on which both stand
};

/// Who can tell whether a file keeps a rule.
enum class Decision : std::uint8_t {
    machine,  ///< `check` does
    person,   ///< nobody but a reader
    nobody,   ///< a machine could, but besshi never writes what the rule is about, so `check` does not learn it
};

/// What a rule is about. A file without it has nothing to keep.
enum class Subject : std::uint8_t {
    file,  ///< every file
    action,
    annotation,
    attachment,
    char_set,
    cid_font,
    cid_set,
    contents_list,
    device_cmyk,
    device_gray,
    device_rgb,
    encryption,
    extension_schema,
    figure,
    font,
    form,
    form_element,
    form_xobject,
    formula,
    graphics_state,
    halftone,
    heading,
    icc_cmyk,
    icc_color,
    icc_profile,
    image,
    info,
    inline_image,
    jpeg2000,
    link,
    list,
    media,
    metadata,
    note,
    optional_content,
    other_annotation,
    other_cmap,
    outline,
    output_intent,
    permissions,
    printer_mark,
    role_map,
    ruby,
    signature,
    simple_font,
    spot_color,
    structure,
    table,
    text_annotation,
    thread,
    transparency,
    warichu,
    widget,
};
inline constexpr std::size_t subject_count = static_cast<std::size_t>(Subject::widget) + 1;

struct Rule {
    std::string_view id;  ///< PDF/A: clause and number; PDF/UA: Matterhorn Protocol 1.1, or clause and number
    Standard standard;
    std::string_view clause;
    Subject subject;
    Decision decided_by;
    std::string_view japanese;  ///< what a file that keeps the rule is like
};

/// Every rule, standard by standard.
std::span<const Rule> rules();

/// `ISO 19005-2` …
std::string_view to_string(Standard standard);
/// `pdf_a_2u` …, as in `tests/spec/conformance.tsv`
std::string_view name_of(Standard standard);
std::string_view name_of(Decision decision);
/// 表、署名 …
std::string_view to_japanese(Subject subject);

struct Violation {
    const Rule* rule;
    std::string place;   ///< 「オブジェクト 12」「2ページ」; empty = the file as a whole
    std::string detail;  ///< keys, numbers and code points; never the document's text
};

struct Report {
    std::vector<const Rule*> checked;         ///< judged, kept or not
    std::vector<const Rule*> not_applicable;  ///< nothing in the file that they are about
    std::vector<const Rule*> undecided;       ///< the file holds what `check` cannot judge
    std::vector<const Rule*> for_people;
    std::vector<Violation> violations;  ///< in the order of `rules()`
    std::size_t omitted = 0;            ///< more violations of rules that already have their fill of them

    bool conforms() const { return violations.empty() && undecided.empty(); }
};

/// Faults: not a PDF, larger than 64 MB, so broken that its objects cannot be found, or with cross-reference streams,
/// which besshi does not write. Any bytes may be given: size, depth and inflated data are limited.
Result<Report> check(std::string_view pdf);

/// libqpdf and libxml2.
std::vector<base::Library> libraries();

std::span<const DiagnosticKind> diagnostic_kinds();

}  // namespace besshi::conformance
