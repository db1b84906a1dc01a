// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/smtpenvelope.h"

#include <QByteArrayView>

namespace reserve {

struct ContentScan
{
    ContentFindings findings;  // UndeclaredEightBit stands for any octet above 127 here
    qsizetype longestLine = 0; // exact only above the 998 octets that are usual
    int receivedFields = 0;
};

// One look over a whole message, in runs, before it is handed on.
ContentScan scanContent(QByteArrayView content);

} // namespace reserve
