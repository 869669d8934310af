#include "architecture/layer_table.h"

#include <gmock/gmock.h>

namespace besshi::tests {
namespace {

const std::filesystem::path root = BESSHI_ROOT;

std::vector<Layer> layers() {
    return read_layer_table(read_text(root / "generator/CMakeLists.txt"));
}

TEST(IncludeRule, LayersUseOnlyLayersAboveThemInTheTable) {
    std::set<std::string> seen;
    for (const Layer& layer : layers()) {
        for (const std::string& used : layer.uses)
            EXPECT_TRUE(seen.contains(used))
                << layer.name << " uses " << used << ", which does not stand above it: a circle";
        seen.insert(layer.name);
    }
    EXPECT_GE(seen.size(), 13u);
}

TEST(IncludeRule, EveryFileKeepsIt) {
    std::set<std::string> names;
    for (const Layer& layer : layers()) names.insert(layer.name);
    int files = 0;
    for (const Layer& layer : layers())
        for (const auto& entry : std::filesystem::directory_iterator(root / "generator" / layer.folder)) {
            ++files;
            const std::string name = layer.folder + "/" + entry.path().filename().string();
            EXPECT_THAT(include_faults(layer, names, name, read_text(entry.path())), testing::IsEmpty());
        }
    EXPECT_GT(files, 60);
}

TEST(IncludeRule, EveryFolderOfTheGeneratorIsInTheTable) {
    std::set<std::string> folders{"app"};
    for (const Layer& layer : layers()) folders.insert(layer.folder);
    for (const auto& entry : std::filesystem::directory_iterator(root / "generator"))
        if (entry.is_directory()) {
            EXPECT_TRUE(folders.contains(entry.path().filename())) << entry.path();
        }
}

TEST(IncludeRule, CanFail) {
    const Layer layout{"layout", "layout", {"base", "fill"}, {"fmt"}};
    const std::set<std::string> names{"base", "fill", "form", "layout"};
    const auto faults = [&](const std::string& file, const std::string& line) {
        return include_faults(layout, names, file, line + "\n").size();
    };
    EXPECT_EQ(faults("layout/page.cpp", "#include \"fill/fill.h\""), 0u);
    EXPECT_EQ(faults("layout/page.cpp", "#include \"layout/row_height.h\""), 0u);
    EXPECT_EQ(faults("layout/page.cpp", "#include \"form/form.h\""), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include \"fill/mustache_cell.h\""), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include \"elsewhere.h\""), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include <fmt/format.h>"), 0u);
    EXPECT_EQ(faults("layout/page.h", "#include <fmt/format.h>"), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include <podofo/podofo.h>"), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include <boost/any.hpp>"), 1u);
    EXPECT_EQ(faults("layout/page.cpp", "#include <vector>"), 0u);
}

}  // namespace
}  // namespace besshi::tests
