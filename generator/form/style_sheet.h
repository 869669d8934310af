#pragma once

#include "form/definition.h"
#include "form/table_reader.h"

#include <array>
#include <map>

namespace besshi::form {

inline constexpr std::array<Word<Weight>, 2> weight_words{{{"regular", Weight::regular}, {"bold", Weight::bold}}};
inline constexpr std::array<Word<Stroke>, 5> stroke_words{{{"none", Stroke::none},
                                                           {"hair", Stroke::hair},
                                                           {"thin", Stroke::thin},
                                                           {"dashed", Stroke::dashed},
                                                           {"medium", Stroke::medium}}};

/// What a style, a cell or a column says about looks; absent = as in the style below it.
struct StylePatch {
    std::optional<Length> size, min_size;
    std::optional<Family> family;
    std::optional<Weight> weight;
    std::optional<Align> align;
    std::optional<VerticalAlign> vertical_align;
    std::optional<BreakMode> break_mode;
    std::optional<Direction> direction;
    std::optional<bool> wrap, underline, narrow;
    std::optional<std::vector<Overflow>> overflow;
    std::optional<Color> fill;
    Borders borders;
    std::optional<int> heading;
    Place place;

    void apply_to(Style& style) const;
    /// This patch with `upper` over it.
    StylePatch overlaid(const StylePatch& upper) const;
};

/// In a table column `heading` is the text above the column, in a style or a cell its level in the outline.
enum class HeadingKey { outline_level, column_text };

StylePatch read_style_patch(TableReader& reader, HeadingKey heading = HeadingKey::outline_level);

/// A style with what cannot be kept in it: whether its runs are set narrow.
struct ResolvedStyle {
    Style style;
    bool narrow = false;
};

/// `[type]` and `[style]` of a form.
class StyleSheet {
public:
    StyleSheet(Style base, std::map<std::string, StylePatch> named)
        : base_(std::move(base)), named_(std::move(named)) {}

    const Style& base() const { return base_; }

    /// `[type]`, then the style a cell names (or, if it names none, `fallback` if the form has it), then what
    /// stands at the cell. Faults: an unknown style, a size below the least size.
    ResolvedStyle resolve(TableReader& reader, const StylePatch& patch, std::string_view fallback) const;
    /// Of a cell that is only a text.
    ResolvedStyle resolve(std::string_view fallback) const;

private:
    Style base_;
    std::map<std::string, StylePatch> named_;
};

/// Reads the table `[style]`.
std::map<std::string, StylePatch> read_styles(TableReader& form);

}  // namespace besshi::form
