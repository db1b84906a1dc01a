// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/recipientdirectory.h"

#include <QTest>

using namespace reserve;
using Kind = RecipientJudgement::Kind;

namespace {

Space space(qint64 id, const QString& mailbox, const QString& contact = {})
{
    Space space;
    space.id = SpaceId{id};
    space.name = QStringLiteral("Space %1").arg(id);
    space.mailbox = mailbox;
    space.delegateContact = contact;
    return space;
}

RecipientDirectory directory(const QMap<QString, QString>& settings = {})
{
    ServerProfile cloud;
    cloud.mailDomains = {QStringLiteral("cloud.example")};
    return RecipientDirectory(
        {space(1, QStringLiteral("CR1@reserve.mycompany.com")),
         space(2, QStringLiteral("CR2@reserve.mycompany.com"), QStringLiteral("cr2-delegate@booking.mycompany.com"))},
        {cloud}, Settings(settings));
}

} // namespace

class tst_RecipientDirectory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_SUBDOMAIN_data();
    void R_SUBDOMAIN();
    void R_SUBDOMAIN_leadingLabels();
    void R_SUBDOMAIN_wholeDomain();
    void R_MAILBOX_CASE();
    void R_MAILBOX_CASE_ignored();
    void mailboxWinsOverContact();
    void R_CONFIRM_whatComesBackOfOurMailsIsTaken();
    void R_SUBDOMAIN_aSharedContactMeansNoSpace();
};

// Bounces mark their entry in the outbox: they come to the address that our mails go out from.
void tst_RecipientDirectory::R_CONFIRM_whatComesBackOfOurMailsIsTaken()
{
    const auto kindOf = [](const QString& from, const QString& recipient) {
        return directory({{QStringLiteral("outgoing.from"), from}}).judge(recipient).kind;
    };
    const QString noReply = QStringLiteral("noreply@reserve.mycompany.com");
    QCOMPARE(kindOf({}, noReply), Kind::Unknown);
    QCOMPARE(kindOf(noReply, noReply), Kind::ReturnAddress);
    QCOMPARE(kindOf(noReply, QStringLiteral("NoReply@Reserve.MyCompany.com")), Kind::ReturnAddress);
    QCOMPARE(kindOf(noReply, QStringLiteral("other@reserve.mycompany.com")), Kind::Unknown);
    // In a domain of others it is theirs; a space's mailbox stays the space's.
    const QString elsewhere = QStringLiteral("noreply@elsewhere.example");
    QCOMPARE(kindOf(elsewhere, elsewhere), Kind::NotOurs);
    const QString mailbox = QStringLiteral("CR1@reserve.mycompany.com");
    QCOMPARE(kindOf(mailbox, mailbox), Kind::Space);
    QCOMPARE(kindOf({}, QString()), Kind::NotOurs);
}

void tst_RecipientDirectory::R_SUBDOMAIN_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qint64>("spaceId");
    const auto row = [](const char* recipient, Kind kind, qint64 id) {
        QTest::newRow(recipient) << QString::fromLatin1(recipient) << kind << id;
    };
    row("CR1@reserve.mycompany.com", Kind::Space, 1);
    row("cr2-delegate@booking.mycompany.com", Kind::Space, 2);
    row("CR2-Delegate@Booking.MyCompany.COM", Kind::Space, 2);
    row("CR9@reserve.mycompany.com", Kind::Unknown, 0);
    row("nobody@cloud.example", Kind::Unknown, 0);
    row("nobody@eu.cloud.example", Kind::Unknown, 0);
    row("nobody@mycompany.com", Kind::NotOurs, 0);
    row("nobody@notcloud.example", Kind::NotOurs, 0);
    row("postmaster", Kind::Postmaster, 0);
    row("PostMaster@reserve.mycompany.com", Kind::Postmaster, 0);
    row("postmaster@elsewhere.example", Kind::NotOurs, 0);
    row("", Kind::NotOurs, 0);
    row("@", Kind::NotOurs, 0);
}

void tst_RecipientDirectory::R_SUBDOMAIN()
{
    QFETCH(QString, recipient);
    QFETCH(Kind, kind);
    QFETCH(qint64, spaceId);
    const RecipientJudgement judgement = directory().judge(recipient);
    QCOMPARE(judgement.kind, kind);
    QCOMPARE(judgement.spaceId, SpaceId{spaceId});
    QVERIFY(!judgement.reason.isEmpty());
}

void tst_RecipientDirectory::R_SUBDOMAIN_leadingLabels()
{
    const auto labels = directory({{QStringLiteral("reserve.sub-domain"), QStringLiteral("reserve.tririga")}});
    QVERIFY(labels.isOurDomain(u"reserve.tririga.abc.example"));
    QVERIFY(labels.isOurDomain(u"Reserve.Tririga.abc.example"));
    QVERIFY(!labels.isOurDomain(u"reserve.other.example"));
}

void tst_RecipientDirectory::R_SUBDOMAIN_wholeDomain()
{
    const auto whole = directory({{QStringLiteral("reserve.sub-domain"), QStringLiteral("rooms.mycompany.com")}});
    QVERIFY(whole.isOurDomain(u"rooms.mycompany.com"));
    QVERIFY(whole.isOurDomain(u"north.rooms.mycompany.com"));
    QVERIFY(!whole.isOurDomain(u"bathrooms.mycompany.com"));
}

void tst_RecipientDirectory::R_MAILBOX_CASE()
{
    const RecipientJudgement judgement = directory().judge(QStringLiteral("CR1@reserve.MyCompany.com"));
    QCOMPARE(judgement.kind, Kind::DiffersInCase);
    QVERIFY(judgement.isTaken());
    QCOMPARE(judgement.spaceId, SpaceId{1});
    QCOMPARE(judgement.reason.code, QByteArrayLiteral("rcpt.differs-in-case"));
    QCOMPARE(judgement.reason.arguments.value(QStringLiteral("here")), QStringLiteral("CR1@reserve.mycompany.com"));
}

void tst_RecipientDirectory::R_MAILBOX_CASE_ignored()
{
    const auto lenient = directory({{QStringLiteral("reserve.ignore-mailbox-case"), QStringLiteral("true")}});
    QCOMPARE(lenient.judge(QStringLiteral("cr1@RESERVE.mycompany.com")).kind, Kind::Space);
}

void tst_RecipientDirectory::mailboxWinsOverContact()
{
    const QString shared = QStringLiteral("shared@reserve.mycompany.com");
    const RecipientDirectory both({space(1, QStringLiteral("a@reserve.mycompany.com"), shared), space(2, shared)}, {},
                                  Settings());
    QCOMPARE(both.judge(shared).spaceId, SpaceId{2});
}

void tst_RecipientDirectory::R_SUBDOMAIN_aSharedContactMeansNoSpace()
{
    const RecipientDirectory both(
        {space(1, QStringLiteral("a@reserve.mycompany.com"), QStringLiteral("desk@booking.mycompany.com")),
         space(2, QStringLiteral("b@reserve.mycompany.com"), QStringLiteral("Desk@booking.mycompany.com"))},
        {}, Settings());
    const RecipientJudgement judgement = both.judge(QStringLiteral("desk@Booking.mycompany.com"));
    QCOMPARE(judgement.kind, Kind::SharedContact);
    QVERIFY(judgement.isTaken());
    QVERIFY(judgement.isHeld());
    QCOMPARE(judgement.spaceId, SpaceId());
    QCOMPARE(judgement.reason.code, QByteArrayLiteral("rcpt.contact-shared"));
    QCOMPARE(judgement.reason.arguments.value(QStringLiteral("spaces")), QStringLiteral("Space 1, Space 2"));
    QCOMPARE(both.judge(QStringLiteral("b@reserve.mycompany.com")).spaceId, SpaceId{2});
}

QTEST_APPLESS_MAIN(tst_RecipientDirectory)
#include "tst_recipientdirectory.moc"
