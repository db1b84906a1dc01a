// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/noticewords.h"

#include "models/wording/languages.h"

#include <QCoreApplication>
#include <QHash>

namespace reserve {

namespace {

constexpr char context[] = "notices";

QString translated(const char* text)
{
    return QCoreApplication::translate(context, text);
}

struct BuiltIn
{
    const char* subject;
    const char* body;
};

BuiltIn confirmationOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Moved:
        return {QT_TRANSLATE_NOOP("notices", "Moved: {space}, {subject}"),
                QT_TRANSLATE_NOOP("notices",
                                  "Your reservation of {space} moved.\n\n"
                                  "Room: {space}\nBuilding: {building}\nMeeting: {subject}\nWhen: {when}\n"
                                  "Organizer: {organizer}\nIn the calendar of: {person}\n\n"
                                  "{dates}\n\n{how-to-change}")};
    case NoticeKind::Changed:
        return {QT_TRANSLATE_NOOP("notices", "Changed: {space}, {subject}"),
                QT_TRANSLATE_NOOP("notices",
                                  "Your reservation of {space} was changed. This is how it stands now.\n\n"
                                  "Room: {space}\nBuilding: {building}\nMeeting: {subject}\nWhen: {when}\n"
                                  "Organizer: {organizer}\nIn the calendar of: {person}\n\n"
                                  "{dates}\n\n{how-to-change}")};
    case NoticeKind::Cancelled:
        return {QT_TRANSLATE_NOOP("notices", "Cancelled: {space}, {subject}"),
                QT_TRANSLATE_NOOP("notices",
                                  "Your reservation of {space} is cancelled. The time is free again.\n\n"
                                  "Room: {space}\nBuilding: {building}\nMeeting: {subject}\nWhen: {when}\n"
                                  "Organizer: {organizer}\nIn the calendar of: {person}\n\n"
                                  "{dates}\n\n{how-to-change}")};
    default:
        return {QT_TRANSLATE_NOOP("notices", "Reserved: {space}, {subject}"),
                QT_TRANSLATE_NOOP("notices",
                                  "{space} is reserved for you.\n\n"
                                  "Room: {space}\nBuilding: {building}\nMeeting: {subject}\nWhen: {when}\n"
                                  "Organizer: {organizer}\nIn the calendar of: {person}\n\n"
                                  "{dates}\n\n{how-to-change}")};
    }
}

BuiltIn builtInOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Declined:
        return {QT_TRANSLATE_NOOP("notices", "Declined: {subject}"),
                QT_TRANSLATE_NOOP("notices",
                                  "{space} is not reserved. {when}\n{reason}\n{freed}\n\n"
                                  "Free instead:\n{alternatives}")};
    case NoticeKind::ApprovalAsked:
        return {QT_TRANSLATE_NOOP("notices", "Approve? {space}, {subject} [{token}]"),
                QT_TRANSLATE_NOOP("notices",
                                  "{requester} asks for {space}, and you are asked to approve that. The time "
                                  "is held until you answer.\n\n"
                                  "Room: {space}\nBuilding: {building}\nMeeting: {subject}\nWhen: {when}\n"
                                  "Organizer: {organizer}\nIn the calendar of: {person}\n"
                                  "Out of policy: {policy}\n\n{dates}\n\n"
                                  "Reply to this mail with one word on the first line: approve, decline or "
                                  "tentative. Leave the subject as it is. The first answer counts.")};
    case NoticeKind::Digest:
        return {QT_TRANSLATE_NOOP("notices", "Reserve: items that need attention ({count})"),
                QT_TRANSLATE_NOOP("notices",
                                  "These items wait for a person:\n\n{items}\n\n"
                                  "Open Reserve Console, page Monitor, to deal with them.")};
    case NoticeKind::Accepted:
    case NoticeKind::Moved:
    case NoticeKind::Changed:
    case NoticeKind::Cancelled:
        break;
    }
    return confirmationOf(kind);
}

} // namespace

QString builtInNotice(const NoticeKey& key)
{
    const BuiltIn texts = builtInOf(key.kind);
    return translatedTo(key.language, context, key.part == NoticePart::Subject ? texts.subject : texts.body);
}

QString word(NoticeKind value)
{
    switch (value) {
    case NoticeKind::Accepted:
        return translated(QT_TRANSLATE_NOOP("notices", "Reserved"));
    case NoticeKind::Moved:
        return translated(QT_TRANSLATE_NOOP("notices", "Moved"));
    case NoticeKind::Changed:
        return translated(QT_TRANSLATE_NOOP("notices", "Changed"));
    case NoticeKind::Cancelled:
        return translated(QT_TRANSLATE_NOOP("notices", "Cancelled"));
    case NoticeKind::Declined:
        return translated(QT_TRANSLATE_NOOP("notices", "Declined"));
    case NoticeKind::ApprovalAsked:
        return translated(QT_TRANSLATE_NOOP("notices", "Approval asked"));
    case NoticeKind::Digest:
        return translated(QT_TRANSLATE_NOOP("notices", "Digest"));
    }
    Q_UNREACHABLE();
}

QString word(NoticePart value)
{
    return value == NoticePart::Subject ? translated(QT_TRANSLATE_NOOP("notices", "Subject"))
                                        : translated(QT_TRANSLATE_NOOP("notices", "Text"));
}

QString noticeOccasion(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Accepted:
        return translated(QT_TRANSLATE_NOOP("notices", "To the requester, once a space is reserved."));
    case NoticeKind::Moved:
        return translated(QT_TRANSLATE_NOOP("notices", "To the requester, once a reservation has another time."));
    case NoticeKind::Changed:
        return translated(
            QT_TRANSLATE_NOOP("notices", "To the person, once a reservation made in the console is changed."));
    case NoticeKind::Cancelled:
        return translated(
            QT_TRANSLATE_NOOP("notices", "To the person, once a reservation made in the console is cancelled."));
    case NoticeKind::Declined:
        return translated(
            QT_TRANSLATE_NOOP("notices", "The room's answer to the organizer, with what is free instead."));
    case NoticeKind::ApprovalAsked:
        return translated(QT_TRANSLATE_NOOP("notices", "To the approvers of a space. Their reply decides."));
    case NoticeKind::Digest:
        return translated(
            QT_TRANSLATE_NOOP("notices",
                              "To the addresses under Notices to, with what is held, failed, paused or waits "
                              "for an approver."));
    }
    Q_UNREACHABLE();
}

QString placeholderMeaning(const QString& name)
{
    static const QHash<QString, const char*> meanings{
        {QStringLiteral("space"), QT_TRANSLATE_NOOP("notices", "Name of the space")},
        {QStringLiteral("building"), QT_TRANSLATE_NOOP("notices", "Its building")},
        {QStringLiteral("subject"), QT_TRANSLATE_NOOP("notices", "Subject of the meeting")},
        {QStringLiteral("when"), QT_TRANSLATE_NOOP("notices", "Day, begin, end and time zone")},
        {QStringLiteral("start"), QT_TRANSLATE_NOOP("notices", "Day and time of the begin, with time zone")},
        {QStringLiteral("end"), QT_TRANSLATE_NOOP("notices", "Day and time of the end, with time zone")},
        {QStringLiteral("zone"), QT_TRANSLATE_NOOP("notices", "Time zone of these times")},
        {QStringLiteral("dates"), QT_TRANSLATE_NOOP("notices", "Of a series: its dates and those not reserved")},
        {QStringLiteral("organizer"), QT_TRANSLATE_NOOP("notices", "Who called the meeting")},
        {QStringLiteral("requester"), QT_TRANSLATE_NOOP("notices", "Address of the requester")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("notices", "In whose calendar it stands")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("notices", "Why it is declined")},
        {QStringLiteral("alternatives"), QT_TRANSLATE_NOOP("notices", "The nearest free times and spaces")},
        {QStringLiteral("freed"), QT_TRANSLATE_NOOP("notices", "That the time held before is free again")},
        {QStringLiteral("policy"), QT_TRANSLATE_NOOP("notices", "The policy that is broken")},
        {QStringLiteral("token"), QT_TRANSLATE_NOOP("notices", "By which the reply is known")},
        {QStringLiteral("how-to-change"), QT_TRANSLATE_NOOP("notices", "How to change or cancel it")},
        {QStringLiteral("count"), QT_TRANSLATE_NOOP("notices", "How many items there are")},
        {QStringLiteral("items"), QT_TRANSLATE_NOOP("notices", "The items, each with what to do")},
        {QStringLiteral("site"), QT_TRANSLATE_NOOP("notices", "Name of the site")}};
    const char* meaning = meanings.value(name, nullptr);
    return meaning ? translated(meaning) : QString();
}

} // namespace reserve
