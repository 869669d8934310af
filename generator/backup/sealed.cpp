#include "backup/sealed.h"

#include "backup/diagnostics.h"

#include <sodium.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace besshi::backup {

namespace {

using Stream = crypto_secretstream_xchacha20poly1305_state;
constexpr std::size_t stream_header_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t seal_size = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char last_piece = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
constexpr unsigned char inner_piece = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

constexpr std::string_view magic = "besshi backup\n";
constexpr unsigned char format_version = 1;
constexpr std::size_t piece_size = 1 << 16;

/// What a stranger's file may make this machine do.
constexpr Cost highest_cost{16, std::uint64_t{1} << 30};

const unsigned char* to_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* to_room(std::vector<char>& room) {
    return reinterpret_cast<unsigned char*>(room.data());
}

void start_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium has no random numbers");
}

/// The beginning of a file; all of it stands under the seal of every piece.
struct Beginning {
    static constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
    static constexpr std::size_t size = magic.size() + 1 + 8 + 8 + salt_size + stream_header_size;

    Cost cost{};
    std::array<unsigned char, salt_size> salt{};
    std::array<unsigned char, stream_header_size> stream{};

    std::string text() const {
        std::string bytes(magic);
        bytes += static_cast<char>(format_version);
        for (const std::uint64_t number : {cost.passes, cost.memory})
            for (int byte = 0; byte < 8; ++byte) bytes += static_cast<char>(number >> (8 * byte) & 0xFF);
        bytes.append(salt.begin(), salt.end());
        bytes.append(stream.begin(), stream.end());
        return bytes;
    }

    static Result<Beginning> read(std::string_view bytes) {
        if (!bytes.starts_with(magic)) return fail(diagnose(kinds::file_foreign, {}));
        if (bytes.size() <= magic.size()) return fail(diagnose(kinds::file_damaged, {}));
        const auto version = static_cast<unsigned char>(bytes[magic.size()]);
        if (version > format_version)
            return fail(
                diagnose(kinds::file_newer, {}, {std::to_string(version), std::to_string(int{format_version})}));
        if (bytes.size() < size) return fail(diagnose(kinds::file_damaged, {}));
        Beginning read;
        const auto* from = to_bytes(bytes) + magic.size() + 1;
        for (std::uint64_t* number : {&read.cost.passes, &read.cost.memory})
            for (int byte = 0; byte < 8; ++byte) *number |= std::uint64_t{*from++} << (8 * byte);
        std::copy_n(from, read.salt.size(), read.salt.begin());
        std::copy_n(from + read.salt.size(), read.stream.size(), read.stream.begin());
        if (read.cost.passes < crypto_pwhash_OPSLIMIT_MIN || read.cost.passes > highest_cost.passes ||
            read.cost.memory < crypto_pwhash_MEMLIMIT_MIN || read.cost.memory > highest_cost.memory)
            return fail(diagnose(kinds::file_damaged, {}));
        return read;
    }
};

/// Wiped when it goes.
class Key {
public:
    static Result<Key> make(std::string_view passphrase, const Beginning& beginning) {
        Key key;
        const Cost cost = beginning.cost;
        if (crypto_pwhash(key.bytes_.data(), key.bytes_.size(), passphrase.data(), passphrase.size(),
                          beginning.salt.data(), cost.passes, static_cast<std::size_t>(cost.memory),
                          crypto_pwhash_ALG_ARGON2ID13) != 0)
            return fail(diagnose(kinds::memory_short, {}, {std::to_string(cost.memory >> 20)}));
        return key;
    }
    ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

    const unsigned char* data() const { return bytes_.data(); }

private:
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes_{};
};

}  // namespace

Cost usual_cost() {
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

struct SealedWriter::State {
    explicit State(files::NewFile& written) : file(written) {}
    ~State() { sodium_memzero(&stream, sizeof stream); }

    Result<void> seal(unsigned char tag) {
        unsigned long long size = 0;
        crypto_secretstream_xchacha20poly1305_push(&stream, to_room(sealed), &size, to_bytes(piece), piece.size(),
                                                   to_bytes(beginning), beginning.size(), tag);
        piece.clear();
        return file.append({sealed.data(), static_cast<std::size_t>(size)});
    }

    files::NewFile& file;
    Stream stream{};
    std::string beginning, piece;
    std::vector<char> sealed = std::vector<char>(piece_size + seal_size);
};

SealedWriter::SealedWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedWriter::SealedWriter(SealedWriter&&) noexcept = default;
SealedWriter::~SealedWriter() = default;

Result<SealedWriter> SealedWriter::begin(files::NewFile& file, std::string_view passphrase, Cost cost) {
    start_sodium();
    Beginning beginning{.cost = cost};
    randombytes_buf(beginning.salt.data(), beginning.salt.size());
    const auto key = Key::make(passphrase, beginning);
    if (!key) return fail(key.error());
    auto state = std::make_unique<State>(file);
    crypto_secretstream_xchacha20poly1305_init_push(&state->stream, beginning.stream.data(), key->data());
    state->beginning = beginning.text();
    if (auto written = file.append(state->beginning); !written) return fail(std::move(written.error()));
    return SealedWriter(std::move(state));
}

Result<void> SealedWriter::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::string_view fits = bytes.substr(0, piece_size - state_->piece.size());
        state_->piece += fits;
        bytes.remove_prefix(fits.size());
        if (state_->piece.size() < piece_size) continue;
        if (auto sealed = state_->seal(inner_piece); !sealed) return sealed;
    }
    return {};
}

Result<void> SealedWriter::end() {
    return state_->seal(last_piece);
}

struct SealedReader::State {
    explicit State(files::Source opened) : source(std::move(opened)) {}
    ~State() { sodium_memzero(&stream, sizeof stream); }

    files::Source source;
    Stream stream{};
    std::string beginning;
    std::vector<char> sealed = std::vector<char>(piece_size + seal_size), piece = std::vector<char>(piece_size);
    bool is_ended = false;
};

SealedReader::SealedReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedReader::SealedReader(SealedReader&&) noexcept = default;
SealedReader::~SealedReader() = default;

Result<SealedReader> SealedReader::open(const std::filesystem::path& file, std::string_view passphrase) {
    start_sodium();
    auto source = files::Source::open(file);
    if (!source) return fail(std::move(source.error()));
    auto state = std::make_unique<State>(std::move(*source));
    state->beginning.resize(Beginning::size);
    const auto size = state->source.read(state->beginning);
    if (!size) return fail(size.error());
    state->beginning.resize(*size);
    const auto beginning = Beginning::read(state->beginning);
    if (!beginning) return fail(beginning.error());
    const auto key = Key::make(passphrase, *beginning);
    if (!key) return fail(key.error());
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state->stream, beginning->stream.data(), key->data()) != 0)
        return fail(diagnose(kinds::file_damaged, {}));
    return SealedReader(std::move(state));
}

Result<std::optional<std::string_view>> SealedReader::next() {
    State& state = *state_;
    const auto size = state.source.read(state.sealed);
    if (!size) return fail(size.error());
    if (state.is_ended) {
        if (*size > 0) return fail(diagnose(kinds::file_damaged, {}));
        return std::nullopt;
    }
    unsigned long long opened = 0;
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state.stream, to_room(state.piece), &opened, &tag,
                                                   to_bytes(std::string_view(state.sealed.data(), *size)), *size,
                                                   to_bytes(state.beginning), state.beginning.size()) != 0)
        return fail(diagnose(kinds::file_damaged, {}));
    state.is_ended = tag == last_piece;
    return std::string_view(state.piece.data(), static_cast<std::size_t>(opened));
}

}  // namespace besshi::backup
