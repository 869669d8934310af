#pragma once

#include "base/base.h"

/// Every diagnostic of this layer. `{0}`, `{1}` … are filled by `diagnose`. They are read by a person who
/// edits form files and is no programmer; all of them name a line and a column of the file.
namespace besshi::form::kinds {

// The file and TOML's own grammar.

inline constexpr DiagnosticKind file_unreadable{"form.file.unreadable", Severity::error, Failure::storage,
                                                "様式のファイルまたはフォルダーが読めません。{0}",
                                                "場所の名前と、読む権限があるかを確かめてください。"};
inline constexpr DiagnosticKind file_not_utf8{
    "form.file.not_utf8", Severity::error, Failure::data, "文字コードが UTF-8 ではありません。ここから先が読めません。",
    "Shift_JIS（ANSI）で保存されていませんか。エディターの「名前を付けて保存」で UTF-8 を選んで保存し直してください。"};
inline constexpr DiagnosticKind syntax_wide_space{
    "form.syntax.wide_space", Severity::error, Failure::data, "引用符の外に全角の空白があります。",
    "半角の空白に直してください。全角の空白は \" と \" の間にだけ書けます。"};
inline constexpr DiagnosticKind syntax_quote{
    "form.syntax.quote", Severity::error, Failure::data, "引用符「{0}」は文字を囲むのに使えません。",
    "半角の \" （Shift＋2）で囲んでください。ワープロで書き写すと “ ” に変わることがあります。"};
inline constexpr DiagnosticKind syntax_wide_sign{"form.syntax.wide_sign", Severity::error, Failure::data,
                                                 "全角の「{0}」があります。", "半角の「{1}」に直してください。"};
inline constexpr DiagnosticKind syntax_bare_word{
    "form.syntax.bare_word", Severity::error, Failure::data, "「{0}」で始まる文字が引用符で囲まれていません。",
    "日本語は、＝の左でも右でも \" と \" で囲んでください。その前の \" を閉じ忘れていないかも見てください。"};
inline constexpr DiagnosticKind syntax_twice{
    "form.syntax.twice", Severity::error, Failure::data, "「{0}」が同じ表の中で二度書かれています。",
    "どちらか一方を消してください。[block.cell] のような見出しは、一つの [[block]] の中に一度だけ書けます。"};
inline constexpr DiagnosticKind syntax_braces{"form.syntax.braces", Severity::error, Failure::data,
                                              "{{ … }} が一行の中で閉じていません。",
                                              "{{ から }} までは一行に書きます。長いときは [名前] "
                                              "の見出しの表に分けてください。最後の項目のあとのコンマも要りません。"};
inline constexpr DiagnosticKind syntax_escape{"form.syntax.escape", Severity::error, Failure::data,
                                              "文字の中の「\\」の使い方が違います。",
                                              "改行は \\n、引用符は \\\"、「\\」そのものは \\\\ と書きます。"};
inline constexpr DiagnosticKind syntax_open_quote{
    "form.syntax.open_quote", Severity::error, Failure::data, "引用符 \" が閉じていません。",
    "文字の終わりに \" を書いてください。文字の中で改行するには \\n と書きます。"};
inline constexpr DiagnosticKind syntax_comma{
    "form.syntax.comma", Severity::error, Failure::data, "項目の間のコンマ「,」がないか、閉じるかっこがありません。",
    "この場所の前にコンマを入れるか、] または }} で閉じてください。その前の \" の閉じ忘れでもこうなります。"};
inline constexpr DiagnosticKind syntax_value{
    "form.syntax.value", Severity::error, Failure::data, "値として読めません。",
    "文字は \" で囲み、数は半角で（12.3）、はい・いいえは true か false で、日付は 2024-05-17 の形で書きます。"};
inline constexpr DiagnosticKind syntax_equals{"form.syntax.equals", Severity::error, Failure::data,
                                              "名前のあとに「=」がありません。",
                                              "「名前 = 値」の形で一行に一つずつ書いてください。"};
inline constexpr DiagnosticKind syntax_end_of_file{"form.syntax.end_of_file", Severity::error, Failure::data,
                                                   "ファイルの終わりまで読みましたが、かっこが閉じていません。",
                                                   "] の閉じ忘れを、ここより前の [ から探してください。"};
inline constexpr DiagnosticKind syntax_other{
    "form.syntax.other", Severity::error, Failure::data, "ここの書き方が TOML の決まりに合いません。",
    "かっこ・引用符・コンマの抜けと、数や日付の書き方を、この行とすぐ上の行で確かめてください。"};

// Keys and values.

inline constexpr DiagnosticKind key_unknown{"form.key.unknown", Severity::error, Failure::data,
                                            "「{0}」という項目はここにはありません。", "{1}"};
inline constexpr DiagnosticKind key_missing{"form.key.missing", Severity::error, Failure::data, "「{0}」がありません。",
                                            "この場所には「{0} = …」の行が要ります。"};
inline constexpr DiagnosticKind key_conflict{"form.key.conflict", Severity::error, Failure::data,
                                             "「{0}」は「{1}」と一緒には書けません。", "{2}"};
inline constexpr DiagnosticKind value_kind{"form.value.kind", Severity::error, Failure::data,
                                           "ここに書くのは、{0}です。今あるのは、{1}です。",
                                           "引用符の有無と、かっこの種類を確かめてください。"};
inline constexpr DiagnosticKind value_word{"form.value.word", Severity::error, Failure::data,
                                           "「{0}」は使えません。使えるのは{1}です。", "{2}"};
inline constexpr DiagnosticKind value_range{"form.value.range", Severity::error, Failure::data,
                                            "値が範囲の外です（{0} から {1} まで）。",
                                            "けたと小数点を確かめてください。"};
inline constexpr DiagnosticKind time_syntax{
    "form.time.syntax", Severity::error, Failure::data, "「{0}」は時刻として読めません。",
    "\"05:00\" のように、時と分を二けたずつで書きます。翌朝は \"28:00\" のように続けて数えます。"};
inline constexpr DiagnosticKind name_twice{
    "form.name.twice", Severity::error, Failure::data, "「{0}」という名前が二度使われています。",
    "片方を別の名前にしてください。表の列では name = \"…\" で名前を付けられます。"};

// Looks.

inline constexpr DiagnosticKind style_unknown{"form.style.unknown", Severity::error, Failure::data,
                                              "「{0}」という書式（style）はありません。", "{1}"};
inline constexpr DiagnosticKind style_size{"form.style.size", Severity::error, Failure::data,
                                           "文字の大きさ {0} pt が、縮める下限 {1} pt より小さくなっています。",
                                           "size を大きくするか、min を小さくしてください。"};
inline constexpr DiagnosticKind style_vertical{
    "form.style.vertical", Severity::error, Failure::data, "縦書きのセルには「{0}」を使えません。",
    "縦に組めるのは文字（text・label）だけで、入らないときにできるのは shrink（縮める）だけです。"};
inline constexpr DiagnosticKind fit_sizes{
    "form.fit.sizes", Severity::error, Failure::data,
    "fit の sizes は、[type] の size（{0} pt）から始め、だんだん小さくし、min（{1} pt）までにします。",
    "例：size = 10.2 なら sizes = [ 10.2, 9.5, 9 ]"};
inline constexpr DiagnosticKind color_syntax{"form.color.syntax", Severity::error, Failure::data,
                                             "「{0}」は色として読めません。",
                                             "\"#F2F2F2\" のように、# と 0–9・A–F の六けたで書きます。"};

// Page, ruler, lines, cells.

inline constexpr DiagnosticKind page_margins{"form.page.margins", Severity::error, Failure::data,
                                             "余白が用紙より大きくなっています。",
                                             "margin は mm で書きます。A4 は 210 × 297 mm です。"};
inline constexpr DiagnosticKind ruler_choice{"form.ruler.choice", Severity::error, Failure::data,
                                             "[ruler] には mm、share、equal のうち一つだけを書きます。",
                                             "mm は列の幅そのもの、share は幅の割合、equal は等しい列の数です。"};
inline constexpr DiagnosticKind ruler_wide{"form.ruler.wide", Severity::error, Failure::data,
                                           "列の幅の合計 {0} mm が、左右の余白を除いた幅 {1} mm より広くなっています。",
                                           "列の幅か、[page] の margin の left・right を小さくしてください。"};
inline constexpr DiagnosticKind line_sum{
    "form.line.sum", Severity::error, Failure::data, "列の数の合計が {0} です。[ruler] の列は {1} です。",
    "「名前*数」の数を足した合計が、[ruler] の列の数と同じになるように直してください。"};
inline constexpr DiagnosticKind cells_sign{
    "form.cells.sign", Severity::error, Failure::data, "cells に「{0}」は書けません。",
    "半角で「名前*列の数」を空白で区切って並べます。空きは「_*列の数」、くり返しは「名前( … )」です。"};
inline constexpr DiagnosticKind cells_count{"form.cells.count", Severity::error, Failure::data,
                                            "「{0}」の列の数が読めません。",
                                            "「名前*3」のように、* のあとに 1 以上の数を書きます。"};
inline constexpr DiagnosticKind group_open{"form.group.open", Severity::error, Failure::data,
                                           "くり返しの ( が閉じていません。",
                                           "「{0}( … )」のように ) で閉じてください。"};
inline constexpr DiagnosticKind group_nested{"form.group.nested", Severity::error, Failure::data,
                                             "くり返し「{0}( 」が、別のくり返しの中にあります。",
                                             "くり返しの中にくり返しは書けません。"};
inline constexpr DiagnosticKind group_name{
    "form.group.name", Severity::error, Failure::data, "くり返し「{0}( … )」の名前が each と違います。",
    "この [[block]] に each = {{ {0} = \"項目\", count = 数 }} を書くか、名前を合わせてください。"};
inline constexpr DiagnosticKind panel_empty{"form.panel.empty", Severity::error, Failure::data,
                                            "lines に行がありません。",
                                            "{{ min = 高さmm, cells = \"…\" }} を一つ以上書いてください。"};
inline constexpr DiagnosticKind cell_undefined{"form.cell.undefined", Severity::error, Failure::data,
                                               "セル「{0}」の中身がどこにも書かれていません。", "{1}"};
inline constexpr DiagnosticKind cell_unused{
    "form.cell.unused", Severity::error, Failure::data, "「{0}」はどの行にも置かれていません。",
    "lines の cells（見出しのまとまりなら列の group）にその名前を書くか、この行を消してください。"};
inline constexpr DiagnosticKind cell_twice{"form.cell.twice", Severity::error, Failure::data,
                                           "一つの行に「{0}」が二度あります。", "片方を別の名前にしてください。"};
inline constexpr DiagnosticKind cell_content{
    "form.cell.content", Severity::error, Failure::data, "一つのセルに「{0}」と「{1}」の両方があります。",
    "セルの中身は text、label、choice、tick、digits、sign、image、empty のうち一つだけです。"};
inline constexpr DiagnosticKind cell_no_content{
    "form.cell.no_content", Severity::error, Failure::data, "セルの中身がありません。",
    "text = \"…\" などを書きます。手書きのために空けておくなら empty = true と書きます。"};
inline constexpr DiagnosticKind run_kind{
    "form.run.kind", Severity::error, Failure::data, "文字として読めません。",
    "\"文字\"、{{ text = \"文字\", size = 9 }}、またはそれを並べた [ … ] で書きます。"};
inline constexpr DiagnosticKind merge_shape{
    "form.merge.shape", Severity::error, Failure::data, "セル「{0}」が行をまたぐときの形が四角になっていません。",
    "続く行では同じ列に同じ幅で置き、間の行を抜かさないでください。別のセルなら別の名前にします。"};
inline constexpr DiagnosticKind label_of{"form.label.of", Severity::error, Failure::data,
                                         "見出し「{0}」の of にあるセル「{1}」がありません。", "{2}"};
inline constexpr DiagnosticKind condition_both{"form.condition.both", Severity::error, Failure::data,
                                               "if と unless は同時に書けません。", "どちらか一方にしてください。"};

// Names of data in texts.

inline constexpr DiagnosticKind path_unknown{"form.path.unknown", Severity::error, Failure::data,
                                             "「{0}」という項目はありません。", "{1}"};
inline constexpr DiagnosticKind path_kind{"form.path.kind", Severity::error, Failure::data,
                                          "「{0}」は{1}です。ここに書けるのは{2}です。",
                                          "項目の種類は forms/fields.toml にあります。"};
inline constexpr DiagnosticKind code_unknown{"form.code.unknown", Severity::error, Failure::data,
                                             "「{0}」という選択肢の記号はありません。", "使えるのは{1}です。"};
inline constexpr DiagnosticKind words_unknown{"form.words.unknown", Severity::error, Failure::data,
                                              "選択肢「{0}」は forms/fields.toml にありません。",
                                              "[enum.…] の名前と、その中の記号を確かめてください。"};
inline constexpr DiagnosticKind tag_unclosed{"form.tag.unclosed", Severity::error, Failure::data,
                                             "{{{{ が }}}} で閉じていません。",
                                             "{{{{項目の名前}}}} の形に直してください。"};
inline constexpr DiagnosticKind ruby_malformed{
    "form.ruby.malformed", Severity::error, Failure::data, "ふりがなとして読めない「{{」があります。",
    "「{{漢字|かんじ}}」か、一字ずつなら「{{漢字|かん|じ}}」のように、字の数だけ「|」で区切って書いてください。"};
inline constexpr DiagnosticKind ruby_base{
    "form.ruby.base", Severity::error, Failure::data,
    "ruby を書けるのは、text が「{{{{…}}}}」一つだけで、氏名か一行の文字を印刷するものです。",
    "ほかの文字は別の {{ text = … }} に分けてください。決まった文字には「{{漢字|かんじ}}」と書きます。"};
inline constexpr DiagnosticKind tag_stray{
    "form.tag.stray", Severity::error, Failure::data, "「{0}」が文字の中に残っています。",
    "項目は半角の {{{{ と }}}} で囲みます。片方だけになっていないか確かめてください。"};
inline constexpr DiagnosticKind tag_refused{
    "form.tag.refused", Severity::error, Failure::data, "{{{{{0} … }}}} は様式では使えません。",
    "使えるのは {{{{名前}}}}、{{{{#名前}}}}…{{{{/名前}}}}、{{{{^名前}}}}…{{{{/名前}}}} です。説明は行の終わりに # "
    "で書きます。"};
inline constexpr DiagnosticKind tag_name{
    "form.tag.name", Severity::error, Failure::data, "{{{{{0}}}}} の中は項目の名前になっていません。",
    "半角の英小文字・数字・下線を「.」でつないで書きます。例：{{{{child.display_name}}}}"};
inline constexpr DiagnosticKind tag_dot_outside{"form.tag.dot_outside", Severity::error, Failure::data,
                                                "「{0}」は {{{{#名前}}}} と {{{{/名前}}}} の間でだけ使えます。",
                                                "項目の名前を初めから書いてください。"};
inline constexpr DiagnosticKind tag_derived{"form.tag.derived", Severity::error, Failure::data,
                                            "「{0}」は{1}なので、「.{2}」を付けられません。", "{3}"};
inline constexpr DiagnosticKind tag_no_text{"form.tag.no_text", Severity::error, Failure::data,
                                            "「{0}」は{1}なので、そのままでは印刷できません。", "{2}"};
inline constexpr DiagnosticKind tag_band_only{"form.tag.band_only", Severity::error, Failure::data,
                                              "「{0}」はページの上下の帯（header・footer）でだけ使えます。",
                                              "[page] の header か footer に書いてください。"};
inline constexpr DiagnosticKind section_unclosed{"form.section.unclosed", Severity::error, Failure::data,
                                                 "{{{{#{0}}}}} が閉じていません。",
                                                 "同じ文字の中に {{{{/{0}}}}} を書いてください。"};
inline constexpr DiagnosticKind section_unopened{"form.section.unopened", Severity::error, Failure::data,
                                                 "{{{{/{0}}}}} に合う始まりがありません。",
                                                 "その前に {{{{#{0}}}}} を書くか、消してください。"};
inline constexpr DiagnosticKind section_crossed{"form.section.crossed", Severity::error, Failure::data,
                                                "{{{{/{0}}}}} が、開いている {{{{#{1}}}}} と食い違っています。",
                                                "後に開いたものから先に閉じてください。"};
inline constexpr DiagnosticKind text_character{"form.text.character", Severity::error, Failure::data,
                                               "印刷できない文字 {0} があります。",
                                               "この文字を消してください。改行は \\n と書きます。"};

// Parameters.

inline constexpr DiagnosticKind param_unknown{"form.param.unknown", Severity::error, Failure::data,
                                              "「param.{0}」という設定はありません。", "{1}"};
inline constexpr DiagnosticKind param_type{"form.param.type", Severity::error, Failure::data,
                                           "ここに使える設定の種類は {1} です。「param.{0}」は {2} です。",
                                           "[param.{0}] の type を直すか、別の設定を使ってください。"};

// Signatures, sheet, tables, timetables, documents.

inline constexpr DiagnosticKind sign_small{"form.sign.small", Severity::error, Failure::data,
                                           "署名欄「{0}」が小さすぎます（{1} × {2} mm）。",
                                           "手でも署名できるように、セルを幅 46 mm、高さ 10 mm 以上にしてください。"};
inline constexpr DiagnosticKind sign_name{"form.sign.name", Severity::error, Failure::data,
                                          "署名欄の名前「{0}」は使えません。",
                                          "sign には半角の小文字で始まり、小文字・数字・下線だけの名前（50 "
                                          "字まで）を書きます。日本語の説明は tip に書きます。"};
inline constexpr DiagnosticKind sign_twice{"form.sign.twice", Severity::error, Failure::data,
                                           "署名欄の名前「{0}」が二つのセルで使われています。",
                                           "様式の中で一つずつ違う名前にしてください。"};
inline constexpr DiagnosticKind sheet_name{
    "form.sheet.name", Severity::error, Failure::data, "シート名「{0}」は Excel で使えません（{1} 字分）。",
    "1〜31 字で、[ ] : * ? / \\ を使わず、' で始めも終わりもしない名前にしてください。"};
inline constexpr DiagnosticKind table_lines{
    "form.table.lines", Severity::error, Failure::data, "列の lines が {0} 行です。この表の一件は {1} 行です。",
    "lines の数を row_lines と同じにするか、lines をやめて text にしてください。"};
inline constexpr DiagnosticKind group_unknown{"form.group.unknown", Severity::error, Failure::data,
                                              "見出しのまとまり「{0}」がありません。",
                                              "[block.group.{0}] の表に heading を書いてください。"};
inline constexpr DiagnosticKind group_apart{"form.group.apart", Severity::error, Failure::data,
                                            "まとまり「{0}」の列が離れています。",
                                            "同じ group の列は続けて並べてください。"};
inline constexpr DiagnosticKind timetable_days{"form.timetable.days", Severity::error, Failure::data,
                                               "曜日の見出しが {0} あります。", "月曜から日曜まで七つ書いてください。"};
inline constexpr DiagnosticKind timetable_side{"form.timetable.side", Severity::error, Failure::data,
                                               "横の欄の終わり（to）が始まり（from）より後になっていません。",
                                               "翌朝の 4 時は \"28:00\" と書きます。"};
inline constexpr DiagnosticKind timetable_side_span{"form.timetable.side_span", Severity::error, Failure::data,
                                                    "横の欄の幅（span）がそろっていません。",
                                                    "[[block.side]] の span はどれも同じ数にしてください。"};
inline constexpr DiagnosticKind timetable_labels{"form.timetable.labels", Severity::error, Failure::data,
                                                 "時刻の目盛（{0} 分ごと）が一行（{1} 分）の倍数になっていません。",
                                                 "labels の every を step の倍数にしてください。"};
inline constexpr DiagnosticKind for_each_one{"form.for_each.one", Severity::error, Failure::data,
                                             "for_each には名前と並びを一組だけ書きます。",
                                             "例：for_each = {{ hours = \"support_plan.hours_tables\" }}"};

// The catalogue.

inline constexpr DiagnosticKind catalogue_folder{
    "form.catalogue.folder", Severity::error, Failure::data,
    "フォルダーの名前「{0}」と、ファイルの中の form・revision「{1}」が違います。",
    "forms/<form>/<revision>/form.toml の形に置いてください。"};
inline constexpr DiagnosticKind catalogue_twice{"form.catalogue.twice", Severity::error, Failure::data,
                                                "様式「{0}」の同じ改定日のものが二つあります。",
                                                "もう一つは {1} です。"};
inline constexpr DiagnosticKind catalogue_number{
    "form.catalogue.number", Severity::error, Failure::data, "番号「{0}」は、別の様式が使っています。",
    "number を、ほかの様式にない番号に直してください。使っているのは {1} です。"};
inline constexpr DiagnosticKind document_unknown{"form.document.unknown", Severity::error, Failure::arguments,
                                                 "様式「{0}」はありません。", "{1}"};
inline constexpr DiagnosticKind revision_unknown{"form.revision.unknown", Severity::error, Failure::arguments,
                                                 "様式「{0}」に「{1}」の改定はありません。", "あるのは{2}です。"};

// Released revisions.

inline constexpr DiagnosticKind released_changed{
    "form.released.changed", Severity::error, Failure::data,
    "使い始めた改定（{0} に確定）のファイルが、確定したときと違っています。",
    "ファイルを元に戻してください。直したいときは、フォルダーごと写して新しい改定にします（forms/EDITING.ja.md の "
    "1.）。"};
inline constexpr DiagnosticKind released_missing{
    "form.released.missing", Severity::error, Failure::data, "使い始めた改定 {0}/{1} のファイルがありません。",
    "forms/{0}/{1}/form.toml を元に戻してください。発行ずみの書類を同じ形で出すために要ります。"};
inline constexpr DiagnosticKind released_entry{"form.released.entry", Severity::error, Failure::data,
                                               "「{0}」は「様式の名前/改定日」の形になっていません。",
                                               "released.toml は forms release が書きます。手では直さないでください。"};

// Documents that go together.

inline constexpr DiagnosticKind set_empty{
    "form.set.empty", Severity::error, Failure::environment, "書類の組「{0}」に documents がありません。",
    "documents = [ \"F01\", \"F02\" ] のように、様式の番号か名前を並べてください。"};
inline constexpr DiagnosticKind set_unknown{"form.set.unknown", Severity::error, Failure::arguments,
                                            "「{0}」という書類の組はありません。", "あるのは{1}です。"};

inline constexpr DiagnosticKind annex_without_band{
    "form.annex.without_band", Severity::error, Failure::data,
    "欄「{0}」は別紙に続くことがありますが、[page] に header も footer もありません。",
    "別紙がどの児童の、どの書類のものか分かるように、[page] に header か footer を書いてください。"};

}  // namespace besshi::form::kinds
