// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

namespace reserve::fuzz {

// Damages octets as fuzzers do, the same way for the same number.
class Mutation final
{
public:
    explicit Mutation(quint32 number)
        : m_random(number)
    {
    }

    QByteArray of(QByteArray octets, const QByteArray& other)
    {
        const int changes = 1 + m_random.bounded(6);
        for (int i = 0; i < changes; ++i)
            change(octets, other);
        return octets;
    }

private:
    void change(QByteArray& octets, const QByteArray& other)
    {
        static const QByteArrayList words{"\r\n",     "\n ",         "\r",        QByteArray(1, '\0'),
                                          "=",        ";",           ":",         ",",
                                          "\"",       "-1",          "0",         "2147483648",
                                          "99999999", "BEGIN:",      "END:",      "VEVENT",
                                          "RRULE:",   "BYHOUR=",     "UNTIL=",    "16010101T000000",
                                          "99991231", "--",          "\xff\xfe",  "T250000Z",
                                          "P",        "<",           "\r\n.\r\n", "MAIL FROM:<",
                                          "RCPT TO:", "BDAT 10\r\n", "multipart", "=?utf-8?Q?"};
        const qsizetype at = position(octets);
        const qsizetype length = std::min<qsizetype>(octets.size() - at, 1 + m_random.bounded(64));
        switch (m_random.bounded(7)) {
        case 0:
            if (at < octets.size())
                octets[at] = char(octets[at] ^ (1 << m_random.bounded(8)));
            break;
        case 1:
            octets.insert(at, words.at(m_random.bounded(int(words.size()))));
            break;
        case 2:
            octets.remove(at, length);
            break;
        case 3:
            octets.insert(at, octets.mid(at, length).repeated(1 + m_random.bounded(8)));
            break;
        case 4:
            octets.replace(at, length, other.mid(position(other), length));
            break;
        case 5:
            octets.truncate(at);
            break;
        default:
            if (at < octets.size())
                octets[at] = char(m_random.bounded(256));
        }
    }

    qsizetype position(const QByteArray& octets) { return m_random.bounded(int(octets.size()) + 1); }

    QRandomGenerator m_random;
};

} // namespace reserve::fuzz
