#include "forms_folder.h"

/// The folder of revisions, and finding one in it.
namespace besshi::form::tests {

namespace {

std::string revision_of(const std::string& revision, const std::string& in_force, const std::string& until = "") {
    std::string toml = changed("revision = 2024-05-17", "revision = " + revision);
    toml.replace(toml.find("in_force = 2024-04-01"), 21,
                 "in_force = " + in_force + (until.empty() ? "" : "\naccepted_until = " + until));
    return toml;
}

Diagnostics find_faults(const Catalogue& catalogue, std::string_view document,
                        std::optional<std::string_view> revision = {}) {
    return faults_of(catalogue.find(document, revision, {}));
}

TEST(Catalogues, list_documents_in_the_order_of_their_folders) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("sample", "2021-04-01", revision_of("2021-04-01", "2021-04-01"));
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue) << besshi::tests::list(faults_of(catalogue));
    ASSERT_EQ(catalogue->entries().size(), 2u);
    EXPECT_EQ(catalogue->entries()[0].revision, "2021-04-01");
    EXPECT_EQ(catalogue->entries()[1].revision, "2024-05-17");
    EXPECT_EQ(catalogue->entries()[1].number, "X01");
    EXPECT_EQ(catalogue->entries()[1].title, "見本");
    EXPECT_EQ(catalogue->definitions().size(), 2u);
}

TEST(Catalogues, a_number_belongs_to_one_form) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("sample", "2021-04-01", revision_of("2021-04-01", "2021-04-01"));
    EXPECT_SILENT("form.catalogue.number", folder.faults());
    std::string other = changed("form     = \"sample\"", "form     = \"xother\"");
    folder.add("xother", "2024-05-17", other);
    EXPECT_FIRES("form.catalogue.number", folder.faults());
}

TEST(Catalogues, find_by_id_number_revision_and_date) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("sample", "2021-04-01", revision_of("2021-04-01", "2021-04-01", "2024-10-31"));
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue) << besshi::tests::list(faults_of(catalogue));
    const auto found = [&](std::string_view document, std::optional<std::string_view> revision,
                           std::optional<Date> on) { return (*catalogue->find(document, revision, on))->revision; };
    EXPECT_EQ(found("sample", {}, {}), "2024-05-17");
    EXPECT_EQ(found("X01", {}, {}), "2024-05-17");
    EXPECT_EQ(found("sample", "2021-04-01", Date{2025, 1, 1}), "2021-04-01");
    EXPECT_EQ(found("sample", {}, Date{2024, 3, 31}), "2021-04-01");
    EXPECT_EQ(found("sample", {}, Date{2024, 4, 1}), "2024-05-17");
    EXPECT_EQ(found("sample", {}, Date{2020, 1, 1}), "2024-05-17");  // none was in force: the newest
}

TEST(Catalogues, unknown_document_names_the_nearest) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue);
    const Diagnostics found = find_faults(*catalogue, "sampel");
    EXPECT_FIRES("form.document.unknown", found);
    EXPECT_EQ(found.front().hint, "もしかして「sample」ですか。");
    EXPECT_EQ(find_faults(*catalogue, "zzzzzz").front().hint, "あるのは「X01」「sample」です。");
    EXPECT_SILENT("form.document.unknown", find_faults(*catalogue, "sample"));
    EXPECT_FIRES("form.document.unknown", find_faults(*catalogue, ""));
}

TEST(Catalogues, unknown_revision) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue);
    EXPECT_FIRES("form.revision.unknown", find_faults(*catalogue, "sample", "2024-05-18"));
    EXPECT_SILENT("form.revision.unknown", find_faults(*catalogue, "sample", "2024-05-17"));
}

TEST(Catalogues, folder_and_file_must_agree) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-18", whole_form);
    EXPECT_FIRES("form.catalogue.folder", folder.faults());
    const FormsFolder right;
    right.add("sample", "2024-05-17", whole_form);
    EXPECT_SILENT("form.catalogue.folder", right.faults());
}

TEST(Catalogues, the_same_revision_twice) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("sample2", "2024-05-17", whole_form);
    EXPECT_FIRES("form.catalogue.twice", folder.faults());
    folder.add("sample2", "2024-05-17", changed("form     = \"sample\"", "form     = \"sample2\""));
    EXPECT_SILENT("form.catalogue.twice", folder.faults());
}

TEST(Catalogues, faults_of_all_files_at_once) {
    const FormsFolder folder;
    folder.add("a", "2024-05-17", "x = ");
    folder.add("b", "2024-05-17", "y = ");
    EXPECT_EQ(folder.faults().size(), 2u);
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue);
    EXPECT_EQ(catalogue->broken()[1].form, "b");
    EXPECT_EQ(catalogue->broken()[1].revision, "2024-05-17");
    EXPECT_EQ(catalogue->broken()[1].faults.front().origin.file,
              folder.path().filename().string() + "/b/2024-05-17/form.toml");
}

/// The whole form as document `other`, number X02, with a name that is none in it.
std::string other_with_a_slip() {
    std::string toml = changed("form     = \"sample\"\nnumber   = \"X01\"", "form     = \"other\"\nnumber   = \"X02\"");
    toml.replace(toml.find("plan.policy"), 11, "plan.polcy");
    return toml;
}

TEST(Catalogues, a_broken_file_does_not_keep_others_from_being_found) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("other", "2024-05-17", other_with_a_slip());
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue) << besshi::tests::list(faults_of(catalogue));
    EXPECT_EQ(catalogue->entries().size(), 1u);
    EXPECT_TRUE(catalogue->find("X01", {}, {}));
    for (const std::string_view name : {"other", "X02"}) {
        EXPECT_FIRES("form.path.unknown", find_faults(*catalogue, name));
        EXPECT_SILENT("form.document.unknown", find_faults(*catalogue, name));
    }
    EXPECT_SILENT("form.path.unknown", find_faults(*catalogue, "X03"));
}

TEST(Catalogues, a_file_that_cannot_be_read_at_all_may_be_the_one) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    folder.add("other", "2024-05-17", "form = \"other");
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue);
    EXPECT_TRUE(catalogue->find("sample", {}, {}));
    EXPECT_FIRES("form.syntax.open_quote", find_faults(*catalogue, "other"));
    EXPECT_SILENT("form.document.unknown", find_faults(*catalogue, "other"));
    EXPECT_FIRES("form.syntax.open_quote", find_faults(*catalogue, "X02"));
    EXPECT_FIRES("form.document.unknown", find_faults(*catalogue, "X02"));
}

TEST(Catalogues, a_broken_revision_stands_in_the_way_once_it_may_be_in_force) {
    const FormsFolder folder;
    folder.add("sample", "2024-05-17", whole_form);
    std::string next = revision_of("2026-04-01", "2026-04-01");
    next.replace(next.find("plan.policy"), 11, "plan.polcy");
    folder.add("sample", "2026-04-01", next);
    const auto catalogue = folder.read();
    ASSERT_TRUE(catalogue);
    const auto found = [&](std::optional<std::string_view> revision, std::optional<Date> on) {
        const auto form = catalogue->find("X01", revision, on);
        return form ? (*form)->revision : form.error().front().code;
    };
    EXPECT_EQ(found({}, Date{2026, 3, 31}), "2024-05-17");
    EXPECT_EQ(found("2024-05-17", Date{2026, 4, 1}), "2024-05-17");
    EXPECT_EQ(found({}, Date{2026, 4, 1}), "form.path.unknown") << "and not the old one in silence";
    EXPECT_EQ(found({}, {}), "form.path.unknown");
    EXPECT_EQ(found("2026-04-01", {}), "form.path.unknown");
    EXPECT_EQ(found("2027-04-01", {}), "form.revision.unknown");
    ASSERT_TRUE(catalogue->find_newest("X01"));
    EXPECT_EQ(catalogue->find_newest("X01")->revision, "2024-05-17");
    EXPECT_FALSE(catalogue->find_newest("X02"));
}

TEST(Catalogues, a_folder_that_is_not_there) {
    const FormsFolder folder;
    EXPECT_FIRES("form.file.unreadable", faults_of(Catalogue::read(table(), folder.path() / "none")));
    EXPECT_SILENT("form.file.unreadable", folder.faults());
}

TEST(Purposes, words_and_values) {
    for (const Purpose purpose : {Purpose::draft, Purpose::sign, Purpose::record, Purpose::blank, Purpose::prefilled})
        EXPECT_EQ(find_purpose(to_string(purpose)), purpose);
    EXPECT_FALSE(find_purpose("print"));
}

TEST(Codes, are_unique_and_their_sentences_can_be_filled) {
    std::vector<std::string_view> codes;
    for (const DiagnosticKind& kind : diagnostic_kinds()) {
        EXPECT_TRUE(kind.code.starts_with("form.")) << kind.code;
        EXPECT_EQ(std::ranges::find(codes, kind.code), codes.end()) << kind.code;
        codes.push_back(kind.code);
        EXPECT_NO_THROW(diagnose(kind, {}, {"一", "二", "三", "四"})) << kind.code;
    }
}

}  // namespace

}  // namespace besshi::form::tests
