#include "cli/office_record.h"

#include <array>

/// Verbs that keep papers: the scan of what was signed, and what others sent.
namespace besshi::app {

namespace {

struct Beginning {
    std::string_view bytes, media_type;
};

/// What scanners make, known by its first bytes.
constexpr std::array beginnings{
    Beginning{"%PDF-", "application/pdf"},
    Beginning{"\x89PNG\r\n", "image/png"},
    Beginning{"\xFF\xD8\xFF", "image/jpeg"},
    Beginning{std::string_view("II*\0", 4), "image/tiff"},
    Beginning{std::string_view("MM\0*", 4), "image/tiff"},
};

std::optional<std::string> media_type_of(std::string_view bytes) {
    for (const Beginning& known : beginnings)
        if (bytes.starts_with(known.bytes)) return std::string(known.media_type);
    return std::nullopt;
}

struct PaperArguments : EventArguments {
    std::string document;  ///< whose scan it is
    std::filesystem::path file;
    std::string title, from;
};

int keep_paper(ledger::EventKind kind, const PaperArguments& arguments, const std::string& case_number,
               OfficeRecord& record, const Common& common) {
    auto entry = to_entry(kind, arguments, record, case_number);
    if (!entry) return report_faults(entry.error(), common.json);
    auto bytes = files::read(arguments.file);
    if (!bytes) return report_faults(bytes.error(), common.json);
    const auto media_type = media_type_of(*bytes);
    if (!media_type)
        return report_wrong_argument("保管できるのは PDF、PNG、JPEG、TIFF です。", "スキャンの形式を確かめてください。",
                                     common.json);
    const ledger::KeptFile paper{std::move(*bytes), *media_type};
    entry->facts[ledger::fact::kept] = ledger::kept_fact({&paper, 1});
    if (!arguments.title.empty()) entry->facts["title"] = arguments.title;
    if (!arguments.from.empty()) entry->facts["from"] = arguments.from;
    return record_submission({.files = {paper}, .entries = {std::move(*entry)}}, record, common);
}

int attach(PaperArguments arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto document = record->ledger.find_document(arguments.document);
    if (!document) return report_faults(document.error(), common.json);
    if (!*document)
        return report_wrong_argument("その番号の書類は台帳にありません。", "besshi status で番号を見られます。",
                                     common.json);
    arguments.documents = {arguments.document};
    const auto scan = files::read(arguments.file);
    if (scan && base::sha256_hex(*scan) == (*document)->sha256)
        return report_wrong_argument("これは、刷るまえの PDF です。署名された用紙のスキャンではありません。",
                                     "署名された用紙をスキャンして付けてください。", common.json);
    return keep_paper(ledger::EventKind::attached, arguments, (*document)->case_number, *record, common);
}

int file_paper(const PaperArguments& arguments, const Common& common) {
    auto record = open_office_record(office_folder_of(arguments.of), ledger::Opening::existing);
    if (!record) return report_faults(record.error(), common.json);
    const auto number = case_number_of(arguments.of, *record);
    if (!number) return report_faults(number.error(), common.json);
    return keep_paper(ledger::EventKind::filed, arguments, *number, *record, common);
}

}  // namespace

void add_attach(CLI::App& app, Invocation& invocation) {
    auto scan = std::make_shared<PaperArguments>();
    CLI::App* attach_verb = app.add_subcommand("attach", "署名済みの用紙をスキャンしたものを、書類に付けて保管する");
    attach_verb->add_option("document", scan->document, "書類の番号")->required()->type_name("書類");
    attach_verb->add_option("scan", scan->file, "スキャン（PDF、PNG、JPEG、TIFF）")->required()->type_name("ファイル");
    add_event_options(*attach_verb, *scan);
    attach_verb->callback(
        [scan, &invocation] { invocation.work = [scan](const Common& common) { return attach(*scan, common); }; });

    auto paper = std::make_shared<PaperArguments>();
    CLI::App* file_verb = app.add_subcommand("file", "受け取った書類（利用計画・会議録・照会の回答など）を保管する");
    file_verb->add_option("case", paper->of.named, "ケースのファイルか管理番号")->required()->type_name("ケース");
    file_verb->add_option("paper", paper->file, "書類（PDF、PNG、JPEG、TIFF）")->required()->type_name("ファイル");
    file_verb->add_option("--title", paper->title, "書類の名前")->type_name("文");
    file_verb->add_option("--from", paper->from, "どこから受け取ったか")->type_name("文");
    add_event_options(*file_verb, *paper);
    file_verb->callback([paper, &invocation] {
        invocation.work = [paper](const Common& common) { return file_paper(*paper, common); };
    });
}

}  // namespace besshi::app
