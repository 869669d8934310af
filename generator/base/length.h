#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace besshi::base {

/// A length on paper: a whole number of 1/914,400 inch, in which a millimetre (36,000) and a point
/// (12,700) are whole. Sums and comparisons are exact; floating point appears only where a length is
/// read from a form file or printed into PDF or Excel.
struct Length {
    std::int64_t units = 0;

    static constexpr std::int64_t per_mm = 36'000;
    static constexpr std::int64_t per_pt = 12'700;

    /// Nearest length to `mm` millimetres.
    static Length from_mm(double mm) { return {std::llround(mm * per_mm)}; }
    /// Nearest length to `pt` points (1/72 inch).
    static Length from_pt(double pt) { return {std::llround(pt * per_pt)}; }

    constexpr double mm() const { return static_cast<double>(units) / per_mm; }
    constexpr double pt() const { return static_cast<double>(units) / per_pt; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length& operator+=(Length other) {
        units += other.units;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        units -= other.units;
        return *this;
    }
};

constexpr Length operator+(Length a, Length b) {
    return {a.units + b.units};
}
constexpr Length operator-(Length a, Length b) {
    return {a.units - b.units};
}
constexpr Length operator-(Length a) {
    return {-a.units};
}
constexpr Length operator*(Length a, std::int64_t n) {
    return {a.units * n};
}
/// Rounds towards zero.
constexpr Length operator/(Length a, std::int64_t n) {
    return {a.units / n};
}

/// `a` × `numerator` / `denominator`, rounded to nearest, halves away from zero. `denominator` > 0.
constexpr Length scale(Length a, std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t product = a.units * numerator;
    const std::int64_t half = denominator / 2;
    return {(product >= 0 ? product + half : product - half) / denominator};
}

struct Point {
    Length x, y;
    constexpr auto operator<=>(const Point&) const = default;
};

/// `x`, `y` are the top left corner; y grows downwards from the top edge of the page.
struct Rect {
    Length x, y, width, height;
    constexpr Length right() const { return x + width; }
    constexpr Length bottom() const { return y + height; }
    constexpr auto operator<=>(const Rect&) const = default;
};

}  // namespace besshi::base

namespace besshi {
using base::Length;
using base::Point;
using base::Rect;
}  // namespace besshi
