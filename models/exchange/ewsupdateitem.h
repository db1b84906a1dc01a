// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsappointment.h"
#include "models/exchange/ewsreply.h"

namespace reserve {

class EwsWriter;

// UpdateItem: sets what differs, property by property. The change key that was read goes with it, and nothing that was
// changed since is overwritten: exchange.item-changed.
struct EwsUpdateItem
{
    using Answer = ItemReference;

    ItemReference reference;
    EwsAppointment appointment;
    QList<EwsField> fields;
    bool tells = false; // somebody is invited, or was

    void write(EwsWriter& writer) const;
    Result<ItemReference> read(const EwsReply& reply) const;
};

} // namespace reserve
