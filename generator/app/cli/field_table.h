#pragma once

#include "cli/command.h"

namespace besshi::app {

/// The field table alone, for verbs that need neither forms nor fonts.
inline Result<field::Table> read_field_table(const Common& common) {
    const auto fields = files::read(common.data / "forms" / "fields.toml");
    if (!fields) return fail(fields.error());
    return field::Table::read(*fields, "forms/fields.toml");
}

}  // namespace besshi::app
