// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/jsontext.h"
#include "models/base/reason.h"
#include "models/entities/trace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace reserve;

class TestJsonText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryCharacterAsQJsonDocumentDoes();
    void writesObjectsAsQJsonDocumentDoes();
    void reasonsComeBackAsTheyWere_data();
    void reasonsComeBackAsTheyWere();
    void stepsComeBackAsTheyWere();
};

namespace {

QByteArray byDocument(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

void TestJsonText::writesEveryCharacterAsQJsonDocumentDoes()
{
    for (char32_t character = 0; character <= 0x10ffff; character += character < 0x3000 ? 1 : 0x1fd) {
        if (character >= 0xd800 && character <= 0xdfff)
            continue; // no character
        const QString text = QStringLiteral("a") + QString::fromUcs4(&character, 1) + QStringLiteral("z");
        QByteArray json;
        appendJson(json, text);
        QCOMPARE(json, byDocument(text));
    }
}

void TestJsonText::writesObjectsAsQJsonDocumentDoes()
{
    const Arguments arguments{{QStringLiteral("until"), QStringLiteral("2027-01-31T10:00:00Z")},
                              {QStringLiteral("space"), QStringLiteral("\"Grüner\" Salon\n")},
                              {QStringLiteral("Zone"), QString()}};
    QJsonObject object;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        object.insert(it.key(), it.value());
    QCOMPARE(toJson(arguments), QJsonDocument(object).toJson(QJsonDocument::Compact));
    QCOMPARE(toJson(Arguments()), QByteArray("{}"));
}

void TestJsonText::reasonsComeBackAsTheyWere_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::newRow("nothing") << Reason();
    QTest::newRow("code alone") << Reason{"decision.accepted", {}};
    QTest::newRow("plain argument") << Reason{"decision.conflict", {{QStringLiteral("space"), QStringLiteral("CR1")}}};
    QTest::newRow("what must be escaped") << Reason{
        "x.y", {{QStringLiteral("a"), QStringLiteral("\\\"\t\x01")}, {QStringLiteral("b"), QStringLiteral("}],{")}}};
}

void TestJsonText::reasonsComeBackAsTheyWere()
{
    QFETCH(Reason, reason);
    QCOMPARE(reasonFromJson(toJson(reason)), reason);
}

void TestJsonText::stepsComeBackAsTheyWere()
{
    const Instant at = fromEpochMilliseconds(1800000000123);
    const QList<TraceStep> steps{
        {at, "R-GATE", {"gate.person", {{QStringLiteral("person"), QStringLiteral("Åsa \"A\"")}}}},
        {at + Milliseconds(5), "R-250", {"trace.stored", {}}}};
    const QList<TraceStep> back = stepsFromJson(toJson(steps));
    QCOMPARE(back.size(), steps.size());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QCOMPARE(back.at(i).at, steps.at(i).at);
        QCOMPARE(back.at(i).rule, steps.at(i).rule);
        QCOMPARE(back.at(i).reason, steps.at(i).reason);
    }
    QVERIFY(stepsFromJson(toJson(QList<TraceStep>())).isEmpty());
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
