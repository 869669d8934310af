#include "fuzz/random_case.h"

#include "fuzz/random_text.h"
#include "synth/synth.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace besshi::tests {

namespace {

using field::Field;
using field::Kind;
using Json = nlohmann::ordered_json;

/// How much stands in the texts and lists of one case.
enum class Fullness { sparse, usual, long_texts };

Fullness random_fullness(Random& random) {
    const std::size_t of_twenty = random.below(20);
    if (of_twenty == 0) return Fullness::long_texts;
    return of_twenty < 6 ? Fullness::sparse : Fullness::usual;
}

std::string random_day(Random& random, std::size_t first_year, std::size_t last_year) {
    return fmt::format("{}-{:02}-{:02}", random.between(first_year, last_year), random.between(1, 12),
                       random.between(1, 28));
}

/// Mostly in the hours of a weekly table.
std::string random_time(Random& random) {
    const std::size_t hour = random.one_in(30) ? random.below(30) : random.between(7, 19);
    return fmt::format("{:02}:{:02}", hour, random.one_in(3) ? random.below(60) : random.below(2) * 30);
}

/// Goes through a case beside the field table and changes what it may.
class Variation {
public:
    Variation(Random& random, const field::Table& table) : random_(random), fullness_(random_fullness(random)) {
        find_targets(table.root());
    }

    void vary(const Field& field, Json& value) {
        switch (field.kind) {
            case Kind::object:
                return vary_object(field, value);
            case Kind::map:
                for (Json& element : value) vary(*field.children.front(), element);
                return;
            case Kind::list:
                return vary_list(field, value);
            case Kind::text:
            case Kind::long_text:
            case Kind::name:
                if (field.key != "id") value = text_for(field);
                return;
            case Kind::digits:
                value = random_digits(random_, field.digits > 0 ? static_cast<std::size_t>(field.digits)
                                                                : random_.below(field.limit + 1));
                return;
            case Kind::integer:
            case Kind::yen:
                value = random_.below((fullness_ == Fullness::long_texts ? field.limit : usual(field)) + 1);
                return;
            case Kind::boolean:
                value = random_.one_in(2);
                return;
            case Kind::date:
                // The days of dated facts stay as they are: two of them must not overlap.
                if (field.key != "from" && field.key != "to") value = day_for(field);
                return;
            case Kind::month:
                value = random_day(random_, 2019, 2035).substr(0, 7);
                return;
            case Kind::time:
                value = random_time(random_);
                return;
            case Kind::period:
                value = {{"from", random_day(random_, 2019, 2027)}, {"to", random_day(random_, 2028, 2035)}};
                return;
            case Kind::code:
                value = random_.pick(field.enumeration->codes).code;
                return;
            case Kind::reference:
            case Kind::image:
            case Kind::span:
                return;
        }
    }

private:
    static std::size_t usual(const Field& field) { return field.expected > 0 ? field.expected : field.limit; }

    void find_targets(const Field& field) {
        if (field.kind == Kind::reference) targets_.insert(field.target);
        for (const auto& child : field.children) find_targets(*child);
    }

    /// What another field refers to, and names by which that is found, must stay.
    bool may_go(const Field& field) const { return field.key != "id" && !targets_.contains(field.path); }

    void vary_object(const Field& field, Json& object) {
        const std::size_t gone_in = fullness_ == Fullness::sparse ? 6 : 30;
        for (const auto& child : field.children) {
            const auto member = object.find(child->key);
            if (member == object.end()) continue;
            if (field.parent && may_go(*child) && random_.one_in(gone_in))
                object.erase(member);
            else
                vary(*child, *member);
        }
    }

    void vary_list(const Field& field, Json& list) {
        const Json made = list;
        const std::size_t elements = made.empty() ? 0 : elements_of(field, made.size());
        list = Json::array();
        for (std::size_t i = 0; i < elements; ++i) {
            Json element = made[i % made.size()];
            if (element.contains("id")) element["id"] = std::to_string(i + 1);
            vary(*field.children.front(), element);
            list.push_back(std::move(element));
        }
    }

    std::size_t elements_of(const Field& field, std::size_t made) {
        if (!field.in_force_as.empty()) return made;
        const std::size_t least = targets_.contains(field.path) ? 1 : 0;
        const std::size_t most = random_.one_in(40) ? std::min<std::size_t>(field.limit, 40) : usual(field);
        return random_.between(least, std::max(least, std::min<std::size_t>(most, 12)));
    }

    std::string text_for(const Field& field) {
        const Lines lines = field.kind == Kind::long_text ? Lines::several : Lines::one;
        const std::size_t few = std::min<std::size_t>(usual(field), 3);
        switch (fullness_) {
            case Fullness::sparse:
                return random_text(random_, random_.below(few + 1), lines);
            case Fullness::usual:
                return random_text(random_, random_.below(usual(field) + 1), lines);
            case Fullness::long_texts:
                return random_text(random_, random_.below(random_.one_in(5) ? field.limit : usual(field)) + 1, lines);
        }
        return {};
    }

    std::string day_for(const Field& field) {
        return field.key == "birth_date" ? random_day(random_, 2005, 2024) : random_day(random_, 2025, 2032);
    }

    Random& random_;
    Fullness fullness_;
    std::set<std::string, std::less<>> targets_;  ///< paths of lists that references name
};

std::string random_value(Random& random, const form::Parameter& parameter) {
    if (!parameter.choices.empty()) return random.pick(parameter.choices);
    switch (parameter.type) {
        case form::Parameter::Type::text:
            return random_text(random, random.below(30), Lines::one);
        case form::Parameter::Type::boolean:
            return random.one_in(2) ? "true" : "false";
        case form::Parameter::Type::count:
            return std::to_string(random.below(16));
        case form::Parameter::Type::time:
            return fmt::format("{:02}:00", random.below(25));
    }
    return {};
}

}  // namespace

std::string random_case(Random& random, const field::Table& table, const form::FormDefinition& form) {
    Json made = Json::parse(synth::make_case(table, form, synth::Amount::expected));
    Variation(random, table).vary(table.root(), made);
    return made.dump();
}

form::RenderRequest random_request(Random& random, const form::FormDefinition& form) {
    static constexpr std::array purposes{form::Purpose::draft, form::Purpose::sign, form::Purpose::record,
                                         form::Purpose::blank, form::Purpose::prefilled};
    form::RenderRequest request;
    request.document = form.document.id;
    request.revision = form.revision;
    request.purpose = random.pick(purposes);
    for (const auto& [name, parameter] : form.parameters)
        if (random.one_in(3)) request.parameters[name] = random_value(random, parameter);
    if (random.one_in(2)) request.document_id = "DOC-" + random_digits(random, 6);
    if (random.one_in(2)) request.version = std::to_string(random.between(1, 99));
    return request;
}

}  // namespace besshi::tests
