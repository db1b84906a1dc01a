// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace reserve::test {

struct CorpusFile
{
    QString name; // from the root of the corpus
    QByteArray content;
};

// The folder that RESERVE_CORPUS names; empty where it names none, for which a test skips aloud.
QString corpusRoot();
// Every file under it, by name.
QList<CorpusFile> corpusFiles(const QString& root);

// The file as a mail to `recipient`: mail as it is; a bare calendar or winmail.dat inside the smallest mail
// that carries it, from its organizer; anything else as an attachment.
QByteArray corpusMail(const CorpusFile& file, const QByteArray& recipient);

// Writes what a test found to the standard output, a line each: QtTest cuts longer messages.
void printLines(const QStringList& lines);

} // namespace reserve::test
