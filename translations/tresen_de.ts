<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
            <translation>Anforderung</translation>
        </message>
        <message>
            <source>send again</source>
            <translation>noch einmal senden</translation>
        </message>
        <message>
            <source>mail, paper</source>
            <translation>Mail, Papier</translation>
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
    </context>
    <context>
        <name>tresen::ui::DeskFrame</name>
        <message>
            <source>SAMPLE DATA · nothing here is real, no key may leave by it</source>
            <translation>MUSTERDATEN · nichts hier ist echt, kein Schlüssel darf danach raus</translation>
        </message>
    </context>
    <context>
        <name>tresen::ui::DetailPanel</name>
        <message>
            <source>Here you see at once whether the key may be handed over.</source>
            <translation>Hier steht gleich, ob der Schlüssel herausgegeben werden darf.</translation>
        </message>
        <message>
            <source>As of %1, %2 · %3</source>
            <translation>Stand %1, %2 · %3</translation>
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
        <name>tresen::ui::SearchField</name>
        <message>
            <source>Plate, name, invoice or scan</source>
            <translation>Kennzeichen, Name, Rechnung oder Scan</translation>
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
        <name>tresen::ui::Sheet</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
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
    </context>
    <context>
        <name>tresen::ui::UserButton</name>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
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
            <source>request printed, no. %1</source>
            <translation>Anforderung gedruckt, Nr. %1</translation>
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
            <translation>Geld wurde zurückgeholt, Schlüssel ist weg</translation>
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
            <translation>Regel: bezahlt; %1 gehen an den Kunden zurück</translation>
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
            <source>The knowledge is too old, ask again</source>
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
            <translation>Das Konto der Rechnung weicht von den Einstellungen ab: %1</translation>
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
            <source>The portal's link does not belong to this invoice: %1</source>
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
            <source>The invoice file cannot be read: %1</source>
            <translation>Die Rechnungsdatei ist nicht lesbar: %1</translation>
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
            <source>This setting is locked; the manager's PIN opens it</source>
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
    </context>
</TS>
