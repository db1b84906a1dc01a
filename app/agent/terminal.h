// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace reserve {

// The program's three streams: results on standard output, one plain line a complaint on standard error.
class Terminal final
{
public:
    Terminal();

    // For listings that write as they read.
    QIODevice& out() { return m_out; }
    void write(const QByteArray& bytes);
    void line(const QString& text);
    void line(const Reason& reason);
    // cli.output-closed (detail) when something could not be written.
    Result<void> finish();

    // Failures and warnings alike: a sentence says which it is.
    void complain(const Reason& reason);

    QByteArray readAll();
    // From a person: asks on standard error and shows nothing of what is typed. One line break at the end is left out.
    QByteArray readSecret(const QString& question);

private:
    void say(const QString& text);

    QFile m_out;
    QFile m_complaints;
    QFile m_in;
};

} // namespace reserve
