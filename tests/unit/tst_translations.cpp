// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString source;
    QStringList forms; // one, or one for each plural form
    bool isFinished = true;
    bool isPlural = false;
};

QList<Message> messagesIn(const QString& path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            messages.append({{}, {}, true, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().forms.append(xml.readElementText());
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.last().isPlural)
                messages.last().forms = {xml.readElementText()};
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%\\d|\\{[^}]*\\}"));
    QSet<QString> found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data();
    void isComplete();
    void keepsPlaceholders_data() { isComplete_data(); }
    void keepsPlaceholders();
};

void TestTranslations::isComplete_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(RESERVE_SOURCE_DIR "/translations"));
    const QStringList files = folder.entryList({QStringLiteral("*.ts")});
    QVERIFY(files.size() >= 2);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestTranslations::isComplete()
{
    QFETCH(QString, path);
    const QList<Message> messages = messagesIn(path);
    QVERIFY(messages.size() > 10);
    for (const Message& message : messages) {
        QVERIFY2(message.isFinished, qPrintable(message.source));
        for (const QString& form : message.forms)
            QVERIFY2(!form.isEmpty(), qPrintable(message.source));
    }
}

void TestTranslations::keepsPlaceholders()
{
    QFETCH(QString, path);
    for (const Message& message : messagesIn(path)) {
        for (const QString& form : message.forms)
            QVERIFY2(placeholders(form) == placeholders(message.source), qPrintable(form));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
