// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/globalobjectid.h"
#include "models/itip/tnefmeeting.h"

#include <QTest>

using namespace reserve;

namespace {

// MS-ASEMAIL 4.3.
const QByteArray outlookId
    = QByteArray::fromBase64("BAAAAIIA4AB0xbcQGoLgCAfUCRDgQMnBJoXEAQAAAAAAAAAAEAAAAAvw7UtuTulOnjnjhns3jvM=");
const QString outlookUid = QStringLiteral(
    "040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B6E4EE94E9E39E3867B378EF3");

QByteArray clean(QByteArray id)
{
    for (qsizetype i = 16; i < 20; ++i)
        id[i] = '\0';
    return id;
}

} // namespace

class TestGlobalObjectId final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOwnFormAndClearsTheDate()
    {
        const QList<QByteArray> ids = cleanGlobalObjectIds(outlookUid);
        QCOMPARE(ids.size(), 2); // the id, and as a client might have wrapped it
        QCOMPARE(ids.first(), clean(outlookId));
        QCOMPARE(cleanGlobalObjectIds(outlookUid.toLower()).first(), clean(outlookId));
        const QString ofDate = QString::fromLatin1(outlookId.toHex().toUpper());
        QVERIFY(ofDate != outlookUid);
        QCOMPARE(cleanGlobalObjectIds(ofDate).first(), clean(outlookId));
    }

    void wrapsForeignUids()
    {
        const QList<QByteArray> ids = cleanGlobalObjectIds(QStringLiteral("{81412D3C-2A24-4E9D-B20E-11F7BBE92799}"));
        QCOMPARE(ids.size(), 1);
        // MS-ASEMAIL 4.3, the second example.
        QCOMPARE(ids.first(),
                 QByteArray::fromHex(
                     "040000008200E00074C5B7101A82E0080000000000000000000000000000000000000000330000007643616C"
                     "2D55696401000000")
                     + "{81412D3C-2A24-4E9D-B20E-11F7BBE92799}" + '\0');
    }

    void comesBackAsTheUid_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::newRow("Exchange") << outlookUid;
        QTest::newRow("Google") << QStringLiteral("7kukuqrfedlm2f9t1kr2v1p3a4@google.com");
        QTest::newRow("not ASCII") << QString::fromUtf8("Besprechung-äöü-会議@example.org");
        QTest::newRow("hexadecimal, but no such id") << QStringLiteral("deadbeef").repeated(12);
        QTest::newRow("begins like one, but too short") << outlookUid.first(70);
        QTest::newRow("odd number of digits") << outlookUid + u'0';
        QTest::newRow("long") << QString(500, u'x');
    }

    void comesBackAsTheUid()
    {
        QFETCH(QString, uid);
        for (const QByteArray& id : cleanGlobalObjectIds(uid))
            QCOMPARE(uidOfGlobalObjectId(id), uid);
    }

    void nothingForNothing() { QVERIFY(cleanGlobalObjectIds({}).isEmpty()); }

    void comparesHexadecimalIdsWithoutCase()
    {
        QVERIFY(sameUid(outlookUid, outlookUid.toLower()));
        QVERIFY(sameUid(QStringLiteral("Abc@x"), QStringLiteral("Abc@x")));
        QVERIFY(!sameUid(QStringLiteral("Abc@x"), QStringLiteral("abc@x")));
        QVERIFY(!sameUid(outlookUid, QStringLiteral("Abc@x")));
    }
};

QTEST_GUILESS_MAIN(TestGlobalObjectId)
#include "tst_globalobjectid.moc"
