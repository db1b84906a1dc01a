// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzztargets.h"

// What libFuzzer calls, and AFL++ with its driver; RESERVE_FUZZ_TARGET names the function.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* octets, std::size_t size)
{
    reserve::fuzz::RESERVE_FUZZ_TARGET(QByteArrayView(octets, qsizetype(size)));
    return 0;
}
