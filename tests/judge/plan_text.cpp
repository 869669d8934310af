#include "judge/plan_text.h"

#include "base/base.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace besshi::tests {

namespace {

/// What Japanese offices write between kanji and kana, and what line breakers get wrong.
constexpr std::string_view pieces[] = {
    "「ことば」",
    "（家庭）",
    "『せいかつ』",
    "【健康・生活】",
    "〈移行支援〉",
    "「『はい』と言う（母）」",
    "（（再掲））",
    "“できた”",
    "、「",
    "」、",
    "。」",
    "）」",
    "！？」",
    "、（",
    "：「",
    "・（",
    "）・（",
    "」（",
    "〜",
    "～",
    "……",
    "――",
    "…",
    "！",
    "？",
    "！　",
    "？　",
    "10回",
    "3か月",
    "12,345円",
    "２８．５℃",
    "100％",
    "22.4㎏",
    "5kg",
    "8歳3か月",
    "15:40～16:00",
    "10時30分～11時",
    "週2回",
    "第３回",
    "約30分",
    "令和7年9月22日",
    "令和７年10月１日～令和８年３月31日",
    "４月１日",
    "平成30年度",
    "R7.9.26",
    "〒000-0034",
    "03-0000-4410",
    "№３",
    "￥3,000",
    "PECS",
    "ADHD",
    "WISC-Ⅳ",
    "QOL",
    "LINE",
    "A4",
    "iPad",
    "SST（ソーシャルスキルトレーニング）",
    "DVD・CD",
    "Nguyễn",
    "https://example.invalid/a?b=1",
    "インクルーシブスポーツ",
    "コミュニケーション",
    "ソーシャルスキルトレーニング",
    "スケジュールボード",
    "ﾃﾞｲｻｰﾋﾞｽ",
    "㈱みどり",
    "㈱　みどり",
    "①",
    "②",
    "※",
    "○○",
    "→",
    "＋",
    "個々",
    "人々",
    "あゝ",
    "三ヶ島",
    "髙﨑",
    "葛󠄀",
    "𠮷",
    "か゚",
    "ｶﾞｲﾄﾞ",
    "　",
    " ",
    "a/b",
    "(1)",
    "1/2",
    "＝",
    "〃",
    "々",
};

constexpr std::string_view names[] = {"髙﨑　凜太朗",   "祁答院　悠真",   "Nguyễn Thị Ánh",
                                      "ジョン・スミス", "小鳥遊　つばさ", "東西南北　春夏秋冬"};

void collect(const nlohmann::json& value, std::vector<std::u32string>& strings) {
    if (value.is_string()) strings.push_back(base::to_utf32(base::without_ruby(value.get_ref<const std::string&>())));
    if (value.is_structured()) {
        for (const auto& element : value) collect(element, strings);
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) base::append_utf8(bytes, c);
    return bytes;
}

}  // namespace

PlanText::PlanText(const std::filesystem::path& samples) {
    constexpr std::size_t shortest_sentence = 15;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
        const bool is_plan = entry.path().extension() == ".json" && entry.path().stem() != "stress";
        if (is_plan) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files) {
        std::ifstream stream(file);
        std::vector<std::u32string> strings;
        collect(nlohmann::json::parse(stream), strings);
        for (const std::u32string& text : strings) {
            const bool is_japanese = text.find(U'、') != text.npos || text.find(U'の') != text.npos;
            const bool is_clean = text.find_first_of(U"\r\uFEFF\u200B") == text.npos;  // plan::read drops these
            if (text.size() >= shortest_sentence && is_japanese && is_clean) learn(text);
        }
    }
}

std::vector<PlanText::Piece> PlanText::make(Random& random, std::size_t characters) const {
    constexpr std::size_t sentences_a_paragraph = 3, name_in = 12;
    std::vector<Piece> made(1);
    for (std::size_t count = 0; count < characters;) {
        const std::u32string next = sentence(random);
        count += next.size();
        made.back().text += to_utf8(next);
        if (random.one_in(name_in)) {
            made.push_back({std::string(random.pick(names)), true});
            made.emplace_back();
        }
        if (random.one_in(sentences_a_paragraph)) made.back().text += '\n';
    }
    std::erase_if(made, [](const Piece& piece) { return piece.text.empty(); });
    return made;
}

void PlanText::learn(const std::u32string& sentence) {
    beginnings_ += sentence[0];
    for (std::size_t i = 1; i < sentence.size(); ++i) {
        followers_[sentence.substr(i - 1, 1)] += sentence[i];
        if (i > 1) followers_[sentence.substr(i - 2, 2)] += sentence[i];
    }
}

std::u32string PlanText::sentence(Random& random) const {
    constexpr std::size_t longest = 60, piece_in = 14;
    std::u32string made(1, random.pick(beginnings_));
    while (made.size() < longest) {
        if (random.one_in(piece_in)) made += base::to_utf32(random.pick(pieces));
        const char32_t next = random.pick(candidates_behind(made));
        if (next == U'\n') break;
        made += next;
        if (next == U'。') break;
    }
    return made;
}

const std::u32string& PlanText::candidates_behind(const std::u32string& made) const {
    for (const std::size_t context : {2U, 1U}) {
        if (made.size() < context) continue;
        const auto found = followers_.find(made.substr(made.size() - context));
        if (found != followers_.end()) return found->second;
    }
    return beginnings_;
}

}  // namespace besshi::tests
