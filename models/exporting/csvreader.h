// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace reserve {

// One record of a CSV file and the line on which it begins (the first line is 1).
struct CsvRecord
{
    int line = 0;
    QStringList fields;
};

// A CSV file with a head line (RFC 4180): UTF-8 with or without byte order mark, CRLF, LF or CR, fields in double
// quotes where they hold separators, quotes or line breaks. The separator (comma, semicolon or TAB) is the one that
// stands most often in the head. Empty lines are skipped. A leading apostrophe that CsvWriter put before a formula
// character is taken off again.
class CsvTable final
{
public:
    // Errors: csv.empty, csv.not-utf8, csv.unclosed-quote (line), csv.text-after-quote (line), csv.column-twice
    // (column), csv.wrong-field-count (line, fields, columns).
    static Result<CsvTable> read(QByteArrayView bytes);

    const QList<CsvRecord>& records() const { return m_records; } // without the head
    const QStringList& columns() const { return m_columns; }      // trimmed, lower case
    bool has(const QString& column) const { return m_columns.contains(column); }
    // Trimmed; empty when there is no such column.
    QString field(const CsvRecord& record, const QString& column) const;

private:
    QStringList m_columns;
    QList<CsvRecord> m_records;
};

} // namespace reserve
