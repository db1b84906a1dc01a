// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// FindItem, GetItem and SyncFolderItems.
#include "models/practice/ewssearch.h"
#include "models/practice/ewsshape.h"

namespace reserve::practice {

namespace {

// EWSFindCountLimit.
constexpr int mostFound = 1'000;
constexpr auto longestView = std::chrono::days(2 * 366);

struct Found
{
    QList<Item> items;
    int total = 0;
    std::optional<int> nextOffset; // of a page
    bool isLast = true;
};

EwsResult<Found> calendarView(const EwsCall& call, const FolderTarget& target, const XmlElement& view)
{
    if (call.request.child(QLatin1String("Restriction")) || call.request.child(QLatin1String("SortOrder"))) {
        return ewsFailure(QStringLiteral("ErrorInvalidOperation"),
                          QStringLiteral("Restrictions and sort order may not be specified for a CalendarView."));
    }
    if (target.folder != Folder::Calendar) {
        return ewsFailure(QStringLiteral("ErrorCalendarFolderIsInvalidForCalendarView"),
                          QStringLiteral("CalendarView can only be used with calendar folders."));
    }
    const TimeRange range{fromDateTime(QDateTime::fromString(view.value(QLatin1String("StartDate")), Qt::ISODate)),
                          fromDateTime(QDateTime::fromString(view.value(QLatin1String("EndDate")), Qt::ISODate))};
    if (range.end < range.start) {
        return ewsFailure(QStringLiteral("ErrorCalendarEndDateIsEarlierThanStartDate"),
                          QStringLiteral("EndDate is earlier than StartDate"));
    }
    if (range.end - range.start > longestView) {
        return ewsFailure(QStringLiteral("ErrorCalendarViewRangeTooBig"),
                          QStringLiteral("The specified view range exceeds the maximum range of two years."));
    }
    const auto items = target.mailbox->calendarView(range, call.site.reader());
    if (!items)
        return tl::unexpected(faultOf(items.error()));
    Found found{*items, int(items->size()), std::nullopt, true};
    const auto most = view.attribute(QLatin1String("MaxEntriesReturned"));
    const int limit = most ? most->toInt() : mostFound;
    found.isLast = found.total <= limit;
    found.items = found.items.mid(0, limit);
    return found;
}

// What FindItem may ask elsewhere, and what would be answered with everything if it were passed over.
EwsResult<void> checkOffered(const XmlElement& request)
{
    if (!request.childText(QLatin1String("QueryString")).trimmed().isEmpty()) {
        return ewsFailure(QStringLiteral("ErrorUnsupportedQueryFilter"),
                          QStringLiteral("Query strings are not offered here. Use a restriction."));
    }
    for (const char* name :
         {"GroupBy", "DistinguishedGroupBy", "FractionalPageItemView", "SeekToConditionPageItemView", "ContactsView"}) {
        if (request.child(QLatin1String(name))) {
            return ewsFailure(QStringLiteral("ErrorInvalidOperation"),
                              QString::fromLatin1(name)
                                  + u" is not offered here. Use an indexed page or a calendar "
                                    u"view.");
        }
    }
    return {};
}

EwsResult<Found> searched(const EwsCall& call, const FolderTarget& target)
{
    // Neither hidden items nor those deleted for good are kept.
    const bool isShallow = call.request.value(QLatin1String("Traversal")) == QLatin1String("Shallow");
    QList<Item> items = isShallow ? target.mailbox->inFolder(target.folder) : QList<Item>();
    if (const XmlElement* restriction = call.request.child(QLatin1String("Restriction"))) {
        const auto fitting = matching(items, *restriction);
        if (!fitting)
            return tl::unexpected(fitting.error());
        items = *fitting;
    }
    if (const XmlElement* order = call.request.child(QLatin1String("SortOrder"))) {
        if (const auto sorted = sortItems(items, *order); !sorted)
            return tl::unexpected(sorted.error());
    }
    const XmlElement* page = call.request.child(QLatin1String("IndexedPageItemView"));
    const auto most = page ? page->attribute(QLatin1String("MaxEntriesReturned")) : std::nullopt;
    const int offset = page ? page->value(QLatin1String("Offset")).toInt() : 0;
    const int limit = std::min(mostFound, most ? most->toInt() : mostFound);
    // From the end: the offset counts backwards, the items of the page keep their order.
    const bool fromEnd = page && page->value(QLatin1String("BasePoint")) == QLatin1String("End");
    const qsizetype rest = std::max<qsizetype>(0, items.size() - offset);
    const qsizetype first = fromEnd ? std::max<qsizetype>(0, rest - limit) : offset;
    Found found{items.mid(first, fromEnd ? rest - first : limit), int(items.size()), std::nullopt, true};
    found.isLast = offset + found.items.size() >= found.total;
    if (page)
        found.nextOffset = offset + int(found.items.size());
    return found;
}

void writeFound(const EwsCall& call, const Found& found, const FolderTarget& target, const ItemShape& shape)
{
    EwsXml& xml = call.xml;
    xml.startM("RootFolder");
    if (found.nextOffset)
        xml.attribute("IndexedPagingOffset", QString::number(*found.nextOffset));
    xml.attribute("TotalItemsInView", QString::number(found.total));
    xml.attribute("IncludesLastItemInRange", found.isLast ? QStringLiteral("true") : QStringLiteral("false"));
    xml.startT("Items");
    for (const Item& item : found.items)
        writeItem(xml, item, shape, {call.site, *target.mailbox});
    xml.end();
    xml.end();
}

void writeChange(const EwsCall& call, const Item& item, const ItemShape& shape, const FolderTarget& target, bool isNew)
{
    call.xml.startT(isNew ? "Create" : "Update");
    writeItem(call.xml, item, shape, {call.site, *target.mailbox});
    call.xml.end();
}

} // namespace

void findItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "FindItem");
    const auto shape = shapeFrom(*call.request.child(QLatin1String("ItemShape")));
    if (!shape)
        return response.error(shape.error());
    if (const auto offered = checkOffered(call.request); !offered)
        return response.error(offered.error());
    ItemShape finding = *shape;
    finding.finds = true;
    const XmlElement* view = call.request.child(QLatin1String("CalendarView"));
    for (const XmlElement& folder : call.request.child(QLatin1String("ParentFolderIds"))->children) {
        const auto target = folderFrom(call, folder);
        if (!target) {
            response.error(target.error());
            continue;
        }
        const auto found = view ? calendarView(call, *target, *view) : searched(call, *target);
        if (found)
            response.success([&] { writeFound(call, *found, *target, finding); });
        else
            response.error(found.error());
    }
}

void getItem(const EwsCall& call)
{
    EwsResponse response(call.xml, "GetItem");
    const auto items = [&call](const std::function<void()>& inside) {
        call.xml.startM("Items");
        if (inside)
            inside();
        call.xml.end();
    };
    const auto shape = shapeFrom(*call.request.child(QLatin1String("ItemShape")));
    for (const XmlElement& id : call.request.child(QLatin1String("ItemIds"))->children) {
        const auto target = itemFrom(call, id);
        if (!shape || !target) {
            response.error(shape ? target.error() : shape.error(), [&] { items({}); });
            continue;
        }
        response.success([&] {
            items([&] { writeItem(call.xml, target->item, *shape, {call.site, *target->mailbox}); });
        });
    }
}

void syncFolderItems(const EwsCall& call)
{
    EwsResponse response(call.xml, "SyncFolderItems");
    const auto shape = shapeFrom(*call.request.child(QLatin1String("ItemShape")));
    const auto target = folderFrom(call, call.request.child(QLatin1String("SyncFolderId"))->children.first());
    if (!shape || !target)
        return response.error(shape ? target.error() : shape.error());
    const QByteArray state
        = QByteArray::fromBase64(call.request.childText(QLatin1String("SyncState")).trimmed().toLatin1());
    bool isState = false;
    const qint64 since = state.isEmpty() ? 0 : state.mid(5).toLongLong(&isState);
    if (!state.isEmpty() && (!isState || !state.startsWith("sync|"))) {
        return response.error(
            {QStringLiteral("ErrorInvalidSyncStateData"), QStringLiteral("Sync state data is corrupt."), std::nullopt});
    }
    const int most = std::max(1, call.request.childText(QLatin1String("MaxChangesReturned")).toInt());
    QList<Item> changed = target->mailbox->changedSince(since, target->folder);
    std::sort(changed.begin(), changed.end(), [](const Item& a, const Item& b) { return a.version < b.version; });
    const bool isLast = changed.size() <= most;
    changed = changed.mid(0, most);
    const qint64 reached = isLast ? target->mailbox->changeCount() : changed.last().version;
    response.success([&] {
        call.xml.m("SyncState", QString::fromLatin1(QByteArray("sync|" + QByteArray::number(reached)).toBase64()));
        call.xml.m("IncludesLastItemInRange", isLast ? QStringLiteral("true") : QStringLiteral("false"));
        call.xml.startM("Changes");
        for (const Item& item : std::as_const(changed))
            writeChange(call, item, *shape, *target, target->mailbox->isNewSince(item.id, since));
        const QStringList removed = since == 0 ? QStringList() : target->mailbox->removedSince(since, target->folder);
        for (const QString& id : removed) {
            call.xml.startT("Delete");
            call.xml.startT("ItemId");
            call.xml.attribute("Id", id);
            call.xml.end();
            call.xml.end();
        }
        call.xml.end();
    });
}

} // namespace reserve::practice
