// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/channelbinding.h"
#include "models/transport/httpchallenge.h"
#include "models/transport/httpmessagereader.h"
#include "models/transport/ntlmclient.h"
#include "tests/fuzz/fuzztargets.h"

namespace reserve::fuzz {

namespace {

using Kind = HttpMessageReader::Kind;

constexpr qint64 mostBody = 4096;

HttpMessageReader readWhole(Kind kind, QByteArrayView input)
{
    HttpMessageReader reader(kind, mostBody);
    const qsizetype taken = reader.read(input);
    require(taken <= input.size(), "more was taken than there is");
    require(taken == input.size() || reader.isComplete() || reader.hasFailed(), "a reader stopped in the middle");
    return reader;
}

HttpMessageReader readInPieces(Kind kind, QByteArrayView input)
{
    HttpMessageReader reader(kind, mostBody);
    qsizetype length = 1;
    while (!input.isEmpty() && !reader.isComplete() && !reader.hasFailed()) {
        const qsizetype taken = reader.read(input.first(qMin(length, input.size())));
        input = input.sliced(taken);
        length = length % 7 + 1;
    }
    return reader;
}

void checkMessage(Kind kind, QByteArrayView input)
{
    HttpMessageReader reader = readWhole(kind, input);
    const HttpMessageReader again = readInPieces(kind, input);
    require(reader.state() == again.state() && reader.headers() == again.headers(),
            "pieces of a message give another head than the whole");
    require(reader.hasFailed() || reader.body() == again.body(),
            "pieces of a message give another body than the whole");
    require(reader.body().size() <= mostBody, "a body is larger than the limit");
    for (const auto& [name, value] : reader.headers())
        require(isHeaderName(name) && isHeaderValue(value), "a field is none");
    offeredSchemes(httpChallenges(headerValue(reader.headers(), "www-authenticate")));
    reader.readEnd();
    require(reader.isComplete() || reader.hasFailed(), "the end is not the end");
}

} // namespace

void httpMessage(QByteArrayView input)
{
    checkMessage(Kind::Request, input);
    checkMessage(Kind::Response, input);
}

void ntlmChallenge(QByteArrayView input)
{
    static const NtlmClient client({QStringLiteral("User"), QStringLiteral("Domain"), SecretString("Password")});
    static const NtlmTarget target{QStringLiteral("HTTP/mail.example.com"), QByteArray(16, '\x42')};
    static const NtlmSeed seed{QByteArray(8, '\xaa'), Instant()};
    const auto answer = client.authenticate(input.toByteArray(), target, seed);
    require(answer.has_value() == readNtlmChallenge(input).has_value(), "a challenge is read but not answered");
    // What is taken over from it lies inside of it, and once.
    require(!answer || answer->size() < input.size() + 400, "an answer is longer than its parts");
    const QByteArray endPoint = serverEndPoint(input);
    require(endPoint.isEmpty() || endPoint.startsWith("tls-server-end-point:"), "an end point is none");
}

} // namespace reserve::fuzz
