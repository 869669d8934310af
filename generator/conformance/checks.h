#pragma once

#include "conformance/findings.h"
#include "conformance/lexer.h"
#include "conformance/pdf_file.h"

/// The parts of `check`, each for some clauses.
namespace besshi::conformance {

struct Content;
struct StructureTree;

/// ISO 19005-2 §6.1.2–6.1.4, 6.1.6, 6.1.7.1, 6.1.9: the bytes of the file.
void check_syntax(const PdfFile& file, Findings& findings);
/// §6.1.13 for one token of the file or of a content stream.
void check_limits(const Token& token, const std::string& place, Findings& findings);
/// ISO 32000-1 table 70.
bool is_rendering_intent(std::string_view name);
/// §6.1.7, 6.2.5, 6.2.8–6.2.10, 6.5, 6.8: every dictionary of the file.
void check_dictionaries(const PdfFile& file, Findings& findings);
/// §6.1.12, 6.1.13, 6.4.2, 6.5.2, 6.9–6.11; Matterhorn 07, 11-003, 20, 26: what the catalog and the pages hold.
void check_catalog(const PdfFile& file, Findings& findings);
/// §6.6; Matterhorn 06, 11-006.
void check_metadata(const PdfFile& file, Findings& findings);
/// §6.2.3: the output intents.
void check_output_intents(const PdfFile& file, Findings& findings);
/// §6.2.4.2, 6.2.8, 6.2.8.3: the images.
void check_images(const PdfFile& file, Findings& findings);
/// §6.2.4.3, 6.2.10: the colours and the transparency of the pages against the output intent.
void check_colors(const PdfFile& file, const Content& content, Findings& findings);
/// §6.2.11; Matterhorn 10, 31.
void check_fonts(const PdfFile& file, const Content& content, Findings& findings);
/// §6.3, 6.4.1; Matterhorn 11-004, 11-005, 28.
void check_annotations(const PdfFile& file, const StructureTree& tree, Findings& findings);
/// §6.4.3.
void check_signatures(const PdfFile& file, Findings& findings);
/// Matterhorn 01, 02, 11, 13, 14, 17, 19; ISO 32000-1 §14.7.
void check_structure(const PdfFile& file, const StructureTree& tree, const Content& content, Findings& findings);
/// Matterhorn 09: which elements may stand in which.
void check_nesting(const StructureTree& tree, Findings& findings);
/// Matterhorn 15: rows, columns and header cells of tables.
void check_tables(const PdfFile& file, const StructureTree& tree, Findings& findings);

}  // namespace besshi::conformance
