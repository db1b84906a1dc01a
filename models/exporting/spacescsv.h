// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/space.h"
#include "models/exporting/rowproblem.h"

#include <QByteArrayView>
#include <QList>

namespace reserve {

// Spaces as CSV (design section 4): name,building,floor,capacity,mailbox,delegate_contact,time_zone,work_days,
// work_start,work_end,bookable, and behind them, where a space has such minutes, setup_minutes,clearup_minutes. Columns
// that reading does not know are left alone.
QByteArray spacesToCsv(const QList<Space>& spaces);

// What an import would save: new spaces (without id) and changed ones.
struct SpacesPlan
{
    QList<Space> toSave;
    ImportReport report;
};

// Pure. A row means the space whose mailbox is the same without regard to case, and takes over the file's spelling.
// Missing columns keep values, spaces without a row stay. Problems of the whole file are reported with the line they
// stand on, or line 1: csv.* of CsvTable, csv.column-missing (column). Rows: the codes of spacefields.h,
// import.mailbox-twice (mailbox, line), and those of SpaceAddresses for what another space has, in the file or not.
SpacesPlan planSpaces(QByteArrayView csv, const QList<Space>& existing);

} // namespace reserve
