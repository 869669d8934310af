#include "text/break_classes.h"
#include "text/characters.h"
#include "text/face.h"
#include "text/face_choice.h"
#include "text/item_lead.h"
#include "text/plain_text.h"
#include "text/ruby.h"
#include "text/scaler.h"
#include "text/shaping_buffer.h"
#include "text/shaping_features.h"
#include "text/text.h"
#include "text/vertical.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace besshi::text {

namespace {

/// Marks and quotes alone have no script of their own; in a Japanese document they are Japanese.
bool is_japanese_or_common(hb_script_t script) {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA ||
           script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_INVALID;
}

/// What `shape` works in; kept by each thread so that texts do not allocate it again.
struct Workspace {
    Characters characters;
    FaceChoice choice;
    std::vector<BreakClass> before;              ///< per character
    std::vector<std::uint32_t> first_character;  ///< per glyph; `continues` if a glyph before it has the same
};

constexpr std::uint32_t continues = UINT32_MAX;

/// Turns clusters with faces into glyphs.
class Shaper {
public:
    Shaper(const FontSet& fonts, Workspace& workspace, ShapedText& shaped)
        : fonts_(fonts),
          characters_(workspace.characters),
          clusters_(workspace.choice.clusters),
          first_character_(workspace.first_character),
          shaped_(shaped) {}

    void shape() {
        for (std::size_t i = 0; i < clusters_.size();) {
            const Cluster& cluster = clusters_[i];
            if (starts_run(i) || cluster.kind == Cluster::Kind::line_feed) {
                flush_invisible();
                glyph_to_extend_ = false;
            }
            if (cluster.kind == Cluster::Kind::line_feed) {
                shaped_.line_feeds.push_back(static_cast<std::uint32_t>(shaped_.glyphs.size()));
                shaped_.line_feed_runs.push_back(first_of(cluster).run);
                ++i;
            } else if (cluster.kind == Cluster::Kind::invisible) {
                add_invisible(cluster);
                ++i;
            } else if (add_directly(i)) {
                ++i;
            } else {
                i = add_by_harfbuzz(i);
            }
        }
        flush_invisible();
    }

private:
    const Character& first_of(const Cluster& cluster) const { return characters_.list[cluster.first]; }
    const Character& last_of(const Cluster& cluster) const {
        return characters_.list[cluster.first + cluster.count - 1];
    }

    bool starts_run(std::size_t i) const {
        return i == 0 || first_of(clusters_[i]).run != first_of(clusters_[i - 1]).run;
    }

    /// Bytes of invisible characters belong to the glyph before them, at the start of a run or line to the
    /// next one, and if nothing is drawn at all to a space of no width.
    void add_invisible(const Cluster& cluster) {
        if (glyph_to_extend_) {
            shaped_.glyphs.back().end = last_of(cluster).end();
        } else {
            if (carried_count_ == 0) carried_first_ = cluster.first;
            carried_count_ += cluster.count;
            carried_face_ = cluster.face;
        }
    }

    void flush_invisible() {
        if (carried_count_ == 0) return;
        const std::uint32_t first = carried_first_, count = std::exchange(carried_count_, 0);
        const Character& character = characters_.list[first];
        shaped_.glyphs.push_back({.glyph = fonts_.state().face(carried_face_).nominal_glyph(U' '),
                                  .face = carried_face_,
                                  .run = character.run,
                                  .begin = character.begin,
                                  .end = characters_.list[first + count - 1].end()});
        first_character_.push_back(first);
    }

    void add_glyph(ShapedGlyph glyph, std::uint32_t character) {
        if (carried_count_ != 0) {
            character = carried_first_;
            glyph.begin = characters_.list[carried_first_].begin;
            carried_count_ = 0;
        }
        shaped_.glyphs.push_back(glyph);
        first_character_.push_back(character);
        glyph_to_extend_ = true;
    }

    /// The glyph of one plain character, or of one with its variation selector; 0 if the cluster is neither.
    GlyphId plain_glyph(const Cluster& cluster) const {
        const Face& face = fonts_.state().face(cluster.face);
        const char32_t c = drawn_as(characters_.at(cluster.first));
        if (cluster.count > 2 || !is_plain(c)) return 0;
        const GlyphId glyph = face.nominal_glyph(c);
        if (cluster.count == 1) return glyph;
        const char32_t selector = characters_.at(cluster.first + 1);
        if (!base::is_variation_selector(selector)) return 0;
        const GlyphId variant = cluster.selector_dropped ? GlyphId{0} : face.variation_glyph(c, selector);
        return variant != 0 ? variant : glyph;
    }

    /// Whether the cluster behind `i` may end a ligature that begins at `i`.
    bool may_join_next(std::size_t i) const {
        if (i + 1 >= clusters_.size() || clusters_[i + 1].kind != Cluster::Kind::drawn) return false;
        const Cluster& next = clusters_[i + 1];
        if (next.face != clusters_[i].face || first_of(next).run != first_of(clusters_[i]).run) return false;
        const Face& face = fonts_.state().face(next.face);
        return face.reaction(face.nominal_glyph(drawn_as(first_of(next).code_point))) == Reaction::any;
    }

    /// The glyph of a cluster that shaping is known to leave alone. 0 if HarfBuzz must decide.
    GlyphId direct_glyph(std::size_t i) const {
        const GlyphId glyph = plain_glyph(clusters_[i]);
        if (glyph == 0) return 0;
        switch (fonts_.state().face(clusters_[i].face).reaction(glyph)) {
            case Reaction::none:
                return glyph;
            case Reaction::begins:
                return may_join_next(i) ? GlyphId{0} : glyph;
            case Reaction::any:
                return 0;
        }
        return 0;
    }

    bool add_directly(std::size_t i) {
        const GlyphId glyph = direct_glyph(i);
        if (glyph == 0) return false;
        const Cluster& cluster = clusters_[i];
        const Character& first = first_of(cluster);
        add_glyph({.glyph = glyph,
                   .face = cluster.face,
                   .advance = fonts_.state().face(cluster.face).advance(glyph),
                   .run = first.run,
                   .begin = first.begin,
                   .end = last_of(cluster).end(),
                   .space = is_breaking_space(first.code_point)},
                  cluster.first);
        return true;
    }

    /// Shapes the clusters from `begin` that follow each other in one run and face and may change each
    /// other; returns the index behind them.
    std::size_t add_by_harfbuzz(std::size_t begin) {
        std::size_t end = begin + 1;
        while (end < clusters_.size() && clusters_[end].kind == Cluster::Kind::drawn &&
               clusters_[end].face == clusters_[begin].face &&
               first_of(clusters_[end]).run == first_of(clusters_[begin]).run && direct_glyph(end) == 0) {
            ++end;
        }
        hb_buffer_t* const buffer = empty_buffer();
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
        hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
        for (std::size_t i = begin; i < end; ++i) {
            for (std::uint32_t k = 0; k < clusters_[i].count; ++k) {
                const std::uint32_t character = clusters_[i].first + k;
                const char32_t c = drawn_as(characters_.at(character));
                if (clusters_[i].selector_dropped && base::is_variation_selector(c)) continue;
                hb_buffer_add(buffer, c, character);
            }
        }
        hb_buffer_guess_segment_properties(buffer);
        if (is_japanese_or_common(hb_buffer_get_script(buffer))) hb_buffer_set_script(buffer, HB_SCRIPT_KATAKANA);
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
        hb_buffer_set_language(buffer, hb_language_from_string("ja", -1));
        std::array<hb_feature_t, disabled_features.size()> features{};
        for (std::size_t i = 0; i < features.size(); ++i) {
            features[i] = {disabled_features[i], 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        }
        const FaceId face = clusters_[begin].face;
        hb_shape(fonts_.state().face(face).font(), buffer, features.data(), features.size());
        add_buffer(buffer, face, clusters_[begin].first, clusters_[end - 1].first + clusters_[end - 1].count);
        return end;
    }

    /// The glyphs of characters [begin, end). HarfBuzz tells which characters a group of glyphs stands for;
    /// inside a group they are dealt out one by one, the rest to the last glyph.
    void add_buffer(hb_buffer_t* buffer, FaceId face, std::uint32_t begin, std::uint32_t end) {
        unsigned count = 0;
        const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
        const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, nullptr);
        for (unsigned group = 0; group < count;) {
            unsigned group_end = group + 1;
            while (group_end < count && infos[group_end].cluster == infos[group].cluster) ++group_end;
            std::uint32_t next = group == 0 ? begin : infos[group].cluster;
            const std::uint32_t characters_end = group_end < count ? infos[group_end].cluster : end;
            for (unsigned i = group; i < group_end; ++i) {
                if (infos[i].codepoint == 0) throw std::logic_error("a face lost a glyph in shaping");
                const bool last = i + 1 == group_end;
                const bool has_own = next < characters_end;
                const std::uint32_t own_end = last ? characters_end : std::min(next + 1, characters_end);
                const std::uint32_t first = has_own ? next : characters_end - 1;
                const Character& character = characters_.list[first];
                add_glyph({.glyph = static_cast<GlyphId>(infos[i].codepoint),
                           .face = face,
                           .advance = positions[i].x_advance,
                           .dx = positions[i].x_offset,
                           .dy = positions[i].y_offset,
                           .run = character.run,
                           .begin = has_own ? character.begin : character.end(),
                           .end = characters_.list[own_end - 1].end(),
                           .space = is_breaking_space(character.code_point)},
                          has_own ? next : continues);
                next = own_end;
            }
            group = group_end;
        }
    }

    const FontSet& fonts_;
    const Characters& characters_;
    const std::vector<Cluster>& clusters_;
    std::vector<std::uint32_t>& first_character_;
    ShapedText& shaped_;
    bool glyph_to_extend_ = false;                         ///< the last glyph is of this run and line
    std::uint32_t carried_first_ = 0, carried_count_ = 0;  ///< invisible characters waiting for a glyph
    FaceId carried_face_;
};

/// Leads of all paragraphs, found in characters and counted in glyphs; the text stays with its lead.
void find_item_leads(Workspace& workspace, ShapedText& shaped) {
    const Characters& characters = workspace.characters;
    const std::vector<std::uint32_t>& first_character = workspace.first_character;
    std::size_t begin = 0;
    for (std::size_t paragraph = 0; paragraph <= shaped.line_feeds.size(); ++paragraph) {
        std::size_t end = begin;
        while (end < characters.size() && characters.at(end) != U'\n') ++end;
        const std::size_t lead = item_lead_length(characters, begin, end);
        std::uint32_t glyphs = 0;
        if (lead > 0) {
            workspace.before[begin + lead] = std::min(workspace.before[begin + lead], BreakClass::emergency);
            for (std::size_t glyph = paragraph == 0 ? 0 : shaped.line_feeds[paragraph - 1];
                 glyph < first_character.size() &&
                 (first_character[glyph] < begin + lead || first_character[glyph] == continues);
                 ++glyph) {
                ++glyphs;
            }
        }
        shaped.item_leads.push_back(glyphs);
        begin = end + 1;
    }
}

/// What each glyph is to the tables of spaces and where lines may end, from its first character.
void classify_glyphs(const FontSet& fonts, const Workspace& workspace, ShapedText& shaped) {
    shaped.before.resize(shaped.glyphs.size(), BreakClass::none);
    int units_per_em = 0;
    FaceId face;
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        ShapedGlyph& glyph = shaped.glyphs[i];
        const std::uint32_t character = workspace.first_character[i];
        const bool is_part = character == continues || !workspace.characters.list[character].starts_cluster;
        if (character != continues) shaped.before[i] = workspace.before[character];
        if (is_part) continue;
        if (units_per_em == 0 || glyph.face != face) {
            face = glyph.face;
            units_per_em = fonts.state().face(face).units_per_em();
        }
        const int eighths = glyph.advance == units_per_em ? 8 : glyph.advance * 8 / units_per_em;
        glyph.space_class = space_class_of(workspace.characters.class_at(character), eighths);
        if (i > 0) glyph.spaced = changes_anything(gap_before(shaped, static_cast<std::uint32_t>(i)));
    }
}

/// Everything but the places where lines may end.
Result<ShapedText> shape_glyphs(const FontSet& fonts, std::span<const StyledRun> runs, Workspace& workspace) {
    ShapedText shaped;
    shaped.glyphs.reserve(workspace.characters.size());
    shaped.run_texts.reserve(runs.size());
    for (const StyledRun& run : runs) shaped.run_texts.push_back(run.text);
    workspace.first_character.clear();
    if (shape_plain_text(fonts, runs, workspace.characters, shaped, workspace.first_character)) return shaped;

    shaped.glyphs.clear();
    shaped.line_feeds.clear();
    shaped.line_feed_runs.clear();
    workspace.first_character.clear();
    choose_faces(fonts, runs, workspace.characters, workspace.choice);
    if (!workspace.choice.faults.empty()) return fail(std::move(workspace.choice.faults));
    shaped.findings = std::move(workspace.choice.findings);
    Shaper(fonts, workspace, shaped).shape();
    return shaped;
}

}  // namespace

Result<ShapedText> shape(const FontSet& fonts, std::span<const StyledRun> runs, BreakMode mode, Direction direction) {
    thread_local Workspace workspace;
    const bool is_vertical = direction == Direction::vertical;
    workspace.characters.assign(runs);
    const std::vector<Abreast> abreast = is_vertical ? join_abreast(workspace.characters) : std::vector<Abreast>();
    auto shaped = shape_glyphs(fonts, runs, workspace);
    if (!shaped) return shaped;
    if (is_vertical) stand_upright(fonts, workspace.characters, abreast, workspace.first_character, *shaped);

    shaped->mode = mode;
    classify_breaks(workspace.characters, runs, mode, workspace.before);
    find_item_leads(workspace, *shaped);
    classify_glyphs(fonts, workspace, *shaped);
    if (auto added = add_readings(fonts, runs, *shaped); !added) return fail(std::move(added.error()));
    return shaped;
}

}  // namespace besshi::text
