#pragma once

#include "form_fixture.h"

#include <unistd.h>
#include <filesystem>

namespace besshi::form::tests {

namespace fs = std::filesystem;

/// A folder of forms that goes away with the test.
class FormsFolder {
public:
    FormsFolder() : path_(fs::temp_directory_path() / ("besshi-forms-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~FormsFolder() { fs::remove_all(path_); }
    FormsFolder(const FormsFolder&) = delete;
    FormsFolder& operator=(const FormsFolder&) = delete;

    void add(const std::string& form, const std::string& revision, std::string_view toml) const {
        const fs::path folder = path_ / form / revision;
        fs::create_directories(folder);
        std::ofstream(folder / "form.toml", std::ios::binary) << toml;
    }

    Result<Catalogue> read() const { return Catalogue::read(table(), path_); }
    /// What is wrong with the folder, else with the forms in it.
    Diagnostics faults() const {
        const Result<Catalogue> catalogue = read();
        if (!catalogue) return catalogue.error();
        Diagnostics all;
        for (const BrokenForm& broken : catalogue->broken())
            all.insert(all.end(), broken.faults.begin(), broken.faults.end());
        return all;
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace besshi::form::tests
