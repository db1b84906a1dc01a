// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personmerge.h"

#include <QTest>

using namespace reserve;

namespace {

Person nour()
{
    Person person;
    person.id = PersonId{7};
    person.controlNumber = ControlNumber::fromNumber(100317);
    person.firstName = QStringLiteral("Nour");
    person.lastName = QStringLiteral("Abbas");
    person.email = QStringLiteral("nour@x.example");
    person.timeZone = "Europe/Berlin";
    return person;
}

} // namespace

class TestPersonMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersChangedStays();
    void whatBothChangedIsAConflict();
    void theSameChangeTwiceIsNone();
    void whatIsNotEditedComesFromTheStore();
};

void TestPersonMerge::whatOthersChangedStays()
{
    Person typed = nour();
    typed.lastName = QStringLiteral("Abbas-Holm");
    Person stored = nour();
    stored.status = PersonStatus::Retired;
    stored.timeZone = "Europe/Lisbon";
    const PersonMerge merge = mergePerson(nour(), typed, stored);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.merged.lastName, QStringLiteral("Abbas-Holm"));
    QCOMPARE(merge.merged.status, PersonStatus::Retired);
    QCOMPARE(merge.merged.timeZone, QByteArray("Europe/Lisbon"));
}

void TestPersonMerge::whatBothChangedIsAConflict()
{
    Person typed = nour();
    typed.email = QStringLiteral("nour@y.example");
    typed.timeZone = "Europe/Paris";
    Person stored = nour();
    stored.email = QStringLiteral("nour@z.example");
    const PersonMerge merge = mergePerson(nour(), typed, stored);
    QCOMPARE(merge.conflicts, QList<PersonField>{PersonField::Email});
    QCOMPARE(merge.merged.email, QStringLiteral("nour@y.example"));
    // Looked at and saved again, it is none any more.
    const PersonMerge again = mergePerson(stored, merge.merged, stored);
    QVERIFY(again.conflicts.isEmpty());
    QCOMPARE(again.merged.email, QStringLiteral("nour@y.example"));
}

void TestPersonMerge::theSameChangeTwiceIsNone()
{
    Person typed = nour();
    typed.status = PersonStatus::Retired;
    QVERIFY(mergePerson(nour(), typed, typed).conflicts.isEmpty());
}

void TestPersonMerge::whatIsNotEditedComesFromTheStore()
{
    Person stored = nour();
    stored.kind = PersonKind::ExternalContact;
    Person typed = nour();
    typed.firstName = QStringLiteral("N.");
    QCOMPARE(mergePerson(nour(), typed, stored).merged.kind, PersonKind::ExternalContact);
}

QTEST_APPLESS_MAIN(TestPersonMerge)
#include "tst_personmerge.moc"
