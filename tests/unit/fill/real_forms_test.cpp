#include "filled.h"
#include "sample_images.h"

#include <regex>
#include <set>

/// The forms of the project with its sample cases.
namespace besshi::fill::tests {
namespace {

using form::Purpose;
using form::Stroke;

constexpr Purpose purposes[] = {Purpose::draft, Purpose::sign, Purpose::record, Purpose::blank, Purpose::prefilled};

const form::Catalogue& catalogue() {
    static const form::Catalogue read =
        value_or_throw(form::Catalogue::read(table(), std::filesystem::path(BESSHI_ROOT) / "forms"));
    return read;
}

const form::FormDefinition& form_numbered(std::string_view number) {
    for (const form::FormDefinition& form : catalogue().definitions()) {
        if (form.document.number == number) return form;
    }
    throw std::runtime_error("no form " + std::string(number));
}

const plan::CaseDocument& full_case() {
    static const plan::CaseDocument read = [] {
        const std::string json = file_text("samples/kotonoha/cases/full.json"),
                          office = file_text("samples/kotonoha/office.toml");
        return besshi::tests::with_sample_images(
            value_or_throw(plan::read(table(), {json, "full.json"}, plan::Source{office, "office.toml"})));
    }();
    return read;
}

FilledForm filled_with_full_case(const form::FormDefinition& form, Purpose purpose = Purpose::record) {
    return value_or_throw(bind(form, full_case(), request_for(purpose)));
}

template <class Visit>
void for_each_run(const FilledForm& form, Visit visit) {
    for (const Section& section : form.sections) {
        for (const Grid& grid : section.grids) {
            for (const Cell& cell : grid.cells) {
                const Text* text = std::get_if<Text>(&cell.content);
                if (!text) continue;
                for (const auto& run : text->runs) visit(run);
            }
        }
    }
}

/// The value at an RFC 6901 pointer; pointers of forms never need escapes.
const plan::Value* value_at(const plan::CaseDocument& document, std::string_view pointer) {
    const plan::Value* value = &document.root();
    while (value && !pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        if (std::holds_alternative<std::vector<const plan::Value*>>(value->content)) {
            const auto index = static_cast<std::size_t>(std::stoi(std::string(token)));
            value = index < value->elements().size() ? value->elements()[index] : nullptr;
        } else {
            value = value->find(token);
        }
    }
    return value;
}

TEST(RealForms, AllBindForAllPurposes) {
    ASSERT_GE(catalogue().definitions().size(), 7u);
    for (const form::FormDefinition& form : catalogue().definitions()) {
        for (const Purpose purpose : purposes) {
            const auto result = bind(form, full_case(), request_for(purpose));
            // F15 and F17 print documents the sample does not hold: they are refused by their needs, nothing else.
            if (result) continue;
            for (const Diagnostic& fault : result.error()) {
                EXPECT_TRUE(fault.code == "fill.need.missing" || fault.severity != Severity::error)
                    << form.document.number << " " << base::to_line(fault);
            }
        }
    }
    for (const char* number : {"F01", "F02", "F03", "F12", "F13"}) {
        for (const Purpose purpose : purposes) {
            EXPECT_TRUE(bind(form_numbered(number), full_case(), request_for(purpose)).has_value()) << number;
        }
    }
}

TEST(RealForms, PointersNameTheTextTheyPrint) {
    for (const char* number : {"F01", "F02", "F03", "F12", "F13"}) {
        int texts = 0;
        for_each_run(filled_with_full_case(form_numbered(number)), [&](const auto& run) {
            if (run.source != TextSource::data) return;
            const plan::Value* value = value_at(full_case(), run.origin.pointer);
            ASSERT_NE(value, nullptr) << number << " " << run.origin.pointer;
            const auto* text = std::get_if<std::string>(&value->content);
            if (!text) return;
            ++texts;
            EXPECT_EQ(run.text, *text);
            EXPECT_EQ(run.personal_name, value->field->kind == field::Kind::name) << run.origin.pointer;
        });
        EXPECT_GT(texts, 1) << number;
    }
}

TEST(RealForms, F01PrintsEveryTextOfItsRowsExactlyOnce) {
    std::multiset<std::string> printed;
    for_each_run(filled_with_full_case(form_numbered("F01")), [&](const auto& run) {
        if (run.source == TextSource::data) printed.insert(run.text);
    });
    const plan::Value* rows = full_case().find(nullptr, "support_plan.rows", std::nullopt);
    ASSERT_NE(rows, nullptr);
    ASSERT_EQ(rows->elements().size(), 6u);
    for (const plan::Value* row : rows->elements()) {
        for (const char* key : {"goal", "content", "notes"}) {
            EXPECT_EQ(printed.count(std::get<std::string>(row->find(key)->content)), 1u) << row->pointer << "/" << key;
        }
    }
    EXPECT_EQ(printed.count("本人支援"), 1u) << "three neighbours are one cell";
}

TEST(RealForms, F01LeavesTheConsentToThePen) {
    const auto signing = filled_with_full_case(form_numbered("F01"), Purpose::sign);
    EXPECT_EQ(text_of(signing, "consent_date"), "　　年　　月　　日");
    EXPECT_EQ(text_of(signing, "created"), "作成年月日：令和７年９月22日");
    EXPECT_EQ(text_of(filled_with_full_case(form_numbered("F01")), "consent_date"), "令和７年９月26日");
    EXPECT_TRUE(std::holds_alternative<Signature>(cell_named(signing, "sign").content));
}

TEST(RealForms, F01DraftSaysSoInItsTitle) {
    const auto draft = filled_with_full_case(form_numbered("F01"), Purpose::draft);
    EXPECT_THAT(text_of(draft, "title"), ::testing::HasSubstr("原案"));
    EXPECT_THAT(text_of(filled_with_full_case(form_numbered("F01")), "title"),
                ::testing::Not(::testing::HasSubstr("原案")));
    EXPECT_EQ(draft.watermark, "原案");
}

TEST(RealForms, F02SumsTheHoursOfBothSheets) {
    const auto result = filled_with_full_case(form_numbered("F02"));
    ASSERT_EQ(result.sections.size(), 2u);
    EXPECT_EQ(result.sections[0].sheet_name, "個別支援計画別表（学期中）");
    EXPECT_EQ(result.sections[1].sheet_name, "個別支援計画別表（長期休業用）");
    const std::vector<std::array<std::string, 3>> sums = {{"mon", "3時00分", ""},
                                                          {"tue", "", ""},
                                                          {"wed", "3時00分", "1時00分"},
                                                          {"fri", "3時00分", ""},
                                                          {"sat", "5時00分", "1時00分"}};
    for (const auto& [day, provided, extended] : sums) {
        EXPECT_EQ(text_of(result, "provided." + day, 0), provided) << day;
        EXPECT_EQ(text_of(result, "extended." + day, 0), extended) << day;
    }
    EXPECT_EQ(text_of(result, "provided.wed", 1), "5時00分");
    EXPECT_EQ(text_of(result, "extended.wed", 1), "2時30分");
    EXPECT_EQ(text_of(result, "extended.fri", 1), "1時00分");
    EXPECT_EQ(text_of(result, "weekday.sun", 0), "日・祝日");
}

TEST(RealForms, F03CirclesAndTicks) {
    const auto result = filled_with_full_case(form_numbered("F03"));
    const auto& transport = std::get<Choice>(cell_named(result, "transport").content);
    EXPECT_TRUE(transport.options.at(0).chosen);
    EXPECT_FALSE(transport.options.at(1).chosen);
    EXPECT_TRUE(std::get<Tick>(cell_named(result, "rows.1.domains_language_communication").content).ticked);
    EXPECT_FALSE(std::get<Tick>(cell_named(result, "rows.1.domains_health_life").content).ticked);
    std::set<std::string> labels;
    for_each_run(result, [&](const auto& run) { labels.insert(run.text); });
    EXPECT_TRUE(labels.contains("人間性・社会性")) << "as the Tokyo form prints it";
    EXPECT_FALSE(labels.contains("人間関係・社会性"));
}

TEST(RealForms, F13PrintsEveryEventOnceAsDataAndItsSecondBoxAsGenerated) {
    const auto result = filled_with_full_case(form_numbered("F13"));
    std::map<std::string, int> data;
    int generated = 0;
    for_each_run(result, [&](const auto& run) {
        if (!run.origin.pointer.ends_with("/text") || run.origin.pointer.find("/week/events/") == std::string::npos)
            return;
        if (run.source == TextSource::data)
            ++data[run.origin.pointer];
        else
            ++generated;
    });
    const plan::Value* events = full_case().find(nullptr, "use_plan_draft.week.events", std::nullopt);
    ASSERT_NE(events, nullptr);
    EXPECT_EQ(data.size(), events->elements().size());
    for (const auto& [pointer, count] : data) EXPECT_EQ(count, 1) << pointer;
    EXPECT_EQ(generated, 7) << "seven nights go on in the morning";
}

/// The stroke each cell sees at each unit of its edges, by the two unit squares that share it.
using EdgeKey = std::array<int, 3>;  // 0 = above, 1 = before; row; column

void collect(std::map<EdgeKey, std::set<Stroke>>& edges, const Cell& cell) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        edges[{1, row, cell.column}].insert(*cell.borders.left);
        edges[{1, row, cell.column + cell.column_span}].insert(*cell.borders.right);
    }
    for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        edges[{0, cell.row, column}].insert(*cell.borders.top);
        edges[{0, cell.row + cell.row_span, column}].insert(*cell.borders.bottom);
    }
}

TEST(RealForms, GridsAreTiledNeighboursAgreeAndLabelsPointToCells) {
    for (const char* number : {"F01", "F02", "F03", "F12", "F13"}) {
        const auto result = filled_with_full_case(form_numbered(number));
        const int columns = static_cast<int>(result.ruler.size());
        for (const Section& section : result.sections) {
            for (const Grid& grid : section.grids) {
                SCOPED_TRACE(std::string(number) + " " + grid.name);
                std::vector<int> covered(grid.rows.size() * result.ruler.size(), 0);
                std::map<EdgeKey, std::set<Stroke>> edges;
                for (const Cell& cell : grid.cells) {
                    ASSERT_TRUE(cell.borders.left && cell.borders.right && cell.borders.top && cell.borders.bottom);
                    for (const std::size_t headed : cell.labels) ASSERT_LT(headed, grid.cells.size());
                    if (cell.role != form::CellRole::blank) collect(edges, cell);
                    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
                        for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                            ++covered.at(static_cast<std::size_t>(row * columns + column));
                        }
                    }
                }
                EXPECT_THAT(covered, ::testing::Each(1));
                for (const auto& [edge, strokes] : edges) {
                    EXPECT_EQ(strokes.size(), 1u) << edge[0] << " at " << edge[1] << "," << edge[2];
                }
            }
        }
    }
}

/// Whether `word` stands in a label of the field table: 「本人」 is an attendee's place and part of a label.
bool is_in_a_label(const std::string& word, const field::Field& field) {
    return field.label.find(word) != std::string::npos ||
           std::ranges::any_of(field.children, [&](const auto& child) { return is_in_a_label(word, *child); });
}

TEST(RealForms, NoMessageShowsAPersonalValue) {
    auto names = plan::personal_values(full_case());
    std::erase_if(names, [](const std::string& name) { return is_in_a_label(name, table().root()); });
    ASSERT_FALSE(names.empty());
    for (const form::FormDefinition& form : catalogue().definitions()) {
        for (const Purpose purpose : purposes) {
            const auto result = bind(form, full_case(), request_for(purpose));
            for (const Diagnostic& diagnostic : result ? result->holes : result.error()) {
                for (const std::string& name : names) {
                    if (base::count_characters(name) < 2) continue;
                    EXPECT_EQ(base::to_line(diagnostic).find(name), std::string::npos) << diagnostic.code;
                }
            }
        }
    }
}

/// The letter may be of another plan than the one at hand.
TEST(RealForms, ALetterPrintsItsOwnDayOfConsentBeforeThatOfThePlan) {
    const auto consented = [](std::string_view letter) {
        return text_of(filled(form_numbered("F24"), R"({"support_plan": {"consented_on": "2025-09-26"},
            "child": {"names": [{"display_name": "見本　花子"}]}, "office": {"name": "ことのは"},
            "cover_letters": [{"issued_on": "2025-10-01", "recipient": {"kind": "school", "name": "学校"},
                               "documents": [{"form": "F01"}])" +
                                                        std::string(letter) + "}]}"),
                       "consented");
    };
    EXPECT_EQ(consented(""), "令和７年９月26日");
    EXPECT_EQ(consented(R"(, "consented_on": "2024-09-24")"), "令和６年９月24日");
}

/// Two children in one month, and a child's own record printed as a month.
TEST(RealForms, TheRecordOfAMonthTellsTheChildrenApart) {
    const auto child_of = [](std::string_view json) {
        return text_of(filled(form_numbered("F23"), json, request_for(Purpose::record, {{"monthly", "true"}})),
                       "month_records.1.child");
    };
    EXPECT_EQ(child_of(R"({"deliveries": [{"child_name": "大久保　新", "case_number": "c-0012"}]})"),
              "大久保　新\nc-0012");
    EXPECT_EQ(child_of(R"({"deliveries": [{"child_name": "大久保　新"}]})"), "大久保　新");
    EXPECT_EQ(child_of(R"({"case_number": "c-0001", "child": {"names": [{"display_name": "見本　花子"}]},
        "deliveries": [{"delivered_on": "2025-10-01"}]})"),
              "見本　花子\nc-0001");
}

TEST(RealForms, TheSameInputGivesTheSameDump) {
    for (const char* number : {"F01", "F02", "F13"}) {
        EXPECT_EQ(dump(filled_with_full_case(form_numbered(number))),
                  dump(filled_with_full_case(form_numbered(number))));
    }
}

/// Templates of nothing but plain tags do not go through the engine. Blanks in the tags send them there.
TEST(RealForms, PlainTemplatesPrintWhatTheEnginePrints) {
    static const std::regex plain_tag(R"(\{\{([a-z0-9_.]+)\}\})"), column(R"((form\.toml:\d+):\d+)");
    std::set<std::filesystem::path> files;
    for (const form::CatalogueEntry& entry : catalogue().entries()) files.insert(entry.path);
    for (const std::filesystem::path& file : files) {
        const std::string toml = file_text(file.lexically_relative(BESSHI_ROOT));
        const std::string spaced = std::regex_replace(toml, plain_tag, "{{ $1 }}");
        ASSERT_NE(toml, spaced) << file;
        const auto forms = value_or_throw(form::load(table(), toml, "form.toml"));
        const auto through_engine = value_or_throw(form::load(table(), spaced, "form.toml"));
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const auto dumped = [&](const form::FormDefinition& form) {
                return std::regex_replace(dump(filled_with_full_case(form, Purpose::draft)), column, "$1");
            };
            EXPECT_EQ(dumped(forms[i]), dumped(through_engine[i])) << file;
        }
    }
}

}  // namespace
}  // namespace besshi::fill::tests
