#include "conforming.h"
#include "contract/incremental_signature.h"
#include "contract/pdf_words.h"
#include "contract/sample_documents.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

/// Signature fields as Acrobat, a pen and a signing program find them, read back by other people's programs.
namespace besshi::tests {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

/// A widget of the file, its rectangle in points.
struct Field {
    std::string name, tip, type;
    double left = 0, bottom = 0, right = 0, top = 0;
    int flags = 0;
    json appearance;
    bool has_value = false;
};

struct Paper {
    double width = 0, height = 0;
    std::vector<Field> fields;
};

/// qpdf's view of a file.
class Objects {
public:
    explicit Objects(const std::filesystem::path& pdf)
        : file_(json::parse(run("qpdf --json=2 --json-stream-data=inline " + pdf.string()).out)) {}

    std::vector<Paper> papers() const {
        std::vector<Paper> papers;
        for (const json& page : file_["pages"]) {
            const json& object = follow(page["object"]);
            Paper& paper = papers.emplace_back();
            paper.width = object["/MediaBox"][2];
            paper.height = object["/MediaBox"][3];
            for (const json& annotation : object.value("/Annots", json::array()))
                paper.fields.push_back(read_field(follow(annotation)));
        }
        return papers;
    }

private:
    /// The value or the stream behind a reference.
    const json& follow(const json& reference) const {
        const json& object = file_["qpdf"][1]["obj:" + reference.get<std::string>()];
        return object.contains("value") ? object["value"] : object["stream"];
    }

    Field read_field(const json& widget) const {
        Field field;
        field.name = text(widget, "/T");
        field.tip = text(widget, "/TU");
        field.type = widget["/FT"];
        const json& rectangle = widget["/Rect"];
        field.left = rectangle[0], field.bottom = rectangle[1], field.right = rectangle[2], field.top = rectangle[3];
        field.flags = widget["/F"];
        field.appearance = follow(widget["/AP"]["/N"]);
        field.has_value = widget.contains("/V");
        return field;
    }

    /// qpdf writes strings as `u:…`.
    static std::string text(const json& dictionary, const char* key) {
        return dictionary.value(key, std::string("u:")).substr(2);
    }

    json file_;
};

double millimetres(double points) {
    return points * 25.4 / 72;
}

bool overlaps(const Field& field, const Word& word, double page_height) {
    return word.x_max > field.left && word.x_min < field.right && page_height - word.y_min > field.bottom &&
           page_height - word.y_max < field.top;
}

/// `guardian_signature_2` of a second sheet is a `guardian_signature`.
std::string without_number(const std::string& name) {
    const std::size_t end = name.find_last_not_of("0123456789");
    return end + 1 < name.size() && name[end] == '_' ? name.substr(0, end) : name;
}

void check_field(const Field& field, const Paper& paper) {
    SCOPED_TRACE(field.name);
    constexpr double rounding = 0.01;  // mm: rectangles are written in hundredths of a point
    EXPECT_EQ(field.type, "/Sig");
    EXPECT_THAT(form::signature_names, Contains(without_number(field.name)));
    EXPECT_THAT(field.tip, HasSubstr("署名")) << "what a screen reader says";
    EXPECT_GE(millimetres(field.right - field.left), 45 - rounding);
    EXPECT_GE(millimetres(field.top - field.bottom), 10 - rounding);
    EXPECT_GE(field.left, 0);
    EXPECT_GE(field.bottom, 0);
    EXPECT_LE(field.right, paper.width);
    EXPECT_LE(field.top, paper.height);
    EXPECT_EQ(field.flags, 4) << "printed, not hidden (ISO 19005-2 §6.3.2)";
    EXPECT_EQ(field.appearance["data"], "") << "prints nothing";
    EXPECT_FALSE(field.has_value);
}

/// Which fields each form has.
using FieldsByForm = std::map<std::string, std::set<std::string>>;

FieldsByForm check_all(const std::vector<SampleDocument>& documents) {
    FieldsByForm found;
    const TemporaryFolder folder;
    const std::filesystem::path pdf = folder.path() / "a.pdf";
    for (const SampleDocument& document : documents) {
        SCOPED_TRACE(document.name());
        write_bytes(pdf, document.pdf);
        const std::vector<Paper> papers = Objects(pdf).papers();
        const auto words = read_words(pdf);
        std::set<std::string> names;
        for (std::size_t p = 0; p < papers.size(); ++p) {
            for (const Field& field : papers[p].fields) {
                check_field(field, papers[p]);
                EXPECT_TRUE(names.insert(field.name).second) << field.name << " stands twice in the file";
                found[document.form].insert(without_number(field.name));
                for (const Word& word : words.at(p))
                    EXPECT_FALSE(overlaps(field, word, papers[p].height)) << field.name << " lies over " << word.text;
            }
        }
    }
    return found;
}

/// The places for a pen, as the notices and the forms in use have them. No form has a white place for the manager:
/// the manager's name is printed.
const FieldsByForm expected_fields{
    {"F01", {"guardian_signature"}}, {"F02", {"guardian_signature"}}, {"F03", {"guardian_signature"}},
    {"F04", {"guardian_signature"}}, {"F05", {"guardian_signature"}}, {"F12", {"guardian_signature"}},
    {"F14", {"guardian_signature"}}, {"F16", {"guardian_signature"}}, {"F18", {"guardian_signature"}},
    {"F22", {"guardian_signature"}}, {"F24", {"receipt_signature"}},  {"F25", {"receipt_signature"}},
    {"F26", {"guardian_signature"}}};

TEST(SignatureFields, OfSheetsToBeSignedAreWhereAPersonSigns) {
    EXPECT_EQ(check_all(sample_documents(form::Purpose::sign)), expected_fields);
}

TEST(SignatureFields, OfBlankSheetsAreWhereAPersonSigns) {
    EXPECT_EQ(check_all(blank_documents()), expected_fields);
}

/// A finished file, signed once or more, as other programs judge it.
class SignedFile {
public:
    explicit SignedFile(const std::string& bytes) { write_bytes(file_, bytes); }

    std::string signatures() const { return run("pdfsig -nocert " + file_.string()).out; }
    Outcome qpdf() const { return run("qpdf --check " + file_.string()); }
    Outcome inspection() const { return run(std::string(BESSHI_PROGRAM) + " inspect " + file_.string()); }

private:
    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "signed.pdf";
};

void expect_sound(const SignedFile& file) {
    const Outcome qpdf = file.qpdf();
    EXPECT_EQ(qpdf.exit_code, 0) << qpdf.out << qpdf.err;
    EXPECT_THAT(qpdf.out + qpdf.err, Not(HasSubstr("WARNING")));
    const Outcome inspection = file.inspection();
    EXPECT_EQ(inspection.exit_code, 0) << inspection.err;
    EXPECT_THAT(inspection.out, HasSubstr("署名あり"));
}

std::string first_field(const SampleDocument& document) {
    for (const draw::Page& page : document.list.pages)
        for (const draw::Mark& mark : page.marks)
            if (const auto* field = std::get_if<draw::SignatureField>(&mark.shape)) return field->name;
    return {};
}

/// One document of each form with a field.
std::vector<SampleDocument> documents_to_sign() {
    std::vector<SampleDocument> chosen;
    std::set<std::string> forms;
    for (SampleDocument& document : sample_documents(form::Purpose::sign))
        if (!first_field(document).empty() && forms.insert(document.form).second) chosen.push_back(std::move(document));
    return chosen;
}

TEST(Signing, LeavesTheFileAsItIsAndIsValidInTotal) {
    const Signer signer;
    const std::vector<SampleDocument> documents = documents_to_sign();
    EXPECT_EQ(documents.size(), expected_fields.size());
    for (const SampleDocument& document : documents) {
        SCOPED_TRACE(document.name());
        const std::string field = first_field(document);
        const std::string signed_bytes = sign(document.pdf, field, signer);
        EXPECT_TRUE(signed_bytes.starts_with(document.pdf));
        EXPECT_CONFORMS(signed_bytes);
        const SignedFile file(signed_bytes);
        const std::string signatures = file.signatures();
        EXPECT_THAT(signatures, HasSubstr("Signature Field Name: " + field));
        EXPECT_THAT(signatures, HasSubstr("Signature Type: ETSI.CAdES.detached"));
        EXPECT_THAT(signatures, HasSubstr("Signature is Valid"));
        EXPECT_THAT(signatures, HasSubstr("Total document signed"));
        expect_sound(file);
    }
}

TEST(Signing, OfEachSheetLeavesTheSignatureBeforeValid) {
    const Signer signer;
    const std::vector<SampleDocument> documents = sample_documents(form::Purpose::sign);
    const auto two_sheets = std::ranges::find_if(documents, [](const SampleDocument& document) {
        return document.form == "F02" && document.pdf.find("(guardian_signature_2)") != std::string::npos;
    });
    ASSERT_NE(two_sheets, documents.end());
    const std::string once = sign(two_sheets->pdf, "guardian_signature", signer);
    const std::string twice = sign(once, "guardian_signature_2", signer);
    EXPECT_TRUE(twice.starts_with(once));
    EXPECT_CONFORMS(twice);
    const SignedFile file(twice);
    const std::string signatures = file.signatures();
    const std::size_t second = signatures.find("Signature #2");
    ASSERT_NE(second, std::string::npos) << signatures;
    EXPECT_THAT(signatures.substr(0, second), HasSubstr("Signature is Valid"));
    EXPECT_THAT(signatures.substr(0, second), HasSubstr("Not total document signed"));
    EXPECT_THAT(signatures.substr(second), HasSubstr("Signature is Valid"));
    EXPECT_THAT(signatures.substr(second), HasSubstr("Total document signed"));
    expect_sound(file);
}

TEST(Signing, IsBrokenByOneChangedByte) {
    const std::vector<SampleDocument> documents = documents_to_sign();
    const SampleDocument& document = documents.front();
    std::string bytes = sign(document.pdf, first_field(document), Signer());
    bytes[bytes.find("stream\n") + 20] ^= 1;
    EXPECT_THAT(SignedFile(bytes).signatures(), Not(HasSubstr("Signature is Valid")));
}

}  // namespace
}  // namespace besshi::tests
