// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace reserve {

// Mails as senders write them, put together for tests; every line ends in CRLF.
namespace mailsamples {

// Lines with LF turned into lines with CRLF.
QByteArray withCrLf(QByteArray text);

// A calendar of one meeting, without a METHOD line when `method` is empty.
QByteArray calendar(const QByteArray& method, const QByteArray& summary = "Weekly planning");

// The header a person's mail client writes, without an empty line behind it; `fields` are added in front.
QByteArray header(const QByteArray& fields = {});

// As Outlook sends a meeting request: alternative of text, HTML and the calendar, about 5 KB.
QByteArray meetingRequest(const QByteArray& fields = {});

// A part: its header fields, an empty line and its body.
QByteArray part(const QByteArray& fields, const QByteArray& body);

// A multipart body with its Content-Type field; `parts` as part() makes them.
QByteArray multipart(const QByteArray& subtypeAndParameters, const QByteArray& boundary,
                     const QList<QByteArray>& parts);

} // namespace mailsamples

} // namespace reserve
