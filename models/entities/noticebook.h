// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace reserve {

// The mails whose words a manager may choose (R-CONFIRM): confirmations of what is accepted, moved, changed
// or cancelled, the answer that declines, the question to approvers, the digest to notices.to.
enum class NoticeKind { Accepted, Moved, Changed, Cancelled, Declined, ApprovalAsked, Digest };

enum class NoticePart { Subject, Body };

// One text: of which mail, in which language ("de"), and whether subject or body.
struct NoticeKey
{
    NoticeKind kind = NoticeKind::Accepted;
    QString language;
    NoticePart part = NoticePart::Subject;

    friend bool operator==(const NoticeKey&, const NoticeKey&) = default;
    friend size_t qHash(const NoticeKey& key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.kind), key.language, int(key.part));
    }
};

// The texts that were written in place of the built-in ones. A plain value; any thread.
class NoticeBook final
{
public:
    void set(const NoticeKey& key, const QString& text) { m_texts.insert(key, text); }
    void clear(const NoticeKey& key) { m_texts.remove(key); }

    const QHash<NoticeKey, QString>& texts() const { return m_texts; }
    // Nothing where the built-in text holds.
    std::optional<QString> own(const NoticeKey& key) const
    {
        const auto found = m_texts.constFind(key);
        return found == m_texts.cend() ? std::nullopt : std::optional(*found);
    }

    friend bool operator==(const NoticeBook&, const NoticeBook&) = default;

private:
    QHash<NoticeKey, QString> m_texts;
};

} // namespace reserve
