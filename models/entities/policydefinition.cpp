// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/policydefinition.h"

#include "models/base/address.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

const QString yes = QStringLiteral("true");
const QString no = QStringLiteral("false");

Arguments about(const PolicyDefinition& policy, const QString& value)
{
    return {{QStringLiteral("policy"), policy.name}, {QStringLiteral("value"), value}};
}

PolicyDefinition boolean(const char* name, bool byDefault = false)
{
    return {QString::fromLatin1(name), PolicyType::Boolean, byDefault ? yes : no};
}

PolicyDefinition integer(const char* name, int byDefault, qint64 maximum)
{
    return {QString::fromLatin1(name), PolicyType::Integer, QString::number(byDefault), 0, maximum};
}

PolicyDefinition addresses(const char* name)
{
    return {QString::fromLatin1(name), PolicyType::Addresses, QString()};
}

Result<QString> normalisedBoolean(const PolicyDefinition& policy, const QString& value)
{
    static const QStringList on{yes, QStringLiteral("$true"), QStringLiteral("yes"), QStringLiteral("on"),
                                QStringLiteral("1")};
    static const QStringList off{no, QStringLiteral("$false"), QStringLiteral("no"), QStringLiteral("off"),
                                 QStringLiteral("0")};
    const QString word = value.toLower();
    if (on.contains(word))
        return yes;
    if (off.contains(word))
        return no;
    return failure("policy.not-boolean", about(policy, value));
}

Result<QString> normalisedInteger(const PolicyDefinition& policy, const QString& value)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok)
        return failure("policy.not-integer", about(policy, value));
    if (number < policy.minimum || number > policy.maximum) {
        Arguments arguments = about(policy, value);
        arguments.insert(QStringLiteral("minimum"), QString::number(policy.minimum));
        arguments.insert(QStringLiteral("maximum"), QString::number(policy.maximum));
        return failure("policy.out-of-range", arguments);
    }
    return QString::number(number);
}

Result<QString> normalisedAddresses(const PolicyDefinition& policy, const QString& value)
{
    QStringList kept;
    for (const QString& item : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString address = item.trimmed();
        if (address.isEmpty())
            continue;
        if (!looksLikeAddress(address))
            return failure("policy.not-address", about(policy, address));
        if (!kept.contains(address, Qt::CaseInsensitive))
            kept.append(address);
    }
    return kept.join(QLatin1Char(','));
}

// The known name with the longest common start, for "did you mean".
QString nearestName(const QString& name)
{
    QString nearest;
    qsizetype longest = 0;
    for (const PolicyDefinition& policy : policyDefinitions()) {
        const auto end = std::mismatch(name.begin(), name.end(), policy.name.begin(), policy.name.end(),
                                       [](QChar a, QChar b) { return a.toCaseFolded() == b.toCaseFolded(); });
        const qsizetype common = end.first - name.begin();
        if (common > longest) {
            longest = common;
            nearest = policy.name;
        }
    }
    return nearest;
}

// One typed value out of its stored text.
void read(const QString& text, bool& target)
{
    target = text == yes;
}
void read(const QString& text, int& target)
{
    target = text.toInt();
}
void read(const QString& text, QStringList& target)
{
    target = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

using Setter = void (*)(BookingPolicy&, const QString&);

template<auto Member>
void setOwn(BookingPolicy& policy, const QString& text)
{
    read(text, policy.*Member);
}

template<auto Part, auto Member>
void setPart(BookingPolicy& policy, const QString& text)
{
    read(text, (policy.*Part).*Member);
}

template<auto Member>
constexpr Setter limit = &setPart<&BookingPolicy::limits, Member>;
template<auto Member>
constexpr Setter ofSeries = &setPart<&BookingPolicy::series, Member>;
template<auto Member>
constexpr Setter admission = &setPart<&BookingPolicy::admission, Member>;
template<auto Member>
constexpr Setter content = &setPart<&BookingPolicy::content, Member>;

// Where the value of each definition goes.
const QHash<QString, Setter>& setters()
{
    static const QHash<QString, Setter> all{
        {QStringLiteral("AllowConflicts"), &setOwn<&BookingPolicy::allowConflicts>},
        {QStringLiteral("BookingWindowInDays"), limit<&PolicyLimits::bookingWindowInDays>},
        {QStringLiteral("MaximumDurationInMinutes"), limit<&PolicyLimits::maximumDurationInMinutes>},
        {QStringLiteral("MinimumDurationInMinutes"), limit<&PolicyLimits::minimumDurationInMinutes>},
        {QStringLiteral("ScheduleOnlyDuringWorkHours"), limit<&PolicyLimits::scheduleOnlyDuringWorkHours>},
        {QStringLiteral("EnforceCapacity"), limit<&PolicyLimits::enforceCapacity>},
        {QStringLiteral("AllowRecurringMeetings"), ofSeries<&SeriesPolicy::allowRecurringMeetings>},
        {QStringLiteral("EnforceSchedulingHorizon"), ofSeries<&SeriesPolicy::enforceSchedulingHorizon>},
        {QStringLiteral("ConflictPercentageAllowed"), ofSeries<&SeriesPolicy::conflictPercentageAllowed>},
        {QStringLiteral("MaximumConflictInstances"), ofSeries<&SeriesPolicy::maximumConflictInstances>},
        {QStringLiteral("ProcessExternalMeetingMessages"), admission<&AdmissionPolicy::processExternalMeetingMessages>},
        {QStringLiteral("AllBookInPolicy"), admission<&AdmissionPolicy::allBookInPolicy>},
        {QStringLiteral("BookInPolicy"), admission<&AdmissionPolicy::bookInPolicy>},
        {QStringLiteral("AllRequestInPolicy"), admission<&AdmissionPolicy::allRequestInPolicy>},
        {QStringLiteral("RequestInPolicy"), admission<&AdmissionPolicy::requestInPolicy>},
        {QStringLiteral("AllRequestOutOfPolicy"), admission<&AdmissionPolicy::allRequestOutOfPolicy>},
        {QStringLiteral("RequestOutOfPolicy"), admission<&AdmissionPolicy::requestOutOfPolicy>},
        {QStringLiteral("ResourceDelegates"), admission<&AdmissionPolicy::resourceDelegates>},
        {QStringLiteral("AddOrganizerToSubject"), content<&ContentPolicy::addOrganizerToSubject>},
        {QStringLiteral("DeleteSubject"), content<&ContentPolicy::deleteSubject>},
        {QStringLiteral("RemovePrivateProperty"), content<&ContentPolicy::removePrivateProperty>},
    };
    return all;
}

} // namespace

const QList<PolicyDefinition>& policyDefinitions()
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    static const QList<PolicyDefinition> definitions{
        boolean("AllowConflicts"),
        integer("BookingWindowInDays", 180, 1080),
        integer("MaximumDurationInMinutes", 1440, most),
        integer("MinimumDurationInMinutes", 0, most),
        boolean("ScheduleOnlyDuringWorkHours"),
        boolean("EnforceCapacity"),
        boolean("AllowRecurringMeetings", true),
        boolean("EnforceSchedulingHorizon", true),
        integer("ConflictPercentageAllowed", 0, 100),
        integer("MaximumConflictInstances", 0, most),
        boolean("ProcessExternalMeetingMessages"),
        boolean("AllBookInPolicy", true),
        addresses("BookInPolicy"),
        boolean("AllRequestInPolicy"),
        addresses("RequestInPolicy"),
        boolean("AllRequestOutOfPolicy"),
        addresses("RequestOutOfPolicy"),
        addresses("ResourceDelegates"),
        boolean("AddOrganizerToSubject"),
        boolean("DeleteSubject"),
        boolean("RemovePrivateProperty"),
    };
    return definitions;
}

const PolicyDefinition* findPolicy(const QString& name)
{
    const QList<PolicyDefinition>& all = policyDefinitions();
    const auto match = std::find_if(all.begin(), all.end(), [&](const PolicyDefinition& policy) {
        return policy.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return match == all.end() ? nullptr : &*match;
}

Result<QString> normalisedPolicy(const QString& name, const QString& value)
{
    const PolicyDefinition* policy = findPolicy(name);
    if (!policy)
        return failure("policy.unknown",
                       {{QStringLiteral("policy"), name}, {QStringLiteral("nearest"), nearestName(name)}});
    const QString text = value.trimmed();
    switch (policy->type) {
    case PolicyType::Boolean:
        return normalisedBoolean(*policy, text);
    case PolicyType::Integer:
        return normalisedInteger(*policy, text);
    case PolicyType::Addresses:
        return normalisedAddresses(*policy, text);
    }
    Q_UNREACHABLE();
}

BookingPolicy policyFrom(const PolicyValues& values)
{
    BookingPolicy policy;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const Setter set = setters().value(value.key());
        if (const auto normal = normalisedPolicy(value.key(), value.value()); set && normal)
            set(policy, *normal);
    }
    return policy;
}

} // namespace reserve
