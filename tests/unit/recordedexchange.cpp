// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/recordedexchange.h"

#include <algorithm>

namespace reserve::test {

namespace {

QByteArray lineOf(const HttpRequest& request)
{
    const QByteArray query = request.url.query(QUrl::FullyEncoded).toLatin1();
    return request.method + ' ' + request.url.path(QUrl::FullyDecoded).toUtf8()
        + (query.isEmpty() ? QByteArray() : '?' + QByteArray::fromPercentEncoding(query));
}

} // namespace

HttpResponse response(int status, const QByteArray& body, const QByteArray& contentType)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    if (!body.isEmpty())
        response.headers.append({QByteArray("content-type"), contentType});
    return response;
}

void RecordedExchange::answer(const QByteArray& request, Result<HttpResponse> response)
{
    m_state->rows.push_back({request, std::move(response)});
}

void RecordedExchange::answerAlways(const QByteArray& request, Result<HttpResponse> response)
{
    m_state->standing.push_back({request, std::move(response)});
}

void RecordedExchange::release()
{
    m_holds = false;
    auto held = std::move(m_state->held);
    m_state->held.clear();
    for (auto& [promise, response] : held) {
        promise.addResult(response);
        promise.finish();
    }
}

HttpExchange RecordedExchange::exchange()
{
    return [this](const HttpRequest& request) {
        m_state->requests.append(request);
        QPromise<Result<HttpResponse>> promise;
        promise.start();
        const auto future = promise.future();
        Result<HttpResponse> response = answerTo(request);
        if (m_holds) {
            m_state->held.emplace_back(std::move(promise), std::move(response));
        } else {
            promise.addResult(std::move(response));
            promise.finish();
        }
        return future;
    };
}

Result<HttpResponse> RecordedExchange::answerTo(const HttpRequest& request)
{
    const QByteArray line = lineOf(request);
    const auto isFor = [&line](const Row& row) { return line.contains(row.request); };
    const auto row = std::find_if(m_state->rows.begin(), m_state->rows.end(), isFor);
    if (row != m_state->rows.end()) {
        Result<HttpResponse> response = row->response;
        m_state->rows.erase(row);
        return response;
    }
    const auto standing = std::find_if(m_state->standing.cbegin(), m_state->standing.cend(), isFor);
    if (standing != m_state->standing.cend())
        return standing->response;
    return test::response(599, "{\"error\":{\"code\":\"nobody expected\",\"message\":\"" + line.toHex() + "\"}}");
}

QList<QByteArray> RecordedExchange::lines() const
{
    QList<QByteArray> lines;
    for (const HttpRequest& request : m_state->requests)
        lines.append(lineOf(request));
    return lines;
}

qsizetype RecordedExchange::unanswered() const
{
    return static_cast<qsizetype>(m_state->rows.size());
}

} // namespace reserve::test
