#pragma once

#include "plan/plan.h"

#include <string>

/// Values of a case as a person reads them.
namespace besshi::cycle {

/// A value that is no object, map or list of objects, in the words of the forms: 令和７年９月26日, 家族支援, 有, the
/// name of whom a reference names; of a list its elements with 、 between. Readings are left out, line feeds are
/// blanks.
std::string words_of(const plan::Value& value);

/// Everything below `value` with its keys: equal if and only if two values print alike.
std::string content_of(const plan::Value& value);

/// A number of things: １, 12.
std::string ordinal_words(std::size_t number);

}  // namespace besshi::cycle
