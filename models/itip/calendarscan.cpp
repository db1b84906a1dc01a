// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/calendarscan.h"

#include "models/itip/eventscan.h"

namespace reserve {

namespace {

constexpr qsizetype longestTimezone = 64 * 1024;

Arguments limitArguments(qint64 limit)
{
    return {{QStringLiteral("limit"), QString::number(limit)}};
}

class CalendarScanner
{
public:
    explicit CalendarScanner(const ItipLimits& limits)
        : m_limits(limits)
    {
    }

    // False once a limit is passed; why stands in refusal.
    bool take(const ContentLine& line)
    {
        if (++m_lines > m_limits.lines)
            return refuse(QByteArrayLiteral("itip.too-many-lines"), m_limits.lines);
        if (line.is("BEGIN"))
            return begin(line);
        if (line.is("END"))
            end(line);
        else
            takeProperty(line);
        return true;
    }

    CalendarScan finish(bool sawForeignCharset)
    {
        if (!m_open.isEmpty())
            m_scan.problems.append({QByteArrayLiteral("itip.end-missing"), {}});
        if (sawForeignCharset)
            m_scan.problems.append({QByteArrayLiteral("itip.charset"), {}});
        closeDownTo(0);
        return std::move(m_scan);
    }

    bool sawCalendar() const { return m_sawCalendar; }
    const std::optional<Error>& refusal() const { return m_refusal; }

private:
    bool refuse(QByteArray code, qint64 limit)
    {
        m_refusal.emplace(std::move(code), limitArguments(limit));
        return false;
    }

    bool begin(const ContentLine& line)
    {
        const QByteArray component = line.value.trimmed().toByteArray().toUpper();
        if (++m_components > m_limits.components)
            return refuse(QByteArrayLiteral("itip.too-many-components"), m_limits.components);
        // Neither can stand inside anything else: where they seem to, an END is missing.
        if (component == "VCALENDAR")
            closeDownTo(0);
        else if (component == "VEVENT" || component == "VTIMEZONE")
            closeDownTo(1);
        if (m_open.size() >= m_limits.depth)
            return refuse(QByteArrayLiteral("itip.too-deep"), m_limits.depth);
        m_sawCalendar = m_sawCalendar || component == "VCALENDAR";
        m_open.append(component);
        if (component == "VEVENT" && m_sawCalendar) {
            if (m_scan.events.size() >= m_limits.events)
                return refuse(QByteArrayLiteral("itip.too-many-components"), m_limits.events);
            m_event.emplace(m_limits);
        } else if (component == "VTIMEZONE") {
            if (m_scan.timezones.size() >= m_limits.timezones)
                return refuse(QByteArrayLiteral("itip.too-many-components"), m_limits.timezones);
            m_timezone.clear();
            m_timezoneId.clear();
        }
        keepForTimezone(line);
        return true;
    }

    void end(const ContentLine& line)
    {
        keepForTimezone(line);
        const QByteArray component = line.value.trimmed().toByteArray().toUpper();
        const qsizetype index = m_open.lastIndexOf(component);
        if (index >= 0)
            closeDownTo(index);
    }

    // Leaves `depth` components open.
    void closeDownTo(qsizetype depth)
    {
        while (m_open.size() > depth) {
            const QByteArray component = m_open.takeLast();
            if (component == "VEVENT" && m_event) {
                m_scan.events.append(m_event->finish());
                m_event.reset();
            } else if (component == "VTIMEZONE" && !m_timezoneId.isEmpty()) {
                m_scan.timezones.insert(m_timezoneId, m_timezone);
            }
        }
    }

    void takeProperty(const ContentLine& line)
    {
        if (m_open.isEmpty())
            return;
        const QByteArray& innermost = m_open.constLast();
        if (innermost == "VEVENT" && m_event) {
            m_event->take(line);
        } else if (m_open.contains("VTIMEZONE")) {
            if (innermost == "VTIMEZONE" && line.is("TZID"))
                m_timezoneId = unescaped(line.value.trimmed());
            keepForTimezone(line);
        } else if (innermost == "VCALENDAR") {
            if (line.is("METHOD") && m_scan.method.isEmpty())
                m_scan.method = line.value.trimmed().toByteArray().left(64);
            else if (line.is("PRODID") && m_scan.productId.isEmpty())
                m_scan.productId = line.value.trimmed().toByteArray().left(200);
        }
    }

    // A zone too long to be one keeps a text that no reader understands, so that it counts as unreadable, not
    // as absent.
    void keepForTimezone(const ContentLine& line)
    {
        if (m_timezone.size() > longestTimezone || !m_open.contains("VTIMEZONE"))
            return;
        m_timezone.append(line.text);
        m_timezone.append('\n');
        if (m_timezone.size() > longestTimezone)
            m_timezone = m_timezone.left(longestTimezone) + "\nBEGIN:STANDARD\n";
    }

    ItipLimits m_limits;
    CalendarScan m_scan;
    QByteArrayList m_open;
    std::optional<EventScan> m_event;
    QByteArray m_timezone;
    QByteArray m_timezoneId;
    std::optional<Error> m_refusal;
    bool m_sawCalendar = false;
    int m_lines = 0;
    int m_components = 0;
};

} // namespace

Result<CalendarScan> scanCalendar(QByteArrayView text, const ItipLimits& limits)
{
    if (text.size() > limits.textBytes)
        return failure(QByteArrayLiteral("itip.too-large"), limitArguments(limits.textBytes));
    ContentLines lines(text);
    CalendarScanner scanner(limits);
    while (lines.next()) {
        if (!scanner.take(lines.line()))
            return failure(*scanner.refusal());
    }
    if (!scanner.sawCalendar())
        return failure(QByteArrayLiteral("itip.not-calendar"));
    return scanner.finish(lines.sawForeignCharset());
}

} // namespace reserve
