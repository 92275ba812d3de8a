<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>tresen::ui::BoardPage</name>
        <message numerus="yes">
            <source>%n vehicle(s)</source>
            <translation>
                <numerusform>%n vehicle</numerusform>
                <numerusform>%n vehicles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n vehicle(s)</source>
            <translation>
                <numerusform>%1 of %n vehicle</numerusform>
                <numerusform>%1 of %n vehicles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tresen::ui::HealthBar</name>
        <message numerus="yes">
            <source>%n more ready</source>
            <translation>
                <numerusform>%n more ready</numerusform>
                <numerusform>%n more ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n connection(s)</source>
            <translation>
                <numerusform>%n connection</numerusform>
                <numerusform>%n connections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tresen::ui::NavButton</name>
        <message numerus="yes">
            <source>%1, %n new</source>
            <translation>
                <numerusform>%1, %n new</numerusform>
                <numerusform>%1, %n new</numerusform>
            </translation>
        </message>
    </context>
</TS>
