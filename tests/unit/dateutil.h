// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace reserve::test {

// python-dateutil as the oracle of recurrence rules, in a process of its own.
class Dateutil final
{
public:
    struct Question
    {
        QByteArray rule;
        QDateTime start; // a wall time
        QDateTime last;
    };
    struct Answer
    {
        QList<QDateTime> times;
        QByteArray refusal; // its words, where it does not take the rule
    };

    // Why a test skips where it is missing.
    static constexpr const char* missing = "python-dateutil is not installed (package python3-dateutil): the "
                                           "expansion of rules was NOT compared with it";

    // Finds a Python that has it.
    Dateutil();
    bool isThere() const { return !m_python.isEmpty(); }
    // One answer a question; fewer when the process failed.
    QList<Answer> answers(const QList<Question>& questions) const;

private:
    QString m_python;
};

} // namespace reserve::test
