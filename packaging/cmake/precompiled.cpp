// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
//
// Empty: it is compiled for the sake of the headers that CMake precompiles for it.
