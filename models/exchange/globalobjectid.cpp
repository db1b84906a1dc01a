// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/globalobjectid.h"

#include <QtEndian>

#include <algorithm>

namespace reserve {

namespace {

// Class, date of the occurrence, time of creation, eight zeros, the size of the rest (MS-OXOCAL 2.2.1.27).
constexpr QByteArrayView classId("\x04\x00\x00\x00\x82\x00\xE0\x00\x74\xC5\xB7\x10\x1A\x82\xE0\x08", 16);
constexpr qsizetype datePlace = 16;
constexpr qsizetype dateSize = 4;
constexpr qsizetype headerSize = 40;
constexpr qsizetype zerosBetween = 20; // date, creation and the reserved eight, of a wrapped UID
constexpr QByteArrayView foreignMark("vCal-Uid\x01\x00\x00\x00", 12);

bool isHexadecimal(const QByteArray& text)
{
    return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

// Empty where the UID is no such id.
QByteArray unpacked(const QString& uid)
{
    const QByteArray text = uid.toLatin1();
    if (text.size() < 2 * headerSize || !isHexadecimal(text))
        return {};
    QByteArray id = QByteArray::fromHex(text);
    if (!id.startsWith(classId))
        return {};
    std::fill_n(id.begin() + datePlace, dateSize, '\0');
    return id;
}

QByteArray wrapped(const QString& uid)
{
    QByteArray content = foreignMark.toByteArray() + uid.toUtf8() + '\0';
    QByteArray size(4, '\0');
    qToLittleEndian(quint32(content.size()), size.data());
    return classId.toByteArray() + QByteArray(zerosBetween, '\0') + size + content;
}

} // namespace

QList<QByteArray> cleanGlobalObjectIds(const QString& uid)
{
    if (uid.isEmpty())
        return {};
    const QByteArray id = unpacked(uid);
    return id.isEmpty() ? QList<QByteArray>{wrapped(uid)} : QList<QByteArray>{id, wrapped(uid)};
}

std::optional<QDate> dateInGlobalObjectId(const QByteArray& id)
{
    constexpr qsizetype dateAt = 16; // year in two bytes, month, day
    if (id.size() < dateAt + 4)
        return std::nullopt;
    const auto byteAt = [&id](qsizetype at) { return int(quint8(id.at(at))); };
    const QDate date(byteAt(dateAt) << 8 | byteAt(dateAt + 1), byteAt(dateAt + 2), byteAt(dateAt + 3));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

bool sameUid(const QString& left, const QString& right)
{
    if (left == right)
        return true;
    const QByteArray id = unpacked(left);
    return !id.isEmpty() && id == unpacked(right);
}

} // namespace reserve
