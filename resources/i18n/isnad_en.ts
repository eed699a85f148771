<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attaching</name>
    <message numerus="yes">
        <source>%n mark(s) are on another saved version of this article.</source>
        <translation>
            <numerusform>%n mark is on another saved version of this article.</numerusform>
            <numerusform>%n marks are on another saved version of this article.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached</source>
        <translation>
            <numerusform>%n attached</numerusform>
            <numerusform>%n attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n not found</numerusform>
            <numerusform>%n not found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardPicker</name>
    <message numerus="yes">
        <source>in %n other article(s)</source>
        <translation>
            <numerusform>in %n other article</numerusform>
            <numerusform>in %n other articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message numerus="yes">
        <source>On %n mark(s)</source>
        <translation>
            <numerusform>On %n mark</numerusform>
            <numerusform>On %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be looked into.</source>
        <translation>
            <numerusform>%n article could not be looked into.</numerusform>
            <numerusform>%n articles could not be looked into.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollapsedBar</name>
    <message numerus="yes">
        <source>%n paragraph(s) may not belong to the article</source>
        <translation>
            <numerusform>%n paragraph may not belong to the article</numerusform>
            <numerusform>%n paragraphs may not belong to the article</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonHead</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonTools</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n mark(s) that wait for review are left out. Review them first to include them.</source>
        <translation>
            <numerusform>%n mark that waits for review is left out. Review it first to include it.</numerusform>
            <numerusform>%n marks that wait for review are left out. Review them first to include them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacingModel</name>
    <message numerus="yes">
        <source>%n paragraph(s) left out</source>
        <translation>
            <numerusform>%n paragraph left out</numerusform>
            <numerusform>%n paragraphs left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) unchanged</source>
        <translation>
            <numerusform>%n paragraph unchanged</numerusform>
            <numerusform>%n paragraphs unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Touches %n mark(s)</source>
        <translation>
            <numerusform>Touches %n mark</numerusform>
            <numerusform>Touches %n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) here</source>
        <translation>
            <numerusform>%n mark here</numerusform>
            <numerusform>%n marks here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n in left-out paragraph(s)</source>
        <translation>
            <numerusform>%n in a left-out paragraph</numerusform>
            <numerusform>%n in left-out paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageFacts</name>
    <message numerus="yes">
        <source>%n address(es): none of them was contacted.</source>
        <translation>
            <numerusform>%n address: it was not contacted.</numerusform>
            <numerusform>%n addresses: none of them was contacted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>… and %n more in the exported summary</source>
        <translation>
            <numerusform>… and %n more in the exported summary</numerusform>
            <numerusform>… and %n more in the exported summary</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message numerus="yes">
        <source>%n linked mark(s) that way. A click leads to the nearest.</source>
        <translation>
            <numerusform>%n linked mark that way. A click leads to it.</numerusform>
            <numerusform>%n linked marks that way. A click leads to the nearest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>Accept %n place(s) as they were found? Numbers, names or a negation may have changed in them. One Undo takes all of it back.</source>
        <translation>
            <numerusform>Accept %n place as it was found? A number, a name or a negation may have changed in it. One Undo takes it back.</numerusform>
            <numerusform>Accept %n places as they were found? Numbers, names or a negation may have changed in them. One Undo takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScalesPage</name>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n verdict</numerusform>
            <numerusform>%n verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>Show %n other article(s)</source>
        <translation>
            <numerusform>Show %n other article</numerusform>
            <numerusform>Show %n other articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPreview</name>
    <message numerus="yes">
        <source>… and %n more in the file</source>
        <translation>
            <numerusform>… and %n more in the file</numerusform>
            <numerusform>… and %n more in the file</numerusform>
        </translation>
    </message>
</context>
</TS>
