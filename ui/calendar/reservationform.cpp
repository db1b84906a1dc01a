// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/reservationform.h"

#include "models/items/occupancywindow.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/personpicker.h"
#include "ui/common/formfield.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reserve {

namespace {

enum Ends { AfterDates, OnDate };

constexpr int textHeight = 64;
constexpr int mostDates = 500;

QString timeFormat()
{
    // Some languages write seconds even in short.
    QString time = QLocale().timeFormat(QLocale::ShortFormat);
    time.remove(QLatin1String(":ss"));
    return QLocale().dateFormat(QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

// Wall times are kept with the spec UTC: only their date and time are meant, and no zone of this machine
// moves them.
QDateTime wallOf(Instant instant, const QTimeZone& zone)
{
    const QDateTime there = toDateTime(instant).toTimeZone(zone);
    return {there.date(), there.time(), Qt::UTC};
}

Instant instantOf(const QDateTime& wall, const QTimeZone& zone)
{
    return fromDateTime(QDateTime(wall.date(), wall.time(), zone));
}

} // namespace

ReservationForm::ReservationForm(Store& store, const OccupancyWindow& window, QWidget* parent)
    : QWidget(parent)
    , m_window(window)
    , m_person(new PersonPicker(store))
    , m_space(new QComboBox)
    , m_subject(new QLineEdit)
    , m_start(new QDateTimeEdit)
    , m_end(new QDateTimeEdit)
    , m_allDay(new QCheckBox(tr("All day")))
    , m_every(new QComboBox)
    , m_interval(new QSpinBox)
    , m_ends(new QComboBox)
    , m_count(new QSpinBox)
    , m_until(new QDateEdit)
    , m_body(new QPlainTextEdit)
    , m_private(new QCheckBox(tr("Private: others see neither subject nor person")))
    , m_mail(new QRadioButton(tr("By mail, with a calendar file")))
    , m_invite(new QRadioButton(tr("By an invitation of the room")))
{
    for (const Space& space : window.spaces())
        m_space->addItem(space.building.isEmpty()
                             ? space.name
                             : tr("%1, %2", "a space, its building").arg(space.name, space.building),
                         space.id.value);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(u(2));
    auto* top = new QHBoxLayout;
    top->setSpacing(u(3));
    auto* whom = new FormField(tr("For"), m_person);
    top->addWidget(whom, 1, Qt::AlignTop);
    top->addWidget(new FormField(tr("Space"), m_space), 1, Qt::AlignTop);
    layout->addLayout(top);
    layout->addWidget(new FormField(tr("Subject"), m_subject));
    layout->addWidget(makeTimes());
    layout->addWidget(makeRepeat());
    m_body->setFixedHeight(px(textHeight));
    m_body->setTabChangesFocus(true);
    auto* text = new FormField(tr("Text"), m_body);
    layout->addWidget(text);
    layout->addWidget(new FormField(m_private->text(), m_private));
    layout->addWidget(makeTelling());
    m_ofTheWhole += {whom, text};
    connectFields();
}

QWidget* ReservationForm::makeTimes()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(u(3));
    for (QDateTimeEdit* edit : {m_start, m_end}) {
        edit->setTimeSpec(Qt::UTC);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(timeFormat());
        edit->setFocusPolicy(Qt::StrongFocus);
    }
    auto* start = new FormField(tr("Start"), m_start);
    start->setHint(tr("Times in %1").arg(cityName(m_window.siteZone())));
    layout->addWidget(start, 1, Qt::AlignTop);
    layout->addWidget(new FormField(tr("End"), m_end), 1, Qt::AlignTop);
    layout->addWidget(m_allDay, 0, Qt::AlignVCenter);
    return row;
}

QWidget* ReservationForm::makeRepeat()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(u(3));
    m_interval->setRange(1, 52);
    m_interval->setPrefix(tr("every ", "before a number: every 2"));
    m_interval->setAccessibleName(tr("How many apart"));
    m_count->setRange(1, mostDates);
    m_count->setAccessibleName(tr("Number of dates"));
    m_until->setCalendarPopup(true);
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_until->setAccessibleName(tr("Last day"));
    m_ends->addItem(tr("Number of dates"), AfterDates);
    m_ends->addItem(tr("Last day"), OnDate);
    m_ends->setAccessibleName(tr("The series ends by"));
    m_ends->setAccessibleDescription(m_ends->accessibleName()); // on Linux the name of a combo box is its value
    auto* every = new FormField(tr("Repeats"), m_every);
    layout->addWidget(every, 2, Qt::AlignTop);
    // Beside the field, below its label: a hint under it moves nothing.
    auto* ends = new QWidget;
    auto* endsLayout = new QHBoxLayout(ends);
    endsLayout->setContentsMargins(0, every->labelRoom(), 0, 0);
    endsLayout->setSpacing(u(2));
    endsLayout->addWidget(m_interval);
    endsLayout->addWidget(m_ends);
    endsLayout->addWidget(m_count);
    endsLayout->addWidget(m_until);
    layout->addWidget(ends, 3, Qt::AlignTop);
    m_ofTheWhole.append(every);
    return row;
}

QWidget* ReservationForm::makeTelling()
{
    auto* choice = new QWidget;
    auto* layout = new QHBoxLayout(choice);
    layout->setContentsMargins({});
    layout->setSpacing(u(3));
    m_mail->setChecked(true);
    layout->addWidget(m_mail);
    layout->addWidget(m_invite);
    layout->addStretch(1);
    auto* field = new FormField(tr("How the person is told"), choice);
    m_ofTheWhole.append(field);
    return field;
}

void ReservationForm::connectFields()
{
    const auto say = [this] {
        if (!m_filling)
            Q_EMIT changed();
    };
    for (QWidget* field : findChildren<QWidget*>())
        if (qobject_cast<QComboBox*>(field) || qobject_cast<QSpinBox*>(field))
            field->setFocusPolicy(Qt::StrongFocus);
    connect(m_person, &PersonPicker::personChanged, this, say);
    connect(m_space, &QComboBox::currentIndexChanged, this, say);
    connect(m_subject, &QLineEdit::textChanged, this, say);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &ReservationForm::startMoved);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, say);
    connect(m_allDay, &QCheckBox::toggled, this, [this, say] {
        adjustToAllDay();
        say();
    });
    connect(m_every, &QComboBox::currentIndexChanged, this, [this, say] {
        fillRepeat();
        say();
    });
    connect(m_ends, &QComboBox::currentIndexChanged, this, [this, say] {
        fillRepeat();
        say();
    });
    connect(m_interval, &QSpinBox::valueChanged, this, say);
    connect(m_count, &QSpinBox::valueChanged, this, say);
    connect(m_until, &QDateEdit::dateChanged, this, say);
    connect(m_body, &QPlainTextEdit::textChanged, this, say);
    connect(m_private, &QCheckBox::toggled, this, say);
    connect(m_invite, &QRadioButton::toggled, this, say);
}

// The end keeps its distance.
void ReservationForm::startMoved()
{
    if (m_filling)
        return;
    const qint64 by = m_startBefore.msecsTo(m_start->dateTime());
    m_startBefore = m_start->dateTime();
    {
        const QScopedValueRollback filling(m_filling, true);
        m_end->setDateTime(m_end->dateTime().addMSecs(by));
        setRepeat(ruleOf(repeat(), m_startBefore.date()));
    }
    Q_EMIT changed();
}

void ReservationForm::adjustToAllDay()
{
    const QString format = m_allDay->isChecked() ? QLocale().dateFormat(QLocale::ShortFormat) : timeFormat();
    m_start->setDisplayFormat(format);
    m_end->setDisplayFormat(format);
}

QTimeZone ReservationForm::zone() const
{
    const Space* space = m_window.space(SpaceId{m_space->currentData().toLongLong()});
    return m_allDay->isChecked() && space ? m_window.zoneOf(*space) : m_window.siteZone();
}

// All-day: to the midnight after the last day.
TimeRange ReservationForm::time() const
{
    const QTimeZone there = zone();
    if (m_allDay->isChecked())
        return {fromDateTime(m_start->date().startOfDay(there)),
                fromDateTime(m_end->date().addDays(1).startOfDay(there))};
    return {instantOf(m_start->dateTime(), there), instantOf(m_end->dateTime(), there)};
}

void ReservationForm::setTime(TimeRange time)
{
    const QTimeZone there = zone();
    const bool allDay = m_allDay->isChecked();
    m_start->setDateTime(wallOf(time.start, there));
    m_end->setDateTime(wallOf(allDay ? time.end - Milliseconds(1) : time.end, there));
    m_startBefore = m_start->dateTime();
}

void ReservationForm::setBooking(const ConsoleBooking& booking, const std::optional<Person>& person)
{
    const QScopedValueRollback filling(m_filling, true);
    m_space->setCurrentIndex(m_space->findData(booking.spaceId.value));
    m_person->setPerson(person);
    m_subject->setText(booking.subject);
    m_body->setPlainText(booking.body);
    m_private->setChecked(booking.isPrivate);
    m_allDay->setChecked(booking.allDay);
    adjustToAllDay();
    setTime(booking.time);
    m_until->setDate(m_start->date().addMonths(1));
    setRepeat(booking.rule);
    (booking.invites ? m_invite : m_mail)->setChecked(true);
}

ConsoleBooking ReservationForm::booking() const
{
    ConsoleBooking booking;
    booking.spaceId = SpaceId{m_space->currentData().toLongLong()};
    if (m_person->person())
        booking.personId = m_person->person()->id;
    booking.subject = m_subject->text().trimmed();
    booking.body = m_body->toPlainText();
    booking.time = time();
    booking.allDay = m_allDay->isChecked();
    booking.isPrivate = m_private->isChecked();
    booking.rule = ruleOf(repeat(), m_start->date());
    booking.invites = m_invite->isChecked();
    return booking;
}

RepeatChoice ReservationForm::repeat() const
{
    RepeatChoice choice;
    choice.every = RepeatChoice::Every(m_every->currentData().toInt());
    choice.interval = m_interval->value();
    choice.count = m_count->value();
    if (m_ends->currentData().toInt() == OnDate)
        choice.until = m_until->date();
    choice.other = m_otherRule;
    return choice;
}

void ReservationForm::setRepeat(const QByteArray& rule)
{
    using Every = RepeatChoice::Every;
    const QDate first = m_start->date();
    const RepeatChoice choice = choiceOf(rule, first);
    const QScopedValueRollback filling(m_filling, true);
    m_otherRule = choice.every == Every::Other ? rule : QByteArray();
    m_every->clear();
    m_every->addItem(tr("Never"), int(Every::Never));
    m_every->addItem(tr("Every day"), int(Every::Day));
    m_every->addItem(tr("Every work day"), int(Every::WorkDay));
    m_every->addItem(tr("Every week on %1").arg(QLocale().dayName(first.dayOfWeek())), int(Every::Week));
    m_every->addItem(tr("Every month on day %1").arg(first.day()), int(Every::Month));
    if (!m_otherRule.isEmpty())
        m_every->addItem(tr("As it is: %1").arg(QString::fromUtf8(m_otherRule)), int(Every::Other));
    m_every->setCurrentIndex(m_every->findData(int(choice.every)));
    m_interval->setValue(choice.interval);
    m_count->setValue(choice.count);
    m_ends->setCurrentIndex(m_ends->findData(choice.until.isValid() ? OnDate : AfterDates));
    if (choice.until.isValid())
        m_until->setDate(choice.until);
    fillRepeat();
}

void ReservationForm::fillRepeat()
{
    const auto every = RepeatChoice::Every(m_every->currentData().toInt());
    const bool repeats = every != RepeatChoice::Every::Never && every != RepeatChoice::Every::Other;
    const bool onDate = m_ends->currentData().toInt() == OnDate;
    m_interval->setVisible(repeats && every != RepeatChoice::Every::WorkDay);
    m_ends->setVisible(repeats);
    m_count->setVisible(repeats && !onDate);
    m_until->setVisible(repeats && onDate);
}

void ReservationForm::setOneDateOnly(bool oneDate)
{
    const QString why = oneDate ? tr("Belongs to the whole series") : QString();
    for (FormField* field : m_ofTheWhole)
        field->setOff(why);
    for (QWidget* one :
         {static_cast<QWidget*>(m_interval), static_cast<QWidget*>(m_ends), static_cast<QWidget*>(m_count),
          static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_allDay)}) {
        one->setEnabled(!oneDate);
        one->setToolTip(why);
    }
}

void ReservationForm::takeAlternative(SpaceId space, TimeRange time)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_space->setCurrentIndex(m_space->findData(space.value));
        setTime(time);
        setRepeat(ruleOf(repeat(), m_start->date()));
    }
    Q_EMIT changed();
}

} // namespace reserve
