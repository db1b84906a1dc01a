# SPDX-FileCopyrightText: 2026 The Reserve Console authors
# SPDX-License-Identifier: MIT
"""Expands recurrence rules with python-dateutil, for tests that compare with it.

Reads lines of RULE TAB DTSTART TAB LAST, wall times without a zone; answers each with a line of the times of the rule up
to LAST, parted by blanks, or with "refused:" and the words of dateutil.
"""
import sys
from datetime import datetime

from dateutil.rrule import rrulestr

FORMAT = "%Y%m%dT%H%M%S"


def expanded(rule, start, last):
    times = []
    for time in rrulestr(rule, dtstart=datetime.strptime(start, FORMAT)):
        if time > last:
            break
        times.append("%04d%s" % (time.year, time.strftime("%m%dT%H%M%S")))
    return " ".join(times)


for line in sys.stdin:
    rule, start, last = line.rstrip("\n").split("\t")
    try:
        print(expanded(rule, start, datetime.strptime(last, FORMAT)))
    except Exception as refusal:  # whatever its reason, the rule is refused
        print("refused: " + " ".join(str(refusal).split()))
