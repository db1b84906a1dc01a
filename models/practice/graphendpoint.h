// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/graphcall.h"

namespace reserve::practice {

// Microsoft Graph v1.0 as far as a room's calendar and mail go: /v1.0/users/{mailbox}/... in JSON.
class GraphEndpoint final
{
public:
    explicit GraphEndpoint(Site& site);

    void setBase(const QUrl& base) { m_base = base; }
    ServedResponse answer(const ServedRequest& request);
    // Whether what is asked for changes or sends anything.
    static bool changesAnything(const ServedRequest& request);

private:
    GraphResult<ServedResponse> route(const ServedRequest& request);
    GraphResult<ServedResponse> ofMailbox(const GraphCall& call) const;

    Site& m_site;
    QUrl m_base;
};

} // namespace reserve::practice
