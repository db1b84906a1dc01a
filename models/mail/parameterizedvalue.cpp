// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/parameterizedvalue.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// More parameters than this are no mail of anybody's.
constexpr qsizetype mostParameters = 64;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// One raw "name=value": the name may end in "*", "*0" or "*0*".
struct RawParameter
{
    QByteArray name;
    QByteArray value;
    int section = 0;
    bool isEncoded = false;
};

class Parser final
{
public:
    explicit Parser(QByteArrayView text)
        : m_rest(text)
    {
    }

    QByteArray takeValue()
    {
        skipBlanksAndComments();
        const qsizetype end
            = std::find_if(m_rest.begin(), m_rest.end(), [](char c) { return c == ';' || c == '(' || isBlank(c); })
            - m_rest.begin();
        return take(end).toByteArray().toLower();
    }

    bool next(RawParameter& parameter)
    {
        while (skipToParameter()) {
            const qsizetype end
                = std::find_if(m_rest.begin(), m_rest.end(), [](char c) { return c == '=' || c == ';'; })
                - m_rest.begin();
            const QByteArrayView name = take(end).trimmed();
            if (m_rest.isEmpty() || m_rest.front() == ';' || name.isEmpty())
                continue;
            take(1);
            parameter = nameOf(name);
            skipBlanksAndComments();
            parameter.value = m_rest.startsWith('"') ? takeQuoted() : takeToken();
            return true;
        }
        return false;
    }

private:
    QByteArrayView take(qsizetype count)
    {
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

    bool skipToParameter()
    {
        const qsizetype semicolon = m_rest.indexOf(';');
        if (semicolon < 0)
            return false;
        take(semicolon + 1);
        skipBlanksAndComments();
        return !m_rest.isEmpty();
    }

    void skipBlanksAndComments()
    {
        int depth = 0;
        while (!m_rest.isEmpty()) {
            const char c = m_rest.front();
            if (c == '(')
                ++depth;
            else if (c == ')' && depth > 0)
                --depth;
            else if (depth == 0 && !isBlank(c))
                return;
            take(1);
        }
    }

    QByteArray takeQuoted()
    {
        QByteArray value;
        take(1);
        while (!m_rest.isEmpty() && m_rest.front() != '"') {
            if (m_rest.front() == '\\' && m_rest.size() > 1)
                take(1);
            const char c = take(1).front();
            if (c != '\r' && c != '\n')
                value.append(c);
        }
        return value;
    }

    // Up to the next semicolon or blank; file names with blanks that nobody quoted are cut, as RFC 2045 says.
    QByteArray takeToken()
    {
        const qsizetype end = std::find_if(m_rest.begin(), m_rest.end(), [](char c) { return c == ';' || isBlank(c); })
            - m_rest.begin();
        return take(end).toByteArray();
    }

    static RawParameter nameOf(QByteArrayView name)
    {
        RawParameter parameter;
        const qsizetype star = name.indexOf('*');
        parameter.name = name.first(star < 0 ? name.size() : star).toByteArray().toLower();
        if (star < 0)
            return parameter;
        QByteArrayView mark = name.sliced(star + 1);
        parameter.isEncoded = mark.isEmpty() || mark.endsWith('*');
        if (mark.endsWith('*'))
            mark.chop(1);
        parameter.section = mark.toByteArray().toInt();
        return parameter;
    }

    QByteArrayView m_rest;
};

// "charset'language'octets" in the first section, octets in the others.
QByteArray decodeSection(const RawParameter& raw, QByteArray& charset)
{
    if (!raw.isEncoded)
        return raw.value;
    QByteArray octets = raw.value;
    const qsizetype first = octets.indexOf('\'');
    const qsizetype second = first < 0 ? -1 : octets.indexOf('\'', first + 1);
    if (raw.section == 0 && second > 0) {
        charset = octets.first(first).toLower();
        octets.remove(0, second + 1);
    }
    return QByteArray::fromPercentEncoding(octets);
}

} // namespace

const ParameterizedValue::Parameter* ParameterizedValue::find(QByteArrayView name) const
{
    const auto found = std::find_if(parameters.cbegin(), parameters.cend(),
                                    [name](const Parameter& parameter) { return parameter.name == name; });
    return found == parameters.cend() ? nullptr : &*found;
}

QByteArray ParameterizedValue::parameter(QByteArrayView name) const
{
    const Parameter* const found = find(name);
    return found ? found->value : QByteArray();
}

ParameterizedValue parseParameterized(QByteArrayView field)
{
    Parser parser(field);
    ParameterizedValue result;
    result.value = parser.takeValue();

    QList<RawParameter> raws;
    for (RawParameter raw; raws.size() < mostParameters && parser.next(raw);)
        raws.append(std::exchange(raw, {}));
    std::stable_sort(raws.begin(), raws.end(),
                     [](const RawParameter& left, const RawParameter& right) { return left.section < right.section; });

    for (const RawParameter& raw : std::as_const(raws)) {
        QByteArray charset;
        const QByteArray octets = decodeSection(raw, charset);
        const auto known = std::find_if(result.parameters.begin(), result.parameters.end(),
                                        [&](const auto& parameter) { return parameter.name == raw.name; });
        if (known == result.parameters.end())
            result.parameters.append({raw.name, octets, charset});
        else if (raw.section > 0)
            known->value += octets;
        else if (!charset.isEmpty()) // the decoded form stands beside a plain one: it is the better one
            *known = {raw.name, octets, charset};
    }
    return result;
}

} // namespace reserve
