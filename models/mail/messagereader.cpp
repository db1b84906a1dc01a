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
#include <array>
#include <bitset>
#include <utility>

namespace reserve {

namespace {

// Ids of a thread that are kept; the newest stand at the end.
constexpr qsizetype mostReferences = 64;
constexpr int mostRecipients = 500; // of To and of Cc
constexpr qsizetype openingOctets = 4096;

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

MailAddress firstAddress(QByteArrayView value)
{
    const QList<MailAddress> mailboxes = decodeAddresses(value, 1);
    return mailboxes.isEmpty() ? MailAddress() : mailboxes.first();
}

// Puts the fields of one header where they belong. Of fields that may stand once only, the first counts:
// repeating one is no way to hide it from, or to show something else to, those who read the mail before us.
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
            if (field.is("Received")) {
                ++m_content.receivedCount;
                continue;
            }
            const auto known = std::find_if(readers.begin(), readers.end(),
                                            [&](const Reader& reader) { return field.is(reader.name); });
            if (known != readers.end())
                readOnce(std::size_t(known - readers.begin()), field.value);
        }
    }

private:
    using Read = void (*)(MessageContent&, QByteArrayView);
    struct Reader
    {
        QByteArrayView name;
        Read read;
    };
    static const std::array<Reader, 12> readers;

    void readOnce(std::size_t index, QByteArrayView value)
    {
        const Reader& reader = readers[index];
        if (m_seen.test(index)) {
            if (reader.name == "From" && !m_content.hasProblem("mail.second-from"))
                m_content.problems.append({QByteArrayLiteral("mail.second-from"), {}});
            return;
        }
        m_seen.set(index);
        if (value.size() > m_limits.fieldOctets) {
            m_content.problems.append({QByteArrayLiteral("mail.field-too-long"),
                                       {{QStringLiteral("field"), QString::fromLatin1(reader.name)},
                                        {QStringLiteral("limit"), QString::number(m_limits.fieldOctets)}}});
            value = value.first(m_limits.fieldOctets);
        }
        reader.read(m_content, value);
    }

    MessageContent& m_content;
    const ReaderLimits& m_limits;
    std::bitset<12> m_seen;
};

const std::array<HeaderReading::Reader, 12> HeaderReading::readers{{
    {"From", [](MessageContent& content, QByteArrayView value) { content.from = firstAddress(value); }},
    {"Sender", [](MessageContent& content, QByteArrayView value) { content.sender = firstAddress(value); }},
    {"Subject", [](MessageContent& content, QByteArrayView value) { content.subject = decodeText(value); }},
    {"Date", [](MessageContent& content, QByteArrayView value) { content.date = decodeDate(value); }},
    {"Message-ID", [](MessageContent& content, QByteArrayView value) { content.messageId = messageIdIn(value); }},
    {"In-Reply-To", [](MessageContent& content, QByteArrayView value) { content.inReplyTo = messageIdIn(value); }},
    {"References", [](MessageContent& content, QByteArrayView value) { content.references = messageIdsIn(value); }},
    {"Return-Path", [](MessageContent& content, QByteArrayView value) { content.returnPath = messageIdIn(value); }},
    {"Auto-Submitted", [](MessageContent& content, QByteArrayView value) { content.autoSubmitted = firstWord(value); }},
    {"Precedence", [](MessageContent& content, QByteArrayView value) { content.precedence = firstWord(value); }},
    {"X-Auto-Response-Suppress",
     [](MessageContent& content, QByteArrayView value) { content.xAutoResponseSuppress = decodeText(value).toUtf8(); }},
    {ownMailHeader,
     [](MessageContent& content, QByteArrayView value) { content.ownMark = decodeText(value).toUtf8(); }},
}};

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
        parts.append({outline.where(i), node.type.value, partName(node), node.encoding, node.type.parameter("charset"),
                      node.body.size(), node.depth});
    }
    return parts;
}

bool isTnef(const MimeNode& node, const QString& name)
{
    return node.type.value == "application/ms-tnef" || node.type.value == "application/vnd.ms-tnef"
        || name.compare(QLatin1String("winmail.dat"), Qt::CaseInsensitive) == 0;
}

// Encrypted, or signed so that the content stands inside the signature; Microsoft's rights management
// likewise.
bool isOpaque(const MimeNode& node, const QString& name)
{
    const QByteArray& type = node.type.value;
    return type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" || type == "multipart/encrypted"
        || type == "application/x-microsoft-rpmsg-message"
        || name.compare(QLatin1String("smime.p7m"), Qt::CaseInsensitive) == 0;
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
        if (!m_content.calendar && !m_content.hasTnef && !m_content.report)
            readOpening(root);
        if (m_content.hasTnef)
            readRecipients(m_outline.nodes[root].header);
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
                readTnef(i);
            m_content.isOpaqueSmime = m_content.isOpaqueSmime || isOpaque(node, name);
        }
    }

    void readOpening(int root)
    {
        for (int i = root; i < m_outline.nodes.size(); ++i) {
            const MimeNode& node = m_outline.nodes[i];
            if (node.isContainer || node.type.value != "text/plain" || !m_content.parts[i].name.isEmpty()
                || !belongsTo(m_outline, i, root))
                continue;
            const QByteArrayView beginning = node.body.first(std::min(node.body.size(), openingOctets));
            const QByteArray charset = node.type.parameter("charset").trimmed();
            m_content.openingText = QString::fromUtf8(toUtf8(decodeTransfer(beginning, node.encoding), charset).text);
            return;
        }
    }

    void readTnef(int index)
    {
        const MimeNode& node = m_outline.nodes[index];
        m_content.hasTnef = true;
        m_content.tnefWhere = m_content.parts[index].where;
        if (node.body.size() <= m_limits.tnefOctets)
            m_content.tnef = decodeTransfer(node.body, node.encoding);
        else
            m_content.problems.append({QByteArrayLiteral("mail.tnef-too-large"),
                                       {{QStringLiteral("octets"), QString::number(node.body.size())}}});
    }

    void readRecipients(QByteArrayView header)
    {
        HeaderScanner scanner(header);
        for (HeaderField field; scanner.next(field);) {
            const bool isTo = field.is("To");
            QList<MailAddress>& recipients = isTo ? m_content.to : m_content.cc;
            if ((isTo || field.is("Cc")) && recipients.isEmpty())
                recipients = decodeAddresses(field.value.first(std::min(field.value.size(), m_limits.fieldOctets)),
                                             mostRecipients);
        }
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
