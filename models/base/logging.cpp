// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/logging.h"

Q_LOGGING_CATEGORY(lcStore, "reserve.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSmtp, "reserve.smtp", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSmtpWire, "reserve.smtp.wire", QtWarningMsg)
Q_LOGGING_CATEGORY(lcMail, "reserve.mail", QtInfoMsg)
Q_LOGGING_CATEGORY(lcItip, "reserve.itip", QtInfoMsg)
Q_LOGGING_CATEGORY(lcBooking, "reserve.booking", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAgent, "reserve.agent", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDelivery, "reserve.delivery", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "reserve.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "reserve.ui", QtInfoMsg)
