// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookedshares.h"
#include "models/items/occupancywindow.h"
#include "models/items/personchoicemodel.h"
#include "models/items/reservationdetail.h"
#include "models/items/spacechoicemodel.h"
#include "models/items/wallaxis.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const TimeRange week{at("2026-11-15T23:00:00Z"), at("2026-11-22T23:00:00Z")};
const TimeRange wednesday{at("2026-11-17T23:00:00Z"), at("2026-11-18T23:00:00Z")};

QStringList subjects(const QList<const Reservation*>& reservations)
{
    QStringList found;
    for (const Reservation* reservation : reservations)
        found.append(reservation->subject);
    return found;
}

} // namespace

class tst_OccupancyWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void loadsASpace();
    void loadsAPerson();
    void loadsEverySpaceWithWhatIsOnScreenFirst();
    void marginIsThereWithoutReading();
    void aChangeMovesOneRow();
    void aRowThatMovesToAnotherSpaceLeavesTheFirst();
    void changesOutsideAreNotTaken();
    void groundFollows();
    void overtakenAnswersAreDropped();
    void weekShares();
    void spaceChoice();
    void personChoice();
    void detailOfAReservation();

private:
    ReservationId add(SpaceId space, const char* start, const char* end, const QString& subject, PersonId person = {});
    void change(ReservationId id, const std::function<void(Reservation&)>& edit);
    std::unique_ptr<OccupancyWindow> opened(const OccupancyScope& scope, TimeRange range);

    std::unique_ptr<TemporaryStore> m_store;
    SpaceId m_cr1;
    SpaceId m_cr2;
    PersonId m_nour;
    int m_next = 0;
};

void tst_OccupancyWindow::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_cr1 = m_store->addSpace(QStringLiteral("CR1"), QStringLiteral("CR1@reserve.mycompany.com"));
    m_cr2 = m_store->addSpace(QStringLiteral("CR2"), QStringLiteral("CR2@reserve.mycompany.com"));
    m_nour = m_store->addPerson(100317, QStringLiteral("nour.abbas@mycompany.com"));
}

void tst_OccupancyWindow::cleanup()
{
    m_store.reset();
}

ReservationId tst_OccupancyWindow::add(SpaceId space, const char* start, const char* end, const QString& subject,
                                       PersonId person)
{
    Reservation reservation = reservationOf(space, start, end, QStringLiteral("uid-%1").arg(++m_next));
    reservation.subject = subject;
    reservation.personId = person ? person : m_nour;
    return m_store->write([reservation](WriteUnit& unit) { return unit.reservations().insert(reservation); });
}

void tst_OccupancyWindow::change(ReservationId id, const std::function<void(Reservation&)>& edit)
{
    m_store->write([id, edit](WriteUnit& unit) -> Result<void> {
        auto found = unit.reservations().find(id);
        if (!found)
            return failure(found.error());
        edit(**found);
        return unit.reservations().update(**found);
    });
}

std::unique_ptr<OccupancyWindow> tst_OccupancyWindow::opened(const OccupancyScope& scope, TimeRange range)
{
    auto window = std::make_unique<OccupancyWindow>(m_store->store());
    QSignalSpy loaded(window.get(), &OccupancyWindow::loaded);
    window->show(scope, range);
    if (loaded.isEmpty())
        loaded.wait();
    if (!window->hasGround())
        QSignalSpy(window.get(), &OccupancyWindow::groundChanged).wait();
    return window;
}

void tst_OccupancyWindow::loadsASpace()
{
    add(m_cr1, "2026-11-18T13:00:00Z", "2026-11-18T14:00:00Z", QStringLiteral("Later"));
    add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Earlier"));
    add(m_cr1, "2026-11-19T09:00:00Z", "2026-11-19T10:00:00Z", QStringLiteral("Thursday"));
    add(m_cr2, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Elsewhere"));
    const auto window = opened({{m_cr1}, std::nullopt}, week);
    QCOMPARE(subjects(window->reservations(m_cr1, wednesday)),
             (QStringList{QStringLiteral("Earlier"), QStringLiteral("Later")}));
    QVERIFY(window->reservations(m_cr2, wednesday).isEmpty());
    QCOMPARE(window->count(week), 3);
    QVERIFY(window->person(m_nour));
}

void tst_OccupancyWindow::loadsAPerson()
{
    const PersonId other = m_store->addPerson(100318, QStringLiteral("jonas.holm@mycompany.com"));
    add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Nour's"));
    add(m_cr2, "2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z", QStringLiteral("Also Nour's"));
    add(m_cr2, "2026-11-18T13:00:00Z", "2026-11-18T14:00:00Z", QStringLiteral("Jonas's"), other);
    const auto window = opened({{}, m_nour}, week);
    QCOMPARE(subjects(window->reservations(week)),
             (QStringList{QStringLiteral("Nour's"), QStringLiteral("Also Nour's")}));
    const PersonId idle = m_store->addPerson(100319, QStringLiteral("ruth.okafor@mycompany.com"));
    const auto empty = opened({{}, idle}, week);
    QVERIFY(empty->reservations(week).isEmpty());
    QVERIFY(empty->person(idle));
}

void tst_OccupancyWindow::loadsEverySpaceWithWhatIsOnScreenFirst()
{
    QList<SpaceId> spaces;
    for (int index = 0; index < 150; ++index) {
        const QString name = QStringLiteral("Room %1").arg(index);
        spaces.append(m_store->addSpace(name, QStringLiteral("room%1@reserve.mycompany.com").arg(index)));
        add(spaces.last(), "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", name);
    }
    m_store->reopen(); // nothing of what was just added is told again
    OccupancyWindow window(m_store->store());
    QSignalSpy changed(&window, &OccupancyWindow::changed);
    QSignalSpy loaded(&window, &OccupancyWindow::loaded);
    window.show({}, wednesday, {spaces.at(140), spaces.at(141)});
    QVERIFY(loaded.wait());
    QCOMPARE(window.count(wednesday), 150);
    const auto first = changed.first().at(1).value<QSet<SpaceId>>();
    QCOMPARE(first, (QSet<SpaceId>{spaces.at(140), spaces.at(141)}));
}

void tst_OccupancyWindow::marginIsThereWithoutReading()
{
    add(m_cr1, "2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z", QStringLiteral("Next week"));
    const auto window = opened({{m_cr1}, std::nullopt}, week);
    QTRY_VERIFY(!window->isLoading());
    QCOMPARE(window->size(), 1);
    const TimeRange next{week.end, week.end + (week.end - week.start)};
    QSignalSpy loaded(window.get(), &OccupancyWindow::loaded);
    window->show({{m_cr1}, std::nullopt}, next);
    QCOMPARE(loaded.count(), 1); // at once
    QCOMPARE(subjects(window->reservations(m_cr1, next)), QStringList{QStringLiteral("Next week")});
}

void tst_OccupancyWindow::aChangeMovesOneRow()
{
    const ReservationId kept = add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Kept"));
    const auto window = opened({{m_cr1}, std::nullopt}, week);
    QTRY_VERIFY(!window->isLoading());
    QSignalSpy changed(window.get(), &OccupancyWindow::changed);
    const ReservationId added = add(m_cr1, "2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z", QStringLiteral("New"));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<QList<ReservationId>>(), QList<ReservationId>{added});
    QCOMPARE(subjects(window->reservations(m_cr1, wednesday)),
             (QStringList{QStringLiteral("Kept"), QStringLiteral("New")}));
    change(kept, [](Reservation& reservation) {
        reservation.time = {at("2026-11-18T14:00:00Z"), at("2026-11-18T15:00:00Z")};
    });
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(subjects(window->reservations(m_cr1, wednesday)),
             (QStringList{QStringLiteral("New"), QStringLiteral("Kept")}));
}

void tst_OccupancyWindow::aRowThatMovesToAnotherSpaceLeavesTheFirst()
{
    const ReservationId id = add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Moves"));
    const auto window = opened({{m_cr1, m_cr2}, std::nullopt}, week);
    QTRY_VERIFY(!window->isLoading());
    QSignalSpy changed(window.get(), &OccupancyWindow::changed);
    change(id, [this](Reservation& reservation) { reservation.spaceId = m_cr2; });
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(1).value<QSet<SpaceId>>(), (QSet<SpaceId>{m_cr1, m_cr2}));
    QVERIFY(window->reservations(m_cr1, week).isEmpty());
    QCOMPARE(window->reservations(m_cr2, week).size(), 1);
}

void tst_OccupancyWindow::changesOutsideAreNotTaken()
{
    const auto window = opened({{m_cr1}, std::nullopt}, week);
    QTRY_VERIFY(!window->isLoading());
    add(m_cr2, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Other space"));
    add(m_cr1, "2027-05-18T09:00:00Z", "2027-05-18T10:00:00Z", QStringLiteral("Other month"));
    add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Here"));
    QTRY_COMPARE(window->size(), 1);
    QCOMPARE(subjects(window->reservations(m_cr1, week)), QStringList{QStringLiteral("Here")});
}

void tst_OccupancyWindow::groundFollows()
{
    const auto window = opened({{m_cr1}, std::nullopt}, week);
    m_store->write([](WriteUnit& unit) {
        return unit.settings().set(QStringLiteral("reserve.time-zone"), QStringLiteral("Asia/Tokyo"),
                                   QStringLiteral("test"));
    });
    QTRY_COMPARE(window->siteZone().id(), QByteArrayLiteral("Asia/Tokyo"));
    const SpaceId cr1 = m_cr1;
    m_store->write([cr1](WriteUnit& unit) {
        Closure closure;
        closure.spaceId = cr1;
        closure.time = wednesday;
        closure.reason = QStringLiteral("Painting");
        return unit.closures().save(closure, QStringLiteral("test"));
    });
    QTRY_COMPARE(window->closures(*window->space(m_cr1), week).size(), 1);
    QVERIFY(window->closures(*window->space(m_cr2), week).isEmpty());
}

void tst_OccupancyWindow::overtakenAnswersAreDropped()
{
    add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("First"));
    add(m_cr2, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Second"));
    OccupancyWindow window(m_store->store());
    QSignalSpy loaded(&window, &OccupancyWindow::loaded);
    window.show({{m_cr1}, std::nullopt}, week);
    window.show({{m_cr2}, std::nullopt}, week);
    QVERIFY(loaded.wait());
    QTRY_VERIFY(!window.isLoading());
    QCOMPARE(subjects(window.reservations(week)), QStringList{QStringLiteral("Second")});
    QCOMPARE(loaded.count(), 1);
}

void tst_OccupancyWindow::weekShares()
{
    add(m_cr1, "2026-11-18T08:00:00Z", "2026-11-18T12:30:00Z", QStringLiteral("Half of the day"));
    const QTimeZone berlin("Europe/Berlin");
    const auto space = m_store->read([id = m_cr1](const ReadUnit& unit) { return unit.spaces().find(id); });
    Space here = *space;
    here.timeZone = berlin.id();
    BookedShares shares(m_store->store());
    QSignalSpy changed(&shares, &BookedShares::changed);
    shares.setWeek(QDate(2026, 11, 16), berlin);
    changed.clear();
    QVERIFY(!shares.shares(here));
    QVERIFY(changed.wait());
    const WeekShares week = *shares.shares(here);
    QCOMPARE(week[0], 0);
    QCOMPARE(week[2], 50);
    QVERIFY(!week[5]);
}

void tst_OccupancyWindow::spaceChoice()
{
    SpaceChoiceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto space = [](qint64 id, const QString& name, const QString& building) {
        Space one;
        one.id = SpaceId{id};
        one.name = name;
        one.building = building;
        return one;
    };
    model.setSpaces({space(1, QStringLiteral("CR1"), QStringLiteral("North")),
                     space(2, QStringLiteral("CR2"), QStringLiteral("North")),
                     space(3, QStringLiteral("CR7"), QStringLiteral("South"))});
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(model.data(model.index(0), SpaceChoiceModel::IsGroupRole).toBool());
    const QPersistentModelIndex kept = model.indexOf(SpaceId{2});
    model.setSpaces({space(1, QStringLiteral("CR1"), QStringLiteral("North")),
                     space(4, QStringLiteral("CR1b"), QStringLiteral("North")),
                     space(2, QStringLiteral("CR2"), QStringLiteral("North")),
                     space(3, QStringLiteral("CR7"), QStringLiteral("South"))});
    QCOMPARE(kept.row(), 3);
    model.setFilter(QStringLiteral("south"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.spaceAt(model.index(1))->name, QStringLiteral("CR7"));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(reset.count(), 0);
}

void tst_OccupancyWindow::personChoice()
{
    m_store->addPerson(100318, QStringLiteral("jonas.holm@mycompany.com"));
    PersonChoiceModel model(m_store->store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter(QStringLiteral("jonas"));
    QTRY_COMPARE(model.rowCount(), 1);
    const PersonId other = m_store->addPerson(100319, QStringLiteral("jonas.other@mycompany.com"));
    QTRY_COMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOf(other).data(PersonChoiceModel::IsRetiredRole).toBool());
    m_store->write([other](WriteUnit& unit) -> Result<PersonId> {
        Person person = **unit.people().find(other);
        person.status = PersonStatus::Retired;
        return unit.people().save(person, QStringLiteral("tester"));
    });
    QTRY_VERIFY(model.indexOf(other).data(PersonChoiceModel::IsRetiredRole).toBool());
    QVERIFY(model.indexOf(other).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Retired")));
}

void tst_OccupancyWindow::detailOfAReservation()
{
    const ReservationId id = add(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("Seen"));
    const auto detail = readDetail(m_store->store(), id).result();
    QVERIFY(detail);
    QCOMPARE(detail->space->name, QStringLiteral("CR1"));
    QCOMPARE(detail->person->id, m_nour);
    QVERIFY(!detail->trace); // made without a message
    const auto unknown = readDetail(m_store->store(), ReservationId{4711}).result();
    QCOMPARE(unknown.error().code(), QByteArrayLiteral("reservation.unknown"));
}

QTEST_GUILESS_MAIN(tst_OccupancyWindow)
#include "tst_occupancywindow.moc"
