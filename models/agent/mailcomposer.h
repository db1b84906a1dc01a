// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/composing/noticerendering.h"
#include "models/entities/announcement.h"
#include "models/entities/approval.h"
#include "models/entities/outbox.h"
#include "models/settings/settings.h"
#include "models/transport/mailtransport.h"

namespace reserve {

// Makes the mail of an outbox entry from the facts it holds, in the words and with the settings of this moment
// (R-ANSWER, R-CONFIRM). A value; any thread.
class MailComposer final
{
public:
    // `mailbox`: the one that the mail is sent from, where that is no outgoing server; then it is the From too.
    // `notices`: the texts that were written in place of the built-in ones.
    explicit MailComposer(Settings settings, const QString& mailbox = {}, NoticeBook notices = {});

    // The same mail each time, Message-ID and Date included, while texts and settings stay: one that a server took
    // before it was cut off is known again as a duplicate. Error: outbox.payload-unreadable, outbox.notices-to-missing.
    Result<MailToSend> compose(const OutboxEntry& entry) const;
    // What an answer says in words, for a response in Exchange.
    QString answerText(const Announcement& announcement) const;

private:
    MailToSend answer(const OutboxEntry& entry, const Announcement& announcement) const;
    MailToSend refresh(const OutboxEntry& entry, const Announcement& announcement) const;
    MailToSend confirmation(const OutboxEntry& entry, const Announcement& announcement) const;
    MailToSend approval(const OutboxEntry& entry, const ApprovalRequest& request) const;
    Result<MailToSend> notice(const OutboxEntry& entry) const;
    NoticeText answerOf(const Announcement& announcement) const;
    NoticeText rendered(NoticeKind kind, const NoticeFacts& facts) const;
    // outgoing.from, else the room that speaks.
    QString senderFor(const QString& roomAddress) const;

    Settings m_settings;
    QString m_mailbox;
    NoticeBook m_notices;
    QString m_language;       // of the texts
    QString m_readerLanguage; // the same where a setting asks for it, else none: as this machine speaks
};

} // namespace reserve
