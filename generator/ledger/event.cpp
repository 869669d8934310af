#include "ledger/event.h"

#include <algorithm>
#include <array>

namespace besshi::ledger {

namespace {

constexpr std::array names{
    EventName{EventKind::version, "version", "記録の版"},
    EventName{EventKind::document, "document", "書類の作成"},
    EventName{EventKind::interview, "interview", "アセスメントの面接"},
    EventName{EventKind::draft, "draft", "原案"},
    EventName{EventKind::meeting, "meeting", "担当者会議"},
    EventName{EventKind::explained, "explained", "説明"},
    EventName{EventKind::consented, "consented", "同意"},
    EventName{EventKind::withdrawn, "withdrawn", "取下げ"},
    EventName{EventKind::cancelled, "cancelled", "同意の取消し"},
    EventName{EventKind::monitored, "monitored", "モニタリング"},
    EventName{EventKind::privacy_consent, "privacy-consent", "個人情報の提供の同意"},
    EventName{EventKind::electronic_agreement, "electronic-agreement", "電磁的方法の承諾"},
    EventName{EventKind::electronic_agreement_ended, "electronic-agreement-ended", "電磁的方法の承諾の取りやめ"},
    EventName{EventKind::delivered, "delivered", "交付"},
    EventName{EventKind::received, "received", "受領"},
    EventName{EventKind::misdelivered, "misdelivered", "誤交付"},
    EventName{EventKind::recalled, "recalled", "回収"},
    EventName{EventKind::attached, "attached", "署名済みの写しの保管"},
    EventName{EventKind::filed, "filed", "受け取った書類の保管"},
    EventName{EventKind::corrected, "corrected", "訂正"},
    EventName{EventKind::sealed, "sealed", "封印"},
    EventName{EventKind::deleted, "deleted", "削除"},
    EventName{EventKind::closed, "closed", "終結"},
    EventName{EventKind::reopened, "reopened", "再開"},
};

}  // namespace

std::span<const EventName> event_names() {
    return names;
}

const EventName& name_of(EventKind kind) {
    return *std::ranges::find(names, kind, &EventName::kind);
}

std::optional<EventKind> find_event_kind(std::string_view word) {
    const auto found = std::ranges::find(names, word, &EventName::word);
    return found == names.end() ? std::nullopt : std::optional(found->kind);
}

}  // namespace besshi::ledger
