// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace reserve {

// A field as it stands in the message: the value with its folds, without the line end.
struct HeaderField
{
    QByteArrayView name;
    QByteArrayView value;

    // Without regard to case, as all field names compare.
    bool is(QByteArrayView wanted) const;
};

bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right);

// Walks over the fields of a header (RFC 5322 2.2), taking lines that end in CRLF, LF or both. Lines that are
// no field are passed over and counted; text that begins without any field is all body. Costs nothing but the
// walk.
class HeaderScanner final
{
public:
    explicit HeaderScanner(QByteArrayView entity);

    // The next field; false at the end of the header.
    bool next(HeaderField& field);

    // After the last field: where the body begins.
    qsizetype bodyStart() const { return m_at; }
    bool hasMalformedLines() const { return m_hasMalformedLines; }

private:
    qsizetype lineEnd(qsizetype from) const;

    QByteArrayView m_entity;
    qsizetype m_at = 0;
    bool m_sawField = false;
    bool m_hasMalformedLines = false;
};

} // namespace reserve
