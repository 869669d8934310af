#include "conformance/conformance.h"

#include <libxml/xmlversion.h>
#include <qpdf/QPDF.hh>

namespace besshi::conformance {

std::vector<base::Library> libraries() {
    return {{"libqpdf", QPDF::QPDFVersion()}, {"libxml2", LIBXML_DOTTED_VERSION}};
}

}  // namespace besshi::conformance
