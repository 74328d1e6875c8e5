// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every text with a number in it ("%n file(s)") has its two English forms: without them a person reads "1 file(s)".
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

// Texts of a source file that hold %n, pieces put together, escapes undone.
QSet<QString> counted(const QString& source)
{
    static const QRegularExpression literal(u"\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*"_s);
    static const QRegularExpression seam(u"\"\\s*\""_s);
    QSet<QString> found;
    for (auto all = literal.globalMatch(source); all.hasNext();) {
        QString text = all.next().captured();
        text = text.mid(1, text.size() - 2).remove(seam).replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s);
        if (text.contains(u"%n"_s))
            found.insert(text);
    }
    return found;
}

// Those that a translation file has, with every form filled in.
QSet<QString> formed(const QByteArray& translations)
{
    QSet<QString> found;
    QXmlStreamReader xml(translations);
    QString source;
    int forms = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
                forms = 0;
            } else if (xml.name() == "numerusform"_L1 && !xml.readElementText().isEmpty()) {
                ++forms;
            }
        } else if (xml.isEndElement() && xml.name() == "message"_L1 && forms == 2) {
            found.insert(source);
        }
    }
    return found;
}

} // namespace

class PluralLaw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsMissing()
    {
        const QSet<QString> texts = counted(u"tr(\"%n file(s)\"); tr(\"Show \"\n   \"%n more\", nullptr, 2); tr(\"none\")"_s);
        QCOMPARE(texts, (QSet<QString>{u"%n file(s)"_s, u"Show %n more"_s}));
        const QByteArray head = "<TS><context><message numerus=\"yes\"><source>%n file(s)</source><translation>";
        const QByteArray tail = "</translation></message></context></TS>";
        QCOMPARE(formed(head + "<numerusform>%n file</numerusform><numerusform>%n files</numerusform>" + tail), QSet<QString>{u"%n file(s)"_s});
        QVERIFY(formed(head + "<numerusform>%n file</numerusform><numerusform></numerusform>" + tail).isEmpty());
    }

    void everyCountHasItsForms()
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/translations/pupil-record_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QSet<QString> known = formed(file.readAll());
        int asked = 0;
        QStringList missing;
        QDirIterator sources(QStringLiteral(SOURCE_ROOT "/src"), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            for (const QString& text : counted(QString::fromUtf8(source.readAll()))) {
                ++asked;
                if (!known.contains(text))
                    missing << source.fileName() + u": "_s + text;
            }
        }
        QVERIFY(asked > 50);
        QVERIFY2(missing.isEmpty(), qPrintable(u"build the target update_translations and fill in:\n"_s + missing.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(PluralLaw)
#include "tst_plurals.moc"
