// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/corpus/corpusfiles.h"

#include "models/base/address.h"
#include "models/itip/itipidentity.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace reserve::test {

namespace {

QByteArray wrapped(const QByteArray& type, const QByteArray& body, const QByteArray& recipient)
{
    const auto identity = type.startsWith("text/calendar") ? identify(body) : std::nullopt;
    const bool named = identity && looksLikeAddress(identity->organizer);
    const QByteArray from = named ? identity->organizer.toUtf8() : QByteArray("corpus@corpus.example");
    return "From: " + from + "\r\nTo: " + recipient
        + "\r\nSubject: From the corpus\r\nMIME-Version: 1.0\r\nContent-Type: " + type
        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body.toBase64() + "\r\n";
}

} // namespace

QString corpusRoot()
{
    const QString root = qEnvironmentVariable("RESERVE_CORPUS");
    return !root.isEmpty() && QDir(root).exists() ? root : QString();
}

QList<CorpusFile> corpusFiles(const QString& root)
{
    QList<CorpusFile> files;
    QDirIterator walk(root, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            files.append({QDir(root).relativeFilePath(file.fileName()), file.readAll()});
    }
    std::sort(files.begin(), files.end(), [](const CorpusFile& a, const CorpusFile& b) { return a.name < b.name; });
    return files;
}

QByteArray corpusMail(const CorpusFile& file, const QByteArray& recipient)
{
    if (file.name.endsWith(QLatin1String(".eml")))
        return file.content;
    if (file.name.endsWith(QLatin1String(".ics"))) {
        const QByteArray method = file.content.toUpper().contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST";
        return wrapped("text/calendar; charset=utf-8; method=" + method, file.content, recipient);
    }
    if (file.name.contains(QLatin1String("tnef/")))
        return wrapped("application/ms-tnef; name=winmail.dat", file.content, recipient);
    return wrapped("application/octet-stream; name=attached.bin", file.content, recipient);
}

void printLines(const QStringList& lines)
{
    for (const QString& line : lines)
        std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

} // namespace reserve::test
