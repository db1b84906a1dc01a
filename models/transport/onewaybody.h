// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace reserve {

// The body of a request that is sent once. QNetworkAccessManager sends a request again by itself when a connection is
// cut before the first octet of the response (measured with Qt 6.4.2, POST too): the server may have done already what
// was asked. A body that cannot be rewound makes it say so instead (ContentReSendError).
class OneWayBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneWayBody(QByteArray content, QObject* parent = nullptr);

    // The server refused to read the request before it knows who asks: it may have the body once more.
    void allowOnceMore() { m_mayRewind = true; }

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_content.size(); }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_read = 0;
    bool m_mayRewind = false;
};

} // namespace reserve
