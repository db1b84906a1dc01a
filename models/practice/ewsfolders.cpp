// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// GetFolder and FindFolder.
#include "models/practice/ewssearch.h"
#include "models/practice/ewsshape.h"

#include <algorithm>
#include <array>

namespace reserve::practice {

namespace {

constexpr std::array allFolders{Folder::Calendar, Folder::DeletedItems, Folder::Drafts, Folder::Inbox,
                                Folder::SentItems};
const QString topName = QStringLiteral("msgfolderroot");
const QString rootName = QStringLiteral("root");

struct FolderWords
{
    const char* distinguished;
    const char* shown;
};

FolderWords wordsOf(Folder folder)
{
    switch (folder) {
    case Folder::Calendar:
        return {"calendar", "Calendar"};
    case Folder::Inbox:
        return {"inbox", "Inbox"};
    case Folder::DeletedItems:
        return {"deleteditems", "Deleted Items"};
    case Folder::SentItems:
        return {"sentitems", "Sent Items"};
    case Folder::Drafts:
        return {"drafts", "Drafts"};
    }
    return {"", ""};
}

bool isCalendar(const FolderTarget& target)
{
    return target.folder == Folder::Calendar && !target.isRoot();
}

QString distinguishedName(const FolderTarget& target)
{
    return target.isRoot() ? target.distinguishedName : QString::fromLatin1(wordsOf(target.folder).distinguished);
}

QString shownName(const FolderTarget& target)
{
    if (!target.isRoot())
        return QString::fromLatin1(wordsOf(target.folder).shown);
    return target.distinguishedName == topName ? QStringLiteral("Top of Information Store") : QStringLiteral("Root");
}

QString folderClass(const FolderTarget& target)
{
    return isCalendar(target) ? QStringLiteral("IPF.Appointment") : QStringLiteral("IPF.Note");
}

int itemsIn(const FolderTarget& target)
{
    return target.isRoot() ? 0 : int(target.mailbox->inFolder(target.folder).size());
}

std::optional<FolderTarget> parentOf(const FolderTarget& target)
{
    if (target.distinguishedName == rootName)
        return std::nullopt;
    return FolderTarget{target.mailbox, Folder::Inbox, target.isRoot() ? rootName : topName};
}

QList<FolderTarget> childrenOf(const FolderTarget& target)
{
    if (target.distinguishedName == rootName)
        return QList<FolderTarget>{FolderTarget{target.mailbox, Folder::Inbox, topName}};
    QList<FolderTarget> children;
    if (target.isRoot()) {
        for (const Folder folder : allFolders)
            children.append(FolderTarget{target.mailbox, folder});
    }
    return children;
}

// Each folder before what is in it.
void appendBelow(const FolderTarget& target, bool deep, QList<FolderTarget>& found)
{
    for (const FolderTarget& child : childrenOf(target)) {
        found.append(child);
        if (deep)
            appendBelow(child, deep, found);
    }
}

std::optional<QString> mapiValue(const FolderTarget& target, const PropertyName& name)
{
    constexpr int displayNameTag = 0x3001; // PidTagDisplayName
    constexpr int classTag = 0x3613;       // PidTagContainerClass
    if (!name.set.isEmpty() || name.type != QLatin1String("String"))
        return std::nullopt;
    if (name.id == displayNameTag)
        return shownName(target);
    return name.id == classTag ? std::optional(folderClass(target)) : std::nullopt;
}

// The account may do everything in every mailbox, and see what is private.
void writeRights(EwsXml& xml)
{
    xml.startT("EffectiveRights");
    for (const char* right :
         {"CreateAssociated", "CreateContents", "CreateHierarchy", "Delete", "Modify", "Read", "ViewPrivateItems"})
        xml.t(right, true);
    xml.end();
}

void writeId(EwsXml& xml, const char* element, const FolderTarget& target)
{
    xml.startT(element);
    xml.attribute("Id", target.id());
    xml.attribute("ChangeKey", QStringLiteral("AQAAAA=="));
    xml.end();
}

// In the order of the schema. What the base shape "Default" has is marked.
struct FolderField
{
    const char* uri;
    bool isDefault;
    void (*write)(EwsXml& xml, const FolderTarget& target);
};

constexpr char extendedPlace[] = "";

const QList<FolderField>& folderFields()
{
    static const QList<FolderField> fields{
        {"folder:ParentFolderId", false,
         [](EwsXml& xml, const FolderTarget& target) {
             if (const auto parent = parentOf(target))
                 writeId(xml, "ParentFolderId", *parent);
         }},
        {"folder:FolderClass", false,
         [](EwsXml& xml, const FolderTarget& target) { xml.t("FolderClass", folderClass(target)); }},
        {"folder:DisplayName", true,
         [](EwsXml& xml, const FolderTarget& target) { xml.t("DisplayName", shownName(target)); }},
        {"folder:TotalCount", true,
         [](EwsXml& xml, const FolderTarget& target) { xml.t("TotalCount", itemsIn(target)); }},
        {"folder:ChildFolderCount", true,
         [](EwsXml& xml, const FolderTarget& target) { xml.t("ChildFolderCount", int(childrenOf(target).size())); }},
        {extendedPlace, false, nullptr},
        {"folder:EffectiveRights", false, [](EwsXml& xml, const FolderTarget&) { writeRights(xml); }},
        {"folder:DistinguishedFolderId", false,
         [](EwsXml& xml, const FolderTarget& target) { xml.t("DistinguishedFolderId", distinguishedName(target)); }},
        {"folder:UnreadCount", true,
         [](EwsXml& xml, const FolderTarget& target) {
             if (!isCalendar(target))
                 xml.t("UnreadCount", 0);
         }},
    };
    return fields;
}

// What of a folder was asked for (FolderShape).
EwsResult<ItemShape> folderShapeFrom(const XmlElement& folderShape)
{
    auto shape = shapeFrom(folderShape);
    if (!shape)
        return shape;
    for (const QString& uri : std::as_const(shape->fields)) {
        const bool isKnown = uri == QLatin1String("folder:FolderId")
            || std::any_of(folderFields().begin(), folderFields().end(),
                           [&uri](const FolderField& field) { return uri == QLatin1String(field.uri); });
        if (!isKnown) {
            return ewsFailure(QStringLiteral("ErrorInvalidPropertyRequest"),
                              QString(u"Property is not valid for this object type, or not offered here: " + uri));
        }
    }
    return shape;
}

bool isWanted(const FolderField& field, const ItemShape& shape)
{
    return shape.base == ItemShape::Base::All || shape.fields.contains(QString::fromLatin1(field.uri))
        || (shape.base == ItemShape::Base::Default && field.isDefault);
}

void writeFolder(EwsXml& xml, const FolderTarget& target, const ItemShape& shape)
{
    xml.startT(isCalendar(target) ? "CalendarFolder" : "Folder");
    writeId(xml, "FolderId", target);
    for (const FolderField& field : folderFields()) {
        if (field.write && isWanted(field, shape))
            field.write(xml, target);
        if (field.write)
            continue;
        for (const ItemShape::Extended& asked : shape.extended) {
            if (const auto value = mapiValue(target, asked.name))
                writeExtendedProperty(xml, asked, *value);
        }
    }
    xml.end();
}

EwsResult<std::optional<QString>> searchedValue(const FolderTarget& target, const XmlElement& path)
{
    if (path.name == QLatin1String("ExtendedFieldURI")) {
        const auto name = propertyFromEws(path);
        if (!name) {
            return ewsFailure(QStringLiteral("ErrorInvalidExtendedProperty"),
                              QStringLiteral("Extended property attributes are invalid."));
        }
        return mapiValue(target, *name);
    }
    const QString uri = path.value(QLatin1String("FieldURI"));
    if (uri == QLatin1String("folder:DisplayName"))
        return std::optional(shownName(target));
    if (uri == QLatin1String("folder:FolderClass"))
        return std::optional(folderClass(target));
    return ewsFailure(QStringLiteral("ErrorUnsupportedPathForQuery"),
                      QStringLiteral("The property can not be used with this type of restriction."));
}

PropertyReader readerOf(const FolderTarget& target)
{
    return [target](const XmlElement& path) { return searchedValue(target, path); };
}

EwsResult<QList<FolderTarget>> fitting(const QList<FolderTarget>& folders, const XmlElement* restriction,
                                       const FolderTarget& parent)
{
    if (!restriction)
        return folders;
    // Even where there is nothing to look through the question must be one that can be asked.
    if (const auto asked = matches(readerOf(parent), restriction->children.first()); !asked)
        return tl::unexpected(asked.error());
    QList<FolderTarget> found;
    for (const FolderTarget& folder : folders) {
        const auto fits = matches(readerOf(folder), restriction->children.first());
        if (!fits)
            return tl::unexpected(fits.error());
        if (*fits)
            found.append(folder);
    }
    return found;
}

struct FolderPage
{
    QList<FolderTarget> folders;
    qsizetype total = 0;
    std::optional<qsizetype> nextOffset;
    bool isLast = true;
};

// From the end the offset counts backwards; the folders of the page keep their order.
FolderPage pageOf(const QList<FolderTarget>& folders, const XmlElement* page)
{
    if (!page)
        return {folders, folders.size(), std::nullopt, true};
    const qsizetype offset = std::max(0, page->value(QLatin1String("Offset")).toInt());
    const auto most = page->attribute(QLatin1String("MaxEntriesReturned"));
    const qsizetype limit = most ? std::max(0, most->toInt()) : folders.size();
    const bool fromEnd = page->value(QLatin1String("BasePoint")) == QLatin1String("End");
    const qsizetype rest = std::max<qsizetype>(0, folders.size() - offset);
    const qsizetype first = fromEnd ? std::max<qsizetype>(0, rest - limit) : offset;
    FolderPage found{folders.mid(first, fromEnd ? rest - first : limit), folders.size(), std::nullopt, true};
    found.nextOffset = offset + found.folders.size();
    found.isLast = *found.nextOffset >= found.total;
    return found;
}

EwsResult<FolderPage> foldersIn(const EwsCall& call, const XmlElement& id)
{
    const auto parent = folderFrom(call, id);
    if (!parent)
        return tl::unexpected(parent.error());
    QList<FolderTarget> folders;
    const QString traversal = call.request.value(QLatin1String("Traversal"));
    // Nothing of what was deleted for good is kept.
    if (traversal != QLatin1String("SoftDeleted"))
        appendBelow(*parent, traversal == QLatin1String("Deep"), folders);
    const auto found = fitting(folders, call.request.child(QLatin1String("Restriction")), *parent);
    if (!found)
        return tl::unexpected(found.error());
    return pageOf(*found, call.request.child(QLatin1String("IndexedPageFolderView")));
}

void writeFound(EwsXml& xml, const FolderPage& found, const ItemShape& shape)
{
    xml.startM("RootFolder");
    if (found.nextOffset)
        xml.attribute("IndexedPagingOffset", QString::number(*found.nextOffset));
    xml.attribute("TotalItemsInView", QString::number(found.total));
    xml.attribute("IncludesLastItemInRange", found.isLast ? QStringLiteral("true") : QStringLiteral("false"));
    xml.startT("Folders");
    for (const FolderTarget& folder : found.folders)
        writeFolder(xml, folder, shape);
    xml.end();
    xml.end();
}

} // namespace

void getFolder(const EwsCall& call)
{
    EwsResponse response(call.xml, "GetFolder");
    const auto folders = [&call](const std::function<void()>& inside) {
        call.xml.startM("Folders");
        if (inside)
            inside();
        call.xml.end();
    };
    const auto shape = folderShapeFrom(*call.request.child(QLatin1String("FolderShape")));
    for (const XmlElement& id : call.request.child(QLatin1String("FolderIds"))->children) {
        const auto target = folderFrom(call, id);
        if (shape && target)
            response.success([&] { folders([&] { writeFolder(call.xml, *target, *shape); }); });
        else
            response.error(shape ? target.error() : shape.error(), [&] { folders({}); });
    }
}

void findFolder(const EwsCall& call)
{
    EwsResponse response(call.xml, "FindFolder");
    const auto shape = folderShapeFrom(*call.request.child(QLatin1String("FolderShape")));
    if (!shape)
        return response.error(shape.error());
    if (call.request.child(QLatin1String("FractionalPageFolderView"))) {
        return response.error({QStringLiteral("ErrorInvalidOperation"),
                               QStringLiteral("FractionalPageFolderView is not offered here. Use an indexed page."),
                               std::nullopt});
    }
    for (const XmlElement& id : call.request.child(QLatin1String("ParentFolderIds"))->children) {
        const auto found = foldersIn(call, id);
        if (found)
            response.success([&] { writeFound(call.xml, *found, *shape); });
        else
            response.error(found.error());
    }
}

} // namespace reserve::practice
