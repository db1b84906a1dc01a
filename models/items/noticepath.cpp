// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/noticepath.h"

#include "models/entities/enumtext.h"
#include "models/wording/noticewords.h"

#include <QStringList>

namespace reserve {

namespace {

constexpr QLatin1Char separator('/');

} // namespace

FieldPath noticePath(const NoticeKey& key)
{
    const QStringList parts{QString::fromLatin1(toText(key.kind)), key.language, QString::fromLatin1(toText(key.part))};
    return {FieldPath::Kind::Notice, 0, parts.join(separator)};
}

std::optional<NoticeKey> noticeKey(const FieldPath& path)
{
    const QStringList parts = path.field.split(separator);
    if (path.kind != FieldPath::Kind::Notice || parts.size() != 3)
        return std::nullopt;
    const auto kind = fromText<NoticeKind>(parts.at(0).toLatin1());
    const auto part = fromText<NoticePart>(parts.at(2).toLatin1());
    if (!kind || !part)
        return std::nullopt;
    return NoticeKey{*kind, parts.at(1), *part};
}

QString noticeFieldText(const NoticeBook& book, const NoticeKey& key)
{
    return book.own(key).value_or(builtInNotice(key));
}

} // namespace reserve
