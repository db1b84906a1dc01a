// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefreader.h"
#include "tests/unit/tnefsamples.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr TnefName displayName{TnefSet::Tag, 0x3001};
constexpr TnefName sequence{TnefSet::Appointment, 0x8201};

// Names the charset it is asked for, so that a test sees which one that was.
QString marked(QByteArrayView octets, const QByteArray& charset)
{
    return QString::fromLatin1(charset + ':' + octets.toByteArray());
}

QByteArray properties(const TnefTable& table)
{
    return tnefAttribute(1, attMessageProperties, table.encoded());
}

Result<TnefProperties> read(const QByteArray& stream, const TnefLimits& limits = {})
{
    const auto opened = TnefStream::open(stream, marked, limits);
    return opened ? opened->messageProperties() : Result<TnefProperties>(failure(opened.error()));
}

} // namespace

class tst_TnefReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfEveryKind();
    void whatNoMeetingUsesIsSteppedOver();
    void textsTakeTheCodePageOfTheStream();
    void olderClassesGetTheirName();
    void theFirstOfTwoCounts();
    void recipients();
    void attachmentsAreNotOpened();
    void paddingBehindTheLastAttribute();
    void whatIsNoTnef();
    void damageIsTold_data();
    void damageIsTold();
    void limits();
    void propertiesThatLie_data();
    void propertiesThatLie();
};

void tst_TnefReader::valuesOfEveryKind()
{
    const Instant when = *instantFromIso(QStringLiteral("2026-11-20T15:00:00Z"));
    TnefTable table;
    table.number(sequence, -7).flag({TnefSet::Common, 0x8506}, true).time({TnefSet::Meeting, 0x001A}, when);
    table.octets({TnefSet::Meeting, 0x0003}, "abcde").text(displayName, QStringLiteral("Größe \u6771"));
    const QByteArray stream = tnefStream({properties(table)});
    const auto found = read(stream);
    QVERIFY(found);
    QCOMPARE(found->number(sequence), std::optional(-7));
    QCOMPARE(found->flag({TnefSet::Common, 0x8506}), std::optional(true));
    QCOMPARE(found->time({TnefSet::Meeting, 0x001A}), std::optional(when));
    QCOMPARE(found->octets({TnefSet::Meeting, 0x0003}), QByteArrayView("abcde"));
    QCOMPARE(found->text(displayName), QStringLiteral("Größe \u6771"));
    // Absent, of another set, of another type.
    QVERIFY(!found->number({TnefSet::Tag, 0x8201}));
    QVERIFY(!found->number({TnefSet::Meeting, 0x8201}));
    QVERIFY(!found->time(sequence));
    QVERIFY(found->octets(displayName).isEmpty());
}

void tst_TnefReader::whatNoMeetingUsesIsSteppedOver()
{
    TnefTable table;
    table.named(QStringLiteral("odd"), QStringLiteral("value")).numbers({TnefSet::Appointment, 0x9001}, {1, 2, 3});
    table.raw(TnefOctets().u16(mapi::typeObject).u16(0x3701).u32(1).u32(3).padded("abc").octets());
    table.raw(TnefOctets().u16(mapi::typeGuid).u16(0x3702).raw(QByteArray(16, 'g')).octets());
    table.raw(TnefOctets().u16(mapi::typeDouble).u16(0x3703).u64(7).octets());
    table.number(sequence, 5);
    const QByteArray stream = tnefStream({properties(table)});
    const auto found = read(stream);
    QVERIFY(found);
    QCOMPARE(found->count(), 4);
    QCOMPARE(found->number(sequence), std::optional(5));
}

void tst_TnefReader::textsTakeTheCodePageOfTheStream()
{
    const QByteArray stream = tnefStream({tnefAttribute(1, attOemCodepage, TnefOctets().u32(1251).u32(0).octets()),
                                          tnefAttribute(1, attSubject, QByteArray("abc\0def", 7)),
                                          properties(TnefTable().narrow(displayName, "x"))});
    const auto opened = TnefStream::open(stream, marked);
    QVERIFY(opened);
    QCOMPARE(opened->text(TnefAttribute::Subject), QStringLiteral("cp1251:abc"));
    QCOMPARE(opened->messageProperties()->text(displayName), QStringLiteral("cp1251:x"));
    QCOMPARE(charsetOfCodePage(0), QByteArrayLiteral("cp1252"));
    QCOMPARE(charsetOfCodePage(932), QByteArrayLiteral("cp932"));
    QCOMPARE(charsetOfCodePage(28605), QByteArrayLiteral("iso-8859-15"));
    QCOMPARE(charsetOfCodePage(65001), QByteArrayLiteral("utf-8"));
}

void tst_TnefReader::olderClassesGetTheirName()
{
    const auto classOf = [](const QByteArray& written) {
        const QByteArray stream = tnefStream({tnefAttribute(1, attMessageClass, written + '\0')});
        return TnefStream::open(stream, nullptr)->messageClass();
    };
    QCOMPARE(classOf("IPM.Microsoft Schedule.MtgCncl"), QStringLiteral("IPM.Schedule.Meeting.Canceled"));
    QCOMPARE(classOf("IPM.Microsoft Mail.Note"), QStringLiteral("IPM.Note"));
    QCOMPARE(classOf("IPM.Schedule.Meeting.Request"), QStringLiteral("IPM.Schedule.Meeting.Request"));
    QCOMPARE(classOf(""), QString());
}

void tst_TnefReader::theFirstOfTwoCounts()
{
    const QByteArray stream = tnefStream(
        {properties(TnefTable().number(sequence, 1).number(sequence, 2)), properties(TnefTable().number(sequence, 3))});
    QCOMPARE(read(stream)->number(sequence), std::optional(1));
}

void tst_TnefReader::recipients()
{
    const QByteArray stream = TnefSampleMeeting().encoded();
    const auto opened = TnefStream::open(stream, marked);
    QVERIFY(opened && opened->damage().isEmpty());
    const auto rows = opened->recipients();
    QVERIFY(rows);
    QCOMPARE(rows->size(), 4);
    QCOMPARE(rows->at(1).text(displayName), QStringLiteral("CR1 Borealis"));
}

void tst_TnefReader::attachmentsAreNotOpened()
{
    QByteArray stream = tnefStream(
        {properties(TnefTable().number(sequence, 1)), tnefAttribute(2, attAttachRendData, QByteArray(14, 'r'))});
    stream.chop(9);
    const auto opened = TnefStream::open(stream, nullptr);
    QVERIFY(opened && opened->damage().isEmpty());
    QCOMPARE(opened->messageProperties()->number(sequence), std::optional(1));
}

void tst_TnefReader::paddingBehindTheLastAttribute()
{
    const QByteArray stream = tnefStream({properties(TnefTable())});
    QVERIFY(TnefStream::open(QByteArray(stream + "\r\n\r\n"), nullptr)->damage().isEmpty());
    QVERIFY(TnefStream::open(QByteArray(stream + QByteArray(16, '\0')), nullptr)->damage().isEmpty());
    QCOMPARE(TnefStream::open(QByteArray(stream + QByteArray(17, '\0')), nullptr)->damage().code,
             QByteArrayLiteral("tnef.damaged"));
    QCOMPARE(TnefStream::open(QByteArray(stream + "garbage"), nullptr)->damage().code,
             QByteArrayLiteral("tnef.damaged"));
}

void tst_TnefReader::whatIsNoTnef()
{
    for (const QByteArray& octets :
         {QByteArray(), QByteArray("x"), QByteArray("BEGIN:VCALENDAR\r\n"), QByteArray::fromHex("789F3E2201")}) {
        const auto opened = TnefStream::open(octets, nullptr);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code(), QByteArrayLiteral("tnef.not-tnef"));
    }
}

void tst_TnefReader::damageIsTold_data()
{
    QTest::addColumn<QByteArray>("stream");
    const QByteArray whole = properties(TnefTable().number(sequence, 1));
    QByteArray flipped = whole;
    flipped[12] = char(flipped[12] ^ 1);
    QTest::newRow("checksum") << tnefStream({flipped});
    QTest::newRow("cut") << tnefStream({whole.chopped(1)});
    QTest::newRow("level") << tnefStream({tnefAttribute(7, attMessageProperties, "x")});
    QTest::newRow("length of 2^31") << tnefStream({TnefOctets().u8(1).u32(attBody).u32(0x80000000).octets()});
    QTest::newRow("length of 2^32-1") << tnefStream({TnefOctets().u8(1).u32(attBody).u32(0xFFFFFFFF).octets()});
}

void tst_TnefReader::damageIsTold()
{
    QFETCH(QByteArray, stream);
    const auto opened = TnefStream::open(stream, nullptr);
    QVERIFY(opened);
    QCOMPARE(opened->damage().code, QByteArrayLiteral("tnef.damaged"));
    QCOMPARE(opened->damage().arguments.value(QStringLiteral("octet")), QStringLiteral("6"));
    QVERIFY(!opened->has(TnefAttribute::MessageProperties));
}

void tst_TnefReader::limits()
{
    TnefLimits few;
    few.octets = 200;
    few.attributes = 2;
    few.properties = 3;
    few.recipients = 3;
    const QByteArray none = tnefAttribute(1, 0x00060001, {});
    QVERIFY(TnefStream::open(tnefStream({none, none}), nullptr, few)->damage().isEmpty());
    QCOMPARE(TnefStream::open(tnefStream({none, none, none}), nullptr, few)->damage().code,
             QByteArrayLiteral("tnef.too-many-attributes"));
    QCOMPARE(TnefStream::open(tnefStream({QByteArray(200, '\1')}), nullptr, few).error().code(),
             QByteArrayLiteral("tnef.too-large"));
    TnefTable four;
    for (int i = 0; i < 4; ++i)
        four.number({TnefSet::Tag, 1}, i);
    QCOMPARE(read(tnefStream({properties(four)}), few).error().code(), QByteArrayLiteral("tnef.too-many-properties"));
    few.octets = 10'000;
    few.attributes = 10;
    QCOMPARE(TnefStream::open(TnefSampleMeeting().encoded(), nullptr, few)->recipients().error().code(),
             QByteArrayLiteral("tnef.too-many-recipients"));
    few.recipients = 4;
    QCOMPARE(TnefStream::open(TnefSampleMeeting().encoded(), nullptr, few)->recipients().error().code(),
             QByteArrayLiteral("tnef.too-many-properties"));
}

void tst_TnefReader::propertiesThatLie_data()
{
    QTest::addColumn<QByteArray>("table");
    const auto one = [] { return TnefOctets().u32(1); };
    QTest::newRow("count beyond the end") << TnefOctets().u32(30'000).octets();
    QTest::newRow("unknown type") << one().u16(0x0077).u16(0x3001).u32(0).octets();
    QTest::newRow("no value") << one().u16(mapi::typeLong).u16(0x3001).octets();
    QTest::newRow("2^32-1 values") << one().u16(mapi::typeUnicode).u16(0x3001).u32(0xFFFFFFFF).octets();
    QTest::newRow("2^32-1 numbers")
        << one().u16(mapi::typeLong | mapi::severalValues).u16(0x3001).u32(0xFFFFFFFF).u32(1).octets();
    QTest::newRow("value of 2^31") << one().u16(mapi::typeBinary).u16(0x3001).u32(1).u32(0x80000000).u32(0).octets();
    QTest::newRow("name of 2^31")
        << one().u16(mapi::typeLong).u16(0x8001).raw(QByteArray(16, 'g')).u32(1).u32(0x80000000).octets();
    QTest::newRow("cut name") << one().u16(mapi::typeLong).u16(0x8001).raw(QByteArray(7, 'g')).octets();
    QTest::newRow("nothing") << QByteArray();
}

void tst_TnefReader::propertiesThatLie()
{
    QFETCH(QByteArray, table);
    const QByteArray stream = tnefStream({tnefAttribute(1, attMessageProperties, table),
                                          tnefAttribute(1, attRecipientTable, TnefOctets().u32(1).octets() + table)});
    const auto opened = TnefStream::open(stream, nullptr);
    QVERIFY(opened);
    QCOMPARE(opened->messageProperties().error().code(), QByteArrayLiteral("tnef.properties-unreadable"));
    QCOMPARE(opened->recipients().error().code(), QByteArrayLiteral("tnef.properties-unreadable"));
}

QTEST_APPLESS_MAIN(tst_TnefReader)
#include "tst_tnefreader.moc"
