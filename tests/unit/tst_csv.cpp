// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/csvreader.h"
#include "models/exporting/csvwriter.h"

#include <QTest>

using namespace reserve;

class TestCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite_data();
    void readsWhatSpreadsheetsWrite();
    void keepsLineBreaksInQuotesAndCountsLines();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void neutralisesFormulas_data();
    void neutralisesFormulas();
    void everyFieldComesBackAsItWas_data();
    void everyFieldComesBackAsItWas();
};

void TestCsv::readsWhatSpreadsheetsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("commas, CRLF") << QByteArray("name,mailbox\r\nCR1,cr1@x.example\r\n");
    QTest::newRow("semicolons, LF") << QByteArray("name;mailbox\nCR1;cr1@x.example\n");
    QTest::newRow("TAB, no line end") << QByteArray("name\tmailbox\nCR1\tcr1@x.example");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFname,mailbox\r\nCR1,cr1@x.example\r\n");
    QTest::newRow("old line ends") << QByteArray("name,mailbox\rCR1,cr1@x.example\r");
    QTest::newRow("capitals, blanks, empty lines") << QByteArray("\n Name , MAILBOX \n\n CR1 , cr1@x.example \n,\n");
    QTest::newRow("quotes") << QByteArray("\"name\",\"mailbox\"\n\"CR1\",\"cr1@x.example\"\n");
}

void TestCsv::readsWhatSpreadsheetsWrite()
{
    QFETCH(QByteArray, bytes);
    const auto table = CsvTable::read(bytes);
    QVERIFY(table.has_value());
    QCOMPARE(table->columns(), QStringList({QStringLiteral("name"), QStringLiteral("mailbox")}));
    QCOMPARE(table->records().size(), 1);
    QCOMPARE(table->field(table->records().first(), QStringLiteral("name")), QStringLiteral("CR1"));
    QCOMPARE(table->field(table->records().first(), QStringLiteral("mailbox")), QStringLiteral("cr1@x.example"));
    QCOMPARE(table->field(table->records().first(), QStringLiteral("floor")), QString());
}

void TestCsv::keepsLineBreaksInQuotesAndCountsLines()
{
    const auto table = CsvTable::read("name,note\n\"CR \"\"One\"\"\",\"two\nlines, really\"\nCR2,x\n");
    QVERIFY(table.has_value());
    QCOMPARE(table->records().size(), 2);
    QCOMPARE(table->records()[0].fields,
             QStringList({QStringLiteral("CR \"One\""), QStringLiteral("two\nlines, really")}));
    QCOMPARE(table->records()[0].line, 2);
    QCOMPARE(table->records()[1].line, 4);
}

void TestCsv::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("nothing") << QByteArray() << QByteArray("csv.empty");
    QTest::newRow("blank") << QByteArray("\r\n\r\n") << QByteArray("csv.empty");
    QTest::newRow("Latin-1") << QByteArray("name\nB\xFCro\n") << QByteArray("csv.not-utf8");
    QTest::newRow("UTF-16") << QByteArray("n\0a\0m\0e\0", 8) << QByteArray("csv.not-utf8");
    QTest::newRow("open quote") << QByteArray("name\n\"CR1\n") << QByteArray("csv.unclosed-quote");
    QTest::newRow("text after quote") << QByteArray("name\n\"CR1\"x\n") << QByteArray("csv.text-after-quote");
    QTest::newRow("column twice") << QByteArray("name,Name\n1,2\n") << QByteArray("csv.column-twice");
    QTest::newRow("a field too many") << QByteArray("name\n1,2\n") << QByteArray("csv.wrong-field-count");
    QTest::newRow("a field too few") << QByteArray("name,mailbox\n1\n") << QByteArray("csv.wrong-field-count");
}

void TestCsv::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const auto table = CsvTable::read(bytes);
    QVERIFY(!table.has_value());
    QCOMPARE(table.error().code(), code);
}

void TestCsv::neutralisesFormulas_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("equals") << QStringLiteral("=1+1") << QByteArray("'=1+1\r\n");
    QTest::newRow("plus") << QStringLiteral("+49 30") << QByteArray("'+49 30\r\n");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1\r\n");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)\r\n");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("\"'\t=1\"\r\n");
    QTest::newRow("carriage return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"\r\n");
    QTest::newRow("plain") << QStringLiteral("a=b") << QByteArray("a=b\r\n");
    QTest::newRow("comma and quote") << QStringLiteral("a,\"b\"") << QByteArray("\"a,\"\"b\"\"\"\r\n");
}

void TestCsv::neutralisesFormulas()
{
    QFETCH(QString, field);
    QFETCH(QByteArray, written);
    QCOMPARE(csvLine({field}), written);
}

void TestCsv::everyFieldComesBackAsItWas_data()
{
    QTest::addColumn<QString>("field");
    for (const char* field : {"=cmd", "'=cmd", "''-1", "'plain", "@x", "+", "-", "a\nb", "a,b;c", "\"", "Büro Straße"})
        QTest::newRow(field) << QString::fromUtf8(field);
}

void TestCsv::everyFieldComesBackAsItWas()
{
    QFETCH(QString, field);
    const auto table = CsvTable::read(
        QByteArray(csvLine({QStringLiteral("name"), QStringLiteral("other")}) + csvLine({field, QStringLiteral("x")})));
    QVERIFY(table.has_value());
    QCOMPARE(table->records().first().fields.first(), field);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
