#include "conformance/rules.h"

namespace besshi::conformance {

std::span<const Rule> rules() {
    return all_rules;
}

std::string_view to_string(Standard standard) {
    switch (standard) {
        case Standard::pdf_a_2u:
            return "ISO 19005-2";
        case Standard::pdf_ua_1:
            return "ISO 14289-1";
        case Standard::pdf_1_7:
            return "ISO 32000-1";
    }
    return {};
}

std::string_view name_of(Standard standard) {
    switch (standard) {
        case Standard::pdf_a_2u:
            return "pdf_a_2u";
        case Standard::pdf_ua_1:
            return "pdf_ua_1";
        case Standard::pdf_1_7:
            return "pdf_1_7";
    }
    return {};
}

std::string_view name_of(Decision decision) {
    switch (decision) {
        case Decision::machine:
            return "machine";
        case Decision::person:
            return "person";
        case Decision::nobody:
            return "nobody";
    }
    return {};
}

std::string_view to_japanese(Subject subject) {
    switch (subject) {
        case Subject::file:
            return "ファイル";
        case Subject::action:
            return "アクション";
        case Subject::annotation:
            return "注釈";
        case Subject::attachment:
            return "添付ファイル";
        case Subject::char_set:
            return "CharSet";
        case Subject::cid_font:
            return "CIDFontType2 の書体";
        case Subject::cid_set:
            return "CIDSet";
        case Subject::contents_list:
            return "目次";
        case Subject::device_cmyk:
            return "DeviceCMYK";
        case Subject::device_gray:
            return "DeviceGray";
        case Subject::device_rgb:
            return "DeviceRGB";
        case Subject::encryption:
            return "暗号";
        case Subject::extension_schema:
            return "XMP の拡張スキーマ";
        case Subject::figure:
            return "図";
        case Subject::font:
            return "書体";
        case Subject::form:
            return "フォーム";
        case Subject::form_element:
            return "Form 要素";
        case Subject::form_xobject:
            return "フォーム XObject";
        case Subject::formula:
            return "数式";
        case Subject::graphics_state:
            return "ExtGState";
        case Subject::halftone:
            return "ハーフトーン";
        case Subject::heading:
            return "見出し";
        case Subject::icc_cmyk:
            return "CMYK の ICC 色空間";
        case Subject::icc_color:
            return "ICC 色空間";
        case Subject::icc_profile:
            return "ICC プロファイル";
        case Subject::image:
            return "画像";
        case Subject::info:
            return "文書情報";
        case Subject::inline_image:
            return "行内画像";
        case Subject::jpeg2000:
            return "JPEG 2000";
        case Subject::link:
            return "リンク";
        case Subject::list:
            return "箇条書き";
        case Subject::media:
            return "動画・音声";
        case Subject::metadata:
            return "XMP メタデータ";
        case Subject::note:
            return "注";
        case Subject::optional_content:
            return "レイヤー";
        case Subject::other_annotation:
            return "入力欄・リンク以外の注釈";
        case Subject::other_cmap:
            return "Identity 以外の CMap";
        case Subject::outline:
            return "しおり";
        case Subject::output_intent:
            return "出力インテント";
        case Subject::permissions:
            return "許可辞書";
        case Subject::printer_mark:
            return "トンボの注釈";
        case Subject::role_map:
            return "構造の種類の対応づけ";
        case Subject::ruby:
            return "ルビ";
        case Subject::signature:
            return "署名";
        case Subject::simple_font:
            return "1バイトの書体";
        case Subject::spot_color:
            return "特色";
        case Subject::structure:
            return "構造の木";
        case Subject::table:
            return "表";
        case Subject::text_annotation:
            return "テキスト注釈";
        case Subject::thread:
            return "記事のつながり";
        case Subject::transparency:
            return "透明部分";
        case Subject::warichu:
            return "割注";
        case Subject::widget:
            return "入力欄";
    }
    return {};
}

}  // namespace besshi::conformance
