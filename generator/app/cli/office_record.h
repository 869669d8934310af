#pragma once

#include "cli/command.h"
#include "cli/report.h"

/// What the verbs of the record share: finding the office, opening its record, saying who enters something and when.
namespace besshi::app {

/// Which case and which office a verb is about.
struct CaseArguments {
    std::string named;  ///< a case file, or the number of a case
    std::optional<std::filesystem::path> office;
};

/// An office's record, open.
struct OfficeRecord {
    std::filesystem::path folder;
    job::RecordSettings settings;
    ledger::Ledger ledger;
    ledger::Stamp stamp;

    job::Recording recording() { return {ledger, stamp}; }
};

/// The office a case file belongs to: `--office`, else the folder above its `cases/`, else the folder at hand.
std::filesystem::path office_folder_of(const CaseArguments& arguments);

Result<OfficeRecord> open_office_record(const std::filesystem::path& folder, ledger::Opening opening);
/// Nothing if the office keeps no record yet.
Result<std::optional<OfficeRecord>> find_office_record(const std::filesystem::path& folder);

/// The number of the case that was named: what stands in the file, or itself if the record or `cases/` of the office
/// has such a case.
Result<std::string> case_number_of(const CaseArguments& arguments, OfficeRecord& record);

/// Whether the day of an event may still be to come.
enum class When { happened, planned };

/// When, by whom, of what: options that every event has.
struct EventArguments {
    CaseArguments of;
    std::string on, at, by, note;
    std::vector<std::string> documents;
    When when = When::happened;
};

void add_office_option(CLI::App& verb, std::optional<std::filesystem::path>& office);
void add_event_options(CLI::App& verb, EventArguments& arguments);

/// The entry for these arguments. Errors: a day or time that is none or still to come, a member of staff or a document
/// that the office does not have.
Result<ledger::Entry> to_entry(ledger::EventKind kind, const EventArguments& arguments, OfficeRecord& record,
                               const std::string& case_number);

/// Records one event, with the files it keeps, and says so.
int record_submission(const ledger::Submission& submission, OfficeRecord& record, const Common& common);
int record_entry(const ledger::Entry& entry, OfficeRecord& record, const Common& common);

/// Whole, as it is exported.
nlohmann::ordered_json to_json(const ledger::Event& event);
/// Without the facts that a person wrote in words, unless --show-values asks for them.
nlohmann::ordered_json to_answer(const ledger::Event& event, const Common& common);
/// `12  2025-09-22  同意  F01-…  s1`
std::string to_line(const ledger::Event& event);

/// The words for `--to`, for a person who wrote another.
std::string recipient_words();

/// The day it is here.
std::string today();

}  // namespace besshi::app
