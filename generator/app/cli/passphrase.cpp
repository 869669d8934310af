#include "cli/passphrase.h"

#include "cli/report.h"

#include <termios.h>

#include <algorithm>
#include <cstdio>

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

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Diagnostics wrong(std::string_view sentence, std::string_view hint) {
    return {diagnose(wrong_argument, {}, {sentence, hint})};
}

Result<std::string> ask(std::FILE* terminal, std::string_view question) {
    std::string line;
    {
        const Unseen unseen(::fileno(terminal));
        std::fwrite(question.data(), 1, question.size(), terminal);
        std::fflush(terminal);
        for (int c = std::fgetc(terminal); c != EOF && c != '\n'; c = std::fgetc(terminal)) {
            line += static_cast<char>(c);
            if (c == interrupt) break;
        }
        std::fputc('\n', terminal);
        std::fflush(terminal);
    }
    if (line.find(interrupt) != std::string::npos) return fail(wrong("取りやめました。", "何も書いていません。"));
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
    const std::unique_ptr<std::FILE, Close> terminal(std::fopen("/dev/tty", "r+e"));
    if (!terminal)
        return fail(
            wrong("合言葉をたずねる端末がありません。", "--passphrase-file で合言葉のファイルを指定してください。"));
    auto first = ask(terminal.get(), "合言葉（打った字は見えません）: ");
    if (!first || asked == Asked::once) return first;
    const auto second = ask(terminal.get(), "もう一度: ");
    if (!second) return second;
    if (*first != *second) return fail(wrong("二回の合言葉がちがいます。", "もう一度、はじめからしてください。"));
    return first;
}

}  // namespace besshi::app
