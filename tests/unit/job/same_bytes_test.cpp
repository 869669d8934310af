#include "job/job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>
#include <set>
#include <thread>

/// The same documents have the same bytes whoever makes them: any thread, in any order, anywhere.
namespace besshi::job::tests {
namespace {

const Stock& stock() {
    static const Stock loaded = Stock::load(BESSHI_ROOT).value();
    return loaded;
}

/// One document of a sample.
struct Work {
    const CaseBytes* bytes;
    std::string form;
};

const std::vector<Work>& all_work() {
    static const std::vector<CaseBytes> cases = [] {
        std::vector<CaseBytes> read;
        for (const char* sample : {"full", "hard-names", "stress", "draft"})
            read.push_back(
                read_case(std::string(BESSHI_ROOT) + "/samples/kotonoha/cases/" + sample + ".json", std::nullopt)
                    .value());
        return read;
    }();
    static const std::vector<Work> work = [] {
        std::vector<Work> listed;
        for (const CaseBytes& bytes : cases)
            for (const form::CatalogueEntry& entry : stock().forms().entries())
                listed.push_back({&bytes, entry.document});
        return listed;
    }();
    return work;
}

std::string sha256_of(const Work& work) {
    const form::RenderRequest request{work.form, std::nullopt, form::Purpose::draft, {}, "DOC-1", "2"};
    const auto commission = job::commission(stock(), *work.bytes, request);
    if (!commission) return "refused";
    const auto rendered = render(stock(), *commission, {{Output::pdf}});
    return rendered ? rendered->artifacts[0].sha256 : "refused";
}

std::vector<std::string> made_by(unsigned threads) {
    std::vector<std::string> made(all_work().size());
    std::atomic<std::size_t> next = 0;
    const auto render_some = [&] {
        for (std::size_t i = next++; i < made.size(); i = next++) made[i] = sha256_of(all_work()[i]);
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) workers.emplace_back(render_some);
    workers.clear();
    return made;
}

const std::vector<std::string>& made_by_one() {
    static const std::vector<std::string> made = made_by(1);
    return made;
}

TEST(SameBytes, OfAllFormsAndSamples) {
    EXPECT_GT(made_by_one().size(), 50U);
    EXPECT_EQ(std::ranges::count(made_by_one(), "refused"), 0);
    const std::set<std::string> different(made_by_one().begin(), made_by_one().end());
    EXPECT_GT(different.size(), 50U);
}

TEST(SameBytes, WithOneTwoAndFourThreads) {
    EXPECT_EQ(made_by(2), made_by_one());
    EXPECT_EQ(made_by(4), made_by_one());
}

/// Fonts opened by other threads at the same time, from the first document on.
TEST(SameBytes, WithFontsThatNobodyOpenedBefore) {
    const Stock fresh = Stock::load(BESSHI_ROOT).value();
    const std::size_t few = 4;
    std::vector<std::string> made(few);
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < few; ++i)
            workers.emplace_back([&, i] {
                const Work& work = all_work()[i * all_work().size() / few];
                const form::RenderRequest request{work.form, std::nullopt, form::Purpose::draft, {}, "DOC-1", "2"};
                const Commission commission = job::commission(fresh, *work.bytes, request).value();
                made[i] = render(fresh, commission, {{Output::pdf}}).value().artifacts[0].sha256;
            });
    }
    for (std::size_t i = 0; i < few; ++i) EXPECT_EQ(made[i], made_by_one()[i * all_work().size() / few]);
}

/// Numbers as some countries write them: 1.234,5.
class OtherNumbers : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// Sets the place for as long as it lives.
class Elsewhere {
public:
    explicit Elsewhere(const char* time_zone)
        : before_(std::locale::global(std::locale(std::locale(), new OtherNumbers))) {
        setenv("TZ", time_zone, 1);
        tzset();
        std::setlocale(LC_ALL, "C.UTF-8");
    }
    ~Elsewhere() {
        unsetenv("TZ");
        tzset();
        std::locale::global(before_);
        std::setlocale(LC_ALL, "C");
    }

private:
    std::locale before_;
};

TEST(SameBytes, InOtherTimeZonesAndLocales) {
    const std::vector<std::string>& here = made_by_one();
    for (const char* time_zone : {"Pacific/Kiritimati", "America/Los_Angeles"}) {
        const Elsewhere there(time_zone);
        EXPECT_EQ(made_by(2), here) << time_zone;
    }
}

}  // namespace
}  // namespace besshi::job::tests
