// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefrecurrence.h"

#include "models/itip/tnefcursor.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int daysOfWeek = 7;
constexpr std::array<const char*, daysOfWeek> dayNames{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
const QDate dayZero(1601, 1, 1);

QDate dateOf(quint32 minutes)
{
    return dayZero.addDays(minutes / minutesOfDay);
}

QDateTime wallOf(quint32 minutes)
{
    return QDateTime(dateOf(minutes), QTime::fromMSecsSinceStartOfDay(int(minutes % minutesOfDay) * 60'000), Qt::UTC);
}

// 0 is Sunday.
int weekdayOf(QDate date)
{
    return date.dayOfWeek() % daysOfWeek;
}

int monthsSinceZero(QDate date)
{
    return (date.year() - dayZero.year()) * 12 + date.month() - 1;
}

bool isGregorian(int calendar)
{
    // CAL_DEFAULT, the Gregorian ones, and those of Japan, Taiwan, Korea and Thailand that only count years
    // otherwise.
    constexpr std::array gregorian{0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12};
    return std::find(gregorian.begin(), gregorian.end(), calendar) != gregorian.end();
}

QByteArray dayList(int weekdays, const QByteArray& ordinal = {})
{
    QByteArrayList names;
    for (int day = 0; day < daysOfWeek; ++day) {
        if (weekdays & (1 << day))
            names.append(ordinal + dayNames[std::size_t(day)]);
    }
    return names.join(',');
}

// Which fields of an exception are there (MS-OXOCAL 2.2.1.44.2).
enum Override : quint16 {
    overridesSubject = 0x0001,
    overridesMeetingType = 0x0002,
    overridesReminderDelta = 0x0004,
    overridesReminder = 0x0008,
    overridesLocation = 0x0010,
    overridesBusyStatus = 0x0020,
    overridesAttachment = 0x0040,
    overridesSubType = 0x0080,
    overridesColor = 0x0100,
};

class BlobReader final
{
public:
    BlobReader(QByteArrayView blob, const TnefTexts& texts)
        : m_cursor(blob)
        , m_texts(texts)
    {
    }

    Result<TnefRecurrence> read()
    {
        if (const auto whole = readPattern(); !whole)
            return failure(whole.error());
        if (const auto whole = readDates(); !whole)
            return failure(whole.error());
        if (const auto whole = readAppointment(); !whole)
            return failure(whole.error());
        dropExceptionsFromDeleted();
        return std::move(m_series);
    }

private:
    static Failure unreadable() { return failure(QByteArrayLiteral("tnef.recurrence-unreadable")); }
    static Failure tooMany(int limit)
    {
        return failure(QByteArrayLiteral("tnef.too-many-exceptions"),
                       {{QStringLiteral("limit"), QString::number(limit)}});
    }

    Result<void> readPattern()
    {
        constexpr quint16 version = 0x3004;
        const quint16 reader = m_cursor.u16();
        const quint16 writer = m_cursor.u16();
        const quint16 frequency = m_cursor.u16();
        const quint16 pattern = m_cursor.u16();
        const quint16 calendar = m_cursor.u16();
        const quint32 firstDateTime = m_cursor.u32();
        const quint32 period = m_cursor.u32();
        m_cursor.u32(); // SlidingFlag, of tasks
        if (!m_cursor.isWhole() || reader != version || writer != version || frequency < 0x200A || frequency > 0x200D)
            return unreadable();
        constexpr quint16 week = 1;
        if (pattern > week && (pattern > 4 || !isGregorian(calendar)))
            return failure(QByteArrayLiteral("tnef.calendar-not-gregorian"),
                           {{QStringLiteral("calendar"), QString::number(calendar)}});
        m_series.pattern = patternOf(pattern);
        if (!takeInterval(period) || !readSpecifics())
            return unreadable();
        takePhase(firstDateTime);
        return {};
    }

    static TnefRecurrence::Pattern patternOf(quint16 pattern)
    {
        using Pattern = TnefRecurrence::Pattern;
        constexpr std::array patterns{Pattern::Day, Pattern::Week, Pattern::Month, Pattern::MonthNth,
                                      Pattern::MonthEnd};
        return patterns[pattern];
    }

    // The longest that Outlook lets people choose: 999 days, 99 weeks, 99 months or years.
    bool takeInterval(quint32 period)
    {
        const bool byDay = m_series.pattern == TnefRecurrence::Pattern::Day;
        const quint32 interval = byDay ? period / minutesOfDay : period;
        m_series.interval = int(std::min<quint32>(interval, 10'000));
        return interval >= 1 && interval <= 99 * 12 && (!byDay || period % minutesOfDay == 0);
    }

    bool readSpecifics()
    {
        using Pattern = TnefRecurrence::Pattern;
        constexpr quint32 everyDay = 0x7F;
        if (m_series.pattern == Pattern::Day)
            return true;
        const quint32 value = m_cursor.u32();
        if (m_series.pattern == Pattern::Month || m_series.pattern == Pattern::MonthEnd) {
            m_series.dayOfMonth = int(std::min<quint32>(value, 32));
            return m_cursor.isWhole() && value >= 1 && value <= 31;
        }
        m_series.weekdays = int(value & everyDay);
        const quint32 nth = m_series.pattern == Pattern::MonthNth ? m_cursor.u32() : 1;
        m_series.nth = int(std::min<quint32>(nth, 6));
        return m_cursor.isWhole() && value != 0 && value <= everyDay && nth >= 1 && nth <= 5;
    }

    // FirstDateTime names a week or a month that counts; which of the others do follows from the interval.
    void takePhase(quint32 firstDateTime)
    {
        if (m_series.pattern == TnefRecurrence::Pattern::Week)
            m_series.phase = int(firstDateTime / minutesOfDay % quint32(daysOfWeek * m_series.interval));
        else if (m_series.pattern != TnefRecurrence::Pattern::Day)
            m_series.phase = monthsSinceZero(dateOf(firstDateTime)) % m_series.interval;
    }

    Result<void> readDates()
    {
        constexpr quint32 mostCount = 100'000;
        const quint32 endType = m_cursor.u32();
        const quint32 count = m_cursor.u32();
        const quint32 firstWeekday = m_cursor.u32();
        if (!readDateList(&m_series.deleted))
            return tooMany(mostTnefDeletedDates);
        if (!readDateList(nullptr))
            return tooMany(mostTnefDeletedDates);
        m_series.startDate = dateOf(m_cursor.u32());
        m_series.lastDate = dateOf(m_cursor.u32());
        if (!m_cursor.isWhole() || firstWeekday >= daysOfWeek || !takeEnd(endType))
            return unreadable();
        m_series.firstWeekday = int(firstWeekday);
        m_series.count = int(std::min(count, mostCount));
        const bool countIsSound = count >= 1 && count <= mostCount;
        if (m_series.end == TnefRecurrence::End::Count && !countIsSound)
            return unreadable();
        if (m_series.end == TnefRecurrence::End::Date && m_series.lastDate < m_series.startDate)
            return unreadable();
        return {};
    }

    // False beyond the limit. A list that breaks off breaks the cursor.
    bool readDateList(QList<QDate>* dates)
    {
        const quint32 count = m_cursor.u32();
        if (count > quint32(mostTnefDeletedDates))
            return false;
        for (quint32 i = 0; i < count && m_cursor.isWhole(); ++i) {
            const QDate date = dateOf(m_cursor.u32());
            if (dates && m_cursor.isWhole())
                dates->append(date);
        }
        return true;
    }

    bool takeEnd(quint32 endType)
    {
        switch (endType) {
        case 0x2021:
            m_series.end = TnefRecurrence::End::Date;
            return true;
        case 0x2022:
            m_series.end = TnefRecurrence::End::Count;
            return true;
        case 0x2023:
        case 0xFFFFFFFF:
            m_series.end = TnefRecurrence::End::Never;
            return true;
        default:
            return false;
        }
    }

    Result<void> readAppointment()
    {
        constexpr quint32 longest = 366 * minutesOfDay;
        m_cursor.u32(); // ReaderVersion2
        m_writerVersion = m_cursor.u32();
        const quint32 start = m_cursor.u32();
        const quint32 end = m_cursor.u32();
        const quint16 count = m_cursor.u16();
        if (!m_cursor.isWhole() || start >= minutesOfDay || end < start || end - start > longest)
            return unreadable();
        if (count > mostTnefExceptions)
            return tooMany(mostTnefExceptions);
        m_series.startMinute = int(start);
        m_series.endMinute = int(end);
        m_flags.reserve(count);
        for (int i = 0; i < count && m_cursor.isWhole(); ++i)
            readException();
        if (!m_cursor.isWhole())
            return unreadable();
        readExtensions();
        return {};
    }

    void readException()
    {
        TnefException exception;
        exception.start = wallOf(m_cursor.u32());
        exception.end = wallOf(m_cursor.u32());
        exception.original = wallOf(m_cursor.u32());
        const quint16 flags = m_cursor.u16();
        if (flags & overridesSubject)
            exception.subject = readNarrow();
        if (flags & overridesMeetingType)
            m_cursor.u32();
        if (flags & overridesReminderDelta)
            m_cursor.u32();
        if (flags & overridesReminder)
            m_cursor.u32();
        if (flags & overridesLocation)
            exception.location = readNarrow();
        if (flags & overridesBusyStatus)
            exception.busy = m_cursor.i32();
        if (flags & overridesAttachment)
            m_cursor.u32();
        if (flags & overridesSubType)
            exception.allDay = m_cursor.u32() != 0;
        if (flags & overridesColor)
            m_cursor.u32();
        if (!m_cursor.isWhole())
            return;
        m_flags.append(flags);
        m_series.exceptions.append(std::move(exception));
    }

    // Subjects and locations; a longer one is cut.
    static constexpr qsizetype longestText = 1024; // octets

    QString readNarrow()
    {
        m_cursor.u16(); // the length and one
        const QByteArrayView text = m_cursor.take(m_cursor.u16());
        return m_texts.narrow(text.first(std::min(text.size(), longestText)));
    }

    QString readWide()
    {
        const QByteArrayView text = m_cursor.take(2 * quint64(m_cursor.u16()));
        return m_texts.unicode(text.first(std::min(text.size(), longestText)));
    }

    // The texts of the exceptions once more, in Unicode. Older writers leave this out; then the first ones
    // stand.
    void readExtensions()
    {
        constexpr quint32 firstWithHighlight = 0x3009;
        m_cursor.take(m_cursor.u32()); // ReservedBlock1
        for (qsizetype i = 0; i < m_flags.size() && m_cursor.isWhole(); ++i) {
            if (m_writerVersion >= firstWithHighlight)
                m_cursor.take(m_cursor.u32()); // ChangeHighlight
            m_cursor.take(m_cursor.u32());     // ReservedBlockEE1
            if (m_flags[i] & (overridesSubject | overridesLocation))
                readWideTexts(m_series.exceptions[i], m_flags[i]);
        }
    }

    void readWideTexts(TnefException& exception, quint16 flags)
    {
        m_cursor.take(12); // the three times again
        const QString subject = flags & overridesSubject ? readWide() : QString();
        const QString location = flags & overridesLocation ? readWide() : QString();
        m_cursor.take(m_cursor.u32()); // ReservedBlockEE2
        if (!m_cursor.isWhole())
            return;
        if (exception.subject)
            exception.subject = subject;
        if (exception.location)
            exception.location = location;
    }

    // A date that was moved stands among those taken out as well.
    void dropExceptionsFromDeleted()
    {
        QList<QDate> moved;
        moved.reserve(m_series.exceptions.size());
        for (const TnefException& exception : std::as_const(m_series.exceptions))
            moved.append(exception.original.date());
        std::sort(moved.begin(), moved.end());
        QList<QDate>& deleted = m_series.deleted;
        deleted.removeIf([&moved](QDate date) { return std::binary_search(moved.begin(), moved.end(), date); });
        std::sort(deleted.begin(), deleted.end());
        deleted.erase(std::unique(deleted.begin(), deleted.end()), deleted.end());
    }

    TnefCursor m_cursor;
    const TnefTexts& m_texts;
    TnefRecurrence m_series;
    QList<quint16> m_flags; // of each exception
    quint32 m_writerVersion = 0;
};

} // namespace

bool TnefRecurrence::fits(QDate date) const
{
    const bool isOneOfTheDays = weekdays & (1 << weekdayOf(date));
    switch (pattern) {
    case Pattern::Day:
        return true;
    case Pattern::Week:
        return isOneOfTheDays;
    case Pattern::Month:
        return date.day() == std::min(dayOfMonth, date.daysInMonth());
    case Pattern::MonthEnd:
        return date.day() == date.daysInMonth();
    case Pattern::MonthNth:
        break;
    }
    if (!isOneOfTheDays)
        return false;
    int before = 0;
    int behind = 0;
    for (int day = 1; day <= date.daysInMonth(); ++day) {
        const bool counts = weekdays & (1 << weekdayOf(QDate(date.year(), date.month(), day)));
        before += counts && day < date.day() ? 1 : 0;
        behind += counts && day > date.day() ? 1 : 0;
    }
    return nth == 5 ? behind == 0 : before == nth - 1;
}

bool TnefRecurrence::isInPhase(QDate date) const
{
    switch (pattern) {
    case Pattern::Day:
        return true;
    case Pattern::Week: {
        const int intoWeek = (weekdayOf(date) - firstWeekday + daysOfWeek) % daysOfWeek;
        return dayZero.daysTo(date.addDays(-intoWeek)) % (daysOfWeek * interval) == phase;
    }
    default:
        return monthsSinceZero(date) % interval == phase;
    }
}

QDate TnefRecurrence::firstFrom(QDate date) const
{
    // The beginning counts where it fits, whatever FirstDateTime says: not all programs fill that in.
    if (fits(date))
        return date;
    constexpr int century = 36'525;
    for (int days = 1; days <= century; ++days) {
        const QDate next = date.addDays(days);
        if (fits(next) && isInPhase(next))
            return next;
    }
    return {};
}

// The 31st of a month that has thirty days is its last day (MS-OXOCAL 2.2.1.44.1.4), which RRULE says only in
// full.
QByteArray TnefRecurrence::monthDays(QDate first) const
{
    if (pattern == Pattern::MonthEnd || dayOfMonth == 31)
        return QByteArrayLiteral(";BYMONTHDAY=-1");
    const bool sameMonthAlways = interval % 12 == 0;
    const int shortest = !sameMonthAlways || first.month() == 2 ? 28 : QDate(2001, first.month(), 1).daysInMonth();
    QByteArrayList days;
    for (int day = std::min(dayOfMonth, shortest); day <= dayOfMonth; ++day)
        days.append(QByteArray::number(day));
    return ";BYMONTHDAY=" + days.join(',') + (days.size() > 1 ? ";BYSETPOS=-1" : "");
}

QByteArray TnefRecurrence::rule(QDate first, const QByteArray& until) const
{
    const bool monthly = pattern != Pattern::Day && pattern != Pattern::Week;
    const bool yearly = monthly && interval % 12 == 0;
    const QByteArray every = ";INTERVAL=" + QByteArray::number(yearly ? interval / 12 : interval);
    QByteArray text;
    if (pattern == Pattern::Day)
        text = "FREQ=DAILY" + every;
    else if (pattern == Pattern::Week)
        text = "FREQ=WEEKLY" + every + ";BYDAY=" + dayList(weekdays);
    else
        text = (yearly ? "FREQ=YEARLY" : "FREQ=MONTHLY") + every;
    if (yearly)
        text += ";BYMONTH=" + QByteArray::number(first.month());
    if (pattern == Pattern::MonthNth) {
        const QByteArray ordinal = nth == 5 ? QByteArrayLiteral("-1") : QByteArray::number(nth);
        const bool oneDay = (weekdays & (weekdays - 1)) == 0;
        text += ";BYDAY=" + (oneDay ? dayList(weekdays, ordinal) : dayList(weekdays) + ";BYSETPOS=" + ordinal);
    } else if (monthly) {
        text += monthDays(first);
    }
    if (end == End::Count)
        text += ";COUNT=" + QByteArray::number(count);
    else if (end == End::Date)
        text += ";UNTIL=" + until;
    if (pattern == Pattern::Week)
        text += QByteArrayLiteral(";WKST=") + dayNames[std::size_t(firstWeekday)];
    return text;
}

Result<TnefRecurrence> readTnefRecurrence(QByteArrayView blob, const TnefTexts& texts)
{
    return BlobReader(blob, texts).read();
}

} // namespace reserve
