// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve {

// The monitor's lists can be sorted by any column. Among 1,000,000 messages of 1.4 KB, on two busy cores, the store
// looks at every row for that and takes 4 to 17 s (SCAN, USE TEMP B-TREE FOR ORDER BY). An index would give the answer
// at once, but one on the requester alone makes the insert of a trace dearer by half (300 to 480 us), and each list has
// five such orders: durable intake would pay for what is asked for now and then. So no order but that of arrival has an
// index, and a sorted list is made of the newest rows (5,000 took 0.1 s at most, 20,000 up to 0.7 s) and of all that
// still waits for a person or a server, however old. `bm_lists` measures it again.
inline constexpr int mostSorted = 10000;

} // namespace reserve
