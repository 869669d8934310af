#include "pdf/glyf_subset.h"

#include "pdf/glyf_description.h"
#include "pdf/spliced_stream.h"

#include <deque>
#include <string_view>
#include <unordered_map>

namespace besshi::pdf {

namespace {

using text::GlyphId;

/// The glyphs of a subset under their new numbers. It grows when composites need parts.
class Glyphs {
public:
    Glyphs(const GlyfProgram& program, std::span<const GlyphId> wanted)
        : program_(program), wanted_(wanted.begin(), wanted.end()) {}

    /// False if one is missing or broken.
    bool take_all() {
        coded_.reserve(wanted_.size());
        for (std::size_t number = 0; number < wanted_.size(); ++number) {
            const CodedGlyph& glyph = program_.glyph(wanted_[number]);
            coded_.push_back(glyph.kind == CodedGlyph::Kind::composite ? composite(wanted_[number], glyph) : &glyph);
            if (coded_.back() == nullptr || coded_.back()->kind == CodedGlyph::Kind::broken) return false;
        }
        return true;
    }

    const std::vector<const CodedGlyph*>& coded() const { return coded_; }
    std::vector<GlyphId> take_wanted() { return std::move(wanted_); }

private:
    struct Composite {
        CodedPiece piece;
        CodedGlyph glyph;
    };

    /// Null if its description is cut off.
    const CodedGlyph* composite(GlyphId glyph, const CodedGlyph& metrics) {
        const auto description = composite_description(*program_.face().find_outline(glyph),
                                                       [this](GlyphId part) { return number_of_part(part); });
        if (!description) return nullptr;
        const Bytes bytes = std::as_bytes(std::span(*description));
        Composite& made = composites_.emplace_back(program_.code().encode(bytes), metrics);
        made.glyph.kind = CodedGlyph::Kind::complete;
        made.glyph.sums = PieceSums::of(bytes);
        made.glyph.code = made.piece.bits();
        return &made.glyph;
    }

    std::uint16_t number_of_part(GlyphId part) {
        if (numbers_.empty()) {
            for (std::size_t number = 0; number < wanted_.size(); ++number)
                numbers_.try_emplace(wanted_[number], static_cast<std::uint16_t>(number));
        }
        const auto [entry, is_new] = numbers_.try_emplace(part, static_cast<std::uint16_t>(wanted_.size()));
        if (is_new) wanted_.push_back(part);
        return entry->second;
    }

    const GlyfProgram& program_;
    std::vector<GlyphId> wanted_;
    std::vector<const CodedGlyph*> coded_;
    std::unordered_map<GlyphId, std::uint16_t> numbers_;  ///< filled when the first composite asks
    std::deque<Composite> composites_;
};

void pad(std::string& out, std::size_t multiple) {
    while (out.size() % multiple != 0) out += '\0';
}

Bytes bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

/// The tables behind glyf, each filled to a multiple of four bytes.
class SmallTables {
public:
    struct Table {
        std::string_view tag;
        std::size_t offset, length;
        std::uint32_t sum;
    };

    SmallTables(const GlyfFace& face, const std::vector<const CodedGlyph*>& glyphs, std::size_t glyf_size)
        : face_(face), glyphs_(glyphs), long_loca_(glyf_size > 2 * 0xFFFF) {
        bytes_.reserve(8 * glyphs.size() + 160);
        add("head", [this] { append_head(); });
        add("hhea", [this] { append_hhea(); });
        add("hmtx", [this] { append_hmtx(); });
        add("loca", [this] { append_loca(); });
        add("maxp", [this] { append_maxp(); });
    }

    const std::vector<Table>& tables() const { return tables_; }  ///< sorted by tag
    Bytes bytes() const { return bytes_of(bytes_); }
    void set_checksum_adjustment(std::uint32_t value) { put_u32(bytes_, tables_.front().offset + 8, value); }

private:
    template <class Append>
    void add(std::string_view tag, Append append) {
        const std::size_t begin = bytes_.size();
        append();
        const std::size_t length = bytes_.size() - begin;
        pad(bytes_, 4);
        tables_.push_back({tag, begin, length, table_sum(bytes().subspan(begin))});
    }

    // head, hhea and maxp are the face's but for the counts and for what only instructions need.

    void append_head() {
        constexpr std::uint16_t instruction_flags = 0x0014;
        const std::size_t begin = bytes_.size();
        append_bytes(bytes_, face_.head.first(54));
        put_u32(bytes_, begin + 8, 0);  // checkSumAdjustment, known when the file is whole
        put_u16(bytes_, begin + 16, static_cast<std::uint16_t>(u16(face_.head, 16) & ~instruction_flags));
        put_u16(bytes_, begin + 50, long_loca_ ? 1 : 0);
    }

    void append_hhea() {
        const std::size_t begin = bytes_.size();
        append_bytes(bytes_, face_.hhea.first(36));
        put_u16(bytes_, begin + 34, static_cast<std::uint32_t>(glyphs_.size()));
    }

    void append_hmtx() {
        std::size_t at = extend(4 * glyphs_.size());
        for (const CodedGlyph* glyph : glyphs_) {
            put_u16(bytes_, at, glyph->advance);
            put_u16(bytes_, at + 2, glyph->left_side_bearing);
            at += 4;
        }
    }

    void append_loca() {
        const std::size_t width = long_loca_ ? 4 : 2;
        std::size_t at = extend(width * (glyphs_.size() + 1));
        std::uint32_t offset = 0;
        for (const CodedGlyph* glyph : glyphs_) {
            put_offset(at, offset);
            offset += glyph->sums.size;
            at += width;
        }
        put_offset(at, offset);
    }

    void put_offset(std::size_t at, std::uint32_t offset) {
        if (long_loca_) {
            put_u32(bytes_, at, offset);
        } else {
            put_u16(bytes_, at, offset / 2);
        }
    }

    /// Makes room for `size` bytes more and says where.
    std::size_t extend(std::size_t size) {
        const std::size_t end = bytes_.size();
        bytes_.resize(end + size);
        return end;
    }

    void append_maxp() {
        const std::size_t begin = bytes_.size();
        append_bytes(bytes_, face_.maxp.first(32));
        put_u16(bytes_, begin + 4, static_cast<std::uint32_t>(glyphs_.size()));
        put_u16(bytes_, begin + 14, 1);  // maxZones: no twilight zone
        for (std::size_t at = 16; at < 28; at += 2)
            put_u16(bytes_, begin + at, 0);  // maxTwilightPoints … maxSizeOfInstructions
    }

    const GlyfFace& face_;
    const std::vector<const CodedGlyph*>& glyphs_;
    bool long_loca_;
    std::string bytes_;
    std::vector<Table> tables_;
};

/// The file in the order it is written: directory, glyf, the other tables.
class SubsetFile {
public:
    SubsetFile(const GlyfFace& face, const std::vector<const CodedGlyph*>& glyphs)
        : glyphs_(glyphs), glyf_size_(size_of(glyphs)), small_(face, glyphs, glyf_size_) {
        write_directory();
    }

    std::size_t length() const { return directory_.size() + glyf_size_ + padding().size() + small_.bytes().size(); }

    std::string deflated(const DeflateCode& code) const;

private:
    static std::size_t size_of(const std::vector<const CodedGlyph*>& glyphs) {
        std::size_t size = 0;
        for (const CodedGlyph* glyph : glyphs) size += glyph->sums.size;
        return size;
    }

    /// From the end of glyf to a multiple of four.
    Bytes padding() const { return bytes_of(std::string_view("\0\0\0", (4 - glyf_size_ % 4) % 4)); }

    void write_directory();

    const std::vector<const CodedGlyph*>& glyphs_;
    std::size_t glyf_size_;
    SmallTables small_;
    std::string directory_;
};

/// Offset table and table records (OpenType 1.9), and the sum of the file in head.
void SubsetFile::write_directory() {
    const std::size_t count = 1 + small_.tables().size();
    append_u32(directory_, 0x00010000);
    append_u16(directory_, static_cast<std::uint32_t>(count));
    append_u16(directory_, 64);  // searchRange: 16 × the largest power of two in 6
    append_u16(directory_, 2);   // entrySelector
    append_u16(directory_, static_cast<std::uint32_t>(16 * count - 64));  // rangeShift
    std::uint32_t file_sum = 0;
    const auto append_record = [&](const SmallTables::Table& table) {
        directory_ += table.tag;
        append_u32(directory_, table.sum);
        append_u32(directory_, static_cast<std::uint32_t>(table.offset));
        append_u32(directory_, static_cast<std::uint32_t>(table.length));
        file_sum += table.sum;
    };
    TableSum glyf_sum;
    for (const CodedGlyph* glyph : glyphs_) glyf_sum.append(glyph->sums);
    const std::size_t glyf_offset = 12 + 16 * count;
    append_record({"glyf", glyf_offset, glyf_size_, glyf_sum.value()});
    for (SmallTables::Table table : small_.tables()) {
        table.offset += glyf_offset + glyf_size_ + padding().size();
        append_record(table);
    }
    file_sum += table_sum(bytes_of(directory_));
    small_.set_checksum_adjustment(0xB1B0AFBAu - file_sum);
}

std::string SubsetFile::deflated(const DeflateCode& code) const {
    std::size_t glyf_bits = 0;
    for (const CodedGlyph* glyph : glyphs_) glyf_bits += glyph->code.length;
    SplicedStream stream(code, length() - glyf_size_, glyf_bits);
    stream.append(bytes_of(directory_));
    for (const CodedGlyph* glyph : glyphs_) stream.append(glyph->code, glyph->sums);
    stream.append(padding());
    stream.append(small_.bytes());
    return stream.take();
}

}  // namespace

std::optional<GlyfSubset> subset_glyf(const GlyfProgram& program, std::span<const GlyphId> wanted) {
    Glyphs glyphs(program, wanted);
    if (!glyphs.take_all()) return std::nullopt;
    const SubsetFile file(program.face(), glyphs.coded());
    return GlyfSubset{file.deflated(program.code()), file.length(), glyphs.take_wanted()};
}

}  // namespace besshi::pdf
