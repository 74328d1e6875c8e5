// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using record::Fit;
using record::Person;

class PersonFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fit_data()
    {
        const QDate born(2009, 5, 3);
        const QDate other(2009, 3, 5);
        QTest::addColumn<Person>("wanted");
        QTest::addColumn<Person>("found");
        QTest::addColumn<Fit>("expected");
        const Person mina{u"Mina Rose Okafor-Hale"_s, born, u"A000000000001"_s, {}};
        QTest::newRow("same in all") << mina << mina << Fit::Same;
        QTest::newRow("surname first, no hyphen, initial")
            << mina << Person{u"OKAFOR HALE, Mina R."_s, born, {}, {}} << Fit::Same;
        QTest::newRow("middle name absent") << mina << Person{u"Mina Okafor-Hale"_s, born, {}, {}} << Fit::Same;
        QTest::newRow("accents and apostrophe")
            << Person{u"Zoë O'Brien"_s, born, {}, {}} << Person{u"ZOE OBRIEN"_s, born, {}, {}} << Fit::Same;
        QTest::newRow("number and date, new name")
            << mina << Person{u"Mina Smith"_s, born, u"a000000000001"_s, {}} << Fit::Same;
        QTest::newRow("number, no date") << mina << Person{{}, {}, u"A000000000001"_s, {}} << Fit::Same;
        QTest::newRow("number, other date") << mina << Person{{}, other, u"A000000000001"_s, {}} << Fit::Possible;
        QTest::newRow("name, no date") << mina << Person{u"Mina Okafor-Hale"_s, {}, {}, {}} << Fit::Possible;
        QTest::newRow("date alone") << mina << Person{{}, born, {}, {}} << Fit::Possible;
        QTest::newRow("twin: other name, same date and surname")
            << mina << Person{u"Tara Okafor-Hale"_s, born, {}, {}} << Fit::Different;
        QTest::newRow("same name, other date") << mina << Person{u"Mina Okafor-Hale"_s, other, {}, {}}
                                               << Fit::Different;
        QTest::newRow("surname alone is no name")
            << mina << Person{u"Okafor"_s, born, {}, {}} << Fit::Different;
        QTest::newRow("initials alone are no name") << mina << Person{u"M R O H"_s, born, {}, {}} << Fit::Different;
        QTest::newRow("empty") << mina << Person{} << Fit::Different;
        QTest::newRow("empty numbers do not agree")
            << Person{u"Ann Lee"_s, born, {}, {}} << Person{u"Bo Ray"_s, born, {}, {}} << Fit::Different;
        QTest::newRow("one word names") << Person{u"Suharto"_s, born, {}, {}} << Person{u"suharto"_s, born, {}, {}}
                                        << Fit::Same;
    }
    void fit()
    {
        QFETCH(Person, wanted);
        QFETCH(Person, found);
        QFETCH(Fit, expected);
        QCOMPARE(record::fit(wanted, found), expected);
        QCOMPARE(record::fit(found, wanted), expected);
    }

    void comparableName()
    {
        QCOMPARE(record::comparableName(u"  Łucja  D’Arcy-Ní Bhriain "_s), u"łucja darcy ni bhriain"_s);
        QCOMPARE(record::comparableName(QString()), QString());
        QVERIFY(record::comparableName(u"Ann Lee"_s) != record::comparableName(u"Annlee"_s));
    }
};

QTEST_GUILESS_MAIN(PersonFit)
#include "tst_person.moc"
