// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewssearch.h"

#include "models/practice/ewsshape.h"
#include "models/practice/ewswords.h"

#include <algorithm>

namespace reserve::practice {

namespace {

QString boolText(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString classText(const Item& item)
{
    switch (item.itemClass) {
    case ItemClass::Appointment:
        return QStringLiteral("IPM.Appointment");
    case ItemClass::Request:
        return QStringLiteral("IPM.Schedule.Meeting.Request");
    case ItemClass::Cancellation:
        return QStringLiteral("IPM.Schedule.Meeting.Canceled");
    case ItemClass::Response:
        return item.answer == Answer::Declined ? QStringLiteral("IPM.Schedule.Meeting.Resp.Neg")
                                               : QStringLiteral("IPM.Schedule.Meeting.Resp.Pos");
    case ItemClass::Note:
        return QStringLiteral("IPM.Note");
    }
    return {};
}

QString kindText(const Item& item)
{
    return item.isSeries() ? QStringLiteral("RecurringMaster") : QStringLiteral("Single");
}

using Reader = QString (*)(const Item&);

Reader readerOf(const QString& uri)
{
    static const QHash<QString, Reader> readers{
        {QStringLiteral("item:ItemClass"), [](const Item& item) { return classText(item); }},
        {QStringLiteral("item:Subject"), [](const Item& item) { return item.subject; }},
        {QStringLiteral("item:DateTimeReceived"), [](const Item& item) { return toIso(item.createdAt); }},
        {QStringLiteral("item:DateTimeCreated"), [](const Item& item) { return toIso(item.createdAt); }},
        {QStringLiteral("item:LastModifiedTime"), [](const Item& item) { return toIso(item.modifiedAt); }},
        {QStringLiteral("calendar:Start"), [](const Item& item) { return toIso(item.time.start); }},
        {QStringLiteral("calendar:End"), [](const Item& item) { return toIso(item.time.end); }},
        {QStringLiteral("calendar:Location"), [](const Item& item) { return item.location; }},
        {QStringLiteral("calendar:IsMeeting"), [](const Item& item) { return boolText(item.isMeeting); }},
        {QStringLiteral("calendar:IsAllDayEvent"), [](const Item& item) { return boolText(item.allDay); }},
        {QStringLiteral("calendar:LegacyFreeBusyStatus"), [](const Item& item) { return ewsBusy(item.busy); }},
        {QStringLiteral("calendar:IsCancelled"), [](const Item& item) { return boolText(item.isCancelled); }},
        {QStringLiteral("calendar:IsRecurring"), [](const Item& item) { return boolText(item.isSeries()); }},
        {QStringLiteral("calendar:CalendarItemType"), &kindText},
        {QStringLiteral("calendar:MyResponseType"), [](const Item& item) { return ewsAnswer(item.answer); }},
        {QStringLiteral("calendar:Organizer"),
         [](const Item& item) { return QString(item.organizer.name + u' ' + item.organizer.address).trimmed(); }},
        {QStringLiteral("item:Importance"), [](const Item& item) { return item.importance; }},
        {QStringLiteral("item:Sensitivity"), [](const Item& item) { return ewsSensitivity(item.privacy); }},
        {QStringLiteral("item:Categories"), [](const Item& item) { return item.categories.join(valueSeparator); }},
        {QStringLiteral("message:IsRead"), [](const Item& item) { return boolText(item.isRead); }},
        {QStringLiteral("message:InternetMessageId"), [](const Item& item) { return item.messageId; }},
    };
    return readers.value(uri, nullptr);
}

EwsResult<std::optional<QString>> valueOf(const Item& item, const XmlElement& path)
{
    if (path.name == QLatin1String("ExtendedFieldURI")) {
        const auto name = propertyFromEws(path);
        if (!name) {
            return ewsFailure(QStringLiteral("ErrorInvalidExtendedProperty"),
                              QStringLiteral("Extended property attributes are invalid."));
        }
        return propertyValue(item, *name);
    }
    const Reader reader
        = path.name == QLatin1String("FieldURI") ? readerOf(path.value(QLatin1String("FieldURI"))) : nullptr;
    if (!reader) {
        return ewsFailure(QStringLiteral("ErrorUnsupportedPathForQuery"),
                          QStringLiteral("The property can not be used with this type of restriction."));
    }
    return std::optional(reader(item));
}

PropertyReader readerOfItem(const Item& item)
{
    return [&item](const XmlElement& path) { return valueOf(item, path); };
}

EwsResult<std::optional<QString>> operandOf(const PropertyReader& valueOf, const XmlElement& operand)
{
    const XmlElement& inside = operand.children.first();
    if (inside.name == QLatin1String("Constant"))
        return std::optional(inside.value(QLatin1String("Value")));
    return valueOf(inside);
}

// Times in one form, so that text compares as time does.
QString comparable(const QString& text)
{
    const auto instant = text.contains(QLatin1Char('T')) ? instantFromIso(text) : std::nullopt;
    return instant ? toIsoMilliseconds(*instant) : text;
}

bool compares(const QString& name, const QString& left, const QString& right)
{
    const int order = comparable(left).compare(comparable(right));
    if (name == QLatin1String("IsEqualTo"))
        return order == 0;
    if (name == QLatin1String("IsNotEqualTo"))
        return order != 0;
    if (name == QLatin1String("IsGreaterThan"))
        return order > 0;
    if (name == QLatin1String("IsGreaterThanOrEqualTo"))
        return order >= 0;
    return name == QLatin1String("IsLessThan") ? order < 0 : order <= 0;
}

// A property of several values compares where any of them does.
bool comparesAny(const QString& name, const QString& left, const QString& right)
{
    const QStringList values = left.split(valueSeparator);
    return std::any_of(values.begin(), values.end(),
                       [&](const QString& value) { return compares(name, value, right); });
}

EwsResult<bool> matchesSeveral(const PropertyReader& valueOf, const XmlElement& expression, bool all)
{
    for (const XmlElement& inner : expression.children) {
        const auto result = matches(valueOf, inner);
        if (!result || *result != all)
            return result;
    }
    return all;
}

EwsResult<bool> matchesText(const PropertyReader& valueOf, const XmlElement& expression)
{
    const auto value = valueOf(expression.children.first());
    if (!value)
        return tl::unexpected(value.error());
    const QString wanted = expression.children.last().value(QLatin1String("Value"));
    const QString comparison = expression.value(QLatin1String("ContainmentComparison"));
    const auto sensitivity = comparison.startsWith(QLatin1String("Ignore")) ? Qt::CaseInsensitive : Qt::CaseSensitive;
    const QString mode = expression.value(QLatin1String("ContainmentMode"));
    const QString text = value->value_or(QString());
    if (mode == QLatin1String("FullString"))
        return text.compare(wanted, sensitivity) == 0;
    return mode == QLatin1String("Prefixed") ? text.startsWith(wanted, sensitivity)
                                             : text.contains(wanted, sensitivity);
}

} // namespace

EwsResult<bool> matches(const PropertyReader& valueOf, const XmlElement& expression)
{
    const QString& name = expression.name;
    if (name == QLatin1String("And") || name == QLatin1String("Or"))
        return matchesSeveral(valueOf, expression, name == QLatin1String("And"));
    if (name == QLatin1String("Not")) {
        const auto inner = matches(valueOf, expression.children.first());
        return inner ? EwsResult<bool>(!*inner) : inner;
    }
    if (name == QLatin1String("Contains"))
        return matchesText(valueOf, expression);
    if (name == QLatin1String("Excludes"))
        return ewsFailure(QStringLiteral("ErrorUnsupportedQueryFilter"), QStringLiteral("Excludes is not supported."));
    const auto left = valueOf(expression.children.first());
    if (!left)
        return tl::unexpected(left.error());
    if (name == QLatin1String("Exists"))
        return left->has_value();
    const auto right = operandOf(valueOf, expression.children.last());
    if (!right)
        return tl::unexpected(right.error());
    return left->has_value() && right->has_value() && comparesAny(name, **left, **right);
}

EwsResult<QList<Item>> matching(const QList<Item>& items, const XmlElement& restriction)
{
    // Even where there is nothing to look through the question must be one that can be asked.
    const Item none{};
    if (const auto asked = matches(readerOfItem(none), restriction.children.first()); !asked)
        return tl::unexpected(asked.error());
    QList<Item> found;
    for (const Item& item : items) {
        const auto fits = matches(readerOfItem(item), restriction.children.first());
        if (!fits)
            return tl::unexpected(fits.error());
        if (*fits)
            found.append(item);
    }
    return found;
}

EwsResult<void> sortItems(QList<Item>& items, const XmlElement& sortOrder)
{
    for (const XmlElement& order : sortOrder.children) {
        if (!readerOf(order.children.first().value(QLatin1String("FieldURI")))) {
            return ewsFailure(QStringLiteral("ErrorUnsupportedPathForSortGroup"),
                              QStringLiteral("The property can not be used for sorting or grouping."));
        }
    }
    // The last order first, so that the first one has the last word.
    for (auto order = sortOrder.children.crbegin(); order != sortOrder.children.crend(); ++order) {
        const Reader reader = readerOf(order->children.first().value(QLatin1String("FieldURI")));
        const bool descending = order->value(QLatin1String("Order")) == QLatin1String("Descending");
        std::stable_sort(items.begin(), items.end(), [reader, descending](const Item& a, const Item& b) {
            return descending ? reader(b) < reader(a) : reader(a) < reader(b);
        });
    }
    return {};
}

} // namespace reserve::practice
