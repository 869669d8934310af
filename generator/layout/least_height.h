#pragma once

#include "layout/shaped_form.h"

#include <vector>

/// How high a form is at the least, known without breaking a line: it spares measuring at sizes that are out of the
/// question.
namespace besshi::layout {

/// A bound, never more than what `measure` gives. It counts the cells of one row whose text may only grow, by the
/// width of each of their paragraphs; whatever else a form has makes it higher still.
class LeastHeights {
public:
    LeastHeights(const fill::FilledForm& filled, const ShapedForm& shaped, const text::FontSet& fonts);

    /// Of all rows of a section, annexes left out, at a type size.
    Length of_section(std::size_t section, Length size) const;

private:
    /// Of a text set in one size.
    struct Text {
        std::size_t row = 0;  ///< into `Section::least_rows`
        Length asked;         ///< type size
        Length width, padding_x, padding_y;
        bool items_hang = false;
        std::vector<text::ParagraphWidth> paragraphs;
    };
    /// In which a paragraph is set.
    struct Column {
        Length width;
        bool justified = false;  ///< it may be
        bool items_hang = false;
    };
    struct Section {
        std::vector<Length> least_rows;
        std::vector<Text> texts;
    };

    class Reader;
    Length needed(const Text& text, Length size) const;
    static std::int64_t least_lines(const text::ParagraphWidth& paragraph, Length size, const Column& column);

    const fill::FilledForm& filled_;
    std::vector<Section> sections_;
};

}  // namespace besshi::layout
