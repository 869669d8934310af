#include "cli/command.h"
#include "cli/report.h"

#include <fmt/format.h>

namespace besshi::app {

namespace {

/// Every font file read and compared with the manifest, what each can print, and the libraries linked.
int examine(const Common& common) {
    const auto stock = job::Stock::load(common.data);
    if (!stock) return report_faults(stock.error(), common.json);
    if (const Diagnostics faults = stock->fonts().verify(); !faults.empty()) return report_faults(faults, common.json);

    nlohmann::ordered_json faces = nlohmann::ordered_json::array(), linked = nlohmann::ordered_json::array();
    std::string text = "書体（使う順は fonts/manifest.toml）\n";
    const text::FontSet& fonts = stock->fonts();
    for (std::size_t i = 0; i < fonts.face_count(); ++i) {
        const text::FaceId face{static_cast<std::uint8_t>(i)};
        const text::FaceInfo& info = fonts.info(face);
        const text::Coverage covered = text::coverage(fonts, face);
        faces.push_back({{"name", info.name},
                         {"postscript_name", info.postscript_name},
                         {"version", info.version},
                         {"package", info.package},
                         {"licence", info.licence},
                         {"characters", covered.characters},
                         {"variation_sequences", covered.variation_sequences},
                         {"sha256", info.sha256}});
        text += fmt::format("  {:24} 版 {:8} {:6} 字  異体字 {:6}  {}\n", info.postscript_name, info.version,
                            covered.characters, covered.variation_sequences, info.package);
    }
    text += "\nライブラリー\n";
    for (const base::Library& library : job::libraries()) {
        linked.push_back({{"name", library.name}, {"version", library.version}});
        text += fmt::format("  {:24} {}\n", library.name, library.version);
    }
    text += "\n書体のファイルはすべて、記録どおりの内容です。\n";
    if (common.json)
        print(nlohmann::ordered_json{{"ok", true}, {"fonts", faces}, {"libraries", linked}});
    else
        print(std::string_view(text));
    return 0;
}

}  // namespace

void add_doctor(CLI::App& app, Invocation& invocation) {
    CLI::App* verb = app.add_subcommand("doctor", "書体とライブラリーがそろっているかを調べる");
    verb->callback([&invocation] { invocation.work = examine; });
}

}  // namespace besshi::app
