// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QStringList>

namespace reserve {

// R-PEERS: the addresses and networks (CIDR) that may bring mail. Text that is neither names nobody.
class PeerList final
{
public:
    PeerList() = default;
    explicit PeerList(const QStringList& addressesAndNetworks);

    bool isEmpty() const { return m_networks.isEmpty(); }
    bool contains(const QHostAddress& peer) const;

private:
    QList<QPair<QHostAddress, int>> m_networks;
};

// An IPv4 address that came in over an IPv6 socket ("::ffff:192.0.2.7") in its own form.
QHostAddress plainAddress(const QHostAddress& address);

} // namespace reserve
