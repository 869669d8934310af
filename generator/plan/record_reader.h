#pragma once

#include "plan/clean_text.h"
#include "plan/raw.h"
#include "plan/storage.h"

#include <optional>
#include <vector>

namespace besshi::plan {

/// Turns what files say into values of the types their fields have.
class RecordReader {
public:
    RecordReader(CaseDocument::Storage& storage, Faults& faults) : storage_(storage), faults_(faults) {}

    /// The root of a record from a case and perhaps an office; then references and dated facts.
    void read(const raw::Tree& case_tree, const raw::Tree* office_tree);

private:
    using Slots = std::vector<Value*>;  ///< one per child of an object, null if absent

    struct PendingReference {
        Value* value;
        std::string_view id;
        const raw::Tree* tree;
        raw::NodeId node;
    };

    // Each returns null for what is absent and for what has a fault.
    Value* read_value(const field::Field& field, raw::NodeId node);
    Value* read_object(const field::Field& field, raw::NodeId node);
    Value* read_list(const field::Field& field, raw::NodeId node);
    Value* read_map(const field::Field& field, raw::NodeId node);
    Value* read_text(const field::Field& field, raw::NodeId node);
    Value* read_number(const field::Field& field, raw::NodeId node);
    Value* read_boolean(const field::Field& field, raw::NodeId node);
    Value* read_date(const field::Field& field, raw::NodeId node);
    Value* read_month(const field::Field& field, raw::NodeId node);
    Value* read_time(const field::Field& field, raw::NodeId node);
    Value* read_period(const field::Field& field, raw::NodeId node);
    Value* read_code(const field::Field& field, raw::NodeId node);
    Value* read_reference(const field::Field& field, raw::NodeId node);
    Value* read_image(const field::Field& field, raw::NodeId node);

    struct PeriodEnd {
        std::string_view key, word;
        bool seen = false, written = false;
        std::optional<Date> date{};
    };
    void read_period_end(const field::Field& field, raw::NodeId node, PeriodEnd& end);

    /// The text of a date or time, which TOML may have written without quotes; null if it is neither.
    const std::string_view* iso_text(const field::Field& field, raw::NodeId node, raw::Kind toml_kind);
    template <class T>
    Value* keep_parsed(const field::Field& field, raw::NodeId node, const std::optional<T>& parsed,
                       const DiagnosticKind& fault);

    enum class File { case_alone, case_with_office, office };
    void read_root_members(const raw::Tree& tree, File file, Slots& slots);
    /// Calls `take(index, node)` for each member `parent` knows, one time; all others are faults.
    template <class Take>
    void each_member(const field::Field& parent, raw::NodeId object, const Take& take);
    Value* finish_object(Value& object, Slots& slots);
    static void mark_withheld(const field::Field& parent, const Slots& slots);
    void check_dates(const Value& object, const Slots& slots, raw::NodeId node);

    void report_text(const field::Field& field, raw::NodeId node, const TextFindings& findings);
    bool check_length(const field::Field& field, raw::NodeId node, const std::string& text);
    void refuse_type(const field::Field& field, raw::NodeId node, std::string_view expected,
                     std::string_view hint = {});
    void refuse_key(const field::Field& parent, raw::NodeId node);

    void resolve_references();

    /// Goes one step down in `pointer_` for as long as it lives.
    class Step {
    public:
        Step(RecordReader& reader, std::string_view token);
        ~Step();
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        RecordReader& reader_;
        std::size_t length_before_;
    };

    Origin origin(raw::NodeId node) const { return tree_->origin(node, pointer_); }
    std::string label_of(const field::Field& field) const;

    CaseDocument::Storage& storage_;
    Faults& faults_;
    const raw::Tree* tree_ = nullptr;  ///< and `file_`: what is being read just now
    File file_ = File::case_alone;
    std::string pointer_;
    std::vector<PendingReference> references_;
};

/// Faults where two facts of which only one can be in force share a day.
void check_dated_facts(const Value& root, const field::Table& table, const std::string& file, Faults& faults);

/// Faults where two elements of a list have the same id.
void check_ids(const Value& root, Faults& faults);

}  // namespace besshi::plan
