#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace besshi::base {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// SHA-256 of bytes that come a piece at a time.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    /// Of all that was added, as `sha256_hex` writes it; nothing can be added after.
    std::string hex() &&;

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace besshi::base
