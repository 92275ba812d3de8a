<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tresen::ui::AboutCard</name>
    <message>
        <source>Tresen %1</source>
        <translation>Tresen %1</translation>
    </message>
    <message>
        <source>Front-desk cashier of a car workshop. What is booked here is kept for ever; a correction is a new entry.</source>
        <translation>Kasse am Tresen der Autowerkstatt. Was hier gebucht ist, bleibt für immer; eine Korrektur ist ein neuer Eintrag.</translation>
    </message>
    <message>
        <source>This program uses the work of others, each under its own licence: %1. The texts of the licences are installed beside them; Qt can be replaced by a version of your own.</source>
        <translation>Dieses Programm nutzt die Arbeit anderer, jede unter ihrer eigenen Lizenz: %1. Die Lizenztexte sind mit ihnen installiert; Qt lässt sich durch eine eigene Fassung ersetzen.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Advisor</name>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>cash, card</source>
        <translation>bar, Karte</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>nichts offen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfordern</translation>
    </message>
    <message>
        <source>direct debit</source>
        <translation>Lastschrift</translation>
    </message>
    <message>
        <source>already paid</source>
        <translation>schon bezahlt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>with approval</source>
        <translation>mit Freigabe</translation>
    </message>
    <message>
        <source>no key known</source>
        <translation>kein Schlüssel bekannt</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Key may go</source>
        <translation>Schlüssel darf raus</translation>
    </message>
    <message>
        <source>Key is gone</source>
        <translation>Schlüssel ist weg</translation>
    </message>
    <message>
        <source>Key is handed over</source>
        <translation>Schlüssel ist übergeben</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Key stays here</source>
        <translation>Schlüssel bleibt hier</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>Zu erstatten</translation>
    </message>
    <message>
        <source>Perhaps open</source>
        <translation>Vielleicht offen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>amount still to pay</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>mail, print</source>
        <translation>mailen, drucken</translation>
    </message>
    <message>
        <source>print</source>
        <translation>drucken</translation>
    </message>
</context>
<context>
    <name>tresen::ui::AgeLine</name>
    <message>
        <source>Ask again (F5)</source>
        <translation>Nachfragen (F5)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::AgeText</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message numerus="yes">
        <source>waits %n day(s)</source>
        <translation>
            <numerusform>wartet %n Tag</numerusform>
            <numerusform>wartet %n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::AskField</name>
    <message>
        <source>Unlock …</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Unlock: %1</source>
        <translation>Entsperren: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::BackupCard</name>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Try the backup</source>
        <translation>Sicherung erproben</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation>Sicherung und Prüfung</translation>
    </message>
    <message>
        <source>Progress of backup or check</source>
        <translation>Fortschritt von Sicherung oder Prüfung</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message numerus="yes">
        <source>Newest backup: %1 (%2), %n kept</source>
        <translation>
            <numerusform>Neueste Sicherung: %1 (%2), %n aufbewahrt</numerusform>
            <numerusform>Neueste Sicherung: %1 (%2), %n aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>The backup is being made and read again …</source>
        <translation>Die Sicherung wird erstellt und wieder gelesen …</translation>
    </message>
    <message>
        <source>Every entry is recomputed …</source>
        <translation>Jeder Eintrag wird nachgerechnet …</translation>
    </message>
    <message>
        <source>The backup is being restored beside the data and recomputed …</source>
        <translation>Die Sicherung wird neben den Daten wiederhergestellt und nachgerechnet …</translation>
    </message>
    <message>
        <source>Backup made and read again: %1 (%2)</source>
        <translation>Sicherung erstellt und wieder gelesen: %1 (%2)</translation>
    </message>
    <message>
        <source>This backup is not in order. Make a new one at once and call support.</source>
        <translation>Diese Sicherung ist nicht in Ordnung. Bitte sofort eine neue erstellen und den Support anrufen.</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: %2 invoices, %3 keys, %4 entries, all recomputed. Nothing of today&apos;s data was touched.</source>
        <translation>Die Sicherung vom %1 lässt sich wiederherstellen: %2 Rechnungen, %3 Schlüssel, %4 Einträge, alle nachgerechnet. Die heutigen Daten blieben unberührt.</translation>
    </message>
    <message>
        <source>In order: %1 entries recomputed, and everything shown follows from them.</source>
        <translation>In Ordnung: %1 Einträge nachgerechnet, und alles Angezeigte folgt daraus.</translation>
    </message>
    <message>
        <source>Not in order. Stop working with these data and call support.</source>
        <translation>Nicht in Ordnung. Bitte nicht weiter mit diesen Daten arbeiten und den Support anrufen.</translation>
    </message>
    <message>
        <source>In %1, with sheets, receipts, signatures and pages typed in from; those lie once for all backups in “tresen-documents” there.</source>
        <translation>In %1, mit Blättern, Belegen, Unterschriften und abgetippten Seiten; diese liegen dort einmal für alle Sicherungen in „tresen-documents“.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::BellButton</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Meldungen, %n neue</numerusform>
            <numerusform>Meldungen, %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::BoardModel</name>
    <message>
        <source>no key on a hook</source>
        <translation>kein Schlüssel am Haken</translation>
    </message>
    <message>
        <source>hook %1, key may go</source>
        <translation>Haken %1, Schlüssel darf raus</translation>
    </message>
    <message>
        <source>hook %1, key stays</source>
        <translation>Haken %1, Schlüssel bleibt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>column: amount still to pay</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Haken</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Site</source>
        <comment>column: where the invoice was taken over</comment>
        <translation>Standort</translation>
    </message>
    <message>
        <source>pays: %1</source>
        <translation>zahlt: %1</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>auch %1</translation>
    </message>
    <message>
        <source>found by rule, to confirm</source>
        <translation>aus einem Text gelesen, bitte bestätigen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Sum open</source>
        <translation>Summe offen</translation>
    </message>
    <message numerus="yes">
        <source>%n vehicle(s)</source>
        <translation>
            <numerusform>%n Fahrzeug</numerusform>
            <numerusform>%n Fahrzeuge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n vehicle(s)</source>
        <translation>
            <numerusform>%1 von %n Fahrzeug</numerusform>
            <numerusform>%1 von %n Fahrzeugen</numerusform>
        </translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>Noch keine Rechnungen</translation>
    </message>
    <message>
        <source>As soon as the workshop writes an invoice, the vehicle appears here with plate, amount and hook.</source>
        <translation>Sobald die Werkstatt eine Rechnung schreibt, erscheint das Fahrzeug hier mit Kennzeichen, Betrag und Haken.</translation>
    </message>
    <message>
        <source>Read invoices</source>
        <translation>Rechnungen einlesen</translation>
    </message>
    <message>
        <source>Look at the sample workshop</source>
        <translation>Musterbetrieb ansehen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No plate, name or invoice number holds what you typed.</source>
        <translation>Kein Kennzeichen, kein Name und keine Rechnungsnummer enthält diese Eingabe.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing here right now</source>
        <translation>Hier steht gerade nichts</translation>
    </message>
    <message>
        <source>No vehicle belongs in this view at the moment.</source>
        <translation>Im Augenblick gehört kein Fahrzeug in diese Ansicht.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>View: filters and columns; now: %1</source>
        <translation>Ansicht: Filter und Spalten; jetzt: %1</translation>
    </message>
    <message>
        <source>Filters and columns</source>
        <translation>Filter und Spalten</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ColorEditor</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::CompanyPage</name>
    <message>
        <source>Account holder, exactly as the bank knows it</source>
        <translation>Kontoinhaber, genau wie die Bank ihn kennt</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Street and number, for the letter</source>
        <translation>Straße und Nummer, für den Brief</translation>
    </message>
    <message>
        <source>The account is locked from then on: a change needs a reason, which is kept with name and time. An invoice file never changes it.</source>
        <translation>Das Konto ist danach gesperrt: Eine Änderung braucht einen Grund, der mit Name und Zeit aufbewahrt wird. Eine Rechnungsdatei ändert es nie.</translation>
    </message>
    <message>
        <source>Who gets the money?</source>
        <translation>Wer bekommt das Geld?</translation>
    </message>
    <message>
        <source>Name and account stand on every payment request, the address at its head.</source>
        <translation>Name und Konto stehen auf jeder Zahlungsanforderung, die Anschrift in ihrem Kopf.</translation>
    </message>
    <message>
        <source>The check digits fit</source>
        <translation>Die Prüfziffern stimmen</translation>
    </message>
    <message>
        <source>, bank code %1 %2 %3</source>
        <translation>, Bankleitzahl %1 %2 %3</translation>
    </message>
    <message>
        <source>The name is missing. Take it from the bank statement, with the legal form.</source>
        <translation>Der Name fehlt. Er steht auf dem Kontoauszug, mit der Rechtsform.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ConnectionSetup</name>
    <message>
        <source>Password at the mail server</source>
        <translation>Kennwort am Mailserver</translation>
    </message>
    <message>
        <source>Often one made for programs, not the one of the mailbox</source>
        <translation>Oft ein eigenes für Programme, nicht das des Postfachs</translation>
    </message>
    <message>
        <source>Secret of the notices</source>
        <translation>Geheimnis der Meldungen</translation>
    </message>
    <message>
        <source>Only with “tresen receive”: the portal signs its notices with it</source>
        <translation>Nur mit „tresen receive“: Das Portal unterschreibt damit seine Meldungen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DamageWindow</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The stored data are damaged</source>
        <translation>Die gespeicherten Daten sind beschädigt</translation>
    </message>
    <message>
        <source>Nothing has been changed. Nothing more is recorded until you have decided.</source>
        <translation>Es wurde nichts geändert. Bis Sie entschieden haben, wird nichts verbucht.</translation>
    </message>
    <message>
        <source>Make anew from the bookings</source>
        <translation>Aus den Buchungen neu machen</translation>
    </message>
    <message>
        <source>The backup, and what can be read after it</source>
        <translation>Die Sicherung und was danach lesbar ist</translation>
    </message>
    <message>
        <source>The backup alone</source>
        <translation>Nur die Sicherung</translation>
    </message>
    <message>
        <source>Save what can be read as a file …</source>
        <translation>Lesbares als Datei speichern …</translation>
    </message>
    <message>
        <source>Close, and change nothing</source>
        <translation>Schließen und nichts ändern</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No, change nothing</source>
        <translation>Nein, nichts ändern</translation>
    </message>
    <message>
        <source>Yes, put it in place</source>
        <translation>Ja, einspielen</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>Neuester Eintrag</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Damaged data</source>
        <translation>Beschädigte Daten</translation>
    </message>
    <message>
        <source>Newest good backup</source>
        <translation>Neueste gute Sicherung</translation>
    </message>
    <message>
        <source>The bookings themselves are whole; only what was made of them differs. It can be made anew, and nothing is lost.</source>
        <translation>Die Buchungen selbst sind heil; nur was daraus gemacht ist, weicht ab. Es kann neu gemacht werden, verloren geht nichts.</translation>
    </message>
    <message>
        <source>No good backup was found on this computer.</source>
        <translation>Auf diesem Rechner wurde keine gute Sicherung gefunden.</translation>
    </message>
    <message>
        <source>The backup goes until %1, entries: %2.</source>
        <translation>Die Sicherung reicht bis %1, Einträge: %2.</translation>
    </message>
    <message>
        <source>Later entries that can still be read in the damaged data: %1, until %2.</source>
        <translation>Spätere Einträge, die sich in den beschädigten Daten noch lesen lassen: %1, bis %2.</translation>
    </message>
    <message>
        <source>Later entries that are lost in any case: %1.</source>
        <translation>Spätere Einträge, die in jedem Fall verloren sind: %1.</translation>
    </message>
    <message>
        <source>It lacks nothing that the damaged data have.</source>
        <translation>Ihr fehlt nichts, was die beschädigten Daten haben.</translation>
    </message>
    <message>
        <source>The damaged data tell another story than the backup; nothing of them can be brought along.</source>
        <translation>Die beschädigten Daten erzählen etwas anderes als die Sicherung; aus ihnen lässt sich nichts mitnehmen.</translation>
    </message>
    <message>
        <source>Newer backups that are not good: %1</source>
        <translation>Neuere Sicherungen, die nicht gut sind: %1</translation>
    </message>
    <message>
        <source>The bookings are not touched. It takes as long as a check.</source>
        <translation>Die Buchungen werden nicht angerührt. Es dauert so lange wie eine Prüfung.</translation>
    </message>
    <message>
        <source>Put in place: everything until %1. The damaged data are kept beside it.</source>
        <translation>Eingespielt wird alles bis %1. Die beschädigten Daten bleiben daneben liegen.</translation>
    </message>
    <message>
        <source>Put in place: everything until %1. What was booked after it is missing then. The damaged data are kept beside it.</source>
        <translation>Eingespielt wird alles bis %1. Was danach verbucht wurde, fehlt dann. Die beschädigten Daten bleiben daneben liegen.</translation>
    </message>
    <message>
        <source>For support, or to look something up. The data stay as they are.</source>
        <translation>Für den Support oder zum Nachsehen. Die Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Put the backup in place, with what can be read after it?</source>
        <translation>Die Sicherung einspielen, mit allem, was danach lesbar ist?</translation>
    </message>
    <message>
        <source>Put the backup alone in place?</source>
        <translation>Nur die Sicherung einspielen?</translation>
    </message>
    <message>
        <source>Entries that are missing then: %1. The damaged data are kept beside it.</source>
        <translation>Einträge, die dann fehlen: %1. Die beschädigten Daten bleiben daneben liegen.</translation>
    </message>
    <message>
        <source>Looking at what can be read …</source>
        <translation>Es wird nachgesehen, was sich lesen lässt …</translation>
    </message>
    <message>
        <source>The data could not be looked at.</source>
        <translation>Die Daten konnten nicht angesehen werden.</translation>
    </message>
    <message>
        <source>Cancelled; nothing has been changed.</source>
        <translation>Abgebrochen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Making anew what is made of the bookings …</source>
        <translation>Was aus den Buchungen gemacht ist, wird neu gemacht …</translation>
    </message>
    <message>
        <source>Everything is in order again. Please start Tresen again.</source>
        <translation>Alles stimmt wieder. Bitte Tresen neu starten.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Es ging nichts verloren.</translation>
    </message>
    <message>
        <source>It could not be made anew.</source>
        <translation>Es ließ sich nicht neu machen.</translation>
    </message>
    <message>
        <source>Putting the backup in place …</source>
        <translation>Die Sicherung wird eingespielt …</translation>
    </message>
    <message>
        <source>The backup could not be put in place; the data are as they were.</source>
        <translation>Die Sicherung ließ sich nicht einspielen; die Daten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Later entries brought along: %1. Lost: %2.</source>
        <translation>Spätere Einträge mitgenommen: %1. Verloren: %2.</translation>
    </message>
    <message>
        <source>Then check what was booked since: the invoices can be taken over again.</source>
        <translation>Prüfen Sie danach, was seitdem verbucht wurde: Die Rechnungen lassen sich noch einmal übernehmen.</translation>
    </message>
    <message>
        <source>The damaged data are kept: %1</source>
        <translation>Die beschädigten Daten sind aufgehoben: %1</translation>
    </message>
    <message>
        <source>Documents that are missing in the backup: %1</source>
        <translation>Dokumente, die in der Sicherung fehlen: %1</translation>
    </message>
    <message>
        <source>The backup is in place. Please start Tresen again.</source>
        <translation>Die Sicherung ist eingespielt. Bitte Tresen neu starten.</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Lesbares speichern</translation>
    </message>
    <message>
        <source>Saving what can be read …</source>
        <translation>Was sich lesen lässt, wird gespeichert …</translation>
    </message>
    <message>
        <source>It could not be saved.</source>
        <translation>Es ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Entries: %1</source>
        <translation>Einträge: %1</translation>
    </message>
    <message>
        <source>What can be read is saved.</source>
        <translation>Was sich lesen lässt, ist gespeichert.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>These data lie on a server: close Tresen at every other desk first. The old data stay there as a schema of their own. An administrator can do the same at the command line of this computer: %1</source>
        <translation>Diese Daten liegen auf einem Server: Schließen Sie Tresen zuerst an allen anderen Theken. Die alten Daten bleiben dort als eigenes Schema. Ein Administrator kann dasselbe an der Kommandozeile dieses Rechners tun: %1</translation>
    </message>
    <message>
        <source>Details for support: %1</source>
        <translation>Einzelheiten für den Support: %1</translation>
    </message>
    <message>
        <source>The last bookings are missing: this desk had written them, and they are no longer there.</source>
        <translation>Die letzten Buchungen fehlen: Dieser Platz hatte sie geschrieben, und sie sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The bookings are not those that this desk has written.</source>
        <translation>Die Buchungen sind nicht die, die dieser Platz geschrieben hat.</translation>
    </message>
    <message>
        <source>Something that was made of the bookings can no longer be read.</source>
        <translation>Etwas, das aus den Buchungen gemacht wurde, lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>A part of the stored data can no longer be read, or something else than Tresen has changed it.</source>
        <translation>Ein Teil der gespeicherten Daten lässt sich nicht mehr lesen oder wurde von etwas anderem als Tresen geändert.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DayModel</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>Given back online</source>
        <translation>Online erstattet</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Bar erstattet</translation>
    </message>
    <message>
        <source>Given back to a card</source>
        <translation>Auf Karte erstattet</translation>
    </message>
    <message>
        <source>Charged back</source>
        <translation>Zurückgebucht</translation>
    </message>
    <message>
        <source>Charge-back withdrawn</source>
        <translation>Rückbuchung aufgehoben</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Ausgebucht</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Refund came back</source>
        <translation>Erstattung kam zurück</translation>
    </message>
    <message>
        <source>Key by exception</source>
        <translation>Schlüssel mit Ausnahme</translation>
    </message>
    <message>
        <source>Taken despite link</source>
        <translation>Trotz Link kassiert</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>Geld zurück</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Locked setting</source>
        <translation>Gesperrte Einstellung</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s)</source>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Not cancelled after all</source>
        <translation>Doch nicht storniert</translation>
    </message>
    <message>
        <source>No longer on account</source>
        <translation>Nicht mehr auf Rechnung</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DayPage</name>
    <message>
        <source>choose a row with an invoice</source>
        <translation>eine Zeile mit Rechnung wählen</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Tag davor</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Tag danach</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Money and notes of the day</source>
        <translation>Geld und Auffälliges des Tages</translation>
    </message>
    <message>
        <source>Nothing booked</source>
        <translation>Nichts gebucht</translation>
    </message>
    <message>
        <source>What is paid, given back or handed over by exception on this day stands here.</source>
        <translation>Was an diesem Tag bezahlt, erstattet oder mit Ausnahme übergeben wird, steht hier.</translation>
    </message>
    <message>
        <source>Show the invoice</source>
        <translation>Rechnung zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) came in</source>
        <translation>
            <numerusform>%n neue Rechnung</numerusform>
            <numerusform>%n neue Rechnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anforderung</numerusform>
            <numerusform>%n Anforderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) left</source>
        <translation>
            <numerusform>%n Mail gesendet</numerusform>
            <numerusform>%n Mails gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) handed over</source>
        <translation>
            <numerusform>%n Schlüssel übergeben</numerusform>
            <numerusform>%n Schlüssel übergeben</numerusform>
        </translation>
    </message>
    <message>
        <source>this is today</source>
        <translation>das ist heute</translation>
    </message>
    <message>
        <source>Booked here on this day, by the clock of this house</source>
        <translation>An diesem Tag hier gebucht, nach der Uhr dieses Hauses</translation>
    </message>
    <message numerus="yes">
        <source>%n more note(s), see the journal</source>
        <translation>
            <numerusform>%n weiterer Hinweis, siehe Journal</numerusform>
            <numerusform>%n weitere Hinweise, siehe Journal</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing booked</source>
        <translation>nichts gebucht</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Tagesbericht, %1</translation>
    </message>
    <message>
        <source>Key by exception</source>
        <translation>Schlüssel mit Ausnahme</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DeskComfort</name>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
    <message>
        <source>%1 has paid online</source>
        <translation>%1 hat online bezahlt</translation>
    </message>
    <message>
        <source>%1 · hook %2</source>
        <translation>%1 · Haken %2</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DeskFrame</name>
    <message>
        <source>SAMPLE DATA · nothing here is real, no key may leave by it</source>
        <translation>MUSTERDATEN · nichts hier ist echt, kein Schlüssel darf danach raus</translation>
    </message>
    <message>
        <source>TEST MODE OF THE PORTAL · its links take no real money, no key may leave by them</source>
        <translation>TESTBETRIEB DES PORTALS · seine Links nehmen kein echtes Geld an, kein Schlüssel darf danach hinaus</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DeskPages</name>
    <message>
        <source>An order was refused</source>
        <translation>Ein Auftrag wurde abgelehnt</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Report of the day</source>
        <translation>Tagesbericht</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>Bericht gespeichert</translation>
    </message>
    <message>
        <source>File form kept</source>
        <translation>Dateiform gespeichert</translation>
    </message>
    <message>
        <source>File form deleted</source>
        <translation>Dateiform gelöscht</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DetailPanel</name>
    <message>
        <source>Here you see at once whether the key may be handed over.</source>
        <translation>Hier steht gleich, ob der Schlüssel herausgegeben werden darf.</translation>
    </message>
    <message>
        <source>As of %1 · %2</source>
        <translation>Stand %1 · %2</translation>
    </message>
    <message>
        <source>As of %1, %2 · %3</source>
        <translation>Stand %1, %2 · %3</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>Dokument: %1</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Put right …</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <source>To confirm: %1</source>
        <translation>Zu bestätigen: %1</translation>
    </message>
    <message>
        <source>%1 · %2 pays</source>
        <comment>keeper · payer</comment>
        <translation>%1 · %2 zahlt</translation>
    </message>
    <message>
        <source>%1 · also %2</source>
        <comment>vehicle · other plates</comment>
        <translation>%1 · auch %2</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Backups, the log, and a report for support</source>
        <translation>Sicherungen, Protokoll und Bericht für den Support</translation>
    </message>
    <message>
        <source>Connections and self-tests</source>
        <translation>Verbindungen und Selbsttests</translation>
    </message>
    <message>
        <source>Report for support …</source>
        <translation>Bericht für den Support …</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DocumentSheet</name>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Document of the invoice</source>
        <translation>Dokument der Rechnung</translation>
    </message>
    <message>
        <source>Picture of the page the invoice was typed in from</source>
        <translation>Bild der Seite, von der die Rechnung abgetippt wurde</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>this is the first page</source>
        <translation>das ist die erste Seite</translation>
    </message>
    <message>
        <source>this is the last page</source>
        <translation>das ist die letzte Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>tresen::ui::DropZone</name>
    <message>
        <source>Drop invoices here</source>
        <translation>Rechnungen hier ablegen</translation>
    </message>
    <message>
        <source>Files are being read in …</source>
        <translation>Dateien werden eingelesen …</translation>
    </message>
    <message>
        <source>XML, PDF, tables (CSV, DATEV), orders (JSON) or photos; files or folders, anywhere on the window. Ctrl+V takes what was copied</source>
        <translation>XML, PDF, Tabellen (CSV, DATEV), Aufträge (JSON) oder Fotos; Dateien oder Ordner, überall auf dem Fenster. Strg+V nimmt Kopiertes</translation>
    </message>
</context>
<context>
    <name>tresen::ui::EntrySheet</name>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>Amount to pay, VAT included</source>
        <translation>Zu zahlender Betrag, brutto</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Rechnungsdatum</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>Zahlbar bis</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>VIN, 17 characters</source>
        <translation>Fahrgestellnummer, 17 Zeichen</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Beleg öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it like this</source>
        <translation>So übernehmen</translation>
    </message>
    <message>
        <source>Type in an invoice</source>
        <translation>Rechnung eintippen</translation>
    </message>
    <message>
        <source>Put an invoice right</source>
        <translation>Rechnung berichtigen</translation>
    </message>
    <message>
        <source>The file holds no data that can be read. What its pages seem to say is filled in: compare it with the paper.</source>
        <translation>Die Datei enthält keine lesbaren Daten. Was auf ihren Seiten zu stehen scheint, ist eingetragen: Bitte mit dem Papier vergleichen.</translation>
    </message>
    <message>
        <source>Number, date and amount stay as the file says them; everything else can be put right.</source>
        <translation>Nummer, Datum und Betrag bleiben, wie die Datei sie nennt; alles andere lässt sich berichtigen.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Stands in the file. If it is wrong, the workshop system has to issue it anew.</source>
        <translation>Steht so in der Datei. Ist es falsch, muss das Werkstattsystem die Rechnung neu ausstellen.</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>es fehlt noch etwas</translation>
    </message>
    <message>
        <source>from paper</source>
        <translation>vom Papier</translation>
    </message>
    <message>
        <source>Type in what stands on the paper. Keep it: the program has no picture of it.</source>
        <translation>Geben Sie ein, was auf dem Papier steht, und bewahren Sie es auf: Das Programm hat kein Bild davon.</translation>
    </message>
    <message>
        <source>The row was refused. What could be read of it is filled in: complete it from the paper.</source>
        <translation>Die Zeile wurde abgelehnt. Was sich lesen ließ, ist eingetragen: Bitte nach dem Papier ergänzen.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::FilterNameSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Diese Ansicht merken</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>It stands in the menu of the view, at this desk.</source>
        <translation>Sie steht dann an dieser Theke im Menü der Ansicht.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::FiltersSheet</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gemerkte Ansichten</translation>
    </message>
    <message numerus="yes">
        <source>Of this desk; the first %n have a key</source>
        <translation>
            <numerusform>An dieser Theke; die erste hat eine Taste</numerusform>
            <numerusform>An dieser Theke; die ersten %n haben eine Taste</numerusform>
        </translation>
    </message>
    <message>
        <source>type another name</source>
        <translation>anderen Namen eingeben</translation>
    </message>
    <message>
        <source>Name of the chosen view</source>
        <translation>Name der gewählten Ansicht</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>choose a view</source>
        <translation>eine Ansicht wählen</translation>
    </message>
    <message>
        <source>it is the first</source>
        <translation>sie ist die erste</translation>
    </message>
    <message>
        <source>it is the last</source>
        <translation>sie ist die letzte</translation>
    </message>
    <message>
        <source>None is saved</source>
        <translation>Keine ist gemerkt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::FlagEditor</name>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
</context>
<context>
    <name>tresen::ui::FolderEditor</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Name the whole path, from the root</source>
        <translation>Den ganzen Pfad angeben, ab dem Anfang</translation>
    </message>
</context>
<context>
    <name>tresen::ui::GuideSheets</name>
    <message>
        <source>Keys of the desk</source>
        <translation>Tasten an der Theke</translation>
    </message>
    <message>
        <source>The first set-up is finished</source>
        <translation>Die Ersteinrichtung ist fertig</translation>
    </message>
    <message>
        <source>Portal and mail: page Settings</source>
        <translation>Portal und E-Mail: Seite Optionen</translation>
    </message>
    <message>
        <source>The first set-up waits</source>
        <translation>Die Ersteinrichtung wartet</translation>
    </message>
    <message>
        <source>Settings, First set-up: it goes on where it was</source>
        <translation>Optionen, Ersteinrichtung: Es geht dort weiter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HandoverSheet</name>
    <message>
        <source>All invoices of this vehicle</source>
        <translation>Alle Rechnungen dieses Fahrzeugs</translation>
    </message>
    <message>
        <source>Rule: first the money, then the key</source>
        <translation>Regel: Erst bezahlen, dann Schlüssel</translation>
    </message>
    <message>
        <source>Regular customer, pays by tomorrow</source>
        <translation>Stammkundin, zahlt bis morgen</translation>
    </message>
    <message>
        <source>Company or leasing firm pays later</source>
        <translation>Firma oder Leasing zahlt nach</translation>
    </message>
    <message>
        <source>Portal disturbed, proof of payment seen</source>
        <translation>Portal gestört, Zahlungsbeleg gesehen</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Approve an exception</source>
        <translation>Ausnahme freigeben</translation>
    </message>
    <message>
        <source>Stands in the day&apos;s report with name and reason.</source>
        <translation>Steht im Tagesbericht mit Name und Grund.</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>Identity seen</source>
        <translation>Ausweis gesehen</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Warum kommt er zurück?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>hook %1</source>
        <translation>Haken %1</translation>
    </message>
    <message>
        <source>Hand over the key</source>
        <translation>Schlüssel übergeben</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>The portal is being asked</source>
        <translation>Das Portal wird gefragt</translation>
    </message>
    <message>
        <source>Key stays here</source>
        <translation>Schlüssel bleibt hier</translation>
    </message>
    <message>
        <source>It could not be checked</source>
        <translation>Es ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>Hook %1</source>
        <translation>Haken %1</translation>
    </message>
    <message>
        <source>Checking the rules</source>
        <translation>Regeln werden geprüft</translation>
    </message>
    <message>
        <source>What lives at the portal is fetched once more before any key goes.</source>
        <translation>Was beim Portal liegt, wird noch einmal geholt, bevor ein Schlüssel geht.</translation>
    </message>
    <message>
        <source>Take the key back</source>
        <translation>Schlüssel zurücknehmen</translation>
    </message>
    <message>
        <source>It is with %1. A return is written down, the hand-over stays in the history.</source>
        <translation>Er ist bei %1. Die Rückgabe wird notiert, die Übergabe bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>No vehicle is known for this invoice, so there is no key to hand over.</source>
        <translation>Zu dieser Rechnung ist kein Fahrzeug bekannt, also gibt es keinen Schlüssel zu übergeben.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>It hangs on no hook.</source>
        <translation>Er hängt an keinem Haken.</translation>
    </message>
    <message>
        <source>Take it from the hook and write down who gets it.</source>
        <translation>Vom Haken nehmen und notieren, wer ihn bekommt.</translation>
    </message>
    <message>
        <source>Pay now</source>
        <translation>Jetzt bezahlen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>After that the key goes without approval.</source>
        <translation>Danach geht der Schlüssel ohne Freigabe.</translation>
    </message>
    <message>
        <source>The key goes as soon as it is clear.</source>
        <translation>Der Schlüssel geht, sobald es geklärt ist.</translation>
    </message>
    <message>
        <source>Is being written down</source>
        <translation>Wird gerade notiert</translation>
    </message>
    <message>
        <source>Key taken back</source>
        <translation>Schlüssel zurückgenommen</translation>
    </message>
    <message>
        <source>Hand over by approval</source>
        <translation>Mit Freigabe übergeben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Write down why</source>
        <translation>Bitte den Grund notieren</translation>
    </message>
    <message>
        <source>Who gets the key?</source>
        <translation>Wer bekommt den Schlüssel?</translation>
    </message>
    <message>
        <source>Choose a reason and write at least %1 characters</source>
        <translation>Einen Grund wählen und mindestens %1 Zeichen schreiben</translation>
    </message>
    <message>
        <source>On to the signature</source>
        <translation>Weiter zur Unterschrift</translation>
    </message>
    <message>
        <source>Type the pickup code</source>
        <translation>Abholcode eingeben</translation>
    </message>
    <message>
        <source>Sign, or say why not</source>
        <translation>Unterschreiben oder Grund nennen</translation>
    </message>
    <message>
        <source>nothing drawn</source>
        <translation>nichts gezeichnet</translation>
    </message>
    <message>
        <source>Somebody else collects, with a code</source>
        <translation>Jemand anderes holt ab, mit Code</translation>
    </message>
    <message>
        <source>Pickup code</source>
        <translation>Abholcode</translation>
    </message>
    <message>
        <source>Please sign: key received</source>
        <translation>Bitte unterschreiben: Schlüssel erhalten</translation>
    </message>
    <message>
        <source>Take back a stroke</source>
        <translation>Strich zurück</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Neu unterschreiben</translation>
    </message>
    <message>
        <source>No signature, because</source>
        <translation>Keine Unterschrift, weil</translation>
    </message>
    <message>
        <source>Print key tag</source>
        <translation>Anhänger drucken</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HealthBar</name>
    <message>
        <source>State of the connections</source>
        <translation>Zustand der Verbindungen</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>All ready</source>
        <translation>Alles bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n more ready</source>
        <translation>
            <numerusform>%n weitere bereit</numerusform>
            <numerusform>%n weitere bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::HealthPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>Alle versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n ready, no trouble</source>
        <translation>
            <numerusform>%n bereit, keine Störung</numerusform>
            <numerusform>%n bereit, keine Störung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) somebody</source>
        <translation>
            <numerusform>%n braucht jemanden</numerusform>
            <numerusform>%n brauchen jemanden</numerusform>
        </translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HealthWords</name>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Giving back</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Makes pay links and says what is paid</source>
        <translation>Macht Zahllinks und sagt, was bezahlt ist</translation>
    </message>
    <message>
        <source>Requests and confirmations to the owner</source>
        <translation>Anforderungen und Bestätigungen an den Halter</translation>
    </message>
    <message>
        <source>Folder of new invoices</source>
        <translation>Ordner der neuen Rechnungen</translation>
    </message>
    <message>
        <source>Paid invoices back to the workshop system</source>
        <translation>Bezahlte Rechnungen zurück an das Werkstattsystem</translation>
    </message>
    <message>
        <source>Sheets and receipts of this desk</source>
        <translation>Blätter und Belege dieser Theke</translation>
    </message>
    <message>
        <source>Everything that is booked</source>
        <translation>Alles, was gebucht ist</translation>
    </message>
    <message>
        <source>Notices of the portal, faster than asking</source>
        <translation>Meldungen des Portals, schneller als Nachfragen</translation>
    </message>
    <message>
        <source>untried</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) wait</source>
        <translation>
            <numerusform>%n Mail wartet</numerusform>
            <numerusform>%n Mails warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait</source>
        <translation>
            <numerusform>%n Auftrag wartet</numerusform>
            <numerusform>%n Aufträge warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) wait</source>
        <translation>
            <numerusform>%n Rechnung wartet</numerusform>
            <numerusform>%n Rechnungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried in vain</source>
        <translation>
            <numerusform>%n vergeblich versucht</numerusform>
            <numerusform>%n vergeblich versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>again at once</source>
        <translation>gleich wieder</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>wieder in %1 s</translation>
    </message>
    <message>
        <source>again in %1 min</source>
        <translation>wieder in %1 min</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>On a line of its own; one that types needs nothing here</source>
        <translation>Mit eigener Leitung; einer, der tippt, braucht hier nichts</translation>
    </message>
    <message>
        <source>Made every day and read again; trying makes one now</source>
        <translation>Täglich erstellt und wieder gelesen; ein Versuch erstellt jetzt eine</translation>
    </message>
    <message>
        <source>Room for what is booked</source>
        <translation>Platz für das Gebuchte</translation>
    </message>
    <message>
        <source>Date and time of this computer</source>
        <translation>Datum und Uhrzeit dieses Rechners</translation>
    </message>
    <message>
        <source>Where keys and passwords lie</source>
        <translation>Wo Schlüssel und Kennwörter liegen</translation>
    </message>
    <message>
        <source>A trial letter, its codes read back</source>
        <translation>Ein Probebrief, dessen Codes zurückgelesen werden</translation>
    </message>
    <message>
        <source>What this window is written with</source>
        <translation>Womit dieses Fenster geschrieben ist</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys and the way through the day</source>
        <translation>Tasten und der Weg durch den Tag</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The way through the day</source>
        <translation>So geht der Alltag</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>Karte drucken</translation>
    </message>
    <message>
        <source>Keys of the desk</source>
        <translation>Tasten an der Theke</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HelpWords</name>
    <message>
        <source>This card</source>
        <translation>Diese Karte</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back; clear what was typed</source>
        <translation>Zurück; Eingabe verwerfen</translation>
    </message>
    <message>
        <source>Invoices come in by themselves, or with F5 in the inbox. What is refused says why.</source>
        <translation>Rechnungen kommen von selbst oder mit F5 im Eingang. Was abgelehnt wird, sagt warum.</translation>
    </message>
    <message>
        <source>The board shows what is paid. Green means: looked up just now, not remembered.</source>
        <translation>Die Tafel zeigt, was bezahlt ist. Grün heißt: eben nachgesehen, nicht nur gemerkt.</translation>
    </message>
    <message>
        <source>F7 hands over the key and asks once more first. If something is missing, it says what.</source>
        <translation>F7 übergibt den Schlüssel und fragt vorher noch einmal nach. Fehlt etwas, steht da, was.</translation>
    </message>
    <message>
        <source>What is paid goes back to the workshop system with one click under “Give back”.</source>
        <translation>Was bezahlt ist, geht mit einem Klick unter „Rückgabe“ zurück ins Werkstattsystem.</translation>
    </message>
    <message>
        <source>Board, inbox</source>
        <translation>Tafel, Eingang</translation>
    </message>
    <message>
        <source>Give back, tasks</source>
        <translation>Rückgabe, Aufgaben</translation>
    </message>
    <message>
        <source>F6 makes the sheet with the codes, on paper or by mail. The customer pays by phone, at the counter or by transfer.</source>
        <translation>F6 macht das Blatt mit den Codes, auf Papier oder per Mail. Der Kunde zahlt mit dem Handy, an der Theke oder per Überweisung.</translation>
    </message>
    <message>
        <source>What needs somebody stands under “Tasks”: paid twice, a mail that did not arrive, a refund without an answer.</source>
        <translation>Was jemanden braucht, steht unter „Aufgaben“: doppelt bezahlt, eine Mail kam nicht an, eine Erstattung ohne Antwort.</translation>
    </message>
    <message>
        <source>Settings, messages</source>
        <translation>Optionen, Meldungen</translation>
    </message>
    <message>
        <source>First to last saved view</source>
        <translation>Erste bis letzte gemerkte Ansicht</translation>
    </message>
    <message>
        <source>Wall board; lock the desk</source>
        <translation>Wandtafel; Theke sperren</translation>
    </message>
    <message>
        <source>State of the connections, diagnostics</source>
        <translation>Zustand der Verbindungen, Diagnose</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HistorySheet</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Signature of who took the key</source>
        <translation>Unterschrift der Person, die den Schlüssel nahm</translation>
    </message>
</context>
<context>
    <name>tresen::ui::HookSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Haken</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Hang the key</source>
        <translation>Schlüssel aufhängen</translation>
    </message>
    <message>
        <source>Hook %1 is taken by %2</source>
        <translation>Haken %1 ist belegt: %2</translation>
    </message>
    <message>
        <source>Empty: the key hangs on no hook.</source>
        <translation>Leer: Der Schlüssel hängt an keinem Haken.</translation>
    </message>
    <message>
        <source>As it is written on the board.</source>
        <translation>Wie es am Schlüsselbrett steht.</translation>
    </message>
    <message>
        <source>Take it off the hook</source>
        <translation>Vom Haken nehmen</translation>
    </message>
    <message>
        <source>Hang it on hook %1</source>
        <translation>An Haken %1 hängen</translation>
    </message>
    <message>
        <source>Is being written down</source>
        <translation>Wird gerade notiert</translation>
    </message>
    <message>
        <source>It hangs there already</source>
        <translation>Er hängt schon dort</translation>
    </message>
    <message>
        <source>This hook is taken</source>
        <translation>Dieser Haken ist belegt</translation>
    </message>
    <message>
        <source>Print key tag</source>
        <translation>Anhänger drucken</translation>
    </message>
    <message>
        <source>Hang it first</source>
        <translation>erst aufhängen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::IbanEditor</name>
    <message>
        <source>The check digits fit</source>
        <translation>Die Prüfziffern stimmen</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to go</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message>
        <source>The check digits do not fit</source>
        <translation>Die Prüfziffern stimmen nicht</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ImportSheet</name>
    <message>
        <source>Also what belongs to one desk only</source>
        <translation>Auch, was nur zu einer Theke gehört</translation>
    </message>
    <message>
        <source>%1 · at this desk only</source>
        <translation>%1 · nur an dieser Theke</translation>
    </message>
    <message>
        <source>Take these settings over?</source>
        <translation>Diese Einstellungen übernehmen?</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message numerus="yes">
        <source>An account is among them. Why? At least %n character(s)</source>
        <translation>
            <numerusform>Ein Konto ist dabei. Warum? Mindestens %n Zeichen</numerusform>
            <numerusform>Ein Konto ist dabei. Warum? Mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no value</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>a picture, %1</source>
        <translation>ein Bild, %1</translation>
    </message>
    <message numerus="yes">
        <source>a text of %n character(s)</source>
        <translation>
            <numerusform>ein Text von %n Zeichen</numerusform>
            <numerusform>ein Text von %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Own texts of the mails</source>
        <translation>Eigene Texte der E-Mails</translation>
    </message>
    <message>
        <source>Own description of the tables</source>
        <translation>Eigene Beschreibung der Tabellen</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>nichts würde sich ändern</translation>
    </message>
    <message>
        <source>the reason is too short</source>
        <translation>der Grund ist zu kurz</translation>
    </message>
    <message numerus="yes">
        <source>Change %n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung ändern</numerusform>
            <numerusform>%n Einstellungen ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Language, look, printer, ports</source>
        <translation>Sprache, Aussehen, Drucker, Ports</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>Gilt jetzt</translation>
    </message>
    <message>
        <source>Would hold</source>
        <translation>Würde gelten</translation>
    </message>
</context>
<context>
    <name>tresen::ui::IntakeModel</name>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Will not be taken over</source>
        <translation>Wird nicht übernommen</translation>
    </message>
    <message>
        <source>Will be taken over as typed in</source>
        <translation>Wird wie eingetippt übernommen</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>from paper</source>
        <translation>vom Papier</translation>
    </message>
</context>
<context>
    <name>tresen::ui::IntakePage</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Invoices of the workshop system are taken over here</source>
        <translation>Hier werden die Rechnungen des Werkstattsystems übernommen</translation>
    </message>
    <message>
        <source>Check only, store nothing</source>
        <translation>Nur prüfen, nichts speichern</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>neue Fassung</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>schon bekannt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Read the workshop&apos;s folder now</source>
        <translation>Quellordner jetzt einlesen</translation>
    </message>
    <message>
        <source>Progress of reading in</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Files of the last run</source>
        <translation>Dateien des letzten Laufs</translation>
    </message>
    <message>
        <source>Nothing read in yet</source>
        <translation>Noch nichts eingelesen</translation>
    </message>
    <message>
        <source>Every file is taken over whole or not at all. What is refused stands here with its reason and the way out.</source>
        <translation>Jede Datei wird ganz oder gar nicht übernommen. Was abgelehnt wird, steht hier mit Grund und Ausweg.</translation>
    </message>
    <message>
        <source>no folder is set up</source>
        <translation>kein Ordner eingestellt</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Looking for files …</source>
        <translation>Dateien werden gesucht …</translation>
    </message>
    <message>
        <source>%L1 of %L2 files. Each is taken over whole or not at all; you may leave this page and go on working.</source>
        <translation>%L1 von %L2 Dateien. Jede wird ganz oder gar nicht übernommen; Sie können die Seite verlassen und weiterarbeiten.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Run of %1 · %2 in %3</source>
        <translation>Lauf %1 · %2 in %3</translation>
    </message>
    <message>
        <source>Only checked, nothing stored · %1</source>
        <translation>Nur geprüft, nichts gespeichert · %1</translation>
    </message>
    <message>
        <source>Run of %1 · there was no file</source>
        <translation>Lauf %1 · es war keine Datei da</translation>
    </message>
    <message>
        <source>Choose invoices</source>
        <translation>Rechnungen wählen</translation>
    </message>
    <message>
        <source>Choose a folder of invoices</source>
        <translation>Ordner mit Rechnungen wählen</translation>
    </message>
    <message>
        <source>Put right …</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Take this run back</source>
        <translation>Einlesen zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>choose a row</source>
        <translation>eine Zeile wählen</translation>
    </message>
    <message>
        <source>nothing to put right</source>
        <translation>nichts zu berichtigen</translation>
    </message>
    <message>
        <source>Take it after all</source>
        <translation>Doch übernehmen</translation>
    </message>
    <message>
        <source>it would not be taken over</source>
        <translation>wird ohnehin nicht übernommen</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung übernehmen</numerusform>
            <numerusform>%n Rechnungen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to take over</source>
        <translation>nichts zu übernehmen</translation>
    </message>
    <message>
        <source>Taking the run back …</source>
        <translation>Das Einlesen wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Teach a file form …</source>
        <translation>Dateiform anlernen …</translation>
    </message>
    <message>
        <source>Invoices (*.xml *.pdf *.csv *.txt *.asc *.dat *.json *.XML *.PDF *.CSV *.TXT *.ASC *.DAT *.JSON);;Photos of invoices (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG);;All files (*)</source>
        <translation>Rechnungen (*.xml *.pdf *.csv *.txt *.asc *.dat *.json *.XML *.PDF *.CSV *.TXT *.ASC *.DAT *.JSON);;Fotos von Rechnungen (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Enter an invoice from paper …</source>
        <translation>Rechnung vom Papier eingeben …</translation>
    </message>
    <message>
        <source>Runs of the past days …</source>
        <translation>Läufe der letzten Tage …</translation>
    </message>
    <message numerus="yes">
        <source>Runs of the past days · %n refused …</source>
        <translation>
            <numerusform>Läufe der letzten Tage · %n abgelehnt …</numerusform>
            <numerusform>Läufe der letzten Tage · %n abgelehnt …</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over all that is not refused</source>
        <translation>Alles nicht Abgelehnte übernehmen</translation>
    </message>
    <message>
        <source>The list holds %L1 rows and this run has more, so single ones can be neither left out nor put right. Take over all that is not refused, or check the files in smaller folders.</source>
        <translation>Die Liste fasst %L1 Zeilen, dieser Lauf hat mehr. Einzelne Zeilen lassen sich daher weder auslassen noch berichtigen. Übernehmen Sie alles nicht Abgelehnte oder prüfen Sie die Dateien in kleineren Ordnern.</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows shown · what needs somebody first</source>
        <translation>%L1 von %L2 Zeilen gezeigt · Auffällige zuerst</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) · what needs somebody first</source>
        <translation>
            <numerusform>%n Zeile · Auffällige zuerst</numerusform>
            <numerusform>%n Zeilen · Auffällige zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>The workshop&apos;s folder waits while you only check: this desk takes nothing over from it. It goes on when you take the tick off, at the latest %n minute(s) after you last did something here.</source>
        <translation>
            <numerusform>Der Ordner der Werkstatt wartet, solange Sie nur prüfen: Dieser Platz übernimmt nichts daraus. Er macht weiter, wenn Sie das Häkchen entfernen, spätestens %n Minute, nachdem Sie hier zuletzt etwas getan haben.</numerusform>
            <numerusform>Der Ordner der Werkstatt wartet, solange Sie nur prüfen: Dieser Platz übernimmt nichts daraus. Er macht weiter, wenn Sie das Häkchen entfernen, spätestens %n Minuten, nachdem Sie hier zuletzt etwas getan haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking was left alone for %n minute(s) and is switched off: the workshop&apos;s folder is read again</source>
        <translation>
            <numerusform>Nur prüfen blieb %n Minute unbenutzt und ist ausgeschaltet: Der Ordner der Werkstatt wird wieder gelesen</numerusform>
            <numerusform>Nur prüfen blieb %n Minuten unbenutzt und ist ausgeschaltet: Der Ordner der Werkstatt wird wieder gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::IntakeWords</name>
    <message>
        <source>Ask the workshop for it as XML or ZUGFeRD</source>
        <translation>Als XML oder ZUGFeRD anfordern</translation>
    </message>
    <message>
        <source>Have it saved without a password</source>
        <translation>Ohne Kennwort speichern lassen</translation>
    </message>
    <message>
        <source>Have it exported once more</source>
        <translation>Noch einmal exportieren lassen</translation>
    </message>
    <message>
        <source>Have it exported without enclosures</source>
        <translation>Ohne Anlagen exportieren lassen</translation>
    </message>
    <message>
        <source>Choose the file itself, not a link to it</source>
        <translation>Die Datei selbst wählen, keine Verknüpfung</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the network drive</source>
        <translation>Ordner, Rechte und Netzlaufwerk prüfen</translation>
    </message>
    <message>
        <source>This is no e-invoice; ask for XRechnung or ZUGFeRD</source>
        <translation>Keine E-Rechnung; XRechnung oder ZUGFeRD anfordern</translation>
    </message>
    <message>
        <source>Have the invoice corrected in the workshop system</source>
        <translation>Rechnung im Werkstattsystem berichtigen lassen</translation>
    </message>
    <message>
        <source>Ask the workshop: the same number in another currency</source>
        <translation>In der Werkstatt fragen: gleiche Nummer, andere Währung</translation>
    </message>
    <message>
        <source>Ask the workshop: one invoice in two currencies</source>
        <translation>In der Werkstatt fragen: eine Rechnung in zwei Währungen</translation>
    </message>
    <message>
        <source>Do not open it; ask who sent it</source>
        <translation>Nicht öffnen; fragen, von wem sie kommt</translation>
    </message>
    <message>
        <source>Ask the workshop before anybody pays this invoice</source>
        <translation>In der Werkstatt fragen, bevor jemand sie bezahlt</translation>
    </message>
    <message>
        <source>The money goes to the account in the settings anyway</source>
        <translation>Das Geld geht ohnehin auf das Konto aus den Optionen</translation>
    </message>
    <message>
        <source>Compare the amount with the printed invoice</source>
        <translation>Betrag mit der gedruckten Rechnung vergleichen</translation>
    </message>
    <message>
        <source>Compare the tax with the printed invoice</source>
        <translation>Steuer mit der gedruckten Rechnung vergleichen</translation>
    </message>
    <message>
        <source>Compare the lines with the printed invoice</source>
        <translation>Positionen mit der gedruckten Rechnung vergleichen</translation>
    </message>
    <message>
        <source>Make the payment request anew</source>
        <translation>Anforderung neu erstellen</translation>
    </message>
    <message>
        <source>Only the newer invoice is to be paid</source>
        <translation>Nur die neuere Rechnung ist zu bezahlen</translation>
    </message>
    <message>
        <source>Its invoice is not here yet; read that in too</source>
        <translation>Ihre Rechnung fehlt noch; diese auch einlesen</translation>
    </message>
    <message>
        <source>Say which invoice it belongs to</source>
        <translation>Angeben, zu welcher Rechnung sie gehört</translation>
    </message>
    <message>
        <source>Nothing to do, the bank collects it</source>
        <translation>Nichts zu tun, die Bank zieht ein</translation>
    </message>
    <message>
        <source>Taken as euro</source>
        <translation>Als Euro übernommen</translation>
    </message>
    <message>
        <source>Only the first was taken; ask for the others singly</source>
        <translation>Nur die erste übernommen; die anderen einzeln anfordern</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Neue Fassung</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n more</source>
        <translation>
            <numerusform>%1 · %n weiterer</numerusform>
            <numerusform>%1 · %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Would be taken over</source>
        <translation>Würde übernommen</translation>
    </message>
    <message>
        <source>Is on the board</source>
        <translation>Steht auf der Tafel</translation>
    </message>
    <message>
        <source>Would replace the version before</source>
        <translation>Würde die vorige Fassung ersetzen</translation>
    </message>
    <message>
        <source>Replaces the version before</source>
        <translation>Ersetzt die vorige Fassung</translation>
    </message>
    <message>
        <source>Same content as before</source>
        <translation>Inhalt wie zuvor</translation>
    </message>
    <message>
        <source>Read it in again</source>
        <translation>Noch einmal einlesen</translation>
    </message>
    <message>
        <source>Compare it with the printed invoice</source>
        <translation>Mit der gedruckten Rechnung vergleichen</translation>
    </message>
    <message>
        <source>A request for the old amount no longer counts</source>
        <translation>Eine Anforderung der alten Fassung gilt nicht mehr</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Pay the rest back or set it off by hand</source>
        <translation>Den Rest auszahlen oder von Hand verrechnen</translation>
    </message>
    <message>
        <source>Do not open it; have it exported once more</source>
        <translation>Nicht öffnen; noch einmal exportieren lassen</translation>
    </message>
    <message>
        <source>Mend the refused ones and have it exported once more</source>
        <translation>Abgelehnte berichtigen und noch einmal ausgeben lassen</translation>
    </message>
    <message>
        <source>Choose how tables are read: settings, workshop system</source>
        <translation>In den Optionen wählen, wie Tabellen gelesen werden</translation>
    </message>
    <message>
        <source>Choose the code page in the description of the table</source>
        <translation>In der Beschreibung die Zeichenkodierung wählen</translation>
    </message>
    <message>
        <source>Ask the workshop which of the two is right</source>
        <translation>In der Werkstatt fragen, welche gilt</translation>
    </message>
    <message>
        <source>Nothing to pay; if it should count, have it exported without the mark</source>
        <translation>Nichts zu zahlen; soll sie gelten, ohne das Kennzeichen ausgeben lassen</translation>
    </message>
    <message>
        <source>Nothing is taken off; if it cancels an invoice, cancel that one here</source>
        <translation>Es wird nichts abgezogen; storniert sie eine Rechnung, diese hier stornieren</translation>
    </message>
    <message>
        <source>If it is valid, enter it by hand; a harmless column is set to “not used” in the file form</source>
        <translation>Gilt sie, von Hand eingeben; eine harmlose Spalte in der Dateiform auf „nicht benutzt“ setzen</translation>
    </message>
    <message>
        <source>Say in the description of the table what this column is</source>
        <translation>In der Beschreibung der Tabelle sagen, was diese Spalte ist</translation>
    </message>
    <message>
        <source>Send it again when it is no draft any more</source>
        <translation>Noch einmal senden, wenn es kein Entwurf mehr ist</translation>
    </message>
    <message>
        <source>invoice %1 of the file</source>
        <translation>%1. Rechnung der Datei</translation>
    </message>
    <message>
        <source>line %1</source>
        <comment>of a table</comment>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, %2, number %3</source>
        <comment>of a file of several invoices</comment>
        <translation>%1, %2, Nummer %3</translation>
    </message>
    <message>
        <source>%1 was not taken over.</source>
        <translation>%1 wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Put it right if a key hangs on it</source>
        <translation>Berichtigen, wenn ein Schlüssel daran hängt</translation>
    </message>
    <message>
        <source>Check it once more</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Name the files each of them reads: settings, own file forms</source>
        <translation>Geben Sie an, welche Dateien jede liest: Optionen, Eigene Dateiformen</translation>
    </message>
    <message>
        <source>Save it smaller, then type it in again</source>
        <translation>Kleiner speichern, dann noch einmal eingeben</translation>
    </message>
    <message>
        <source>Make room on the disk, then type it in again</source>
        <translation>Platz auf dem Datenträger schaffen, dann noch einmal eingeben</translation>
    </message>
    <message numerus="yes">
        <source>To confirm: %1 · %n more</source>
        <comment>found by rule</comment>
        <translation>
            <numerusform>Zu bestätigen: %1 · %n weitere Angabe</numerusform>
            <numerusform>Zu bestätigen: %1 · %n weitere Angaben</numerusform>
        </translation>
    </message>
    <message>
        <source>To confirm: %1</source>
        <comment>found by rule</comment>
        <translation>Zu bestätigen: %1</translation>
    </message>
    <message>
        <source>Ask the workshop whether it is cancelled</source>
        <translation>Fragen Sie die Werkstatt, ob sie storniert ist</translation>
    </message>
    <message>
        <source>Compare the number with the paper; search it on the board</source>
        <translation>Nummer mit dem Papier vergleichen; auf der Tafel danach suchen</translation>
    </message>
    <message>
        <source>Give the workshop system the token of the settings</source>
        <translation>Dem Werkstattsystem den Token aus den Optionen geben</translation>
    </message>
    <message>
        <source>Ask the maker of the workshop system; enter the invoice by hand meanwhile</source>
        <translation>Den Hersteller des Werkstattsystems fragen; die Rechnung solange von Hand eingeben</translation>
    </message>
    <message>
        <source>Unpack it, or save the table as CSV</source>
        <translation>Entpacken oder die Tabelle als CSV speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) taken back; read the files in again to have them here</source>
        <translation>
            <numerusform>%n Rechnung zurückgenommen; zum Übernehmen die Datei neu einlesen</numerusform>
            <numerusform>%n Rechnungen zurückgenommen; zum Übernehmen die Dateien neu einlesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put back to the version before</source>
        <translation>
            <numerusform>%n auf die Fassung davor zurückgesetzt</numerusform>
            <numerusform>%n auf die Fassung davor zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): %1</source>
        <translation>
            <numerusform>%n bleibt: %1</numerusform>
            <numerusform>%n bleiben: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>how invoices came in</comment>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>how invoices came in</comment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Door for orders</source>
        <comment>how invoices came in</comment>
        <translation>Auftragsannahme</translation>
    </message>
    <message>
        <source>Command</source>
        <comment>how invoices came in</comment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Have it sent with the date of the invoice or a key of its own</source>
        <translation>Mit Rechnungsdatum oder eigenem Schlüssel neu senden lassen</translation>
    </message>
    <message>
        <source>Release it on account, if you want that</source>
        <translation>Auf Rechnung freigeben, wenn Sie das wollen</translation>
    </message>
    <message>
        <source>Nothing to pay twice; compare the amounts</source>
        <translation>Nichts ist doppelt zu zahlen; vergleichen Sie die Beträge</translation>
    </message>
    <message>
        <source>Cancel one of the two before anybody pays</source>
        <translation>Stornieren Sie eines von beiden, bevor jemand zahlt</translation>
    </message>
    <message>
        <source>See whether one of the two is contained in the other</source>
        <translation>Prüfen Sie, ob die eine in der anderen enthalten ist</translation>
    </message>
    <message>
        <source>Teach the file form in the inbox</source>
        <translation>Im Eingang die Dateiform anlernen</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Unpack the ZIP file and take the invoice data (XML) out of it</source>
        <translation>Die ZIP-Datei entpacken und die Rechnungsdaten (XML) daraus nehmen</translation>
    </message>
    <message>
        <source>Export the outgoing invoices only</source>
        <translation>Nur die Ausgangsrechnungen ausgeben lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>3 invoices · 1 file</comment>
        <translation>%1 aus %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <comment>that invoices came from</comment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::InvoiceMenu</name>
    <message>
        <source>No longer on account …</source>
        <translation>Nicht mehr auf Rechnung …</translation>
    </message>
    <message>
        <source>Release on account …</source>
        <translation>Auf Rechnung freigeben …</translation>
    </message>
    <message>
        <source>Vehicle and payer …</source>
        <translation>Fahrzeug und Zahler …</translation>
    </message>
    <message>
        <source>Write a note …</source>
        <translation>Notiz schreiben …</translation>
    </message>
    <message>
        <source>Remind me …</source>
        <translation>Erinnern …</translation>
    </message>
    <message>
        <source>Reminder %1: %2 …</source>
        <translation>Erinnerung %1: %2 …</translation>
    </message>
    <message>
        <source>Hang key on a hook …</source>
        <translation>Schlüssel an Haken hängen …</translation>
    </message>
    <message>
        <source>Somebody else collects …</source>
        <translation>Jemand anderes holt ab …</translation>
    </message>
    <message>
        <source>Hand over the key of %1 …</source>
        <translation>Schlüssel von %1 übergeben …</translation>
    </message>
    <message>
        <source>Key of %1 came back</source>
        <translation>Schlüssel von %1 ist zurück</translation>
    </message>
    <message>
        <source>Hang the key of %1 on a hook …</source>
        <translation>Schlüssel von %1 an einen Haken hängen …</translation>
    </message>
    <message>
        <source>Print key tag …</source>
        <translation>Schlüsselanhänger drucken …</translation>
    </message>
    <message>
        <source>Print key tags of today …</source>
        <translation>Alle Schlüsselanhänger von heute drucken …</translation>
    </message>
    <message>
        <source>Key came back</source>
        <translation>Schlüssel zurückgenommen</translation>
    </message>
    <message>
        <source>Withdraw request …</source>
        <translation>Anforderung zurückziehen …</translation>
    </message>
    <message>
        <source>Print receipt %1 again …</source>
        <translation>Beleg %1 noch einmal drucken …</translation>
    </message>
    <message>
        <source>Money has been taken already …</source>
        <translation>Geld ist schon genommen …</translation>
    </message>
    <message>
        <source>Give money back …</source>
        <translation>Geld zurückgeben …</translation>
    </message>
    <message>
        <source>Not cancelled after all …</source>
        <translation>Doch nicht storniert …</translation>
    </message>
    <message>
        <source>Cancelled in the workshop system …</source>
        <translation>Im Werkstattsystem storniert …</translation>
    </message>
    <message>
        <source>Clear up the refund of %1 …</source>
        <translation>Erstattung von %1 klären …</translation>
    </message>
    <message>
        <source>Task: %1 …</source>
        <translation>Aufgabe: %1 …</translation>
    </message>
</context>
<context>
    <name>tresen::ui::KeyButton</name>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>Press the new key for: %1</source>
        <translation>Neue Taste drücken für: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::KeyMap</name>
    <message>
        <source>Help: the card of keys</source>
        <translation>Hilfe: die Karte der Tasten</translation>
    </message>
    <message>
        <source>Pay at the counter</source>
        <translation>An der Theke bezahlen</translation>
    </message>
    <message>
        <source>Search: plate, name, invoice, scan</source>
        <translation>Suchen: Kennzeichen, Name, Rechnung, Scan</translation>
    </message>
    <message>
        <source>Ask again; read in again</source>
        <translation>Nachfragen; neu einlesen</translation>
    </message>
    <message>
        <source>Payment request: mail, print</source>
        <translation>Zahlung anfordern: mailen, drucken</translation>
    </message>
    <message>
        <source>Hand over the key</source>
        <translation>Schlüssel übergeben</translation>
    </message>
    <message>
        <source>More for this invoice</source>
        <translation>Mehr zu dieser Rechnung</translation>
    </message>
    <message>
        <source>Wall board: which key may go</source>
        <translation>Wandtafel: welcher Schlüssel gehen darf</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>Drucken, was gezeigt wird</translation>
    </message>
    <message>
        <source>Messages: what was said</source>
        <translation>Meldungen: was gesagt wurde</translation>
    </message>
    <message>
        <source>While paying: cash</source>
        <translation>Beim Bezahlen: bar</translation>
    </message>
    <message>
        <source>While paying: card</source>
        <translation>Beim Bezahlen: Karte</translation>
    </message>
    <message>
        <source>In the inbox: put right</source>
        <translation>Im Eingang: berichtigen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>State of the connections</source>
        <translation>Zustand der Verbindungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Saved view %1</source>
        <translation>Gemerkte Ansicht %1</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>key</comment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <comment>key</comment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>That key already belongs to: %1</source>
        <translation>Diese Taste gehört schon zu: %1</translation>
    </message>
    <message>
        <source>Letters and digits are for typing: take an F key, or Ctrl or Alt with it</source>
        <translation>Buchstaben und Ziffern sind zum Schreiben da: Nehmen Sie eine F-Taste, oder Strg oder Alt dazu</translation>
    </message>
    <message>
        <source>A scanner begins with this key</source>
        <translation>Mit dieser Taste beginnt ein Scanner</translation>
    </message>
    <message>
        <source>This key has a meaning of its own everywhere</source>
        <translation>Diese Taste hat überall ihre eigene Bedeutung</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Theke sperren</translation>
    </message>
    <message>
        <source>Diagnostics: tests, backup, log</source>
        <translation>Diagnose: Prüfungen, Sicherung, Protokoll</translation>
    </message>
</context>
<context>
    <name>tresen::ui::KeySheets</name>
    <message>
        <source>Key handed over</source>
        <translation>Schlüssel übergeben</translation>
    </message>
    <message>
        <source>Key came back</source>
        <translation>Schlüssel zurückgenommen</translation>
    </message>
    <message>
        <source>Pickup code on its way</source>
        <translation>Abholcode ist unterwegs</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Pickup code</source>
        <translation>Abholcode</translation>
    </message>
    <message>
        <source>for the owner, valid until %1</source>
        <translation>für den Halter, gültig bis %1</translation>
    </message>
    <message>
        <source>Key tags</source>
        <translation>Schlüsselanhänger</translation>
    </message>
    <message numerus="yes">
        <source>%n key tag(s)</source>
        <translation>
            <numerusform>%n Anhänger</numerusform>
            <numerusform>%n Anhänger</numerusform>
        </translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Haken</translation>
    </message>
</context>
<context>
    <name>tresen::ui::KeysCard</name>
    <message>
        <source>All back to the usual keys</source>
        <translation>Alle auf die üblichen Tasten</translation>
    </message>
    <message>
        <source>Keys: every action and its key at this desk</source>
        <translation>Tasten: jede Aktion und ihre Taste an dieser Theke</translation>
    </message>
    <message>
        <source>Every action has its usual key again.</source>
        <translation>Jede Aktion hat wieder ihre übliche Taste.</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>Back to the usual key: %1</source>
        <translation>Zurück zur üblichen Taste: %1</translation>
    </message>
    <message>
        <source>%1: press the new key. Esc leaves it as it is.</source>
        <translation>%1: Drücken Sie die neue Taste. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>they are all as usual</source>
        <translation>alle sind wie üblich</translation>
    </message>
    <message>
        <source>Two actions never share a key. Enter, Esc, Tab and what one types cannot be taken.</source>
        <translation>Zwei Aktionen teilen sich nie eine Taste. Enter, Esc, Tab und was man schreibt, sind nicht zu haben.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::LanguagePage</name>
    <message>
        <source>Which language does this desk speak?</source>
        <translation>Welche Sprache spricht diese Theke?</translation>
    </message>
    <message>
        <source>Five questions, about four minutes. Every answer is kept at once, and whoever stops goes on at the same place. Letters and mails follow the customer&apos;s language, not this one.</source>
        <translation>Fünf Fragen, etwa vier Minuten. Jede Antwort ist sofort gespeichert, und wer aufhört, macht an derselben Stelle weiter. Briefe und E-Mails folgen der Sprache des Kunden, nicht dieser.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::LogModel</name>
    <message>
        <source>Trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>tresen::ui::LogPanel</name>
    <message>
        <source>Entries of the log</source>
        <translation>Einträge des Protokolls</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Notices and trouble</source>
        <translation>Hinweise und Störungen</translation>
    </message>
    <message>
        <source>Trouble only</source>
        <translation>Nur Störungen</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n</source>
        <translation>
            <numerusform>der neueste von %n</numerusform>
            <numerusform>die neuesten %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown, %2. Account numbers, addresses and keys are left out when it is written.</source>
        <translation>%1 gezeigt, %2. Kontonummern, Adressen und Schlüssel werden schon beim Schreiben weggelassen.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::LogoEditor</name>
    <message>
        <source>No logo</source>
        <translation>Kein Logo</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logo entfernen</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MailPart</name>
    <message>
        <source>Send by mail</source>
        <translation>Per Mail senden</translation>
    </message>
    <message>
        <source>Last mails</source>
        <translation>Letzte Mails</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>this is not a mail address</source>
        <translation>das ist keine Mailadresse</translation>
    </message>
    <message>
        <source>Mail address of the owner</source>
        <translation>Mailadresse des Kunden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MailRow</name>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send again to %1</source>
        <translation>Erneut an %1 senden</translation>
    </message>
    <message>
        <source>it is on its way</source>
        <translation>sie ist unterwegs</translation>
    </message>
    <message>
        <source>taken back before it left</source>
        <translation>zurückgenommen, bevor sie hinausging</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MailTestCard</name>
    <message>
        <source>Test mail</source>
        <translation>Testmail</translation>
    </message>
    <message>
        <source>Sends one mail at once, with what is set here, and says what the mail server answered.</source>
        <translation>Schickt sofort eine Mail mit dem, was hier eingestellt ist, und sagt, was der Mailserver geantwortet hat.</translation>
    </message>
    <message>
        <source>Send a test mail</source>
        <translation>Testmail senden</translation>
    </message>
    <message>
        <source>The mail server is being asked</source>
        <translation>Der Mailserver wird gefragt</translation>
    </message>
    <message>
        <source>Address for the test mail</source>
        <translation>Adresse für die Testmail</translation>
    </message>
    <message>
        <source>no mail server is entered</source>
        <translation>kein Mailserver eingetragen</translation>
    </message>
    <message>
        <source>no sender address is entered</source>
        <translation>keine Absenderadresse eingetragen</translation>
    </message>
    <message>
        <source>no address is entered</source>
        <translation>keine Adresse eingetragen</translation>
    </message>
    <message>
        <source>Test mail from Tresen</source>
        <translation>Testmail von Tresen</translation>
    </message>
    <message>
        <source>Test mail from %1</source>
        <translation>Testmail von %1</translation>
    </message>
    <message>
        <source>This mail was sent from the settings of Tresen to see whether mail works. Nothing has to be done with it.
</source>
        <translation>Diese Mail kommt aus den Optionen von Tresen und zeigt, ob der Mailversand geht. Es ist nichts damit zu tun.
</translation>
    </message>
    <message>
        <source>The mail server has taken the mail to %1</source>
        <translation>Der Mailserver hat die Mail an %1 angenommen</translation>
    </message>
    <message>
        <source>Look whether it arrives, and whether it lies among the unwanted ones.</source>
        <translation>Sehen Sie nach, ob sie ankommt, und ob sie im Spam liegt.</translation>
    </message>
    <message>
        <source>Its words: %1</source>
        <translation>Seine Worte: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MailTextsPart</name>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Last lines</source>
        <translation>Letzte Zeilen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Payment request</source>
        <translation>Zahlungsanforderung</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Refund notice</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Insert at the cursor:</source>
        <translation>An der Schreibmarke einfügen:</translation>
    </message>
    <message>
        <source>As it looks</source>
        <translation>So sieht sie aus</translation>
    </message>
    <message>
        <source>As plain text</source>
        <translation>Als reiner Text</translation>
    </message>
    <message>
        <source>The mail with made-up data</source>
        <translation>Die Mail mit erfundenen Daten</translation>
    </message>
    <message>
        <source>Insert: %1</source>
        <translation>Einfügen: %1</translation>
    </message>
    <message>
        <source>%1. Not saved.</source>
        <translation>%1. Nicht gespeichert.</translation>
    </message>
    <message>
        <source>The original text holds again</source>
        <translation>Der ursprüngliche Text gilt wieder</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile. What stands here is not saved yet.</source>
        <translation>Inzwischen an anderer Stelle geändert. Was hier steht, ist noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MainWindow</name>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The sample workshop cannot be opened</source>
        <translation>Der Musterbetrieb lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Please start Tresen with the option --profile and the name of an empty folder.</source>
        <translation>Bitte Tresen mit der Option --profile und dem Namen eines leeren Ordners starten.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Scanned: %1</source>
        <translation>Gescannt: %1</translation>
    </message>
    <message>
        <source>Finish or close this first</source>
        <translation>Bitte dies erst beenden oder schließen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>This page is not open to you</source>
        <translation>Diese Seite steht Ihnen nicht offen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ManualPage</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>No part of the manual holds these words.</source>
        <translation>Kein Teil des Handbuchs enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Manual: %1</source>
        <translation>Handbuch: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::MoneySheets</name>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>No printer, the receipt is kept as PDF</source>
        <translation>Kein Drucker, der Beleg wird als PDF aufgehoben</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>Es wurde nichts gedruckt</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Nichts zu drucken</translation>
    </message>
    <message>
        <source>It asks for nothing, and no money was taken here at the counter</source>
        <translation>Es ist nichts zu zahlen, und an der Theke wurde nichts eingenommen</translation>
    </message>
    <message>
        <source>%1, copy %2</source>
        <translation>%1, Kopie %2</translation>
    </message>
</context>
<context>
    <name>tresen::ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <translation>
            <numerusform>%1, %n neu</numerusform>
            <numerusform>%1, %n neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::NoteSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What should the colleagues know?</source>
        <translation>Was sollen die Kolleginnen und Kollegen wissen?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Stands in the history with your name, and cannot be changed.</source>
        <translation>Steht mit Ihrem Namen im Verlauf und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>Is being written down</source>
        <translation>Wird festgehalten</translation>
    </message>
    <message>
        <source>nothing typed</source>
        <translation>nichts eingegeben</translation>
    </message>
</context>
<context>
    <name>tresen::ui::NoticeModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a message</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>tresen::ui::NoticeSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show the invoice</source>
        <translation>Rechnung zeigen</translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation>Meldungen seit dem Start</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing has been said since the start</source>
        <translation>Seit dem Start gab es keine Meldung</translation>
    </message>
    <message numerus="yes">
        <source>The last %n since the start, newest first</source>
        <translation>
            <numerusform>Die letzte seit dem Start</numerusform>
            <numerusform>Die letzten %n seit dem Start, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a message</source>
        <translation>eine Meldung wählen</translation>
    </message>
    <message>
        <source>it is about no single invoice</source>
        <translation>sie betrifft keine einzelne Rechnung</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaperSheet</name>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Seite davor</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>This is the first page</source>
        <translation>Das ist die erste Seite</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>Das ist die letzte Seite</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentInput</name>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Notes add up. Digits write the amount.</source>
        <translation>Tippen zählt Scheine zusammen. Ziffern schreiben den Betrag.</translation>
    </message>
    <message>
        <source>Receipt number of the certified till</source>
        <translation>Belegnummer der Kasse</translation>
    </message>
    <message>
        <source>Cash needs the receipt of a till with a technical security device (§ 146a AO).</source>
        <translation>Bargeld braucht den Beleg einer Kasse mit TSE (§&#xa0;146a AO).</translation>
    </message>
    <message>
        <source>Enter the amount at the terminal, wait for its answer, then write down the number of its receipt. A click proves nothing: without the terminal&apos;s receipt no money has come.</source>
        <translation>Betrag am Terminal eingeben, die Antwort abwarten, dann die Nummer des Belegs eintragen. Ein Klick beweist nichts: Ohne Beleg des Terminals ist kein Geld da.</translation>
    </message>
    <message>
        <source>Receipt number of the terminal</source>
        <translation>Belegnummer des Terminals</translation>
    </message>
    <message>
        <source>Stands on the slip, mostly behind &quot;receipt no.&quot;</source>
        <translation>Steht auf dem Beleg, meist hinter „Beleg-Nr.“</translation>
    </message>
    <message>
        <source>Book only what can be seen on the workshop&apos;s account. A transfer shown on a phone has not arrived yet.</source>
        <translation>Nur buchen, was auf dem Konto der Werkstatt zu sehen ist. Eine Überweisung auf dem Handy ist noch nicht angekommen.</translation>
    </message>
    <message>
        <source>Seen on the account on</source>
        <translation>Auf dem Konto gesehen am</translation>
    </message>
    <message>
        <source>Number or text of the transfer</source>
        <translation>Nummer oder Text der Überweisung</translation>
    </message>
    <message>
        <source>Both may stay empty.</source>
        <translation>Beides darf leer bleiben.</translation>
    </message>
    <message>
        <source>Exactly %1</source>
        <translation>Passend %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentNotice</name>
    <message>
        <source>What has been taken is booked all the same. What of it is too much becomes a task: to be given back.</source>
        <translation>Was genommen ist, wird trotzdem gebucht. Was davon zu viel ist, steht dann als Aufgabe da und ist zurückzugeben.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentResult</name>
    <message>
        <source>Receipt number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>The invoice is settled.</source>
        <translation>Die Rechnung ist bezahlt.</translation>
    </message>
    <message>
        <source>%1 are still open.</source>
        <translation>%1 sind noch offen.</translation>
    </message>
    <message>
        <source>The money is booked, only the receipt could not be made: %1</source>
        <translation>Das Geld ist gebucht, nur der Beleg ließ sich nicht erstellen: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>nothing to give back</source>
        <translation>nichts herauszugeben</translation>
    </message>
    <message>
        <source>%1 are too much. A task asks to give them back.</source>
        <translation>%1 sind zu viel. Eine Aufgabe fordert die Rückgabe.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentSheet</name>
    <message>
        <source>No, enter it again</source>
        <translation>Nein, neu eingeben</translation>
    </message>
    <message>
        <source>Yes, %1 were given</source>
        <translation>Ja, %1 gegeben</translation>
    </message>
    <message>
        <source>One slip for several invoices</source>
        <translation>Ein Beleg für mehrere Rechnungen</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Beleg drucken</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>hook %1</source>
        <translation>Haken %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Asking the portal …</source>
        <translation>Portal wird gefragt …</translation>
    </message>
    <message>
        <source>%1 have just been paid otherwise</source>
        <translation>%1 wurden gerade anders bezahlt</translation>
    </message>
    <message>
        <source>Booked without the portal&apos;s answer: an online payment may still come and becomes a task.</source>
        <translation>Ohne Antwort des Portals: Eine Online-Zahlung kann noch kommen und wird dann eine Aufgabe.</translation>
    </message>
    <message>
        <source>The portal does not answer. As of %1.</source>
        <translation>Das Portal antwortet nicht. Stand %1.</translation>
    </message>
    <message>
        <source>This payment is booked already</source>
        <translation>Diese Zahlung ist schon gebucht</translation>
    </message>
    <message>
        <source>It was not booked a second time.</source>
        <translation>Sie wurde nicht noch einmal gebucht.</translation>
    </message>
    <message>
        <source>Just paid online</source>
        <translation>Gerade online bezahlt</translation>
    </message>
    <message>
        <source>Take no money for this invoice.</source>
        <translation>Für diese Rechnung kein Geld annehmen.</translation>
    </message>
    <message>
        <source>Nothing is open any more</source>
        <translation>Es ist nichts mehr offen</translation>
    </message>
    <message>
        <source>Give back what has been handed over: %1</source>
        <translation>Schon angenommenes Geld zurückgeben: %1</translation>
    </message>
    <message>
        <source>Another desk is taking this payment</source>
        <translation>Eine andere Theke kassiert gerade</translation>
    </message>
    <message>
        <source>%1 has this invoice open for payment. As soon as it is closed there, it goes on here.</source>
        <translation>%1 hat diese Rechnung zum Bezahlen geöffnet. Sobald sie dort geschlossen wird, geht es hier weiter.</translation>
    </message>
    <message>
        <source>Unclear whether it was paid online</source>
        <translation>Unklar, ob online bezahlt wurde</translation>
    </message>
    <message>
        <source>The portal has not answered. Ask again before any money is taken.</source>
        <translation>Das Portal hat nicht geantwortet. Erst nachfragen, dann Geld annehmen.</translation>
    </message>
    <message>
        <source>The customer is paying online just now</source>
        <translation>Der Kunde zahlt gerade online</translation>
    </message>
    <message>
        <source>Wait for the portal&apos;s answer; otherwise the customer may pay twice.</source>
        <translation>Bitte die Antwort des Portals abwarten, sonst zahlt der Kunde vielleicht doppelt.</translation>
    </message>
    <message>
        <source>The portal does not answer</source>
        <translation>Das Portal antwortet nicht</translation>
    </message>
    <message>
        <source>The payment link could not be closed, so it could still be paid. Nothing has been booked yet. Try again, or book with a reason.</source>
        <translation>Der Zahlungslink ließ sich nicht schließen und könnte noch bezahlt werden. Gebucht ist noch nichts. Noch einmal versuchen oder mit Begründung buchen.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>Wartet seit %1 s</translation>
    </message>
    <message>
        <source>that is long: look at the customer&apos;s phone</source>
        <translation>das ist lange: auf dem Handy des Kunden nachsehen</translation>
    </message>
    <message>
        <source>Customer has broken it off on the phone</source>
        <translation>Kunde hat am Handy abgebrochen</translation>
    </message>
    <message>
        <source>Portal disturbed, no payment seen by the customer</source>
        <translation>Portal gestört, beim Kunden keine Zahlung zu sehen</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Take money anyway</source>
        <translation>Trotzdem kassieren</translation>
    </message>
    <message>
        <source>If the online payment comes after all, it becomes a task.</source>
        <translation>Kommt die Online-Zahlung doch noch, wird sie eine Aufgabe.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The portal is being asked first</source>
        <translation>Erst wird das Portal gefragt</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Booking …</source>
        <translation>Wird gebucht …</translation>
    </message>
    <message>
        <source>Is being booked</source>
        <translation>Wird gerade gebucht</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <source>There is no receipt</source>
        <translation>Es gibt keinen Beleg</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Take the rest, %1</source>
        <translation>Rest kassieren, %1</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Book %1 anyway</source>
        <translation>%1 trotzdem buchen</translation>
    </message>
    <message>
        <source>Choose a reason and write at least %1 characters</source>
        <translation>Einen Grund wählen und mindestens %1 Zeichen schreiben</translation>
    </message>
    <message>
        <source>Paid by %1. Take no money for this invoice.</source>
        <translation>Bezahlt mit %1. Für diese Rechnung kein Geld annehmen.</translation>
    </message>
    <message>
        <source>This document asks for no money</source>
        <translation>Dieser Beleg verlangt kein Geld</translation>
    </message>
    <message>
        <source>Less is open by now</source>
        <translation>Inzwischen ist weniger offen</translation>
    </message>
    <message>
        <source>Money has been taken already</source>
        <translation>Geld ist schon genommen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentSide</name>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Open after booking</source>
        <translation>Rest nach Buchung</translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation>Betrag dieses Teils</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Anderer Betrag</translation>
    </message>
    <message>
        <source>The whole amount</source>
        <translation>Ganzer Betrag</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier payment(s)</source>
        <translation>
            <numerusform>%n frühere Zahlung</numerusform>
            <numerusform>%n frühere Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>taken back %1</source>
        <translation>zurück %1</translation>
    </message>
    <message>
        <source>booked %1</source>
        <translation>gebucht %1</translation>
    </message>
    <message>
        <source>confirmed %1</source>
        <translation>bestätigt %1</translation>
    </message>
    <message>
        <source>is booked now</source>
        <translation>wird jetzt gebucht</translation>
    </message>
    <message>
        <source>To enter at the terminal</source>
        <translation>Am Terminal eingeben</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Es fehlen noch</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>passend</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentWords</name>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>%1 given and %2 to hand out: is that right?</source>
        <translation>%1 gegeben und %2 herauszugeben: Stimmt das?</translation>
    </message>
    <message>
        <source>Enter the amount of this part</source>
        <translation>Betrag dieses Teils eingeben</translation>
    </message>
    <message>
        <source>Only %1 is open</source>
        <translation>Offen sind nur %1</translation>
    </message>
    <message>
        <source>Enter what the customer gives</source>
        <translation>Eingeben, was der Kunde gibt</translation>
    </message>
    <message>
        <source>%1 too little given</source>
        <translation>%1 zu wenig gegeben</translation>
    </message>
    <message>
        <source>Enter the number of the terminal&apos;s receipt</source>
        <translation>Belegnummer des Terminals eingeben</translation>
    </message>
    <message>
        <source>Enter the number of the till&apos;s receipt</source>
        <translation>Belegnummer der Kasse eingeben</translation>
    </message>
    <message>
        <source>Cash</source>
        <comment>way to pay</comment>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <comment>way to pay</comment>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <comment>way to pay</comment>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>Book %1 in cash</source>
        <translation>%1 bar buchen</translation>
    </message>
    <message>
        <source>Book %1 by card</source>
        <translation>%1 mit Karte buchen</translation>
    </message>
    <message>
        <source>Book %1 as transfer</source>
        <translation>%1 als Überweisung buchen</translation>
    </message>
    <message>
        <source>%1 booked in cash</source>
        <translation>%1 bar gebucht</translation>
    </message>
    <message>
        <source>%1 booked by card</source>
        <translation>%1 mit Karte gebucht</translation>
    </message>
    <message>
        <source>%1 booked as transfer</source>
        <translation>%1 als Überweisung gebucht</translation>
    </message>
    <message>
        <source>Online, %1</source>
        <translation>Online, %1</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Charged back</source>
        <translation>Rückbuchung</translation>
    </message>
    <message>
        <source>Chargeback withdrawn</source>
        <translation>Rückbuchung zurückgenommen</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Ausgebucht</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Refund came back</source>
        <translation>Erstattung zurückgekommen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PdfPrinter</name>
    <message>
        <source>The printer does not take the sheet. It is kept; try again or save it as PDF.</source>
        <translation>Der Drucker nimmt das Blatt nicht an. Es ist aufgehoben; bitte noch einmal versuchen oder als PDF speichern.</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <translation>An den Drucker gegeben.</translation>
    </message>
    <message>
        <source>Is being handed to the printer …</source>
        <translation>Wird an den Drucker gegeben …</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PeerRow</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Set up …</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <source>Try now: %1</source>
        <translation>Jetzt versuchen: %1</translation>
    </message>
    <message>
        <source>Set up: %1</source>
        <translation>Einrichten: %1</translation>
    </message>
    <message>
        <source>is being tried …</source>
        <translation>wird versucht …</translation>
    </message>
    <message>
        <source>Answered %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>No answer since the start</source>
        <translation>Keine Antwort seit dem Start</translation>
    </message>
    <message>
        <source>Last trouble %1: %2</source>
        <translation>Letzte Störung %1: %2</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PeopleCard</name>
    <message>
        <source>Add a person …</source>
        <translation>Person hinzufügen …</translation>
    </message>
    <message>
        <source>%1 · works here no more</source>
        <translation>%1 · arbeitet nicht mehr hier</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>Nobody has to sign in</source>
        <translation>Niemand muss sich anmelden</translation>
    </message>
    <message>
        <source>Everybody signs in with a PIN; what somebody may do depends on the role. Who has left is switched off, never removed: the name stands beside what was booked.</source>
        <translation>Alle melden sich mit einer PIN an; was jemand darf, hängt von der Rolle ab. Wer gegangen ist, wird abgeschaltet, nie gelöscht: Der Name steht bei dem, was gebucht wurde.</translation>
    </message>
    <message>
        <source>As long as nobody is entered here, everything is open to whoever sits at a desk. The first person entered is a manager and may do everything; from then on the desk asks for a PIN.</source>
        <translation>Solange hier niemand eingetragen ist, steht an jeder Theke alles offen. Die erste Person ist Leitung und darf alles; ab dann fragt die Theke nach einer PIN.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PeopleDoor</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>The PIN is changed</source>
        <translation>Die PIN ist geändert</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PeopleWords</name>
    <message>
        <source>Service advisor</source>
        <translation>Serviceberatung</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Bookkeeper</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Takes invoices in, requests, takes money, hands keys over</source>
        <translation>Nimmt Rechnungen auf, fordert an, nimmt Geld an, gibt Schlüssel heraus</translation>
    </message>
    <message>
        <source>As the service advisor; also gives money back and sees the reports</source>
        <translation>Wie die Serviceberatung; gibt außerdem Geld zurück und sieht die Auswertungen</translation>
    </message>
    <message>
        <source>May do everything</source>
        <translation>Darf alles</translation>
    </message>
    <message>
        <source>Requests, gives money back, corrects amounts, confirms the bank account, sees the reports</source>
        <translation>Fordert an, gibt Geld zurück, korrigiert Beträge, bestätigt das Bankkonto, sieht die Auswertungen</translation>
    </message>
    <message>
        <source>work here</source>
        <translation>hier arbeiten</translation>
    </message>
    <message>
        <source>take invoices in</source>
        <translation>Rechnungen aufnehmen</translation>
    </message>
    <message>
        <source>request payments</source>
        <translation>Zahlungen anfordern</translation>
    </message>
    <message>
        <source>take money</source>
        <translation>Geld annehmen</translation>
    </message>
    <message>
        <source>give money back</source>
        <translation>Geld zurückgeben</translation>
    </message>
    <message>
        <source>hand keys over</source>
        <translation>Schlüssel herausgeben</translation>
    </message>
    <message>
        <source>let a key go against the rules</source>
        <translation>einen Schlüssel gegen die Regeln herausgeben</translation>
    </message>
    <message>
        <source>change amounts</source>
        <translation>Beträge ändern</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>change the bank account</source>
        <translation>das Bankkonto ändern</translation>
    </message>
    <message>
        <source>see the reports</source>
        <translation>Auswertungen sehen</translation>
    </message>
    <message>
        <source>manage users</source>
        <translation>Benutzer verwalten</translation>
    </message>
    <message>
        <source>nobody has signed in</source>
        <translation>niemand ist angemeldet</translation>
    </message>
    <message>
        <source>this user is switched off</source>
        <translation>dieser Benutzer ist abgeschaltet</translation>
    </message>
    <message>
        <source>your role may not %1</source>
        <comment>%1: take money</comment>
        <translation>Ihre Rolle erlaubt das nicht: %1</translation>
    </message>
    <message>
        <source>cancel invoices</source>
        <translation>Rechnungen stornieren</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PersonSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>The first one has to be a manager</source>
        <translation>Die erste Person muss Leitung sein</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>PIN, %1 to %2 digits</source>
        <translation>PIN, %1 bis %2 Ziffern</translation>
    </message>
    <message>
        <source>New PIN; empty: it stays as it is</source>
        <translation>Neue PIN; leer: sie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>Meine PIN ändern</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>der Name fehlt</translation>
    </message>
    <message>
        <source>the PIN is missing</source>
        <translation>die PIN fehlt</translation>
    </message>
    <message>
        <source>the two PINs differ</source>
        <translation>die beiden PINs sind verschieden</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <translation>nichts ist geändert</translation>
    </message>
    <message>
        <source>Works here again</source>
        <translation>Arbeitet wieder hier</translation>
    </message>
    <message>
        <source>Works here no more</source>
        <translation>Arbeitet nicht mehr hier</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PickupSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Print for the owner</source>
        <translation>Für den Halter drucken</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>Per E-Mail senden</translation>
    </message>
    <message>
        <source>Somebody else collects</source>
        <translation>Jemand anderes holt ab</translation>
    </message>
    <message>
        <source>The owner gets a code of six digits. Whoever names it may take the key once the money is in order. It is valid for seven days and once; a new one replaces it.</source>
        <translation>Der Halter bekommt einen Code aus sechs Ziffern. Wer ihn nennt, darf den Schlüssel mitnehmen, sobald das Geld stimmt. Er gilt sieben Tage und einmal; ein neuer ersetzt ihn.</translation>
    </message>
    <message>
        <source>Mail address of the owner</source>
        <translation>E-Mail-Adresse des Halters</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>no mail address</source>
        <translation>keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>no mail server is set up</source>
        <translation>kein Mailserver eingerichtet</translation>
    </message>
    <message>
        <source>The desk shows the digits to nobody afterwards and keeps none of them.</source>
        <translation>Diese Theke zeigt die Ziffern danach niemandem mehr und behält keine davon.</translation>
    </message>
    <message>
        <source>A mail with them lies readable in the folder of this desk until it has left, for seven days at most.</source>
        <translation>Eine Mail mit ihnen liegt bis zum Versand lesbar im Ordner dieses Tresens, höchstens sieben Tage.</translation>
    </message>
    <message>
        <source>No mail server is set up: the code can only be printed.</source>
        <translation>Kein Mailserver eingerichtet: Der Code lässt sich nur drucken.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Clear the PIN</source>
        <translation>PIN löschen</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PinSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change my PIN …</source>
        <translation>Meine PIN ändern …</translation>
    </message>
    <message>
        <source>This desk is locked</source>
        <translation>Diese Theke ist gesperrt</translation>
    </message>
    <message>
        <source>Choose your name and type your PIN</source>
        <translation>Wählen Sie Ihren Namen und tippen Sie Ihre PIN</translation>
    </message>
    <message>
        <source>Who works here now?</source>
        <translation>Wer arbeitet jetzt hier?</translation>
    </message>
    <message>
        <source>A second person has to agree</source>
        <translation>Eine zweite Person muss zustimmen</translation>
    </message>
    <message>
        <source>To this once: %1</source>
        <translation>Nur dieses eine Mal: %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Nächster Versuch in %n Sekunde.</numerusform>
            <numerusform>Nächster Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else may agree to this.</source>
        <translation>Niemand sonst darf dem zustimmen.</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>choose a name</source>
        <translation>Namen wählen</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>zu viele falsche PINs</translation>
    </message>
    <message>
        <source>the PIN is missing</source>
        <translation>die PIN fehlt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PlaceChoice</name>
    <message>
        <source>Take the workshop&apos;s value</source>
        <translation>Wert des Betriebs übernehmen</translation>
    </message>
    <message>
        <source>For all desks</source>
        <translation>Für alle Theken</translation>
    </message>
    <message>
        <source>Only at this desk</source>
        <translation>Nur an dieser Theke</translation>
    </message>
    <message>
        <source>Holds for: %1</source>
        <translation>Gilt für: %1</translation>
    </message>
    <message>
        <source>Take the workshop&apos;s value: %1</source>
        <translation>Wert des Betriebs übernehmen: %1</translation>
    </message>
    <message>
        <source>The workshop has none</source>
        <translation>Der Betrieb hat keinen Wert</translation>
    </message>
    <message>
        <source>The workshop has: %1</source>
        <translation>Wert des Betriebs: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PortOffer</name>
    <message>
        <source>No line of a scanner is plugged in now.</source>
        <translation>Zurzeit ist keine Leitung eines Scanners eingesteckt.</translation>
    </message>
    <message>
        <source>Plugged in now:</source>
        <translation>Zurzeit eingesteckt:</translation>
    </message>
    <message>
        <source>Use this line for the scanner: %1</source>
        <translation>Diese Leitung für den Scanner nehmen: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu nachsehen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PortalCard</name>
    <message>
        <source>Without a portal</source>
        <translation>Ohne Portal</translation>
    </message>
    <message>
        <source>%1: what it can do</source>
        <translation>%1: was es kann</translation>
    </message>
    <message>
        <source>Sheets carry the code for a bank transfer. Customers pay at the counter or by transfer; nothing is confirmed by itself.</source>
        <translation>Auf den Blättern steht der Code für eine Überweisung. Kunden zahlen an der Theke oder überweisen; von selbst wird nichts bestätigt.</translation>
    </message>
    <message>
        <source>The sample workshop speaks with the training portal only: its invoices are made up, and no real portal shall hear of them.</source>
        <translation>Der Musterbetrieb spricht nur mit dem Übungsportal: Seine Rechnungen sind erfunden, und kein echtes Portal soll davon hören.</translation>
    </message>
    <message>
        <source>Shows the whole way with pay pages of this computer. No real money moves; everything is marked as a rehearsal.</source>
        <translation>Zeigt den ganzen Weg mit Bezahlseiten dieses Rechners. Es fließt kein echtes Geld; alles ist als Übung gekennzeichnet.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PortalTestCard</name>
    <message>
        <source>Live test</source>
        <translation>Probe am Portal</translation>
    </message>
    <message>
        <source>Asks the portal whether key and account fit, makes a link over one euro that nobody gets, reads it and closes it again. It costs nothing.</source>
        <translation>Fragt das Portal, ob Schlüssel und Konto passen, macht einen Link über einen Euro, den niemand bekommt, liest ihn und schließt ihn wieder. Das kostet nichts.</translation>
    </message>
    <message>
        <source>Asks the portal whether key and account fit, and reads once. Nothing is made there.</source>
        <translation>Fragt das Portal, ob Schlüssel und Konto passen, und liest einmal. Dort wird nichts angelegt.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>The portal is being asked</source>
        <translation>Das Portal wird gefragt</translation>
    </message>
    <message>
        <source>not with sample data</source>
        <translation>nicht mit Musterdaten</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PortalWords</name>
    <message>
        <source>Tells its news only to an address in the internet: “tresen receive” is needed for them</source>
        <translation>Meldet Neues nur an eine Adresse im Internet: Dafür wird „tresen receive“ gebraucht</translation>
    </message>
    <message>
        <source>Money can go back only for a payment it has sent a notice of</source>
        <translation>Geld kann nur für eine Zahlung zurück, die es gemeldet hat</translation>
    </message>
    <message>
        <source>What became of a refund comes by notice only</source>
        <translation>Was aus einer Erstattung wurde, kommt nur als Meldung</translation>
    </message>
    <message>
        <source>That money was charged back comes by notice only</source>
        <translation>Eine Rückbelastung kommt nur als Meldung</translation>
    </message>
    <message>
        <source>The number of a link opens its pay page: it is treated like the link itself</source>
        <translation>Die Nummer eines Links öffnet seine Bezahlseite: Sie wird behandelt wie der Link selbst</translation>
    </message>
    <message>
        <source>Built from public papers and not certified by the portal: try it in test mode first</source>
        <translation>Nach öffentlichen Unterlagen gebaut und vom Portal nicht zertifiziert: zuerst im Testbetrieb erproben</translation>
    </message>
    <message>
        <source>Makes a pay page with a link for every request</source>
        <translation>Macht für jede Anforderung eine Bezahlseite mit Link</translation>
    </message>
    <message>
        <source>Gives every request an account of its own for bank transfers</source>
        <translation>Gibt jeder Anforderung ein eigenes Konto für Überweisungen</translation>
    </message>
    <message>
        <source>Tells in one answer which links have news</source>
        <translation>Sagt in einer Antwort, bei welchen Links es Neues gibt</translation>
    </message>
    <message>
        <source>Has to be asked link by link, so news take longer</source>
        <translation>Muss Link für Link gefragt werden, Neues kommt daher später</translation>
    </message>
    <message>
        <source>Open links can be closed from here</source>
        <translation>Offene Links lassen sich von hier schließen</translation>
    </message>
    <message>
        <source>Open links cannot be closed from here</source>
        <translation>Offene Links lassen sich von hier nicht schließen</translation>
    </message>
    <message>
        <source>Money can go back from here, also a part</source>
        <translation>Geld kann von hier zurück, auch ein Teil</translation>
    </message>
    <message>
        <source>Money can go back from here, the whole payment only</source>
        <translation>Geld kann von hier zurück, nur die ganze Zahlung</translation>
    </message>
    <message>
        <source>Money goes back on the portal&apos;s own page only</source>
        <translation>Geld geht nur auf der eigenen Seite des Portals zurück</translation>
    </message>
    <message>
        <source>Links can end by themselves</source>
        <translation>Links können von selbst ablaufen</translation>
    </message>
    <message>
        <source>After a broken connection a link is found again by itself</source>
        <translation>Nach einer abgerissenen Verbindung findet sich ein Link von selbst wieder</translation>
    </message>
    <message>
        <source>After a broken connection somebody has to look at the portal&apos;s own page</source>
        <translation>Nach einer abgerissenen Verbindung muss jemand auf der Seite des Portals nachsehen</translation>
    </message>
    <message>
        <source>What became of a refund has to be looked up on the portal&apos;s own page</source>
        <translation>Was aus einer Erstattung wurde, steht auf der eigenen Seite des Portals</translation>
    </message>
    <message>
        <source>The key is taken</source>
        <translation>Der Schlüssel wird angenommen</translation>
    </message>
    <message>
        <source>The key is not taken</source>
        <translation>Der Schlüssel wird nicht angenommen</translation>
    </message>
    <message>
        <source>The account is found</source>
        <translation>Das Konto ist gefunden</translation>
    </message>
    <message>
        <source>The account is not found</source>
        <translation>Das Konto ist nicht zu finden</translation>
    </message>
    <message>
        <source>A link for trying out was made</source>
        <translation>Ein Link zur Probe ist gemacht</translation>
    </message>
    <message>
        <source>No link could be made</source>
        <translation>Es ließ sich kein Link machen</translation>
    </message>
    <message>
        <source>Reading works</source>
        <translation>Lesen geht</translation>
    </message>
    <message>
        <source>Reading does not work</source>
        <translation>Lesen geht nicht</translation>
    </message>
    <message>
        <source>The link was closed again</source>
        <translation>Der Link ist wieder geschlossen</translation>
    </message>
    <message>
        <source>The link could not be closed again</source>
        <translation>Der Link ließ sich nicht wieder schließen</translation>
    </message>
    <message>
        <source>The test did not come through</source>
        <translation>Die Probe ist nicht durchgekommen</translation>
    </message>
    <message>
        <source>All is well: real money can come in</source>
        <translation>Alles in Ordnung: Echtes Geld kann hereinkommen</translation>
    </message>
    <message>
        <source>All is well, in test mode</source>
        <translation>Alles in Ordnung, im Testbetrieb</translation>
    </message>
    <message>
        <source>All is well: real money can come in, account %1</source>
        <translation>Alles in Ordnung: Echtes Geld kann hereinkommen, Konto %1</translation>
    </message>
    <message>
        <source>All is well, in test mode, account %1</source>
        <translation>Alles in Ordnung, im Testbetrieb, Konto %1</translation>
    </message>
    <message>
        <source>bezahl.de: token</source>
        <translation>bezahl.de: Token</translation>
    </message>
    <message>
        <source>Stripe: secret key</source>
        <translation>Stripe: geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Mollie: API key</source>
        <translation>Mollie: API-Schlüssel</translation>
    </message>
    <message>
        <source>SumUp: API key</source>
        <translation>SumUp: API-Schlüssel</translation>
    </message>
    <message>
        <source>Adyen: API key</source>
        <translation>Adyen: API-Schlüssel</translation>
    </message>
    <message>
        <source>Made in the portal under Profile, Token overview</source>
        <translation>Wird im Portal unter Profil, Token-Übersicht gemacht</translation>
    </message>
    <message>
        <source>Begins with sk_ or rk_; in the Dashboard under Developers, API keys</source>
        <translation>Beginnt mit sk_ oder rk_; im Dashboard unter Entwickler, API-Schlüssel</translation>
    </message>
    <message>
        <source>Begins with live_ or test_; in the Dashboard under Developers, API keys</source>
        <translation>Beginnt mit live_ oder test_; im Dashboard unter Entwickler, API-Schlüssel</translation>
    </message>
    <message>
        <source>In the SumUp account under Developers, API keys</source>
        <translation>Im SumUp-Konto unter Entwickler, API-Schlüssel</translation>
    </message>
    <message>
        <source>In the Customer Area under Developers, API credentials</source>
        <translation>In der Customer Area unter Developers, API credentials</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PrinterEditor</name>
    <message>
        <source>None: ask every time</source>
        <translation>Keiner: jedes Mal fragen</translation>
    </message>
    <message>
        <source>%1 (not found now)</source>
        <translation>%1 (gerade nicht gefunden)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::PrinterPage</name>
    <message>
        <source>Print a test page …</source>
        <translation>Testseite drucken …</translation>
    </message>
    <message>
        <source>Which printer prints the payment requests?</source>
        <translation>Welcher Drucker druckt die Zahlungsanforderungen?</translation>
    </message>
    <message>
        <source>The test page goes through the dialog of the system, as every sheet does. It shows whether edges, size and letters are right.</source>
        <translation>Die Testseite geht durch den Druckdialog des Systems, wie jedes Blatt. Sie zeigt, ob Ränder, Größe und Buchstaben stimmen.</translation>
    </message>
    <message>
        <source>Without a printer every sheet is kept as PDF and can go by mail. Next passes this question over.</source>
        <translation>Ohne Drucker bleibt jedes Blatt als PDF erhalten und kann per E-Mail gehen. „Weiter“ überspringt diese Frage.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ProfileSheet</name>
    <message>
        <source>Choose a sample file …</source>
        <translation>Musterdatei wählen …</translation>
    </message>
    <message>
        <source>Delete this form</source>
        <translation>Diese Form löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep this form</source>
        <translation>Form speichern</translation>
    </message>
    <message>
        <source>Teach a file form</source>
        <translation>Dateiform anlernen</translation>
    </message>
    <message>
        <source>How the tables of your workshop system are to be read</source>
        <translation>Wie die Tabellen Ihres Werkstattsystems zu lesen sind</translation>
    </message>
    <message>
        <source>by its titles, or e.g. export_*.csv</source>
        <translation>nach Überschriften oder export_*.csv</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Name of the form</source>
        <translation>Name der Form</translation>
    </message>
    <message>
        <source>Files it reads</source>
        <translation>Dateien, die sie liest</translation>
    </message>
    <message>
        <source>What was recognised</source>
        <translation>Was erkannt wurde</translation>
    </message>
    <message>
        <source>The sample, with the meaning of each column above it</source>
        <translation>Das Muster, über jeder Spalte ihre Bedeutung</translation>
    </message>
    <message>
        <source>What would become of the invoices of the sample</source>
        <translation>Was aus den Rechnungen des Musters würde</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>Neue Form</translation>
    </message>
    <message>
        <source>Copy of: %1</source>
        <translation>Kopie von: %1</translation>
    </message>
    <message>
        <source>Choose a sample of the workshop system</source>
        <translation>Muster des Werkstattsystems wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.asc *.dat *.CSV *.TXT *.ASC *.DAT);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt *.asc *.dat *.CSV *.TXT *.ASC *.DAT);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a file your workshop system has written. Nothing of it is taken over here; it only shows how such files look.</source>
        <translation>Wählen Sie eine Datei, die Ihr Werkstattsystem geschrieben hat. Hier wird nichts davon übernommen; sie zeigt nur, wie solche Dateien aussehen.</translation>
    </message>
    <message>
        <source>%1: change what is wrong, above each column choose what it means.</source>
        <translation>%1: Ändern Sie, was nicht stimmt, und wählen Sie über jeder Spalte, was sie bedeutet.</translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s) are not shown.</source>
        <translation>
            <numerusform>%n weitere Spalte wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Spalten werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Choose a sample file first.</source>
        <translation>Wählen Sie zuerst eine Musterdatei.</translation>
    </message>
    <message>
        <source>Still to be said: %1</source>
        <translation>Noch anzugeben: %1</translation>
    </message>
    <message>
        <source>Delete it for good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ProfileWords</name>
    <message>
        <source>Letters (code page)</source>
        <translation>Zeichensatz (Codeseite)</translation>
    </message>
    <message>
        <source>Columns are parted by</source>
        <translation>Spalten trennt</translation>
    </message>
    <message>
        <source>Quotes around texts</source>
        <translation>Anführungszeichen um Texte</translation>
    </message>
    <message>
        <source>Titles above the columns</source>
        <translation>Überschriften über den Spalten</translation>
    </message>
    <message>
        <source>Amounts are written</source>
        <translation>Schreibweise der Beträge</translation>
    </message>
    <message>
        <source>Days are written</source>
        <translation>Schreibweise der Tage</translation>
    </message>
    <message>
        <source>A row is</source>
        <translation>Eine Zeile ist</translation>
    </message>
    <message>
        <source>Meaning of the columns</source>
        <translation>Bedeutung der Spalten</translation>
    </message>
    <message>
        <source>tabulator</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>fixed widths</source>
        <translation>feste Breiten</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>Semikolon ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>double quotes &quot;</source>
        <translation>doppelte &quot;</translation>
    </message>
    <message>
        <source>single quotes &apos;</source>
        <translation>einfache &apos;</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>one invoice</source>
        <translation>eine Rechnung</translation>
    </message>
    <message>
        <source>one line, with the totals</source>
        <translation>eine Position, mit den Summen</translation>
    </message>
    <message>
        <source>one line, to be added up</source>
        <translation>eine Position, wird addiert</translation>
    </message>
    <message>
        <source>one line, not added up</source>
        <translation>eine Position, wird nicht addiert</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>the file says so itself</source>
        <translation>die Datei sagt es selbst</translation>
    </message>
    <message>
        <source>the umlauts read well so</source>
        <translation>so lesen sich die Umlaute richtig</translation>
    </message>
    <message>
        <source>there are no umlauts in it; others would be refused</source>
        <translation>es kommen keine Umlaute vor; andere würden abgewiesen</translation>
    </message>
    <message>
        <source>the rows agree on it</source>
        <translation>alle Zeilen passen dazu</translation>
    </message>
    <message>
        <source>words stand in the first row</source>
        <translation>in der ersten Zeile stehen Wörter</translation>
    </message>
    <message>
        <source>by its title</source>
        <translation>an der Überschrift</translation>
    </message>
    <message>
        <source>by what stands in it</source>
        <translation>am Inhalt</translation>
    </message>
    <message>
        <source>net and tax make gross in every row</source>
        <translation>netto und Steuer ergeben in jeder Zeile brutto</translation>
    </message>
    <message>
        <source>what was paid before and what is left make gross</source>
        <translation>Anzahlung und Rest ergeben brutto</translation>
    </message>
    <message>
        <source>it may change what is still to be paid; choose &quot;not used&quot; or another meaning</source>
        <translation>sie kann ändern, was noch zu zahlen ist; wählen Sie „nicht benutzt“ oder eine andere Bedeutung</translation>
    </message>
    <message>
        <source>no other column could be it</source>
        <translation>keine andere Spalte kommt infrage</translation>
    </message>
    <message>
        <source>every value reads only so</source>
        <translation>jeder Wert liest sich nur so</translation>
    </message>
    <message>
        <source>it could be read in another way, too</source>
        <translation>es ließe sich auch anders lesen</translation>
    </message>
    <message>
        <source>it holds a word nobody has explained; choose &quot;not used&quot; or another meaning</source>
        <translation>sie enthält ein unbekanntes Wort; wählen Sie „nicht benutzt“ oder eine andere Bedeutung</translation>
    </message>
    <message>
        <source>the sample shows nothing of it</source>
        <translation>das Muster zeigt nichts davon</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Rechnungsnummer</translation>
    </message>
    <message>
        <source>Kind of invoice</source>
        <translation>Art der Rechnung</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Rechnungsdatum</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>Zahlbar bis</translation>
    </message>
    <message>
        <source>Day of the work</source>
        <translation>Leistungsdatum</translation>
    </message>
    <message>
        <source>Gross amount</source>
        <translation>Bruttobetrag</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Nettobetrag</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>Bereits bezahlt</translation>
    </message>
    <message>
        <source>Debit or credit</source>
        <translation>Soll oder Haben</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>VIN</source>
        <translation>FIN</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Mileage</source>
        <translation>Kilometerstand</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>IBAN on the invoice</source>
        <translation>IBAN auf der Rechnung</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Kontoinhaber</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Abgetreten an</translation>
    </message>
    <message>
        <source>Reference of the transfer</source>
        <translation>Verwendungszweck</translation>
    </message>
    <message>
        <source>Invoice it corrects</source>
        <translation>Berichtigte Rechnung</translation>
    </message>
    <message>
        <source>Date of the invoice it corrects</source>
        <translation>Datum der berichtigten Rechnung</translation>
    </message>
    <message>
        <source>Discount: days</source>
        <translation>Skonto: Tage</translation>
    </message>
    <message>
        <source>Discount: percent</source>
        <translation>Skonto: Prozent</translation>
    </message>
    <message>
        <source>What rows of an invoice share</source>
        <translation>Was Zeilen einer Rechnung gemeinsam haben</translation>
    </message>
    <message>
        <source>Line: number</source>
        <translation>Position: Nummer</translation>
    </message>
    <message>
        <source>Line: text</source>
        <translation>Position: Text</translation>
    </message>
    <message>
        <source>Line: quantity</source>
        <translation>Position: Menge</translation>
    </message>
    <message>
        <source>Line: unit</source>
        <translation>Position: Einheit</translation>
    </message>
    <message>
        <source>Line: net</source>
        <translation>Position: netto</translation>
    </message>
    <message>
        <source>Line: tax</source>
        <translation>Position: Steuer</translation>
    </message>
    <message>
        <source>Line: gross</source>
        <translation>Position: brutto</translation>
    </message>
    <message>
        <source>Line: rate of tax</source>
        <translation>Position: Steuersatz</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>noch unklar</translation>
    </message>
    <message>
        <source>whole cents, 123456</source>
        <translation>ganze Cent, 123456</translation>
    </message>
    <message>
        <source>%1, decimals may be missing</source>
        <translation>%1, Nachkommastellen können fehlen</translation>
    </message>
    <message>
        <source>%1, always two decimals</source>
        <translation>%1, immer zwei Nachkommastellen</translation>
    </message>
    <message>
        <source>D</source>
        <comment>letter for the day in a date</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>Y</source>
        <comment>letter for the year in a date</comment>
        <translation>J</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Please choose: the sample can be read in both ways.</source>
        <translation>Bitte wählen: Das Muster lässt sich auf beide Arten lesen.</translation>
    </message>
    <message>
        <source>Please choose: day and month could be exchanged.</source>
        <translation>Bitte wählen: Tag und Monat könnten vertauscht sein.</translation>
    </message>
    <message>
        <source>Please choose: are the rows of one invoice added up?</source>
        <translation>Bitte wählen: Werden die Zeilen einer Rechnung addiert?</translation>
    </message>
    <message>
        <source>Please confirm: do the columns below end where they should?</source>
        <translation>Bitte bestätigen: Enden die Spalten rechts dort, wo sie sollen?</translation>
    </message>
    <message>
        <source>Please say of each column marked ? what it is: it may change what is still to be paid.</source>
        <translation>Bitte sagen Sie bei jeder Spalte mit ?, was sie ist: Sie kann ändern, was noch zu zahlen ist.</translation>
    </message>
    <message>
        <source>Please look at the columns and confirm them.</source>
        <translation>Bitte sehen Sie die Spalten an und bestätigen Sie sie.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>Halter</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Payer: number</source>
        <translation>Zahler: Nummer</translation>
    </message>
    <message>
        <source>Payer: street</source>
        <translation>Zahler: Straße</translation>
    </message>
    <message>
        <source>Payer: postcode</source>
        <translation>Zahler: PLZ</translation>
    </message>
    <message>
        <source>Payer: town</source>
        <translation>Zahler: Ort</translation>
    </message>
    <message>
        <source>Payer: mail address</source>
        <translation>Zahler: Mailadresse</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ProfilesCard</name>
    <message>
        <source>Teach a file form …</source>
        <translation>Dateiform anlernen …</translation>
    </message>
    <message>
        <source>Own file forms</source>
        <translation>Eigene Dateiformen</translation>
    </message>
    <message>
        <source>How your workshop system writes its tables, learned from one of its files. They are tried before the ready ones and hold for every desk.</source>
        <translation>Wie Ihr Werkstattsystem seine Tabellen schreibt, gelernt aus einer seiner Dateien. Eigene Formen gehen den fertigen vor und gelten für alle Theken.</translation>
    </message>
    <message>
        <source>%1 · files %2</source>
        <translation>%1 · Dateien %2</translation>
    </message>
    <message>
        <source>Change the file form %1</source>
        <translation>Dateiform %1 ändern</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ProposalStrip</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Proposed by %1: %2</source>
        <translation>Vorgeschlagen von %1: %2</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>somebody else has to confirm it</source>
        <translation>das muss jemand anderes bestätigen</translation>
    </message>
    <message>
        <source>nobody has signed in</source>
        <translation>niemand ist angemeldet</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ReasonForm</name>
    <message>
        <source>In your own words</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>%1 characters, at least %2</source>
        <translation>%1 Zeichen, mindestens %2</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RecordSheets</name>
    <message>
        <source>Note written down</source>
        <translation>Notiz festgehalten</translation>
    </message>
    <message>
        <source>Vehicle data confirmed</source>
        <translation>Fahrzeugdaten bestätigt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RefundCheckSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>What became of the refund?</source>
        <translation>Was wurde aus der Erstattung?</translation>
    </message>
    <message>
        <source>The portal gave no answer whether %1 went back. Look at the portal&apos;s own page, then say what stands there.</source>
        <translation>Das Portal hat nicht geantwortet, ob %1 zurückgegangen sind. Sehen Sie auf der Seite des Portals nach und sagen Sie dann, was dort steht.</translation>
    </message>
    <message>
        <source>What stands on the portal&apos;s own page?</source>
        <translation>Was steht auf der Seite des Portals?</translation>
    </message>
    <message>
        <source>Stands in the history with your name.</source>
        <translation>Steht mit Ihrem Namen im Verlauf.</translation>
    </message>
    <message>
        <source>The refund stands there, it was carried out</source>
        <translation>Die Erstattung steht dort, sie wurde ausgeführt</translation>
    </message>
    <message>
        <source>No refund stands there, nothing went back</source>
        <translation>Dort steht keine Erstattung, es ging nichts zurück</translation>
    </message>
    <message>
        <source>Second person who has seen it too</source>
        <translation>Zweite Person, die es auch gesehen hat</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Book as given back</source>
        <translation>Als erstattet buchen</translation>
    </message>
    <message>
        <source>Keep what was seen</source>
        <translation>Festhalten, was dort steht</translation>
    </message>
    <message>
        <source>Note: nothing went back</source>
        <translation>Festhalten: nichts ging zurück</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>the portal has answered meanwhile</source>
        <translation>das Portal hat inzwischen geantwortet</translation>
    </message>
    <message>
        <source>a second person has to agree</source>
        <translation>eine zweite Person muss zustimmen</translation>
    </message>
    <message>
        <source>choose what was seen and write down a few words</source>
        <translation>wählen, was dort steht, und ein paar Worte dazu schreiben</translation>
    </message>
    <message>
        <source>The portal has answered meanwhile; there is nothing left to clear up.</source>
        <translation>Das Portal hat inzwischen geantwortet; es ist nichts mehr zu klären.</translation>
    </message>
    <message>
        <source>Booked as given back.</source>
        <translation>Als erstattet gebucht.</translation>
    </message>
    <message>
        <source>Nothing went back; it can be given back anew.</source>
        <translation>Es ging nichts zurück; die Erstattung kann neu veranlasst werden.</translation>
    </message>
    <message>
        <source>Payment %1 at %2, refund asked for on %3</source>
        <translation>Zahlung %1 bei %2, Erstattung veranlasst am %3</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RefundFields</name>
    <message>
        <source>What goes back</source>
        <translation>Was zurückgeht</translation>
    </message>
    <message>
        <source>Nothing has been paid that could be given back from here.</source>
        <translation>Es ist nichts bezahlt, was von hier zurückgegeben werden könnte.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Receipt number of till or terminal</source>
        <translation>Belegnummer der Kasse oder des Terminals</translation>
    </message>
    <message>
        <source>Second person who agrees</source>
        <translation>Zweite Person, die zustimmt</translation>
    </message>
    <message>
        <source>nothing is left of it</source>
        <translation>davon ist nichts übrig</translation>
    </message>
    <message>
        <source>there is nothing to give back</source>
        <translation>es gibt nichts zurückzugeben</translation>
    </message>
    <message>
        <source>this is not an amount</source>
        <translation>das ist kein Betrag</translation>
    </message>
    <message>
        <source>more than is left of this payment</source>
        <translation>mehr als von dieser Zahlung übrig ist</translation>
    </message>
    <message>
        <source>this portal gives back the whole payment or nothing</source>
        <translation>dieses Portal gibt nur die ganze Zahlung zurück</translation>
    </message>
    <message>
        <source>the receipt number is missing</source>
        <translation>die Belegnummer fehlt</translation>
    </message>
    <message>
        <source>a second person has to agree</source>
        <translation>eine zweite Person muss zustimmen</translation>
    </message>
    <message>
        <source>%1 are left of this payment</source>
        <translation>%1 sind von dieser Zahlung übrig</translation>
    </message>
    <message>
        <source>This portal gives back the whole payment or nothing</source>
        <translation>Dieses Portal gibt nur die ganze Zahlung zurück</translation>
    </message>
    <message>
        <source>Second person who agrees, above %1</source>
        <translation>Zweite Person, die zustimmt (über %1)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RefundSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <source>Clear up the earlier one</source>
        <translation>Frühere Erstattung klären</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>Geld zurückgeben</translation>
    </message>
    <message>
        <source>Paid twice or too much</source>
        <translation>Doppelt oder zu viel bezahlt</translation>
    </message>
    <message>
        <source>Work was not done as agreed</source>
        <translation>Arbeit nicht wie vereinbart</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>Kulanz</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Why does it go back?</source>
        <translation>Warum geht es zurück?</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1, invoice %2</source>
        <translation>%1, Rechnung %2</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 zurückgeben</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>choose a reason and write down why</source>
        <translation>Grund wählen und aufschreiben, warum</translation>
    </message>
    <message>
        <source>%1 were not given back</source>
        <translation>%1 wurden nicht zurückgegeben</translation>
    </message>
    <message>
        <source>The portal has refused it: %1</source>
        <translation>Das Portal hat es abgelehnt: %1</translation>
    </message>
    <message>
        <source>Unclear whether %1 went back</source>
        <translation>Unklar, ob %1 zurückgingen</translation>
    </message>
    <message>
        <source>The portal gave no answer. Do not give it back a second time; it is asked again by itself, and stands in the tasks until it is clear.</source>
        <translation>Das Portal hat nicht geantwortet. Bitte nicht noch einmal erstatten; es wird von selbst nachgefragt, und bis es klar ist, steht es in den Aufgaben.</translation>
    </message>
    <message>
        <source>%1 are on their way back</source>
        <translation>%1 sind auf dem Weg zurück</translation>
    </message>
    <message>
        <source>Whether it was done stands on the portal&apos;s own page only; the invoice waits for it.</source>
        <translation>Ob es ausgeführt wurde, steht nur auf der Seite des Portals; die Rechnung wartet darauf.</translation>
    </message>
    <message>
        <source>By %1. It counts as given back as soon as the portal confirms it.</source>
        <translation>Per %1. Es gilt als zurückgegeben, sobald das Portal es bestätigt.</translation>
    </message>
    <message>
        <source>%1 given back</source>
        <translation>%1 zurückgegeben</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>Per %1.</translation>
    </message>
    <message>
        <source>Only the slip could not be made: %1</source>
        <translation>Nur der Beleg konnte nicht erstellt werden: %1</translation>
    </message>
    <message>
        <source>Stands in the history with your name.</source>
        <translation>Steht mit Ihrem Namen im Verlauf.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Remedy</name>
    <message>
        <source>Enter the mail server and the sender address in the settings, part Mail.</source>
        <translation>Tragen Sie Mailserver und Absenderadresse in den Optionen ein, Teil E-Mail.</translation>
    </message>
    <message>
        <source>Enter the address customers see as the sender.</source>
        <translation>Tragen Sie die Adresse ein, die Kunden als Absender sehen.</translation>
    </message>
    <message>
        <source>Look at the address letter by letter: name, @, provider.</source>
        <translation>Sehen Sie die Adresse Zeichen für Zeichen durch: Name, @, Anbieter.</translation>
    </message>
    <message>
        <source>Enter user and password once more. Many providers want a password of its own for programs instead of the one of the mailbox.</source>
        <translation>Geben Sie Benutzer und Kennwort noch einmal ein. Viele Anbieter wollen für Programme ein eigenes Kennwort statt dem des Postfachs.</translation>
    </message>
    <message>
        <source>Compare the server&apos;s name with what the provider names, and encryption with port: STARTTLS goes with 587, TLS with 465. Nothing is sent over a way that is not safe.</source>
        <translation>Vergleichen Sie den Namen des Servers mit den Angaben des Anbieters, und Verschlüsselung mit Port: STARTTLS gehört zu 587, TLS zu 465. Über einen unsicheren Weg wird nichts geschickt.</translation>
    </message>
    <message>
        <source>Look at server name and port, then at the network cable and the firewall. Nothing was sent.</source>
        <translation>Prüfen Sie Servername und Port, dann Netzwerkkabel und Firewall. Es wurde nichts geschickt.</translation>
    </message>
    <message>
        <source>Look at the proxy in the settings, part Mail; without one the field stays empty.</source>
        <translation>Prüfen Sie den Proxy in den Optionen, Teil E-Mail; ohne Proxy bleibt das Feld leer.</translation>
    </message>
    <message>
        <source>Wait some minutes: many servers let a new sender wait once. Mails to customers are tried again by themselves.</source>
        <translation>Warten Sie einige Minuten: Viele Server lassen einen neuen Absender einmal warten. Mails an Kunden werden von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The server is there and says no to this mail. Look at recipient and sender: the sender address has to belong to the mailbox.</source>
        <translation>Der Server ist da und lehnt diese Mail ab. Prüfen Sie Empfänger und Absender: Die Absenderadresse muss zum Postfach gehören.</translation>
    </message>
    <message>
        <source>Look into the mailbox before you send it once more: it may have arrived.</source>
        <translation>Sehen Sie ins Postfach, bevor Sie sie noch einmal senden: Sie kann angekommen sein.</translation>
    </message>
    <message>
        <source>Choose a portal in the settings when customers shall pay by phone.</source>
        <translation>Wählen Sie in den Optionen ein Portal, wenn Kunden mit dem Handy zahlen sollen.</translation>
    </message>
    <message>
        <source>Enter the portal&apos;s key in the settings, part Payment portal.</source>
        <translation>Geben Sie den Schlüssel des Portals in den Optionen ein, Teil Zahlungsportal.</translation>
    </message>
    <message>
        <source>Make a new key on the portal&apos;s own page and enter it here. A key may have run out or lack a right.</source>
        <translation>Machen Sie auf der Seite des Portals einen neuen Schlüssel und geben Sie ihn hier ein. Ein Schlüssel kann abgelaufen sein oder ein Recht zu wenig haben.</translation>
    </message>
    <message>
        <source>Enter the key of the right kind, or change the test mode: a test key goes with it, a live key without it.</source>
        <translation>Geben Sie den richtigen Schlüssel ein oder ändern Sie den Testbetrieb: Ein Testschlüssel gehört zum Testbetrieb, ein echter zum Betrieb ohne ihn.</translation>
    </message>
    <message>
        <source>Compare the account&apos;s number with the portal&apos;s own page, and that the key was made for this account.</source>
        <translation>Vergleichen Sie die Kontonummer mit der Seite des Portals, und ob der Schlüssel zu diesem Konto gehört.</translation>
    </message>
    <message>
        <source>Enter the address as it stands in the portal&apos;s contract, beginning with https.</source>
        <translation>Geben Sie die Adresse so ein, wie sie im Vertrag mit dem Portal steht, beginnend mit https.</translation>
    </message>
    <message>
        <source>Enter the address from the portal&apos;s contract; only its test system is known here.</source>
        <translation>Geben Sie die Adresse aus dem Vertrag mit dem Portal ein; bekannt ist hier nur sein Testsystem.</translation>
    </message>
    <message>
        <source>Switch on at least one way to pay on the portal&apos;s own page.</source>
        <translation>Schalten Sie auf der Seite des Portals mindestens eine Zahlungsart frei.</translation>
    </message>
    <message>
        <source>Read the portal&apos;s words; on its own page it says more. The account may not be released yet.</source>
        <translation>Lesen Sie die Worte des Portals; auf seiner Seite steht mehr. Vielleicht ist das Konto noch nicht freigeschaltet.</translation>
    </message>
    <message>
        <source>Wait; it is asked again by itself.</source>
        <translation>Warten Sie; es wird von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>The trouble is on the portal&apos;s side. Wait; cash and card go on.</source>
        <translation>Die Störung liegt beim Portal. Warten Sie; Bar und Karte gehen weiter.</translation>
    </message>
    <message>
        <source>Compare address and account with the portal&apos;s own page.</source>
        <translation>Vergleichen Sie Adresse und Konto mit der Seite des Portals.</translation>
    </message>
    <message>
        <source>Look at address and port, and whether the other side is running.</source>
        <translation>Prüfen Sie Adresse und Port, und ob die Gegenseite läuft.</translation>
    </message>
    <message>
        <source>Look at the network cable and the address. Cash and card go on.</source>
        <translation>Prüfen Sie Netzwerkkabel und Adresse. Bar und Karte gehen weiter.</translation>
    </message>
    <message>
        <source>Look at the network cable and the router. Cash and card go on.</source>
        <translation>Prüfen Sie Netzwerkkabel und Router. Bar und Karte gehen weiter.</translation>
    </message>
    <message>
        <source>Ask who looks after the network: its proxy has to let this address through.</source>
        <translation>Fragen Sie, wer das Netzwerk betreut: Sein Proxy muss diese Adresse durchlassen.</translation>
    </message>
    <message>
        <source>Look at the date and clock of this computer and at the address. Nothing is sent over a way that is not safe.</source>
        <translation>Prüfen Sie Datum und Uhr dieses Rechners und die Adresse. Über einen unsicheren Weg wird nichts geschickt.</translation>
    </message>
    <message>
        <source>Wait a little and try again; a slow network can be the reason.</source>
        <translation>Warten Sie ein wenig und versuchen Sie es wieder; ein langsames Netzwerk kann der Grund sein.</translation>
    </message>
    <message>
        <source>Try again; when it goes on, look at the network.</source>
        <translation>Versuchen Sie es wieder; bleibt es so, prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>Start the test again whenever you like.</source>
        <translation>Die Probe kann jederzeit wieder beginnen.</translation>
    </message>
    <message>
        <source>Unlock the keyring: log in to this computer anew. Or choose the private file in the settings, part Data and backup.</source>
        <translation>Schließen Sie den Schlüsselbund auf: Melden Sie sich neu an diesem Rechner an. Oder wählen Sie in den Optionen die private Datei, Teil Daten und Sicherung.</translation>
    </message>
    <message>
        <source>Call support: the file in the profile must be readable for this user alone.</source>
        <translation>Rufen Sie den Support: Die Datei im Profil darf nur für diesen Benutzer lesbar sein.</translation>
    </message>
    <message>
        <source>Choose the folder the workshop system writes to in the settings, part Workshop system.</source>
        <translation>Wählen Sie in den Optionen den Ordner, in den das Werkstattsystem schreibt, Teil Werkstattsystem.</translation>
    </message>
    <message>
        <source>Look whether the network drive is connected, or choose another folder in the settings. Nothing is lost: files are taken later.</source>
        <translation>Sehen Sie nach, ob das Netzlaufwerk verbunden ist, oder wählen Sie in den Optionen einen anderen Ordner. Nichts geht verloren: Dateien werden später geholt.</translation>
    </message>
    <message>
        <source>Open the inbox, then the runs of the past days: each refused file stands there with its reason and its way out.</source>
        <translation>Öffnen Sie den Eingang, dann die Läufe der letzten Tage: Jede abgelehnte Datei steht dort mit Grund und Ausweg.</translation>
    </message>
    <message>
        <source>Choose the folder for giving back in the settings, part Workshop system.</source>
        <translation>Wählen Sie in den Optionen den Ordner für die Rückgabe, Teil Werkstattsystem.</translation>
    </message>
    <message>
        <source>Look whether the network drive is connected, or choose another folder in the settings. What waits is written later.</source>
        <translation>Sehen Sie nach, ob das Netzlaufwerk verbunden ist, oder wählen Sie in den Optionen einen anderen Ordner. Was wartet, wird später geschrieben.</translation>
    </message>
    <message>
        <source>Look whether there is room on the drive and whether this user may write there.</source>
        <translation>Sehen Sie nach, ob auf dem Laufwerk Platz ist und dieser Benutzer dort schreiben darf.</translation>
    </message>
    <message>
        <source>Set up a printer on this computer; until then sheets and receipts are kept as PDF.</source>
        <translation>Richten Sie an diesem Rechner einen Drucker ein; bis dahin liegen Blätter und Belege als PDF bereit.</translation>
    </message>
    <message>
        <source>End other programs that use the data, a backup program perhaps.</source>
        <translation>Beenden Sie andere Programme, die die Daten benutzen, vielleicht eine Datensicherung.</translation>
    </message>
    <message>
        <source>Look at the network and whether the server is running. Nothing can be booked until it is back.</source>
        <translation>Prüfen Sie das Netzwerk und ob der Server läuft. Bis er wieder da ist, kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>Make room on the disk at once: nothing can be booked.</source>
        <translation>Schaffen Sie sofort Platz auf der Platte: Es kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>Stop working with these data and call support.</source>
        <translation>Arbeiten Sie mit diesen Daten nicht weiter und rufen Sie den Support.</translation>
    </message>
    <message>
        <source>Choose another port in the settings, part Payment portal, and start Tresen anew.</source>
        <translation>Wählen Sie in den Optionen einen anderen Port, Teil Zahlungsportal, und starten Sie Tresen neu.</translation>
    </message>
    <message>
        <source>Nothing to do: without a receiver the portal is asked every few seconds.</source>
        <translation>Nichts zu tun: Ohne Empfänger wird das Portal alle paar Sekunden gefragt.</translation>
    </message>
    <message>
        <source>Start “tresen receive” on this computer. Until then the portal is asked every few seconds; nothing is lost.</source>
        <translation>Starten Sie „tresen receive“ an diesem Rechner. Bis dahin wird das Portal alle paar Sekunden gefragt; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Have it listen at 127.0.0.1 behind the proxy; settings, part Payment portal.</source>
        <translation>Lassen Sie ihn hinter dem Proxy an 127.0.0.1 lauschen; Optionen, Teil Zahlungsportal.</translation>
    </message>
    <message>
        <source>Look at the network and try again.</source>
        <translation>Prüfen Sie das Netzwerk und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>Warten Sie ein wenig und versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Look at what is entered here, then try again. When it goes on, call support.</source>
        <translation>Prüfen Sie, was hier eingetragen ist, und versuchen Sie es wieder. Bleibt es so, rufen Sie den Support.</translation>
    </message>
    <message>
        <source>Call support.</source>
        <translation>Rufen Sie den Support.</translation>
    </message>
    <message>
        <source>Nothing to do for a scanner that types. For another one name its line in the settings, part This desk.</source>
        <translation>Für einen Scanner, der tippt, ist nichts zu tun. Für einen anderen nennen Sie seine Leitung in den Optionen, Teil Diese Theke.</translation>
    </message>
    <message>
        <source>Look whether it is plugged in and no other program uses it, and whether this user may read it: on Linux the group dialout.</source>
        <translation>Prüfen Sie, ob er eingesteckt ist, kein anderes Programm ihn benutzt und dieser Benutzer ihn lesen darf: unter Linux die Gruppe dialout.</translation>
    </message>
    <message>
        <source>Plug it in again; it is opened by itself within some seconds.</source>
        <translation>Stecken Sie ihn wieder ein; er wird in wenigen Sekunden von selbst geöffnet.</translation>
    </message>
    <message>
        <source>Make room on the disk soon, for example by moving old backups to another one.</source>
        <translation>Schaffen Sie bald Platz auf der Festplatte, etwa indem Sie alte Sicherungen auf eine andere verschieben.</translation>
    </message>
    <message>
        <source>Make room on the disk at once: soon nothing can be booked.</source>
        <translation>Schaffen Sie sofort Platz auf der Festplatte: Bald kann nichts mehr gebucht werden.</translation>
    </message>
    <message>
        <source>Set date and time of this computer, best by the network.</source>
        <translation>Stellen Sie Datum und Uhrzeit dieses Rechners, am besten über das Netz.</translation>
    </message>
    <message>
        <source>Compare date and time with another clock. Entries keep their order whatever the clock says.</source>
        <translation>Vergleichen Sie Datum und Uhrzeit mit einer anderen Uhr. Die Einträge behalten ihre Reihenfolge, was immer die Uhr sagt.</translation>
    </message>
    <message>
        <source>Install the package fonts-inter or fonts-dejavu-core. Sheets are not concerned, they bring their own.</source>
        <translation>Installieren Sie das Paket fonts-inter oder fonts-dejavu-core. Blätter betrifft es nicht, sie bringen ihre Schrift mit.</translation>
    </message>
    <message>
        <source>Press Try now to make one. Choose a folder on another disk in the settings, part Data and backup.</source>
        <translation>Mit „Jetzt versuchen“ erstellen Sie eine. Wählen Sie in den Optionen, Teil Daten und Sicherung, einen Ordner auf einer anderen Festplatte.</translation>
    </message>
    <message>
        <source>Press Try now to make one, and look in the settings, part Data and backup, whether one is made every day.</source>
        <translation>Mit „Jetzt versuchen“ erstellen Sie eine. Sehen Sie in den Optionen, Teil Daten und Sicherung, nach, ob täglich gesichert wird.</translation>
    </message>
    <message>
        <source>Plug in the disk or connect the network drive, or choose another folder in the settings, part Data and backup.</source>
        <translation>Schließen Sie die Festplatte an oder verbinden Sie das Netzlaufwerk, oder wählen Sie in den Optionen, Teil Daten und Sicherung, einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Make a new backup on another disk at once: this one may be failing. Then check the data.</source>
        <translation>Erstellen Sie sofort eine neue Sicherung auf einer anderen Festplatte: Diese könnte versagen. Prüfen Sie danach die Daten.</translation>
    </message>
    <message>
        <source>Wait a second and make it once more.</source>
        <translation>Warten Sie eine Sekunde und erstellen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Wait until it is finished; nothing is lost.</source>
        <translation>Warten Sie, bis es fertig ist; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Choose a darker colour of the house in the settings, part Workshop.</source>
        <translation>Wählen Sie in den Optionen, Teil Werkstatt, eine dunklere Hausfarbe.</translation>
    </message>
    <message>
        <source>Shorten this text in the settings, part Workshop: it does not fit on the sheet.</source>
        <translation>Kürzen Sie diesen Text in den Optionen, Teil Werkstatt: Er passt nicht auf das Blatt.</translation>
    </message>
    <message>
        <source>No sheet leaves while its codes cannot be read back. Call support with a report.</source>
        <translation>Kein Blatt geht hinaus, solange sich seine Codes nicht zurücklesen lassen. Rufen Sie den Support mit einem Bericht an.</translation>
    </message>
    <message>
        <source>No sheet leaves while its codes say something else than its text. Call support with a report.</source>
        <translation>Kein Blatt geht hinaus, solange seine Codes etwas anderes sagen als sein Text. Rufen Sie den Support mit einem Bericht an.</translation>
    </message>
    <message>
        <source>Have the system&apos;s certificates installed (package ca-certificates). Mails wait until then.</source>
        <translation>Die Zertifikate des Systems nachinstallieren lassen (Paket ca-certificates). Mails warten so lange.</translation>
    </message>
    <message>
        <source>Look whether there is room on the disk of the backup and whether the named file can be read, then make one more.</source>
        <translation>Sehen Sie nach, ob auf dem Datenträger der Sicherung Platz ist und ob sich die genannte Datei lesen lässt; machen Sie dann noch eine.</translation>
    </message>
    <message>
        <source>Note payments on paper, close Tresen at every desk and start it here: it shows what can be read and offers the newest backup.</source>
        <translation>Notieren Sie Zahlungen auf Papier, schließen Sie Tresen an allen Theken und starten Sie es hier: Es zeigt, was lesbar ist, und bietet die neueste Sicherung an.</translation>
    </message>
    <message>
        <source>Check the data in the settings, part Data and backup: it is made anew then.</source>
        <translation>In den Optionen unter Daten und Sicherung prüfen: Dabei wird es neu gemacht.</translation>
    </message>
    <message>
        <source>Nothing to do now. Open Tresen anew at the other desks; if it comes again, have the disk checked.</source>
        <translation>Jetzt ist nichts zu tun. Tresen an den anderen Theken neu öffnen; kommt es wieder vor, den Datenträger prüfen lassen.</translation>
    </message>
    <message>
        <source>Open the inbox and take the tick off. Nothing is lost: files are taken later.</source>
        <translation>Öffnen Sie den Eingang und entfernen Sie das Häkchen. Nichts geht verloren: Die Dateien werden später übernommen.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ReminderSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Später erinnern</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>What about?</source>
        <translation>Woran?</translation>
    </message>
    <message>
        <source>for instance: call the owner, ask the workshop</source>
        <translation>zum Beispiel: Kunden anrufen, Werkstatt fragen</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Wann?</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Tag und Uhrzeit</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>In einer Stunde</translation>
    </message>
    <message>
        <source>Tomorrow at nine</source>
        <translation>Morgen um neun</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>In drei Tagen</translation>
    </message>
    <message>
        <source>At %1 it stands among the tasks of every desk, until it is done or moved.</source>
        <translation>Ab %1 steht es an jeder Theke unter den Aufgaben, bis es erledigt oder verschoben ist.</translation>
    </message>
    <message>
        <source>Is being written down</source>
        <translation>Wird festgehalten</translation>
    </message>
    <message>
        <source>nothing typed</source>
        <translation>nichts eingegeben</translation>
    </message>
    <message>
        <source>choose a later time</source>
        <translation>einen späteren Zeitpunkt wählen</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Erinnerung für %1</translation>
    </message>
    <message>
        <source>Reminder done</source>
        <translation>Erinnerung erledigt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ReportSheet</name>
    <message>
        <source>With a picture of the window</source>
        <translation>Mit einem Bild des Fensters</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>Bericht für den Support</translation>
    </message>
    <message>
        <source>This is all that will be in the file</source>
        <translation>Genau das wird in der Datei stehen</translation>
    </message>
    <message>
        <source>Names, addresses, account numbers, passwords and keys are left out. Nothing is sent from here; you decide who gets the file.</source>
        <translation>Namen, Adressen, Kontonummern, Kennwörter und Schlüssel sind weggelassen. Von hier wird nichts gesendet; Sie entscheiden, wer die Datei bekommt.</translation>
    </message>
    <message>
        <source>Content of the report</source>
        <translation>Inhalt des Berichts</translation>
    </message>
    <message>
        <source>Picture of the window</source>
        <translation>Bild des Fensters</translation>
    </message>
    <message>
        <source>None was taken</source>
        <translation>Es gibt keines</translation>
    </message>
    <message>
        <source>It may show names and amounts</source>
        <translation>Es kann Namen und Beträge zeigen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Reports (*.json)</source>
        <translation>Berichte (*.json)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RequestSheet</name>
    <message>
        <source>Payment request</source>
        <translation>Zahlungsanforderung</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>The sheet is shown here as soon as it is made. Nothing is printed before every code on it has been read back.</source>
        <translation>Hier erscheint das Blatt, sobald es fertig ist. Gedruckt wird erst, wenn jeder Code darauf zurückgelesen ist.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Withdraw request</source>
        <translation>Anforderung zurückziehen</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie erstellen</translation>
    </message>
    <message>
        <source>Create request</source>
        <translation>Anforderung erstellen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>Codes on the sheet</source>
        <translation>Codes auf dem Blatt</translation>
    </message>
    <message>
        <source>Pay page</source>
        <translation>Zahlungsseite</translation>
    </message>
    <message>
        <source>Language of the owner</source>
        <translation>Sprache des Kunden</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>no sheet yet</source>
        <translation>noch kein Blatt</translation>
    </message>
    <message>
        <source>no request yet</source>
        <translation>noch keine Anforderung</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>The portal is asked, the sheet is drawn and its codes are read back …</source>
        <translation>Das Portal wird gefragt, das Blatt gezeichnet, die Codes werden zurückgelesen …</translation>
    </message>
    <message>
        <source>%1 · all read back</source>
        <translation>%1 · alle zurückgelesen</translation>
    </message>
    <message>
        <source>Sheet %1, copy %2. The codes have been read back.</source>
        <translation>Blatt %1, Kopie %2. Die Codes sind zurückgelesen.</translation>
    </message>
    <message>
        <source>Sheet %1 is ready. The codes have been read back.</source>
        <translation>Blatt %1 ist fertig. Die Codes sind zurückgelesen.</translation>
    </message>
    <message>
        <source>The sheet was made at another desk. A copy can be made here.</source>
        <translation>Das Blatt ist an einer anderen Theke entstanden. Hier kann eine Kopie erstellt werden.</translation>
    </message>
    <message>
        <source>This sheet exists already. Printing it again makes a numbered copy.</source>
        <translation>Dieses Blatt gibt es schon. Ein weiterer Druck wird eine nummerierte Kopie.</translation>
    </message>
    <message>
        <source>Payment request %1</source>
        <translation>Zahlungsanforderung %1</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Anderer Betrag</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Ask for another amount</source>
        <translation>Anderen Betrag anfordern</translation>
    </message>
    <message>
        <source>Ask for all of it</source>
        <translation>Alles anfordern</translation>
    </message>
    <message>
        <source>At most %1 can be asked for</source>
        <translation>Höchstens %1 können angefordert werden</translation>
    </message>
    <message>
        <source>this amount cannot be asked for</source>
        <translation>dieser Betrag kann nicht angefordert werden</translation>
    </message>
    <message>
        <source>no mail server is set up</source>
        <translation>kein Mailserver eingerichtet</translation>
    </message>
    <message>
        <source>The request goes to %1. What becomes of it stands here.</source>
        <translation>Die Anforderung geht an %1. Was daraus wird, steht hier.</translation>
    </message>
    <message>
        <source>It goes once more to %1.</source>
        <translation>Es geht noch einmal an %1.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ResultModel</name>
    <message>
        <source>line %1</source>
        <comment>of a table</comment>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>no plate</source>
        <translation>kein Kennzeichen</translation>
    </message>
    <message>
        <source>to be paid by %1</source>
        <translation>zahlbar bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) readable</source>
        <translation>
            <numerusform>%n Rechnung lesbar</numerusform>
            <numerusform>%n Rechnungen lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 together</source>
        <translation>, zusammen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgewiesen</numerusform>
            <numerusform>%n abgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an invoice</source>
        <translation>
            <numerusform>%n Zeile ohne Rechnung</numerusform>
            <numerusform>%n Zeilen ohne Rechnung</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RuleWords</name>
    <message>
        <source>Key may go</source>
        <translation>Schlüssel darf raus</translation>
    </message>
    <message>
        <source>Key is gone</source>
        <translation>Schlüssel ist weg</translation>
    </message>
    <message>
        <source>Key stays here</source>
        <translation>Schlüssel bleibt hier</translation>
    </message>
    <message>
        <source>The money is here</source>
        <translation>Geld ist eingegangen</translation>
    </message>
    <message>
        <source>%1 of %1 paid</source>
        <translation>%1 von %1 bezahlt</translation>
    </message>
    <message>
        <source>%1 of %2 open</source>
        <translation>%1 von %2 offen</translation>
    </message>
    <message>
        <source>Money comes later</source>
        <translation>Geld kommt später</translation>
    </message>
    <message>
        <source>The money is not here</source>
        <translation>Geld ist nicht eingegangen</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kundennummer %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>Approved invoice customer</source>
        <translation>Freigegebener Rechnungskunde</translation>
    </message>
    <message>
        <source>No approved invoice customer</source>
        <translation>Kein freigegebener Rechnungskunde</translation>
    </message>
    <message>
        <source>No payment under way</source>
        <translation>Keine Zahlung in der Schwebe</translation>
    </message>
    <message>
        <source>The portal has been asked</source>
        <translation>Portal gefragt</translation>
    </message>
    <message>
        <source>No payment link is open</source>
        <translation>Kein Zahlungslink offen</translation>
    </message>
    <message>
        <source>A payment is under way</source>
        <translation>Eine Zahlung ist in der Schwebe</translation>
    </message>
    <message>
        <source>What is known is up to date</source>
        <translation>Stand ist frisch</translation>
    </message>
    <message>
        <source>%1, just fetched</source>
        <translation>%1, eben neu geholt</translation>
    </message>
    <message>
        <source>All of it was booked here</source>
        <translation>Alles wurde hier gebucht</translation>
    </message>
    <message>
        <source>What is known is out of date</source>
        <translation>Stand ist alt</translation>
    </message>
    <message>
        <source>The portal does not answer; as of %1</source>
        <translation>Das Portal antwortet nicht; Stand %1</translation>
    </message>
    <message>
        <source>The key is here</source>
        <translation>Schlüssel ist hier</translation>
    </message>
    <message>
        <source>On no hook</source>
        <translation>An keinem Haken</translation>
    </message>
    <message>
        <source>Hook %1</source>
        <translation>Haken %1</translation>
    </message>
    <message>
        <source>The key is not here</source>
        <translation>Schlüssel ist nicht hier</translation>
    </message>
    <message>
        <source>No key is known</source>
        <translation>Kein Schlüssel bekannt</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Cancelled by hand</source>
        <translation>Von Hand storniert</translation>
    </message>
    <message>
        <source>Money was open; only an approval lets the key go</source>
        <translation>Es war Geld offen; nur eine Freigabe lässt den Schlüssel gehen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::RunsModel</name>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>An order</source>
        <translation>Ein Auftrag</translation>
    </message>
    <message numerus="yes">
        <source>%n taken over</source>
        <translation>
            <numerusform>%n übernommen</numerusform>
            <numerusform>%n übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n neue Fassung</numerusform>
            <numerusform>%n neue Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n schon bekannt</numerusform>
            <numerusform>%n schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stayed</source>
        <translation>
            <numerusform>%n geblieben</numerusform>
            <numerusform>%n geblieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message numerus="yes">
        <source>from %n file(s)</source>
        <translation>
            <numerusform>aus %n Datei</numerusform>
            <numerusform>aus %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::RunsSheet</name>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Seen to it</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Undo the whole run</source>
        <translation>Ganzen Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>Runs of the past days</source>
        <translation>Läufe der letzten Tage</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), of all desks; refused files and orders stand first</source>
        <translation>
            <numerusform>%n Tag, alle Theken; abgelehnte Dateien und Aufträge stehen oben</numerusform>
            <numerusform>%n Tage, alle Theken; abgelehnte Dateien und Aufträge stehen oben</numerusform>
        </translation>
    </message>
    <message>
        <source>What was done about the refused file</source>
        <translation>Was wegen der abgelehnten Datei getan wurde</translation>
    </message>
    <message>
        <source>What was done about it, for example: asked the workshop for it once more</source>
        <translation>Was getan wurde, zum Beispiel: in der Werkstatt neu angefordert</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>say what was done</source>
        <translation>sagen Sie, was getan wurde</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>Ja, zurücknehmen</translation>
    </message>
    <message>
        <source>it has brought nothing</source>
        <translation>er hat nichts gebracht</translation>
    </message>
    <message>
        <source>choose a run</source>
        <translation>wählen Sie einen Lauf</translation>
    </message>
    <message numerus="yes">
        <source>This takes back what the run has brought: %n invoice(s). What has left the house stays and is named here.</source>
        <translation>
            <numerusform>Das nimmt zurück, was der Lauf gebracht hat: %n Rechnung. Was das Haus verlassen hat, bleibt und wird hier genannt.</numerusform>
            <numerusform>Das nimmt zurück, was der Lauf gebracht hat: %n Rechnungen. Was das Haus verlassen hat, bleibt und wird hier genannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the run back …</source>
        <translation>Der Lauf wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Nothing of it is left to be taken back</source>
        <translation>Davon ist nichts mehr zurückzunehmen</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Vermerkt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SampleModel</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 ?</source>
        <comment>title of a column that is to be confirmed</comment>
        <translation>%1 ?</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SavedFilters</name>
    <message>
        <source>Waits for pick-up</source>
        <translation>Wartet auf Abholung</translation>
    </message>
    <message>
        <source>Act</source>
        <comment>tab: needs somebody</comment>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tab</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Key free</source>
        <comment>tab</comment>
        <translation>Schlüssel frei</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tab</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>search “%1”</source>
        <translation>Suche „%1“</translation>
    </message>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>älter als %n Tag</numerusform>
            <numerusform>älter als %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>without handed over ones</source>
        <translation>ohne übergebene</translation>
    </message>
    <message>
        <source>All vehicles</source>
        <translation>Alle Fahrzeuge</translation>
    </message>
    <message numerus="yes">
        <source>At most %n views are kept; delete one first</source>
        <translation>
            <numerusform>Höchstens %n Ansicht wird gemerkt; löschen Sie zuerst eine</numerusform>
            <numerusform>Höchstens %n Ansichten werden gemerkt; löschen Sie zuerst eine</numerusform>
        </translation>
    </message>
    <message>
        <source>It needs a name</source>
        <translation>Ein Name fehlt</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n characters</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Zeichen</numerusform>
            <numerusform>Ein Name hat höchstens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>Einen mit diesem Namen gibt es schon</translation>
    </message>
    <message>
        <source>It leaves nothing out: choose a view, type a search or an option first</source>
        <translation>Es wird nichts ausgelassen: Wählen Sie zuerst eine Ansicht, eine Suche oder eine Option</translation>
    </message>
    <message>
        <source>only my site</source>
        <translation>nur mein Standort</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Scanner</name>
    <message>
        <source>Nothing here has this code</source>
        <translation>Diesen Code kennt hier niemand</translation>
    </message>
    <message>
        <source>The scanner read: %1</source>
        <translation>Gelesen wurde: %1</translation>
    </message>
    <message>
        <source>This sheet no longer counts</source>
        <translation>Dieses Blatt gilt nicht mehr</translation>
    </message>
    <message>
        <source>Sheet %1 does: %2 instead of %3</source>
        <translation>Es gilt Blatt %1: %2 statt %3</translation>
    </message>
    <message>
        <source>%1 are open, the sheet says %2</source>
        <translation>Offen sind %1, auf dem Blatt steht %2</translation>
    </message>
    <message>
        <source>This code is not ours</source>
        <translation>Dieser Code ist nicht von uns</translation>
    </message>
    <message>
        <source>It pays the account %1, which is none of the house</source>
        <translation>Er zahlt auf das Konto %1, das keines des Hauses ist</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ScreenEditor</name>
    <message>
        <source>The second one, where there is one</source>
        <translation>Der zweite, falls vorhanden</translation>
    </message>
    <message>
        <source>%1 (not found now)</source>
        <translation>%1 (derzeit nicht gefunden)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SearchField</name>
    <message>
        <source>Plate, name, invoice or scan</source>
        <translation>Kennzeichen, Name, Rechnung oder Scan</translation>
    </message>
    <message>
        <source>Plate, name or scan</source>
        <translation>Kennzeichen, Name, Scan</translation>
    </message>
    <message>
        <source>Plate, name</source>
        <translation>Kennzeichen, Name</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear search (Esc)</source>
        <translation>Suche leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SecretField</name>
    <message>
        <source>Enter …</source>
        <translation>Eingeben …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>Eingeben: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Keep: %1</source>
        <translation>Aufbewahren: %1</translation>
    </message>
    <message>
        <source>Really remove: %1</source>
        <translation>Wirklich entfernen: %1</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>In the keyring of the user of this computer. It is not shown again; whoever needs it makes a new one.</source>
        <translation>Im Schlüsselbund des Benutzers dieses Rechners. Wird nicht wieder gezeigt; wer es braucht, macht ein neues.</translation>
    </message>
    <message>
        <source>It will lie in the keyring of the user of this computer.</source>
        <translation>Kommt in den Schlüsselbund des Benutzers dieses Rechners.</translation>
    </message>
    <message>
        <source>In a private file of the profile that only this user can read, because no keyring answers or this desk is set so. Whoever copies the file has it.</source>
        <translation>In einer privaten Datei des Profils, die nur dieser Benutzer lesen kann, weil kein Schlüsselbund antwortet oder diese Theke so eingestellt ist. Wer die Datei kopiert, hat es.</translation>
    </message>
    <message>
        <source>It will lie in a private file of the profile that only this user can read, because no keyring answers or this desk is set so. Whoever copies the file has it.</source>
        <translation>Kommt in eine private Datei des Profils, die nur dieser Benutzer lesen kann, weil kein Schlüsselbund antwortet oder diese Theke so eingestellt ist. Wer die Datei kopiert, hat es.</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Sieht nach …</translation>
    </message>
    <message>
        <source>None is kept</source>
        <translation>Nichts hinterlegt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Hinterlegt</translation>
    </message>
    <message>
        <source>Unknown whether one is kept</source>
        <translation>Unklar, ob etwas hinterlegt ist</translation>
    </message>
    <message>
        <source>Enter the new one; the old one stays valid beside it</source>
        <translation>Das neue eingeben; das alte gilt daneben weiter</translation>
    </message>
    <message>
        <source>Type it or paste it from the clipboard</source>
        <translation>Eintippen oder aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Really remove it? Without it there is no connection.</source>
        <translation>Wirklich entfernen? Ohne gibt es keine Verbindung.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettingField</name>
    <message>
        <source>Unlock …</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Unlock: %1</source>
        <translation>Entsperren: %1</translation>
    </message>
    <message>
        <source>Saved for this desk only</source>
        <translation>Nur für diese Theke gespeichert</translation>
    </message>
    <message>
        <source>The workshop&apos;s value holds here again; until now: %1</source>
        <translation>Hier gilt wieder der Wert des Betriebs; bisher: %1</translation>
    </message>
    <message>
        <source>The workshop&apos;s value holds here again</source>
        <translation>Hier gilt wieder der Wert des Betriebs</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1. Not saved.</source>
        <translation>%1. Nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1. Not saved; still valid: %2</source>
        <translation>%1. Nicht gespeichert; es gilt weiter: %2</translation>
    </message>
    <message>
        <source>Emptied elsewhere meanwhile. What stands here is not saved yet.</source>
        <translation>Inzwischen an anderer Stelle geleert. Was hier steht, ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile. What stands here is not saved yet.</source>
        <translation>Inzwischen an anderer Stelle geändert. Was hier steht, ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile: %1. What stands here is not saved yet.</source>
        <translation>Inzwischen an anderer Stelle geändert: %1. Was hier steht, ist noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettingWords</name>
    <message>
        <source>Name of the workshop</source>
        <translation>Name der Werkstatt</translation>
    </message>
    <message>
        <source>As customers know it; on the sheet, the pay page and in the window</source>
        <translation>Wie Kunden ihn kennen; auf Blatt, Zahlungsseite und im Fenster</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>Firma laut Register</translation>
    </message>
    <message>
        <source>With its legal form, as in the register</source>
        <translation>Mit Rechtsform, wie im Register</translation>
    </message>
    <message>
        <source>Line under the name</source>
        <translation>Zeile unter dem Namen</translation>
    </message>
    <message>
        <source>Small, on the sheet only</source>
        <translation>Klein, nur auf dem Blatt</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Customers write to this address</source>
        <translation>An diese Adresse schreiben Kunden</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Internetseite</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Geschäftsführung</translation>
    </message>
    <message>
        <source>Has to stand on business letters of a company</source>
        <translation>Pflicht auf Geschäftsbriefen einer Gesellschaft</translation>
    </message>
    <message>
        <source>Register court and number</source>
        <translation>Registergericht und Nummer</translation>
    </message>
    <message>
        <source>VAT identification number</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>When a car can be fetched</source>
        <translation>Wann ein Fahrzeug abgeholt werden kann</translation>
    </message>
    <message>
        <source>Person to ask</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Stands on the sheet for questions</source>
        <translation>Steht für Rückfragen auf dem Blatt</translation>
    </message>
    <message>
        <source>Direct number</source>
        <translation>Durchwahl</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>PNG or JPEG; a large one is made smaller</source>
        <translation>PNG oder JPEG; ein großes wird verkleinert</translation>
    </message>
    <message>
        <source>Colour of the house</source>
        <translation>Hausfarbe</translation>
    </message>
    <message>
        <source>On the sheet and the pay page, not in this window</source>
        <translation>Auf Blatt und Zahlungsseite, nicht in diesem Fenster</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Kontoinhaber</translation>
    </message>
    <message>
        <source>Exactly as the bank has it</source>
        <translation>Genau wie bei der Bank</translation>
    </message>
    <message>
        <source>Account number (IBAN)</source>
        <translation>Kontonummer (IBAN)</translation>
    </message>
    <message>
        <source>All the customers&apos; money goes here; an invoice file cannot change it</source>
        <translation>Hierhin geht alles Geld der Kunden; eine Rechnungsdatei ändert daran nichts</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Only needed outside the euro area</source>
        <translation>Nur außerhalb des Euroraums nötig</translation>
    </message>
    <message>
        <source>Name of the bank</source>
        <translation>Name der Bank</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Tells several houses of one company apart</source>
        <translation>Unterscheidet mehrere Häuser eines Betriebs</translation>
    </message>
    <message>
        <source>Number of the site</source>
        <translation>Nummer des Standorts</translation>
    </message>
    <message>
        <source>0 to 99; part of every desk code</source>
        <translation>0 bis 99; Teil jedes Thekencodes</translation>
    </message>
    <message>
        <source>Workshop system</source>
        <translation>Werkstattsystem</translation>
    </message>
    <message>
        <source>Where the invoices come from</source>
        <translation>Von dort kommen die Rechnungen</translation>
    </message>
    <message>
        <source>Folder of new invoices</source>
        <translation>Ordner der neuen Rechnungen</translation>
    </message>
    <message>
        <source>Folder for giving back</source>
        <translation>Ordner für die Rückgabe</translation>
    </message>
    <message>
        <source>Paid invoices go there, and the answers are read there</source>
        <translation>Dorthin gehen bezahlte Rechnungen, von dort kommen die Antworten</translation>
    </message>
    <message>
        <source>Customers on account</source>
        <translation>Kunden auf Rechnung</translation>
    </message>
    <message>
        <source>Limit for paying later</source>
        <translation>Grenze für spätere Zahlung</translation>
    </message>
    <message>
        <source>Payment portal</source>
        <translation>Zahlungsportal</translation>
    </message>
    <message>
        <source>Makes the pay pages; the training portal takes no real money</source>
        <translation>Stellt die Zahlungsseiten; das Übungsportal nimmt kein echtes Geld</translation>
    </message>
    <message>
        <source>Ways to pay</source>
        <translation>Zahlungsarten</translation>
    </message>
    <message>
        <source>Named on the sheet, separated by commas</source>
        <translation>Stehen auf dem Blatt, durch Komma getrennt</translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation>Art der Daten</translation>
    </message>
    <message>
        <source>Sample data are marked on every screen and sheet</source>
        <translation>Musterdaten sind auf jedem Bild und Blatt gekennzeichnet</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation>Wo die Daten liegen</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Like postgres://desk@server/tresen; only with a server</source>
        <translation>Etwa postgres://desk@server/tresen; nur mit Server</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Name dieser Theke</translation>
    </message>
    <message>
        <source>Stands beside everything that is booked here</source>
        <translation>Steht bei allem, was hier gebucht wird</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>Language of this window</source>
        <translation>Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>Sheets have a language of their own</source>
        <translation>Blätter haben ihre eigene Sprache</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Size of the text in percent</source>
        <translation>Schriftgröße in Prozent</translation>
    </message>
    <message>
        <source>80 to 200</source>
        <translation>80 bis 200</translation>
    </message>
    <message>
        <source>Printer for sheets and receipts</source>
        <translation>Drucker für Blätter und Belege</translation>
    </message>
    <message>
        <source>Offered first when something is printed at this desk</source>
        <translation>Wird beim Drucken an dieser Theke zuerst angeboten</translation>
    </message>
    <message>
        <source>Port of the training pay page</source>
        <translation>Port der Übungs-Zahlungsseite</translation>
    </message>
    <message>
        <source>0 chooses a free one; takes effect at the next start</source>
        <translation>0 nimmt einen freien; gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Address of the training pay page</source>
        <translation>Adresse der Übungs-Zahlungsseite</translation>
    </message>
    <message>
        <source>Empty: every address of this computer</source>
        <translation>Leer: jede Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>None: bank transfer and counter only</source>
        <translation>Keines: nur Überweisung und Theke</translation>
    </message>
    <message>
        <source>Training portal (no real money)</source>
        <translation>Übungsportal (kein echtes Geld)</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>Echte Daten</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Musterdaten</translation>
    </message>
    <message>
        <source>On this computer (one desk)</source>
        <translation>Auf diesem Rechner (eine Theke)</translation>
    </message>
    <message>
        <source>On a server (several desks)</source>
        <translation>Auf einem Server (mehrere Theken)</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Wie am Rechner eingestellt</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>What stands on sheets, receipts and the pay page</source>
        <translation>Was auf Blättern, Belegen und der Zahlungsseite steht</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Bankkonto</translation>
    </message>
    <message>
        <source>Where the customers&apos; money goes. Locked once it is set</source>
        <translation>Wohin das Geld der Kunden geht. Gesperrt, sobald es gesetzt ist</translation>
    </message>
    <message>
        <source>Where invoices come from and where payments go back to</source>
        <translation>Woher Rechnungen kommen und wohin Zahlungen zurückgehen</translation>
    </message>
    <message>
        <source>How customers pay by phone</source>
        <translation>Wie Kunden mit dem Handy bezahlen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>At this desk</source>
        <translation>An dieser Theke</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>Daten und Sicherung</translation>
    </message>
    <message>
        <source>Where everything is kept, and that it is in order</source>
        <translation>Wo alles aufgehoben ist, und dass es stimmt</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Diese Theke</translation>
    </message>
    <message>
        <source>Site, desk, language and look</source>
        <translation>Standort, Theke, Sprache und Aussehen</translation>
    </message>
    <message>
        <source>Further accounts of the house</source>
        <translation>Weitere Konten des Betriebs</translation>
    </message>
    <message>
        <source>IBANs that may stand on an invoice without an alarm, one per line</source>
        <translation>IBANs, die ohne Alarm auf einer Rechnung stehen dürfen, eine pro Zeile</translation>
    </message>
    <message>
        <source>Customer numbers that may pay later, one per line; with a limit of their own like 4711=5000.00</source>
        <translation>Kundennummern, die später zahlen dürfen, eine je Zeile; mit eigener Grenze wie 4711=5000.00</translation>
    </message>
    <message>
        <source>Of one customer over all his invoices; above it the manager has to approve; empty: no limit</source>
        <translation>Eines Kunden über alle seine Rechnungen; darüber muss die Leitung zustimmen; leer: keine Grenze</translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation>Testbetrieb</translation>
    </message>
    <message>
        <source>Links take no real money and settle nothing; for trying out</source>
        <translation>Links nehmen kein echtes Geld und begleichen nichts; zum Ausprobieren</translation>
    </message>
    <message>
        <source>bezahl.de: organisation</source>
        <translation>bezahl.de: Organisation</translation>
    </message>
    <message>
        <source>Number of the organisation, from the portal</source>
        <translation>Nummer der Organisation, aus dem Portal</translation>
    </message>
    <message>
        <source>bezahl.de: address</source>
        <translation>bezahl.de: Adresse</translation>
    </message>
    <message>
        <source>From the contract; empty in test mode</source>
        <translation>Aus dem Vertrag; im Testbetrieb leer</translation>
    </message>
    <message>
        <source>Mollie: address</source>
        <translation>Mollie: Adresse</translation>
    </message>
    <message>
        <source>Empty: the usual one</source>
        <translation>Leer: die übliche</translation>
    </message>
    <message>
        <source>Stripe: address</source>
        <translation>Stripe: Adresse</translation>
    </message>
    <message>
        <source>SumUp: merchant code</source>
        <translation>SumUp: Händlercode</translation>
    </message>
    <message>
        <source>From the SumUp account</source>
        <translation>Aus dem SumUp-Konto</translation>
    </message>
    <message>
        <source>SumUp: address</source>
        <translation>SumUp: Adresse</translation>
    </message>
    <message>
        <source>Adyen: merchant account</source>
        <translation>Adyen: Händlerkonto</translation>
    </message>
    <message>
        <source>From the Adyen Customer Area</source>
        <translation>Aus der Adyen Customer Area</translation>
    </message>
    <message>
        <source>Adyen: address</source>
        <translation>Adyen: Adresse</translation>
    </message>
    <message>
        <source>The live address has a part of your own; empty in test mode</source>
        <translation>Die echte Adresse hat einen eigenen Teil; im Testbetrieb leer</translation>
    </message>
    <message>
        <source>Refund needs two people above</source>
        <translation>Erstattung zu zweit ab</translation>
    </message>
    <message>
        <source>A second person has to agree to what is more</source>
        <translation>Was darüber liegt, braucht eine zweite Person</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Empty: no mails are sent</source>
        <translation>Leer: Es werden keine E-Mails verschickt</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>Port des Mailservers</translation>
    </message>
    <message>
        <source>Usually 587</source>
        <translation>Meist 587</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>How the way to the mail server is protected</source>
        <translation>Wie der Weg zum Mailserver geschützt ist</translation>
    </message>
    <message>
        <source>User at the mail server</source>
        <translation>Benutzer am Mailserver</translation>
    </message>
    <message>
        <source>The password lies in the keyring</source>
        <translation>Das Kennwort liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Sender address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Customers see this address</source>
        <translation>Diese Adresse sehen die Kunden</translation>
    </message>
    <message>
        <source>Sender name</source>
        <translation>Absendername</translation>
    </message>
    <message>
        <source>Empty: the name of the workshop</source>
        <translation>Leer: der Name der Werkstatt</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>Antworten gehen an</translation>
    </message>
    <message>
        <source>Empty: to the sender</source>
        <translation>Leer: an den Absender</translation>
    </message>
    <message>
        <source>Proxy for mail</source>
        <translation>Proxy für E-Mail</translation>
    </message>
    <message>
        <source>Like socks5h://server:1080; empty: none</source>
        <translation>Wie socks5h://server:1080; leer: keiner</translation>
    </message>
    <message>
        <source>Confirm payments by mail</source>
        <translation>Zahlungen per E-Mail bestätigen</translation>
    </message>
    <message>
        <source>The owner gets a mail when money has come in or gone back</source>
        <translation>Der Halter bekommt eine E-Mail, wenn Geld eingegangen oder zurückgegangen ist</translation>
    </message>
    <message>
        <source>Port of the receiver</source>
        <translation>Port des Empfängers</translation>
    </message>
    <message>
        <source>For “tresen receive”, behind a proxy with a public address</source>
        <translation>Für „tresen receive“, hinter einem Proxy mit öffentlicher Adresse</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>Adresse des Empfängers</translation>
    </message>
    <message>
        <source>Usually this computer only</source>
        <translation>Meist nur dieser Rechner</translation>
    </message>
    <message>
        <source>Public name of the receiver</source>
        <translation>Öffentlicher Name des Empfängers</translation>
    </message>
    <message>
        <source>As the portals call it</source>
        <translation>Wie die Portale ihn rufen</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Schlüssel und Kennwörter</translation>
    </message>
    <message>
        <source>Where this desk keeps them</source>
        <translation>Wo diese Theke sie aufbewahrt</translation>
    </message>
    <message>
        <source>Encrypted from the start of the talk (STARTTLS)</source>
        <translation>Verschlüsselt ab Beginn des Gesprächs (STARTTLS)</translation>
    </message>
    <message>
        <source>Encrypted from the first byte (TLS)</source>
        <translation>Verschlüsselt ab dem ersten Byte (TLS)</translation>
    </message>
    <message>
        <source>Not at all: this computer only</source>
        <translation>Gar nicht: nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>In the keyring of the user</source>
        <translation>Im Schlüsselbund des Benutzers</translation>
    </message>
    <message>
        <source>In a private file of the profile</source>
        <translation>In einer privaten Datei des Profils</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Payment requests and confirmations to the owner</source>
        <translation>Zahlungsanforderungen und Bestätigungen an den Halter</translation>
    </message>
    <message>
        <source>Opening hours in English</source>
        <translation>Öffnungszeiten auf Englisch</translation>
    </message>
    <message>
        <source>Mail texts</source>
        <translation>Mailtexte</translation>
    </message>
    <message>
        <source>The workshop&apos;s own words in its mails; amounts, account and pay link stand there by themselves</source>
        <translation>Eigene Worte der Werkstatt in ihren Mails; Beträge, Konto und Zahllink stehen von selbst da</translation>
    </message>
    <message>
        <source>The workshop system puts them there</source>
        <translation>Das Werkstattsystem legt sie dort ab</translation>
    </message>
    <message>
        <source>Tables of the workshop system</source>
        <translation>Tabellen des Werkstattsystems</translation>
    </message>
    <message>
        <source>How CSV and ASCII exports are read; without a choice none is taken</source>
        <translation>Wie CSV- und ASCII-Exporte gelesen werden; ohne Wahl wird keiner übernommen</translation>
    </message>
    <message>
        <source>Port for orders</source>
        <translation>Port für Aufträge</translation>
    </message>
    <message>
        <source>A workshop system that talks to bezahl.de can send its orders here; 0: closed</source>
        <translation>Ein Werkstattsystem, das mit bezahl.de spricht, kann seine Aufträge hierher senden; 0: geschlossen</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>Gelesene Dateien</translation>
    </message>
    <message>
        <source>Moved: into the folders done and failed, with the reason beside</source>
        <translation>Verschoben: in die Ordner done und failed, mit dem Grund daneben</translation>
    </message>
    <message>
        <source>None: e-invoices only</source>
        <translation>Keine: nur E-Rechnungen</translation>
    </message>
    <message>
        <source>German table, one row per invoice</source>
        <translation>Deutsche Tabelle, eine Zeile je Rechnung</translation>
    </message>
    <message>
        <source>German table, one row per line</source>
        <translation>Deutsche Tabelle, eine Zeile je Position</translation>
    </message>
    <message>
        <source>English table</source>
        <translation>Englische Tabelle</translation>
    </message>
    <message>
        <source>Own description</source>
        <translation>Eigene Beschreibung</translation>
    </message>
    <message>
        <source>Are moved away</source>
        <translation>Werden weggeräumt</translation>
    </message>
    <message>
        <source>Stay where they are</source>
        <translation>Bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Key a scanner begins with</source>
        <translation>Taste, mit der ein Scanner beginnt</translation>
    </message>
    <message>
        <source>The surest way; set the same prefix in the scanner, and Return at the end</source>
        <translation>Der sicherste Weg; im Scanner dieselbe Vorsilbe einstellen und am Ende die Eingabetaste</translation>
    </message>
    <message>
        <source>Know a scanner by its speed</source>
        <translation>Scanner am Tempo erkennen</translation>
    </message>
    <message>
        <source>Works without setting up the scanner</source>
        <translation>Geht, ohne den Scanner einzustellen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>STX (Ctrl+B)</source>
        <translation>STX (Strg+B)</translation>
    </message>
    <message>
        <source>For letters and pages that are not in German; empty: as above</source>
        <translation>Für Briefe und Seiten, die nicht deutsch sind; leer: wie oben</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Whatever sounds also stands on the screen</source>
        <translation>Was ertönt, steht auch auf dem Bildschirm</translation>
    </message>
    <message>
        <source>A car waits for pick-up after</source>
        <translation>Ein Fahrzeug wartet auf Abholung nach</translation>
    </message>
    <message>
        <source>Working days, Monday to Friday: nothing is missing, and its key is still here</source>
        <translation>Werktagen, Montag bis Freitag: Es fehlt nichts mehr, und der Schlüssel ist noch hier</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Only when somebody is needed</source>
        <translation>Nur wenn jemand gebraucht wird</translation>
    </message>
    <message>
        <source>All: payments, too</source>
        <translation>Alle: auch Zahlungen</translation>
    </message>
    <message>
        <source>Lock after minutes</source>
        <translation>Sperren nach Minuten</translation>
    </message>
    <message>
        <source>When nobody has touched the desk for so long; 0: never. Only where people sign in</source>
        <translation>Wenn so lange niemand an der Theke war; 0: nie. Nur, wo man sich anmeldet</translation>
    </message>
    <message>
        <source>Scanner on a line of its own</source>
        <translation>Scanner mit eigener Leitung</translation>
    </message>
    <message>
        <source>One that does not type, like ttyACM0; empty: none</source>
        <translation>Einer, der nicht tippt, etwa ttyACM0; leer: keiner</translation>
    </message>
    <message>
        <source>Speed of that line</source>
        <translation>Geschwindigkeit dieser Leitung</translation>
    </message>
    <message>
        <source>In baud, as set in the scanner; over USB it does not matter</source>
        <translation>In Baud, wie im Scanner eingestellt; über USB ohne Bedeutung</translation>
    </message>
    <message>
        <source>Printer for key tags</source>
        <translation>Drucker für Schlüsselanhänger</translation>
    </message>
    <message>
        <source>Offered first when tags are printed; empty: that of the sheets</source>
        <translation>Wird beim Drucken von Anhängern zuerst angeboten; leer: der für Blätter</translation>
    </message>
    <message>
        <source>Size of a key tag</source>
        <translation>Größe eines Schlüsselanhängers</translation>
    </message>
    <message>
        <source>Of the labels in that printer</source>
        <translation>Der Etiketten in diesem Drucker</translation>
    </message>
    <message>
        <source>Signature when a key is handed over</source>
        <translation>Unterschrift bei der Schlüsselübergabe</translation>
    </message>
    <message>
        <source>Drawn with finger, pen or mouse, kept beside the documents</source>
        <translation>Mit Finger, Stift oder Maus gezeichnet, neben den Belegen aufbewahrt</translation>
    </message>
    <message>
        <source>Back up every day</source>
        <translation>Täglich sichern</translation>
    </message>
    <message>
        <source>By itself, while everybody goes on working</source>
        <translation>Von selbst, während alle weiterarbeiten</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Best on another disk; empty: beside the data</source>
        <translation>Am besten auf einer anderen Festplatte; leer: neben den Daten</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>Aufbewahrte Sicherungen</translation>
    </message>
    <message>
        <source>The oldest beyond that go once a new one has been read again</source>
        <translation>Ältere gehen, sobald eine neue wieder gelesen ist</translation>
    </message>
    <message>
        <source>Warn after days without a backup</source>
        <translation>Nach so vielen Tagen ohne Sicherung warnen</translation>
    </message>
    <message>
        <source>62 × 29 mm</source>
        <translation>62 × 29 mm</translation>
    </message>
    <message>
        <source>54 × 25 mm</source>
        <translation>54 × 25 mm</translation>
    </message>
    <message>
        <source>57 × 32 mm</source>
        <translation>57 × 32 mm</translation>
    </message>
    <message>
        <source>89 × 36 mm</source>
        <translation>89 × 36 mm</translation>
    </message>
    <message>
        <source>100 × 50 mm</source>
        <translation>100 × 50 mm</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Wird nicht verlangt</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Required, or a reason why not</source>
        <translation>Verlangt, oder ein Grund, warum nicht</translation>
    </message>
    <message>
        <source>Site of this desk</source>
        <translation>Standort dieser Theke</translation>
    </message>
    <message>
        <source>Only where desks of several sites share one database: what is taken over here belongs to it. Empty: the site above</source>
        <translation>Nur wo Theken mehrerer Standorte eine Datenbank teilen: Was hier übernommen wird, gehört zu ihm. Leer: der Standort oben</translation>
    </message>
    <message>
        <source>Key a scanner ends with</source>
        <translation>Taste, mit der ein Scanner endet</translation>
    </message>
    <message>
        <source>As set in the scanner; without one a short pause is the end of a code</source>
        <translation>Wie im Scanner eingestellt; ohne Taste beendet eine kurze Pause den Code</translation>
    </message>
    <message>
        <source>Data bits of that line</source>
        <translation>Datenbits dieses Anschlusses</translation>
    </message>
    <message>
        <source>Nearly always 8</source>
        <translation>Fast immer 8</translation>
    </message>
    <message>
        <source>Parity of that line</source>
        <translation>Parität dieses Anschlusses</translation>
    </message>
    <message>
        <source>As set in the scanner; with 7 data bits mostly even</source>
        <translation>Wie im Scanner eingestellt; bei 7 Datenbits meist gerade</translation>
    </message>
    <message>
        <source>Stop bits of that line</source>
        <translation>Stoppbits dieses Anschlusses</translation>
    </message>
    <message>
        <source>Nearly always 1</source>
        <translation>Fast immer 1</translation>
    </message>
    <message>
        <source>Flow control of that line</source>
        <translation>Flusssteuerung dieses Anschlusses</translation>
    </message>
    <message>
        <source>Only where the scanner waits for the computer</source>
        <translation>Nur wenn der Scanner auf den Rechner wartet</translation>
    </message>
    <message>
        <source>None: a short pause</source>
        <translation>Keine: eine kurze Pause</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>7 bits</source>
        <translation>7 Bit</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Ungerade</translation>
    </message>
    <message>
        <source>Mark (always 1)</source>
        <translation>Mark (immer 1)</translation>
    </message>
    <message>
        <source>Space (always 0)</source>
        <translation>Space (immer 0)</translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <source>2 bits</source>
        <translation>2 Bit</translation>
    </message>
    <message>
        <source>Hardware (RTS/CTS)</source>
        <translation>Hardware (RTS/CTS)</translation>
    </message>
    <message>
        <source>Software (XON/XOFF)</source>
        <translation>Software (XON/XOFF)</translation>
    </message>
    <message>
        <source>Organisation in orders</source>
        <translation>Organisation in Aufträgen</translation>
    </message>
    <message>
        <source>Only orders with this orgId are taken; empty: all</source>
        <translation>Nur Aufträge mit dieser orgId werden angenommen; leer: alle</translation>
    </message>
    <message>
        <source>Screen of the wall board</source>
        <translation>Bildschirm der Wandtafel</translation>
    </message>
    <message>
        <source>Where F11 shows which key may leave</source>
        <translation>Wo F11 zeigt, welcher Schlüssel gehen darf</translation>
    </message>
    <message>
        <source>For the whole workshop</source>
        <translation>Für die ganze Werkstatt</translation>
    </message>
    <message>
        <source>For this desk only</source>
        <translation>Nur für diese Theke</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Optionen durchsuchen</translation>
    </message>
    <message>
        <source>About Tresen</source>
        <translation>Über Tresen</translation>
    </message>
    <message>
        <source>No setting fits these words</source>
        <translation>Keine Option passt zu diesen Worten</translation>
    </message>
    <message>
        <source>First set-up …</source>
        <translation>Ersteinrichtung …</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettlementsModel</name>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>Zahlung zurückgenommen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Goes out with the next run</source>
        <translation>Geht mit dem nächsten Lauf hinaus</translation>
    </message>
    <message>
        <source>The workshop system gave no reason</source>
        <translation>Das Werkstattsystem nennt keinen Grund</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Put it right there, then send it again</source>
        <translation>Dort berichtigen, dann erneut senden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Answer of the workshop system</source>
        <translation>Antwort des Werkstattsystems</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettlementsPage</name>
    <message>
        <source>Give back</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Read answers</source>
        <translation>Antworten einlesen</translation>
    </message>
    <message>
        <source>Give back now</source>
        <translation>Jetzt zurückgeben</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not taken over yet</source>
        <translation>Noch nicht übernommen</translation>
    </message>
    <message>
        <source>Everything has been taken over</source>
        <translation>Alles ist übernommen</translation>
    </message>
    <message>
        <source>Payments appear here as soon as they are to be given back to the workshop system.</source>
        <translation>Zahlungen erscheinen hier, sobald sie an das Werkstattsystem zurückzugeben sind.</translation>
    </message>
    <message>
        <source>%L1 due · %L2 without an answer · %L3 refused</source>
        <translation>%L1 fällig · %L2 ohne Antwort · %L3 abgelehnt</translation>
    </message>
    <message>
        <source>No folder is set up for giving back</source>
        <translation>Für die Rückgabe ist kein Ordner eingestellt</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>no folder is set up</source>
        <translation>kein Ordner eingestellt</translation>
    </message>
    <message>
        <source>choose one that has been written</source>
        <translation>erst einen geschriebenen wählen</translation>
    </message>
    <message>
        <source>Safe: a record keeps its id and is booked only once</source>
        <translation>Sicher: Ein Satz behält seine Kennung und wird nur einmal gebucht</translation>
    </message>
    <message>
        <source>Answers: %L1 accepted, %L2 refused.</source>
        <translation>Antworten: %L1 angenommen, %L2 abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing is due, so no file was written.</source>
        <translation>Nichts ist fällig, darum wurde keine Datei geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Run %1: %n record(s) in %2</source>
        <translation>
            <numerusform>Lauf %1: %n Satz in %2</numerusform>
            <numerusform>Lauf %1: %n Sätze in %2</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no new answer of the workshop system.</source>
        <translation>Es gibt keine neue Antwort des Werkstattsystems.</translation>
    </message>
    <message numerus="yes">
        <source>Sent again in run %1: %n record(s), each with its old id.</source>
        <translation>
            <numerusform>Erneut gesendet in Lauf %1: %n Satz mit seiner alten Kennung.</numerusform>
            <numerusform>Erneut gesendet in Lauf %1: %n Sätze, jeder mit seiner alten Kennung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SheetStand</name>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SignatureField</name>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SoundTest</name>
    <message>
        <source>Listen: paid</source>
        <translation>Anhören: bezahlt</translation>
    </message>
    <message>
        <source>Listen: somebody is needed</source>
        <translation>Anhören: jemand wird gebraucht</translation>
    </message>
    <message>
        <source>Listen: refused</source>
        <translation>Anhören: abgelehnt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::SourcePage</name>
    <message>
        <source>E-invoices in a folder (XRechnung, ZUGFeRD, PDF with data)</source>
        <translation>E-Rechnungen in einem Ordner (XRechnung, ZUGFeRD, PDF mit Daten)</translation>
    </message>
    <message>
        <source>Tables in a folder (WERBAS, CSV, ASCII, DATEV)</source>
        <translation>Tabellen in einem Ordner (WERBAS, CSV, ASCII, DATEV)</translation>
    </message>
    <message>
        <source>Orders sent to this computer, as bezahl.de takes them</source>
        <translation>Aufträge, an diesen Rechner geschickt, wie bezahl.de sie nimmt</translation>
    </message>
    <message>
        <source>Folder the workshop system puts its invoices into</source>
        <translation>Ordner, in den das Werkstattsystem seine Rechnungen legt</translation>
    </message>
    <message>
        <source>What the tables look like</source>
        <translation>Wie die Tabellen aussehen</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Port auf diesem Rechner</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Token of the sender</source>
        <translation>Kennwort des Absenders (Token)</translation>
    </message>
    <message>
        <source>The workshop system sends it along as NX-Token</source>
        <translation>Das Werkstattsystem schickt es als NX-Token mit</translation>
    </message>
    <message>
        <source>Where do the invoices come from?</source>
        <translation>Woher kommen die Rechnungen?</translation>
    </message>
    <message>
        <source>Tresen takes over by itself what the workshop system puts there. The test looks only; nothing is taken over by it.</source>
        <translation>Tresen übernimmt von selbst, was das Werkstattsystem dort ablegt. Der Test schaut nur; er übernimmt nichts.</translation>
    </message>
    <message>
        <source>The workshop system is pointed at http://127.0.0.1 and this port instead of its portal. Only programs on this computer reach it.</source>
        <translation>Das Werkstattsystem bekommt http://127.0.0.1 und diesen Port statt seines Portals. Nur Programme auf diesem Rechner erreichen ihn.</translation>
    </message>
    <message>
        <source>Left empty, invoices are taken in by hand, on the page Inbox.</source>
        <translation>Bleibt es leer, werden Rechnungen von Hand übernommen, auf der Seite Eingang.</translation>
    </message>
    <message>
        <source>The workshop has %1. Another folder holds for this desk only; left empty, invoices are taken in here by hand.</source>
        <translation>Der Betrieb hat %1. Ein anderer Ordner gilt nur an dieser Theke; leer gelassen, werden Rechnungen hier von Hand übernommen.</translation>
    </message>
    <message>
        <source>Open and test</source>
        <translation>Öffnen und testen</translation>
    </message>
    <message>
        <source>Test the folder</source>
        <translation>Ordner testen</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>Looking into the folder …</source>
        <translation>Der Ordner wird angesehen …</translation>
    </message>
    <message>
        <source>No token is kept yet. Enter the one the workshop system sends.</source>
        <translation>Noch ist kein Token hinterlegt. Tragen Sie den ein, den das Werkstattsystem schickt.</translation>
    </message>
    <message>
        <source>The door is closed: the port is 0</source>
        <translation>Die Tür ist zu: Der Port ist 0</translation>
    </message>
    <message>
        <source>The door is open at http://127.0.0.1:%1</source>
        <translation>Die Tür ist offen unter http://127.0.0.1:%1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::StartPage</name>
    <message>
        <source>Begin for real, with an empty board</source>
        <translation>Echt beginnen, mit leerer Tafel</translation>
    </message>
    <message>
        <source>Look at the sample workshop first, in a window of its own</source>
        <translation>Zuerst den Musterbetrieb ansehen, in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Money goes to %1, %2</source>
        <translation>Geld geht an %1, %2</translation>
    </message>
    <message>
        <source>No account yet: requests carry no transfer code</source>
        <translation>Noch kein Konto: Anforderungen tragen keinen Überweisungscode</translation>
    </message>
    <message>
        <source>Invoices come from %1</source>
        <translation>Rechnungen kommen aus %1</translation>
    </message>
    <message>
        <source>Orders come in at port %1</source>
        <translation>Aufträge kommen am Port %1 an</translation>
    </message>
    <message>
        <source>No folder yet: invoices are taken in by hand, on the page Inbox</source>
        <translation>Noch kein Ordner: Rechnungen werden von Hand übernommen, auf der Seite Eingang</translation>
    </message>
    <message>
        <source>No printer chosen: it is asked for every time</source>
        <translation>Kein Drucker gewählt: Er wird jedes Mal erfragt</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <translation>Gedruckt wird auf %1</translation>
    </message>
    <message>
        <source>For real, or a look at the sample workshop first?</source>
        <translation>Echt beginnen oder erst den Musterbetrieb ansehen?</translation>
    </message>
    <message>
        <source>Everything can be changed later under Settings, where payment portal and mail are set up as well.</source>
        <translation>Alles lässt sich später unter Optionen ändern; dort werden auch Zahlungsportal und E-Mail eingerichtet.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>tresen::ui::StatusCard</name>
    <message>
        <source>Hook</source>
        <translation>Haken</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::StepSheet</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Stands in the history with your name, and on the report of the day.</source>
        <translation>Steht mit Ihrem Namen im Verlauf und im Tagesbericht.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>choose a reason and write down why</source>
        <translation>wählen Sie einen Grund und schreiben Sie auf, warum</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::StepSheets</name>
    <message>
        <source>%1 are open. From then on it asks for nothing, its pay link is closed, and the key stays until somebody approves its hand-over.</source>
        <translation>%1 sind offen. Danach verlangt die Rechnung nichts mehr, ihr Zahlungslink wird geschlossen, und der Schlüssel bleibt, bis jemand seine Herausgabe freigibt.</translation>
    </message>
    <message>
        <source>From then on it asks for nothing. What was paid on it has to be given back.</source>
        <translation>Danach verlangt die Rechnung nichts mehr. Was darauf gezahlt wurde, ist zurückzugeben.</translation>
    </message>
    <message>
        <source>Cancelled in the workshop system?</source>
        <translation>Im Werkstattsystem storniert?</translation>
    </message>
    <message>
        <source>It is cancelled</source>
        <translation>Sie ist storniert</translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation>Warum ist sie storniert?</translation>
    </message>
    <message>
        <source>A new invoice takes its place</source>
        <translation>Eine neue Rechnung tritt an ihre Stelle</translation>
    </message>
    <message>
        <source>The order was called off</source>
        <translation>Der Auftrag wurde abgesagt</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Invoice cancelled</source>
        <translation>Rechnung storniert</translation>
    </message>
    <message>
        <source>Not cancelled after all?</source>
        <translation>Doch nicht storniert?</translation>
    </message>
    <message>
        <source>The invoice asks for its money again, and its key stays until it is paid. What was noted remains in the history.</source>
        <translation>Die Rechnung verlangt ihr Geld wieder, und ihr Schlüssel bleibt, bis sie bezahlt ist. Was vermerkt wurde, bleibt im Verlauf stehen.</translation>
    </message>
    <message>
        <source>It is not cancelled</source>
        <translation>Sie ist nicht storniert</translation>
    </message>
    <message>
        <source>What was the mistake?</source>
        <translation>Was war der Irrtum?</translation>
    </message>
    <message>
        <source>The wrong invoice was cancelled</source>
        <translation>Die falsche Rechnung wurde storniert</translation>
    </message>
    <message>
        <source>The workshop system still asks for it</source>
        <translation>Das Werkstattsystem fordert sie weiterhin</translation>
    </message>
    <message>
        <source>The invoice asks for its money again</source>
        <translation>Die Rechnung verlangt ihr Geld wieder</translation>
    </message>
    <message>
        <source>No longer on account?</source>
        <translation>Nicht mehr auf Rechnung?</translation>
    </message>
    <message>
        <source>The key stays until the money is here.</source>
        <translation>Der Schlüssel bleibt, bis das Geld da ist.</translation>
    </message>
    <message>
        <source>No longer on account</source>
        <translation>Nicht mehr auf Rechnung</translation>
    </message>
    <message>
        <source>Why has that changed?</source>
        <translation>Warum hat sich das geändert?</translation>
    </message>
    <message>
        <source>Allowed by mistake</source>
        <translation>Versehentlich erlaubt</translation>
    </message>
    <message>
        <source>The customer pays now</source>
        <translation>Der Kunde zahlt jetzt</translation>
    </message>
    <message>
        <source>Release on account?</source>
        <translation>Auf Rechnung freigeben?</translation>
    </message>
    <message>
        <source>%1 stay open, and the key may go without them. It can be taken back in the same menu.</source>
        <translation>%1 bleiben offen, und der Schlüssel darf trotzdem gehen. Im selben Menü lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Release on account</source>
        <translation>Auf Rechnung freigeben</translation>
    </message>
    <message>
        <source>Why may it be paid later?</source>
        <translation>Warum darf später gezahlt werden?</translation>
    </message>
    <message>
        <source>Regular customer</source>
        <translation>Stammkunde</translation>
    </message>
    <message>
        <source>An insurance pays</source>
        <translation>Eine Versicherung zahlt</translation>
    </message>
    <message>
        <source>Released on account</source>
        <translation>Auf Rechnung freigegeben</translation>
    </message>
    <message>
        <source>Withdraw the request?</source>
        <translation>Anforderung zurückziehen?</translation>
    </message>
    <message>
        <source>Its pay link is closed and its sheet is worth nothing any more. A new request can be made at any time.</source>
        <translation>Ihr Zahlungslink wird geschlossen, und ihr Blatt gilt nicht mehr. Eine neue Anforderung ist jederzeit möglich.</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Anforderung zurückziehen</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Anforderung zurückgezogen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Story</name>
    <message>
        <source>Invoice taken over</source>
        <translation>Rechnung übernommen</translation>
    </message>
    <message>
        <source>New version %1 of the invoice</source>
        <translation>Neue Fassung %1 der Rechnung</translation>
    </message>
    <message>
        <source>Credit note %1 set off</source>
        <translation>Gutschrift %1 verrechnet</translation>
    </message>
    <message>
        <source>Cancelled in the workshop system</source>
        <translation>Im Werkstattsystem storniert</translation>
    </message>
    <message>
        <source>Request created, sheet %1</source>
        <translation>Anforderung erstellt, Blatt %1</translation>
    </message>
    <message>
        <source>The portal refused the request</source>
        <translation>Das Portal hat die Anforderung abgelehnt</translation>
    </message>
    <message>
        <source>No answer to the request</source>
        <translation>Keine Antwort auf die Anforderung</translation>
    </message>
    <message>
        <source>The portal does not answer</source>
        <translation>Das Portal antwortet nicht</translation>
    </message>
    <message>
        <source>Online payment started</source>
        <translation>Online-Zahlung begonnen</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Payment promised by the portal</source>
        <translation>Zahlung vom Portal zugesagt</translation>
    </message>
    <message>
        <source>Pay link closed</source>
        <translation>Zahlungslink geschlossen</translation>
    </message>
    <message>
        <source>Pay link expired</source>
        <translation>Zahlungslink abgelaufen</translation>
    </message>
    <message>
        <source>Pay page opened</source>
        <translation>Zahlungsseite geöffnet</translation>
    </message>
    <message>
        <source>Owner pays at the counter</source>
        <translation>Zahlt an der Theke</translation>
    </message>
    <message>
        <source>Pay page</source>
        <translation>Zahlungsseite</translation>
    </message>
    <message>
        <source>Owner asks to pay on account</source>
        <translation>Möchte auf Rechnung zahlen</translation>
    </message>
    <message>
        <source>Sheet of the request made</source>
        <translation>Blatt der Anforderung erstellt</translation>
    </message>
    <message>
        <source>Copy %1 of the sheet made</source>
        <translation>Kopie %1 des Blattes erstellt</translation>
    </message>
    <message>
        <source>Money went back, %1</source>
        <translation>Geld ging zurück, %1</translation>
    </message>
    <message>
        <source>Paid online, %1</source>
        <translation>Online bezahlt, %1</translation>
    </message>
    <message>
        <source>Paid, %1</source>
        <translation>Bezahlt, %1</translation>
    </message>
    <message>
        <source>Released on account</source>
        <translation>Auf Rechnung freigegeben</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>Key taken off its hook</source>
        <translation>Schlüssel vom Haken genommen</translation>
    </message>
    <message>
        <source>Key on hook %1</source>
        <translation>Schlüssel an Haken %1</translation>
    </message>
    <message>
        <source>Key handed to %1</source>
        <translation>Schlüssel an %1 übergeben</translation>
    </message>
    <message>
        <source>Key came back</source>
        <translation>Schlüssel zurückgenommen</translation>
    </message>
    <message>
        <source>Given back to the workshop system</source>
        <translation>Ans Werkstattsystem zurückgegeben</translation>
    </message>
    <message>
        <source>Taken over by the workshop system</source>
        <translation>Vom Werkstattsystem übernommen</translation>
    </message>
    <message>
        <source>Refused by the workshop system</source>
        <translation>Vom Werkstattsystem abgelehnt</translation>
    </message>
    <message>
        <source>%1 sent by mail</source>
        <translation>%1 per Mail gesendet</translation>
    </message>
    <message>
        <source>%1 by mail failed</source>
        <translation>%1 per Mail fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 by mail: unclear whether it left</source>
        <translation>%1 per Mail: unklar, ob sie hinausging</translation>
    </message>
    <message>
        <source>%1 given back, the portal is asked</source>
        <translation>Erstattung von %1 beim Portal veranlasst</translation>
    </message>
    <message>
        <source>Unclear whether it went back</source>
        <translation>Unklar, ob das Geld zurückging</translation>
    </message>
    <message>
        <source>Nothing went back</source>
        <translation>Es ging nichts zurück</translation>
    </message>
    <message>
        <source>Refund seen on the portal&apos;s page</source>
        <translation>Erstattung auf der Seite des Portals gesehen</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <source>Taken back with its run</source>
        <translation>Mit ihrem Einlesen zurückgenommen</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Erinnerung für %1</translation>
    </message>
    <message>
        <source>Reminder done</source>
        <translation>Erinnerung erledigt</translation>
    </message>
    <message>
        <source>The reminder is due</source>
        <translation>Die Erinnerung ist fällig</translation>
    </message>
    <message>
        <source>%1 · agreed by %2</source>
        <translation>%1 · zugestimmt: %2</translation>
    </message>
    <message>
        <source>with the owner&apos;s code</source>
        <translation>mit dem Code des Halters</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
    <message>
        <source>not signed: %1</source>
        <translation>nicht unterschrieben: %1</translation>
    </message>
    <message>
        <source>Pickup code for somebody else, by mail</source>
        <translation>Abholcode für jemand anderen, per E-Mail</translation>
    </message>
    <message>
        <source>Pickup code for somebody else, on paper</source>
        <translation>Abholcode für andere, auf Papier</translation>
    </message>
    <message>
        <source>Wrong pickup code</source>
        <translation>Falscher Abholcode</translation>
    </message>
    <message>
        <source>%1 pays</source>
        <translation>%1 zahlt</translation>
    </message>
    <message>
        <source>Vehicle data confirmed</source>
        <translation>Fahrzeugdaten bestätigt</translation>
    </message>
    <message>
        <source>Vehicle data put right</source>
        <translation>Fahrzeugdaten berichtigt</translation>
    </message>
    <message>
        <source>Hangs on another key now</source>
        <translation>Hängt jetzt an einem anderen Schlüssel</translation>
    </message>
    <message>
        <source>Key of a further vehicle</source>
        <translation>Schlüssel eines weiteren Fahrzeugs</translation>
    </message>
    <message>
        <source>Key now known as %1</source>
        <translation>Schlüssel jetzt bekannt als %1</translation>
    </message>
    <message>
        <source>Not cancelled after all</source>
        <translation>Doch nicht storniert</translation>
    </message>
    <message>
        <source>No longer on account</source>
        <translation>Nicht mehr auf Rechnung</translation>
    </message>
    <message>
        <source>Withdrawal taken back</source>
        <translation>Rückzug der Anforderung zurückgenommen</translation>
    </message>
    <message>
        <source>Copy %1 of the receipt made</source>
        <translation>Kopie %1 des Belegs erstellt</translation>
    </message>
    <message>
        <source>Release on account taken back</source>
        <translation>Freigabe auf Rechnung zurückgenommen</translation>
    </message>
    <message>
        <source>%1 by mail taken back before it left</source>
        <translation>%1 per Mail zurückgenommen, bevor sie hinausging</translation>
    </message>
    <message>
        <source>Document kept</source>
        <translation>Dokument behalten</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TabStrip</name>
    <message>
        <source>All</source>
        <comment>tab</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Act</source>
        <comment>tab: needs somebody</comment>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tab</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Key free</source>
        <comment>tab</comment>
        <translation>Schlüssel frei</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tab</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>What needs somebody first</source>
        <translation>Handlungsbedarf zuerst</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TakenForm</name>
    <message>
        <source>The card has been charged already</source>
        <translation>Die Karte ist schon belastet</translation>
    </message>
    <message>
        <source>A transfer stands on the account</source>
        <translation>Eine Überweisung steht auf dem Konto</translation>
    </message>
    <message>
        <source>Amount taken</source>
        <translation>Genommener Betrag</translation>
    </message>
    <message>
        <source>Receipt number of the terminal</source>
        <translation>Belegnummer des Terminals</translation>
    </message>
    <message>
        <source>Number or text of the transfer, may stay empty</source>
        <translation>Nummer oder Text der Überweisung, darf leer bleiben</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TaskSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done otherwise</source>
        <translation>Anders erledigt</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Send it once more to</source>
        <translation>Noch einmal senden an</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Was wurde getan?</translation>
    </message>
    <message>
        <source>Stands in the history with your name.</source>
        <translation>Steht mit Ihrem Namen im Verlauf.</translation>
    </message>
    <message>
        <source>Cleared with the customer</source>
        <translation>Mit dem Kunden geklärt</translation>
    </message>
    <message>
        <source>Cleared with the workshop</source>
        <translation>Mit der Werkstatt geklärt</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Auf anderem Weg</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>this is not a mail address</source>
        <translation>das ist keine Mailadresse</translation>
    </message>
    <message>
        <source>no mail server is set up</source>
        <translation>kein Mailserver eingerichtet</translation>
    </message>
    <message>
        <source>choose a reason and write down what was done</source>
        <translation>Grund wählen und aufschreiben, was getan wurde</translation>
    </message>
    <message>
        <source>It goes once more to %1.</source>
        <translation>Es geht noch einmal an %1.</translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation>Die Aufgabe ist erledigt.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TasksModel</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>unclear whether it went back</source>
        <translation>unklar, ob sie ankam</translation>
    </message>
    <message>
        <source>is on its way back</source>
        <translation>Erstattung läuft</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Filter the tasks</source>
        <translation>Aufgaben filtern</translation>
    </message>
    <message>
        <source>Plate, name or invoice</source>
        <translation>Kennzeichen, Name, Rechnung</translation>
    </message>
    <message>
        <source>Show the invoice</source>
        <translation>Rechnung zeigen</translation>
    </message>
    <message>
        <source>Done otherwise</source>
        <translation>Anders erledigt</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Offene Aufgaben</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s)</source>
        <translation>
            <numerusform>%1 von %n Aufgabe</numerusform>
            <numerusform>%1 von %n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more invoice(s) with tasks</source>
        <translation>
            <numerusform>noch %n Rechnung mit Aufgaben</numerusform>
            <numerusform>noch %n Rechnungen mit Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>What needs somebody appears here: money paid twice, mails that did not arrive, refunds that failed.</source>
        <translation>Hier erscheint, was jemanden braucht: doppelt bezahltes Geld, Mails, die nicht ankamen, fehlgeschlagene Erstattungen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No task fits the filter.</source>
        <translation>Keine Aufgabe passt zum Filter.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 zurückgeben</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>%1 anfordern</translation>
    </message>
    <message>
        <source>Clear it up</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>choose a task</source>
        <translation>Aufgabe wählen</translation>
    </message>
    <message>
        <source>it is on its way back</source>
        <translation>Erstattung läuft</translation>
    </message>
    <message>
        <source>Done or later …</source>
        <translation>Erledigt oder später …</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TestBand</name>
    <message>
        <source>The portal is in its test mode: no real money comes in over this link.</source>
        <translation>Das Portal ist im Testbetrieb: Über diesen Link kommt kein echtes Geld.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TestCard</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt der Probe</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>%1 … %2 s</source>
        <translation>%1 … %2 s</translation>
    </message>
    <message>
        <source>Tested at %1, %2</source>
        <translation>Geprüft um %1, %2</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TestPage</name>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>It is in order when the frame is whole on all four sides and the line below is exactly ten centimetres long.</source>
        <translation>In Ordnung ist sie, wenn der Rahmen auf allen vier Seiten ganz ist und die Linie darunter genau zehn Zentimeter lang.</translation>
    </message>
    <message>
        <source>Letters, digits, signs:</source>
        <translation>Buchstaben, Ziffern, Zeichen:</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TextPiece</name>
    <message>
        <source>Original text</source>
        <translation>Ursprünglicher Text</translation>
    </message>
    <message>
        <source>Back to the original text: %1</source>
        <translation>Zurück zum ursprünglichen Text: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Timeline</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>show all %1</source>
        <translation>alle %1 zeigen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Toast</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TrainingMark</name>
    <message>
        <source>Training, no real money</source>
        <translation>SCHULUNG, kein echtes Geld</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TraitPanel</name>
    <message>
        <source>The columns are right</source>
        <translation>Die Spalten stimmen</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>Characters of each column, e.g. 14,10,30</source>
        <translation>Zeichen jeder Spalte, z. B. 14,10,30</translation>
    </message>
    <message>
        <source>Please look where the columns end and confirm it.</source>
        <translation>Bitte prüfen Sie, wo die Spalten enden, und bestätigen Sie es.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::TransferCard</name>
    <message>
        <source>Write into a file …</source>
        <translation>In eine Datei schreiben …</translation>
    </message>
    <message>
        <source>Take over from a file …</source>
        <translation>Aus einer Datei übernehmen …</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>Einstellungen als Datei</translation>
    </message>
    <message>
        <source>To keep them, or for another desk. Keys and passwords are never in it; before anything is taken over it is shown what would change.</source>
        <translation>Zum Aufbewahren oder für eine andere Theke. Schlüssel und Kennwörter stehen nie darin; bevor etwas übernommen wird, ist zu sehen, was sich ändern würde.</translation>
    </message>
    <message>
        <source>Write the settings into a file</source>
        <translation>Einstellungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Take settings over from a file</source>
        <translation>Einstellungen aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>Written: %1.</source>
        <translation>Geschrieben: %1.</translation>
    </message>
    <message>
        <source>Not in it, because it belongs to this desk or holds a password: %1.</source>
        <translation>Nicht darin, weil es zu dieser Theke gehört oder ein Kennwort enthält: %1.</translation>
    </message>
    <message>
        <source>Nothing would change: all of it is set so already.</source>
        <translation>Nichts würde sich ändern: Alles ist schon so eingestellt.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) taken over.</source>
        <translation>
            <numerusform>%n Einstellung übernommen.</numerusform>
            <numerusform>%n Einstellungen übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::UnlockSheet</name>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Locked setting</source>
        <translation>Gesperrte Option</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Change it from now on</source>
        <translation>Ab jetzt ändern</translation>
    </message>
    <message>
        <source>All the customers&apos; money goes to this account, and only this place decides it: what an invoice file says does not count. The change is kept for ever, with name, time and reason. Sheets that are printed already still carry the old account.</source>
        <translation>Alles Geld der Kunden geht auf dieses Konto, und nur diese Stelle bestimmt es: Was in einer Rechnungsdatei steht, zählt nicht. Die Änderung bleibt für immer stehen, mit Name, Zeit und Grund. Schon gedruckte Blätter tragen noch das alte Konto.</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>Gilt jetzt</translation>
    </message>
    <message>
        <source>Shall hold from now on</source>
        <translation>Soll ab jetzt gelten</translation>
    </message>
    <message numerus="yes">
        <source>Why? At least %n character(s)</source>
        <translation>
            <numerusform>Warum? Mindestens %n Zeichen</numerusform>
            <numerusform>Warum? Mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>for instance: new account at the same bank, letter of 20 November</source>
        <translation>zum Beispiel: neues Konto bei derselben Bank, Brief vom 20. November</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>the new value is missing</source>
        <translation>der neue Wert fehlt</translation>
    </message>
    <message>
        <source>this is what holds already</source>
        <translation>das gilt schon jetzt</translation>
    </message>
    <message>
        <source>the reason is too short</source>
        <translation>der Grund ist zu kurz</translation>
    </message>
    <message>
        <source>Propose it</source>
        <translation>Vorschlagen</translation>
    </message>
</context>
<context>
    <name>tresen::ui::UserButton</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>Wer ist hier?</translation>
    </message>
</context>
<context>
    <name>tresen::ui::VaultCard</name>
    <message>
        <source>Make a backup …</source>
        <translation>Sicherung erstellen …</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Backup and check</source>
        <translation>Sichern und prüfen</translation>
    </message>
    <message>
        <source>Progress of backup or check</source>
        <translation>Fortschritt der Sicherung oder Prüfung</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message numerus="yes">
        <source>The backup is being made and read again … %n s</source>
        <translation>
            <numerusform>Die Sicherung wird erstellt und gegengelesen … %n s</numerusform>
            <numerusform>Die Sicherung wird erstellt und gegengelesen … %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every entry is recomputed … %n s</source>
        <translation>
            <numerusform>Jeder Eintrag wird nachgerechnet … %n s</numerusform>
            <numerusform>Jeder Eintrag wird nachgerechnet … %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Sicherung erstellen</translation>
    </message>
    <message>
        <source>Backups (*.%1)</source>
        <translation>Sicherungen (*.%1)</translation>
    </message>
    <message>
        <source>Backup made and read again: %1 (%2)</source>
        <translation>Sicherung erstellt und gegengelesen: %1 (%2)</translation>
    </message>
    <message>
        <source>In order: %1 entries recomputed, and everything shown follows from them.</source>
        <translation>In Ordnung: %1 Einträge nachgerechnet, und alles Gezeigte folgt aus ihnen.</translation>
    </message>
    <message>
        <source>Not in order, from entry %1 on. Stop working with these data and call support.</source>
        <translation>Nicht in Ordnung, ab Eintrag %1. Nicht weiterarbeiten und den Support anrufen.</translation>
    </message>
    <message>
        <source>Not in order. Stop working with these data and call support.</source>
        <translation>Nicht in Ordnung. Nicht weiterarbeiten und den Support anrufen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup is made while everybody goes on working, and is read once more before it counts. Keep it on another disk. Its sheets, receipts, signatures and pages lie beside it in &quot;tresen-documents&quot;: keep both together.</source>
        <translation>Die Sicherung entsteht, während alle weiterarbeiten, und wird noch einmal gelesen, bevor sie gilt. Bewahren Sie sie auf einem anderen Datenträger auf. Blätter, Belege, Unterschriften und Seiten liegen daneben in „tresen-documents“: Lassen Sie beides zusammen.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::VehicleSheet</name>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>VIN, 17 characters</source>
        <translation>FIN, 17 Zeichen</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Keeper, if not the buyer of the invoice</source>
        <translation>Halter, falls nicht der Rechnungsempfänger</translation>
    </message>
    <message>
        <source>Further vehicles: plate or VIN, a semicolon between them</source>
        <translation>Weitere Fahrzeuge: Kennzeichen oder FIN, dazwischen ein Semikolon</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Who pays, if not the buyer</source>
        <translation>Zahler, falls nicht der Rechnungsempfänger</translation>
    </message>
    <message>
        <source>Mail address of the payer</source>
        <translation>E-Mail-Adresse des Zahlers</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Vehicle and payer</source>
        <translation>Fahrzeug und Zahler</translation>
    </message>
    <message>
        <source>Found by rule, please compare: %1.</source>
        <translation>Aus Texten gelesen, bitte vergleichen: %1.</translation>
    </message>
    <message>
        <source>Letter and mail go to the payer. Without a name they go to the buyer of the invoice: %1.</source>
        <translation>Brief und E-Mail gehen an den Zahler. Ohne Namen gehen sie an den Rechnungsempfänger: %1.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Is being written down</source>
        <translation>Wird festgehalten</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>es fehlt noch etwas</translation>
    </message>
    <message>
        <source>Vehicle data confirmed</source>
        <translation>Fahrzeugdaten bestätigt</translation>
    </message>
    <message>
        <source>Vehicle data put right</source>
        <translation>Fahrzeugdaten berichtigt</translation>
    </message>
</context>
<context>
    <name>tresen::ui::ViewMenu</name>
    <message>
        <source>All vehicles</source>
        <translation>Alle Fahrzeuge</translation>
    </message>
    <message>
        <source>Without handed over ones</source>
        <translation>Ohne übergebene</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Älter als</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>Jedes Alter</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this view under a name …</source>
        <translation>Diese Ansicht unter einem Namen merken …</translation>
    </message>
    <message>
        <source>Names, order, delete …</source>
        <translation>Namen, Reihenfolge, löschen …</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Always shown</source>
        <translation>Immer gezeigt</translation>
    </message>
    <message>
        <source>Further to the left</source>
        <translation>Weiter nach links</translation>
    </message>
    <message>
        <source>Further to the right</source>
        <translation>Weiter nach rechts</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>Übliche Breite</translation>
    </message>
    <message>
        <source>All columns as usual</source>
        <translation>Alle Spalten wie üblich</translation>
    </message>
    <message>
        <source>Only my site</source>
        <translation>Nur mein Standort</translation>
    </message>
    <message>
        <source>All widths as at first</source>
        <translation>Alle Breiten wie zu Anfang</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WallBoard</name>
    <message>
        <source>Wall board</source>
        <translation>Wandtafel</translation>
    </message>
    <message>
        <source>The data are old</source>
        <translation>Der Stand ist alt</translation>
    </message>
    <message>
        <source>May leave: %1</source>
        <translation>Darf raus: %1</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Ask at the counter first</source>
        <translation>Erst an der Theke fragen</translation>
    </message>
    <message>
        <source>Key may leave</source>
        <translation>Schlüssel darf raus</translation>
    </message>
    <message>
        <source>Key stays here</source>
        <translation>Schlüssel bleibt hier</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Nothing is ready to be handed over</source>
        <translation>Gerade ist nichts zur Abholung frei</translation>
    </message>
    <message>
        <source>Number on the left: key hook</source>
        <translation>Zahl links: Schlüsselhaken</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Ask at the counter</source>
        <translation>Theke fragen</translation>
    </message>
    <message>
        <source>Cannot be read, it is tried again</source>
        <translation>Nicht lesbar, wird erneut versucht</translation>
    </message>
    <message>
        <source>The stored data are damaged: nothing is recorded</source>
        <translation>Die gespeicherten Daten sind beschädigt: Es wird nichts verbucht</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WaysBack</name>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Mail leaves in a moment</source>
        <translation>Mail geht gleich hinaus</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Anforderung zurückgezogen</translation>
    </message>
    <message>
        <source>Released on account</source>
        <translation>Auf Rechnung freigegeben</translation>
    </message>
</context>
<context>
    <name>tresen::ui::Welcome</name>
    <message>
        <source>Setting up the sample workshop</source>
        <translation>Der Musterbetrieb wird eingerichtet</translation>
    </message>
    <message>
        <source>About forty invoices with made-up people and cars, to try everything without risk. This takes a few seconds, once.</source>
        <translation>Rund vierzig Rechnungen mit erfundenen Leuten und Autos, um alles ohne Risiko auszuprobieren. Das dauert einmal ein paar Sekunden.</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WizardFrame</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Goes on with it some other time; what is answered is kept</source>
        <translation>Ein andermal weiter; was beantwortet ist, bleibt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>question</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>einen Moment</translation>
    </message>
    <message>
        <source>this is the first question</source>
        <translation>das ist die erste Frage</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WizardSheet</name>
    <message>
        <source>First set-up</source>
        <translation>Ersteinrichtung</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WizardSteps</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of this desk</source>
        <translation>Dieser Theke</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Name and account</source>
        <translation>Name und Konto</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>Woher sie kommen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>For real or to try</source>
        <translation>Echt oder zum Probieren</translation>
    </message>
    <message>
        <source>Question %1 of %2: %3</source>
        <translation>Frage %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>tresen::ui::WizardWords</name>
    <message>
        <source>The IBAN is missing. It stands on every bank statement and on the bank card.</source>
        <translation>Die IBAN fehlt. Sie steht auf jedem Kontoauszug und auf der Bankkarte.</translation>
    </message>
    <message>
        <source>“%1” stands in no IBAN, only letters and digits do. Copy it once more from the bank statement.</source>
        <translation>„%1“ kommt in keiner IBAN vor, nur Buchstaben und Ziffern. Schreiben Sie sie noch einmal vom Kontoauszug ab.</translation>
    </message>
    <message>
        <source>An IBAN begins with two letters for the country and two digits, as in DE89. Look at its beginning once more.</source>
        <translation>Eine IBAN beginnt mit zwei Buchstaben für das Land und zwei Ziffern, wie DE89. Sehen Sie sich den Anfang noch einmal an.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are missing at least. Compare it with the bank statement.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen fehlt. Vergleichen Sie mit dem Kontoauszug.</numerusform>
            <numerusform>Mindestens %n Zeichen fehlen. Vergleichen Sie mit dem Kontoauszug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are missing: an IBAN that begins with %1 has %2. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n Zeichen fehlt: Eine IBAN mit %1 am Anfang hat %2. Vergleichen Sie mit dem Kontoauszug.</numerusform>
            <numerusform>%n Zeichen fehlen: Eine IBAN mit %1 am Anfang hat %2. Vergleichen Sie mit dem Kontoauszug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are too many. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n Zeichen ist zu viel. Vergleichen Sie mit dem Kontoauszug.</numerusform>
            <numerusform>%n Zeichen sind zu viel. Vergleichen Sie mit dem Kontoauszug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are too many: an IBAN that begins with %1 has %2. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n Zeichen ist zu viel: Eine IBAN mit %1 am Anfang hat %2. Vergleichen Sie mit dem Kontoauszug.</numerusform>
            <numerusform>%n Zeichen sind zu viel: Eine IBAN mit %1 am Anfang hat %2. Vergleichen Sie mit dem Kontoauszug.</numerusform>
        </translation>
    </message>
    <message>
        <source>A digit is wrong, or two are swapped: the check digits do not fit. Compare it with the bank statement, group by group.</source>
        <translation>Eine Ziffer ist falsch, oder zwei sind vertauscht: Die Prüfziffern stimmen nicht. Vergleichen Sie Gruppe für Gruppe mit dem Kontoauszug.</translation>
    </message>
    <message>
        <source>Name the folder, or choose it.</source>
        <translation>Nennen Sie den Ordner, oder wählen Sie ihn aus.</translation>
    </message>
    <message>
        <source>Name the whole path, from the root, or choose the folder.</source>
        <translation>Nennen Sie den ganzen Pfad von der Wurzel an, oder wählen Sie den Ordner aus.</translation>
    </message>
    <message>
        <source>There is no such folder. Look at its name, or connect the drive it lies on.</source>
        <translation>Diesen Ordner gibt es nicht. Prüfen Sie den Namen, oder verbinden Sie das Laufwerk, auf dem er liegt.</translation>
    </message>
    <message>
        <source>This is a file. Choose the folder it lies in.</source>
        <translation>Das ist eine Datei. Wählen Sie den Ordner, in dem sie liegt.</translation>
    </message>
    <message>
        <source>This user may not read the folder. Ask whoever looks after the computer for the right to read and write there.</source>
        <translation>Dieser Benutzer darf den Ordner nicht lesen. Bitten Sie, wer den Rechner betreut, um das Recht, dort zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>The drive does not answer. Look whether it is connected, and try again.</source>
        <translation>Das Laufwerk antwortet nicht. Sehen Sie nach, ob es verbunden ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The first one, %1, has gone meanwhile</source>
        <translation>Die erste, %1, ist inzwischen weg</translation>
    </message>
    <message>
        <source>The first one, %1, would be refused: %2. %3.</source>
        <translation>Die erste, %1, würde abgelehnt: %2. %3.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>schon bekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the same file</source>
        <translation>
            <numerusform>und %n weitere in derselben Datei</numerusform>
            <numerusform>und %n weitere in derselben Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>The first one: %1</source>
        <translation>Die erste: %1</translation>
    </message>
    <message>
        <source>The folder can be read</source>
        <translation>Der Ordner ist lesbar</translation>
    </message>
    <message>
        <source>And written: files that were read can be put away</source>
        <translation>Und beschreibbar: Gelesene Dateien können weggelegt werden</translation>
    </message>
    <message>
        <source>It cannot be written: files stay where they are. Ask for the right to write there if they shall be put away</source>
        <translation>Er ist nicht beschreibbar: Dateien bleiben, wo sie sind. Bitten Sie um das Schreibrecht, wenn sie weggelegt werden sollen</translation>
    </message>
    <message>
        <source>It cannot be written, which is not needed: files stay where they are</source>
        <translation>Er ist nicht beschreibbar, was nicht nötig ist: Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>No invoice lies there yet. Have one exported and test once more, or go on</source>
        <translation>Dort liegt noch keine Rechnung. Lassen Sie eine ausgeben und testen noch einmal, oder gehen Sie weiter</translation>
    </message>
    <message numerus="yes">
        <source>More than %n file(s) lie there</source>
        <translation>
            <numerusform>Mehr als %n Datei liegt dort</numerusform>
            <numerusform>Mehr als %n Dateien liegen dort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie there</source>
        <translation>
            <numerusform>%n Datei liegt dort</numerusform>
            <numerusform>%n Dateien liegen dort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::Wording</name>
    <message>
        <source>not requested yet</source>
        <translation>noch nicht angefordert</translation>
    </message>
    <message>
        <source>amount changed, request again</source>
        <translation>Betrag geändert, neu anfordern</translation>
    </message>
    <message>
        <source>payment link has run out</source>
        <translation>Zahlungslink abgelaufen</translation>
    </message>
    <message>
        <source>request could not be made, %1</source>
        <translation>Anforderung nicht möglich, %1</translation>
    </message>
    <message>
        <source>wants to pay at the counter</source>
        <translation>möchte an der Theke zahlen</translation>
    </message>
    <message>
        <source>wants to pay on account</source>
        <translation>möchte auf Rechnung zahlen</translation>
    </message>
    <message>
        <source>payment page opened</source>
        <translation>Zahlungsseite geöffnet</translation>
    </message>
    <message>
        <source>sheet made, no. %1</source>
        <translation>Blatt erstellt, Nr. %1</translation>
    </message>
    <message>
        <source>request sent, no. %1</source>
        <translation>Anforderung gesendet, Nr. %1</translation>
    </message>
    <message>
        <source>payment link is being made</source>
        <translation>Zahlungslink entsteht</translation>
    </message>
    <message>
        <source>customer is paying online</source>
        <translation>Kunde zahlt gerade online</translation>
    </message>
    <message>
        <source>money is promised, not here yet</source>
        <translation>zugesagt, noch nicht endgültig</translation>
    </message>
    <message>
        <source>payment link is being closed, %1</source>
        <translation>Zahlungslink wird geschlossen, %1</translation>
    </message>
    <message>
        <source>unclear whether a payment link exists, %1</source>
        <translation>unklar, ob ein Zahlungslink besteht, %1</translation>
    </message>
    <message>
        <source>no answer from the portal, %1</source>
        <translation>keine Antwort vom Portal, %1</translation>
    </message>
    <message>
        <source>partly paid, %1</source>
        <translation>teilweise bezahlt, %1</translation>
    </message>
    <message>
        <source>online, %1</source>
        <translation>online, %1</translation>
    </message>
    <message>
        <source>cash at the counter</source>
        <translation>bar an der Theke</translation>
    </message>
    <message>
        <source>card at the counter, %1</source>
        <translation>Karte an der Theke, %1</translation>
    </message>
    <message>
        <source>bank transfer, %1</source>
        <translation>Überweisung, %1</translation>
    </message>
    <message>
        <source>voucher, %1</source>
        <translation>Gutschein, %1</translation>
    </message>
    <message>
        <source>settled by credit note</source>
        <translation>durch Gutschrift erledigt</translation>
    </message>
    <message>
        <source>nothing to pay</source>
        <translation>nichts zu zahlen</translation>
    </message>
    <message>
        <source>invoice customer, %1</source>
        <translation>Rechnungskunde, %1</translation>
    </message>
    <message>
        <source>is collected by direct debit</source>
        <translation>wird per Lastschrift eingezogen</translation>
    </message>
    <message>
        <source>paid twice, %1 too much</source>
        <translation>zweimal bezahlt, %1 zu viel</translation>
    </message>
    <message>
        <source>too much paid, %1</source>
        <translation>zu viel bezahlt, %1</translation>
    </message>
    <message>
        <source>money was taken back</source>
        <translation>Geld wurde zurückgeholt</translation>
    </message>
    <message>
        <source>money was taken back, the key is gone</source>
        <translation>Geld zurückgeholt, Schlüssel weg</translation>
    </message>
    <message>
        <source>key handed to %1</source>
        <translation>Schlüssel an %1 übergeben</translation>
    </message>
    <message>
        <source>handed over by approval, to %1</source>
        <translation>mit Freigabe übergeben, an %1</translation>
    </message>
    <message>
        <source>credit note, %1</source>
        <translation>Gutschrift, %1</translation>
    </message>
    <message>
        <source>asks for no money</source>
        <translation>fordert kein Geld</translation>
    </message>
    <message>
        <source>cancelled by the workshop, %1</source>
        <translation>von der Werkstatt storniert, %1</translation>
    </message>
    <message>
        <source>Rule: finally paid</source>
        <translation>Regel: endgültig bezahlt</translation>
    </message>
    <message>
        <source>Rule: nothing to pay</source>
        <translation>Regel: nichts zu zahlen</translation>
    </message>
    <message>
        <source>Rule: invoice customer</source>
        <translation>Regel: Rechnungskunde</translation>
    </message>
    <message>
        <source>Rule: direct debit</source>
        <translation>Regel: Lastschrift</translation>
    </message>
    <message>
        <source>Rule: paid; %1 go back to the customer</source>
        <translation>Regel: bezahlt; %1 gehen zurück</translation>
    </message>
    <message>
        <source>%1 missing, no approval</source>
        <translation>%1 fehlen, keine Freigabe</translation>
    </message>
    <message>
        <source>Wait until the payment is through</source>
        <translation>Warten, bis die Zahlung durch ist</translation>
    </message>
    <message>
        <source>First find out what happened</source>
        <translation>Erst klären, was geschehen ist</translation>
    </message>
    <message>
        <source>What is known is too old, ask again</source>
        <translation>Der Stand ist zu alt, bitte nachfragen</translation>
    </message>
    <message>
        <source>The money was taken back</source>
        <translation>Das Geld wurde zurückgeholt</translation>
    </message>
    <message>
        <source>The key is not here, it is with %1</source>
        <translation>Der Schlüssel ist nicht hier, er ist bei %1</translation>
    </message>
    <message>
        <source>Another invoice of this car is not settled</source>
        <translation>Eine andere Rechnung dieses Fahrzeugs ist offen</translation>
    </message>
    <message>
        <source>No key is known for this invoice</source>
        <translation>Zu dieser Rechnung ist kein Schlüssel bekannt</translation>
    </message>
    <message>
        <source>The key is here already, on hook %1</source>
        <translation>Der Schlüssel ist schon hier, an Haken %1</translation>
    </message>
    <message>
        <source>Who gets the key?</source>
        <translation>Wer bekommt den Schlüssel?</translation>
    </message>
    <message>
        <source>The reason needs at least %1 characters</source>
        <translation>Die Begründung braucht mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>Hook %1 is taken</source>
        <translation>Haken %1 ist belegt</translation>
    </message>
    <message>
        <source>This is not an amount: %1</source>
        <translation>Das ist kein Betrag: %1</translation>
    </message>
    <message>
        <source>Point and comma do not fit together: %1</source>
        <translation>Punkt und Komma passen nicht zusammen: %1</translation>
    </message>
    <message>
        <source>At most two digits after the decimal mark: %1</source>
        <translation>Höchstens zwei Stellen nach dem Komma: %1</translation>
    </message>
    <message>
        <source>Different currencies cannot be added: %1</source>
        <translation>Verschiedene Währungen lassen sich nicht addieren: %1</translation>
    </message>
    <message>
        <source>This amount is too large: %1</source>
        <translation>Dieser Betrag ist zu groß: %1</translation>
    </message>
    <message>
        <source>Unknown currency: %1</source>
        <translation>Unbekannte Währung: %1</translation>
    </message>
    <message>
        <source>This invoice is already settled: %1</source>
        <translation>Diese Rechnung ist schon bezahlt: %1</translation>
    </message>
    <message>
        <source>This payment is already booked: %1</source>
        <translation>Diese Zahlung ist schon gebucht: %1</translation>
    </message>
    <message>
        <source>Receipt %1 is booked today already. Of another terminal? Write its name before the number.</source>
        <translation>Beleg %1 ist heute schon gebucht. Von einem anderen Gerät? Dessen Namen vor die Nummer schreiben.</translation>
    </message>
    <message>
        <source>Receipt %1 stands on this invoice already. Of another terminal? Write its name before the number.</source>
        <translation>Beleg %1 steht schon auf dieser Rechnung. Von einem anderen Gerät? Dessen Namen vor die Nummer schreiben.</translation>
    </message>
    <message>
        <source>Nothing is asked for: hand the cash back, %1</source>
        <translation>Es wird nichts verlangt: das Bargeld zurückgeben, %1</translation>
    </message>
    <message>
        <source>This document asks for no money: %1</source>
        <translation>Dieser Beleg fordert kein Geld: %1</translation>
    </message>
    <message>
        <source>An earlier payment is still unclear. Ask first, then charge.</source>
        <translation>Eine frühere Zahlung ist noch unklar. Erst nachfragen, dann kassieren.</translation>
    </message>
    <message>
        <source>The customer is paying online just now</source>
        <translation>Der Kunde zahlt gerade online</translation>
    </message>
    <message>
        <source>The payment link is still open; close it first</source>
        <translation>Der Zahlungslink ist noch offen; bitte erst schließen</translation>
    </message>
    <message>
        <source>Another desk is taking this payment: %1</source>
        <translation>Eine andere Theke nimmt diese Zahlung an: %1</translation>
    </message>
    <message>
        <source>This amount cannot be taken: %1</source>
        <translation>Dieser Betrag geht nicht: %1</translation>
    </message>
    <message>
        <source>Only %1 can be taken for this invoice</source>
        <translation>Für diese Rechnung geht nur %1</translation>
    </message>
    <message>
        <source>More than is open: %1</source>
        <translation>Mehr als offen ist: %1</translation>
    </message>
    <message>
        <source>Less given than to be paid: %1</source>
        <translation>Weniger gegeben als zu zahlen: %1</translation>
    </message>
    <message>
        <source>Taking money although the payment link may still be paid needs a reason</source>
        <translation>Geld zu nehmen, obwohl der Zahlungslink noch bezahlt werden kann, braucht einen Grund</translation>
    </message>
    <message>
        <source>The receipt number is missing</source>
        <translation>Die Belegnummer fehlt</translation>
    </message>
    <message>
        <source>This customer has no approval to pay later: %1</source>
        <translation>Dieser Kunde ist nicht für Rechnung freigegeben: %1</translation>
    </message>
    <message>
        <source>Above the limit for paying later: %1</source>
        <translation>Über dem Limit für Rechnungskunden: %1</translation>
    </message>
    <message>
        <source>A credit note asks for no money</source>
        <translation>Eine Gutschrift fordert kein Geld</translation>
    </message>
    <message>
        <source>This document asks for no money</source>
        <translation>Dieser Beleg fordert kein Geld</translation>
    </message>
    <message>
        <source>The invoice is cancelled, %1</source>
        <translation>Die Rechnung ist storniert, %1</translation>
    </message>
    <message>
        <source>Is collected by direct debit</source>
        <translation>Wird per Lastschrift eingezogen</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Es ist nichts offen</translation>
    </message>
    <message>
        <source>Only euro can be requested, not %1</source>
        <translation>Nur Euro lässt sich anfordern, nicht %1</translation>
    </message>
    <message>
        <source>The account on the invoice differs from the settings: %1</source>
        <translation>Die Rechnung nennt ein anderes Konto: %1</translation>
    </message>
    <message>
        <source>No account is set up to be paid to</source>
        <translation>Kein Empfängerkonto eingerichtet</translation>
    </message>
    <message>
        <source>The customer is paying just now</source>
        <translation>Der Kunde zahlt gerade</translation>
    </message>
    <message>
        <source>Unclear whether a payment link exists; ask first</source>
        <translation>Unklar, ob ein Zahlungslink besteht; erst nachfragen</translation>
    </message>
    <message>
        <source>The payment link is just being closed</source>
        <translation>Der Zahlungslink wird gerade geschlossen</translation>
    </message>
    <message>
        <source>There is no payment request</source>
        <translation>Es gibt keine Zahlungsanforderung</translation>
    </message>
    <message>
        <source>Paid in another currency</source>
        <translation>In anderer Währung bezahlt</translation>
    </message>
    <message>
        <source>Money was charged back</source>
        <translation>Geld wurde zurückgebucht</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>Zweimal bezahlt</translation>
    </message>
    <message>
        <source>Paid another amount than asked for</source>
        <translation>Anderer Betrag bezahlt als gefordert</translation>
    </message>
    <message>
        <source>Paid after the request was withdrawn</source>
        <translation>Bezahlt, nachdem die Anforderung zurückgezogen war</translation>
    </message>
    <message>
        <source>A test payment, no real money: %1</source>
        <translation>Eine Testzahlung, kein echtes Geld: %1</translation>
    </message>
    <message>
        <source>The portal&apos;s link does not belong to this invoice: %1</source>
        <translation>Der Link des Portals gehört nicht zu dieser Rechnung: %1</translation>
    </message>
    <message>
        <source>The amount of the invoice has changed: %1</source>
        <translation>Der Betrag der Rechnung hat sich geändert: %1</translation>
    </message>
    <message>
        <source>The invoice was corrected by %1</source>
        <translation>Die Rechnung wurde korrigiert durch %1</translation>
    </message>
    <message>
        <source>The amount due does not add up</source>
        <translation>Der Zahlbetrag geht nicht auf</translation>
    </message>
    <message>
        <source>Net and tax do not add up</source>
        <translation>Netto und Steuer gehen nicht auf</translation>
    </message>
    <message>
        <source>The tax rows do not add up</source>
        <translation>Die Steuerzeilen gehen nicht auf</translation>
    </message>
    <message>
        <source>The lines do not add up</source>
        <translation>Die Positionen gehen nicht auf</translation>
    </message>
    <message>
        <source>The account number is wrong</source>
        <translation>Die IBAN ist falsch</translation>
    </message>
    <message>
        <source>The invoice date is missing</source>
        <translation>Das Rechnungsdatum fehlt</translation>
    </message>
    <message>
        <source>The invoice number is missing</source>
        <translation>Die Rechnungsnummer fehlt</translation>
    </message>
    <message>
        <source>The amount is missing: %1</source>
        <translation>Der Betrag fehlt: %1</translation>
    </message>
    <message>
        <source>The currency has changed: %1</source>
        <translation>Die Währung hat sich geändert: %1</translation>
    </message>
    <message>
        <source>The file is too large: %1</source>
        <translation>Die Datei ist zu groß: %1</translation>
    </message>
    <message>
        <source>The file is empty: %1</source>
        <translation>Die Datei ist leer: %1</translation>
    </message>
    <message>
        <source>The PDF is damaged: %1</source>
        <translation>Das PDF ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The PDF carries no invoice data: %1</source>
        <translation>Das PDF enthält keine Rechnungsdaten: %1</translation>
    </message>
    <message>
        <source>The PDF is locked by a password: %1</source>
        <translation>Das PDF ist mit einem Kennwort gesperrt: %1</translation>
    </message>
    <message>
        <source>The data inside the PDF is too large: %1</source>
        <translation>Die Daten im PDF sind zu groß: %1</translation>
    </message>
    <message>
        <source>The invoice file is damaged and cannot be read</source>
        <translation>Die Rechnungsdatei ist beschädigt und nicht lesbar</translation>
    </message>
    <message>
        <source>The invoice file contains a forbidden declaration: %1</source>
        <translation>Die Rechnungsdatei enthält eine verbotene Deklaration: %1</translation>
    </message>
    <message>
        <source>The invoice file is nested too deeply: %1</source>
        <translation>Die Rechnungsdatei ist zu tief geschachtelt: %1</translation>
    </message>
    <message>
        <source>The invoice file has too many entries: %1</source>
        <translation>Die Rechnungsdatei hat zu viele Einträge: %1</translation>
    </message>
    <message>
        <source>The characters of the invoice file cannot be read: %1</source>
        <translation>Die Zeichen der Rechnungsdatei sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>This kind of invoice is not known: %1</source>
        <translation>Diese Rechnungsart ist unbekannt: %1</translation>
    </message>
    <message>
        <source>The invoice lacks a required entry: %1</source>
        <translation>Der Rechnung fehlt eine Pflichtangabe: %1</translation>
    </message>
    <message>
        <source>An amount cannot be read: %1</source>
        <translation>Ein Betrag ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>A date cannot be read: %1</source>
        <translation>Ein Datum ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>This is not an amount</source>
        <translation>Das ist kein Betrag</translation>
    </message>
    <message>
        <source>This is not a BIC</source>
        <translation>Das ist keine BIC</translation>
    </message>
    <message>
        <source>This account number is wrong</source>
        <translation>Diese IBAN ist falsch</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Das ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>This is not a colour</source>
        <translation>Das ist keine Farbe</translation>
    </message>
    <message>
        <source>This number is not allowed here</source>
        <translation>Diese Zahl ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>This choice does not exist</source>
        <translation>Diese Auswahl gibt es nicht</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>Der Text ist zu lang</translation>
    </message>
    <message>
        <source>The text contains characters that cannot be used</source>
        <translation>Der Text enthält Zeichen, die nicht gehen</translation>
    </message>
    <message>
        <source>This setting is locked; the manager&apos;s PIN opens it</source>
        <translation>Diese Einstellung ist gesperrt; die PIN der Leitung öffnet sie</translation>
    </message>
    <message>
        <source>Why is this changed? Please give a reason</source>
        <translation>Warum wird das geändert? Bitte einen Grund angeben</translation>
    </message>
    <message>
        <source>See the history for the reason (%1)</source>
        <translation>Grund siehe Verlauf (%1)</translation>
    </message>
    <message>
        <source>This cannot be read (%1).</source>
        <translation>Das ist nicht lesbar (%1).</translation>
    </message>
    <message>
        <source>This is no longer there (%1).</source>
        <translation>Das gibt es nicht mehr (%1).</translation>
    </message>
    <message>
        <source>Somebody else was faster; look again (%1).</source>
        <translation>Jemand war schneller; bitte noch einmal ansehen (%1).</translation>
    </message>
    <message>
        <source>A rule does not allow this (%1).</source>
        <translation>Eine Regel erlaubt das nicht (%1).</translation>
    </message>
    <message>
        <source>No connection; nothing has been done (%1).</source>
        <translation>Keine Verbindung; es wurde nichts getan (%1).</translation>
    </message>
    <message>
        <source>No answer; whether it was done is unclear. Ask again before you repeat it (%1).</source>
        <translation>Keine Antwort; ob es getan wurde, ist unklar. Erst nachfragen, dann wiederholen (%1).</translation>
    </message>
    <message>
        <source>Stored data is damaged; call support (%1).</source>
        <translation>Gespeicherte Daten sind beschädigt; bitte den Support rufen (%1).</translation>
    </message>
    <message>
        <source>Our own mistake; call support (%1).</source>
        <translation>Ein Fehler im Programm; bitte den Support rufen (%1).</translation>
    </message>
    <message>
        <source>card</source>
        <comment>payment method</comment>
        <translation>Karte</translation>
    </message>
    <message>
        <source>cash</source>
        <comment>payment method</comment>
        <translation>bar</translation>
    </message>
    <message>
        <source>bank transfer</source>
        <comment>payment method</comment>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>direct debit</source>
        <comment>payment method</comment>
        <translation>Lastschrift</translation>
    </message>
    <message>
        <source>voucher</source>
        <comment>payment method</comment>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>why somebody may pay later</comment>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>approved by the manager</source>
        <comment>why somebody may pay later</comment>
        <translation>von der Leitung freigegeben</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state: nothing paid</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Requested</source>
        <comment>state</comment>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state: a payment is under way</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Unclear</source>
        <comment>state: nobody knows whether it was paid</comment>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Part paid</source>
        <comment>state</comment>
        <translation>Teilbezahlt</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>state</comment>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>On account</source>
        <comment>state</comment>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <comment>state</comment>
        <translation>Überzahlt</translation>
    </message>
    <message>
        <source>Reversed</source>
        <comment>state: money taken back</comment>
        <translation>Rückbuchung</translation>
    </message>
    <message>
        <source>Handed over</source>
        <comment>state: key</comment>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state</comment>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Outdated</source>
        <comment>state: the knowledge is too old</comment>
        <translation>Stand alt</translation>
    </message>
    <message>
        <source>Notice</source>
        <comment>finding</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>finding</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>finding</comment>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Workshop</source>
        <comment>source of knowledge</comment>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Portal</source>
        <comment>source of knowledge</comment>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Desk</source>
        <comment>source of knowledge</comment>
        <translation>Theke</translation>
    </message>
    <message>
        <source>Bank</source>
        <comment>source of knowledge</comment>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Terminal</source>
        <comment>source of knowledge</comment>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>source of knowledge</comment>
        <translation>Regel</translation>
    </message>
    <message>
        <source>key is gone</source>
        <translation>Schlüssel weg</translation>
    </message>
    <message>
        <source>money taken back</source>
        <translation>Geld zurückgeholt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>paid twice</source>
        <translation>2 × bezahlt</translation>
    </message>
    <message>
        <source>too much paid</source>
        <translation>zu viel bezahlt</translation>
    </message>
    <message>
        <source>This is not a file of its own: %1</source>
        <translation>Das ist keine eigenständige Datei: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Amounts in different currencies: %1</source>
        <translation>Beträge in verschiedenen Währungen: %1</translation>
    </message>
    <message>
        <source>The invoice this credit note belongs to is not here yet</source>
        <translation>Die Rechnung zu dieser Gutschrift ist noch nicht da</translation>
    </message>
    <message>
        <source>Unclear which invoice this credit note belongs to</source>
        <translation>Unklar, zu welcher Rechnung diese Gutschrift gehört</translation>
    </message>
    <message>
        <source>The kind of document is missing</source>
        <translation>Die Art des Belegs fehlt</translation>
    </message>
    <message>
        <source>The currency is missing</source>
        <translation>Die Währung fehlt</translation>
    </message>
    <message>
        <source>A sum is marked with another currency</source>
        <translation>Eine Summe trägt eine andere Währung</translation>
    </message>
    <message>
        <source>A sum of the invoice is left empty</source>
        <translation>Eine Summe der Rechnung ist leer</translation>
    </message>
    <message>
        <source>A sum stands there twice and differs</source>
        <translation>Eine Summe steht zweimal da und weicht ab</translation>
    </message>
    <message>
        <source>The amount of one line cannot be read</source>
        <translation>Der Betrag einer Zeile lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>A text was too long and has been cut</source>
        <translation>Ein Text war zu lang und ist gekürzt</translation>
    </message>
    <message>
        <source>A list was too long and has been cut</source>
        <translation>Eine Liste war zu lang und ist gekürzt</translation>
    </message>
    <message>
        <source>The PDF carries several invoices</source>
        <translation>Das PDF enthält mehrere Rechnungen</translation>
    </message>
    <message>
        <source>No folder is set up for giving back. Choose one in the settings</source>
        <translation>Für die Rückgabe ist kein Ordner eingestellt. Wählen Sie einen in den Optionen</translation>
    </message>
    <message>
        <source>The folder cannot be reached: %1</source>
        <translation>Der Ordner ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The file could not be written; it will be tried again: %1</source>
        <translation>Die Datei ließ sich nicht schreiben; es wird noch einmal versucht: %1</translation>
    </message>
    <message>
        <source>The description of the table is wrong: %1</source>
        <translation>Die Beschreibung der Tabelle ist falsch: %1</translation>
    </message>
    <message>
        <source>A character the workshop system cannot read: %1</source>
        <translation>Ein Zeichen, das das Werkstattsystem nicht lesen kann: %1</translation>
    </message>
    <message>
        <source>There is nothing to give back: %1</source>
        <translation>Es ist nichts zurückzugeben: %1</translation>
    </message>
    <message>
        <source>The workshop system has taken this over already: %1</source>
        <translation>Das Werkstattsystem hat das schon übernommen: %1</translation>
    </message>
    <message>
        <source>A backup or check is running already</source>
        <translation>Eine Sicherung oder Prüfung läuft schon</translation>
    </message>
    <message>
        <source>No file was named</source>
        <translation>Es ist keine Datei angegeben</translation>
    </message>
    <message>
        <source>There is a file of this name already and it stays. Choose another name: %1</source>
        <translation>Es gibt schon eine Datei dieses Namens, und sie bleibt. Wählen Sie einen anderen Namen: %1</translation>
    </message>
    <message>
        <source>The copy was not right and has been thrown away: %1</source>
        <translation>Die Kopie war nicht richtig und ist verworfen: %1</translation>
    </message>
    <message>
        <source>The disk is full: %1</source>
        <translation>Der Datenträger ist voll: %1</translation>
    </message>
    <message>
        <source>This place cannot be written to: %1</source>
        <translation>Hier kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The data are in use by another program; try again: %1</source>
        <translation>Die Daten sind von einem anderen Programm belegt; noch einmal versuchen: %1</translation>
    </message>
    <message>
        <source>The database cannot be reached: %1</source>
        <translation>Die Datenbank ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The stored data are damaged; call support: %1</source>
        <translation>Die gespeicherten Daten sind beschädigt; Support anrufen: %1</translation>
    </message>
    <message>
        <source>This setting does not exist: %1</source>
        <translation>Diese Option gibt es nicht: %1</translation>
    </message>
    <message>
        <source>This setting holds for the whole workshop; one desk cannot have another: %1</source>
        <translation>Diese Einstellung gilt für den ganzen Betrieb; eine Theke kann keine andere haben: %1</translation>
    </message>
    <message>
        <source>This setting belongs to one desk only: %1</source>
        <translation>Diese Einstellung gehört zu einer Theke allein: %1</translation>
    </message>
    <message>
        <source>Only yes or no</source>
        <translation>Nur ja oder nein</translation>
    </message>
    <message>
        <source>This picture cannot be read: %1</source>
        <translation>Dieses Bild lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>This picture is too large: %1</source>
        <translation>Dieses Bild ist zu groß: %1</translation>
    </message>
    <message>
        <source>Taken although the payment link may still be paid: %1</source>
        <translation>Kassiert, obwohl der Zahlungslink noch bezahlt werden kann: %1</translation>
    </message>
    <message>
        <source>The credit note is larger than its invoice; the rest is owed to the customer</source>
        <translation>Die Gutschrift ist größer als ihre Rechnung; der Rest steht dem Kunden zu</translation>
    </message>
    <message>
        <source>The address of the database is incomplete; it looks like %1</source>
        <translation>Die Adresse der Datenbank ist unvollständig; sie sieht so aus: %1</translation>
    </message>
    <message>
        <source>request sent by mail, no. %1</source>
        <translation>Anforderung per Mail gesendet, Nr. %1</translation>
    </message>
    <message>
        <source>mail waits to be sent</source>
        <translation>Mail wartet auf den Versand</translation>
    </message>
    <message>
        <source>unclear whether the mail left</source>
        <translation>unklar, ob die Mail hinausging</translation>
    </message>
    <message>
        <source>the mail did not go through</source>
        <translation>die Mail kam nicht durch</translation>
    </message>
    <message>
        <source>This amount cannot be asked for: %1</source>
        <translation>Dieser Betrag kann nicht angefordert werden: %1</translation>
    </message>
    <message>
        <source>The portal did not make the payment link: %1</source>
        <translation>Das Portal hat keinen Zahlungslink erstellt: %1</translation>
    </message>
    <message>
        <source>The sheet lies at another desk</source>
        <translation>Das Blatt liegt an einer anderen Theke</translation>
    </message>
    <message>
        <source>Paid another amount than is open: %1</source>
        <translation>Anderer Betrag bezahlt als offen: %1</translation>
    </message>
    <message>
        <source>Giving back did not work: %1</source>
        <translation>Die Rückgabe hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>A mail did not reach its owner: %1</source>
        <translation>Eine Mail kam nicht an: %1</translation>
    </message>
    <message>
        <source>Unclear whether a mail left: %1</source>
        <translation>Unklar, ob eine Mail hinausging: %1</translation>
    </message>
    <message>
        <source>This payment cannot be given back: %1</source>
        <translation>Diese Zahlung kann nicht zurückgegeben werden: %1</translation>
    </message>
    <message>
        <source>This amount cannot be given back: %1</source>
        <translation>Dieser Betrag kann nicht zurückgegeben werden: %1</translation>
    </message>
    <message>
        <source>More than is left of this payment: %1</source>
        <translation>Mehr als von dieser Zahlung übrig ist: %1</translation>
    </message>
    <message>
        <source>This portal gives back the whole payment or nothing</source>
        <translation>Dieses Portal gibt nur die ganze Zahlung zurück</translation>
    </message>
    <message>
        <source>Above %1 a second person has to agree, not the one who gives back</source>
        <translation>Über %1 muss eine zweite Person zustimmen, nicht dieselbe</translation>
    </message>
    <message>
        <source>An earlier refund of this payment has no answer yet; look at the portal&apos;s own page first</source>
        <translation>Eine frühere Erstattung dieser Zahlung ist noch ohne Antwort; zuerst auf der Seite des Portals nachsehen</translation>
    </message>
    <message>
        <source>This portal gives nothing back from here; use its own page: %1</source>
        <translation>Dieses Portal gibt von hier nichts zurück; bitte dessen eigene Seite nutzen: %1</translation>
    </message>
    <message>
        <source>This refund is finished already</source>
        <translation>Diese Erstattung ist schon abgeschlossen</translation>
    </message>
    <message>
        <source>This refund is not known: %1</source>
        <translation>Diese Erstattung ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Say in at least %1 characters what was done</source>
        <translation>In mindestens %1 Zeichen sagen, was getan wurde</translation>
    </message>
    <message>
        <source>This task is done already</source>
        <translation>Diese Aufgabe ist schon erledigt</translation>
    </message>
    <message>
        <source>No mail server is set up</source>
        <translation>Kein Mailserver eingerichtet</translation>
    </message>
    <message>
        <source>The invoice names no mail address</source>
        <translation>Die Rechnung nennt keine Mailadresse</translation>
    </message>
    <message>
        <source>This is not a mail address: %1</source>
        <translation>Das ist keine Mailadresse: %1</translation>
    </message>
    <message>
        <source>This mail is not known: %1</source>
        <translation>Diese Mail ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>This mail is on its way already</source>
        <translation>Diese Mail ist schon unterwegs</translation>
    </message>
    <message>
        <source>Another desk is sending this mail: %1</source>
        <translation>Eine andere Theke sendet diese Mail gerade: %1</translation>
    </message>
    <message>
        <source>This mail has been sent already: %1</source>
        <translation>Diese Mail ist schon gesendet: %1</translation>
    </message>
    <message>
        <source>This mail has come to its end: %1</source>
        <translation>Diese Mail ist abgeschlossen: %1</translation>
    </message>
    <message>
        <source>The mail server does not take user and password: %1</source>
        <translation>Der Mailserver nimmt Benutzer und Kennwort nicht an: %1</translation>
    </message>
    <message>
        <source>The mail server cannot be reached: %1</source>
        <translation>Der Mailserver ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The way to the mail server is barred: %1</source>
        <translation>Der Weg zum Mailserver ist gesperrt: %1</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is not right: %1</source>
        <translation>Das Zertifikat des Mailservers stimmt nicht: %1</translation>
    </message>
    <message>
        <source>The mail server wants to be asked again later: %1</source>
        <translation>Der Mailserver will später noch einmal gefragt werden: %1</translation>
    </message>
    <message>
        <source>The mail server does not take this mail: %1</source>
        <translation>Der Mailserver nimmt diese Mail nicht an: %1</translation>
    </message>
    <message>
        <source>The mail is too large: %1</source>
        <translation>Die Mail ist zu groß: %1</translation>
    </message>
    <message>
        <source>Something in the mail&apos;s head cannot be sent: %1</source>
        <translation>Etwas im Kopf der Mail kann nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>The address of the payment page leads nowhere: %1</source>
        <translation>Die Adresse der Zahlungsseite führt ins Leere: %1</translation>
    </message>
    <message>
        <source>The mail text holds a placeholder nobody knows: %1</source>
        <translation>Der Mailtext enthält einen unbekannten Platzhalter: %1</translation>
    </message>
    <message>
        <source>The mail text is empty: %1</source>
        <translation>Der Mailtext ist leer: %1</translation>
    </message>
    <message>
        <source>The mail text is too long: %1</source>
        <translation>Der Mailtext ist zu lang: %1</translation>
    </message>
    <message>
        <source>The kept mail cannot be read: %1</source>
        <translation>Die aufbewahrte Mail ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>No key is stored for this portal: %1</source>
        <translation>Für dieses Portal ist kein Schlüssel hinterlegt: %1</translation>
    </message>
    <message>
        <source>The portal does not take the key: %1</source>
        <translation>Das Portal nimmt den Schlüssel nicht an: %1</translation>
    </message>
    <message>
        <source>The portal is busy; it is asked again soon: %1</source>
        <translation>Das Portal ist ausgelastet; es wird bald wieder gefragt: %1</translation>
    </message>
    <message>
        <source>The portal wants a pause; it is asked again soon</source>
        <translation>Das Portal will eine Pause; es wird bald wieder gefragt</translation>
    </message>
    <message>
        <source>The portal has been asked as often as it allows; it goes on soon</source>
        <translation>Das Portal wurde so oft gefragt, wie es erlaubt; es geht bald weiter</translation>
    </message>
    <message>
        <source>The portal has an error of its own; whether it was done is unclear: %1</source>
        <translation>Das Portal hat selbst einen Fehler; ob es ausgeführt wurde, ist unklar: %1</translation>
    </message>
    <message>
        <source>The portal refuses this: %1</source>
        <translation>Das Portal lehnt das ab: %1</translation>
    </message>
    <message>
        <source>The portal knows this already with other data: %1</source>
        <translation>Das Portal kennt das schon mit anderen Angaben: %1</translation>
    </message>
    <message>
        <source>The portal answered from another address; nothing was done: %1</source>
        <translation>Das Portal antwortete von einer anderen Adresse; es ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>The portal&apos;s answer cannot be read: %1</source>
        <translation>Die Antwort des Portals ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The payment link leads to a foreign address: %1</source>
        <translation>Der Zahlungslink führt zu einer fremden Adresse: %1</translation>
    </message>
    <message>
        <source>The payment link is not safe: %1</source>
        <translation>Der Zahlungslink ist nicht sicher: %1</translation>
    </message>
    <message>
        <source>The key is for another mode of the portal than the settings say: %1</source>
        <translation>Der Schlüssel gehört zu einem anderen Betrieb des Portals als eingestellt: %1</translation>
    </message>
    <message>
        <source>The portal made a link for real money although it is in its test mode: %1</source>
        <translation>Das Portal hat einen Link für echtes Geld erstellt, obwohl der Testbetrieb eingestellt ist: %1</translation>
    </message>
    <message>
        <source>The portal saw this order before with other data: %1</source>
        <translation>Das Portal kennt diesen Auftrag schon mit anderen Angaben: %1</translation>
    </message>
    <message>
        <source>The portal does not answer: %1</source>
        <translation>Das Portal antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The portal&apos;s answer leaves it unclear whether it was done: %1</source>
        <translation>Nach der Antwort des Portals ist unklar, ob es ausgeführt wurde: %1</translation>
    </message>
    <message>
        <source>The portal is asked again later</source>
        <translation>Das Portal wird später wieder gefragt</translation>
    </message>
    <message>
        <source>This portal is not set up: %1</source>
        <translation>Dieses Portal ist nicht eingerichtet: %1</translation>
    </message>
    <message>
        <source>The portal does not know this link: %1</source>
        <translation>Das Portal kennt diesen Link nicht: %1</translation>
    </message>
    <message>
        <source>The portal has not closed the link: %1</source>
        <translation>Das Portal hat den Link nicht geschlossen: %1</translation>
    </message>
    <message>
        <source>The portal cannot take an order like this: %1</source>
        <translation>Einen solchen Auftrag nimmt das Portal nicht an: %1</translation>
    </message>
    <message>
        <source>The portal does not take this amount: %1</source>
        <translation>Diesen Betrag nimmt das Portal nicht an: %1</translation>
    </message>
    <message>
        <source>The portal does not give back this amount: %1</source>
        <translation>Diesen Betrag gibt das Portal nicht zurück: %1</translation>
    </message>
    <message>
        <source>The portal does not give this payment back: %1</source>
        <translation>Diese Zahlung gibt das Portal nicht zurück: %1</translation>
    </message>
    <message>
        <source>Whether the link is closed is unclear: %1</source>
        <translation>Unklar, ob der Link geschlossen ist: %1</translation>
    </message>
    <message>
        <source>The portal has a link of this name already: %1</source>
        <translation>Das Portal hat schon einen Link dieses Namens: %1</translation>
    </message>
    <message>
        <source>The portal names no account</source>
        <translation>Das Portal nennt kein Konto</translation>
    </message>
    <message>
        <source>No address is set up for this portal</source>
        <translation>Für dieses Portal ist keine Adresse eingerichtet</translation>
    </message>
    <message>
        <source>The portal has not been started</source>
        <translation>Das Portal ist nicht gestartet</translation>
    </message>
    <message>
        <source>Nobody answers there; nothing was done: %1</source>
        <translation>Dort antwortet niemand; es ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>This address does not exist: %1</source>
        <translation>Diese Adresse gibt es nicht: %1</translation>
    </message>
    <message>
        <source>The proxy does not let this through; nothing was done: %1</source>
        <translation>Der Proxy lässt das nicht durch; es ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>The certificate is not right; nothing was done: %1</source>
        <translation>Das Zertifikat stimmt nicht; es ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>No connection; nothing was done: %1</source>
        <translation>Keine Verbindung; es ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>Too much waits for an answer already; try again</source>
        <translation>Es wartet schon zu viel auf Antwort; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>No answer in time; whether it was done is unclear: %1</source>
        <translation>Keine Antwort in der Zeit; ob es ausgeführt wurde, ist unklar: %1</translation>
    </message>
    <message>
        <source>The connection broke off; whether it was done is unclear: %1</source>
        <translation>Die Verbindung brach ab; ob es ausgeführt wurde, ist unklar: %1</translation>
    </message>
    <message>
        <source>The answer is too large to be read: %1</source>
        <translation>Die Antwort ist zu groß: %1</translation>
    </message>
    <message>
        <source>The answer cannot be read: %1</source>
        <translation>Die Antwort ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>This address cannot be used: %1</source>
        <translation>Diese Adresse kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>This call cannot be sent: %1</source>
        <translation>Dieser Aufruf kann nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>Tresen is being closed; nothing was done</source>
        <translation>Tresen wird gerade beendet; es ist nichts geschehen</translation>
    </message>
    <message>
        <source>online, but the portal no longer says so</source>
        <translation>online, aber das Portal sagt es nicht mehr</translation>
    </message>
    <message>
        <source>The portal no longer lists this payment: look at its own page</source>
        <translation>Das Portal führt diese Zahlung nicht mehr auf: bitte auf dessen Seite nachsehen</translation>
    </message>
    <message>
        <source>The portal now names another amount for this payment: look at its own page</source>
        <translation>Das Portal nennt für diese Zahlung jetzt einen anderen Betrag: bitte auf dessen Seite nachsehen</translation>
    </message>
    <message>
        <source>The training portal takes no real money: only the sample workshop may have it. Choose another portal</source>
        <translation>Das Übungsportal nimmt kein echtes Geld an: Nur der Musterbetrieb darf es haben. Wählen Sie ein anderes Portal</translation>
    </message>
    <message>
        <source>No payment portal is chosen</source>
        <translation>Es ist kein Zahlungsportal gewählt</translation>
    </message>
    <message>
        <source>The address of the portal cannot be used: %1</source>
        <translation>Die Adresse des Portals ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>The portal&apos;s account does not fit: %1</source>
        <translation>Das Konto beim Portal passt nicht: %1</translation>
    </message>
    <message>
        <source>The account offers no way to pay: %1</source>
        <translation>Das Konto bietet keine Zahlungsart an: %1</translation>
    </message>
    <message>
        <source>Nothing was entered</source>
        <translation>Es wurde nichts eingegeben</translation>
    </message>
    <message>
        <source>There is a line break or the like inside; copy it once more</source>
        <translation>Darin steckt ein Zeilenumbruch oder Ähnliches; bitte noch einmal kopieren</translation>
    </message>
    <message>
        <source>This is too long for a key or password</source>
        <translation>Das ist zu lang für einen Schlüssel oder ein Kennwort</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer: %1</source>
        <translation>Der Schlüsselbund dieses Rechners antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The private file of the secrets cannot be used: %1</source>
        <translation>Die private Datei der Geheimnisse ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>Stopped: nobody waits for the answer any more. What was begun may still be finished there</source>
        <translation>Angehalten: Auf die Antwort wartet niemand mehr. Was begonnen war, kann dort noch zu Ende gehen</translation>
    </message>
    <message>
        <source>No sender address is set up</source>
        <translation>Es ist keine Absenderadresse eingerichtet</translation>
    </message>
    <message>
        <source>No folder of new invoices is set up</source>
        <translation>Es ist kein Ordner der neuen Rechnungen eingerichtet</translation>
    </message>
    <message>
        <source>The folder of new invoices cannot be reached: %1</source>
        <translation>Der Ordner der neuen Rechnungen ist nicht zu erreichen: %1</translation>
    </message>
    <message>
        <source>This computer knows no printer</source>
        <translation>Dieser Rechner kennt keinen Drucker</translation>
    </message>
    <message>
        <source>No receiver of notices is used here</source>
        <translation>Hier wird kein Empfänger für Meldungen benutzt</translation>
    </message>
    <message>
        <source>The receiver of notices does not answer: %1</source>
        <translation>Der Empfänger der Meldungen antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The receiver of notices listens at an address this desk does not ask: %1</source>
        <translation>Der Empfänger der Meldungen lauscht an einer Adresse, die diese Theke nicht fragt: %1</translation>
    </message>
    <message>
        <source>Another program uses the port already: %1</source>
        <translation>Ein anderes Programm benutzt diesen Port schon: %1</translation>
    </message>
    <message>
        <source>This computer does not have this address: %1</source>
        <translation>Dieser Rechner hat diese Adresse nicht: %1</translation>
    </message>
    <message>
        <source>Unclear whether money went back: %1</source>
        <translation>Unklar, ob Geld zurückging: %1</translation>
    </message>
    <message>
        <source>The portal has a link for this order but does not show it; look at its own page</source>
        <translation>Das Portal hat zu diesem Auftrag einen Link, zeigt ihn aber nicht; bitte auf seiner eigenen Seite nachsehen</translation>
    </message>
    <message>
        <source>This portal cannot be searched; look at its own page whether a link was made</source>
        <translation>Dieses Portal lässt sich nicht durchsuchen; bitte auf seiner eigenen Seite nachsehen, ob ein Link angelegt wurde</translation>
    </message>
    <message>
        <source>The portal&apos;s list is too long to be searched to its end; look at its own page whether a link was made</source>
        <translation>Die Liste des Portals ist zu lang, um sie bis ans Ende zu durchsuchen; bitte auf seiner eigenen Seite nachsehen, ob ein Link angelegt wurde</translation>
    </message>
    <message>
        <source>The portal does not take this PDF: %1</source>
        <translation>Das Portal nimmt dieses PDF nicht an: %1</translation>
    </message>
    <message>
        <source>This practice link has been used up; make a new request</source>
        <translation>Dieser Übungslink ist verbraucht; bitte neu anfordern</translation>
    </message>
    <message>
        <source>The practice link is not in a state for this</source>
        <translation>Der Übungslink ist dafür nicht im richtigen Zustand</translation>
    </message>
    <message>
        <source>Another program is writing to the practice portal; try again</source>
        <translation>Ein anderes Programm schreibt gerade ins Übungsportal; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>The practice portal is full; begin a new sample workshop</source>
        <translation>Das Übungsportal ist voll; bitte einen neuen Musterbetrieb beginnen</translation>
    </message>
    <message>
        <source>The practice portal&apos;s file cannot be read: %1</source>
        <translation>Die Datei des Übungsportals ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>There is nothing to ask for in a mail</source>
        <translation>Es gibt nichts, was die Mail anfordern könnte</translation>
    </message>
    <message>
        <source>What this mail tells of is no longer there</source>
        <translation>Wovon diese Mail spricht, gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The request has changed meanwhile; look again</source>
        <translation>Die Anforderung hat sich inzwischen geändert; bitte noch einmal ansehen</translation>
    </message>
    <message>
        <source>Has just been paid online</source>
        <translation>Wurde gerade online bezahlt</translation>
    </message>
    <message>
        <source>The portal does not answer; the payment link may still be paid</source>
        <translation>Das Portal antwortet nicht; der Zahlungslink kann noch bezahlt werden</translation>
    </message>
    <message>
        <source>The colour of the house is too light to be read on paper: %1</source>
        <translation>Die Hausfarbe ist zu hell, um auf Papier lesbar zu sein: %1</translation>
    </message>
    <message>
        <source>Too many sheets at once: %1</source>
        <translation>Zu viele Blätter auf einmal: %1</translation>
    </message>
    <message>
        <source>The sheet could not be made: %1</source>
        <translation>Das Blatt konnte nicht erstellt werden: %1</translation>
    </message>
    <message>
        <source>A character cannot be printed: %1</source>
        <translation>Ein Zeichen lässt sich nicht drucken: %1</translation>
    </message>
    <message>
        <source>A text does not fit on the sheet: %1</source>
        <translation>Ein Text passt nicht auf das Blatt: %1</translation>
    </message>
    <message>
        <source>This invoice is not known</source>
        <translation>Diese Rechnung ist nicht bekannt</translation>
    </message>
    <message>
        <source>This invoice is cancelled</source>
        <translation>Diese Rechnung ist storniert</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Diesen Zugangsschlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>state of a mail</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>is being sent</source>
        <comment>state of a mail</comment>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>is tried again</source>
        <comment>state of a mail</comment>
        <translation>wird wieder versucht</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>state of a mail</comment>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>unclear</source>
        <comment>state of a mail</comment>
        <translation>unklar</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a mail</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Request</source>
        <comment>kind of mail</comment>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <comment>kind of mail</comment>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>kind of mail</comment>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <comment>task</comment>
        <translation>Doppelt bezahlt</translation>
    </message>
    <message>
        <source>Paid late</source>
        <comment>task</comment>
        <translation>Zu spät bezahlt</translation>
    </message>
    <message>
        <source>Other amount</source>
        <comment>task</comment>
        <translation>Anderer Betrag</translation>
    </message>
    <message>
        <source>Charged back</source>
        <comment>task</comment>
        <translation>Zurückgebucht</translation>
    </message>
    <message>
        <source>Other currency</source>
        <comment>task</comment>
        <translation>Andere Währung</translation>
    </message>
    <message>
        <source>Booked anyway</source>
        <comment>task</comment>
        <translation>Trotzdem gebucht</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>task</comment>
        <translation>Rückgabe misslang</translation>
    </message>
    <message>
        <source>Refund unclear</source>
        <comment>task</comment>
        <translation>Erstattung unklar</translation>
    </message>
    <message>
        <source>Mail failed</source>
        <comment>task</comment>
        <translation>Mail misslang</translation>
    </message>
    <message>
        <source>Mail unclear</source>
        <comment>task</comment>
        <translation>Mail unklar</translation>
    </message>
    <message>
        <source>Foreign link</source>
        <comment>task</comment>
        <translation>Fremder Link</translation>
    </message>
    <message>
        <source>Test payment</source>
        <comment>task</comment>
        <translation>Testzahlung</translation>
    </message>
    <message>
        <source>Other account</source>
        <comment>task</comment>
        <translation>Anderes Konto</translation>
    </message>
    <message>
        <source>Amount changed</source>
        <comment>task</comment>
        <translation>Betrag geändert</translation>
    </message>
    <message>
        <source>Corrected</source>
        <comment>task</comment>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>To be checked</source>
        <comment>task</comment>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Payment gone</source>
        <comment>task</comment>
        <translation>Zahlung fehlt</translation>
    </message>
    <message>
        <source>Payment changed</source>
        <comment>task</comment>
        <translation>Zahlung geändert</translation>
    </message>
    <message>
        <source>Other invoices of the same file were refused, so none of it was taken</source>
        <translation>Andere Rechnungen derselben Datei wurden abgelehnt, deshalb wurde nichts daraus übernommen</translation>
    </message>
    <message>
        <source>How tables are to be read is not set</source>
        <translation>Wie Tabellen zu lesen sind, ist nicht eingestellt</translation>
    </message>
    <message>
        <source>No row of the table holds an invoice</source>
        <translation>Keine Zeile der Tabelle enthält eine Rechnung</translation>
    </message>
    <message>
        <source>The table lacks a column: %1</source>
        <translation>Der Tabelle fehlt eine Spalte: %1</translation>
    </message>
    <message>
        <source>A column stands in the table twice: %1</source>
        <translation>Eine Spalte steht zweimal in der Tabelle: %1</translation>
    </message>
    <message>
        <source>The table has no titles: %1</source>
        <translation>Die Tabelle hat keine Spaltentitel: %1</translation>
    </message>
    <message>
        <source>This does not look like a table: %1</source>
        <translation>Das sieht nicht nach einer Tabelle aus: %1</translation>
    </message>
    <message>
        <source>The table has too many rows: %1</source>
        <translation>Die Tabelle hat zu viele Zeilen: %1</translation>
    </message>
    <message>
        <source>The last row has no end; the file may be cut</source>
        <translation>Die letzte Zeile hat kein Ende; die Datei ist vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>The file is written in another code page than was set: %1</source>
        <translation>Die Datei hat eine andere Zeichenkodierung als eingestellt: %1</translation>
    </message>
    <message>
        <source>Characters of the file cannot be read: %1</source>
        <translation>Zeichen der Datei sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The letters look like those of another code page</source>
        <translation>Die Buchstaben sehen nach einer anderen Zeichenkodierung aus</translation>
    </message>
    <message>
        <source>A quote stands where none may be, or one is not closed: %1</source>
        <translation>Ein Anführungszeichen steht falsch oder ist nicht geschlossen: %1</translation>
    </message>
    <message>
        <source>The row has too many cells: %1</source>
        <translation>Die Zeile hat zu viele Felder: %1</translation>
    </message>
    <message>
        <source>The row has too few cells; it may be cut: %1</source>
        <translation>Die Zeile hat zu wenige Felder; vielleicht ist sie abgeschnitten: %1</translation>
    </message>
    <message>
        <source>A cell of the row is too long: %1</source>
        <translation>Ein Feld der Zeile ist zu lang: %1</translation>
    </message>
    <message>
        <source>The row holds a character that cannot be printed: %1</source>
        <translation>Die Zeile enthält ein nicht druckbares Zeichen: %1</translation>
    </message>
    <message>
        <source>The file ends with this row and without a line end; its last text may be cut</source>
        <translation>Die Datei endet mit dieser Zeile und ohne Zeilenende; ihr letzter Text kann abgeschnitten sein</translation>
    </message>
    <message>
        <source>The file ends inside this row: %1</source>
        <translation>Die Datei endet mitten in dieser Zeile: %1</translation>
    </message>
    <message>
        <source>A cell holds what belongs into another: %1</source>
        <translation>Ein Feld enthält, was in ein anderes gehört: %1</translation>
    </message>
    <message>
        <source>The same row stands in the file twice: %1</source>
        <translation>Dieselbe Zeile steht zweimal in der Datei: %1</translation>
    </message>
    <message>
        <source>One invoice number with different contents; neither was taken: %1</source>
        <translation>Eine Rechnungsnummer mit verschiedenem Inhalt; keine davon wurde übernommen: %1</translation>
    </message>
    <message>
        <source>This row holds no invoice: %1</source>
        <translation>Diese Zeile enthält keine Rechnung: %1</translation>
    </message>
    <message>
        <source>The invoice number cannot be read: %1</source>
        <translation>Die Rechnungsnummer ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>An amount is missing: %1</source>
        <translation>Ein Betrag fehlt: %1</translation>
    </message>
    <message>
        <source>An amount can be read in two ways: %1</source>
        <translation>Ein Betrag lässt sich auf zwei Arten lesen: %1</translation>
    </message>
    <message>
        <source>The amount is zero: %1</source>
        <translation>Der Betrag ist null: %1</translation>
    </message>
    <message>
        <source>The amounts contradict each other: %1</source>
        <translation>Die Beträge widersprechen sich: %1</translation>
    </message>
    <message>
        <source>A column of amounts is not read</source>
        <translation>Eine Spalte mit Beträgen wird nicht gelesen</translation>
    </message>
    <message>
        <source>A column that may say debit or credit is not read</source>
        <translation>Eine Spalte, die Soll oder Haben sagen kann, wird nicht gelesen</translation>
    </message>
    <message>
        <source>A column that is not read calls this a credit note or a cancellation</source>
        <translation>Eine Spalte, die nicht gelesen wird, nennt das eine Gutschrift oder einen Storno</translation>
    </message>
    <message>
        <source>The row says that this invoice is cancelled: %1</source>
        <translation>Die Zeile sagt, dass diese Rechnung storniert ist: %1</translation>
    </message>
    <message>
        <source>The row says that this credit note is cancelled, or that it cancels an invoice: %1</source>
        <translation>Die Zeile sagt, dass diese Gutschrift storniert ist oder selbst eine Rechnung storniert: %1</translation>
    </message>
    <message>
        <source>“%1” may mean that this invoice is cancelled; is it still valid?</source>
        <translation>„%1“ kann heißen, dass diese Rechnung storniert ist. Gilt sie noch?</translation>
    </message>
    <message>
        <source>More was paid before than the whole invoice</source>
        <translation>Vorher wurde mehr bezahlt als die ganze Rechnung</translation>
    </message>
    <message>
        <source>A column that is not read tells of a payment or a rest: %1</source>
        <translation>Eine Spalte, die nicht gelesen wird, nennt eine Zahlung oder einen Rest: %1</translation>
    </message>
    <message>
        <source>An amount is in another currency: %1</source>
        <translation>Ein Betrag steht in anderer Währung: %1</translation>
    </message>
    <message>
        <source>The currency is not known: %1</source>
        <translation>Die Währung ist unbekannt: %1</translation>
    </message>
    <message>
        <source>Debit or credit cannot be told: %1</source>
        <translation>Soll oder Haben ist nicht erkennbar: %1</translation>
    </message>
    <message>
        <source>The sign stands twice: %1</source>
        <translation>Das Vorzeichen steht doppelt: %1</translation>
    </message>
    <message>
        <source>The invoice would be due before it was written</source>
        <translation>Die Rechnung wäre vor ihrem Datum fällig</translation>
    </message>
    <message>
        <source>A word of the table is not known: %1</source>
        <translation>Ein Wort der Tabelle ist unbekannt: %1</translation>
    </message>
    <message>
        <source>A cell cannot be read: %1</source>
        <translation>Ein Feld ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The rows of this invoice disagree: %1</source>
        <translation>Die Zeilen dieser Rechnung widersprechen sich: %1</translation>
    </message>
    <message>
        <source>The lines of this invoice do not add up: %1</source>
        <translation>Die Positionen dieser Rechnung ergeben nicht die Summe: %1</translation>
    </message>
    <message>
        <source>The invoice has too many lines: %1</source>
        <translation>Die Rechnung hat zu viele Positionen: %1</translation>
    </message>
    <message>
        <source>Payments, tax or fees booked under the number of this invoice are counted</source>
        <translation>Unter der Nummer dieser Rechnung gebuchte Zahlungen, Steuern oder Gebühren sind mitgerechnet</translation>
    </message>
    <message>
        <source>A row of this file cannot be read; it may belong to this invoice</source>
        <translation>Eine Zeile dieser Datei ist nicht lesbar; sie kann zu dieser Rechnung gehören</translation>
    </message>
    <message>
        <source>The first line is no DATEV header: %1</source>
        <translation>Die erste Zeile ist kein DATEV-Kopf: %1</translation>
    </message>
    <message>
        <source>This version of the DATEV format is not known: %1</source>
        <translation>Diese Version des DATEV-Formats ist unbekannt: %1</translation>
    </message>
    <message>
        <source>This DATEV file holds no bookings: %1</source>
        <translation>Diese DATEV-Datei enthält keine Buchungen: %1</translation>
    </message>
    <message>
        <source>The columns of the DATEV file are not those of its version: %1</source>
        <translation>Die Spalten der DATEV-Datei passen nicht zu ihrer Version: %1</translation>
    </message>
    <message>
        <source>The amount of the booking cannot be read: %1</source>
        <translation>Der Betrag der Buchung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Debit or credit of the booking cannot be told: %1</source>
        <translation>Soll oder Haben der Buchung ist nicht erkennbar: %1</translation>
    </message>
    <message>
        <source>The date of the booking cannot be read: %1</source>
        <translation>Das Datum der Buchung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>An account of the booking cannot be read: %1</source>
        <translation>Ein Konto der Buchung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Both accounts of the booking are the same: %1</source>
        <translation>Beide Konten der Buchung sind gleich: %1</translation>
    </message>
    <message>
        <source>The booking is in another currency: %1</source>
        <translation>Die Buchung steht in anderer Währung: %1</translation>
    </message>
    <message>
        <source>The booking is a general reversal and cannot be taken over: %1</source>
        <translation>Die Buchung ist eine Generalumkehr und wird nicht übernommen: %1</translation>
    </message>
    <message>
        <source>The chart of accounts is not known: %1</source>
        <translation>Der Kontenrahmen ist unbekannt: %1</translation>
    </message>
    <message>
        <source>The booking holds a discount that was taken already: %1</source>
        <translation>Die Buchung enthält einen schon gezogenen Skonto: %1</translation>
    </message>
    <message>
        <source>The booking concerns no customer</source>
        <translation>Die Buchung betrifft keinen Kunden</translation>
    </message>
    <message>
        <source>The booking is no invoice</source>
        <translation>Die Buchung ist keine Rechnung</translation>
    </message>
    <message>
        <source>The order is too large: %1</source>
        <translation>Der Auftrag ist zu groß: %1</translation>
    </message>
    <message>
        <source>The order cannot be read: %1</source>
        <translation>Der Auftrag ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>An entry of the order is missing or wrong: %1</source>
        <translation>Ein Eintrag des Auftrags fehlt oder ist falsch: %1</translation>
    </message>
    <message>
        <source>A text of the order is too long or holds characters that cannot be printed: %1</source>
        <translation>Ein Text des Auftrags ist zu lang oder enthält nicht druckbare Zeichen: %1</translation>
    </message>
    <message>
        <source>An amount of the order is no number of cents: %1</source>
        <translation>Ein Betrag des Auftrags ist keine Zahl in Cent: %1</translation>
    </message>
    <message>
        <source>The cost lines of the order do not add up to its price: %1</source>
        <translation>Die Positionen des Auftrags ergeben nicht seinen Preis: %1</translation>
    </message>
    <message>
        <source>The order has no invoice number: %1</source>
        <translation>Der Auftrag hat keine Rechnungsnummer: %1</translation>
    </message>
    <message>
        <source>The order names several invoices: %1</source>
        <translation>Der Auftrag nennt mehrere Rechnungen: %1</translation>
    </message>
    <message>
        <source>A date of the order cannot be read: %1</source>
        <translation>Ein Datum des Auftrags ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The order has too many entries: %1</source>
        <translation>Der Auftrag hat zu viele Einträge: %1</translation>
    </message>
    <message>
        <source>The order is only a draft: %1</source>
        <translation>Der Auftrag ist nur ein Entwurf: %1</translation>
    </message>
    <message>
        <source>The country of the order is not known</source>
        <translation>Das Land des Auftrags ist unbekannt</translation>
    </message>
    <message>
        <source>The vehicle identification number is not one</source>
        <translation>Die Fahrgestellnummer ist keine</translation>
    </message>
    <message>
        <source>The door for orders has no token yet: “tresen config secret orders.token”</source>
        <translation>Der Eingang für Aufträge hat noch kein Kennwort: „tresen config secret orders.token“</translation>
    </message>
    <message>
        <source>The door for orders has no port yet</source>
        <translation>Der Eingang für Aufträge hat noch keine Portnummer</translation>
    </message>
    <message>
        <source>This order is known already: %1</source>
        <translation>Dieser Auftrag ist schon bekannt: %1</translation>
    </message>
    <message>
        <source>Another program uses this port: %1</source>
        <translation>Ein anderes Programm benutzt diesen Port: %1</translation>
    </message>
    <message>
        <source>The file is still being written: %1</source>
        <translation>Die Datei wird noch geschrieben: %1</translation>
    </message>
    <message>
        <source>The PDF needs too much memory or time</source>
        <translation>Das PDF braucht zu viel Speicher oder Zeit</translation>
    </message>
    <message>
        <source>PDFs cannot be opened at the moment</source>
        <translation>PDFs lassen sich gerade nicht öffnen</translation>
    </message>
    <message>
        <source>The folder cannot be written to; files stay where they are</source>
        <translation>In den Ordner lässt sich nicht schreiben; die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>The file has changed since it was checked. Check it once more.</source>
        <translation>Die Datei hat sich seit der Prüfung geändert. Bitte noch einmal prüfen.</translation>
    </message>
    <message>
        <source>This row is no longer in the file</source>
        <translation>Diese Zeile steht nicht mehr in der Datei</translation>
    </message>
    <message>
        <source>The amount to pay is missing, or it cannot be right</source>
        <translation>Der Betrag fehlt oder kann nicht stimmen</translation>
    </message>
    <message>
        <source>The invoice date is missing, too old or in the future</source>
        <translation>Das Rechnungsdatum fehlt, ist zu alt oder liegt in der Zukunft</translation>
    </message>
    <message>
        <source>It cannot be due before its date; write it as 31.12.2026</source>
        <translation>Die Rechnung kann nicht vor ihrem Datum fällig sein; Schreibweise 31.12.2026</translation>
    </message>
    <message>
        <source>The customer&apos;s name is missing</source>
        <translation>Der Name des Kunden fehlt</translation>
    </message>
    <message>
        <source>This is no mail address</source>
        <translation>Das ist keine Mailadresse</translation>
    </message>
    <message>
        <source>A VIN has 17 characters, none of them I, O or Q</source>
        <translation>Eine Fahrgestellnummer hat 17 Zeichen, keines davon I, O oder Q</translation>
    </message>
    <message>
        <source>One of the entries is too long</source>
        <translation>Ein Eintrag ist zu lang</translation>
    </message>
    <message>
        <source>Number, date and amount stay as the file says them</source>
        <translation>Nummer, Datum und Betrag bleiben, wie die Datei sie nennt</translation>
    </message>
    <message>
        <source>Put right by hand: number</source>
        <translation>Von Hand berichtigt: Nummer</translation>
    </message>
    <message>
        <source>Put right by hand: order number</source>
        <translation>Von Hand berichtigt: Auftragsnummer</translation>
    </message>
    <message>
        <source>Put right by hand: date</source>
        <translation>Von Hand berichtigt: Datum</translation>
    </message>
    <message>
        <source>Put right by hand: due date</source>
        <translation>Von Hand berichtigt: Fälligkeit</translation>
    </message>
    <message>
        <source>Put right by hand: amount</source>
        <translation>Von Hand berichtigt: Betrag</translation>
    </message>
    <message>
        <source>Put right by hand: customer number</source>
        <translation>Von Hand berichtigt: Kundennummer</translation>
    </message>
    <message>
        <source>Put right by hand: customer</source>
        <translation>Von Hand berichtigt: Kunde</translation>
    </message>
    <message>
        <source>Put right by hand: mail address</source>
        <translation>Von Hand berichtigt: Mailadresse</translation>
    </message>
    <message>
        <source>Put right by hand: street</source>
        <translation>Von Hand berichtigt: Straße</translation>
    </message>
    <message>
        <source>Put right by hand: postcode</source>
        <translation>Von Hand berichtigt: Postleitzahl</translation>
    </message>
    <message>
        <source>Put right by hand: town</source>
        <translation>Von Hand berichtigt: Ort</translation>
    </message>
    <message>
        <source>Put right by hand: plate</source>
        <translation>Von Hand berichtigt: Kennzeichen</translation>
    </message>
    <message>
        <source>Put right by hand: VIN</source>
        <translation>Von Hand berichtigt: Fahrgestellnummer</translation>
    </message>
    <message>
        <source>Put right by hand: vehicle</source>
        <translation>Von Hand berichtigt: Fahrzeug</translation>
    </message>
    <message>
        <source>Another payee is named: the claim may have been sold</source>
        <translation>Ein anderer Zahlungsempfänger ist genannt: Die Forderung ist vielleicht abgetreten</translation>
    </message>
    <message>
        <source>No vehicle is named</source>
        <translation>Kein Fahrzeug genannt</translation>
    </message>
    <message>
        <source>Typed in by hand</source>
        <translation>Von Hand eingegeben</translation>
    </message>
    <message>
        <source>a payment request has been made</source>
        <translation>eine Zahlungsanforderung ist heraus</translation>
    </message>
    <message>
        <source>it is paid, on account or at the counter just now</source>
        <translation>sie ist bezahlt, auf Rechnung oder gerade an der Theke</translation>
    </message>
    <message>
        <source>its key has been handed over</source>
        <translation>der Schlüssel ist übergeben</translation>
    </message>
    <message>
        <source>it has changed since</source>
        <translation>sie hat sich seither geändert</translation>
    </message>
    <message>
        <source>Taken back with its run</source>
        <translation>Mit ihrem Einlesen zurückgenommen</translation>
    </message>
    <message>
        <source>Its invoice was taken back: read it in again first</source>
        <translation>Die Rechnung wurde zurückgenommen: Bitte zuerst neu einlesen</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>Es steht nichts da</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>Höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>Diesen Tag gibt es nicht</translation>
    </message>
    <message>
        <source>The file is too large for a file of settings; nothing was changed</source>
        <translation>Die Datei ist zu groß für eine Einstellungsdatei; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The file is damaged or no JSON, from character %1 on; write it once more</source>
        <translation>Die Datei ist beschädigt oder kein JSON, ab Zeichen %1; schreiben Sie sie noch einmal</translation>
    </message>
    <message>
        <source>The file is built in a way no file of settings is; nothing was changed</source>
        <translation>Die Datei ist gebaut wie keine Einstellungsdatei; nichts wurde geändert</translation>
    </message>
    <message>
        <source>This is no file of settings of Tresen; choose another one</source>
        <translation>Das ist keine Einstellungsdatei von Tresen; wählen Sie eine andere</translation>
    </message>
    <message>
        <source>A newer Tresen has written this file (version %1); bring this desk up to date first</source>
        <translation>Ein neueres Tresen hat diese Datei geschrieben (Version %1); bringen Sie zuerst diese Theke auf den neuen Stand</translation>
    </message>
    <message>
        <source>The file names a setting nobody knows: %1. Nothing was changed</source>
        <translation>Die Datei nennt eine unbekannte Einstellung: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>A setting stands in the wrong part of the file: %1. Nothing was changed</source>
        <translation>Eine Einstellung steht im falschen Teil der Datei: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>This setting belongs to one desk alone and comes from no file: %1. Nothing was changed</source>
        <translation>Diese Einstellung gehört zu einer Theke allein und kommt aus keiner Datei: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>An address holds a user or a password: %1. Nothing was changed</source>
        <translation>Eine Adresse enthält einen Benutzer oder ein Kennwort: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>The file names something twice; nothing was changed</source>
        <translation>Die Datei nennt etwas zweimal; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The value is no text: %1. Nothing was changed</source>
        <translation>Der Wert ist kein Text: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>The picture is no PNG: %1. Nothing was changed</source>
        <translation>Das Bild ist kein PNG: %1. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
    <message>
        <source>Write down what it is about</source>
        <translation>Schreiben Sie auf, worum es geht</translation>
    </message>
    <message>
        <source>This time has passed already</source>
        <translation>Dieser Zeitpunkt ist schon vorbei</translation>
    </message>
    <message>
        <source>No day and time: %1</source>
        <translation>Kein Tag mit Uhrzeit: %1</translation>
    </message>
    <message>
        <source>At most two years ahead</source>
        <translation>Höchstens zwei Jahre im Voraus</translation>
    </message>
    <message>
        <source>At most %1 reminders for one invoice</source>
        <translation>Höchstens %1 Erinnerungen zu einer Rechnung</translation>
    </message>
    <message>
        <source>This reminder is done already</source>
        <translation>Diese Erinnerung ist schon erledigt</translation>
    </message>
    <message>
        <source>Reminder</source>
        <comment>task</comment>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>A PIN has %1 digits and nothing else</source>
        <translation>Eine PIN hat %1 Ziffern und nichts anderes</translation>
    </message>
    <message>
        <source>This PIN is guessed first; choose another one</source>
        <translation>Diese PIN wird zuerst geraten; wählen Sie eine andere</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>Falsche PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>A PIN is being looked at already.</source>
        <translation>Es wird schon eine PIN geprüft.</translation>
    </message>
    <message>
        <source>There is not enough memory to look at the PIN; close other programs.</source>
        <translation>Für die Prüfung der PIN reicht der Speicher nicht; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Nobody of this name works here: %1</source>
        <translation>Niemand mit diesem Namen arbeitet hier: %1</translation>
    </message>
    <message>
        <source>%1 works here no more</source>
        <translation>%1 arbeitet nicht mehr hier</translation>
    </message>
    <message>
        <source>The name has to have 1 to %1 characters</source>
        <translation>Der Name muss 1 bis %1 Zeichen haben</translation>
    </message>
    <message>
        <source>Somebody of this name is entered already: %1</source>
        <translation>Jemand mit diesem Namen ist schon eingetragen: %1</translation>
    </message>
    <message>
        <source>The first person has to be a manager</source>
        <translation>Die erste Person muss Leitung sein</translation>
    </message>
    <message>
        <source>At least one manager has to stay</source>
        <translation>Mindestens eine Leitung muss bleiben</translation>
    </message>
    <message>
        <source>The PIN is missing</source>
        <translation>Die PIN fehlt</translation>
    </message>
    <message>
        <source>Nobody has signed in at this desk</source>
        <translation>An dieser Theke ist niemand angemeldet</translation>
    </message>
    <message>
        <source>%1 works here no more and may not do this</source>
        <translation>%1 arbeitet nicht mehr hier und darf das nicht</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Ihre Rolle erlaubt das nicht</translation>
    </message>
    <message>
        <source>Somebody else has to agree, not the same person twice</source>
        <translation>Jemand anderes muss zustimmen, nicht zweimal dieselbe Person</translation>
    </message>
    <message>
        <source>%1 has not agreed with a PIN</source>
        <translation>%1 hat nicht mit einer PIN zugestimmt</translation>
    </message>
    <message>
        <source>Two people decide this: somebody else has to agree</source>
        <translation>Das entscheiden zwei: Jemand anderes muss zustimmen</translation>
    </message>
    <message>
        <source>This setting can be changed at once</source>
        <translation>Diese Einstellung lässt sich sofort ändern</translation>
    </message>
    <message>
        <source>A change of this setting is waiting already; confirm or reject it first, on the page of tasks</source>
        <translation>Eine Änderung dieser Einstellung wartet schon; bestätigen oder lehnen Sie sie zuerst ab, auf der Seite Aufgaben</translation>
    </message>
    <message>
        <source>This has been decided already</source>
        <translation>Das ist schon entschieden</translation>
    </message>
    <message>
        <source>Whoever proposed it cannot confirm it: %1</source>
        <translation>Wer es vorgeschlagen hat, kann es nicht bestätigen: %1</translation>
    </message>
    <message>
        <source>The setting has changed since; reject this and propose anew</source>
        <translation>Die Einstellung hat sich seither geändert; lehnen Sie ab und schlagen Sie neu vor</translation>
    </message>
    <message>
        <source>Two of your own file forms know this table: %1</source>
        <translation>Zwei Ihrer eigenen Dateiformen kennen diese Tabelle: %1</translation>
    </message>
    <message>
        <source>There is no file form of this name: %1</source>
        <translation>Es gibt keine Dateiform mit diesem Namen: %1</translation>
    </message>
    <message>
        <source>The file form needs a name of at most 60 characters</source>
        <translation>Die Dateiform braucht einen Namen von höchstens 60 Zeichen</translation>
    </message>
    <message>
        <source>There is a file form of this name already: %1</source>
        <translation>Es gibt schon eine Dateiform mit diesem Namen: %1</translation>
    </message>
    <message>
        <source>There are as many own file forms as there may be: %1</source>
        <translation>Mehr eigene Dateiformen sind nicht möglich: %1</translation>
    </message>
    <message>
        <source>The file form is too large: %1</source>
        <translation>Die Dateiform ist zu groß: %1</translation>
    </message>
    <message>
        <source>The table has more columns than can be read: %1</source>
        <translation>Die Tabelle hat mehr Spalten, als gelesen werden können: %1</translation>
    </message>
    <message>
        <source>Two columns have the same meaning: %1</source>
        <translation>Zwei Spalten haben dieselbe Bedeutung: %1</translation>
    </message>
    <message>
        <source>A column has a meaning nobody knows: %1</source>
        <translation>Eine Spalte hat eine unbekannte Bedeutung: %1</translation>
    </message>
    <message>
        <source>No column is the invoice number</source>
        <translation>Keine Spalte ist die Rechnungsnummer</translation>
    </message>
    <message>
        <source>No column is the amount to be paid</source>
        <translation>Keine Spalte ist der zu zahlende Betrag</translation>
    </message>
    <message>
        <source>No column is the invoice date</source>
        <translation>Keine Spalte ist das Rechnungsdatum</translation>
    </message>
    <message>
        <source>No column is the plate or the customer</source>
        <translation>Keine Spalte ist das Kennzeichen oder der Kunde</translation>
    </message>
    <message>
        <source>Something about the file form must be said first: %1</source>
        <translation>Zur Dateiform ist zuerst etwas anzugeben: %1</translation>
    </message>
    <message>
        <source>The document is too large to be kept: %1</source>
        <translation>Das Dokument ist zu groß, um aufbewahrt zu werden: %1</translation>
    </message>
    <message>
        <source>The document could not be kept, so the invoice was not taken: %1</source>
        <translation>Das Dokument ließ sich nicht aufbewahren, deshalb wurde die Rechnung nicht übernommen: %1</translation>
    </message>
    <message>
        <source>The document is not on this computer; it was typed in at another desk, or its folder is gone</source>
        <translation>Das Dokument liegt nicht auf diesem Rechner; es wurde an einer anderen Theke eingegeben, oder sein Ordner fehlt</translation>
    </message>
    <message>
        <source>The document is not the one that was kept; do not rely on it</source>
        <translation>Das Dokument ist nicht das aufbewahrte; verlassen Sie sich nicht darauf</translation>
    </message>
    <message>
        <source>The picture cannot be shown</source>
        <translation>Das Bild lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Little room is left on the disk: %1 MB</source>
        <translation>Auf der Festplatte ist nur noch wenig Platz: %1 MB</translation>
    </message>
    <message>
        <source>The disk is nearly full: %1 MB are left</source>
        <translation>Die Festplatte ist fast voll: noch %1 MB frei</translation>
    </message>
    <message>
        <source>The clock of this computer cannot be right: %1</source>
        <translation>Die Uhr dieses Rechners kann nicht stimmen: %1</translation>
    </message>
    <message>
        <source>The clock is behind, or was ahead before: the newest entry is of %1</source>
        <translation>Die Uhr geht nach oder ging vorher vor: Der neueste Eintrag ist von %1</translation>
    </message>
    <message>
        <source>None of the fonts of this window is installed: %1</source>
        <translation>Keine der Schriften dieses Fensters ist installiert: %1</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>Es gibt noch keine Sicherung</translation>
    </message>
    <message>
        <source>The last good backup is %1 days old</source>
        <translation>Die letzte gute Sicherung ist %1 Tage alt</translation>
    </message>
    <message>
        <source>The folder of the backups is not there: %1</source>
        <translation>Der Ordner der Sicherungen ist nicht da: %1</translation>
    </message>
    <message>
        <source>This backup is no longer there: %1</source>
        <translation>Diese Sicherung ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>No scanner is set up on a line of its own</source>
        <translation>Kein Scanner mit eigener Leitung eingerichtet</translation>
    </message>
    <message>
        <source>The scanner&apos;s line cannot be opened: %1</source>
        <translation>Die Leitung des Scanners lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The scanner was pulled out: %1</source>
        <translation>Der Scanner wurde abgezogen: %1</translation>
    </message>
    <message>
        <source>Ended before it was finished</source>
        <translation>Vor dem Ende abgebrochen</translation>
    </message>
    <message>
        <source>A code on the sheet could not be read back: %1</source>
        <translation>Ein Code auf dem Blatt ließ sich nicht zurücklesen: %1</translation>
    </message>
    <message>
        <source>A code on the sheet says something else than meant: %1</source>
        <translation>Ein Code auf dem Blatt sagt etwas anderes als gemeint: %1</translation>
    </message>
    <message>
        <source>No key tag has this size: %1</source>
        <translation>Diese Größe hat kein Schlüsselanhänger: %1</translation>
    </message>
    <message>
        <source>The owner has no pickup code for this car</source>
        <translation>Für dieses Auto gibt es keinen Abholcode</translation>
    </message>
    <message>
        <source>This pickup code has been used already</source>
        <translation>Dieser Abholcode ist schon benutzt worden</translation>
    </message>
    <message>
        <source>The pickup code has run out; the owner needs a new one</source>
        <translation>Der Abholcode ist abgelaufen; der Halter braucht einen neuen</translation>
    </message>
    <message>
        <source>Too many wrong codes: this one is blocked, the owner needs a new one</source>
        <translation>Zu viele falsche Codes: Dieser ist gesperrt, der Halter braucht einen neuen</translation>
    </message>
    <message>
        <source>This is not the pickup code; tries left: %1</source>
        <translation>Das ist nicht der Abholcode; Versuche übrig: %1</translation>
    </message>
    <message>
        <source>A pickup code is not sent twice; give the owner a new one</source>
        <translation>Ein Abholcode wird nicht zweimal gesendet; geben Sie dem Halter einen neuen</translation>
    </message>
    <message>
        <source>This letter lies at the desk that made it</source>
        <translation>Dieser Brief liegt an der Theke, die ihn schrieb</translation>
    </message>
    <message>
        <source>This signature cannot be kept</source>
        <translation>Diese Unterschrift lässt sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>The signature lies at another desk, or was changed</source>
        <translation>Die Unterschrift liegt an einer anderen Theke oder wurde verändert</translation>
    </message>
    <message>
        <source>No key came in today</source>
        <translation>Heute kam kein Schlüssel herein</translation>
    </message>
    <message>
        <source>Pickup code</source>
        <comment>kind of mail</comment>
        <translation>Abholcode</translation>
    </message>
    <message>
        <source>This computer does not know the authorities that vouch for servers</source>
        <translation>Dieser Rechner kennt die Stellen nicht, die für Server bürgen</translation>
    </message>
    <message>
        <source>Not said yet how days are written</source>
        <translation>Noch nicht gesagt, wie Tage geschrieben sind</translation>
    </message>
    <message>
        <source>%1 has been changed at another desk meanwhile; open this once more</source>
        <translation>%1 wurde inzwischen an einer anderen Theke geändert; bitte neu öffnen</translation>
    </message>
    <message>
        <source>A signature is wanted for the key, or a reason why there is none</source>
        <translation>Für den Schlüssel ist eine Unterschrift nötig oder ein Grund, warum keine da ist</translation>
    </message>
    <message>
        <source>The sheet may name another account than the settings do now; please create the request again</source>
        <translation>Das Blatt nennt vielleicht ein anderes Konto als jetzt die Optionen; bitte erstellen Sie die Zahlungsanforderung noch einmal</translation>
    </message>
    <message>
        <source>Not paid, and taken off the key of %1 by hand</source>
        <translation>Nicht bezahlt und von Hand vom Schlüssel von %1 gelöst</translation>
    </message>
    <message>
        <source>A key hangs on this invoice: plate or VIN is needed</source>
        <translation>An dieser Rechnung hängt ein Schlüssel: Kennzeichen oder FIN wird gebraucht</translation>
    </message>
    <message>
        <source>More than %1 vehicles on one invoice are not kept</source>
        <translation>Mehr als %1 Fahrzeuge je Rechnung werden nicht geführt</translation>
    </message>
    <message>
        <source>There is an address, but no name of who pays</source>
        <translation>Es gibt eine Anschrift, aber keinen Namen des Zahlers</translation>
    </message>
    <message>
        <source>Taken off a key</source>
        <comment>task</comment>
        <translation>Von Schlüssel gelöst</translation>
    </message>
    <message>
        <source>plate %1</source>
        <translation>Kennzeichen %1</translation>
    </message>
    <message>
        <source>VIN %1</source>
        <translation>FIN %1</translation>
    </message>
    <message>
        <source>customer number %1</source>
        <translation>Kundennummer %1</translation>
    </message>
    <message>
        <source>order number %1</source>
        <translation>Auftragsnummer %1</translation>
    </message>
    <message>
        <source>keeper %1</source>
        <translation>Halter %1</translation>
    </message>
    <message>
        <source>%1, from the text of a line</source>
        <comment>what a rule has found</comment>
        <translation>%1, aus dem Text einer Position</translation>
    </message>
    <message>
        <source>%1, from a reference</source>
        <comment>what a rule has found</comment>
        <translation>%1, aus einem Verweis</translation>
    </message>
    <message>
        <source>%1, from a note</source>
        <comment>what a rule has found</comment>
        <translation>%1, aus einer Bemerkung</translation>
    </message>
    <message>
        <source>This file has no pages that can be shown</source>
        <translation>Diese Datei hat keine Seiten, die sich zeigen lassen</translation>
    </message>
    <message>
        <source>A payment in the order is only promised; it was not set off</source>
        <translation>Eine Zahlung im Auftrag ist nur zugesagt; sie wurde nicht abgezogen</translation>
    </message>
    <message>
        <source>Somebody has to sign, or say why not</source>
        <translation>Es muss jemand unterschreiben oder sagen, warum nicht</translation>
    </message>
    <message>
        <source>More than %1 exceptions today: a second person has to agree</source>
        <translation>Mehr als %1 Ausnahmen heute: Eine zweite Person muss zustimmen</translation>
    </message>
    <message>
        <source>Write at least %1 characters why</source>
        <translation>Schreiben Sie mindestens %1 Zeichen, warum</translation>
    </message>
    <message>
        <source>This invoice is not cancelled</source>
        <translation>Diese Rechnung ist nicht storniert</translation>
    </message>
    <message>
        <source>It was taken back with its run: read it in again</source>
        <translation>Sie wurde mit ihrem Lauf zurückgenommen: Lesen Sie sie wieder ein</translation>
    </message>
    <message>
        <source>A credit note covers all of it</source>
        <translation>Eine Gutschrift deckt sie ganz</translation>
    </message>
    <message>
        <source>This invoice is not on account</source>
        <translation>Diese Rechnung ist nicht auf Rechnung freigegeben</translation>
    </message>
    <message>
        <source>The claim may have been sold: somebody has to decide first who is paid</source>
        <translation>Die Forderung ist vielleicht verkauft: Erst muss entschieden werden, wer das Geld bekommt</translation>
    </message>
    <message>
        <source>It was cancelled here, and has now come again changed: %1</source>
        <translation>Sie wurde hier storniert und ist nun geändert wieder gekommen: %1</translation>
    </message>
    <message>
        <source>The invoice says that the claim has been assigned</source>
        <translation>Die Forderung ist laut Rechnung abgetreten</translation>
    </message>
    <message>
        <source>Its invoice was cancelled by hand while money was open</source>
        <translation>Ihre Rechnung wurde von Hand storniert, als Geld offen war</translation>
    </message>
    <message>
        <source>Cancelled?</source>
        <comment>task</comment>
        <translation>Storniert?</translation>
    </message>
    <message>
        <source>Claim sold?</source>
        <comment>task</comment>
        <translation>Abgetreten?</translation>
    </message>
    <message>
        <source>The file is packed (ZIP or a workbook)</source>
        <translation>Die Datei ist gepackt (ZIP oder eine Arbeitsmappe)</translation>
    </message>
    <message>
        <source>An order came with another token than the one of the settings; it was turned away</source>
        <translation>Ein Auftrag kam mit einem anderen Token als dem der Optionen; er wurde abgewiesen</translation>
    </message>
    <message>
        <source>Refused files or orders nobody has seen to: %1. See Inbox, Runs</source>
        <translation>Abgelehnte Dateien oder Aufträge, um die sich noch niemand gekümmert hat: %1. Siehe Eingang, Läufe</translation>
    </message>
    <message>
        <source>Somebody has seen to it already</source>
        <translation>Darum hat sich schon jemand gekümmert</translation>
    </message>
    <message>
        <source>What was done about it? At least %1 characters</source>
        <translation>Was wurde getan? Mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>An invoice with this number is here already: %1</source>
        <translation>Eine Rechnung mit dieser Nummer ist schon da: %1</translation>
    </message>
    <message>
        <source>The printed page of the PDF names another amount</source>
        <translation>Die gedruckte Seite des PDF nennt einen anderen Betrag</translation>
    </message>
    <message>
        <source>The PDF has no text that can be read, so its amounts were not compared</source>
        <translation>Das PDF hat keinen lesbaren Text; seine Beträge wurden nicht verglichen</translation>
    </message>
    <message>
        <source>No vehicle</source>
        <comment>task</comment>
        <translation>Kein Fahrzeug</translation>
    </message>
    <message>
        <source>Page says otherwise</source>
        <comment>task</comment>
        <translation>Seite sagt anderes</translation>
    </message>
    <message>
        <source>Sums differ</source>
        <comment>task</comment>
        <translation>Summen passen nicht</translation>
    </message>
    <message>
        <source>Two readings</source>
        <comment>task</comment>
        <translation>Zwei Lesarten</translation>
    </message>
    <message>
        <source>It is too late to take that back; it goes its way</source>
        <translation>Zum Zurücknehmen ist es zu spät; es geht seinen Weg</translation>
    </message>
    <message>
        <source>It is not released on account</source>
        <translation>Sie ist nicht auf Rechnung freigegeben</translation>
    </message>
    <message>
        <source>There is no receipt of this payment</source>
        <translation>Zu dieser Zahlung gibt es keinen Beleg</translation>
    </message>
    <message>
        <source>Another desk has just printed this copy; print again</source>
        <translation>Eine andere Theke hat diese Kopie gerade gedruckt; bitte noch einmal drucken</translation>
    </message>
    <message>
        <source>The sender lets the key go before it is paid; here only a release on account does</source>
        <translation>Der Absender gibt den Schlüssel vor der Zahlung frei; hier gilt dafür nur die Freigabe auf Rechnung</translation>
    </message>
    <message>
        <source>Its sender&apos;s key belongs to an order of another year: %1</source>
        <translation>Der Schlüssel des Absenders gehört zu einem Auftrag eines anderen Jahres: %1</translation>
    </message>
    <message>
        <source>The workshop system has closed the order: cancel %1 or ask on</source>
        <translation>Das Werkstattsystem hat den Auftrag geschlossen: %1 stornieren oder weiter anfordern</translation>
    </message>
    <message>
        <source>This came as a document, which alone says what is right: %1</source>
        <translation>Das kam als Beleg, und nur dieser sagt, was gilt: %1</translation>
    </message>
    <message>
        <source>The order was changed just now; once more, please: %1</source>
        <translation>Der Auftrag wurde gerade geändert; bitte noch einmal: %1</translation>
    </message>
    <message>
        <source>Came by two ways, as an order and as a document; it is asked for once: %1</source>
        <translation>Kam auf zwei Wegen, als Auftrag und als Beleg; angefordert wird einmal: %1</translation>
    </message>
    <message>
        <source>Stands here twice, as an order and as a document; cancel one of them: %1</source>
        <translation>Steht zweimal da, als Auftrag und als Beleg; stornieren Sie eines davon: %1</translation>
    </message>
    <message>
        <source>The same number came by another way with another amount</source>
        <translation>Dieselbe Nummer kam auf anderem Weg mit anderem Betrag</translation>
    </message>
    <message>
        <source>The order belongs to another organisation</source>
        <translation>Der Auftrag gehört zu einer anderen Organisation</translation>
    </message>
    <message>
        <source>Came twice</source>
        <comment>task</comment>
        <translation>Kam doppelt</translation>
    </message>
    <message>
        <source>Asked twice</source>
        <comment>task</comment>
        <translation>Doppelt gefordert</translation>
    </message>
    <message>
        <source>Order closed</source>
        <comment>task</comment>
        <translation>Auftrag geschlossen</translation>
    </message>
    <message>
        <source>This is of DATEV&apos;s XML interface online (%1), but not the invoice data in it</source>
        <translation>Das gehört zur DATEV-XML-Schnittstelle online (%1), enthält aber keine Rechnungsdaten</translation>
    </message>
    <message>
        <source>These bookings are no outgoing invoice: %1</source>
        <translation>Diese Buchungen sind keine Ausgangsrechnung: %1</translation>
    </message>
    <message>
        <source>The sender of this invoice holds it for paid already</source>
        <translation>Der Absender hält diese Rechnung schon für bezahlt</translation>
    </message>
    <message>
        <source>Paid already?</source>
        <comment>task</comment>
        <translation>Schon bezahlt?</translation>
    </message>
    <message>
        <source>Something attached to the order was left out: only PDF, JPEG and PNG of moderate size are kept</source>
        <translation>Ein Anhang des Auftrags blieb weg: nur PDF, JPEG und PNG in mäßiger Größe werden behalten</translation>
    </message>
    <message>
        <source>order (JSON)</source>
        <comment>form of an invoice</comment>
        <translation>Auftrag (JSON)</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <comment>form of an invoice</comment>
        <translation>von Hand eingegeben</translation>
    </message>
    <message>
        <source>table: %1</source>
        <comment>form of an invoice</comment>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>The bookings are saved, the documents are not all: %1</source>
        <translation>Die Buchungen sind gesichert, die Dokumente nicht alle: %1</translation>
    </message>
    <message>
        <source>The stored data are damaged: nothing is recorded any more until somebody has decided: %1</source>
        <translation>Die gespeicherten Daten sind beschädigt: Es wird nichts mehr verbucht, bis jemand entschieden hat: %1</translation>
    </message>
    <message>
        <source>The bookings are whole, but what was made of them differs; it can be made anew: %1</source>
        <translation>Die Buchungen sind heil, aber was daraus gemacht ist, weicht ab; es kann neu gemacht werden: %1</translation>
    </message>
    <message>
        <source>The bookings are whole. What was made of them differed; it was made anew and is in order: %1</source>
        <translation>Die Buchungen sind heil. Was daraus gemacht ist, wich ab; es wurde neu gemacht und stimmt wieder: %1</translation>
    </message>
    <message>
        <source>The folder of new invoices waits: in the inbox &quot;Check only&quot; is on</source>
        <translation>Der Ordner neuer Rechnungen wartet: Im Eingang ist „Nur prüfen“ an</translation>
    </message>
</context>
</TS>
