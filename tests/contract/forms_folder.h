#pragma once

#include "shell.h"

/// A copy of the project's forms that a test may change, with its fonts: what `--data` takes.
namespace besshi::tests {

class FormsFolder {
public:
    FormsFolder() {
        const std::filesystem::path root = BESSHI_ROOT;
        std::filesystem::copy(root / "forms", path() / "forms", std::filesystem::copy_options::recursive);
        std::filesystem::create_directory_symlink(root / "fonts", path() / "fonts");
        std::filesystem::create_directory_symlink(root / "samples", path() / "samples");
    }

    const std::filesystem::path& path() const { return folder_.path(); }
    std::filesystem::path form(const std::string& form, const std::string& revision) const {
        return path() / "forms" / form / revision / "form.toml";
    }

    /// A new revision that is the old one but for its day and one change.
    void add_revision(const std::string& form, const std::string& old_revision, const std::string& revision,
                      const std::pair<std::string, std::string>& change) const {
        std::string toml = read_bytes(this->form(form, old_revision));
        replace(toml, "revision = " + old_revision, "revision = " + revision);
        replace(toml, change.first, change.second);
        std::filesystem::create_directories(this->form(form, revision).parent_path());
        write_bytes(this->form(form, revision), toml);
    }

    /// Runs besshi on this folder.
    Outcome besshi(const std::string& arguments) const {
        return run(std::string(BESSHI_PROGRAM) + " --data " + path().string() + " " + arguments);
    }

private:
    static void replace(std::string& text, const std::string& old_text, const std::string& new_text) {
        const std::size_t at = text.find(old_text);
        if (at == std::string::npos) throw std::runtime_error("not in the form: " + old_text);
        text.replace(at, old_text.size(), new_text);
    }

    TemporaryFolder folder_;
};

}  // namespace besshi::tests
