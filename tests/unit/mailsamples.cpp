// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/mailsamples.h"

#include <QList>

namespace reserve::mailsamples {

QByteArray withCrLf(QByteArray text)
{
    return text.replace('\n', "\r\n");
}

QByteArray calendar(const QByteArray& method, const QByteArray& summary)
{
    const QByteArray methodLine = method.isEmpty() ? QByteArray() : QByteArray("METHOD:" + method + '\n');
    return withCrLf("BEGIN:VCALENDAR\nPRODID:-//Example//EN\nVERSION:2.0\n" + methodLine
                    + "BEGIN:VEVENT\nUID:40-meeting@corp.example\nDTSTAMP:20261120T080000Z\n"
                      "DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nSUMMARY:"
                    + summary
                    + "\nORGANIZER;CN=Ann Lee:mailto:ann@corp.example\n"
                      "ATTENDEE;CUTYPE=ROOM:mailto:blue@rooms.example\nEND:VEVENT\nEND:VCALENDAR\n");
}

QByteArray header(const QByteArray& fields)
{
    return withCrLf(fields
                    + "From: Ann Lee <ann@corp.example>\nTo: Blue <blue@rooms.example>\nSubject: Weekly planning\n"
                      "Date: Fri, 20 Nov 2026 09:30:00 +0100\nMessage-ID: <m1@corp.example>\nMIME-Version: 1.0\n");
}

QByteArray part(const QByteArray& fields, const QByteArray& body)
{
    return withCrLf(fields + '\n') + body;
}

QByteArray multipart(const QByteArray& subtypeAndParameters, const QByteArray& boundary, const QList<QByteArray>& parts)
{
    QByteArray text
        = "Content-Type: multipart/" + subtypeAndParameters + ";\r\n\tboundary=\"" + boundary + "\"\r\n\r\n";
    for (const QByteArray& part : parts)
        text += "--" + boundary + "\r\n" + part + "\r\n";
    return text + "--" + boundary + "--\r\n";
}

QByteArray meetingRequest(const QByteArray& fields)
{
    const QByteArray filler = QByteArray("The room is needed with a projector and water for eight.\r\n").repeated(18);
    const QByteArray body = multipart(
        "alternative", "_000_9A8B7C6D_",
        {part("Content-Type: text/plain; charset=\"us-ascii\"\nContent-Transfer-Encoding: quoted-printable\n", filler),
         part("Content-Type: text/html; charset=\"us-ascii\"\n", "<html><body>" + filler + "</body></html>"),
         part("Content-Type: text/calendar; charset=\"utf-8\"; method=REQUEST\nContent-Transfer-Encoding: "
              "base64\n",
              calendar("REQUEST").toBase64())});
    const QByteArray hops = QByteArray("Received: from a.corp.example (10.0.0.1) by b.corp.example (10.0.0.2)\n"
                                       "\twith Microsoft SMTP Server id 15.1.2507; Fri, 20 Nov 2026 08:30:01 +0000\n")
                                .repeated(4);
    const QByteArray marks = "Thread-Topic: Weekly planning\nThread-Index: AdxAbCdEf0123456789==\n"
                             "X-MS-Has-Attach:\nX-MS-TNEF-Correlator:\nAccept-Language: en-US\n"
                             "X-MS-Exchange-Organization-AuthAs: Internal\n";
    return header(fields + hops + marks) + body;
}

} // namespace reserve::mailsamples
