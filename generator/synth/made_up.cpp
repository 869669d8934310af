#include "synth/made_up.h"

#include <array>
#include <span>

namespace besshi::synth {

namespace {

using Pieces = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> sentences{
    "見通しがもてると落ち着いて取り組めることが、本人の大きな強みです。",
    "①絵カードと「てつだって」の言葉を組み合わせ、15分の活動を2回に分けて行います。",
    "予定が変わるときは、10分前・5分前に予告します（PECS、タイマーを使用）。",
    "学校・家庭・医療機関と月1回、ICTの連絡帳で「できたこと」を共有する。\n",
    "②苦手な音への備え（イヤーマフ、静かな部屋）を、自分で選べるようになる……。",
    "運動遊びでは、ボールを「投げる→受ける」のやりとりを、3人から5人へ広げる。",
    "お母さんは「朝の支度に1時間かかる日が、週に3日ほどあります。」と話された。",
    "コミュニケーションアプリケーションの設定を、令和8年3月までに見直します。\n",
};
constexpr std::array<std::string_view, 4> rare_sentences{
    "𠮷野さんと辻󠄀本さんは、葛󠄀飾区の髙﨑公園で「𩸽」の絵をかいた。",
    "渡邉󠄁先生（邉󠄁は一点しんにょう）と、𣘺本さんの家まで歩いた。\n",
    "祇󠄀園・祗園、芦󠄁屋・芦屋、𠮟る・叱る、塡める・填める、剝がす・剥がす。",
    "①濵﨑さん、②德永さん、③𡈽屋さん、④桒原さん、⑤琢磨さん。",
};
constexpr std::array<std::string_view, 5> things{
    "みどり野区立第三若葉小学校", "（通級指導教室 週2回）",       "東京都みどり野区若葉台2丁目8番地",
    "ヴェルデュール101号室",      "特別支援教育コーディネーター",
};
constexpr std::array<std::string_view, 3> rare_things{"東京都葛󠄀飾区𠮷祥町1丁目",
                                                      "髙﨑記念館（辻󠄀本棟）", "渡邉󠄁𣘺通り2番"};
constexpr std::array<std::string_view, 4> names{"勅使河原　龍之介", "小比類巻　弥栄子", "長宗我部　喜左衛門",
                                                "五十嵐　凜太朗"};
constexpr std::array<std::string_view, 5> rare_names{"𠮷野　葛󠄀葉", "髙﨑　辻󠄀之介",
                                                     "渡邉󠄁　𣘺太郎", "濵德　塡子", "𡈽屋　桒葉"};
constexpr std::array<std::string_view, 3> kana{"てしがわら　りゅうのすけ", "こひるいまき　やえこ",
                                               "ちょうそかべ　きざえもん"};
constexpr std::array<std::string_view, 1> digits{"1234567890"};
constexpr std::array<std::string_view, 1> phone{"03-0000-1234-"};

/// The beginning of `text`, with the marks that belong to its last character.
std::string first_characters(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size();) {
        const std::size_t bytes = base::code_point_at(text, end).bytes;
        count += base::count_characters(text.substr(end, bytes));
        if (count > characters) break;
        end += bytes;
    }
    return std::string(text.substr(0, end));
}

std::string fill_up(Pieces pieces, Wanted wanted) {
    std::string text;
    for (std::size_t i = wanted.number, count = 0; count < wanted.characters; ++i) {
        const std::string_view piece = pieces[i % pieces.size()];
        text += piece;
        count += base::count_characters(piece);
    }
    text = first_characters(text, wanted.characters);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

Pieces choose(Wanted wanted, Pieces usual, Pieces rare) {
    return wanted.amount == Amount::rarest ? rare : usual;
}

}  // namespace

std::string made_up_prose(Wanted wanted) {
    return fill_up(choose(wanted, sentences, rare_sentences), wanted);
}

std::string made_up_line(Wanted wanted) {
    return fill_up(choose(wanted, things, rare_things), wanted);
}

std::string made_up_name(Wanted wanted) {
    return fill_up(choose(wanted, names, rare_names), wanted);
}

std::string made_up_kana(Wanted wanted) {
    return fill_up(kana, wanted);
}

std::string made_up_digits(Wanted wanted) {
    return fill_up(digits, wanted);
}

std::string made_up_phone(Wanted wanted) {
    return fill_up(phone, wanted);
}

}  // namespace besshi::synth
