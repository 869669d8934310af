#include "conformance/checks.h"
#include "conformance/content.h"
#include "conformance/structure.h"

namespace besshi::conformance {

Result<Report> check(std::string_view pdf) {
    const Result<PdfFile> file = PdfFile::open(pdf);
    if (!file) return fail(file.error());
    Findings findings;
    check_syntax(*file, findings);
    check_dictionaries(*file, findings);
    check_catalog(*file, findings);
    check_metadata(*file, findings);
    check_output_intents(*file, findings);
    check_images(*file, findings);
    const Content content = read_content(*file, findings);
    check_colors(*file, content, findings);
    check_fonts(*file, content, findings);
    const StructureTree tree = read_structure(*file, findings);
    check_structure(*file, tree, content, findings);
    check_nesting(tree, findings);
    check_tables(*file, tree, findings);
    check_annotations(*file, tree, findings);
    check_signatures(*file, findings);
    return findings.take();
}

}  // namespace besshi::conformance
