#pragma once

#include "fill/filled_form.h"
#include "plan/plan.h"

#include <string>
#include <string_view>

namespace besshi::fill {

/// What a case keeps from being shown or given: values, guardians and recipients marked 非開示 or 支援措置
/// (住民基本台帳事務処理要領 第5－10). One for each document. A request with a reason gets all of it, and is told what.
class Disclosure {
public:
    Disclosure(const plan::CaseDocument& document, const form::RenderRequest& request)
        : document_(document), request_(request) {}

    /// `value`, or null if it is held back. What a form asks for is remembered.
    const plan::Value* let_through(const plan::Value* value);

    /// A sheet of a letter, `letter` being the element it is printed for, goes to its `recipient`: to nobody who is
    /// marked, and to no guardian of whom it is not certain that he is not.
    void check_recipient(const plan::Value& letter);

    /// A sheet with a line for the guardian's signature goes to the one in force `on`.
    void check_signer(const Section& section, std::optional<Date> on);

    /// What stands at one place and is held back must not stand in a text at another.
    void check_repeated(const Section& section);

    /// What was left blank (notes) and why the document must not be (errors).
    Diagnostics take_findings() { return std::move(findings_); }
    /// What the reason of the request made visible.
    Diagnostics take_disclosed() { return std::move(disclosed_); }

private:
    /// What is marked, and how.
    struct Limited {
        std::string_view label, limit;
    };
    /// Once: `kind`, or if there is a reason that it was disclosed.
    void report(const DiagnosticKind& kind, const std::string& pointer, const Limited& what);

    const plan::CaseDocument& document_;
    const form::RenderRequest& request_;
    Diagnostics findings_, disclosed_;
};

}  // namespace besshi::fill
