// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// ConvertId.
#include "models/practice/ewscall.h"
#include "models/practice/ewsshape.h"

#include <QUrl>

namespace reserve::practice {

namespace {

// Opens the bytes of an id in the form of the store, so that it differs from the one of an entry.
constexpr char storeMark = '\x01';

// One id in its forms: the text of EWS, the bytes that MAPI knows it by, and how these are written down.
QString written(const QString& id, const QString& format)
{
    const QByteArray bytes = id.toLatin1();
    if (format == QLatin1String("HexEntryId"))
        return QString::fromLatin1(bytes.toHex().toUpper());
    if (format == QLatin1String("EntryId"))
        return QString::fromLatin1(bytes.toBase64());
    if (format == QLatin1String("StoreId"))
        return QString::fromLatin1(QByteArray(storeMark + bytes).toBase64());
    if (format == QLatin1String("OwaId"))
        return QString::fromLatin1(QUrl::toPercentEncoding(id));
    return id; // EwsId and EwsLegacyId
}

QByteArray bytesIn(const QString& text, const QString& format)
{
    if (format == QLatin1String("HexEntryId"))
        return QByteArray::fromHex(text.toLatin1());
    if (format == QLatin1String("EntryId"))
        return QByteArray::fromBase64(text.toLatin1());
    if (format == QLatin1String("StoreId")) {
        const QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
        return bytes.startsWith(storeMark) ? bytes.mid(1) : QByteArray();
    }
    if (format == QLatin1String("OwaId"))
        return QByteArray::fromPercentEncoding(text.toLatin1());
    return text.toLatin1();
}

// Whether it is there nobody asks, as in Exchange; that it is an id is seen by its form.
EwsResult<QString> idIn(const XmlElement& source)
{
    const QString id
        = QString::fromLatin1(bytesIn(source.value(QLatin1String("Id")), source.value(QLatin1String("Format"))));
    if (isFolderId(id) || Mailbox::numberIn(id))
        return id;
    return ewsFailure(QStringLiteral("ErrorInvalidIdMalformed"), QStringLiteral("Id is malformed."));
}

EwsResult<QString> converted(const EwsCall& call, const XmlElement& source)
{
    if (source.name != QLatin1String("AlternateId")) {
        return ewsFailure(QStringLiteral("ErrorUnsupportedTypeForConversion"),
                          QStringLiteral("There are no public folders here."));
    }
    if (source.value(QLatin1String("IsArchive")) == QLatin1String("true")
        || source.value(QLatin1String("IsArchive")) == QLatin1String("1")) {
        return ewsFailure(QStringLiteral("ErrorArchiveMailboxNotEnabled"),
                          QStringLiteral("The mailbox has no archive."));
    }
    if (!call.site.find(source.value(QLatin1String("Mailbox")))) {
        return ewsFailure(QStringLiteral("ErrorNonExistentMailbox"),
                          QStringLiteral("The SMTP address has no mailbox associated with it."));
    }
    const auto id = idIn(source);
    return id ? EwsResult<QString>(written(*id, call.request.value(QLatin1String("DestinationFormat")))) : id;
}

} // namespace

void convertId(const EwsCall& call)
{
    EwsResponse response(call.xml, "ConvertId");
    for (const XmlElement& source : call.request.child(QLatin1String("SourceIds"))->children) {
        const auto id = converted(call, source);
        if (!id) {
            response.error(id.error());
            continue;
        }
        response.success([&] {
            call.xml.startM("AlternateId");
            call.xml.typeIs("AlternateIdType");
            call.xml.attribute("Format", call.request.value(QLatin1String("DestinationFormat")));
            call.xml.attribute("Id", *id);
            call.xml.attribute("Mailbox", source.value(QLatin1String("Mailbox")));
            call.xml.end();
        });
    }
}

} // namespace reserve::practice
