// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/serverrouting.h"

#include <QTest>

using namespace reserve;

namespace {

ServerProfile profile(qint64 id, const QString& name, const QStringList& domains)
{
    ServerProfile profile;
    profile.id = ServerProfileId{id};
    profile.name = name;
    profile.mailDomains = domains;
    return profile;
}

Space space(qint64 id, const QString& mailbox)
{
    Space space;
    space.id = SpaceId{id};
    space.mailbox = mailbox;
    return space;
}

const QList<ServerProfile> twoServers{
    profile(1, QStringLiteral("company"), {QStringLiteral("mycompany.com")}),
    profile(2, QStringLiteral("lab"), {QStringLiteral("Lab.MyCompany.com"), QStringLiteral("partner.example")}),
};

} // namespace

class tst_ServerRouting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_SERVERS_longestDomainWins_data();
    void R_SERVERS_longestDomainWins();
    void R_SERVERS_theOrderOfProfilesDoesNotMatter();
    void R_SERVERS_sameDomainGoesToTheFirstMade();
    void R_SERVERS_overlapsAreShown();
    void R_SERVERS_gapsAreShown();
};

void tst_ServerRouting::R_SERVERS_longestDomainWins_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("handledBy");

    QTest::newRow("equal") << "cr1@mycompany.com"
                           << "company";
    QTest::newRow("without case") << "CR1@MYCOMPANY.COM"
                                  << "company";
    QTest::newRow("suffix after a dot") << "cr1@rooms.mycompany.com"
                                        << "company";
    QTest::newRow("the longer of two") << "cr1@lab.mycompany.com"
                                       << "lab";
    QTest::newRow("below the longer of two") << "cr1@a.b.lab.mycompany.com"
                                             << "lab";
    QTest::newRow("second domain of a profile") << "cr1@partner.example"
                                                << "lab";
    QTest::newRow("suffix without a dot") << "cr1@notmycompany.com"
                                          << "";
    QTest::newRow("a part of the domain only") << "cr1@com"
                                               << "";
    QTest::newRow("another domain") << "cr1@elsewhere.example"
                                    << "";
    QTest::newRow("two at signs: the last counts") << "\"a@mycompany.com\"@elsewhere.example"
                                                   << "";
    QTest::newRow("no domain") << "cr1"
                               << "";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("nothing after the at sign") << "cr1@"
                                               << "";
}

void tst_ServerRouting::R_SERVERS_longestDomainWins()
{
    QFETCH(QString, address);
    QFETCH(QString, handledBy);
    const ServerProfile* found = profileFor(twoServers, address);
    QCOMPARE(found ? found->name : QString(), handledBy);
}

void tst_ServerRouting::R_SERVERS_theOrderOfProfilesDoesNotMatter()
{
    const QList<ServerProfile> turned{twoServers.at(1), twoServers.at(0)};
    for (const QStringView address :
         {u"a@mycompany.com", u"a@lab.mycompany.com", u"a@x.lab.mycompany.com", u"a@partner.example"})
        QCOMPARE(*profileFor(turned, address), *profileFor(twoServers, address));
    QVERIFY(!profileFor({}, u"a@mycompany.com"));
}

void tst_ServerRouting::R_SERVERS_sameDomainGoesToTheFirstMade()
{
    const QString domain = QStringLiteral("mycompany.com");
    const QList<ServerProfile> profiles{profile(0, QStringLiteral("unsaved"), {domain}),
                                        profile(7, QStringLiteral("later"), {domain}),
                                        profile(3, QStringLiteral("earlier"), {domain.toUpper()})};
    QCOMPARE(profileFor(profiles, u"cr1@mycompany.com")->name, QStringLiteral("earlier"));
    QCOMPARE(profileFor(profiles.first(2), u"cr1@mycompany.com")->name, QStringLiteral("later"));
    // Of two that have no id yet the one that stands first.
    const QList<ServerProfile> drafts{profile(0, QStringLiteral("first"), {domain}),
                                      profile(0, QStringLiteral("second"), {domain})};
    QCOMPARE(profileFor(drafts, u"cr1@mycompany.com")->name, QStringLiteral("first"));
}

void tst_ServerRouting::R_SERVERS_overlapsAreShown()
{
    QVERIFY(overlapsOf(twoServers).isEmpty()); // one inside the other is no overlap
    const QList<ServerProfile> profiles{
        profile(5, QStringLiteral("a"), {QStringLiteral("two.example"), QStringLiteral("One.example")}),
        profile(2, QStringLiteral("b"), {QStringLiteral("one.example"), QStringLiteral("ONE.example")}),
        profile(4, QStringLiteral("c"), {QStringLiteral("TWO.example"), QStringLiteral("three.example")}),
    };
    const QList<DomainOverlap> expected{{QStringLiteral("one.example"), {1, 0}},
                                        {QStringLiteral("two.example"), {2, 0}}};
    QCOMPARE(overlapsOf(profiles), expected);
    for (const DomainOverlap& overlap : expected) {
        const QString address = QStringLiteral("x@") + overlap.domain;
        QCOMPARE(profileFor(profiles, address)->name, profiles.at(overlap.profiles.first()).name);
    }
}

void tst_ServerRouting::R_SERVERS_gapsAreShown()
{
    const QList<Space> spaces{space(1, QStringLiteral("cr1@mycompany.com")),
                              space(2, QStringLiteral("cr2@other.example")),
                              space(3, QStringLiteral("cr3@lab.mycompany.com")), space(4, QString())};
    const QList<SpaceId> expected{SpaceId{2}, SpaceId{4}};
    QCOMPARE(spacesWithoutProfile(spaces, twoServers), expected);
    QCOMPARE(spacesWithoutProfile(spaces, {}).size(), 4);
}

QTEST_APPLESS_MAIN(tst_ServerRouting)
#include "tst_serverrouting.moc"
