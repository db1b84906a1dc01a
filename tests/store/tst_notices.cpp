// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"
#include "tests/support/temporarystore.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("maria on desk-12 (console)");
const NoticeKey subject{NoticeKind::Accepted, QStringLiteral("de"), NoticePart::Subject};
const NoticeKey body{NoticeKind::Accepted, QStringLiteral("de"), NoticePart::Body};

} // namespace

class TestNotices final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    Result<void> set(const NoticeKey& key, const std::optional<QString>& text)
    {
        return m_temporary->tryWrite([=](WriteUnit& unit) { return unit.notices().set(key, text, actor); });
    }
    NoticeBook book()
    {
        return m_temporary->read([](const ReadUnit& unit) { return unit.notices().all(); });
    }
    QList<AuditEntry> audit()
    {
        QList<AuditEntry> rows = m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 100); });
        rows.removeIf([](const AuditEntry& entry) { return entry.subject != "notice"; });
        return rows;
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void nothingIsWrittenBeforeSomebodyDoes() { QVERIFY(book().texts().isEmpty()); }

    void subjectAndBodyStandForThemselves()
    {
        QVERIFY(set(subject, QStringLiteral(" Reserviert: {space}\r\n")));
        QVERIFY(set(body, QStringLiteral("{space}\r\n{when}")));
        QCOMPARE(book().own(subject), std::optional(QStringLiteral("Reserviert: {space}")));
        QCOMPARE(book().own(body), std::optional(QStringLiteral("{space}\n{when}")));
        QVERIFY(set(subject, std::nullopt));
        QCOMPARE(book().own(subject), std::nullopt);
        QCOMPARE(book().texts().size(), 1);
        QVERIFY(!book().own({NoticeKind::Accepted, QStringLiteral("en"), NoticePart::Body}));
        QVERIFY(!book().own({NoticeKind::Moved, QStringLiteral("de"), NoticePart::Body}));
    }

    void whatDoesNotFitIsRefused()
    {
        QCOMPARE(set(subject, QStringLiteral("{spaec}")).error().code(), QByteArray("notice.placeholder-unknown"));
        QCOMPARE(set(body, QString()).error().code(), QByteArray("notice.empty"));
        for (const char* language : {"", "d", "de-DE", "x'y", "abcdefghi"}) {
            const NoticeKey key{NoticeKind::Accepted, QString::fromLatin1(language), NoticePart::Body};
            QCOMPARE(set(key, QStringLiteral("x")).error().code(), QByteArray("notice.language-unknown"));
        }
        QVERIFY(book().texts().isEmpty());
        QVERIFY(audit().isEmpty());
    }

    void everyChangeIsAuditedAndNothingElse()
    {
        QVERIFY(set(subject, QStringLiteral("A {space}")));
        QVERIFY(set(subject, QStringLiteral("A {space} "))); // the same
        QVERIFY(set(subject, QStringLiteral("B {space}")));
        QVERIFY(set(subject, std::nullopt));
        QVERIFY(set(subject, std::nullopt)); // was built in
        const QList<AuditEntry> rows = audit();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(2).key, QStringLiteral("accepted/de/subject"));
        QCOMPARE(rows.at(2).actor, actor);
        QCOMPARE(rows.at(2).before, QByteArray());
        QCOMPARE(rows.at(2).after, QByteArray("{\"text\":\"A {space}\"}"));
        QCOMPARE(rows.at(0).before, QByteArray("{\"text\":\"B {space}\"}"));
        QCOMPARE(rows.at(0).after, QByteArray());
    }

    void theChangeFeedTellsOfThem()
    {
        QSignalSpy spy(&m_temporary->store().changes(), &ChangeFeed::changed);
        QVERIFY(set(subject, QStringLiteral("A {space}")));
        const Change expected{ChangeSubject::Notices, 0};
        QTRY_VERIFY(std::any_of(spy.cbegin(), spy.cend(), [&](const QList<QVariant>& emitted) {
            return emitted.first().value<QList<Change>>().contains(expected);
        }));
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
