// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/messagereader.h"

#include "models/mail/calendarchoice.h"
#include "models/mail/headerscanner.h"
#include "models/mail/mailkind.h"
#include "models/mail/mimedecoding.h"
#include "models/mail/mimeoutline.h"
#include "models/mail/reportreader.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// Ids of a thread that are kept; the newest stand at the end.
constexpr qsizetype mostReferences = 64;

// "auto-replied (vacation); owner-email=x": the first word, lower case.
QByteArray firstWord(QByteArrayView value)
{
    return parseParameterized(value).value;
}

QList<QString> messageIdsIn(QByteArrayView field)
{
    QList<QString> ids;
    for (qsizetype open = field.indexOf('<'); open >= 0; open = field.indexOf('<', open + 1)) {
        const qsizetype close = field.indexOf('>', open);
        if (close < 0)
            break;
        ids.append(messageIdIn(field.sliced(open, close - open + 1)));
        if (ids.size() > mostReferences)
            ids.removeFirst();
    }
    return ids;
}

// Puts the fields of one header where they belong. Of a field that may stand once only, the first counts.
class HeaderReading final
{
public:
    HeaderReading(MessageContent& content, const ReaderLimits& limits)
        : m_content(content)
        , m_limits(limits)
    {
    }

    void read(QByteArrayView header)
    {
        HeaderScanner scanner(header);
        for (HeaderField field; scanner.next(field);) {
            const QByteArrayView value = cut(field);
            readTrace(field, value) || readAddress(field, value) || readId(field, value) ||
                readMark(field, value);
        }
    }

private:
    QByteArrayView cut(const HeaderField& field)
    {
        if (field.value.size() <= m_limits.fieldOctets)
            return field.value;
        if (!std::exchange(m_hasCut, true))
            m_content.problems.append({QByteArrayLiteral("mail.field-too-long"),
                                       {{QStringLiteral("limit"), QString::number(m_limits.fieldOctets)}}});
        return field.value.first(m_limits.fieldOctets);
    }

    bool readTrace(const HeaderField& field, QByteArrayView value)
    {
        if (field.is("Received"))
            ++m_content.receivedCount;
        else if (field.is("Return-Path") && !m_content.returnPath)
            m_content.returnPath = value == "<>" ? QString() : messageIdIn(value);
        else if (field.is("Date") && !m_content.date)
            m_content.date = decodeDate(value);
        else
            return false;
        return true;
    }

    bool readAddress(const HeaderField& field, QByteArrayView value)
    {
        if (field.is("From")) {
            if (std::exchange(m_hasFrom, true))
                m_content.problems.append({QByteArrayLiteral("mail.second-from"), {}});
            else
                m_content.from = firstAddress(value);
        } else if (field.is("Sender")) {
            if (m_content.sender.isEmpty())
                m_content.sender = firstAddress(value);
        } else {
            return false;
        }
        return true;
    }

    bool readId(const HeaderField& field, QByteArrayView value)
    {
        if (field.is("Subject")) {
            if (m_content.subject.isEmpty())
                m_content.subject = decodeText(value);
        } else if (field.is("Message-ID")) {
            if (m_content.messageId.isEmpty())
                m_content.messageId = messageIdIn(value);
        } else if (field.is("In-Reply-To")) {
            m_content.inReplyTo = messageIdIn(value);
        } else if (field.is("References")) {
            m_content.references = messageIdsIn(value);
        } else {
            return false;
        }
        return true;
    }

    bool readMark(const HeaderField& field, QByteArrayView value)
    {
        if (field.is("Auto-Submitted"))
            m_content.autoSubmitted = firstWord(value);
        else if (field.is("Precedence"))
            m_content.precedence = firstWord(value);
        else if (field.is("X-Auto-Response-Suppress"))
            m_content.xAutoResponseSuppress = decodeText(value).toUtf8();
        else if (field.is(ownMailHeader))
            m_content.ownMark = decodeText(value).toUtf8();
        else
            return false;
        return true;
    }

    MailAddress firstAddress(QByteArrayView value)
    {
        const QList<MailAddress> mailboxes = decodeAddresses(value, 1);
        return mailboxes.isEmpty() ? MailAddress() : mailboxes.first();
    }

    MessageContent& m_content;
    const ReaderLimits& m_limits;
    bool m_hasFrom = false;
    bool m_hasCut = false;
};

QString partName(const MimeNode& node)
{
    const auto* parameter = node.disposition.find("filename");
    if (!parameter)
        parameter = node.type.find("name");
    if (!parameter)
        return {};
    return parameter->charset.isEmpty() ? decodeText(parameter->value)
                                        : decodeText(toUtf8(parameter->value, parameter->charset).text);
}

QList<MessagePart> partsOf(const MimeOutline& outline)
{
    QList<MessagePart> parts;
    parts.reserve(outline.nodes.size());
    for (int i = 0; i < outline.nodes.size(); ++i) {
        const MimeNode& node = outline.nodes[i];
        parts.append(
            {outline.where(i), node.type.value, partName(node), node.encoding, node.body.size(), node.depth});
    }
    return parts;
}

bool isTnef(const MimeNode& node, const QString& name)
{
    return node.type.value == "application/ms-tnef" || node.type.value == "application/vnd.ms-tnef" ||
           name.compare(QLatin1String("winmail.dat"), Qt::CaseInsensitive) == 0;
}

// Encrypted, or signed so that the content stands inside the signature; Microsoft's rights management
// likewise.
bool isOpaque(const MimeNode& node, const QString& name)
{
    const QByteArray& type = node.type.value;
    return type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" ||
           type == "multipart/encrypted" || type == "application/x-microsoft-rpmsg-message" ||
           name.compare(QLatin1String("smime.p7m"), Qt::CaseInsensitive) == 0;
}

class Reading final
{
public:
    Reading(QByteArrayView raw, const ReaderLimits& limits)
        : m_limits(limits)
        , m_outline(outlineMessage(raw, limits))
    {
    }

    MessageContent read()
    {
        m_content.problems = m_outline.problems;
        m_content.parts = partsOf(m_outline);
        m_content.contentType = m_outline.nodes.first().type.value;
        m_content.report = readReport(m_outline);
        int root = 0;
        findContent(root);
        if (const int inner = journaledMessage(); inner >= 0) {
            findContent(inner);
            m_content.unwrapped = m_content.calendar || m_content.hasTnef;
            root = m_content.unwrapped ? inner : 0;
        }
        HeaderReading(m_content, m_limits).read(m_outline.nodes[root].header);
        return std::move(m_content);
    }

private:
    // Looks for what can be decided upon among the parts of the message whose root is given.
    void findContent(int root)
    {
        m_content.calendar = chooseCalendar(m_outline, m_content.parts, root, m_limits, m_content.problems);
        for (int i = root; i < m_outline.nodes.size(); ++i) {
            const MimeNode& node = m_outline.nodes[i];
            if (!belongsTo(m_outline, i, root))
                continue;
            const QString& name = m_content.parts[i].name;
            if (!node.isContainer && !m_content.hasTnef && isTnef(node, name))
                readTnef(node);
            m_content.isOpaqueSmime = m_content.isOpaqueSmime || isOpaque(node, name);
        }
    }

    void readTnef(const MimeNode& node)
    {
        m_content.hasTnef = true;
        if (node.body.size() <= m_limits.tnefOctets)
            m_content.tnef = decodeTransfer(node.body, node.encoding);
        else
            m_content.problems.append({QByteArrayLiteral("mail.tnef-too-large"),
                                       {{QStringLiteral("octets"), QString::number(node.body.size())}}});
    }

    // The root of the one message inside this one, -1 where there is no reason to look into it.
    int journaledMessage() const
    {
        if (m_content.calendar || m_content.hasTnef || m_content.report)
            return -1;
        int found = -1;
        for (int i = 0; i < m_outline.nodes.size(); ++i) {
            const MimeNode& node = m_outline.nodes[i];
            const bool isInner = node.messageLevel == 1 && m_outline.nodes[node.parent].isMessage();
            if (!isInner)
                continue;
            if (found >= 0)
                return -1;
            found = i;
        }
        return found;
    }

    const ReaderLimits& m_limits;
    const MimeOutline m_outline;
    MessageContent m_content;
};

} // namespace

bool MessageContent::hasProblem(QByteArrayView code) const
{
    return std::any_of(problems.cbegin(), problems.cend(),
                       [code](const Reason& problem) { return problem.code == code; });
}

Result<MessageContent> readMessage(QByteArrayView raw, const ReaderLimits& limits)
{
    if (raw.trimmed().isEmpty())
        return failure(QByteArrayLiteral("mail.empty"));
    return Reading(raw, limits).read();
}

} // namespace reserve
