#include "text/face_choice.h"

#include "text/diagnostics.h"
#include "text/face.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace besshi::text {

namespace {

constexpr char32_t text_style_selector = 0xFE0E, emoji_style_selector = 0xFE0F;

/// Asks for another shape of a kanji. The two style selectors ask for black or colour only.
bool selects_shape(char32_t c) {
    return base::is_variation_selector(c) && c != text_style_selector && c != emoji_style_selector;
}

/// The precomposed character of a base and a mark (が of か and U+3099), if there is one.
std::optional<char32_t> compose(char32_t first, char32_t mark) {
    UErrorCode error = U_ZERO_ERROR;
    static const UNormalizer2* const nfc = unorm2_getNFCInstance(&error);
    const UChar32 composed = unorm2_composePair(nfc, static_cast<UChar32>(first), static_cast<UChar32>(mark));
    return composed < 0 ? std::nullopt : std::optional(static_cast<char32_t>(composed));
}

/// Controls and the separators U+2028, U+2029, which some faces map to blank glyphs.
bool is_control(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

bool is_drawable(char32_t c) {
    return c == U'\t' || (!is_private(c) && !is_control(c));
}

enum class Selectors { exact, ignored };

class Chooser {
public:
    Chooser(const FontSet& fonts, std::span<const StyledRun> runs, const Characters& characters, FaceChoice& choice)
        : fonts_(fonts), runs_(runs), characters_(characters), choice_(choice) {}

    void choose() {
        cut_into_clusters();
        const StyledRun* run = nullptr;
        for (Cluster& cluster : choice_.clusters) {
            if (run != &run_of(cluster)) {
                run = &run_of(cluster);
                chain_ = chain_of(cluster);
                first_face_ = &fonts_.state().face(chain_.front());
            }
            choose_for(cluster);
        }
        unite_words();
        unite_names();
    }

private:
    const StyledRun& run_of(const Cluster& cluster) const { return runs_[characters_.list[cluster.first].run]; }

    std::span<const FaceId> chain_of(const Cluster& cluster) const {
        const StyledRun& run = run_of(cluster);
        return fonts_.chain(run.family, run.weight);
    }

    void cut_into_clusters() {
        choice_.clusters.clear();
        for (std::uint32_t i = 0; i < characters_.size(); ++i) {
            if (characters_.list[i].starts_cluster) {
                choice_.clusters.push_back({.first = i, .count = 1});
            } else {
                ++choice_.clusters.back().count;
            }
        }
    }

    void choose_for(Cluster& cluster) {
        const char32_t first = characters_.at(cluster.first);
        cluster.face = chain_.front();
        if (cluster.count == 1 && is_everyday(first) && first_face_->nominal_glyph(first) != 0) return;
        if (first == U'\n') {
            cluster.kind = Cluster::Kind::line_feed;
        } else if (is_all_invisible(cluster)) {
            cluster.kind = Cluster::Kind::invisible;
        } else if (const auto face = first_face_with(cluster, Selectors::exact)) {
            cluster.face = *face;
        } else if (const auto base_face = first_face_with(cluster, Selectors::ignored)) {
            cluster.face = *base_face;
            cluster.selector_dropped = true;
            report_dropped_selector(cluster);
        } else {
            cluster.kind = Cluster::Kind::missing;
            report_missing(cluster);
        }
    }

    bool is_all_invisible(const Cluster& cluster) const {
        for (std::uint32_t i = 0; i < cluster.count; ++i) {
            if (!is_invisible(characters_.at(cluster.first + i))) return false;
        }
        return true;
    }

    std::optional<FaceId> first_face_with(const Cluster& cluster, Selectors selectors) const {
        const auto found = std::ranges::find_if(chain_, [&](FaceId face) { return has_all(face, cluster, selectors); });
        return found == chain_.end() ? std::nullopt : std::optional(*found);
    }

    bool has_all(FaceId id, const Cluster& cluster, Selectors selectors) const {
        const Face& face = fonts_.state().face(id);
        char32_t pending = 0;  // drawn so far, but not yet asked for: a selector or mark may still change it
        for (std::uint32_t i = 0; i < cluster.count; ++i) {
            const char32_t c = drawn_as(characters_.at(cluster.first + i));
            if (!is_drawable(c)) return false;
            if (selects_shape(c) && selectors == Selectors::exact && pending != 0) {
                if (face.variation_glyph(pending, c) == 0) return false;
                pending = 0;
            } else if (is_invisible(c)) {
                continue;
            } else if (const auto composed = pending == 0 ? std::nullopt : compose(pending, c);
                       composed && face.nominal_glyph(*composed) != 0) {
                pending = *composed;
            } else {
                if (pending != 0 && face.nominal_glyph(pending) == 0) return false;
                pending = c;
            }
        }
        return pending == 0 || face.nominal_glyph(pending) != 0;
    }

    Origin origin_of(const Cluster& cluster) const {
        const Origin* const origin = run_of(cluster).origin;
        return origin ? *origin : Origin{};
    }

    std::string text_of(const Cluster& cluster) const {
        std::string text;
        for (std::uint32_t i = 0; i < cluster.count; ++i) base::append_utf8(text, characters_.at(cluster.first + i));
        return text;
    }

    std::string names_of(const Cluster& cluster) const {
        std::string names;
        for (std::uint32_t i = 0; i < cluster.count; ++i) {
            names += (i == 0 ? "" : " ") + base::code_point_name(characters_.at(cluster.first + i));
        }
        return names;
    }

    /// The same character is complained of once.
    void add_once(Diagnostics& list, Diagnostic added) {
        if (told_.insert(added.sentence).second) list.push_back(std::move(added));
    }

    void report_dropped_selector(const Cluster& cluster) {
        std::string base;
        base::append_utf8(base, characters_.at(cluster.first));
        add_once(choice_.findings, diagnose(kinds::variation_missing, origin_of(cluster), {base, names_of(cluster)}));
    }

    void report_missing(const Cluster& cluster) {
        const char32_t first = characters_.at(cluster.first);
        if (is_private(first)) {
            add_once(choice_.faults,
                     diagnose(kinds::character_private, origin_of(cluster), {base::code_point_name(first)}));
            return;
        }
        // Of a cluster whose base can be drawn, name the mark that cannot.
        for (std::uint32_t i = 0; cluster.count > 1 && i < cluster.count; ++i) {
            const Cluster part{.first = cluster.first + i, .count = 1};
            if (!is_all_invisible(part) && !first_face_with(part, Selectors::exact)) return report_undrawable(part);
        }
        report_undrawable(cluster);
    }

    void report_undrawable(const Cluster& cluster) {
        const std::string shown = is_control(characters_.at(cluster.first)) ? "制御文字" : text_of(cluster);
        add_once(choice_.faults, diagnose(kinds::glyph_missing, origin_of(cluster), {shown, names_of(cluster)}));
    }

    static bool needs_face(const Cluster& cluster) {
        return cluster.kind == Cluster::Kind::drawn || cluster.kind == Cluster::Kind::missing;
    }

    enum class Unity { one_face, mixed };

    /// One face for all of `clusters`, if the chain has one that holds them without dropping anything.
    Unity unite(std::span<Cluster> clusters) {
        const auto drawn = std::ranges::find_if(clusters, needs_face);
        if (drawn == clusters.end()) return Unity::one_face;
        const bool united = std::ranges::all_of(
            clusters, [&](const Cluster& cluster) { return !needs_face(cluster) || cluster.face == drawn->face; });
        if (united) return Unity::one_face;
        for (const FaceId face : chain_of(*drawn)) {
            const bool has_every = std::ranges::all_of(clusters, [&](const Cluster& cluster) {
                return !needs_face(cluster) ||
                       has_all(face, cluster, cluster.selector_dropped ? Selectors::ignored : Selectors::exact);
            });
            if (!has_every) continue;
            for (Cluster& cluster : clusters) cluster.face = face;
            return Unity::one_face;
        }
        return Unity::mixed;
    }

    /// Each stretch of one run that `is_part` holds for.
    template <class IsPart>
    void unite_stretches(const IsPart& is_part) {
        const std::span<Cluster> clusters(choice_.clusters);
        for (std::size_t begin = 0; begin < clusters.size();) {
            std::size_t end = begin;
            while (end < clusters.size() && is_part(end) && &run_of(clusters[end]) == &run_of(clusters[begin])) ++end;
            if (end - begin > 1) unite(clusters.subspan(begin, end - begin));
            begin = std::max(end, begin + 1);
        }
    }

    /// Words in letters; then words that follow each other, with the spaces between them: Nguyễn Thị Ánh.
    void unite_words() {
        const auto is_letter = [&](std::size_t i) {
            return i < choice_.clusters.size() && is_word_letter(characters_.at(choice_.clusters[i].first));
        };
        const auto is_between = [&](std::size_t i) {
            return i > 0 && characters_.at(choice_.clusters[i].first) == U' ' && is_letter(i - 1) && is_letter(i + 1);
        };
        unite_stretches(is_letter);
        unite_stretches([&](std::size_t i) { return is_letter(i) || is_between(i); });
    }

    void unite_names() {
        const std::span<Cluster> clusters(choice_.clusters);
        for (std::size_t begin = 0; begin < clusters.size();) {
            std::size_t end = begin + 1;
            while (end < clusters.size() && &run_of(clusters[end]) == &run_of(clusters[begin])) ++end;
            const std::span<Cluster> name = clusters.subspan(begin, end - begin);
            if (run_of(clusters[begin]).personal_name && unite(name) == Unity::mixed && choice_.faults.empty()) {
                add_once(choice_.findings, diagnose(kinds::name_mixed, origin_of(name.front())));
            }
            begin = end;
        }
    }

    const FontSet& fonts_;
    std::span<const StyledRun> runs_;
    const Characters& characters_;
    FaceChoice& choice_;
    std::span<const FaceId> chain_;     ///< of the run at hand
    const Face* first_face_ = nullptr;  ///< of that chain
    std::unordered_set<std::string> told_;
};

}  // namespace

void choose_faces(const FontSet& fonts, std::span<const StyledRun> runs, const Characters& characters,
                  FaceChoice& choice) {
    choice.faults.clear();
    choice.findings.clear();
    Chooser(fonts, runs, characters, choice).choose();
}

}  // namespace besshi::text
