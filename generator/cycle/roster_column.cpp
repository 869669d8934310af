#include "cycle/roster_column.h"

#include "cycle/cycle.h"
#include "cycle/spreadsheet_text.h"

#include <algorithm>

namespace besshi::cycle {

std::vector<std::string> RosterColumn::targets() const {
    const std::string name(path);
    switch (reading) {
        case Reading::period:
            return {name + ".from", name + ".to"};
        case Reading::kana:
            return {name + ".family_name_kana", name + ".given_name_kana"};
        case Reading::case_number:
        case Reading::text:
        case Reading::date:
        case Reading::days:
        case Reading::yen:
        case Reading::word:
        case Reading::yes_or_no:
        case Reading::office:
            return {name};
    }
    return {};
}

std::span<const RosterColumn> roster_columns() {
    using enum Reading;
    static const std::vector<RosterColumn> columns{
        {"case_number", case_number, {"管理番号", "番号", "児童番号", "利用者番号"}},
        {"child.names.0.display_name",
         text,
         {"児童氏名", "氏名", "名前", "児童名", "利用児氏名", "利用児童氏名", "利用者氏名", "子どもの氏名",
          "お子様氏名"}},
        {"child.names.0.family_name", text, {"姓", "児童の姓", "児童姓", "氏"}},
        {"child.names.0.given_name", text, {"名", "児童の名"}},
        {"child.names.0",
         kana,
         {"ふりがな", "フリガナ", "よみがな", "児童氏名ふりがな", "児童氏名フリガナ", "児童ふりがな", "児童フリガナ",
          "氏名ふりがな", "氏名フリガナ", "かな", "カナ"}},
        {"child.names.0.family_name_kana", text, {"せい", "セイ", "姓ふりがな", "姓フリガナ", "姓かな", "姓カナ"}},
        {"child.names.0.given_name_kana", text, {"めい", "メイ", "名ふりがな", "名フリガナ", "名かな", "名カナ"}},
        {"child.birth_date", date, {"生年月日", "誕生日", "児童生年月日"}},
        {"child.sex", word, {"性別"}},
        {"child.school_name", text, {"学校名", "学校", "学校・園", "在籍校", "園名", "所属"}},
        {"child.grade", text, {"学年"}},
        {"child.class_name", text, {"学級名", "学級", "クラス", "組"}},
        {"child.class_kind", text, {"学級の種類", "学級種別"}},
        {"child.diagnosis", text, {"障害または疾患名", "診断名", "障害名", "診断"}},
        {"child.addresses.0.postal_code", text, {"郵便番号", "〒", "児童の郵便番号"}},
        {"child.addresses.0.address", text, {"住所", "児童の住所", "児童住所", "現住所"}},
        {"guardians.0.name", text, {"保護者氏名", "保護者名", "保護者", "保護者1氏名"}},
        {"guardians.0.name_kana",
         text,
         {"保護者ふりがな", "保護者フリガナ", "保護者氏名ふりがな", "保護者氏名フリガナ"}},
        {"guardians.0.relationship", text, {"続柄", "保護者続柄", "本人との続柄", "児童との続柄"}},
        {"guardians.0.phone", text, {"電話", "電話番号", "TEL", "連絡先", "保護者電話", "保護者電話番号", "携帯電話"}},
        {"guardians.0.fax", text, {"FAX", "FAX番号"}},
        {"guardians.0.postal_code", text, {"保護者郵便番号"}},
        {"guardians.0.address", text, {"保護者住所"}},
        {"guardians.0.workplace", text, {"勤務先", "保護者勤務先"}},
        {"guardians.1.name", text, {"保護者2氏名", "保護者氏名2"}},
        {"guardians.1.relationship", text, {"保護者2続柄", "続柄2"}},
        {"guardians.1.phone", text, {"保護者2電話", "電話2", "電話番号2"}},
        {"guardians.0.emergency.0.name", text, {"緊急連絡先氏名", "緊急連絡先", "緊急連絡先1氏名"}},
        {"guardians.0.emergency.0.relationship", text, {"緊急連絡先続柄", "緊急連絡先1続柄"}},
        {"guardians.0.emergency.0.phone", text, {"緊急連絡先電話", "緊急連絡先電話番号", "緊急連絡先1電話"}},
        {"guardians.0.emergency.1.name", text, {"緊急連絡先2氏名"}},
        {"guardians.0.emergency.1.relationship", text, {"緊急連絡先2続柄"}},
        {"guardians.0.emergency.1.phone", text, {"緊急連絡先2電話"}},
        {"certificates.0.number", text, {"受給者証番号", "通所受給者証番号"}},
        {"certificates.0.holder_name", text, {"給付決定保護者氏名", "通所給付決定保護者氏名", "給付決定保護者"}},
        {"certificates.0.municipality_code", text, {"市区町村番号", "市町村番号"}},
        {"certificates.0.municipality_name",
         text,
         {"支給決定市区町村", "市区町村", "市区町村名", "市町村名", "支給決定市町村"}},
        {"certificates.0.issued_on", date, {"受給者証交付日", "交付年月日"}},
        {"certificates.0", period, {"給付決定期間", "支給決定期間", "受給者証有効期間"}},
        {"certificates.0.from",
         date,
         {"給付決定期間(開始)", "給付決定期間開始", "給付決定期間(自)", "給付決定期間から", "給付決定期間from",
          "給付決定開始日", "支給決定期間(開始)", "支給開始日"}},
        {"certificates.0.to",
         date,
         {"給付決定期間(終了)", "給付決定期間終了", "給付決定期間(至)", "給付決定期間まで", "給付決定期間to",
          "給付決定終了日", "支給決定期間(終了)", "支給終了日", "受給者証有効期限"}},
        {"certificates.0.services.0.service_type", word, {"サービスの種類", "サービス種別", "サービス"}},
        {"certificates.0.services.0.days_per_month", days, {"支給量", "支給量(日/月)", "支給日数", "月支給量"}},
        {"certificates.0.copay_limit_yen",
         yen,
         {"利用者負担上限月額", "上限月額", "負担上限月額", "利用者負担上限額", "上限額"}},
        {"certificates.0.notes", text, {"受給者証の特記事項"}},
        {"consultations.0.office",
         office,
         {"相談支援事業所", "担当の相談支援事業所", "障害児相談支援事業所", "相談事業所"}},
        {"consultations.0.specialist_name", text, {"相談支援専門員", "計画作成担当者", "相談員"}},
        {"consultations.0.self_plan", yes_or_no, {"セルフプラン"}},
        {"contracts.0.from", date, {"契約日", "利用契約日"}},
        {"contracts.0.first_service_on", date, {"サービス提供開始日", "利用開始日"}},
        {"contracts.0.contracted_days", days, {"契約支給量", "契約支給量(日/月)"}},
    };
    return columns;
}

const RosterColumn* find_roster_column(std::string_view heading) {
    const std::string wanted = folded(heading);
    for (const RosterColumn& column : roster_columns())
        for (const std::string_view known : column.headings)
            if (folded(known) == wanted) return &column;
    return nullptr;
}

std::string roster_template() {
    // What another column says too: the name and its kana are one column each, the two days of the period two.
    constexpr std::string_view said_by_others[] = {"child.names.0.family_name", "child.names.0.given_name",
                                                   "child.names.0.family_name_kana", "child.names.0.given_name_kana",
                                                   "certificates.0"};
    std::string headings;
    for (const RosterColumn& column : roster_columns()) {
        if (std::ranges::find(said_by_others, column.path) != std::end(said_by_others)) continue;
        headings += (headings.empty() ? "" : ",") + std::string(column.headings.front());
    }
    return "\xEF\xBB\xBF" + headings + "\r\n";
}

}  // namespace besshi::cycle
