// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// GetUserConfiguration, ResolveNames and GetUserAvailability.
#include "models/practice/busystrip.h"
#include "models/practice/ewscall.h"
#include "models/practice/ewswords.h"
#include "models/practice/zonebias.h"

namespace reserve::practice {

namespace {

constexpr auto longestWindow = std::chrono::days(62);
constexpr int mostResolved = 100;

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

// How availability is asked for (FreeBusyViewOptions).
struct BusyView
{
    TimeRange window;
    ZoneBias zone;
    QString kind; // RequestedView
    Minutes interval{30};

    bool isMerged() const { return kind.contains(QLatin1String("Merged")); }
    bool isDetailed() const { return kind.startsWith(QLatin1String("Detailed")); }
};

EwsResult<BusyView> busyViewFrom(const XmlElement& request, const XmlElement& options)
{
    BusyView view;
    view.zone = ZoneBias::fromEws(request.child(QLatin1String("TimeZone")));
    const XmlElement& asked = *options.child(QLatin1String("TimeWindow"));
    view.window = {view.zone.instantFrom(asked.childText(QLatin1String("StartTime"))),
                   view.zone.instantFrom(asked.childText(QLatin1String("EndTime")))};
    if (view.window.isEmpty() || view.window.end - view.window.start > longestWindow) {
        return ewsFailure(QStringLiteral("ErrorTimeIntervalTooBig"),
                          QStringLiteral("The requested time window is too long or empty."));
    }
    view.kind = options.childText(QLatin1String("RequestedView")).trimmed();
    if (view.kind.isEmpty())
        view.kind = QStringLiteral("FreeBusy");
    static const QStringList kinds{QStringLiteral("MergedOnly"), QStringLiteral("FreeBusy"),
                                   QStringLiteral("FreeBusyMerged"), QStringLiteral("Detailed"),
                                   QStringLiteral("DetailedMerged")};
    if (!kinds.contains(view.kind)) {
        return ewsFailure(QStringLiteral("ErrorInvalidFreeBusyViewType"),
                          QStringLiteral("The requested view is none that can be told."));
    }
    if (const XmlElement* interval = options.child(QLatin1String("MergedFreeBusyIntervalInMinutes")))
        view.interval = Minutes(interval->text.trimmed().toInt());
    if (view.isMerged() && (view.interval < shortestInterval || view.interval > longestInterval)) {
        return ewsFailure(QStringLiteral("ErrorInvalidMergedFreeBusyInterval"),
                          QStringLiteral("The interval is from 5 to 1440 minutes."));
    }
    return view;
}

void writeDetails(EwsXml& xml, const Item& item)
{
    const bool isPrivate = item.privacy != PrivacyKind::Public;
    xml.startT("CalendarEventDetails");
    if (!isPrivate) {
        xml.t("Subject", item.subject);
        xml.t("Location", item.location);
    }
    xml.t("IsMeeting", item.isMeeting);
    xml.t("IsRecurring", item.date.has_value());
    xml.t("IsException", item.date && item.date->isException);
    xml.t("IsReminderSet", item.reminderIsSet);
    xml.t("IsPrivate", isPrivate);
    xml.end();
}

void writeBusyTimes(EwsXml& xml, const QList<Item>& items, const BusyView& view)
{
    xml.startM("FreeBusyView");
    xml.t("FreeBusyViewType", view.kind);
    if (view.isMerged())
        xml.t("MergedFreeBusy", busyStrip(items, view.window, view.interval));
    if (view.kind != QLatin1String("MergedOnly")) {
        xml.startT("CalendarEventArray");
        for (const Item& item : items) {
            if (item.busy == BusyKind::Free || !item.time.overlaps(view.window))
                continue;
            xml.startT("CalendarEvent");
            xml.t("StartTime", view.zone.wallText(item.time.start));
            xml.t("EndTime", view.zone.wallText(item.time.end));
            xml.t("BusyType", ewsBusy(item.busy));
            if (view.isDetailed())
                writeDetails(xml, item);
            xml.end();
        }
        xml.end();
    }
    xml.end();
}

void writeOutcome(EwsXml& xml, const std::optional<EwsFault>& fault)
{
    xml.startM("ResponseMessage");
    xml.attribute("ResponseClass", fault ? QStringLiteral("Error") : QStringLiteral("Success"));
    if (fault)
        xml.m("MessageText", fault->message);
    xml.m("ResponseCode", fault ? fault->code : QStringLiteral("NoError"));
    xml.end();
}

void writeAvailability(const EwsCall& call, const XmlElement& mailboxData, const EwsResult<BusyView>& view)
{
    const QString address = mailboxData.at({QLatin1String("Email"), QLatin1String("Address")})->text.trimmed();
    Mailbox* mailbox = call.site.find(address);
    const auto items
        = mailbox && view ? mailbox->calendarView(view->window, call.site.reader()) : Result<QList<Item>>();
    call.xml.startM("FreeBusyResponse");
    if (!view) {
        writeOutcome(call.xml, view.error());
    } else if (!mailbox || !items) {
        writeOutcome(call.xml,
                     EwsFault{QStringLiteral("ErrorMailRecipientNotFound"),
                              u"Unable to resolve e-mail address " + address, std::nullopt});
    } else {
        writeOutcome(call.xml, std::nullopt);
        writeBusyTimes(call.xml, *items, *view);
    }
    call.xml.end();
}

void writeEntry(EwsXml& xml, const QString& key, const QString& type, const QString& value)
{
    xml.startT("DictionaryEntry");
    xml.startT("DictionaryKey");
    xml.t("Type", QStringLiteral("String"));
    xml.t("Value", key);
    xml.end();
    xml.startT("DictionaryValue");
    xml.t("Type", type);
    xml.t("Value", value);
    xml.end();
    xml.end();
}

} // namespace

// Of a room's calendar alone, where Set-CalendarProcessing keeps its settings.
void getUserConfiguration(const EwsCall& call)
{
    EwsResponse response(call.xml, "GetUserConfiguration");
    const XmlElement& name = *call.request.child(QLatin1String("UserConfigurationName"));
    const auto target = folderFrom(call, name.children.first());
    if (!target)
        return response.error(target.error());
    const bool isKept = target->mailbox->isRoom() && target->folder == Folder::Calendar
        && name.value(QLatin1String("Name")) == QLatin1String("Calendar");
    if (!isKept) {
        return response.error({QStringLiteral("ErrorItemNotFound"),
                               QStringLiteral("The specified object was not found in the store."), std::nullopt});
    }
    response.success([&] {
        call.xml.startM("UserConfiguration");
        call.xml.startT("UserConfigurationName");
        call.xml.attribute("Name", QStringLiteral("Calendar"));
        call.xml.startT("DistinguishedFolderId");
        call.xml.attribute("Id", QStringLiteral("calendar"));
        call.xml.end();
        call.xml.end();
        call.xml.startT("Dictionary");
        writeEntry(call.xml, QStringLiteral("AutomateProcessing"), QStringLiteral("Integer32"),
                   call.site.switches().autoAccept ? QStringLiteral("2") : QStringLiteral("1"));
        writeEntry(call.xml, QStringLiteral("AllBookInPolicy"), QStringLiteral("Boolean"), QStringLiteral("true"));
        call.xml.end();
        call.xml.end();
    });
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
        return response.error(
            {QStringLiteral("ErrorNameResolutionNoResults"), QStringLiteral("No results were found."), std::nullopt});
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
    const bool suggests = call.request.child(QLatin1String("SuggestionsViewOptions"));
    call.xml.startM("GetUserAvailabilityResponse");
    if (options || !suggests) {
        const EwsResult<BusyView> view = options
            ? busyViewFrom(call.request, *options)
            : ewsFailure(QStringLiteral("ErrorInvalidFreeBusyViewType"),
                         QStringLiteral("Neither free times nor suggestions are asked for."));
        call.xml.startM("FreeBusyResponseArray");
        for (const XmlElement& mailboxData : call.request.child(QLatin1String("MailboxDataArray"))->children)
            writeAvailability(call, mailboxData, view);
        call.xml.end();
    }
    if (suggests) {
        call.xml.startM("SuggestionsResponse");
        writeOutcome(call.xml,
                     EwsFault{QStringLiteral("ErrorInvalidOperation"),
                              QStringLiteral("Suggestions are not offered here."), std::nullopt});
        call.xml.end();
    }
    call.xml.end();
}

} // namespace reserve::practice
