#include "contract/incremental_signature.h"

#include "base/base.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>

namespace besshi::tests {

namespace {

/// The number behind `key`, which may be the first of a reference: `/Root 22 0 R`.
std::size_t number_after(std::string_view text, std::string_view key) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) throw std::runtime_error("no " + std::string(key));
    return std::stoul(std::string(text.substr(text.find_first_of("0123456789", at + key.size()), 20)));
}

std::string entry_after(std::string_view text, std::string_view key, std::string_view end) {
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) throw std::runtime_error("no " + std::string(key));
    return std::string(text.substr(at, text.find(end, at) + end.size() - at));
}

/// A file with the cross-reference tables and trailers of all its revisions, the newest first.
class Revisions {
public:
    explicit Revisions(std::string_view pdf) : pdf_(pdf) {
        newest_table_ = number_after(pdf.substr(pdf.rfind("startxref")), "startxref");
        for (std::size_t table = newest_table_;;) {
            const std::size_t trailer = pdf.find("trailer", table);
            read_table(pdf.substr(table, trailer - table));
            const std::string_view text = pdf.substr(trailer, pdf.find("startxref", trailer) - trailer);
            if (trailer_.empty()) trailer_ = text;
            if (text.find("/Prev") == std::string_view::npos) break;
            table = number_after(text, "/Prev");
        }
    }

    std::size_t newest_table() const { return newest_table_; }
    std::string_view trailer() const { return trailer_; }

    /// The dictionary that is object `number`, from `<<` to `>>`.
    std::string dictionary(std::size_t number) const {
        const std::string_view object = pdf_.substr(offsets_.at(number));
        const std::size_t begin = object.find("<<");
        const std::size_t end = object.rfind(">>", object.find("endobj"));
        return std::string(object.substr(begin, end + 2 - begin));
    }

private:
    void read_table(std::string_view table) {
        std::istringstream in{std::string(table)};
        std::string word;
        in >> word;
        for (std::size_t first = 0, count = 0; in >> first >> count;) {
            for (std::size_t number = first; number < first + count; ++number) {
                std::size_t offset = 0, generation = 0;
                in >> offset >> generation >> word;
                if (word == "n") offsets_.try_emplace(number, offset);
            }
        }
    }

    std::string_view pdf_, trailer_;
    std::size_t newest_table_ = 0;
    std::map<std::size_t, std::size_t> offsets_;  ///< object → place in the file
};

/// The object number of the field.
std::size_t find_field(const Revisions& file, std::string_view form, std::string_view name) {
    std::istringstream fields(entry_after(form, "/Fields", "]"));
    fields.ignore(std::numeric_limits<std::streamsize>::max(), '[');
    std::string rest;
    for (std::size_t number = 0; fields >> number >> rest >> rest;)
        if (file.dictionary(number).find(fmt::format("({})", name)) != std::string::npos) return number;
    throw std::runtime_error("no field " + std::string(name));
}

std::string with_entry(std::string dictionary, std::string_view entry) {
    return dictionary.insert(dictionary.rfind(">>"), entry);
}

std::string hex_of(std::string_view bytes) {
    std::string hex;
    for (const char byte : bytes) fmt::format_to(std::back_inserter(hex), "{:02X}", static_cast<unsigned char>(byte));
    return hex;
}

/// §12.7.2: signed, and to be changed by appending only.
std::string with_signature_flags(std::string form) {
    constexpr std::string_view key = "/SigFlags ";
    form.at(form.find(key) + key.size()) = '3';
    return form;
}

constexpr std::size_t contents_digits = 8192;  ///< room for the CMS
constexpr std::string_view empty_range = "[0 0000000000 0000000000 0000000000]";

/// §12.8.1, Table 252. A field that locks others needs a FieldMDP reference that says the same (Table 253–256).
std::string signature_dictionary(bool locks_all, std::size_t catalogue) {
    std::string lock;
    if (locks_all)
        lock = fmt::format(
            "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/Data {} 0 R"
            "/TransformParams<</Type/TransformParams/Action/All/V/1.2>>>>]",
            catalogue);
    return fmt::format(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
        "/ByteRange{}/Contents<{}>/M(D:20251001120000+09'00'){}>>",
        empty_range, std::string(contents_digits, '0'), lock);
}

/// Signs everything but the room for the signature and puts the signature there.
void fill_in_signature(std::string& pdf, std::size_t update, const Signer& signer) {
    const std::size_t begin = pdf.find("/Contents<", update) + std::string_view("/Contents").size();
    const std::size_t end = begin + contents_digits + 2;
    const std::string range = fmt::format("[0 {:010} {:010} {:010}]", begin, end, pdf.size() - end);
    pdf.replace(pdf.find(empty_range, update), empty_range.size(), range);
    const std::string cms = hex_of(signer.sign(pdf.substr(0, begin) + pdf.substr(end)));
    if (cms.size() > contents_digits) throw std::runtime_error("the signature is longer than its room");
    pdf.replace(begin + 1, cms.size(), cms);
}

/// The first half of the file's ID (§14.4), which no update changes: `<…>`.
std::string permanent_id(std::string_view trailer) {
    return entry_after(trailer.substr(trailer.find("/ID")), "<", ">");
}

/// Objects with a cross-reference table and a trailer of their own behind the file (§7.5.6).
std::string append(std::string_view pdf, const Revisions& file, const std::map<std::size_t, std::string>& objects) {
    std::string out(pdf);
    std::string table = "xref\n";
    for (const auto& [number, dictionary] : objects) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", number, out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", number, dictionary);
    }
    const std::size_t size = std::max(number_after(file.trailer(), "/Size"), objects.rbegin()->first + 1);
    const std::string trailer =
        fmt::format("<</Size {}/Root {} 0 R/Info {} 0 R/Prev {}/ID[{}<{}>]>>", size,
                    number_after(file.trailer(), "/Root"), number_after(file.trailer(), "/Info"), file.newest_table(),
                    permanent_id(file.trailer()), base::sha256_hex(pdf).substr(0, 32));
    return out += fmt::format("{}trailer\n{}\nstartxref\n{}\n%%EOF\n", table, trailer, out.size());
}

}  // namespace

Signer::Signer() {
    const Outcome made = run("cd " + folder_.path().string() +
                             " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
                             " -keyout key.pem -out certificate.pem -subj '/CN=besshi test' -days 2");
    if (made.exit_code != 0) throw std::runtime_error(made.err);
}

std::string Signer::sign(std::string_view bytes) const {
    const Outcome cms = run("cd " + folder_.path().string() +
                                " && openssl cms -sign -binary -cades -md sha256 -outform DER"
                                " -signer certificate.pem -inkey key.pem",
                            bytes);
    if (cms.exit_code != 0) throw std::runtime_error(cms.err);
    return cms.out;
}

std::string sign(std::string_view pdf, std::string_view field_name, const Signer& signer) {
    const Revisions file(pdf);
    const std::size_t catalogue = number_after(file.trailer(), "/Root");
    const std::size_t form = number_after(file.dictionary(catalogue), "/AcroForm");
    const std::size_t field = find_field(file, file.dictionary(form), field_name);
    const std::size_t signature = number_after(file.trailer(), "/Size");
    const std::string unsigned_field = file.dictionary(field);
    const bool locks_all = unsigned_field.find("/Lock ") != std::string::npos;

    std::string out = append(pdf, file,
                             {{form, with_signature_flags(file.dictionary(form))},
                              {field, with_entry(unsigned_field, fmt::format("/V {} 0 R", signature))},
                              {signature, signature_dictionary(locks_all, catalogue)}});
    fill_in_signature(out, pdf.size(), signer);
    return out;
}

}  // namespace besshi::tests
