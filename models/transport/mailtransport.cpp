// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/mailtransport.h"

#include "models/transport/senderror.h"

#include <QPromise>
#include <QThread>
#include <QUrl>

#include <curl/curl.h>

#ifndef Q_OS_WIN
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace reserve {

namespace {

constexpr std::size_t mostAtOnce = 4;
constexpr long idleConnectionSeconds = 10; // longer ones are often closed by the server just as they are used again

using Answer = Result<SendReport>;

struct EasyDeleter
{
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

struct ListDeleter
{
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

LinkEnd linkEnd(CURLcode code)
{
    switch (code) {
    case CURLE_OK:
        return LinkEnd::Good;
    case CURLE_COULDNT_RESOLVE_HOST:
        return LinkEnd::HostUnknown;
    case CURLE_COULDNT_CONNECT:
        return LinkEnd::NoConnection;
    case CURLE_OPERATION_TIMEDOUT:
        return LinkEnd::TimeLimit;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ISSUER_ERROR:
        return LinkEnd::Certificate;
    case CURLE_USE_SSL_FAILED:
        return LinkEnd::NoStartTls;
    case CURLE_LOGIN_DENIED:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_REMOTE_ACCESS_DENIED:
        return LinkEnd::Refused;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return LinkEnd::Lost;
    default:
        return LinkEnd::Other;
    }
}

QByteArray urlOf(const OutgoingServer& server)
{
    QUrl url;
    url.setScheme(server.security == OutgoingSecurity::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(server.host);
    url.setPort(server.port);
    if (!server.helloName.isEmpty())
        url.setPath(QLatin1Char('/') + server.helloName);
    return url.toEncoded();
}

// RFC 5321 2.3.8: lines end with CRLF and with nothing else.
QByteArray withMailLineEnds(const QByteArray& content)
{
    const qsizetype feeds = content.count('\n');
    if (feeds == content.count("\r\n") && feeds == content.count('\r'))
        return content;
    QByteArray mended;
    mended.reserve(content.size() + feeds);
    for (qsizetype i = 0; i < content.size(); ++i) {
        const char c = content.at(i);
        if (c != '\r' && c != '\n') {
            mended.append(c);
            continue;
        }
        if (c == '\r' && i + 1 < content.size() && content.at(i + 1) == '\n')
            ++i;
        mended.append("\r\n");
    }
    return mended;
}

template<typename Value>
void set(CURL* easy, CURLoption option, Value value)
{
    const CURLcode code = curl_easy_setopt(easy, option, value);
    Q_ASSERT_X(code == CURLE_OK, "curl_easy_setopt", curl_easy_strerror(code));
    Q_UNUSED(code)
}

// The sockets that libcurl has open for us. Shutting them ends every wait for a silent server, also the one for the
// answer to QUIT, during which libcurl asks nobody.
class OpenSockets
{
public:
    void shutDown()
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const curl_socket_t socket : m_sockets)
            ::shutdown(socket, bothWays);
    }

    bool isStopping() const { return m_stopping; }

    static curl_socket_t open(void* self, curlsocktype, curl_sockaddr* address)
    {
        auto* sockets = static_cast<OpenSockets*>(self);
        const std::lock_guard lock(sockets->m_mutex);
        if (sockets->m_stopping)
            return CURL_SOCKET_BAD;
        const curl_socket_t socket = ::socket(address->family, address->socktype | closeOnExec, address->protocol);
        if (socket != CURL_SOCKET_BAD)
            sockets->m_sockets.insert(socket);
        return socket;
    }

    static int close(void* self, curl_socket_t socket)
    {
        auto* sockets = static_cast<OpenSockets*>(self);
        const std::lock_guard lock(sockets->m_mutex);
        sockets->m_sockets.erase(socket);
        return closeSocket(socket);
    }

private:
#ifdef Q_OS_WIN
    static constexpr int bothWays = SD_BOTH;
    static constexpr int closeOnExec = 0;
    static int closeSocket(curl_socket_t socket)
    {
        return ::closesocket(socket);
    }
#else
    static constexpr int bothWays = SHUT_RDWR;
    static constexpr int closeOnExec = SOCK_CLOEXEC;
    static int closeSocket(curl_socket_t socket)
    {
        return ::close(socket);
    }
#endif

    std::mutex m_mutex; // guards the set
    std::set<curl_socket_t> m_sockets;
    std::atomic_bool m_stopping = false;
};

// One mail on its way.
class Transfer
{
public:
    Transfer(OutgoingServer server, MailToSend mail, QPromise<Answer> promise)
        : m_server(std::move(server))
        , m_mail(std::move(mail))
        , m_content(withMailLineEnds(m_mail.content))
        , m_promise(std::move(promise))
    {
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    void perform(CURL* easy, const MailTransportOptions& options, OpenSockets& sockets)
    {
        m_easy = easy;
        m_sockets = &sockets;
        setEnvelope();
        setSecurity(options);
        setLimits(options.limits);
        setCallbacks();
        finish(curl_easy_perform(easy));
    }

    void cancel() { answer(failure("send.cancelled", {}, true)); }

private:
    void finish(CURLcode code)
    {
        const QString detail = QString::fromLocal8Bit(m_problem[0] ? m_problem.data() : curl_easy_strerror(code));
        if (code == CURLE_OK)
            answer(sendReport(m_dialogue, m_mail));
        else if (m_sockets->isStopping())
            cancel();
        else
            answer(failure(sendError(linkEnd(code), detail, m_dialogue, m_server, m_mail)));
    }

    void answer(const Answer& result)
    {
        m_promise.addResult(result);
        m_promise.finish();
    }

    void setEnvelope()
    {
        set(m_easy, CURLOPT_URL, urlOf(m_server).constData());
        set(m_easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(m_easy, CURLOPT_PROXY, "");
        set(m_easy, CURLOPT_MAIL_FROM, m_mail.envelopeSender.toUtf8().constData());
        curl_slist* list = nullptr;
        for (const QString& recipient : m_mail.recipients)
            list = curl_slist_append(list, recipient.toUtf8().constData());
        m_recipients.reset(list);
        set(m_easy, CURLOPT_MAIL_RCPT, m_recipients.get());
        set(m_easy, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
        set(m_easy, CURLOPT_UPLOAD, 1L);
        set(m_easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(m_content.size()));
    }

    void setSecurity(const MailTransportOptions& options)
    {
        const bool encrypted = m_server.security != OutgoingSecurity::None;
        set(m_easy, CURLOPT_USE_SSL, long(encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE));
        set(m_easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        set(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
        set(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
        if (!options.authoritiesFile.isEmpty())
            set(m_easy, CURLOPT_CAINFO, options.authoritiesFile.toLocal8Bit().constData());
        if (m_server.user.isEmpty())
            return;
        set(m_easy, CURLOPT_SASL_IR, 1L);
        set(m_easy, CURLOPT_USERNAME, m_server.user.toUtf8().constData());
        QByteArray password = m_server.password.reveal().toByteArray();
        set(m_easy, CURLOPT_PASSWORD, password.constData());
        password.fill('\0');
    }

    void setLimits(const MailTimeLimits& limits)
    {
        const auto seconds = [](std::chrono::milliseconds limit) {
            return long(std::chrono::ceil<std::chrono::seconds>(limit).count());
        };
        set(m_easy, CURLOPT_NOSIGNAL, 1L);
        set(m_easy, CURLOPT_QUICK_EXIT, 1L); // never wait for a slow name server at the end
        set(m_easy, CURLOPT_CONNECTTIMEOUT_MS, long(limits.connect.count()));
        set(m_easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds(limits.reply));
        set(m_easy, CURLOPT_TIMEOUT_MS, long(limits.whole.count()));
        set(m_easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(m_easy, CURLOPT_LOW_SPEED_TIME, seconds(limits.reply));
        set(m_easy, CURLOPT_MAXAGE_CONN, idleConnectionSeconds);
    }

    void setCallbacks()
    {
        set(m_easy, CURLOPT_ERRORBUFFER, m_problem.data());
        set(m_easy, CURLOPT_READFUNCTION, &Transfer::onRead);
        set(m_easy, CURLOPT_READDATA, this);
        set(m_easy, CURLOPT_SEEKFUNCTION, &Transfer::onSeek);
        set(m_easy, CURLOPT_SEEKDATA, this);
        set(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::onWrite);
        set(m_easy, CURLOPT_DEBUGFUNCTION, &Transfer::onDebug);
        set(m_easy, CURLOPT_DEBUGDATA, this);
        set(m_easy, CURLOPT_VERBOSE, 1L);
        set(m_easy, CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
        set(m_easy, CURLOPT_XFERINFODATA, this);
        set(m_easy, CURLOPT_NOPROGRESS, 0L);
        set(m_easy, CURLOPT_OPENSOCKETFUNCTION, &OpenSockets::open);
        set(m_easy, CURLOPT_OPENSOCKETDATA, m_sockets);
        set(m_easy, CURLOPT_CLOSESOCKETFUNCTION, &OpenSockets::close);
        set(m_easy, CURLOPT_CLOSESOCKETDATA, m_sockets);
    }

    static std::size_t onRead(char* buffer, std::size_t size, std::size_t count, void* self)
    {
        auto* transfer = static_cast<Transfer*>(self);
        const qsizetype length = std::min(qsizetype(size * count), transfer->m_content.size() - transfer->m_position);
        std::copy_n(transfer->m_content.constData() + transfer->m_position, length, buffer);
        transfer->m_position += length;
        return std::size_t(length);
    }

    static int onSeek(void* self, curl_off_t offset, int origin)
    {
        auto* transfer = static_cast<Transfer*>(self);
        if (origin != SEEK_SET || offset < 0 || offset > transfer->m_content.size())
            return CURL_SEEKFUNC_FAIL;
        transfer->m_position = qsizetype(offset);
        return CURL_SEEKFUNC_OK;
    }

    // Replies also come here; they are taken from the dialogue.
    static std::size_t onWrite(char*, std::size_t size, std::size_t count, void*) { return size * count; }

    static int onDebug(CURL*, curl_infotype type, char* data, std::size_t size, void* self)
    {
        auto* transfer = static_cast<Transfer*>(self);
        const QByteArrayView line(data, qsizetype(size));
        if (type == CURLINFO_HEADER_OUT)
            transfer->m_dialogue.sent(line);
        else if (type == CURLINFO_HEADER_IN)
            transfer->m_dialogue.received(line);
        return 0;
    }

    // Called at least once a second: other than 0 ends the transfer.
    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<Transfer*>(self)->m_sockets->isStopping() ? 1 : 0;
    }

    OutgoingServer m_server;
    MailToSend m_mail;
    QByteArray m_content;
    qsizetype m_position = 0;
    QPromise<Answer> m_promise;
    SmtpDialogue m_dialogue;
    std::array<char, CURL_ERROR_SIZE> m_problem{};
    std::unique_ptr<curl_slist, ListDeleter> m_recipients;
    CURL* m_easy = nullptr;
    OpenSockets* m_sockets = nullptr;
};

void startCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

} // namespace

// A few threads that take from one queue; each keeps its connection for a while. Several simple transfers instead of
// one multiplexed: libcurl waits for the reply to a mail's content without giving other transfers a turn.
class MailTransport::Engine
{
public:
    explicit Engine(MailTransportOptions options)
        : m_options(std::move(options))
    {
        startCurlOnce();
    }

    ~Engine()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_sockets.shutDown();
        m_wake.notify_all();
        for (const std::unique_ptr<QThread>& worker : m_workers)
            worker->wait();
        for (const std::unique_ptr<Transfer>& transfer : m_waiting)
            transfer->cancel();
    }

    void enqueue(std::unique_ptr<Transfer> transfer)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(transfer));
            if (m_idleWorkers < m_waiting.size() && m_workers.size() < mostAtOnce)
                startWorker();
        }
        m_wake.notify_one();
    }

private:
    void startWorker()
    {
        m_workers.emplace_back(QThread::create([this] { work(); }));
        m_workers.back()->setObjectName(QStringLiteral("mail transport"));
        m_workers.back()->start();
    }

    void work()
    {
        std::unique_ptr<CURL, EasyDeleter> easy;
        while (std::unique_ptr<Transfer> transfer = take(easy)) {
            if (!easy)
                easy.reset(curl_easy_init());
            transfer->perform(easy.get(), m_options, m_sockets);
            curl_easy_reset(easy.get());
        }
    }

    // The next mail; nothing when it is time to stop. A connection that idles too long is closed meanwhile.
    std::unique_ptr<Transfer> take(std::unique_ptr<CURL, EasyDeleter>& easy)
    {
        std::unique_lock lock(m_mutex);
        const auto hasWork = [this] { return m_stopping || !m_waiting.empty(); };
        ++m_idleWorkers;
        if (!m_wake.wait_for(lock, std::chrono::seconds(idleConnectionSeconds), hasWork)) {
            lock.unlock();
            easy.reset();
            lock.lock();
            m_wake.wait(lock, hasWork);
        }
        --m_idleWorkers;
        if (m_stopping)
            return nullptr;
        std::unique_ptr<Transfer> transfer = std::move(m_waiting.front());
        m_waiting.pop_front();
        return transfer;
    }

    const MailTransportOptions m_options;
    OpenSockets m_sockets;
    std::mutex m_mutex; // guards all that follows
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Transfer>> m_waiting;
    std::vector<std::unique_ptr<QThread>> m_workers;
    std::size_t m_idleWorkers = 0;
    bool m_stopping = false;
};

MailTransport::MailTransport(MailTransportOptions options)
    : m_engine(std::make_unique<Engine>(std::move(options)))
{
}

MailTransport::~MailTransport() = default;

QFuture<Result<SendReport>> MailTransport::send(const OutgoingServer& server, const MailToSend& mail)
{
    if (const auto sendable = checkSendable(server, mail); !sendable)
        return QtFuture::makeReadyFuture<Answer>(failure(sendable.error()));
    QPromise<Answer> promise;
    promise.start();
    QFuture<Answer> future = promise.future();
    m_engine->enqueue(std::make_unique<Transfer>(server, mail, std::move(promise)));
    return future;
}

} // namespace reserve
