<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>app::AttainmentChart</name>
    <message numerus="yes">
        <source>Arrow keys move over %n result(s)</source>
        <translation>
            <numerusform>Arrow keys move over %n result</numerusform>
            <numerusform>Arrow keys move over %n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Banner</name>
    <message numerus="yes">
        <source>%n found, choose with the arrow keys</source>
        <translation>
            <numerusform>%n found, choose with the arrow keys</numerusform>
            <numerusform>%n found, choose with the arrow keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CensusFacts</name>
    <message numerus="yes">
        <source>%n census answer(s) from %1 to %2</source>
        <translation>
            <numerusform>%n census answer from %1 to %2</numerusform>
            <numerusform>%n census answers from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It changed %n time(s).</source>
        <translation>
            <numerusform>It changed once.</numerusform>
            <numerusform>It changed %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ChecksPage</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more like this</source>
        <translation>
            <numerusform>Show %n more like this</numerusform>
            <numerusform>Show %n more like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) are set aside, because they may be about another child. No page shows them. Nothing was removed.</source>
        <translation>
            <numerusform>%n entry is set aside, because it may be about another child. No page shows it. Nothing was removed.</numerusform>
            <numerusform>%n entries are set aside, because they may be about another child. No page shows them. Nothing was removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CoverageDetail</name>
    <message numerus="yes">
        <source>Ask for all %n that are missing</source>
        <translation>
            <numerusform>Ask for the one that is missing</numerusform>
            <numerusform>Ask for all %n that are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DisposeDialog</name>
    <message numerus="yes">
        <source>%n file(s) are overwritten at their start and removed: the record file, its backups and what else the program put beside it.</source>
        <translation>
            <numerusform>%n file is overwritten at its start and removed: the record file.</numerusform>
            <numerusform>%n files are overwritten at their start and removed: the record file, its backups and what else the program put beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DocumentsPage</name>
    <message numerus="yes">
        <source>%n value(s) of it written in by me.</source>
        <translation>
            <numerusform>%n value of it written in by me.</numerusform>
            <numerusform>%n values of it written in by me.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already said by another file</source>
        <translation>
            <numerusform>%n already said by another file</numerusform>
            <numerusform>%n already said by another file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are said differently here. Both are shown, neither is preferred.</source>
        <translation>
            <numerusform>%n of them is said differently here. Both are shown, neither is preferred.</numerusform>
            <numerusform>%n of them are said differently here. Both are shown, neither is preferred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in the national dictionary: %n value(s), kept exactly as delivered (%1).</source>
        <translation>
            <numerusform>Not in the national dictionary: %n value, kept exactly as delivered (%1).</numerusform>
            <numerusform>Not in the national dictionary: %n values, kept exactly as delivered (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), kept encrypted and unchanged.</source>
        <translation>
            <numerusform>%n file, kept encrypted and unchanged.</numerusform>
            <numerusform>%n files, kept encrypted and unchanged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FindingRow</name>
    <message numerus="yes">
        <source>%n more value(s); the timeline shows them all.</source>
        <translation>
            <numerusform>%n more value; the timeline shows them all.</numerusform>
            <numerusform>%n more values; the timeline shows them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImportPage</name>
    <message numerus="yes">
        <source>Looking into %n file(s)…</source>
        <translation>
            <numerusform>Looking into %n file…</numerusform>
            <numerusform>Looking into %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries fit this person. All of them are taken.</source>
        <translation>
            <numerusform>%n entry fits this person. It is taken.</numerusform>
            <numerusform>%n entries fit this person. All of them are taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other pupil(s) are in this file. They stay out of your record. Please tell the school or the Department that the file holds other children: they need to know.</source>
        <translation>
            <numerusform>%n other pupil is in this file. That part stays out of your record. Please tell the school or the Department that the file holds other children: they need to know.</numerusform>
            <numerusform>%n other pupils are in this file. They stay out of your record. Please tell the school or the Department that the file holds other children: they need to know.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImportSheets</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This fills %n school year(s).</source>
        <translation>
            <numerusform>This fills %n school year.</numerusform>
            <numerusform>This fills %n school years.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added: %n value(s).</source>
        <translation>
            <numerusform>Added: %n value.</numerusform>
            <numerusform>Added: %n values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) were here already; this file is kept as one that says so too.</source>
        <translation>
            <numerusform>%n entry was here already; this file is kept as one that says so too.</numerusform>
            <numerusform>%n entries were here already; this file is kept as one that says so too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them say something else here. Both are shown, neither is preferred.</source>
        <translation>
            <numerusform>%n of them says something else here. Both are shown, neither is preferred.</numerusform>
            <numerusform>%n of them say something else here. Both are shown, neither is preferred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are not in the national dictionary: %1. They are kept exactly as delivered, and shown as “meaning not known”.</source>
        <translation>
            <numerusform>%n field is not in the national dictionary: %1. It is kept exactly as delivered, and shown as “meaning not known”.</numerusform>
            <numerusform>%n fields are not in the national dictionary: %1. They are kept exactly as delivered, and shown as “meaning not known”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other pupil(s) were in what you were given and stay out. Please tell the school.</source>
        <translation>
            <numerusform>%n other pupil was in what you were given and stays out. Please tell the school.</numerusform>
            <numerusform>%n other pupils were in what you were given and stay out. Please tell the school.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Inspector</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n value(s) of mine it may hold</source>
        <translation>
            <numerusform>Show the %n value of mine it may hold</numerusform>
            <numerusform>Show the %n values of mine it may hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Keeping</name>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%n file removed.</numerusform>
            <numerusform>%n files removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be removed.</source>
        <translation>
            <numerusform>%n file could not be removed.</numerusform>
            <numerusform>%n files could not be removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LetterPage</name>
    <message numerus="yes">
        <source>%n passage(s) changed by you stay as they are</source>
        <translation>
            <numerusform>%n passage changed by you stays as it is</numerusform>
            <numerusform>%n passages changed by you stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in this letter stay as dots</source>
        <translation>
            <numerusform>%n place in this letter stays as dots</numerusform>
            <numerusform>%n places in this letter stay as dots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LetterQuestions</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MarkWords</name>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OverviewPage</name>
    <message numerus="yes">
        <source>What national bodies hold about you, as far as the %n file(s) you were given show it.</source>
        <translation>
            <numerusform>What national bodies hold about you, as far as the one file you were given shows it.</numerusform>
            <numerusform>What national bodies hold about you, as far as the %n files you were given show it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What national bodies hold about %1, as far as the %n file(s) you were given show it.</source>
        <translation>
            <numerusform>What national bodies hold about %1, as far as the one file you were given shows it.</numerusform>
            <numerusform>What national bodies hold about %1, as far as the %n files you were given show it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>school census(es)</source>
        <translation>
            <numerusform>school census</numerusform>
            <numerusform>school censuses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>set(s) of results</source>
        <translation>
            <numerusform>set of results</numerusform>
            <numerusform>sets of results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exclusion(s)</source>
        <translation>
            <numerusform>exclusion</numerusform>
            <numerusform>exclusions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>value(s) in all</source>
        <translation>
            <numerusform>value in all</numerusform>
            <numerusform>values in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program knows %n share(s).</source>
        <translation>
            <numerusform>The program knows %n share.</numerusform>
            <numerusform>The program knows %n shares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %1. %n day(s) left.</source>
        <translation>
            <numerusform>Sent %1. %n day left.</numerusform>
            <numerusform>Sent %1. %n days left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %1. The date has passed by %n day(s).</source>
        <translation>
            <numerusform>Sent %1. The date has passed by %n day.</numerusform>
            <numerusform>Sent %1. The date has passed by %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) are not sent yet.</source>
        <translation>
            <numerusform>%n letter is not sent yet.</numerusform>
            <numerusform>%n letters are not sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OverviewWords</name>
    <message numerus="yes">
        <source>%n copy(s) may be past the date for destruction</source>
        <translation>
            <numerusform>%n copy may be past the date for destruction</numerusform>
            <numerusform>%n copies may be past the date for destruction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) this program has no meaning for</source>
        <translation>
            <numerusform>%n value this program has no meaning for</numerusform>
            <numerusform>%n values this program has no meaning for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of your %n school year(s) are here.</source>
        <translation>
            <numerusform>%1 of your %n school year is here.</numerusform>
            <numerusform>%1 of your %n school years are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2’s %n school year(s) are here.</source>
        <translation>
            <numerusform>%1 of %2’s %n school year is here.</numerusform>
            <numerusform>%1 of %2’s %n school years are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n school year(s) are here.</source>
        <translation>
            <numerusform>%n school year is here.</numerusform>
            <numerusform>%n school years are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are worth a look.</source>
        <translation>
            <numerusform>%n thing is worth a look.</numerusform>
            <numerusform>%n things are worth a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PassphrasesView</name>
    <message numerus="yes">
        <source>%n pupil(s)</source>
        <translation>
            <numerusform>%n pupil</numerusform>
            <numerusform>%n pupils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pupil(s)</source>
        <translation>
            <numerusform>%1 of %n pupil</numerusform>
            <numerusform>%1 of %n pupils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PutRightPage</name>
    <message numerus="yes">
        <source>%n thing(s), each with its letters.</source>
        <translation>
            <numerusform>%n thing, with its letters.</numerusform>
            <numerusform>%n things, each with its letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) not sent yet.</source>
        <translation>
            <numerusform>%n letter not sent yet.</numerusform>
            <numerusform>%n letters not sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answer is due on %1, %n day(s) from now.</source>
        <translation>
            <numerusform>The answer is due on %1, %n day from now.</numerusform>
            <numerusform>The answer is due on %1, %n days from now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answer was due on %1, %n day(s) ago. You may write once more and name that date.</source>
        <translation>
            <numerusform>The answer was due on %1, %n day ago. You may write once more and name that date.</numerusform>
            <numerusform>The answer was due on %1, %n days ago. You may write once more and name that date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Rail</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RescueDialog</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved, but not all of it: %n part(s) are lost.</source>
        <translation>
            <numerusform>Saved, but not all of it: %n part is lost.</numerusform>
            <numerusform>Saved, but not all of it: %n parts are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SafetyPage</name>
    <message numerus="yes">
        <source>%n backup(s) beside the file, the newest from %1.</source>
        <translation>
            <numerusform>%n backup beside the file, from %1.</numerusform>
            <numerusform>%n backups beside the file, the newest from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of an earlier file with this name were put aside.</source>
        <translation>
            <numerusform>%n more of an earlier file with this name was put aside.</numerusform>
            <numerusform>%n more of an earlier file with this name were put aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SchoolPage</name>
    <message numerus="yes">
        <source>Make %n record file(s)</source>
        <translation>
            <numerusform>Make %n record file</numerusform>
            <numerusform>Make %n record files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking into %n file(s)…</source>
        <translation>
            <numerusform>Looking into %n file…</numerusform>
            <numerusform>Looking into %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SplitForm</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SplitSheets</name>
    <message numerus="yes">
        <source>Making %n record file(s) takes %1.</source>
        <translation>
            <numerusform>Making %n record file takes %1.</numerusform>
            <numerusform>Making %n record files takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer makes %n at the same time.</source>
        <translation>
            <numerusform>This computer makes %n at the same time.</numerusform>
            <numerusform>This computer makes %n at the same time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pupil(s) are in these files.</source>
        <translation>
            <numerusform>%n pupil is in these files.</numerusform>
            <numerusform>%n pupils are in these files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record file(s) from before. They stay as they are.</source>
        <translation>
            <numerusform>%n record file from before. It stays as it is.</numerusform>
            <numerusform>%n record files from before. They stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record file(s) made.</source>
        <translation>
            <numerusform>%n record file made.</numerusform>
            <numerusform>%n record files made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record file(s) from before. They stayed as they were.</source>
        <translation>
            <numerusform>%n record file from before. It stayed as it was.</numerusform>
            <numerusform>%n record files from before. They stayed as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pupil(s) have no name in what you gave. The list knows them by their number or their day of birth: look twice before you hand such a file over.</source>
        <translation>
            <numerusform>%n pupil has no name in what you gave. The list knows them by their number or their day of birth: look twice before you hand such a file over.</numerusform>
            <numerusform>%n pupils have no name in what you gave. The list knows them by their number or their day of birth: look twice before you hand such a file over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken: %n entry(ies).</source>
        <translation>
            <numerusform>Taken: %n entry.</numerusform>
            <numerusform>Taken: %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::StoryWords</name>
    <message numerus="yes">
        <source>%n other reading(s) say %1.</source>
        <translation>
            <numerusform>%n other reading says %1.</numerusform>
            <numerusform>%n other readings say %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TableForm</name>
    <message numerus="yes">
        <source>%n row(s) will be written in. Look them over first.</source>
        <translation>
            <numerusform>%n row will be written in. Look it over first.</numerusform>
            <numerusform>%n rows will be written in. Look them over first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::WithdrawDialog</name>
    <message numerus="yes">
        <source>%n entry(ies) go with it: no other document says them.</source>
        <translation>
            <numerusform>%n entry goes with it: no other document says it.</numerusform>
            <numerusform>%n entries go with it: no other document says them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) stay, because another document says them too.</source>
        <translation>
            <numerusform>%n entry stays, because another document says it too.</numerusform>
            <numerusform>%n entries stay, because another document says them too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) went with it.</source>
        <translation>
            <numerusform>%n entry went with it.</numerusform>
            <numerusform>%n entries went with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as another document&apos;s.</source>
        <translation>
            <numerusform>%n stays as another document&apos;s.</numerusform>
            <numerusform>%n stay as another document&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) were written anew without it.</source>
        <translation>
            <numerusform>%n backup was written anew without it.</numerusform>
            <numerusform>%n backups were written anew without it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be rewritten and were removed.</source>
        <translation>
            <numerusform>%n backup could not be rewritten and was removed.</numerusform>
            <numerusform>%n backups could not be rewritten and were removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::WriteInPage</name>
    <message numerus="yes">
        <source>%n document(s) to read.</source>
        <translation>
            <numerusform>%n document to read.</numerusform>
            <numerusform>%n documents to read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) written in.</source>
        <translation>
            <numerusform>%n value written in.</numerusform>
            <numerusform>%n values written in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::YearsStrip</name>
    <message numerus="yes">
        <source>%n result sets</source>
        <translation>
            <numerusform>%n result set</numerusform>
            <numerusform>%n result sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>readers::CareTables</name>
    <message numerus="yes">
        <source>%n row bears the child&apos;s number but another birth date. It was not taken.</source>
        <translation>
            <numerusform>%n row bears the child's number but another birth date. It was not taken.</numerusform>
            <numerusform>%n rows bear the child's number but another birth date. They were not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row was not taken: the list of children gives its number to several children.</source>
        <translation>
            <numerusform>%n row was not taken: the list of children gives its number to several children.</numerusform>
            <numerusform>%n rows were not taken: the list of children gives their number to several children.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>readers::Json</name>
    <message numerus="yes">
        <source>%n qualification(s) are being checked, because somebody said they are wrong (a data challenge).</source>
        <translation>
            <numerusform>%n qualification is being checked, because somebody said it is wrong (a data challenge).</numerusform>
            <numerusform>%n qualifications are being checked, because somebody said they are wrong (a data challenge).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>readers::Lrs</name>
    <message numerus="yes">
        <source>%n learning event(s) are being checked, because somebody said they are wrong (a data challenge).</source>
        <translation>
            <numerusform>%n learning event is being checked, because somebody said it is wrong (a data challenge).</numerusform>
            <numerusform>%n learning events are being checked, because somebody said they are wrong (a data challenge).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning event(s) have 9999999999 as their grade. That stands where no grade was recorded.</source>
        <translation>
            <numerusform>%n learning event has 9999999999 as its grade. That stands where no grade was recorded.</numerusform>
            <numerusform>%n learning events have 9999999999 as their grade. That stands where no grade was recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>readers::Read</name>
    <message numerus="yes">
        <source>%n pupils in this source fit what you typed in.</source>
        <translation>
            <numerusform>%n pupil in this source fits what you typed in.</numerusform>
            <numerusform>%n pupils in this source fit what you typed in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pupil may be the one you look for, but it is not sure.</source>
        <translation>
            <numerusform>%n pupil may be the one you look for, but it is not sure.</numerusform>
            <numerusform>%n pupils may be the one you look for, but it is not sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n pupils in this source fits the name and birth date you typed in.</source>
        <translation>
            <numerusform>The one pupil in this source does not fit the name and birth date you typed in.</numerusform>
            <numerusform>None of the %n pupils in this source fits the name and birth date you typed in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>registry::Gias</name>
    <message numerus="yes">
        <source>%n row(s) had no number or no name and were left out.</source>
        <translation>
            <numerusform>%n row had no number or no name and was left out.</numerusform>
            <numerusform>%n rows had no number or no name and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty row(s) were passed over.</source>
        <translation>
            <numerusform>%n empty row was passed over.</numerusform>
            <numerusform>%n empty rows were passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
</TS>
