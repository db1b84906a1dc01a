// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpheaders.h"

#include <QByteArray>
#include <QByteArrayView>

namespace reserve {

// Reads one HTTP/1.1 message (RFC 9112) from octets as they come, for the server's and the client's side. Bounded: what
// is beyond a limit or ambiguous (two lengths, folded fields, unknown codings) ends it with a problem. Trailers are
// dropped, interim responses (1xx) skipped. A value without sockets.
class HttpMessageReader
{
public:
    enum class Kind { Request, Response };
    enum class State { Head, Body, Complete, Failed };
    enum class Problem { None, Malformed, HeadTooLarge, BodyTooLarge, NotSupported, Cut };

    HttpMessageReader(Kind kind, qint64 mostBodyBytes);
    // The response that comes is one to HEAD: it has no body.
    void expectNoBody() { m_isBodiless = true; }

    // Takes what belongs to this message and says how many octets that were.
    qsizetype read(QByteArrayView octets);
    // The peer will send nothing more.
    void readEnd();

    State state() const { return m_state; }
    bool isComplete() const { return m_state == State::Complete; }
    bool hasFailed() const { return m_state == State::Failed; }
    Problem problem() const { return m_problem; }
    bool hasBegun() const { return m_headBytes > 0; }

    QByteArray method() const { return m_method; }
    QByteArray target() const { return m_target; } // as sent
    int status() const { return m_status; }
    const HttpHeaders& headers() const { return m_headers; } // names in lower case
    const QByteArray& body() const { return m_body; }
    bool keepsOpen() const;     // another message may follow on the connection
    bool wantsContinue() const; // Expect: 100-continue

private:
    enum class Part { StartLine, Field, Fixed, ChunkSize, ChunkOctets, ChunkEnd, Trailer, UntilEnd };

    qsizetype readLine(QByteArrayView octets);
    qsizetype readOctets(QByteArrayView octets);
    void takeLine(QByteArrayView line);
    void takeStartLine(QByteArrayView line);
    bool takeRequestLine(QByteArrayView line);
    bool takeStatusLine(QByteArrayView line);
    bool takeVersion(QByteArrayView version);
    void takeField(QByteArrayView line);
    void takeChunkSize(QByteArrayView line);
    void endHead();
    void frame();
    void beginFixed(qint64 length);
    void complete() { m_state = State::Complete; }
    void fail(Problem problem);

    Kind m_kind;
    qint64 m_mostBodyBytes;
    bool m_isBodiless = false;
    State m_state = State::Head;
    Problem m_problem = Problem::None;
    Part m_part = Part::StartLine;
    QByteArray m_line;
    qint64 m_headBytes = 0; // trailers and chunk lines too
    qint64 m_left = 0;      // of the body or the chunk
    QByteArray m_method;
    QByteArray m_target;
    int m_status = 0;
    bool m_isVersion10 = false;
    bool m_isDelimited = true; // by a length, not by the end of the connection
    HttpHeaders m_headers;
    QByteArray m_body;
};

} // namespace reserve
