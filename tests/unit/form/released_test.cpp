#include "forms_folder.h"

/// Revisions in use, whose files never change again.
namespace besshi::form::tests {

namespace {

Release release_of(std::string_view toml) {
    return {"sample", "2024-05-17", base::sha256_hex(toml), {2026, 4, 1}};
}

/// A folder with the whole form, and a `released.toml` of this text.
Diagnostics faults_with(std::string_view releases, std::string_view form = whole_form) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", form);
    std::ofstream(folder.path() / releases_file, std::ios::binary) << releases;
    return folder.faults();
}

TEST(Releases, are_one_line_each_and_read_back) {
    const FormsFolder folder;
    EXPECT_TRUE(read_releases(folder.path())->empty());
    const Release release = release_of(whole_form);
    EXPECT_EQ(to_line(release), "\"sample/2024-05-17\" = { sha256 = \"" + release.sha256 + "\", on = 2026-04-01 }\n");
    std::ofstream(folder.path() / releases_file) << "# 記録\n" << to_line(release);
    const auto read = read_releases(folder.path());
    ASSERT_TRUE(read) << besshi::tests::list(faults_of(read));
    ASSERT_EQ(read->size(), 1u);
    EXPECT_EQ(to_line(read->front()), to_line(release));
    EXPECT_EQ(find_release(*read, whole()), &read->front());
}

TEST(Releases, a_released_file_with_other_bytes_is_refused) {
    const std::string line = to_line(release_of(whole_form));
    EXPECT_FIRES("form.released.changed", faults_with(line, std::string(whole_form) + "\n"));
    EXPECT_SILENT("form.released.changed", faults_with(line));
    EXPECT_SILENT("form.released.changed", faults_with("", std::string(whole_form) + "\n"));
}

TEST(Releases, a_released_file_must_not_go_away) {
    const std::string line = to_line(release_of(whole_form));
    EXPECT_FIRES("form.released.missing",
                 faults_with(line + "\"sample/2021-04-01\" = { sha256 = \"0\", on = 2021-04-01 }\n"));
    EXPECT_SILENT("form.released.missing", faults_with(line));
}

TEST(Releases, lines_written_by_hand_may_be_wrong) {
    EXPECT_FIRES("form.released.entry", faults_with("\"sample\" = { sha256 = \"0\", on = 2026-04-01 }\n"));
    EXPECT_SILENT("form.released.entry", faults_with(to_line(release_of(whole_form))));
    EXPECT_FIRES("form.key.missing", faults_with("\"sample/2024-05-17\" = { on = 2026-04-01 }\n"));
}

}  // namespace

}  // namespace besshi::form::tests
