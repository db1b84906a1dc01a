// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// GetFolder, ResolveNames and GetUserAvailability.
#include "models/practice/ewscall.h"
#include "models/practice/ewsshape.h"
#include "models/practice/ewswords.h"
#include "models/practice/zonebias.h"

namespace reserve::practice {

namespace {

constexpr auto longestWindow = std::chrono::days(62);
constexpr int mostResolved = 100;

QString folderName(const FolderTarget& target)
{
    switch (target.folder) {
    case Folder::Calendar:
        return QStringLiteral("Calendar");
    case Folder::Inbox:
        return target.distinguishedName.endsWith(QLatin1String("root")) ? QStringLiteral("Top of Information Store")
                                                                        : QStringLiteral("Inbox");
    case Folder::DeletedItems:
        return QStringLiteral("Deleted Items");
    case Folder::SentItems:
        return QStringLiteral("Sent Items");
    }
    return {};
}

void writeFolder(const EwsCall& call, const FolderTarget& target, bool whole)
{
    const bool isCalendar = target.folder == Folder::Calendar;
    call.xml.startM("Folders");
    call.xml.startT(isCalendar ? "CalendarFolder" : "Folder");
    call.xml.startT("FolderId");
    call.xml.attribute("Id", folderId(*target.mailbox, target.folder));
    call.xml.attribute("ChangeKey", QStringLiteral("AQAAAA=="));
    call.xml.end();
    if (whole) {
        call.xml.t("FolderClass", isCalendar ? QStringLiteral("IPF.Appointment") : QStringLiteral("IPF.Note"));
        call.xml.t("DisplayName", folderName(target));
        call.xml.t("TotalCount", int(target.mailbox->inFolder(target.folder).size()));
        call.xml.t("ChildFolderCount", 0);
        if (!isCalendar)
            call.xml.t("UnreadCount", 0);
    }
    call.xml.end();
    call.xml.end();
}

bool isNamed(const Mailbox& mailbox, QString entry)
{
    if (entry.startsWith(QLatin1String("smtp:"), Qt::CaseInsensitive))
        entry.remove(0, 5);
    return mailbox.address().compare(entry, Qt::CaseInsensitive) == 0
        || mailbox.address().startsWith(entry + u'@', Qt::CaseInsensitive)
        || mailbox.name().startsWith(entry, Qt::CaseInsensitive);
}

void writeResolution(const EwsCall& call, const Mailbox& mailbox)
{
    call.xml.startT("Resolution");
    call.xml.startT("Mailbox");
    call.xml.t("Name", mailbox.name());
    call.xml.t("EmailAddress", call.site.spelled(mailbox.address()));
    call.xml.t("RoutingType", QStringLiteral("SMTP"));
    call.xml.t("MailboxType", QStringLiteral("Mailbox"));
    call.xml.end();
    call.xml.end();
}

void writeBusyTimes(const EwsCall& call, const QList<Item>& items, TimeRange window, const ZoneBias& zone)
{
    call.xml.startM("FreeBusyView");
    call.xml.t("FreeBusyViewType", QStringLiteral("FreeBusy"));
    call.xml.startT("CalendarEventArray");
    for (const Item& item : items) {
        if (item.busy == BusyKind::Free || !item.time.overlaps(window))
            continue;
        call.xml.startT("CalendarEvent");
        call.xml.t("StartTime", zone.wallText(item.time.start));
        call.xml.t("EndTime", zone.wallText(item.time.end));
        call.xml.t("BusyType", ewsBusy(item.busy));
        call.xml.end();
    }
    call.xml.end();
    call.xml.end();
}

void writeAvailability(const EwsCall& call, const XmlElement& mailboxData, TimeRange window, const ZoneBias& zone)
{
    const XmlElement* address = mailboxData.at({QLatin1String("Email"), QLatin1String("Address")});
    Mailbox* mailbox = call.site.find(address->text.trimmed());
    const auto items = mailbox ? mailbox->calendarView(window, call.site.reader()) : Result<QList<Item>>();
    const bool known = mailbox && items;
    call.xml.startM("FreeBusyResponse");
    call.xml.startM("ResponseMessage");
    call.xml.attribute("ResponseClass", known ? QStringLiteral("Success") : QStringLiteral("Error"));
    if (!known)
        call.xml.m("MessageText", QStringLiteral("Unable to resolve e-mail address ") + address->text);
    call.xml.m("ResponseCode", known ? QStringLiteral("NoError") : QStringLiteral("ErrorMailRecipientNotFound"));
    call.xml.end();
    if (known)
        writeBusyTimes(call, *items, window, zone);
    call.xml.end();
}

} // namespace

void getFolder(const EwsCall& call)
{
    EwsResponse response(call.xml, "GetFolder");
    const XmlElement& shape = *call.request.child(QLatin1String("FolderShape"));
    const bool whole = shape.childText(QLatin1String("BaseShape")) != QLatin1String("IdOnly")
        || shape.child(QLatin1String("AdditionalProperties"));
    for (const XmlElement& id : call.request.child(QLatin1String("FolderIds"))->children) {
        const auto target = folderFrom(call, id);
        if (target)
            response.success([&] { writeFolder(call, *target, whole); });
        else
            response.error(target.error(), [&] {
                call.xml.startM("Folders");
                call.xml.end();
            });
    }
}

void resolveNames(const EwsCall& call)
{
    EwsResponse response(call.xml, "ResolveNames");
    const QString entry = call.request.childText(QLatin1String("UnresolvedEntry")).trimmed();
    QList<const Mailbox*> found;
    const QList<Mailbox*> all = call.site.mailboxes();
    for (const Mailbox* mailbox : all) {
        if (isNamed(*mailbox, entry) && found.size() < mostResolved)
            found.append(mailbox);
    }
    if (found.isEmpty()) {
        return response.error({QStringLiteral("ErrorNameResolutionNoResults"), QStringLiteral("No results were found."),
                               std::nullopt});
    }
    const auto set = [&] {
        call.xml.startM("ResolutionSet");
        call.xml.attribute("TotalItemsInView", QString::number(found.size()));
        call.xml.attribute("IncludesLastItemInRange", QStringLiteral("true"));
        for (const Mailbox* mailbox : std::as_const(found))
            writeResolution(call, *mailbox);
        call.xml.end();
    };
    if (found.size() == 1)
        return response.success(set);
    response.warning({QStringLiteral("ErrorNameResolutionMultipleResults"),
                      QStringLiteral("Multiple results were found."), std::nullopt},
                     set);
}

void getUserAvailability(const EwsCall& call)
{
    const XmlElement* options = call.request.child(QLatin1String("FreeBusyViewOptions"));
    const ZoneBias zone = ZoneBias::fromEws(call.request.child(QLatin1String("TimeZone")));
    TimeRange window;
    if (options) {
        const XmlElement& asked = *options->child(QLatin1String("TimeWindow"));
        window = {zone.instantFrom(asked.childText(QLatin1String("StartTime"))),
                  zone.instantFrom(asked.childText(QLatin1String("EndTime")))};
    }
    call.xml.startM("GetUserAvailabilityResponse");
    call.xml.startM("FreeBusyResponseArray");
    for (const XmlElement& mailboxData : call.request.child(QLatin1String("MailboxDataArray"))->children) {
        if (options && !window.isEmpty() && window.end - window.start <= longestWindow) {
            writeAvailability(call, mailboxData, window, zone);
            continue;
        }
        call.xml.startM("FreeBusyResponse");
        call.xml.startM("ResponseMessage");
        call.xml.attribute("ResponseClass", QStringLiteral("Error"));
        call.xml.m("MessageText", QStringLiteral("The requested time window is too long or empty."));
        call.xml.m("ResponseCode", QStringLiteral("ErrorTimeIntervalTooBig"));
        call.xml.end();
        call.xml.end();
    }
    call.xml.end();
    call.xml.end();
}

} // namespace reserve::practice
