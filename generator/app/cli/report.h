#pragma once

#include "base/base.h"

#include <nlohmann/json.hpp>

/// How results reach the user: documents and tables on stdout, everything else on stderr.
namespace besshi::app {

/// What is wrong with the command line itself.
inline constexpr DiagnosticKind wrong_argument{"app.argument.wrong", Severity::error, Failure::arguments, "{0}", "{1}"};

/// What was printed did not all arrive.
inline constexpr DiagnosticKind output_lost{"app.output.lost", Severity::error, Failure::storage,
                                            "標準出力に書ききれませんでした。",
                                            "出力先の空きと権限を確かめて、もう一度してください。"};

/// The exit code of a verb that has ended with `exit_code`: another one if stdout did not take all it was given.
int exit_code_after_output(int exit_code);

/// Prints a text to stdout. Japanese consoles want the line end, so it is added if missing.
void print(std::string_view text);

/// Prints one JSON document to stdout.
void print(const nlohmann::ordered_json& document);

nlohmann::ordered_json to_json(const Diagnostics& diagnostics);

/// Ends a verb that failed: faults on stderr, or as one JSON document, which `also` is added to. Gives the exit code
/// of DESIGN §8: the gravest of the faults (environment, then storage, render, arguments, temporary, data).
int report_faults(const Diagnostics& faults, bool json,
                  const nlohmann::ordered_json& also = nlohmann::ordered_json::object());

/// Notes and warnings of a verb that succeeded, to stderr.
void report_notes(const Diagnostics& notes);

/// A wrong argument that the parser cannot see: exit code 2.
int report_wrong_argument(std::string_view sentence, std::string_view hint, bool json);

}  // namespace besshi::app
