// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>

#include <span>

namespace reserve {

// One code and its sentence in the source language. "{name}" stands for the argument of that name, "{start..end}" for
// the range between two instants; "{cause}" for the sentence of the code in that argument (causedBy()), with the same
// arguments; a "%n" is replaced by the argument named in `count` and chooses the plural form. A code may stand several
// times, one after the other: the first sentence whose every argument is there is taken, so that longer forms stand
// before shorter ones.
struct Sentence
{
    const char* code;
    const char* text;
    const char* count = nullptr;
};

// The tables, one a family of codes; each stands in its own source file.
std::span<const Sentence> agentSentences();    // agent.* lease.* outbox.* answer.* confirmation.* keep.* trace.*
std::span<const Sentence> bookingSentences();  // rcpt.* gate.* match.* decision.* reservation.*
std::span<const Sentence> calendarSentences(); // itip.* tnef.*
std::span<const Sentence> commandSentences();  // usage.* cli.* explain.* secret.*
std::span<const Sentence>
consoleSentences(); // reservations made in the console: console.*, and what commands say of them
std::span<const Sentence> exchangeSentences(); // exchange.*
std::span<const Sentence> httpSentences();     // http.*
std::span<const Sentence> intakeSentences();   // smtp.*
std::span<const Sentence> mailSentences();     // mail.* send.*
std::span<const Sentence> noticeSentences();   // notice.*
std::span<const Sentence> oauthSentences();    // exchange.*, of tokens and Microsoft Graph
std::span<const Sentence> outboxSentences();   // outbox.* answer.* order.* server.*, what servers have to do with it
std::span<const Sentence>
peopleSentences(); // person.* space.* closure.* profile.* csv.* import.* file.* export.* console.*
std::span<const Sentence> policySentences();   // policy.* approval.* and what policies decide
std::span<const Sentence> practiceSentences(); // practice.*
std::span<const Sentence>
serverSentences(); // profile.* certificate.* server.* servers.* probe.* and commands about servers
std::span<const Sentence> settingSentences(); // setting.*
std::span<const Sentence> storeSentences();   // store.* inbox.* backup.* spool.* server-profile.*

// Every sentence of this code, in order; empty for an unknown one.
std::span<const Sentence> sentencesFor(QByteArrayView code);

} // namespace reserve
