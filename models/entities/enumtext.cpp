// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/enumtext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

template<typename Enum>
using Word = std::pair<Enum, const char*>;

template<typename Enum>
struct Words;

template<>
struct Words<ReservationStatus>
{
    static constexpr std::array list{Word<ReservationStatus>{ReservationStatus::Accepted, "accepted"},
                                     Word<ReservationStatus>{ReservationStatus::Tentative, "tentative"},
                                     Word<ReservationStatus>{ReservationStatus::Pending, "pending"},
                                     Word<ReservationStatus>{ReservationStatus::Declined, "declined"},
                                     Word<ReservationStatus>{ReservationStatus::Cancelled, "cancelled"}};
};

template<>
struct Words<ReservationOrigin>
{
    static constexpr std::array list{Word<ReservationOrigin>{ReservationOrigin::Mail, "mail"},
                                     Word<ReservationOrigin>{ReservationOrigin::Console, "console"},
                                     Word<ReservationOrigin>{ReservationOrigin::Exchange, "exchange"}};
};

template<>
struct Words<ExchangeState>
{
    static constexpr std::array list{Word<ExchangeState>{ExchangeState::OnlyHere, "only-here"},
                                     Word<ExchangeState>{ExchangeState::Queued, "queued"},
                                     Word<ExchangeState>{ExchangeState::InExchange, "in-exchange"},
                                     Word<ExchangeState>{ExchangeState::AnsweredByMail, "answered-by-mail"},
                                     Word<ExchangeState>{ExchangeState::Failed, "failed"}};
};

template<>
struct Words<SeriesChangeState>
{
    static constexpr std::array list{Word<SeriesChangeState>{SeriesChangeState::Waiting, "waiting"},
                                     Word<SeriesChangeState>{SeriesChangeState::Holding, "holding"},
                                     Word<SeriesChangeState>{SeriesChangeState::Ended, "ended"}};
};

template<>
struct Words<PersonKind>
{
    static constexpr std::array list{Word<PersonKind>{PersonKind::Employee, "employee"},
                                     Word<PersonKind>{PersonKind::ExternalContact, "external-contact"}};
};

template<>
struct Words<PersonStatus>
{
    static constexpr std::array list{Word<PersonStatus>{PersonStatus::Active, "active"},
                                     Word<PersonStatus>{PersonStatus::Retired, "retired"}};
};

template<>
struct Words<PolicySource>
{
    static constexpr std::array list{Word<PolicySource>{PolicySource::Default, "default"},
                                     Word<PolicySource>{PolicySource::Building, "building"},
                                     Word<PolicySource>{PolicySource::Space, "space"}};
};

template<>
struct Words<Verdict>
{
    static constexpr std::array list{Word<Verdict>{Verdict::Accepted, "accepted"},
                                     Word<Verdict>{Verdict::Declined, "declined"},
                                     Word<Verdict>{Verdict::Rejected, "rejected"},
                                     Word<Verdict>{Verdict::Cancelled, "cancelled"},
                                     Word<Verdict>{Verdict::Held, "held"},
                                     Word<Verdict>{Verdict::Ignored, "ignored"},
                                     Word<Verdict>{Verdict::Quarantined, "quarantined"}};
};

template<>
struct Words<TraceState>
{
    static constexpr std::array list{Word<TraceState>{TraceState::Waiting, "waiting"},
                                     Word<TraceState>{TraceState::Held, "held"},
                                     Word<TraceState>{TraceState::Done, "done"}};
};

template<>
struct Words<MessageKind>
{
    static constexpr std::array list{Word<MessageKind>{MessageKind::MeetingRequest, "meeting-request"},
                                     Word<MessageKind>{MessageKind::MeetingCancel, "meeting-cancel"},
                                     Word<MessageKind>{MessageKind::MeetingOther, "meeting-other"},
                                     Word<MessageKind>{MessageKind::Bounce, "bounce"},
                                     Word<MessageKind>{MessageKind::Receipt, "receipt"},
                                     Word<MessageKind>{MessageKind::AutoReply, "auto-reply"},
                                     Word<MessageKind>{MessageKind::OwnMail, "own-mail"},
                                     Word<MessageKind>{MessageKind::Unreadable, "unreadable"},
                                     Word<MessageKind>{MessageKind::Plain, "plain"}};
};

template<>
struct Words<OutboxKind>
{
    static constexpr std::array list{Word<OutboxKind>{OutboxKind::Answer, "answer"},
                                     Word<OutboxKind>{OutboxKind::Confirmation, "confirmation"},
                                     Word<OutboxKind>{OutboxKind::Notice, "notice"},
                                     Word<OutboxKind>{OutboxKind::ApprovalRequest, "approval-request"},
                                     Word<OutboxKind>{OutboxKind::Refresh, "refresh"},
                                     Word<OutboxKind>{OutboxKind::CalendarOrder, "calendar-order"}};
};

template<>
struct Words<OutboxState>
{
    static constexpr std::array list{
        Word<OutboxState>{OutboxState::Waiting, "waiting"},  Word<OutboxState>{OutboxState::Delivering, "delivering"},
        Word<OutboxState>{OutboxState::Done, "done"},        Word<OutboxState>{OutboxState::Failed, "failed"},
        Word<OutboxState>{OutboxState::GivenUp, "given-up"}, Word<OutboxState>{OutboxState::Bounced, "bounced"}};
};

template<>
struct Words<EarlierAttempt>
{
    static constexpr std::array list{Word<EarlierAttempt>{EarlierAttempt::None, "none"},
                                     Word<EarlierAttempt>{EarlierAttempt::Begun, "begun"},
                                     Word<EarlierAttempt>{EarlierAttempt::Asked, "asked"}};
};

template<>
struct Words<CommandKind>
{
    static constexpr std::array list{Word<CommandKind>{CommandKind::StartListening, "start-listening"},
                                     Word<CommandKind>{CommandKind::StopListening, "stop-listening"},
                                     Word<CommandKind>{CommandKind::ReloadSettings, "reload-settings"},
                                     Word<CommandKind>{CommandKind::RetryOutbox, "retry-outbox"},
                                     Word<CommandKind>{CommandKind::DecideHeld, "decide-held"},
                                     Word<CommandKind>{CommandKind::Replay, "replay"},
                                     Word<CommandKind>{CommandKind::Checkpoint, "checkpoint"},
                                     Word<CommandKind>{CommandKind::ProbeServer, "probe-server"},
                                     Word<CommandKind>{CommandKind::FindServer, "find-server"}};
};

template<>
struct Words<NoticeKind>
{
    static constexpr std::array list{
        Word<NoticeKind>{NoticeKind::Accepted, "accepted"}, Word<NoticeKind>{NoticeKind::Moved, "moved"},
        Word<NoticeKind>{NoticeKind::Changed, "changed"},   Word<NoticeKind>{NoticeKind::Cancelled, "cancelled"},
        Word<NoticeKind>{NoticeKind::Declined, "declined"}, Word<NoticeKind>{NoticeKind::ApprovalAsked, "approval"},
        Word<NoticeKind>{NoticeKind::Digest, "digest"}};
};

template<>
struct Words<NoticePart>
{
    static constexpr std::array list{Word<NoticePart>{NoticePart::Subject, "subject"},
                                     Word<NoticePart>{NoticePart::Body, "body"}};
};

template<>
struct Words<ServerKind>
{
    static constexpr std::array list{Word<ServerKind>{ServerKind::Ews, "ews"},
                                     Word<ServerKind>{ServerKind::Graph, "graph"},
                                     Word<ServerKind>{ServerKind::MailOnly, "mail-only"}};
};

template<>
struct Words<ServerAuthentication>
{
    static constexpr std::array list{Word<ServerAuthentication>{ServerAuthentication::Anonymous, "anonymous"},
                                     Word<ServerAuthentication>{ServerAuthentication::Basic, "basic"},
                                     Word<ServerAuthentication>{ServerAuthentication::Ntlm, "ntlm"},
                                     Word<ServerAuthentication>{ServerAuthentication::Kerberos, "kerberos"},
                                     Word<ServerAuthentication>{ServerAuthentication::OAuth, "oauth"}};
};

template<>
struct Words<ClientProof>
{
    static constexpr std::array list{Word<ClientProof>{ClientProof::Secret, "secret"},
                                     Word<ClientProof>{ClientProof::Certificate, "certificate"}};
};

template<>
struct Words<ServerStanding>
{
    static constexpr std::array list{Word<ServerStanding>{ServerStanding::Unproven, "unproven"},
                                     Word<ServerStanding>{ServerStanding::Ready, "ready"},
                                     Word<ServerStanding>{ServerStanding::Away, "away"},
                                     Word<ServerStanding>{ServerStanding::Throttled, "throttled"},
                                     Word<ServerStanding>{ServerStanding::Paused, "paused"}};
};

template<>
struct Words<CalendarAction>
{
    static constexpr std::array list{Word<CalendarAction>{CalendarAction::Create, "create"},
                                     Word<CalendarAction>{CalendarAction::Update, "update"},
                                     Word<CalendarAction>{CalendarAction::Cancel, "cancel"}};
};

template<>
struct Words<AgentState>
{
    static constexpr std::array list{Word<AgentState>{AgentState::Stopped, "stopped"},
                                     Word<AgentState>{AgentState::Starting, "starting"},
                                     Word<AgentState>{AgentState::Listening, "listening"},
                                     Word<AgentState>{AgentState::CannotListen, "cannot-listen"}};
};

template<>
struct Words<ApprovalState>
{
    static constexpr std::array list{Word<ApprovalState>{ApprovalState::Open, "open"},
                                     Word<ApprovalState>{ApprovalState::Tentative, "tentative"},
                                     Word<ApprovalState>{ApprovalState::Approved, "approved"},
                                     Word<ApprovalState>{ApprovalState::Declined, "declined"},
                                     Word<ApprovalState>{ApprovalState::Withdrawn, "withdrawn"}};
};

template<typename Enum>
QByteArray word(Enum value)
{
    const auto& list = Words<Enum>::list;
    const auto match
        = std::find_if(list.begin(), list.end(), [value](const auto& pair) { return pair.first == value; });
    Q_ASSERT(match != list.end());
    return QByteArray(match->second);
}

} // namespace

QByteArray toText(ReservationStatus value)
{
    return word(value);
}
QByteArray toText(ReservationOrigin value)
{
    return word(value);
}
QByteArray toText(ExchangeState value)
{
    return word(value);
}
QByteArray toText(SeriesChangeState value)
{
    return word(value);
}
QByteArray toText(PersonKind value)
{
    return word(value);
}
QByteArray toText(PersonStatus value)
{
    return word(value);
}
QByteArray toText(PolicySource value)
{
    return word(value);
}
QByteArray toText(Verdict value)
{
    return word(value);
}
QByteArray toText(TraceState value)
{
    return word(value);
}
QByteArray toText(MessageKind value)
{
    return word(value);
}
QByteArray toText(OutboxKind value)
{
    return word(value);
}
QByteArray toText(OutboxState value)
{
    return word(value);
}
QByteArray toText(EarlierAttempt value)
{
    return word(value);
}
QByteArray toText(CommandKind value)
{
    return word(value);
}
QByteArray toText(ServerKind value)
{
    return word(value);
}
QByteArray toText(ServerAuthentication value)
{
    return word(value);
}
QByteArray toText(ClientProof value)
{
    return word(value);
}
QByteArray toText(ServerStanding value)
{
    return word(value);
}
QByteArray toText(CalendarAction value)
{
    return word(value);
}
QByteArray toText(AgentState value)
{
    return word(value);
}
QByteArray toText(ApprovalState value)
{
    return word(value);
}
QByteArray toText(NoticeKind value)
{
    return word(value);
}
QByteArray toText(NoticePart value)
{
    return word(value);
}

template<typename Enum>
std::optional<Enum> fromText(QByteArrayView text)
{
    for (const auto& [value, name] : Words<Enum>::list) {
        if (text == QByteArrayView(name))
            return value;
    }
    return std::nullopt;
}

template std::optional<ReservationStatus> fromText(QByteArrayView);
template std::optional<ReservationOrigin> fromText(QByteArrayView);
template std::optional<ExchangeState> fromText(QByteArrayView);
template std::optional<SeriesChangeState> fromText(QByteArrayView);
template std::optional<PersonKind> fromText(QByteArrayView);
template std::optional<PersonStatus> fromText(QByteArrayView);
template std::optional<PolicySource> fromText(QByteArrayView);
template std::optional<Verdict> fromText(QByteArrayView);
template std::optional<TraceState> fromText(QByteArrayView);
template std::optional<MessageKind> fromText(QByteArrayView);
template std::optional<OutboxKind> fromText(QByteArrayView);
template std::optional<OutboxState> fromText(QByteArrayView);
template std::optional<EarlierAttempt> fromText(QByteArrayView);
template std::optional<CommandKind> fromText(QByteArrayView);
template std::optional<ServerKind> fromText(QByteArrayView);
template std::optional<ServerAuthentication> fromText(QByteArrayView);
template std::optional<ClientProof> fromText(QByteArrayView);
template std::optional<ServerStanding> fromText(QByteArrayView);
template std::optional<CalendarAction> fromText(QByteArrayView);
template std::optional<AgentState> fromText(QByteArrayView);
template std::optional<ApprovalState> fromText(QByteArrayView);
template std::optional<NoticeKind> fromText(QByteArrayView);
template std::optional<NoticePart> fromText(QByteArrayView);

} // namespace reserve
