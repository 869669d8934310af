#include "text/manifest.h"

#include "text/diagnostics.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <limits>

namespace besshi::text {

namespace {

constexpr std::string_view family_names[] = {"gothic", "mincho"};
constexpr std::string_view weight_names[] = {"regular", "bold"};

/// Reads the tables of one manifest and gathers what is wrong with them.
class ManifestReader {
public:
    explicit ManifestReader(std::string_view file) : file_(file) {}

    Result<Manifest> read(const toml::table& root) {
        if (const toml::array* faces = root["face"].as_array()) {
            for (const toml::node& node : *faces) read_face(node);
        }
        if (manifest_.faces.empty()) fault(root, "[[face]]");
        for (std::size_t family = 0; family < std::size(family_names); ++family) {
            for (std::size_t weight = 0; weight < std::size(weight_names); ++weight) {
                read_chain(root, fmt::format("{}-{}", family_names[family], weight_names[weight]),
                           manifest_.chains[family][weight]);
            }
        }
        if (!faults_.empty()) return fail(std::move(faults_));
        return std::move(manifest_);
    }

private:
    void fault(const toml::node& where, std::string_view what) {
        const auto begin = where.source().begin;
        const Origin origin{"", file_, static_cast<int>(begin.line), static_cast<int>(begin.column)};
        faults_.push_back(diagnose(kinds::manifest_incomplete, origin, {what}));
    }

    std::string text(const toml::table& face, std::string_view key) {
        const auto value = face[key].value<std::string>();
        if (!value || value->empty()) fault(face, key);
        return value.value_or("");
    }

    std::int64_t number(const toml::table& face, std::string_view key, std::int64_t least) {
        const auto value = face[key].value<std::int64_t>();
        if (!value || *value < least) fault(face, key);
        return value.value_or(least);
    }

    template <class Kind>
    Kind choice(const toml::table& face, std::string_view key, std::span<const std::string_view> names) {
        const auto found = std::ranges::find(names, face[key].value_or(std::string_view{}));
        if (found == names.end()) {
            fault(face, key);
            return Kind{};
        }
        return static_cast<Kind>(found - names.begin());
    }

    void read_face(const toml::node& node) {
        const toml::table* face = node.as_table();
        if (!face || manifest_.faces.size() > std::numeric_limits<std::uint8_t>::max()) {
            fault(node, "[[face]]");
            return;
        }
        manifest_.faces.push_back({
            .id = text(*face, "id"),
            .package = text(*face, "package"),
            .name = text(*face, "name"),
            .licence = text(*face, "licence"),
            .sha256 = text(*face, "sha256"),
            .file = text(*face, "file"),
            .size = static_cast<std::uintmax_t>(number(*face, "size", 1)),
            .index_in_file = static_cast<int>(number(*face, "index", 0)),
            .family = choice<Family>(*face, "family", family_names),
            .weight = choice<Weight>(*face, "weight", weight_names),
        });
    }

    void read_chain(const toml::table& root, std::string_view name, std::vector<FaceId>& chain) {
        const toml::array* ids = root["chain"][name].as_array();
        if (!ids || ids->empty()) {
            fault(root, fmt::format("[chain] {}", name));
            return;
        }
        for (const toml::node& node : *ids) {
            const std::string id = node.value_or(std::string{});
            const auto face = std::ranges::find(manifest_.faces, id, &FaceEntry::id);
            if (face == manifest_.faces.end()) {
                fault(node, fmt::format("[chain] {}: {}", name, id));
            } else {
                chain.push_back({static_cast<std::uint8_t>(face - manifest_.faces.begin())});
            }
        }
    }

    std::string file_;
    Manifest manifest_;
    Diagnostics faults_;
};

}  // namespace

Result<Manifest> read_manifest(std::string_view toml, std::string_view file) {
    try {
        return ManifestReader(file).read(toml::parse(toml));
    } catch (const toml::parse_error& error) {
        const auto begin = error.source().begin;
        const Origin origin{"", std::string(file), static_cast<int>(begin.line), static_cast<int>(begin.column)};
        return fail(diagnose(kinds::manifest_malformed, origin, {error.description()}));
    }
}

}  // namespace besshi::text
