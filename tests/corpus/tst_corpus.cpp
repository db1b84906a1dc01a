// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/entities/enumtext.h"
#include "tests/support/requestdesk.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace reserve;
using namespace reserve::test;

namespace {

struct CorpusFile
{
    QString name;
    QByteArray mail;
};

QByteArray wrapped(const QByteArray& type, const QByteArray& body)
{
    const auto identity = type.startsWith("text/calendar") ? identify(body) : std::nullopt;
    const bool named = identity && looksLikeAddress(identity->organizer);
    const QByteArray from = named ? identity->organizer.toUtf8() : QByteArray("corpus@corpus.example");
    return "From: " + from + "\r\nTo: CR1@reserve.mycompany.com\r\nSubject: From the corpus\r\nMIME-Version: "
           "1.0\r\nContent-Type: "
        + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body.toBase64();
}

// Mail as it is; a bare calendar or winmail.dat inside the smallest mail that carries it.
QByteArray mailOf(const QString& path, const QByteArray& bytes)
{
    if (path.endsWith(QLatin1String(".eml")))
        return bytes;
    if (path.endsWith(QLatin1String(".ics"))) {
        const QByteArray method = bytes.toUpper().contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST";
        return wrapped("text/calendar; charset=utf-8; method=" + method, bytes);
    }
    if (path.contains(QLatin1String("/tnef/")))
        return wrapped("application/ms-tnef; name=winmail.dat", bytes);
    return {};
}

QList<CorpusFile> corpus(const QString& root)
{
    QList<CorpusFile> files;
    QDirIterator walk(root, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (QByteArray mail = mailOf(file.fileName(), file.readAll()); !mail.isEmpty())
            files.append({QDir(root).relativeFilePath(file.fileName()), std::move(mail)});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

} // namespace

// Every file of the corpus goes the whole way of a message: read, gate, durable, decided. No crash, no hang, an outcome
// and a reason for each.
class tst_Corpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasAnOutcomeAndAReason();
};

void tst_Corpus::everyFileHasAnOutcomeAndAReason()
{
    const QString root = qEnvironmentVariable("RESERVE_CORPUS");
    if (root.isEmpty() || !QDir(root).exists())
        QSKIP("RESERVE_CORPUS names no folder: the corpus of real mail and calendars was NOT run");
    const QList<CorpusFile> files = corpus(root);
    QVERIFY2(files.size() > 100, "the corpus is not whole");

    RequestDesk desk;
    // Before every meeting of the corpus, so that none is over.
    desk.clock().set(at("1980-01-01T00:00:00Z"));
    Person front;
    front.controlNumber = ControlNumber::fromNumber(100002);
    front.email = QStringLiteral("frontdesk@mycompany.com");
    desk.addPerson(front);
    desk.set(QStringLiteral("reserve.default-user-email"), front.email);
    QSet<QString> domains;
    for (const CorpusFile& file : files) {
        const QString domain = domainOf(readMail(file.mail, QString())->requester).toString();
        if (normalised(QStringLiteral("reserve.accepted-domains"), domain))
            domains.insert(domain);
    }
    domains.remove(QString());
    desk.set(QStringLiteral("reserve.accepted-domains"), QStringList(domains.begin(), domains.end()).join(QLatin1Char(',')));

    QMap<QString, int> outcomes;
    constexpr qint64 hang = 5000; // milliseconds; only what never ends comes near it
    for (const CorpusFile& file : files) {
        QElapsedTimer timer;
        timer.start();
        const QList<Trace> traces = desk.send(file.mail, QStringLiteral("corpus@corpus.example"),
                                              {QStringLiteral("CR1@reserve.mycompany.com")});
        QCOMPARE(traces.size(), 1);
        const Trace& trace = traces.first();
        QVERIFY2(trace.verdict.has_value(), qPrintable(file.name));
        QVERIFY2(!trace.reason.isEmpty(), qPrintable(file.name));
        QVERIFY2(!trace.steps.isEmpty(), qPrintable(file.name));
        QVERIFY2(timer.elapsed() < hang, qPrintable(file.name));
        ++outcomes[QString::fromLatin1(toText(trace.kind).leftJustified(16) + toText(*trace.verdict).leftJustified(12)
                                       + trace.reason.code)];
    }
    std::printf("outcomes of %lld files:\n", static_cast<long long>(files.size()));
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
        std::printf("  %5d  %s\n", it.value(), qPrintable(it.key()));
    std::fflush(stdout);
}

QTEST_GUILESS_MAIN(tst_Corpus)
#include "tst_corpus.moc"
