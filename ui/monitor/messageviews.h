// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class AccountView;
class ItipReader;
class Label;
class PartModel;
class Store;
struct KeptMessage;

// One stored message from four sides: what it says in plain words, its parts, its head, its octets. Nothing
// of it is ever rendered or fetched. Read from the store when it is first shown, and only as much as a person
// looks at.
class MessageViews final : public QWidget
{
    Q_OBJECT

public:
    enum View { Says, Parts, Headers, Raw };

    MessageViews(Store& store, std::shared_ptr<const ItipReader> reader, QWidget* parent = nullptr);

    // The message of this trace; the same one again changes nothing.
    void setTrace(const Trace& trace);
    void showView(View view);

Q_SIGNALS:
    void saveRequested(reserve::InboxId id);

private:
    QWidget* makeRaw();
    void readWhenShown();
    void show(const KeptMessage& message);
    void tell(const QString& note);
    void showEvent(QShowEvent* event) override;

    Store& m_store;
    std::shared_ptr<const ItipReader> m_reader;
    Trace m_trace;
    quint64 m_generation = 0;
    bool m_isRead = false;

    QStackedWidget* m_views;
    AccountView* m_says;
    PartModel* m_parts;
    QPlainTextEdit* m_headers;
    QPlainTextEdit* m_raw;
    Label* m_note;
    QPushButton* m_save;
};

} // namespace reserve
