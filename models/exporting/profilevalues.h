// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

namespace reserve {

// What is typed for a server, checked and in the form in which it is kept. An empty text is an empty value.

// https, or http where nothing leaves this machine. Without user and password, which are secrets. Errors:
// profile.url-invalid (value), profile.url-not-https (value), profile.url-credentials.
Result<QString> webAddress(const QString& text);

// Separated by commas, semicolons or blanks; each once, without the "@" that people put in front. RFC 1035 2.3.4 bounds
// the lengths; internationalised names are kept as typed. Errors: profile.domain-invalid (value).
Result<QStringList> mailDomains(const QString& text);

// "proxy.mycompany.com:3128"; "http://" in front is left out. Errors: profile.proxy-invalid (value).
Result<QString> proxyAddress(const QString& text);

} // namespace reserve
