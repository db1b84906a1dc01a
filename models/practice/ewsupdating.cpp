// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// UpdateItem.
#include "models/practice/ewscall.h"
#include "models/practice/ewsitemreader.h"
#include "models/practice/propertyname.h"
#include "models/practice/responding.h"

#include <QSet>

namespace reserve::practice {

namespace {

const QString sendToNone = QStringLiteral("SendToNone");

// What the server alone says of an item; MIME content of an appointment cannot be taken here.
bool isReadOnly(const QString& property)
{
    static const QSet<QString> names{QStringLiteral("ItemId"),
                                     QStringLiteral("ParentFolderId"),
                                     QStringLiteral("DateTimeReceived"),
                                     QStringLiteral("Size"),
                                     QStringLiteral("DateTimeSent"),
                                     QStringLiteral("DateTimeCreated"),
                                     QStringLiteral("HasAttachments"),
                                     QStringLiteral("LastModifiedTime"),
                                     QStringLiteral("LastModifiedName"),
                                     QStringLiteral("DisplayTo"),
                                     QStringLiteral("DisplayCc"),
                                     QStringLiteral("RecurrenceId"),
                                     QStringLiteral("DateTimeStamp"),
                                     QStringLiteral("OriginalStart"),
                                     QStringLiteral("IsMeeting"),
                                     QStringLiteral("IsCancelled"),
                                     QStringLiteral("IsRecurring"),
                                     QStringLiteral("MeetingRequestWasSent"),
                                     QStringLiteral("CalendarItemType"),
                                     QStringLiteral("MyResponseType"),
                                     QStringLiteral("Organizer"),
                                     QStringLiteral("Duration"),
                                     QStringLiteral("AppointmentReplyTime"),
                                     QStringLiteral("AppointmentSequenceNumber"),
                                     QStringLiteral("AppointmentState"),
                                     QStringLiteral("FirstOccurrence"),
                                     QStringLiteral("LastOccurrence"),
                                     QStringLiteral("ModifiedOccurrences"),
                                     QStringLiteral("DeletedOccurrences"),
                                     QStringLiteral("MimeContent")};
    return names.contains(property);
}

// Whether a change means the property that it brings: each is called in its path as its element is.
bool isMeantBy(const XmlElement& path, const XmlElement& property)
{
    if (path.name == QLatin1String("ExtendedFieldURI")) {
        const XmlElement* own = property.child(QLatin1String("ExtendedFieldURI"));
        const auto meant = propertyFromEws(path);
        const auto brought = own ? propertyFromEws(*own) : std::nullopt;
        return meant && brought && meant->key() == brought->key();
    }
    const QString uri = path.value(QLatin1String("FieldURI"));
    return uri.mid(uri.indexOf(QLatin1Char(':')) + 1) == property.name;
}

EwsResult<void> applyUpdate(EwsItemReader& reader, const XmlElement& update)
{
    if (update.name == QLatin1String("DeleteItemField"))
        return reader.clear(update.children.first());
    const XmlElement& inside = update.children.last();
    if (inside.children.size() != 1) {
        return ewsFailure(QStringLiteral("ErrorIncorrectUpdatePropertyCount"),
                          QStringLiteral("An object within a change description must contain one and only one property "
                                         "to modify."));
    }
    const XmlElement& property = inside.children.first();
    if (!isMeantBy(update.children.first(), property)) {
        return ewsFailure(QStringLiteral("ErrorUpdatePropertyMismatch"),
                          u"The property path and the property of the change do not match: " + property.name);
    }
    if (isReadOnly(property.name)) {
        return ewsFailure(QStringLiteral("ErrorInvalidPropertySet"),
                          u"Set action is invalid for property: " + property.name);
    }
    return update.name == QLatin1String("AppendToItemField") ? reader.append(property) : reader.apply(inside);
}

// A property at a time is changed, so that AutoResolve always finds a way. It needs a change key to see whether there
// is a conflict; who overwrites always needs none.
EwsResult<void> checkConflict(const EwsCall& call, const ItemTarget& target)
{
    const QString resolution = call.request.value(QLatin1String("ConflictResolution"));
    if (resolution == QLatin1String("AlwaysOverwrite"))
        return {};
    if (const auto named = requireChangeKey(target); !named)
        return named;
    return resolution == QLatin1String("NeverOverwrite") ? checkChangeKey(target) : EwsResult<void>();
}

EwsResult<void> checkSending(const Item& item, const QString& sends)
{
    if (item.itemClass != ItemClass::Appointment)
        return {};
    if (sends.isEmpty()) {
        return ewsFailure(
            QStringLiteral("ErrorSendMeetingInvitationsOrCancellationsRequired"),
            QStringLiteral("SendMeetingInvitationsOrCancellations attribute is required for calendar items."));
    }
    // Microsoft's "Handling deletion-related errors": as long as nobody is told, it may be changed there.
    if (item.folder == Folder::DeletedItems && sends != sendToNone) {
        return ewsFailure(QStringLiteral("ErrorCalendarCannotUpdateDeletedItem"),
                          QStringLiteral("Cannot update calendar item that has already been deleted."));
    }
    return {};
}

// Of a date of a series that was moved.
EwsResult<void> checkPlace(const EwsCall& call, const ItemTarget& target, const Item& changed)
{
    const bool isMoved = changed.time != target.item.time;
    if (!isMoved || !target.mailbox->crossesNeighbour(changed, call.site.reader()))
        return {};
    return ewsFailure(QStringLiteral("ErrorOccurrenceCrossingBoundary"),
                      QStringLiteral("Modified occurrence is crossing or overlapping adjacent occurrence."));
}

EwsResult<Item> updateOne(const EwsCall& call, const XmlElement& change)
{
    const QString sends = call.request.value(QLatin1String("SendMeetingInvitationsOrCancellations"));
    const auto target = itemFrom(call, change.children.first());
    if (!target)
        return tl::unexpected(target.error());
    Item item = target->item;
    if (const auto free = checkConflict(call, *target); !free)
        return tl::unexpected(free.error());
    if (const auto told = checkSending(item, sends); !told)
        return tl::unexpected(told.error());
    EwsItemReader reader(call, item);
    for (const XmlElement& update : change.children.last().children) {
        if (const auto applied = applyUpdate(reader, update); !applied)
            return tl::unexpected(applied.error());
    }
    if (const auto fits = reader.finish(); !fits)
        return tl::unexpected(fits.error());
    if (const auto place = checkPlace(call, *target, item); !place)
        return tl::unexpected(place.error());
    const bool tells = sends != sendToNone && item.answer == Answer::Organizer && !item.attendees.isEmpty();
    if (tells)
        ++item.sequence;
    item.isMeeting = item.isMeeting || !item.attendees.isEmpty();
    target->mailbox->replace(item, call.site.now());
    const Item changed = presentItem(call, item.id);
    if (tells)
        tellAttendees(call.site, *target->mailbox, changed, ItipMethod::Request, {});
    return changed;
}

} // namespace

void updateItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "UpdateItem");
    for (const XmlElement& change : call.request.child(QLatin1String("ItemChanges"))->children) {
        const auto updated = updateOne(call, change);
        if (!updated) {
            response.error(updated.error(), [&] { writeItemIds(call, {}); });
            continue;
        }
        response.success([&] {
            writeItemIds(call, {*updated});
            call.xml.startM("ConflictResults");
            call.xml.t("Count", 0);
            call.xml.end();
        });
    }
}

} // namespace reserve::practice
