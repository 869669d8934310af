#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace besshi::tests {

/// One line of the table in generator/CMakeLists.txt.
struct Layer {
    std::string name, folder;
    std::set<std::string> uses, libraries;
};

inline std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The layers in the order of the table; a program counts as a layer without a front header.
inline std::vector<Layer> read_layer_table(const std::string& cmake) {
    static const std::regex line(R"(^besshi_(layer|program)\(([^)]*)\))", std::regex::multiline);
    std::vector<Layer> layers;
    for (std::sregex_iterator it(cmake.begin(), cmake.end(), line), end; it != end; ++it) {
        std::istringstream words((*it)[2]);
        Layer layer;
        words >> layer.name;
        layer.folder = layer.name;
        if ((*it)[1] == "program") words >> layer.folder;
        std::set<std::string>* into = nullptr;
        for (std::string word; words >> word;) {
            if (word == "USES")
                into = &layer.uses;
            else if (word == "LIBRARIES")
                into = &layer.libraries;
            else if (into)
                into->insert(word);
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

/// What is wrong with the includes of one file, a sentence each; empty if it keeps the rule.
inline std::vector<std::string> include_faults(const Layer& layer, const std::set<std::string>& all_layers,
                                               const std::string& file, const std::string& text) {
    // First part of the header's path → name in the table.
    static const std::map<std::string, std::string> third_party{
        {"tl", "expected"},
        {"fmt", "fmt"},
        {"openssl", "crypto"},
        {"toml++", "toml"},
        {"nlohmann", "nlohmann"},
        {"kainjow", "mustache"},
        {"unicode", "icu"},
        {"hb.h", "harfbuzz"},
        {"hb-ot.h", "harfbuzz"},
        {"hb-subset.h", "harfbuzz-subset"},
        {"libdeflate.h", "libdeflate"},
        {"png.h", "libpng"},
        {"qpdf", "libqpdf"},
        {"libxml", "libxml2"},
        {"podofo", "podofo"},
        {"xlsxwriter.h", "xlsxwriter"},
        {"CLI", "cli11"},
        {"soci", "soci"},
        {"sqlite3.h", "sqlite3"},
        {"sodium.h", "libsodium"},
        {"archive.h", "libarchive"},
        {"archive_entry.h", "libarchive"},
    };
    static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re", std::regex::multiline);
    const bool is_header = file.ends_with(".h");
    std::vector<std::string> faults;
    for (std::sregex_iterator it(text.begin(), text.end(), include), end; it != end; ++it) {
        const std::string path = (*it)[2];
        const std::string first = path.substr(0, path.find('/'));
        if ((*it)[1] == "\"") {
            const bool own = path.starts_with(layer.name + "/") || path.starts_with("cli/");
            if (own) continue;
            if (!all_layers.contains(first)) {
                faults.push_back(file + " includes \"" + path + "\", which is in no layer.");
            } else if (!layer.uses.contains(first)) {
                faults.push_back(file + " includes \"" + path + "\", but layer " + layer.name + " may not use " +
                                 first + ".");
            } else if (path != first + "/" + first + ".h") {
                faults.push_back(file + " includes \"" + path + "\"; from outside only " + first + "/" + first +
                                 ".h may be included.");
            }
            continue;
        }
        const auto library = third_party.find(first);
        if (library != third_party.end()) {
            if (!layer.libraries.contains(library->second))
                faults.push_back(file + " includes <" + path + ">, but layer " + layer.name + " may not use " +
                                 library->second + ".");
            else if (is_header && library->second != "expected" && !layer.folder.starts_with("app/"))
                faults.push_back(file + " includes <" + path +
                                 "> in a header; third-party headers stand in .cpp files.");
        } else {
            static const std::regex standard(R"(^([a-z_0-9]+|sys/[a-z]+\.h|(errno|fcntl|pwd|signal|termios|unistd)\.h)$)");
            if (!std::regex_match(path, standard))
                faults.push_back(file + " includes <" + path +
                                 ">, which the test does not know: is it a new dependency?");
        }
    }
    return faults;
}

}  // namespace besshi::tests
