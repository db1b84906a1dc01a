// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/terminal.h"
#include "models/base/clock.h"
#include "models/secrets/secretstore.h"
#include "models/store/store.h"

#include <memory>
#include <type_traits>

namespace reserve {

// The composition root of one invocation: what a sub-command works with. Nothing is opened before it is asked for.
class Workplace final
{
public:
    // `storeText` as given with --store; empty: this desk's own store.
    Workplace(QString storeText, Terminal& terminal);

    Terminal& terminal() { return m_terminal; }
    std::shared_ptr<const Clock> clock() const { return m_clock; }
    // Who works here, for the audit: "maria on desk-12 (reserve-agent)".
    QString actor() const;

    Result<StoreLocation> location() const;
    Result<Store*> store(OpenMode mode = OpenMode::CreateIfMissing);
    Result<SecretStore*> secrets();

    // One unit of work, waited for.
    template<typename Fn>
    auto read(Fn fn) -> std::invoke_result_t<Fn, const ReadUnit&>
    {
        const Result<Store*> opened = store();
        if (!opened)
            return failure(opened.error());
        return (*opened)->read(std::move(fn)).result();
    }

    template<typename Fn>
    auto write(Fn fn) -> std::invoke_result_t<Fn, WriteUnit&>
    {
        const Result<Store*> opened = store();
        if (!opened)
            return failure(opened.error());
        return (*opened)->write(WritePriority::Normal, std::move(fn)).result();
    }

private:
    QString m_storeText;
    Terminal& m_terminal;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Store> m_store;
};

} // namespace reserve
