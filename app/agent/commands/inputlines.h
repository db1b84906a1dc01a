// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace reserve {

// Lines of standard input as signals, while the event loop goes on. The end of the input ends nothing. One object a
// process.
class InputLines final : public QObject
{
    Q_OBJECT

public:
    explicit InputLines(QObject* parent = nullptr);
    ~InputLines() override;

Q_SIGNALS:
    void line(const QString& text);

private:
    class Source;
    void take(const QByteArray& octets);

    std::unique_ptr<Source> m_source;
    QByteArray m_pending;
};

} // namespace reserve
