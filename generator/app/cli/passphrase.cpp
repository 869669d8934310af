#include "cli/passphrase.h"

#include "cli/report.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>

namespace besshi::app {

namespace {

constexpr char interrupt = 3;  // Ctrl-C

/// A terminal that does not show what is typed, until the end of its life. Ctrl-C ends the line instead of the
/// program, which would leave the terminal silent.
class Unseen {
public:
    explicit Unseen(int terminal) : terminal_(terminal) {
        ::tcgetattr(terminal_, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        silent.c_cc[VEOL] = interrupt;
        ::tcsetattr(terminal_, TCSADRAIN, &silent);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen() { ::tcsetattr(terminal_, TCSADRAIN, &before_); }

private:
    int terminal_;
    termios before_{};
};

/// The terminal a person sits at, whatever standard input and output are.
class Terminal {
public:
    Terminal() : number_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {}
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal() {
        if (is_there()) ::close(number_);
    }

    bool is_there() const { return number_ >= 0; }
    /// What is typed up to the end of the line, or to Ctrl-C, which then is its last character.
    std::string ask(std::string_view question) const {
        const Unseen unseen(number_);
        print(question);
        std::string line;
        for (char c = 0; ::read(number_, &c, 1) == 1 && c != '\n';) {
            line += c;
            if (c == interrupt) break;
        }
        print("\n");
        return line;
    }

private:
    void print(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(number_, text.data(), text.size());
            if (written <= 0) return;  // nobody sees the question; what is typed counts all the same
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    int number_;
};

Diagnostics wrong(std::string_view sentence, std::string_view hint) {
    return {diagnose(wrong_argument, {}, {sentence, hint})};
}

Result<std::string> ask(const Terminal& terminal, std::string_view question) {
    std::string line = terminal.ask(question);
    if (line.ends_with(interrupt)) return fail(wrong("取りやめました。", "何も書いていません。"));
    return line;
}

}  // namespace

void add_passphrase_option(CLI::App& verb, std::string& file) {
    verb.add_option("--passphrase-file", file, "合言葉を一行目に書いたファイル（- は標準入力。なければ、たずねる）")
        ->type_name("ファイル");
}

Result<std::string> read_passphrase(const std::string& file, Asked asked) {
    if (!file.empty()) {
        auto text = files::read(file);
        if (!text) return text;
        text->resize(std::min(text->find_first_of("\r\n"), text->size()));
        return text;
    }
    const Terminal terminal;
    if (!terminal.is_there())
        return fail(
            wrong("合言葉をたずねる端末がありません。", "--passphrase-file で合言葉のファイルを指定してください。"));
    auto first = ask(terminal, "合言葉（打った字は見えません）: ");
    if (!first || asked == Asked::once) return first;
    const auto second = ask(terminal, "もう一度: ");
    if (!second) return second;
    if (*first != *second) return fail(wrong("二回の合言葉がちがいます。", "もう一度、はじめからしてください。"));
    return first;
}

}  // namespace besshi::app
