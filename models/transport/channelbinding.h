// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace reserve {

// What ties an authentication to the TLS connection that it is done on, so that nobody in between can use it elsewhere
// (Extended Protection). Pure functions.

// "tls-server-end-point:" and the hash of the server's certificate (RFC 5929 4.1): by the hash of the certificate's own
// signature, SHA-256 in place of MD5 and SHA-1. Empty where the signature has no hash of its own (Ed25519) or the
// octets are no certificate: RFC 5929 defines none then.
QByteArray serverEndPoint(QByteArrayView certificateDer);

// MD5 of the gss_channel_bindings_struct that holds nothing but this application data (RFC 4121 4.1.1.2, MS-NLMP
// 3.1.5.1.2); sixteen zeros where it is empty.
QByteArray channelBindingHash(QByteArrayView applicationData);

} // namespace reserve
