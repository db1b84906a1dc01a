// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// Parsers that die of what a test writes into a message, in front of the real ones: the linker puts them
// there (--wrap), so that the program that is tested knows nothing of it.
#include "models/itip/recurrencerule.h"
#include "models/itip/tnefmeeting.h"
#include "models/mail/messagereader.h"

#include <csignal>

namespace reserve {

Result<MessageContent>
realReadMessage(QByteArrayView raw,
                const ReaderLimits& limits) asm("__real__ZN7reserve11readMessageE14QByteArrayViewRKNS_12ReaderLimitsE");
Result<MessageContent> dyingReadMessage(QByteArrayView raw, const ReaderLimits& limits) asm(
    "__wrap__ZN7reserve11readMessageE14QByteArrayViewRKNS_12ReaderLimitsE");

Result<MessageContent> dyingReadMessage(QByteArrayView raw, const ReaderLimits& limits)
{
    if (raw.contains(QByteArrayView("X-Die: here")))
        std::raise(SIGSEGV);
    return realReadMessage(raw, limits);
}

Result<TnefReading> realReadTnef(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits) asm(
    "__real__ZN7reserve8readTnefE14QByteArrayViewPF7QStringS0_RK10QByteArrayERKNS_10TnefLimitsE");
Result<TnefReading> dyingReadTnef(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits) asm(
    "__wrap__ZN7reserve8readTnefE14QByteArrayViewPF7QStringS0_RK10QByteArrayERKNS_10TnefLimitsE");

Result<TnefReading> dyingReadTnef(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits)
{
    if (octets.contains(QByteArrayView("d\0i\0e\0 \0h\0e\0r\0e\0", 16)))
        std::raise(SIGABRT);
    return realReadTnef(octets, decoder, limits);
}

Result<RecurrenceRule>
realParseRecurrenceRule(QByteArrayView text) asm("__real__ZN7reserve19parseRecurrenceRuleE14QByteArrayView");
Result<RecurrenceRule>
dyingParseRecurrenceRule(QByteArrayView text) asm("__wrap__ZN7reserve19parseRecurrenceRuleE14QByteArrayView");

Result<RecurrenceRule> dyingParseRecurrenceRule(QByteArrayView text)
{
    // The same as INTERVAL=1 to whoever lives.
    if (text.contains(QByteArrayView("INTERVAL=0001")))
        std::raise(SIGFPE);
    return realParseRecurrenceRule(text);
}

} // namespace reserve
