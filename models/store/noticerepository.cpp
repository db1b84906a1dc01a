// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/noticerepository.h"

#include "models/entities/enumtext.h"
#include "models/entities/noticetemplate.h"
#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"

#include <algorithm>

namespace reserve {

namespace {

const QString whereKey = QStringLiteral(" WHERE kind = ? AND language = ? AND part = ?");

Bindings bindingsOf(const NoticeKey& key)
{
    return {key.kind, key.language, key.part};
}

// As translations are named: "de", "pt_BR".
bool isLanguageCode(const QString& text)
{
    const auto isPart = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
            || c == QLatin1Char('_');
    };
    return text.size() >= 2 && text.size() <= 8 && std::all_of(text.begin(), text.end(), isPart);
}

QString auditKey(const NoticeKey& key)
{
    return QString::fromLatin1(toText(key.kind)) + QLatin1Char('/') + key.language + QLatin1Char('/')
        + QString::fromLatin1(toText(key.part));
}

QByteArray json(const std::optional<QString>& text)
{
    return text ? auditJson(QStringLiteral("text"), *text) : QByteArray();
}

} // namespace

NoticeRepository::NoticeRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<NoticeBook> NoticeRepository::all() const
{
    NoticeBook book;
    const auto read = m_connection.rows(QStringLiteral("SELECT kind, language, part, text FROM notice_text"), {},
                                        [&book](Row& row) {
                                            std::optional<NoticeKind> kind;
                                            std::optional<NoticePart> part;
                                            QString language;
                                            QString text;
                                            row >> kind >> language >> part >> text;
                                            // A newer version of the program may know more.
                                            if (kind && part)
                                                book.set({*kind, language, *part}, text);
                                            return true;
                                        });
    if (!read)
        return failure(read.error());
    return book;
}

Result<std::optional<QString>> NoticeRepository::find(const NoticeKey& key) const
{
    return m_connection.row(QStringLiteral("SELECT text FROM notice_text") + whereKey, bindingsOf(key), [](Row& row) {
        QString text;
        row >> text;
        return text;
    });
}

Result<void> NoticeRepository::set(const NoticeKey& key, const std::optional<QString>& text, const QString& actor)
{
    if (!isLanguageCode(key.language))
        return failure("notice.language-unknown", {{QStringLiteral("language"), key.language}});
    std::optional<QString> after;
    if (text) {
        const auto normal = normalisedNotice(key.kind, key.part, *text);
        if (!normal)
            return failure(normal.error());
        after = *normal;
    }
    const auto before = find(key);
    if (!before)
        return failure(before.error());
    if (*before == after)
        return {};
    const auto removed = m_connection.run(QStringLiteral("DELETE FROM notice_text") + whereKey, bindingsOf(key));
    if (!removed)
        return failure(removed.error());
    if (after) {
        const auto written = m_connection.run(
            QStringLiteral("INSERT INTO notice_text (kind, language, part, text) VALUES (?, ?, ?, ?)"),
            {key.kind, key.language, key.part, *after});
        if (!written)
            return failure(written.error());
    }
    m_connection.note(ChangeSubject::Notices, 0);
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "notice", auditKey(key), json(*before), json(after)});
}

} // namespace reserve
