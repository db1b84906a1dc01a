// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/authentication.h"
#include "models/practice/ewscall.h"

namespace reserve::practice {

// Exchange Web Services of an Exchange 2019: one SOAP request in, one answer out. What is no request at all, a request
// that the schema refuses and an account that may not act as it wants are answered with a SOAP fault.
class EwsEndpoint final
{
public:
    // `account`: the address of the mailbox that the program's account has itself.
    EwsEndpoint(Site& site, QString account);

    ServedResponse answer(const ServedRequest& request, Authentication::Proof proof);

    // Whether what is asked for changes or sends anything.
    static bool changesAnything(const ServedRequest& request);

private:
    EwsResult<Mailbox*> actingMailbox(const XmlElement* header, Authentication::Proof proof);
    ServedResponse fault(const EwsFault& fault) const;
    ServedResponse run(const XmlElement& operation, Mailbox& acting, const XmlElement* header);

    Site& m_site;
    QString m_account;
};

} // namespace reserve::practice
