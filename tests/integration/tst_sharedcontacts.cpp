// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString desk = QStringLiteral("desk@booking.mycompany.com");

} // namespace

// R-SUBDOMAIN: a delegate contact that stores from before have at two spaces means neither.
class TestSharedContacts final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    Trace sent()
    {
        const ComposedMail mail = composeMeeting(m_desk->meeting());
        return m_desk->send(mail.bytes, mail.from, {desk}).first();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        for (const SpaceId id : {m_desk->cr1(), m_desk->cr2()})
            m_desk->edit(id, [](Space& space) { space.delegateContact = desk; });
    }

    void R_SUBDOMAIN_noneIsChosen()
    {
        const Trace held = sent();
        QCOMPARE(held.verdict, std::optional(Verdict::Held));
        QCOMPARE(held.state, TraceState::Held);
        QCOMPARE(held.reason.code, QByteArrayLiteral("rcpt.contact-shared"));
        QVERIFY(m_desk->reservations().isEmpty());
        QVERIFY(m_desk->outbox().isEmpty());
        // A person cannot say either, as long as it is so.
        QCOMPARE(m_desk->decide(held.id, true).verdict, std::optional(Verdict::Held));
        QVERIFY(m_desk->reservations().isEmpty());
    }

    void R_SUBDOMAIN_decidedOnceItIsMended()
    {
        const Trace held = sent();
        m_desk->edit(m_desk->cr1(), [](Space& space) { space.delegateContact.clear(); });
        const Trace decided = m_desk->decide(held.id, true);
        QCOMPARE(decided.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(decided.spaceId, m_desk->cr2());
        QCOMPARE(m_desk->reservations().first().spaceId, m_desk->cr2());
    }
};

QTEST_GUILESS_MAIN(TestSharedContacts)

#include "tst_sharedcontacts.moc"
