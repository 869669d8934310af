#pragma once

#include "ledger/ledger.h"

#include <string>

/// What the recorder records, step by step: the same for everyone who asks.
namespace besshi::tests {

inline const std::string faults_office = "1359900018";
inline constexpr int events_per_four_steps = 5;  ///< a document brings its version

inline std::string case_of_step(int step) {
    return "c-" + std::to_string(1000 + step % 3);
}

/// A document, its delivery, the scan of a signed sheet, an interview, and so on.
inline ledger::Submission submission_of_step(int step) {
    using namespace ledger;
    const std::string number = case_of_step(step), name = std::to_string(step);
    const std::string id = "F01-" + std::to_string(10000 + step / 4 * 4);
    const KeptFile case_file{"case of step " + name, "application/json"};
    const KeptFile file{"%PDF step " + name + std::string(20'000, static_cast<char>('a' + step % 26)),
                        "application/pdf"};
    switch (step % 4) {
        case 0: {
            const std::string version = base::sha256_hex(case_file.bytes);
            Version of;
            of.case_number = number;
            of.id = of.case_sha256 = version;
            Document document;
            document.id = id;
            document.case_number = number;
            document.version = version;
            document.form = "F01";
            document.sha256 = base::sha256_hex(file.bytes);
            document.pages = 1;
            return {.files = {case_file, file},
                    .entries = {version_entry(of, {&case_file, 1}), document_entry(document, {&file, 1})}};
        }
        case 1:
            return {.files = {},
                    .entries = {{.kind = EventKind::delivered,
                                 .case_number = number,
                                 .document = id,
                                 .on = "2025-09-22",
                                 .by = "s1",
                                 .facts = {{"step", name}}}}};
        case 2:
            return {.files = {file},
                    .entries = {{.kind = EventKind::attached,
                                 .case_number = number,
                                 .document = id,
                                 .facts = {{"kept", kept_fact({&file, 1})}}}}};
        default:
            return {.files = {},
                    .entries = {{.kind = EventKind::interview,
                                 .case_number = number,
                                 .on = "2025-09-22",
                                 .by = "s1",
                                 .facts = {{"step", name}}}}};
    }
}

}  // namespace besshi::tests
