// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/autodiscoverendpoint.h"
#include "models/practice/ewsendpoint.h"
#include "models/practice/graphendpoint.h"
#include "models/practice/tokenissuer.h"

#include <QObject>

#include <memory>

namespace reserve::practice {

// The door for programs: one HTTP server with the end points of EWS, Autodiscover, Graph and tokens behind it.
// Asks who is there, and does what the switches say goes wrong.
class HttpFront final : public QObject
{
    Q_OBJECT

public:
    HttpFront(Site& site, const PracticeAccount& account, QObject* parent = nullptr);
    ~HttpFront() override;

    // Errors: those of HttpServer. After stop() it listens on the same port again.
    Result<void> start(quint16 port);
    void stop();
    quint16 port() const { return m_port; }
    // What a switch that was just turned means for what is open.
    void applySwitches();

Q_SIGNALS:
    void answered(const QString& method, const QString& path, int status);

private:
    void handle(const ServedRequest& request, const HttpServer::Answer& answer);
    ServedResponse route(const ServedRequest& request);
    ServedResponse ews(const ServedRequest& request);
    ServedResponse autodiscover(const ServedRequest& request);
    ServedResponse graph(const ServedRequest& request);
    // What goes wrong with an answer that was right.
    void spoil(ServedResponse& response) const;
    // The deed is done, and nobody hears of it.
    void loseAnswer(ServedResponse& response) const;

    Site& m_site;
    TokenIssuer m_tokens;
    Authentication m_authentication;
    EwsEndpoint m_ews;
    AutodiscoverEndpoint m_autodiscover;
    GraphEndpoint m_graph;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    PracticeSwitches m_applied;
};

} // namespace reserve::practice
