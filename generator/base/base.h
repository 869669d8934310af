#pragma once

/// What every layer speaks: lengths, results, diagnostics, origins, calendar days, UTF-8, readings, hashes, pictures.

#include "base/artifact.h"
#include "base/calendar.h"
#include "base/diagnostic.h"
#include "base/hash.h"
#include "base/length.h"
#include "base/library.h"
#include "base/origin.h"
#include "base/picture.h"
#include "base/result.h"
#include "base/ruby.h"
#include "base/typography.h"
#include "base/utf8.h"
