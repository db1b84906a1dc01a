// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/site.h"
#include "models/transport/httpserver.h"

#include <QUrl>

namespace reserve::practice {

// Autodiscover in its older form ("plain old XML", MS-OXDSCLI): tells by an address of mail where EWS is.
// What cannot be told is an Error in an answer of status 200, as Exchange gives it: 500 for an address that
// is not here, 600 for what is no request, 601 for a form of answer that is not spoken. Owned by the front,
// on its thread.
class AutodiscoverEndpoint final
{
public:
    explicit AutodiscoverEndpoint(Site& site);

    ServedResponse answer(const ServedRequest& request, const QUrl& ews);

private:
    Site& m_site;
};

} // namespace reserve::practice
