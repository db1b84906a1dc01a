// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/noticebook.h"

#include <optional>

namespace reserve {

class Connection;

// Texts of mails that were written in place of the built-in ones. models/entities knows kinds, parts and
// place holders.
class NoticeRepository final
{
public:
    explicit NoticeRepository(Connection& connection);

    Result<NoticeBook> all() const;
    // No text: the built-in one again. Writes nothing when nothing differs. Errors: those of
    // normalisedNotice(); notice.language-unknown (language) for what is no code of a language.
    Result<void> set(const NoticeKey& key, const std::optional<QString>& text, const QString& actor);

private:
    Result<std::optional<QString>> find(const NoticeKey& key) const;

    Connection& m_connection;
};

} // namespace reserve
