// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsgrammar.h"

#include "models/practice/ewsgrammartable.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <limits>

namespace reserve::practice {

namespace {

struct Alternative
{
    QString name;
    QString type;
    bool inTypes = false; // its namespace, else that of messages
};

// One place in a sequence: one of these, so many times.
struct Particle
{
    QList<Alternative> alternatives;
    int least = 1;
    int most = 1;
};

struct AttributeRule
{
    QString type;
    bool required = false;
};

struct TypeRule
{
    bool inMessages = false; // where its elements live
    QHash<QString, AttributeRule> attributes;
    QList<Particle> particles;
    QSet<QString> values; // of an enumeration
};

class Grammar final
{
public:
    Grammar()
    {
        QString table = QString::fromLatin1(ewsGrammarTable);
        table.remove(QLatin1String("\\\n"));
        const QStringList lines = table.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& line : lines)
            addLine(line.simplified());
    }

    const TypeRule* find(const QString& type) const
    {
        const auto it = m_types.constFind(type);
        return it == m_types.constEnd() ? nullptr : &*it;
    }

private:
    // "name = a b" is text put in place of $name; "enum Type A B"; "m Type [attributes] particles"; "t Type ...".
    void addLine(const QString& line)
    {
        QStringList words = line.split(QLatin1Char(' '));
        if (words.size() > 1 && words.at(1) == QLatin1String("=")) {
            m_texts.insert(words.first(), line.mid(words.first().size() + 3));
            return;
        }
        const QString kind = words.takeFirst();
        TypeRule rule;
        const QString name = words.takeFirst();
        if (kind == QLatin1String("enum")) {
            rule.values = QSet<QString>(words.begin(), words.end());
            m_types.insert(name, rule);
            return;
        }
        rule.inMessages = kind == QLatin1String("m");
        for (const QString& word : std::as_const(words))
            addWord(word, rule);
        m_types.insert(name, rule);
    }

    void addWord(const QString& word, TypeRule& rule)
    {
        if (word.startsWith(QLatin1Char('$'))) {
            const QStringList words = m_texts.value(word.mid(1)).split(QLatin1Char(' '));
            for (const QString& inner : words)
                addWord(inner, rule);
        } else if (word.startsWith(QLatin1Char('@'))) {
            addAttribute(word.mid(1), rule);
        } else {
            addParticle(word, rule);
        }
    }

    static void addAttribute(QString word, TypeRule& rule)
    {
        const bool required = word.endsWith(QLatin1Char('!'));
        if (required)
            word.chop(1);
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        rule.attributes.insert(word.left(colon), {word.mid(colon + 1), required});
    }

    static void addParticle(QString word, TypeRule& rule)
    {
        Particle particle;
        const QChar mark = word.back();
        const bool marked = mark == QLatin1Char('?') || mark == QLatin1Char('*') || mark == QLatin1Char('+');
        if (marked) {
            word.chop(1);
            particle.least = mark == QLatin1Char('+') ? 1 : 0;
            particle.most = mark == QLatin1Char('?') ? 1 : std::numeric_limits<int>::max();
        }
        const QStringList names = word.split(QLatin1Char('|'));
        for (QString name : names) {
            const bool inTypes = !rule.inMessages || name.startsWith(QLatin1String("t/"));
            if (name.startsWith(QLatin1String("t/")))
                name.remove(0, 2);
            const qsizetype colon = name.indexOf(QLatin1Char(':'));
            particle.alternatives.append({name.left(colon), colon < 0 ? name : name.mid(colon + 1), inTypes});
        }
        rule.particles.append(particle);
    }

    QHash<QString, QString> m_texts;
    QHash<QString, TypeRule> m_types;
};

const Grammar& grammar()
{
    static const Grammar theOne;
    return theOne;
}

bool isNumber(const QString& text)
{
    bool ok = false;
    text.trimmed().toInt(&ok);
    return ok;
}

// The simple kinds that the schema has; an unknown kind is a word of the table that has no rule: free text.
bool isOfKind(const QString& text, const QString& kind)
{
    if (kind == QLatin1String("boolean"))
        return QStringList{QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("1"), QStringLiteral("0")}
            .contains(text.trimmed());
    if (kind == QLatin1String("int"))
        return isNumber(text);
    if (kind == QLatin1String("dateTime"))
        return text.contains(QLatin1Char('T')) && QDateTime::fromString(text.trimmed(), Qt::ISODate).isValid();
    if (kind == QLatin1String("date"))
        return QDate::fromString(text.trimmed().left(10), Qt::ISODate).isValid();
    if (kind == QLatin1String("nonEmpty"))
        return !text.isEmpty();
    const TypeRule* rule = grammar().find(kind);
    if (!rule || rule->values.isEmpty())
        return true;
    const QStringList words = text.simplified().split(QLatin1Char(' '));
    // DaysOfWeek is a list of days; all others are one word.
    if (kind != QLatin1String("Days") && words.size() != 1)
        return false;
    return std::all_of(words.begin(), words.end(), [rule](const QString& word) { return rule->values.contains(word); });
}

SchemaViolation at(const XmlElement& element, const QString& text)
{
    return {text, element.line, element.column};
}

SchemaViolation wrongValue(const XmlElement& element, const QString& text, const QString& name, const QString& kind)
{
    return at(element,
              QStringLiteral("The '%1' element or attribute is invalid - The value '%2' is invalid according to its "
                             "datatype '%3'.")
                  .arg(name, text.left(80), kind));
}

const Alternative* alternativeFor(const Particle& particle, const XmlElement& child)
{
    for (const Alternative& alternative : particle.alternatives) {
        if (alternative.name == child.name && child.space == (alternative.inTypes ? typesSpace : messagesSpace))
            return &alternative;
    }
    return nullptr;
}

std::optional<SchemaViolation> checkElement(const XmlElement& element, const QString& type);

std::optional<SchemaViolation> checkAttributes(const XmlElement& element, const TypeRule& rule)
{
    for (const auto& [name, value] : element.attributes) {
        const auto known = rule.attributes.constFind(name);
        if (known == rule.attributes.constEnd())
            return at(element, QStringLiteral("The '%1' attribute is not declared.").arg(name));
        if (!isOfKind(value, known->type))
            return wrongValue(element, value, name, known->type);
    }
    for (auto it = rule.attributes.cbegin(); it != rule.attributes.cend(); ++it) {
        if (it->required && !element.attribute(QLatin1String(it.key().toLatin1())))
            return at(element, QStringLiteral("The required attribute '%1' is missing.").arg(it.key()));
    }
    return std::nullopt;
}

QString expectedIn(const QList<Particle>& particles, qsizetype from)
{
    QStringList names;
    for (qsizetype i = from; i < particles.size(); ++i) {
        for (const Alternative& alternative : particles.at(i).alternatives)
            names.append(alternative.name);
        if (particles.at(i).least > 0)
            break;
    }
    return names.join(QStringLiteral(", "));
}

std::optional<SchemaViolation> checkChildren(const XmlElement& element, const TypeRule& rule)
{
    qsizetype next = 0;
    for (qsizetype place = 0; place < rule.particles.size(); ++place) {
        const Particle& particle = rule.particles.at(place);
        int count = 0;
        while (next < element.children.size() && count < particle.most) {
            const XmlElement& child = element.children.at(next);
            const Alternative* alternative = alternativeFor(particle, child);
            if (!alternative)
                break;
            if (auto violation = checkElement(child, alternative->type))
                return violation;
            ++count;
            ++next;
        }
        if (count < particle.least) {
            const QString expected = expectedIn(rule.particles, place);
            if (next < element.children.size())
                break;
            return at(element,
                      QStringLiteral("The element '%1' has incomplete content. List of possible elements expected: "
                                     "'%2'.")
                          .arg(element.name, expected));
        }
    }
    if (next == element.children.size())
        return std::nullopt;
    const XmlElement& stray = element.children.at(next);
    return at(stray,
              QStringLiteral("The element '%1' in namespace '%2' has invalid child element '%3' in namespace '%4'.")
                  .arg(element.name, element.space, stray.name, stray.space));
}

std::optional<SchemaViolation> checkElement(const XmlElement& element, const QString& type)
{
    if (type == QLatin1String("any"))
        return std::nullopt;
    const TypeRule* rule = grammar().find(type);
    if (!rule || !rule->values.isEmpty()) {
        if (!element.children.isEmpty())
            return at(element.children.first(),
                      QStringLiteral("The element '%1' cannot contain child elements.").arg(element.name));
        if (!element.attributes.isEmpty())
            return at(element,
                      QStringLiteral("The '%1' attribute is not declared.").arg(element.attributes.first().first));
        if (!isOfKind(element.text, type))
            return wrongValue(element, element.text, element.name, type);
        return std::nullopt;
    }
    if (auto violation = checkAttributes(element, *rule))
        return violation;
    return checkChildren(element, *rule);
}

} // namespace

bool isKnownOperation(const QString& name)
{
    const TypeRule* rule = grammar().find(name);
    return rule && rule->inMessages;
}

std::optional<SchemaViolation> schemaViolation(const XmlElement& request)
{
    if (request.space != messagesSpace)
        return at(request,
                  QStringLiteral("The element '%1' is not of the namespace '%2'.").arg(request.name, messagesSpace));
    return checkElement(request, request.name);
}

} // namespace reserve::practice
