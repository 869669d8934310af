#include "shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

/// Every statement of this layer names the office whose rows it is about.
namespace besshi::ledger::tests {
namespace {

const std::filesystem::path layer = std::filesystem::path(BESSHI_ROOT) / "generator/ledger";

/// A string of the source, its pieces put together, and the code behind it.
struct Literal {
    std::string text, behind;
};

std::vector<Literal> literals_of(const std::string& source) {
    std::vector<Literal> found;
    const std::regex literal(R"re("((?:[^"\\\n]|\\.)*)"(\s*"(?:[^"\\\n]|\\.)*")*)re");
    for (std::sregex_iterator one(source.begin(), source.end(), literal), end; one != end; ++one) {
        const std::string pieces = one->str();
        found.push_back({std::regex_replace(pieces.substr(1, pieces.size() - 2), std::regex(R"re("\s*")re"), ""),
                         one->suffix().str().substr(0, 200)});
    }
    return found;
}

bool is_about_rows(const std::string& text) {
    static const std::regex rows(R"re(\b(FROM|INTO|UPDATE|JOIN|TABLE) (office|event|version|document|file)\b)re");
    return std::regex_search(text, rows);
}

bool names_the_office(const Literal& statement) {
    static const std::regex named(R"re(WHERE office = :office\b|INTO \w+ \(office, .*VALUES \(:office, |)re"
                                  R"re(CREATE TABLE \w+ \(office VARCHAR.*PRIMARY KEY \(office|)re"
                                  R"re(CREATE TABLE office \(office VARCHAR\(80\) PRIMARY KEY)re");
    static const std::regex where(R"re(^\s*<< (condition|where\.text\(\)))re");  // `Where` begins with the office
    return std::regex_search(statement.text, named) || std::regex_search(statement.behind, where);
}

TEST(Statements, NameTheOffice) {
    int statements = 0;
    for (const auto& file : std::filesystem::directory_iterator(layer)) {
        if (file.path().extension() != ".cpp") continue;
        for (const Literal& literal : literals_of(besshi::tests::read_bytes(file.path()))) {
            if (!is_about_rows(literal.text)) continue;
            ++statements;
            // the one that is about all offices: a migration takes all of them forward
            if (file.path().filename() == "migration.cpp" &&
                literal.text == "SELECT office FROM office ORDER BY office")
                continue;
            EXPECT_TRUE(names_the_office(literal)) << file.path().filename() << ": " << literal.text;
        }
    }
    EXPECT_GE(statements, 18);
}

TEST(Statements, ThatDoNotAreFound) {
    const auto passes = [](const std::string& source) {
        const std::vector<Literal> found = literals_of(source);
        return found.size() == 1 && is_about_rows(found[0].text) && names_the_office(found[0]);
    };
    EXPECT_TRUE(passes(R"_(sql << "SELECT 1 FROM event " "WHERE office = :office", use(office))_"));
    EXPECT_FALSE(passes(R"_(sql << "SELECT 1 FROM event " "WHERE number = :number", use(number))_"));
    EXPECT_TRUE(passes(R"_(sql << "SELECT 1 FROM event" << where.text())_"));
    EXPECT_FALSE(passes(R"_(sql << "SELECT 1 FROM event" << ending)_"));
    EXPECT_FALSE(passes(R"_(sql << "UPDATE file SET state = :state")_"));
    EXPECT_FALSE(passes(R"_(sql << "INSERT INTO file (sha256) VALUES (:sha256)")_"));
    EXPECT_FALSE(passes(R"_(sql << "DELETE FROM version")_"));
    EXPECT_FALSE(passes(R"_(sql << "CREATE TABLE file (sha256 TEXT PRIMARY KEY)")_"));
}

}  // namespace
}  // namespace besshi::ledger::tests
