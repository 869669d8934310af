#include "pdf/text_run.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <stdexcept>

namespace besshi::pdf {

namespace {

/// Glyphs that stand for one piece of text together: nearly always one glyph.
struct Cluster {
    std::span<const draw::Glyph> glyphs;
    std::string_view text;
};

/// Cuts a run into clusters that cover all its text, whatever the glyphs leave out or share.
class Clusters {
public:
    explicit Clusters(const draw::GlyphRun& run) : glyphs_(run.glyphs), text_(run.text) {}

    bool at_end() const { return next_ == glyphs_.size(); }

    Cluster take() {
        const std::size_t first = next_, text_begin = text_next_;
        std::size_t covered = 0;  // end of the text of the cluster's glyphs, 0 = none has any
        for (; next_ < glyphs_.size(); ++next_) {
            const draw::Glyph& glyph = glyphs_[next_];
            if (glyph.text_begin > glyph.text_end || glyph.text_end > text_.size()) {
                throw std::logic_error("a glyph stands for text outside its run");
            }
            if (glyph.text_begin == glyph.text_end) continue;
            if (covered != 0 && glyph.text_begin >= covered) break;
            covered = std::max<std::size_t>(covered, glyph.text_end);
        }
        text_next_ = at_end() ? text_.size() : glyphs_[next_].text_begin;
        return {glyphs_.subspan(first, next_ - first), text_.substr(text_begin, text_next_ - text_begin)};
    }

private:
    std::span<const draw::Glyph> glyphs_;
    std::string_view text_;
    std::size_t next_ = 0, text_next_ = 0;
};

/// Writes TJ arrays and keeps account of where the pen is. Positions are millionths of the printed em. In writing
/// mode 1 the pen moves down, by one em for each glyph since no font has a W2, and back by a negative number
/// (ISO 32000-1 §9.4.3, §9.7.4.3).
class Shower {
public:
    Shower(std::string& out, const PrintedSize& size, draw::Stance stance)
        : out_(out),
          em_(127 * size.thousandths_of_point * size.narrow_permille),
          is_stacked_(stance == draw::Stance::stacked) {}

    void show(const draw::Glyph& glyph, const UsedGlyph& used) {
        set_rise(hundredths_of_point(glyph.dy));
        move_pen_to(millionths(advanced_ + glyph.dx));
        open_string();
        append_hex(out_, used.code);
        pen_ += is_stacked_ ? whole_em : used.width;
        advanced_ += glyph.advance;
    }

    void begin_actual_text(std::string_view text) {
        close_array();
        out_ += "/Span<</ActualText<FEFF";
        append_utf16_hex(out_, text);
        out_ += ">>>BDC\n";
    }

    void end_actual_text() {
        close_array();
        out_ += "EMC\n";
    }

    void finish() {
        close_array();
        set_rise(0);
    }

private:
    enum class Open { nothing, array, string };
    static constexpr std::int64_t whole_em = 1'000'000;

    std::int64_t millionths(Length distance) const {
        // distance / 12,700 pt, over the size in pt, over the scale: 10^12 / 12,700 = 10^10 / 127.
        return base::scale(distance, 10'000'000'000, em_).units;
    }

    void move_pen_to(std::int64_t target) {
        const std::int64_t off = target - pen_;
        const std::int64_t thousandths = (off >= 0 ? off + 500 : off - 499) / 1000;
        if (thousandths == 0) return;
        open_array();
        append_decimal(out_, is_stacked_ ? thousandths : -thousandths, 0);
        pen_ += 1000 * thousandths;
    }

    void set_rise(std::int64_t rise) {
        if (rise == rise_) return;
        close_array();
        append_decimal(out_, rise, 2);
        out_ += " Ts\n";
        rise_ = rise;
    }

    void open_array() {
        if (open_ == Open::nothing) out_ += '[';
        if (open_ == Open::string) out_ += '>';
        open_ = Open::array;
    }

    void open_string() {
        if (open_ == Open::nothing) out_ += '[';
        if (open_ != Open::string) out_ += '<';
        open_ = Open::string;
    }

    void close_array() {
        if (open_ == Open::string) out_ += '>';
        if (open_ != Open::nothing) out_ += "]TJ\n";
        open_ = Open::nothing;
    }

    std::string& out_;
    std::int64_t em_;  ///< the printed em, as divisor in `millionths`
    bool is_stacked_;
    Length advanced_;        ///< sum of the advances so far
    std::int64_t pen_ = 0;   ///< where the reader's pen is
    std::int64_t rise_ = 0;  ///< hundredths of a point
    Open open_ = Open::nothing;
};

}  // namespace

PrintedSize printed_size(const draw::GlyphRun& run) {
    const PrintedSize size{base::scale(run.size, 1000, Length::per_pt).units, run.narrow_permille};
    if (size.thousandths_of_point <= 0 || size.narrow_permille <= 0)
        throw std::logic_error("a run of glyphs without size");
    return size;
}

void append_glyphs(std::string& out, const draw::GlyphRun& run, const PrintedSize& size, FontUse& font) {
    Shower shower(out, size, run.stance);
    for (Clusters clusters(run); !clusters.at_end();) {
        const Cluster cluster = clusters.take();
        if (cluster.glyphs.size() == 1) {
            const draw::Glyph& glyph = cluster.glyphs.front();
            const UsedGlyph& used = font.use(glyph.glyph, cluster.text);
            if (used.source == cluster.text) {
                shower.show(glyph, used);
                continue;
            }
        }
        shower.begin_actual_text(cluster.text);
        for (const draw::Glyph& glyph : cluster.glyphs) shower.show(glyph, font.use(glyph.glyph, {}));
        shower.end_actual_text();
    }
    shower.finish();
}

}  // namespace besshi::pdf
