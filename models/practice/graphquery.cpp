// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/graphquery.h"

#include "models/itip/windowszones.h"
#include "models/practice/ewsshape.h"

#include <QRegularExpression>

namespace reserve::practice {

namespace {

const QString quotedText = QStringLiteral("'((?:[^']|'')*)'");
const QString expandOption = QStringLiteral("$expand");
const QString topOption = QStringLiteral("$top");
const QString skipOption = QStringLiteral("$skip");
constexpr int mostOnPage = 1'000;

tl::unexpected<GraphFault> badRequest(const QString& message)
{
    return graphFailure(400, QStringLiteral("BadRequest"), message);
}

QString zoneIn(const QByteArray& prefer)
{
    static const QRegularExpression zone(QStringLiteral("outlook\\.timezone=\"([^\"]*)\""));
    return zone.match(QString::fromUtf8(prefer)).captured(1);
}

QString unquoted(QString text)
{
    return text.replace(QStringLiteral("''"), QStringLiteral("'"));
}

// One comparison: a field, or an extended property, and the value that it must have.
struct Comparison
{
    QString field;
    std::optional<PropertyName> property;
    QString value;
};

std::optional<Comparison> comparisonAt(const QString& filter, qsizetype& at)
{
    static const QRegularExpression any(u"\\G\\s*singleValueExtendedProperties/[Aa]ny\\(\\s*(\\w+)\\s*:\\s*\\1/id eq "
                                        + quotedText + u" and \\1/value eq " + quotedText + u"\\s*\\)");
    static const QRegularExpression plain(u"\\G\\s*(\\w+) eq (?:" + quotedText + u"|(true|false))");
    if (const auto match = any.match(filter, at); match.hasMatch()) {
        const auto property = propertyFromGraph(unquoted(match.captured(2)));
        at = match.capturedEnd();
        return property ? std::optional(Comparison{{}, property, unquoted(match.captured(3))}) : std::nullopt;
    }
    const auto match = plain.match(filter, at);
    if (!match.hasMatch())
        return std::nullopt;
    at = match.capturedEnd();
    const QString word = match.captured(3);
    return Comparison{match.captured(1), std::nullopt, word.isEmpty() ? unquoted(match.captured(2)) : word};
}

std::optional<QString> fieldOf(const Item& item, const QString& field)
{
    if (field == QLatin1String("iCalUId"))
        return iCalUId(item);
    if (field == QLatin1String("uid"))
        return item.uid;
    if (field == QLatin1String("subject"))
        return item.subject;
    if (field == QLatin1String("transactionId"))
        return item.transactionId;
    if (field == QLatin1String("isCancelled"))
        return item.isCancelled ? QStringLiteral("true") : QStringLiteral("false");
    if (field == QLatin1String("internetMessageId"))
        return item.messageId;
    return std::nullopt;
}

bool holds(const Item& item, const Comparison& comparison)
{
    if (comparison.property)
        return propertyValue(item, *comparison.property) == comparison.value;
    const auto own = fieldOf(item, comparison.field);
    // Exchange compares text without regard to case.
    return own && own->compare(comparison.value, Qt::CaseInsensitive) == 0;
}

tl::unexpected<GraphFault> invalidFilter(const QString& filter)
{
    return graphFailure(400, QStringLiteral("ErrorInvalidUrlQueryFilter"),
                        u"The query filter contains one or more invalid nodes: " + filter);
}

} // namespace

GraphQuery::GraphQuery(const QByteArray& query)
{
    const QList<QByteArray> pairs = query.split('&');
    for (QByteArray pair : pairs) {
        if (pair.isEmpty())
            continue;
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        m_values.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                        QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
}

GraphResult<void> GraphQuery::check(const QByteArray& prefer) const
{
    static const QStringList offered{QStringLiteral("$filter"), QStringLiteral("$select"), expandOption, topOption,
                                     skipOption};
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (it.key().startsWith(u'$') && !offered.contains(it.key()))
            return badRequest(u"The query option '" + it.key() + u"' is not offered here.");
    }
    const auto top = numberIn(topOption, 1);
    const auto skip = numberIn(skipOption, 0);
    if (!top || !skip)
        return tl::unexpected(top ? skip.error() : top.error());
    if (*top > mostOnPage) {
        return badRequest(QStringLiteral("The limit of '%1' for Top query has been exceeded. The value from the "
                                         "incoming request is '%2'.")
                              .arg(mostOnPage)
                              .arg(*top));
    }
    // Extended properties are told where a filter names them.
    static const QRegularExpression expands(QStringLiteral(
        "^(?:singleValueExtendedProperties\\(\\$filter=.+\\)|microsoft\\.graph\\.event[mM]essage/event)$"));
    const QString expand = m_values.value(expandOption);
    if (!expand.isEmpty() && !expands.match(expand).hasMatch())
        return badRequest(u"The query option '$expand' cannot be: " + expand);
    const QString zone = zoneIn(prefer);
    if (!zone.isEmpty() && ianaIdOfZoneName(zone.toUtf8()).isEmpty())
        return zoneNotSupported(zone);
    return {};
}

GraphResult<int> GraphQuery::numberIn(const QString& option, int least) const
{
    if (!m_values.contains(option))
        return least;
    bool isNumber = false;
    const int number = m_values.value(option).toInt(&isNumber);
    if (isNumber && number >= least)
        return number;
    return badRequest(u"Invalid value '" + m_values.value(option) + u"' for " + option + u" query option found.");
}

GraphResult<void> GraphQuery::checkSelect(GraphType type) const
{
    const QStringList names = selected();
    for (const QString& name : names) {
        if (!hasProperty(type, name)) {
            return graphFailure(400, QStringLiteral("RequestBroker--ParseUri"),
                                u"Could not find a property named '" + name + u"' on type '" + nameOf(type) + u"'.");
        }
    }
    return {};
}

QStringList GraphQuery::selected() const
{
    QStringList names = m_values.value(QStringLiteral("$select")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& name : names)
        name = name.trimmed();
    return names;
}

int GraphQuery::top(int usual) const
{
    const int asked = m_values.value(topOption).toInt();
    return asked > 0 ? asked : usual;
}

QByteArray GraphQuery::withSkip(int skip) const
{
    QHash<QString, QString> values = m_values;
    values.insert(skipOption, QString::number(skip));
    QByteArrayList pairs;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        pairs.append(it.key().toUtf8().toPercentEncoding("$") + '=' + it.value().toUtf8().toPercentEncoding());
    std::sort(pairs.begin(), pairs.end());
    return pairs.join('&');
}

GraphView GraphQuery::view(const QByteArray& prefer) const
{
    static const QRegularExpression property(u"id eq " + quotedText);
    GraphView view;
    if (const QString zone = zoneIn(prefer); !zone.isEmpty()) {
        view.zone = QTimeZone(ianaIdOfZoneName(zone.toUtf8()));
        view.zoneName = zone;
    }
    const QStringList names = selected();
    // What is a meeting's alone is asked for by way of its type.
    for (const QString& name : names)
        view.fields.append(name.mid(name.indexOf(QLatin1Char('/')) + 1));
    const QString expand = m_values.value(expandOption);
    if (expand.startsWith(QLatin1String("singleValueExtendedProperties"))) {
        for (auto match = property.globalMatch(expand); match.hasNext();)
            view.properties.append(unquoted(match.next().captured(1)));
    }
    return view;
}

GraphResult<QList<Item>> filtered(const QList<Item>& items, const QString& filter)
{
    static const QRegularExpression joint(QStringLiteral("\\G\\s+and\\s+"));
    if (filter.isEmpty())
        return items;
    QList<Comparison> comparisons;
    for (qsizetype at = 0; at < filter.size();) {
        const auto comparison = comparisonAt(filter, at);
        if (!comparison || (!comparison->property && !fieldOf(Item(), comparison->field)))
            return invalidFilter(filter);
        comparisons.append(*comparison);
        if (at >= filter.size())
            break;
        const auto match = joint.match(filter, at);
        if (!match.hasMatch())
            return invalidFilter(filter);
        at = match.capturedEnd();
    }
    QList<Item> found;
    for (const Item& item : items) {
        const bool all = std::all_of(comparisons.begin(), comparisons.end(),
                                     [&item](const Comparison& comparison) { return holds(item, comparison); });
        if (all)
            found.append(item);
    }
    return found;
}

} // namespace reserve::practice
