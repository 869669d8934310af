#include "plan/plan.h"

namespace besshi::plan {

namespace {

constexpr std::string_view office_toml = R"(# 事業所の設定
#
# この事業所のすべての児童に共通することを、ここに一度だけ書きます。
# ・# から行の終わりまでは覚え書きで、besshi は読みません。
# ・名前 = "値" の形で書きます。= の右は、半角の引用符 " " で囲みます（数字だけの定員などは囲みません）。
# ・わからないところは、空の "" のままでかまいません。空のところは、書類でも空になります。
# ・書き終えたら、UTF-8 で保存します（メモ帳なら「名前を付けて保存」で選べます）。

[office]
corporation_name = ""            # 法人名
name             = ""            # 事業所名
office_number    = ""            # 事業所番号（10桁。先頭の 0 も書きます）
service_type     = "after_school_day_service"
                                 # after_school_day_service（放課後等デイサービス）または
                                 # child_development_support（児童発達支援）など
postal_code      = ""            # 郵便番号
address          = ""            # 所在地
phone            = ""            # 電話番号
fax              = ""            # FAX番号
manager_name     = ""            # 管理者の氏名
#capacity         = 10            # 定員

# 職員。一人につき [[staff]] を一つ書きます。やめた人も消さずに、roles の to に最後の日を書きます。
# そうすると、その人の名前で作った計画を後からでも印刷できます。
#
# id は、児童の記録からこの職員を指すための短い名前です（"s1"、"s2" など。後から変えません）。
# role に書ける語：child_dev_manager（児童発達支援管理責任者）、office_manager（管理者）、
#   child_instructor（児童指導員）、nursery_teacher（保育士）、pt（理学療法士）、ot（作業療法士）、
#   st（言語聴覚士）、psychologist（公認心理師）、nurse（看護職員）、other（その他）

[[staff]]
id    = "s1"
name  = ""                       # 氏名（姓と名のあいだに全角の空白を入れると、そのとおりに印刷します）
roles = [ { role = "child_dev_manager" } ]
#roles = [ { role = "child_dev_manager", from = 2024-04-01, to = 2026-03-31 } ]

# 障害児相談支援事業所。一か所につき [[consultation_offices]] を一つ書きます。

[[consultation_offices]]
id            = "k1"
name          = ""               # 事業所名
office_number = ""               # 事業所番号（10桁）
address       = ""               # 所在地
phone         = ""               # 電話番号
fax           = ""               # FAX番号

# 様式ごとの選択。書かなければ、様式の決まりのとおりになります。
# 何が選べるかは、besshi forms show 様式の名前 で見られます。
#
#[forms.support-plan]
#honorific = "さん"              # 利用児氏名のあとに付ける敬称
)";

constexpr std::string_view readme = R"(この事業所のフォルダーについて
==============================

office.toml   事業所・職員・相談支援事業所など、どの児童にも共通することを書きます。最初にここを埋めてください。
cases/        児童の記録（一人の一つの計画につき、JSON のファイル一つ）を入れます。
documents/    作った書類（PDF と Excel）を入れます。
templates/    この事業所だけの様式を置くところです。ふつうは空のままです。

守ること
--------

・記録には児童と家族の個人情報が入っています。このフォルダーを、暗号化していない USB メモリーやメールで外に出さないでください。
・ファイルの名前には、児童の名前ではなく管理番号を使ってください。
・書類に使った記録は消さずに残してください。同じ書類をもう一度作れます。
・控えは besshi backup で作り、この機械とは別の所に置いてください。開くための合言葉は、控えとは別に、なくさないように。

使いかた
--------

besshi new 名簿.csv -o cases/
    名簿（Excel で CSV に保存したもの）から、児童ごとの記録を作ります。
    見出しだけの空の名簿は besshi new --template -o 名簿.csv で作れます。

besshi render cases/記録.json --form F01 --purpose draft -o documents/
    原案を作ります。まだ書いていないところは空のまま印刷し、何が足りないかを一覧にします。

besshi render cases/記録.json --form F01 --purpose sign -o documents/
    保護者に署名していただく紙を作ります。日付は手で書けるように空けておきます。

besshi start monitoring cases/記録.json
    計画の目標と行を写した、モニタリング表の記入欄を用意します。

besshi next cases/記録.json
    次の計画の記録を、前の計画から作ります。期間を先へ移し、同意や会議を空にし、健康のことを「要確認」にします。

besshi schema
    記録に書ける項目の一覧（JSON Schema）を出します。
)";

/// Folders exist only through the files in them.
constexpr std::string_view case_folder_note =
    "児童の記録（JSON）を、このフォルダーに入れます。名前には管理番号を使ってください。\n";
constexpr std::string_view document_folder_note = "作った書類（PDF と Excel）が、このフォルダーに入ります。\n";
constexpr std::string_view template_folder_note = "この事業所だけの様式を置くところです。\n";

}  // namespace

std::vector<std::pair<std::string, std::string>> new_office_files() {
    return {
        {"office.toml", std::string(office_toml)},
        {"README.txt", std::string(readme)},
        {"cases/README.txt", std::string(case_folder_note)},
        {"documents/README.txt", std::string(document_folder_note)},
        {"templates/README.txt", std::string(template_folder_note)},
    };
}

}  // namespace besshi::plan
