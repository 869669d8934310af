#include "review/review.h"

#include <fmt/format.h>

#include <algorithm>

namespace besshi::review {

namespace {

/// Something that can be said of a form: of what, and what it is.
struct Fact {
    std::string what, value;
};

std::string mm(Length length) {
    return fmt::format("{:.4g} mm", length.mm());
}

std::string pt(Length length) {
    return fmt::format("{:.4g} pt", length.pt());
}

std::string words_of(const form::Count& count) {
    return count.parameter.empty() ? fmt::format("{}", count.number) : "param." + count.parameter;
}

std::string_view words_of(form::Align align) {
    switch (align) {
        case form::Align::left:
            return "左";
        case form::Align::center:
            return "中央";
        case form::Align::right:
            return "右";
        case form::Align::justify:
            return "両端";
        case form::Align::distributed:
            return "均等割付";
    }
    return {};
}

/// What a cell prints, as its author wrote it.
class ContentText {
public:
    std::string operator()(const form::TextContent& text) const { return sources_of(text.runs); }
    std::string operator()(const form::ChoiceContent& choice) const {
        std::string options;
        for (const form::ChoiceOption& option : choice.options)
            options += (options.empty() ? "" : choice.between) + option.word;
        return sources_of(choice.before) + options + sources_of(choice.after) + "（" + choice.path + " に丸）";
    }
    std::string operator()(const form::TickContent& tick) const {
        return "☐（" + tick.path + " の " + tick.code + "）";
    }
    std::string operator()(const form::DigitsContent& digits) const {
        return fmt::format("{} の数字の枠 {}", digits.path, digits.boxes);
    }
    std::string operator()(const form::SignContent& sign) const { return "署名欄（" + sign.tip + "）"; }
    std::string operator()(const form::ImageContent& image) const { return "図（" + image.path + "）"; }
    std::string operator()(const form::EmptyContent&) const { return "手書きの空き"; }

private:
    static std::string sources_of(const std::vector<form::RunTemplate>& runs) {
        std::string all;
        for (const form::RunTemplate& run : runs) {
            all += run.source;
            if (!run.reading.empty()) all += "（ふりがな " + sources_of(run.reading) + "）";
        }
        return all;
    }
};

/// The words, sizes and places on the paper of a form, in the order of its file; its lines and colours are left out.
class Facts {
public:
    explicit Facts(const form::FormDefinition& form) {
        add("表題", form.document.title);
        add("通知", form.notice);
        add("使い始める日", base::to_iso(form.in_force));
        add_page(form);
        for (const auto& [name, parameter] : form.parameters) add_parameter(form, parameter);
        for (const auto& [enumeration, words] : form.words)
            for (const auto& [code, word] : words) add(fmt::format("選択肢 {} の {}", enumeration, code), word);
        for (const form::Block& block : form.blocks) add_block(block);
    }

    std::vector<Fact> take() { return std::move(facts_); }

private:
    void add(std::string what, std::string value) { facts_.push_back({std::move(what), std::move(value)}); }

    void add_page(const form::FormDefinition& form) {
        const form::PageSetup& page = form.page;
        add("用紙", mm(page.width) + " × " + mm(page.height));
        add("余白（上・右・下・左）",
            fmt::format("{}・{}・{}・{}", mm(page.top), mm(page.right), mm(page.bottom), mm(page.left)));
        for (std::size_t i = 0; i < form.ruler.size(); ++i)
            add(fmt::format("左から {} 列めの幅", i + 1), mm(form.ruler[i]));
        std::string sizes;
        for (const Length size : form.fit.sizes) sizes += (sizes.empty() ? "" : "、") + pt(size);
        add("文字の大きさの候補", sizes);
        for (const auto& [band, words] : {std::pair(&page.header, "上の帯の"), std::pair(&page.footer, "下の帯の")})
            for (const auto& [piece, place] :
                 {std::pair(&band->left, "左"), std::pair(&band->center, "中央"), std::pair(&band->right, "右")})
                if (*piece) add_cell(std::string(words) + place, **piece);
    }

    void add_parameter(const form::FormDefinition& form, const form::Parameter& parameter) {
        const auto own = form.document.parameters.find(parameter.name);
        const bool is_own = own != form.document.parameters.end();
        add(fmt::format("設定 {} のはじめの値", parameter.name), is_own ? own->second : parameter.default_value);
        for (const auto& [purpose, value] : parameter.by_purpose)
            add(fmt::format("設定 {} の {} での値", parameter.name, form::to_string(purpose)), value);
    }

    void add_block(const form::Block& block) {
        const std::string name = "ブロック " + block.name;
        add(name + " の上の空き", mm(block.gap));
        std::visit([&](const auto& body) { add_body(name, body); }, block.body);
        for (const form::CellTemplate* cell : form::cells_of(block)) {
            const std::string_view role = cell->role == form::CellRole::label ? " の見出し " : " の欄 ";
            add_cell(name + std::string(role) + cell->name, *cell);
        }
    }

    void add_body(const std::string& name, const form::Panel& panel) {
        for (std::size_t i = 0; i < panel.lines.size(); ++i) {
            const std::string line = fmt::format("{} の {} 行め", name, i + 1);
            std::string cells;
            for (const form::LineCell& cell : panel.lines[i].cells)
                cells +=
                    fmt::format("{}{}*{}", cells.empty() ? "" : " ", cell.name.empty() ? "_" : cell.name, cell.span);
            add(line + "の高さ", mm(panel.lines[i].min_height));
            add(line + "の並び", cells);
        }
    }
    void add_body(const std::string& name, const form::Table& table) {
        add(name + " の見出しの高さ", mm(table.heading_min));
        add(name + " の一件の高さ", mm(table.row_min));
        add(name + " の空でも出す行", words_of(table.min_rows));
        for (const form::TableColumn& column : table.columns)
            add(name + " の列 " + column.cells.front().name + " の幅", fmt::format("{} 列", column.span));
    }
    void add_body(const std::string& name, const form::Timetable& timetable) {
        add(name + " の一行", fmt::format("{} 分、{}", words_of(timetable.step), mm(timetable.row_height)));
    }

    void add_cell(const std::string& name, const form::CellTemplate& cell) {
        add(name + " の文字", std::visit(ContentText(), cell.content));
        add(name + " の大きさ", pt(cell.style.size));
        add(name + " の太さ", cell.style.weight == Weight::bold ? "太字" : "並");
        add(name + " の文字の向き", cell.style.direction == Direction::vertical ? "縦書き" : "横書き");
        add(name + " の左右の位置", std::string(words_of(cell.style.align)));
    }

    std::vector<Fact> facts_;
};

const Fact* find(const std::vector<Fact>& facts, const std::string& what) {
    const auto found = std::ranges::find(facts, what, &Fact::what);
    return found == facts.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Change> changes(const form::FormDefinition& before, const form::FormDefinition& after) {
    const std::vector<Fact> old_facts = Facts(before).take(), new_facts = Facts(after).take();
    std::vector<Change> changes;
    for (const Fact& fact : old_facts)
        if (!find(new_facts, fact.what)) changes.push_back({fact.what, fact.value, {}});
    for (const Fact& fact : new_facts) {
        const Fact* old_fact = find(old_facts, fact.what);
        const std::string value = old_fact ? old_fact->value : std::string();
        if (value != fact.value) changes.push_back({fact.what, value, fact.value});
    }
    return changes;
}

}  // namespace besshi::review
