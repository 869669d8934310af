#pragma once

#include "ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace besshi::ledger::tests {

/// A folder of its own that goes with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "besshi-ledger-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline const Stamp stamp{"2025-09-22T08:15:30Z", "manager"};

inline Entry entry(EventKind kind, std::string case_number, std::string on = "2025-09-22", Facts facts = {}) {
    return {.kind = kind,
            .case_number = std::move(case_number),
            .on = std::move(on),
            .by = "s1",
            .facts = std::move(facts)};
}

inline KeptFile pdf(std::string bytes) {
    return {std::move(bytes), "application/pdf"};
}

/// A submission with what a document keeps: its PDF and the case and office it was made from.
inline Submission made_document(const std::string& case_number, const std::string& id, const std::string& bytes) {
    Submission submission;
    submission.files = {
        {"{\"case\":\"" + case_number + "\"}", "application/json"}, {"office", "application/toml"}, pdf(bytes)};
    Version version{.case_number = case_number,
                    .case_sha256 = base::sha256_hex(submission.files[0].bytes),
                    .office_sha256 = base::sha256_hex(submission.files[1].bytes)};
    version.id = version_id(version.case_sha256, version.office_sha256);
    submission.entries = {version_entry(version, std::span(submission.files).first(2)),
                          document_entry({.id = id,
                                          .case_number = case_number,
                                          .version = version.id,
                                          .form = "F01",
                                          .revision = "2024-05-17",
                                          .title = "個別支援計画書",
                                          .purpose = "sign",
                                          .profile = "small",
                                          .engine = "besshi 1",
                                          .fonts = "f",
                                          .dated = "2025-09-22",
                                          .sha256 = base::sha256_hex(bytes),
                                          .pages = 2},
                                         std::span(submission.files).last(1))};
    return submission;
}

}  // namespace besshi::ledger::tests
