// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

// One category a floor or subject; switched by QT_LOGGING_RULES. Secrets and message bodies never reach any of them.
Q_DECLARE_LOGGING_CATEGORY(lcStore)    // reserve.store
Q_DECLARE_LOGGING_CATEGORY(lcSmtp)     // reserve.smtp
Q_DECLARE_LOGGING_CATEGORY(lcSmtpWire) // reserve.smtp.wire, off unless asked for
Q_DECLARE_LOGGING_CATEGORY(lcMail)     // reserve.mail
Q_DECLARE_LOGGING_CATEGORY(lcItip)     // reserve.itip
Q_DECLARE_LOGGING_CATEGORY(lcBooking)  // reserve.booking
Q_DECLARE_LOGGING_CATEGORY(lcAgent)    // reserve.agent
Q_DECLARE_LOGGING_CATEGORY(lcDelivery) // reserve.delivery
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)  // reserve.secrets
Q_DECLARE_LOGGING_CATEGORY(lcUi)       // reserve.ui
