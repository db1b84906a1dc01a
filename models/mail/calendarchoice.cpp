// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/calendarchoice.h"

#include "models/mail/headerscanner.h"
#include "models/mail/mimedecoding.h"

#include <utility>

namespace reserve {

namespace {

enum Rank { NoCalendar, AttachedFile, CalendarWithoutMethod, CalendarWithMethod };

Rank rankOf(const MimeNode& node, const QString& name)
{
    const QByteArray& type = node.type.value;
    if (node.isContainer)
        return NoCalendar;
    if (type == "text/calendar" || type == "text/x-vcalendar")
        return node.type.parameter("method").isEmpty() ? CalendarWithoutMethod : CalendarWithMethod;
    const bool isFile = type == "application/ics" || type == "application/calendar"
        || name.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive);
    return isFile ? AttachedFile : NoCalendar;
}

// The METHOD property; iTIP gives it once, outside of the components (RFC 5546 3).
QByteArray methodIn(const QByteArray& text)
{
    constexpr QByteArrayView name = "METHOD";
    qsizetype start = 0;
    while (start >= 0 && start + name.size() < text.size()) {
        const qsizetype lineFeed = text.indexOf('\n', start);
        const QByteArrayView line = QByteArrayView(text).sliced(start, (lineFeed < 0 ? text.size() : lineFeed) - start);
        if (line.size() > name.size() && equalsIgnoringCase(line.first(name.size()), name)) {
            const qsizetype colon = line.indexOf(':');
            const char next = line[name.size()];
            if (colon > 0 && (next == ':' || next == ';'))
                return line.sliced(colon + 1).trimmed().toByteArray().toUpper();
        }
        start = lineFeed < 0 ? -1 : lineFeed + 1;
    }
    return {};
}

std::optional<Reason> charsetProblem(Utf8Text::Soundness soundness, const QByteArray& charset)
{
    const Arguments arguments{{QStringLiteral("charset"), QString::fromLatin1(charset)}};
    switch (soundness) {
    case Utf8Text::Soundness::Sound:
        break;
    case Utf8Text::Soundness::Guessed:
        return Reason{QByteArrayLiteral("mail.charset-guessed"), arguments};
    case Utf8Text::Soundness::UnknownCharset:
        return Reason{QByteArrayLiteral("mail.charset-unknown"), arguments};
    case Utf8Text::Soundness::Broken:
        return Reason{QByteArrayLiteral("mail.charset-broken"), arguments};
    }
    return std::nullopt;
}

CalendarText readCalendar(const MimeNode& node, QByteArray where, Rank rank, QList<Reason>& problems)
{
    const QByteArray charset = node.type.parameter("charset").trimmed();
    Utf8Text text = toUtf8(decodeTransfer(node.body, node.encoding), charset);
    if (std::optional<Reason> problem = charsetProblem(text.soundness, charset))
        problems.append(*std::move(problem));
    CalendarText calendar;
    calendar.text = std::move(text.text);
    calendar.mimeMethod = node.type.parameter("method").trimmed().toUpper();
    calendar.bodyMethod = methodIn(calendar.text);
    calendar.where = std::move(where);
    calendar.source = rank == AttachedFile ? CalendarText::Source::Attachment : CalendarText::Source::TextCalendar;
    return calendar;
}

} // namespace

bool belongsTo(const MimeOutline& outline, int node, int root)
{
    const bool isSameLevel = outline.nodes[node].messageLevel == outline.nodes[root].messageLevel;
    return isSameLevel && (root == 0 || node == root || outline.isInside(node, root));
}

std::optional<CalendarText> chooseCalendar(const MimeOutline& outline, const QList<MessagePart>& parts, int root,
                                           const ReaderLimits& limits, QList<Reason>& problems)
{
    int chosen = -1;
    Rank best = NoCalendar;
    for (int i = root; i < outline.nodes.size(); ++i) {
        const Rank rank = rankOf(outline.nodes[i], parts[i].name);
        const bool isBetter
            = rank > best || (rank == best && chosen >= 0 && outline.nodes[i].depth > outline.nodes[chosen].depth);
        if (rank == NoCalendar || !isBetter || !belongsTo(outline, i, root))
            continue;
        chosen = i;
        best = rank;
    }
    if (chosen < 0)
        return std::nullopt;
    const MimeNode& node = outline.nodes[chosen];
    if (node.body.size() > limits.calendarOctets) {
        problems.append({QByteArrayLiteral("mail.calendar-too-large"),
                         {{QStringLiteral("octets"), QString::number(node.body.size())}}});
        return std::nullopt;
    }
    return readCalendar(node, parts[chosen].where, best, problems);
}

} // namespace reserve
