#include "unit/review/workshop.h"

#include <gmock/gmock.h>

/// What `synth` makes for every form, read by `plan`.
namespace besshi::review::tests {

namespace {

using synth::Amount;

constexpr Amount amounts[] = {Amount::expected, Amount::limit, Amount::rarest};

/// The values of one case by their fields.
std::multimap<const field::Field*, const plan::Value*> values_of(const plan::CaseDocument& document) {
    std::multimap<const field::Field*, const plan::Value*> values;
    const auto add = [&](const auto& self, const plan::Value& value) -> void {
        values.emplace(value.field, &value);
        if (const auto* members = std::get_if<std::vector<plan::Member>>(&value.content))
            for (const plan::Member& member : *members) self(self, *member.value);
        for (const plan::Value* element : value.elements()) self(self, *element);
    };
    add(add, document.root());
    return values;
}

TEST(MadeUpCases, ReadWithoutErrorForEveryForm) {
    for (const form::FormDefinition& form : catalogue().definitions())
        for (const Amount amount : amounts) {
            const std::string json = synth::make_case(plan::tests::table(), form, amount);
            const auto document = plan::tests::read_case(json);
            ASSERT_TRUE(document) << form.document.id << "\n" << list(faults_of(document));
            if (amount != Amount::limit) {
                EXPECT_THAT(document->notes, testing::IsEmpty()) << form.document.id << list(document->notes);
            }
            EXPECT_EQ(json, synth::make_case(plan::tests::table(), form, amount));
        }
}

TEST(MadeUpCases, HoldEveryFieldTheFormReads) {
    for (const form::FormDefinition& form : catalogue().definitions()) {
        const auto document = plan::tests::read_case(synth::make_case(plan::tests::table(), form, Amount::expected));
        ASSERT_TRUE(document) << list(faults_of(document));
        const auto values = values_of(*document);
        const auto fields = form::fields_read(form, plan::tests::table());
        EXPECT_GT(fields.size(), 3u) << form.document.id;
        for (const field::Field* field : fields) {
            if (field->kind == field::Kind::span) continue;
            EXPECT_TRUE(values.contains(field)) << form.document.id << ": " << field->path;
        }
    }
}

TEST(MadeUpCases, LongTextsHaveTheLengthOfTheTable) {
    for (const form::FormDefinition& form : catalogue().definitions())
        for (const Amount amount : {Amount::expected, Amount::limit}) {
            const auto document = plan::tests::read_case(synth::make_case(plan::tests::table(), form, amount));
            ASSERT_TRUE(document) << list(faults_of(document));
            for (const auto& [field, value] : values_of(*document)) {
                if (field->kind != field::Kind::long_text) continue;
                const std::size_t wanted = amount == Amount::limit ? field->limit : field->expected;
                EXPECT_EQ(base::count_characters(std::get<std::string>(value->content)), wanted) << field->path;
            }
        }
}

TEST(MadeUpCases, HoldOnlyWhatTheFormNeeds) {
    const form::FormDefinition form = load_small(form::tests::changed("{{plan.policy}}", "{{plan.manager.name}}"));
    const auto json = nlohmann::json::parse(synth::make_case(form::tests::table(), form, Amount::expected));
    EXPECT_FALSE(json.at("plan").contains("policy"));
    EXPECT_EQ(json.at("plan").at("manager"), json.at("staff").at(0).at("id")) << "references lead somewhere";
    EXPECT_EQ(json.at("plan").at("days").size(), 7u);
    EXPECT_EQ(json.at("plan").at("days").at("mon").size(), 2u) << "the times of a sum stand there, the sum does not";
}

}  // namespace

}  // namespace besshi::review::tests
