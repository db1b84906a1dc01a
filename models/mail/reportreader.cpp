// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/reportreader.h"

#include "models/mail/headerscanner.h"
#include "models/mail/mimedecoding.h"

#include <algorithm>

namespace reserve {

namespace {

// Parts of a report are short; what is longer is cut, so that no report is costly to read.
constexpr qsizetype mostReportOctets = 256 * 1024;
constexpr qsizetype mostFieldOctets = 4 * 1024;

MessageReport::Kind kindOf(const ParameterizedValue& type)
{
    const QByteArray name = type.parameter("report-type").toLower();
    if (name == "delivery-status")
        return MessageReport::Kind::DeliveryStatus;
    if (name == "disposition-notification")
        return MessageReport::Kind::Disposition;
    return MessageReport::Kind::Other;
}

QByteArray decodedBody(const MimeNode& node)
{
    return decodeTransfer(node.body.first(std::min(node.body.size(), mostReportOctets)), node.encoding);
}

QString fieldText(QByteArrayView value)
{
    return decodeText(value.first(std::min(value.size(), mostFieldOctets)));
}

// "rfc822;user@domain", "smtp; 550 5.1.1 ...": what stands behind the type.
QString withoutType(const QString& text)
{
    const qsizetype semicolon = text.indexOf(QLatin1Char(';'));
    return semicolon < 0 ? text : text.mid(semicolon + 1).trimmed();
}

// The groups of fields of a message/delivery-status: the first that failed speaks for the report, else the
// first.
void readDeliveryStatus(const QByteArray& body, MessageReport& report)
{
    QByteArrayView rest = body;
    while (!rest.isEmpty()) {
        HeaderScanner scanner(rest);
        MessageReport group;
        for (HeaderField field; scanner.next(field);) {
            if (field.is("Action"))
                group.action = fieldText(field.value).toLower();
            else if (field.is("Status"))
                group.status = fieldText(field.value).section(QLatin1Char(' '), 0, 0);
            else if (field.is("Diagnostic-Code"))
                group.diagnostic = withoutType(fieldText(field.value));
            else if (field.is("Final-Recipient") || (field.is("Original-Recipient") && group.recipient.isEmpty()))
                group.recipient = withoutType(fieldText(field.value));
        }
        if (scanner.bodyStart() == 0) // no field begins here: whatever it is, it is no group
            return;
        rest = rest.sliced(scanner.bodyStart());
        const bool isFailure = group.action == QLatin1String("failed");
        if (group.action.isEmpty() || !(report.action.isEmpty() || isFailure))
            continue;
        report.action = group.action;
        report.status = group.status;
        report.diagnostic = group.diagnostic;
        report.recipient = group.recipient;
        if (isFailure)
            return;
    }
}

// RFC 8098: "Disposition: manual-action/MDN-sent-manually; displayed".
void readDisposition(const QByteArray& body, MessageReport& report)
{
    HeaderScanner scanner(body);
    for (HeaderField field; scanner.next(field);) {
        if (field.is("Disposition"))
            report.action = withoutType(fieldText(field.value)).section(QLatin1Char('/'), 0, 0).toLower();
        else if (field.is("Original-Message-ID"))
            report.originalMessageId = messageIdIn(field.value);
        else if (field.is("Final-Recipient"))
            report.recipient = withoutType(fieldText(field.value));
    }
}

QString messageIdOf(QByteArrayView header)
{
    HeaderScanner scanner(header);
    for (HeaderField field; scanner.next(field);) {
        if (field.is("Message-ID"))
            return messageIdIn(field.value);
    }
    return {};
}

bool holdsOriginalHeader(const QByteArray& type)
{
    return type == "text/rfc822-headers" || type == "message/rfc822-headers" || type == "message/global-headers";
}

// Where report-type is missing or nobody's, the parts tell.
void assume(MessageReport& report, MessageReport::Kind kind)
{
    if (report.kind == MessageReport::Kind::Other)
        report.kind = kind;
}

void readPart(const MimeNode& node, MessageReport& report)
{
    const QByteArray& type = node.type.value;
    if (type == "message/delivery-status" || type == "message/global-delivery-status") {
        assume(report, MessageReport::Kind::DeliveryStatus);
        readDeliveryStatus(decodedBody(node), report);
    } else if (type == "message/disposition-notification" || type == "message/global-disposition-notification") {
        assume(report, MessageReport::Kind::Disposition);
        readDisposition(decodedBody(node), report);
    } else if (report.originalMessageId.isEmpty() && (holdsOriginalHeader(type) || node.isMessage())) {
        report.originalMessageId = messageIdOf(decodedBody(node));
    }
}

} // namespace

std::optional<MessageReport> readReport(const MimeOutline& outline)
{
    const MimeNode& root = outline.nodes.first();
    if (root.type.value != "multipart/report")
        return std::nullopt;
    MessageReport report;
    report.kind = kindOf(root.type);
    for (const MimeNode& node : outline.nodes) {
        if (node.messageLevel == 0 && node.parent >= 0)
            readPart(node, report);
    }
    return report;
}

QString messageIdIn(QByteArrayView field)
{
    const qsizetype open = field.indexOf('<');
    const qsizetype close = open < 0 ? -1 : field.indexOf('>', open);
    const QByteArrayView id = close < 0 ? field : field.sliced(open + 1, close - open - 1);
    return decodeText(id.trimmed());
}

} // namespace reserve
