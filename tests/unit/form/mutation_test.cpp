#include "form_fixture.h"

#include <filesystem>
#include <random>

/// Whatever happens to a form file, it loads or it is refused with faults that name a line.
namespace besshi::form::tests {

namespace {

const field::Table& real_table() {
    static const field::Table read = [] {
        const std::string toml = read_file(BESSHI_ROOT "/forms/fields.toml");
        return std::move(field::Table::read(toml, "forms/fields.toml").value());
    }();
    return read;
}

std::vector<std::string> form_texts() {
    std::vector<std::string> texts{std::string(whole_form)};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(BESSHI_ROOT "/forms"))
        if (entry.path().filename() == "form.toml") texts.push_back(read_file(entry.path().string()));
    std::ranges::sort(texts);
    return texts;
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        lines.push_back(text.substr(start, end - start));
        start = end;
    }
    return lines;
}

void expect_definition_or_faults(const field::Table& fields, const std::string& toml) {
    const auto loaded = load(fields, toml, "form.toml");
    if (loaded) {
        for (const FormDefinition& definition : *loaded) EXPECT_FALSE(dump(definition).empty());
        return;
    }
    ASSERT_FALSE(loaded.error().empty());
    for (const Diagnostic& fault : loaded.error()) {
        ASSERT_GT(fault.origin.line, 0) << fault.code << "\n" << toml;
        ASSERT_GT(fault.origin.column, 0) << fault.code << "\n" << toml;
        ASSERT_FALSE(fault.sentence.empty());
    }
}

TEST(Mutations, lines_deleted_doubled_and_swapped) {
    std::mt19937 random(20240517);
    for (const std::string& text : form_texts()) {
        const std::vector<std::string> lines = split_lines(text);
        for (int round = 0; round < 150; ++round) {
            std::vector<std::string> mutated = lines;
            for (int change = 0; change < 1 + round % 3; ++change) {
                const std::size_t at = random() % mutated.size();
                switch (random() % 3) {
                    case 0:
                        mutated.erase(mutated.begin() + static_cast<std::ptrdiff_t>(at));
                        break;
                    case 1:
                        mutated.insert(mutated.begin() + static_cast<std::ptrdiff_t>(at),
                                       mutated[random() % mutated.size()]);
                        break;
                    default:
                        std::swap(mutated[at], mutated[random() % mutated.size()]);
                }
            }
            std::string toml;
            for (const std::string& line : mutated) toml += line;
            expect_definition_or_faults(text == whole_form ? table() : real_table(), toml);
        }
    }
}

TEST(Mutations, bytes_changed_and_cut) {
    std::mt19937 random(20240520);
    constexpr std::string_view bytes = "\"'{}[]()=,.*#_ \n\\09az\xE3\x80\x81";
    for (int round = 0; round < 1500; ++round) {
        std::string toml(whole_form);
        for (int change = 0; change < 1 + round % 4; ++change)
            toml[random() % toml.size()] = bytes[random() % bytes.size()];
        if (round % 5 == 0) toml.resize(random() % toml.size());
        expect_definition_or_faults(table(), toml);
    }
}

TEST(Mutations, deep_nesting_is_refused) {
    expect_definition_or_faults(table(), "a = " + std::string(100'000, '['));
    expect_definition_or_faults(table(), changed("\"氏名\"", "\"" + std::string(100'000, '{') + "\""));
    std::string sections;
    for (int i = 0; i < 2000; ++i) sections += "{{#child.tall}}";
    expect_definition_or_faults(table(), changed("\"氏名\"", "\"" + sections + "\""));
}

}  // namespace

}  // namespace besshi::form::tests
