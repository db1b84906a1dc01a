// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/fakeclock.h"

#include <QtGlobal>

namespace reserve::test {

FakeClock::FakeClock(const QString& isoUtc)
    : m_milliseconds(toEpochMilliseconds(instantFromIso(isoUtc).value()))
{
}

Instant FakeClock::now() const
{
    return fromEpochMilliseconds(m_milliseconds.load());
}

void FakeClock::advance(Milliseconds by)
{
    m_milliseconds += by.count();
}

void FakeClock::set(Instant instant)
{
    m_milliseconds = toEpochMilliseconds(instant);
}

Instant at(const char* isoUtc)
{
    return instantFromIso(QString::fromLatin1(isoUtc)).value();
}

} // namespace reserve::test
