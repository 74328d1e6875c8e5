// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of rooms: who may include whom. Target-scoped include folders already stop most of it; this test also
// sees libraries (sqlite3.h, sodium.h, Qt Widgets, Qt Network) and says the law in one place.
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QMap<QString, QStringList> uses{
    {u"base"_s, {}},
    {u"catalogue"_s, {u"base"_s}},
    {u"record"_s, {u"catalogue"_s}},
    {u"readers"_s, {u"record"_s}},
    {u"register"_s, {u"readers"_s}},
    {u"insight"_s, {u"register"_s}},
    {u"requests"_s, {u"record"_s}},
    {u"extract"_s, {u"requests"_s}},
    {u"reports"_s, {u"insight"_s, u"requests"_s}},
    {u"desk"_s, {u"reports"_s, u"extract"_s}},
    {u"cli"_s, {u"desk"_s}},
    {u"app"_s, {u"desk"_s}},
};

QSet<QString> reachable(const QString& room)
{
    QSet<QString> all{room};
    for (const QString& other : uses.value(room))
        all.unite(reachable(other));
    return all;
}

// What a line of a room's source breaks; empty if nothing.
QString broken(const QString& room, const QString& line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    const auto match = include.match(line);
    if (!match.hasMatch())
        return {};
    const QString header = match.captured(1);
    const QString first = header.section(u'/', 0, 0);
    if (header.contains(u"../"_s))
        return u"a path out of the room: "_s + header;
    if (uses.contains(first) && header.contains(u'/') && !reachable(room).contains(first))
        return room + u" may not use "_s + first;
    if ((header.endsWith(u"sqlite3.h"_s) || header == u"sodium.h"_s) && room != u"extract"_s)
        return header + u" belongs to extract"_s;
    static const QRegularExpression network(u"^(QtNetwork|QNetwork|QTcp|QUdp|QSsl|QLocalSocket|sys/socket\\.h)"_s);
    if (network.match(header).hasMatch())
        return u"no network: "_s + header;
    static const QRegularExpression widgets(u"^(QtWidgets|QWidget|QApplication|QMainWindow|QDialog|QMessageBox)"_s);
    if (room != u"app"_s && widgets.match(header).hasMatch())
        return u"widgets below the window: "_s + header;
    static const QRegularExpression sql(u"^(QtSql|QSql)"_s);
    if (sql.match(header).hasMatch())
        return u"no Qt SQL: "_s + header;
    return {};
}

} // namespace

class IncludeLaw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lawSeesBreaches_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("broken");
        QTest::newRow("upwards") << u"catalogue"_s << u"#include \"record/record.h\""_s << true;
        QTest::newRow("downwards") << u"record"_s << u"#include \"catalogue/items.h\""_s << false;
        QTest::newRow("transitive") << u"insight"_s << u"#include \"base/result.h\""_s << false;
        QTest::newRow("sideways") << u"requests"_s << u"#include \"insight/timeline.h\""_s << true;
        QTest::newRow("sqlite outside") << u"desk"_s << u"#include <sqlcipher/sqlite3.h>"_s << true;
        QTest::newRow("sqlite inside") << u"extract"_s << u"#include <sqlcipher/sqlite3.h>"_s << false;
        QTest::newRow("widgets") << u"reports"_s << u"#include <QWidget>"_s << true;
        QTest::newRow("network") << u"app"_s << u"#include <QNetworkAccessManager>"_s << true;
        QTest::newRow("dots") << u"app"_s << u"#include \"../desk/sitting.h\""_s << true;
        QTest::newRow("no include") << u"base"_s << u"// #include \"app/main.h\" is not allowed"_s << false;
    }
    void lawSeesBreaches()
    {
        QFETCH(QString, room);
        QFETCH(QString, line);
        QFETCH(bool, broken);
        QCOMPARE(!::broken(room, line).isEmpty(), broken);
    }

    void treeKeepsTheLaw()
    {
        int read = 0;
        for (const QString& room : uses.keys()) {
            QDirIterator files(QStringLiteral(SOURCE_ROOT "/src/") + room, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++read;
                int number = 0;
                for (const QByteArray& line : file.readAll().split('\n')) {
                    ++number;
                    const QString breach = ::broken(room, QString::fromUtf8(line));
                    QVERIFY2(breach.isEmpty(),
                             qPrintable(u"%1:%2: %3"_s.arg(file.fileName()).arg(number).arg(breach)));
                }
            }
        }
        QVERIFY(read > 50);
    }
};

QTEST_GUILESS_MAIN(IncludeLaw)
#include "tst_includes.moc"
