// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/adminplan.h"
#include "models/items/fielddraft.h"
#include "tests/support/temporarystore.h"
#include "tests/support/testcertificate.h"

#include <QFile>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

using Kind = FieldPath::Kind;

const QString somebody = QStringLiteral("test");

FieldPath fieldOf(qint64 id, ProfileField field)
{
    return {Kind::Profile, id, profileFieldName(field)};
}

ServerProfile headOffice()
{
    ServerProfile profile;
    profile.id = ServerProfileId{1};
    profile.name = QStringLiteral("Head office");
    profile.kind = ServerKind::Ews;
    profile.authentication = ServerAuthentication::Ntlm;
    profile.userName = QStringLiteral("svc");
    profile.ntlmDomain = QStringLiteral("MYCOMPANY");
    return profile;
}

// A draft over servers.
struct Desk
{
    explicit Desk(const QList<ServerProfile>& profiles)
        : snapshot({}, {}, profiles)
        , draft([this](const FieldPath& path) { return snapshot.text(path); })
    {
    }

    void set(qint64 id, ProfileField field, const QString& text) { draft.set(fieldOf(id, field), text); }
    QByteArray problemAt(qint64 id, ProfileField field, QDate today = QDate(2026, 11, 29)) const
    {
        const AdminPlan plan = planAdmin(snapshot, draft, today);
        const AdminProblem* problem = plan.problemAt(fieldOf(id, field));
        return problem ? problem->reason.code : QByteArray();
    }
    bool canBeApplied() const { return planAdmin(snapshot, draft).canBeApplied(); }

    AdminSnapshot snapshot;
    FieldDraft draft;
};

} // namespace

// R-SERVERS and R-CREDENTIALS in the draft of Exchange Admin: what cannot be applied, and what applying writes.
class TestAdminPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_SUBDOMAIN_anAddressBelongsToOneSpace()
    {
        Space aurora;
        aurora.id = SpaceId{1};
        aurora.name = QStringLiteral("Aurora");
        aurora.mailbox = QStringLiteral("aurora@x.example");
        aurora.delegateContact = QStringLiteral("desk@y.example");
        Space borealis = aurora; // as older stores may have it
        borealis.id = SpaceId{2};
        borealis.name = QStringLiteral("Borealis");
        borealis.mailbox = QStringLiteral("borealis@x.example");
        const AdminSnapshot snapshot({}, {aurora, borealis}, {});
        FieldDraft draft([&snapshot](const FieldPath& path) { return snapshot.text(path); });
        const FieldPath contact{Kind::Space, 2, columnName(SpaceField::DelegateContact)};
        const FieldPath mailbox{Kind::Space, 1, columnName(SpaceField::Mailbox)};
        draft.set({Kind::Space, 2, columnName(SpaceField::Floor)}, QStringLiteral("3"));
        QVERIFY(planAdmin(snapshot, draft).canBeApplied()); // what stood so before hinders nothing else
        draft.set(contact, QStringLiteral("DESK@y.example"));
        QCOMPARE(planAdmin(snapshot, draft).problemAt(contact)->reason.code, QByteArray("space.contact-taken"));
        draft.set(contact, QStringLiteral("Aurora@x.example"));
        QCOMPARE(planAdmin(snapshot, draft).problemAt(contact)->reason.code, QByteArray("space.contact-is-mailbox"));
        draft.set(contact, QStringLiteral("other@y.example"));
        QVERIFY(planAdmin(snapshot, draft).canBeApplied());
        draft.set(mailbox, QStringLiteral("Other@y.example"));
        QCOMPARE(planAdmin(snapshot, draft).problemAt(mailbox)->reason.code, QByteArray("space.mailbox-is-contact"));
    }

    void badTextIsSaidBeforeWhatFollowsFromIt();
    void graphWithBasicIsRefused();
    void aChangedWayOfSigningInAsksForItsFields();
    void untouchedServersHinderNothing();
    void namesAreDistinct();
    void aCertificateThatEndedCannotBePutIn();
    void applyingSplitsUserNames();
    void applyingRefusesWhatIsNotWhole();
};

void TestAdminPlan::badTextIsSaidBeforeWhatFollowsFromIt()
{
    Desk desk({headOffice()});
    desk.set(1, ProfileField::Name, QStringLiteral(" "));
    desk.set(1, ProfileField::Url, QStringLiteral("http://mail.mycompany.com"));
    QCOMPARE(desk.problemAt(1, ProfileField::Name), QByteArray("profile.name-empty"));
    QCOMPARE(desk.problemAt(1, ProfileField::Url), QByteArray("profile.url-not-https"));
    QCOMPARE(planAdmin(desk.snapshot, desk.draft).problems.size(), 2);
}

void TestAdminPlan::graphWithBasicIsRefused()
{
    Desk desk({headOffice()});
    desk.set(1, ProfileField::Kind, QStringLiteral("graph"));
    desk.set(1, ProfileField::Authentication, QStringLiteral("basic"));
    QCOMPARE(desk.problemAt(1, ProfileField::Authentication), QByteArray("profile.graph-needs-oauth"));
}

void TestAdminPlan::aChangedWayOfSigningInAsksForItsFields()
{
    Desk desk({headOffice()});
    desk.set(1, ProfileField::Authentication, QStringLiteral("oauth"));
    QCOMPARE(desk.problemAt(1, ProfileField::Tenant), QByteArray("profile.tenant-empty"));
    QCOMPARE(desk.problemAt(1, ProfileField::ClientId), QByteArray("profile.client-empty"));
    desk.set(1, ProfileField::Tenant, QStringLiteral("mycompany.onmicrosoft.com"));
    desk.set(1, ProfileField::ClientId, QStringLiteral("1234"));
    QVERIFY(desk.canBeApplied());
    desk.set(1, ProfileField::Proof, QStringLiteral("certificate"));
    QCOMPARE(desk.problemAt(1, ProfileField::Certificate), QByteArray("profile.certificate-empty"));
}

// One that an earlier version left half set up.
void TestAdminPlan::untouchedServersHinderNothing()
{
    ServerProfile half = headOffice();
    half.userName.clear();
    Desk desk({half});
    desk.draft.set({Kind::Setting, 0, QStringLiteral("smtp.port")}, QStringLiteral("2525"));
    QVERIFY(desk.canBeApplied());
    desk.set(1, ProfileField::MailDomains, QStringLiteral("mycompany.com"));
    QCOMPARE(desk.problemAt(1, ProfileField::UserName), QByteArray("profile.user-empty"));
}

void TestAdminPlan::namesAreDistinct()
{
    Desk desk({headOffice()});
    const qint64 added
        = desk.draft.add(Kind::Profile, {{profileFieldName(ProfileField::Kind), QStringLiteral("mail-only")}});
    QCOMPARE(desk.problemAt(added, ProfileField::Name), QByteArray("profile.name-empty"));
    desk.set(added, ProfileField::Name, QStringLiteral("HEAD office"));
    QCOMPARE(desk.problemAt(added, ProfileField::Name), QByteArray("profile.name-taken"));
    desk.set(added, ProfileField::Name, QStringLiteral("Branch"));
    QVERIFY(desk.canBeApplied());
    desk.set(1, ProfileField::Name, QStringLiteral("branch"));
    QVERIFY(!desk.canBeApplied());
}

void TestAdminPlan::aCertificateThatEndedCannotBePutIn()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: certificates. Install openssl.");
    QFile file(made.certificateFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString pem = QString::fromLatin1(file.readAll());
    const QDate start = made.certificate().effectiveDate().toUTC().date();
    const QDate end = made.certificate().expiryDate().toUTC().date();
    Desk desk({headOffice()});
    desk.set(1, ProfileField::Certificate, pem);
    QCOMPARE(desk.problemAt(1, ProfileField::Certificate, start), QByteArray());
    QCOMPARE(desk.problemAt(1, ProfileField::Certificate, end), QByteArray());
    QCOMPARE(desk.problemAt(1, ProfileField::Certificate, end.addDays(1)), QByteArray("profile.certificate-over"));
    QCOMPARE(desk.problemAt(1, ProfileField::Certificate, start.addDays(-1)), QByteArray("profile.certificate-early"));
    // Once it is stored, its end is warned of and hinders nothing.
    ServerProfile stored = headOffice();
    stored.certificate = pem;
    Desk later({stored});
    later.set(1, ProfileField::MailDomains, QStringLiteral("mycompany.com"));
    QCOMPARE(later.problemAt(1, ProfileField::Certificate, end.addDays(1)), QByteArray());
}

void TestAdminPlan::applyingSplitsUserNames()
{
    TemporaryStore store;
    ServerProfile profile = headOffice();
    profile.id = {};
    profile.authentication = ServerAuthentication::Basic;
    profile.userName = QStringLiteral("OTHER\\svc");
    profile.id = store.write([profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, somebody); });
    Desk desk({profile});
    desk.set(profile.id.value, ProfileField::Authentication, QStringLiteral("ntlm"));
    const AdminPlan plan = planAdmin(desk.snapshot, desk.draft);
    QVERIFY(plan.canBeApplied());
    store.write([plan](WriteUnit& unit) { return applyAdmin(unit, plan, somebody); });
    const ServerProfile split = store.read([](const ReadUnit& unit) { return unit.serverProfiles().all(); }).first();
    QCOMPARE(split.userName, QStringLiteral("svc"));
    QCOMPARE(split.ntlmDomain, QStringLiteral("OTHER"));
}

// Somebody else changed the server after the draft was planned: nothing half is written.
void TestAdminPlan::applyingRefusesWhatIsNotWhole()
{
    TemporaryStore store;
    ServerProfile profile = headOffice();
    profile.id = {};
    profile.id = store.write([profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, somebody); });
    Desk desk({profile});
    desk.set(profile.id.value, ProfileField::Kind, QStringLiteral("graph"));
    desk.set(profile.id.value, ProfileField::Authentication, QStringLiteral("oauth"));
    desk.set(profile.id.value, ProfileField::Tenant, QStringLiteral("t"));
    desk.set(profile.id.value, ProfileField::ClientId, QStringLiteral("c"));
    AdminPlan plan = planAdmin(desk.snapshot, desk.draft);
    QVERIFY(plan.canBeApplied());
    plan.profiles.first().fields.removeIf([](const auto& entry) { return entry.first == ProfileField::Tenant; });
    const auto applied = store.tryWrite([plan](WriteUnit& unit) { return applyAdmin(unit, plan, somebody); });
    QVERIFY(!applied);
    QCOMPARE(applied.error().code(), QByteArray("profile.tenant-empty"));
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.serverProfiles().all(); }).first(), profile);
}

QTEST_GUILESS_MAIN(TestAdminPlan)
#include "tst_adminplan.moc"
