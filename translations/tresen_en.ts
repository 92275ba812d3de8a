<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tresen::ui::AgeText</name>
    <message numerus="yes">
        <source>waits %n day(s)</source>
        <translation>
            <numerusform>waits %n day</numerusform>
            <numerusform>waits %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::BackupCard</name>
    <message numerus="yes">
        <source>Newest backup: %1 (%2), %n kept</source>
        <translation>
            <numerusform>Newest backup: %1 (%2), %n kept</numerusform>
            <numerusform>Newest backup: %1 (%2), %n kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::BellButton</name>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Messages, %n new</numerusform>
            <numerusform>Messages, %n new</numerusform>
        </translation>
    </message>
</context>
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
    <name>tresen::ui::DayModel</name>
    <message numerus="yes">
        <source>%n booking(s)</source>
        <translation>
            <numerusform>%n booking</numerusform>
            <numerusform>%n bookings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::DayPage</name>
    <message numerus="yes">
        <source>%n invoice(s) came in</source>
        <translation>
            <numerusform>%n invoice came in</numerusform>
            <numerusform>%n invoices came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) left</source>
        <translation>
            <numerusform>%n mail left</numerusform>
            <numerusform>%n mails left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) handed over</source>
        <translation>
            <numerusform>%n key handed over</numerusform>
            <numerusform>%n keys handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more note(s), see the journal</source>
        <translation>
            <numerusform>%n more note, see the journal</numerusform>
            <numerusform>%n more notes, see the journal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::FiltersSheet</name>
    <message numerus="yes">
        <source>Of this desk; the first %n have a key</source>
        <translation>
            <numerusform>Of this desk; the first has a key</numerusform>
            <numerusform>Of this desk; the first %n have a key</numerusform>
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
    <name>tresen::ui::HealthPage</name>
    <message numerus="yes">
        <source>%n ready, no trouble</source>
        <translation>
            <numerusform>%n ready, no trouble</numerusform>
            <numerusform>%n ready, no trouble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) somebody</source>
        <translation>
            <numerusform>%n needs somebody</numerusform>
            <numerusform>%n need somebody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::HealthWords</name>
    <message numerus="yes">
        <source>%n mail(s) wait</source>
        <translation>
            <numerusform>%n mail waits</numerusform>
            <numerusform>%n mails wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait</source>
        <translation>
            <numerusform>%n order waits</numerusform>
            <numerusform>%n orders wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) wait</source>
        <translation>
            <numerusform>%n invoice waits</numerusform>
            <numerusform>%n invoices wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried in vain</source>
        <translation>
            <numerusform>%n tried in vain</numerusform>
            <numerusform>%n tried in vain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::IbanEditor</name>
    <message numerus="yes">
        <source>%n character(s) to go</source>
        <translation>
            <numerusform>%n character to go</numerusform>
            <numerusform>%n characters to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::ImportSheet</name>
    <message numerus="yes">
        <source>An account is among them. Why? At least %n character(s)</source>
        <translation>
            <numerusform>An account is among them. Why? At least %n character</numerusform>
            <numerusform>An account is among them. Why? At least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a text of %n character(s)</source>
        <translation>
            <numerusform>a text of %n character</numerusform>
            <numerusform>a text of %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n setting(s)</source>
        <translation>
            <numerusform>Change %n setting</numerusform>
            <numerusform>Change %n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::IntakePage</name>
    <message numerus="yes">
        <source>Take over %n invoice(s)</source>
        <translation>
            <numerusform>Take over %n invoice</numerusform>
            <numerusform>Take over %n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Runs of the past days · %n refused …</source>
        <translation>
            <numerusform>Runs of the past days · %n refused …</numerusform>
            <numerusform>Runs of the past days · %n refused …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) · what needs somebody first</source>
        <translation>
            <numerusform>%n row · what needs somebody first</numerusform>
            <numerusform>%n rows · what needs somebody first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The workshop&apos;s folder waits while you only check: this desk takes nothing over from it. It goes on when you take the tick off, at the latest %n minute(s) after you last did something here.</source>
        <translation>
            <numerusform>The workshop&apos;s folder waits while you only check: this desk takes nothing over from it. It goes on when you take the tick off, at the latest %n minute after you last did something here.</numerusform>
            <numerusform>The workshop&apos;s folder waits while you only check: this desk takes nothing over from it. It goes on when you take the tick off, at the latest %n minutes after you last did something here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking was left alone for %n minute(s) and is switched off: the workshop&apos;s folder is read again</source>
        <translation>
            <numerusform>Checking was left alone for %n minute and is switched off: the workshop&apos;s folder is read again</numerusform>
            <numerusform>Checking was left alone for %n minutes and is switched off: the workshop&apos;s folder is read again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::IntakeWords</name>
    <message numerus="yes">
        <source>%1 · %n more</source>
        <translation>
            <numerusform>%1 · %n more</numerusform>
            <numerusform>%1 · %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To confirm: %1 · %n more</source>
        <comment>found by rule</comment>
        <translation>
            <numerusform>To confirm: %1 · %n more</numerusform>
            <numerusform>To confirm: %1 · %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) taken back; read the files in again to have them here</source>
        <translation>
            <numerusform>%n invoice taken back; read the file in again to have it here</numerusform>
            <numerusform>%n invoices taken back; read the files in again to have them here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put back to the version before</source>
        <translation>
            <numerusform>%n put back to the version before</numerusform>
            <numerusform>%n put back to the version before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): %1</source>
        <translation>
            <numerusform>%n stays: %1</numerusform>
            <numerusform>%n stay: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <comment>that invoices came from</comment>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::LogPanel</name>
    <message numerus="yes">
        <source>the newest %n</source>
        <translation>
            <numerusform>the newest %n</numerusform>
            <numerusform>the newest %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::KeySheets</name>
    <message numerus="yes">
        <source>%n key tag(s)</source>
        <translation>
            <numerusform>%n key tag</numerusform>
            <numerusform>%n key tags</numerusform>
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
<context>
    <name>tresen::ui::NoticeSheet</name>
    <message numerus="yes">
        <source>The last %n since the start, newest first</source>
        <translation>
            <numerusform>The last since the start</numerusform>
            <numerusform>The last %n since the start, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::PaymentSide</name>
    <message numerus="yes">
        <source>%n earlier payment(s)</source>
        <translation>
            <numerusform>%n earlier payment</numerusform>
            <numerusform>%n earlier payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::PinSheet</name>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::ProfileSheet</name>
    <message numerus="yes">
        <source>%n more column(s) are not shown.</source>
        <translation>
            <numerusform>%n more column is not shown.</numerusform>
            <numerusform>%n more columns are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::ResultModel</name>
    <message numerus="yes">
        <source>%n invoice(s) readable</source>
        <translation>
            <numerusform>%n invoice readable</numerusform>
            <numerusform>%n invoices readable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an invoice</source>
        <translation>
            <numerusform>%n row without an invoice</numerusform>
            <numerusform>%n rows without an invoice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::RunsModel</name>
    <message numerus="yes">
        <source>%n taken over</source>
        <translation>
            <numerusform>%n taken over</numerusform>
            <numerusform>%n taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stayed</source>
        <translation>
            <numerusform>%n stayed</numerusform>
            <numerusform>%n stayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n file(s)</source>
        <translation>
            <numerusform>from %n file</numerusform>
            <numerusform>from %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::RunsSheet</name>
    <message numerus="yes">
        <source>%n day(s), of all desks; refused files and orders stand first</source>
        <translation>
            <numerusform>%n day, of all desks; refused files and orders stand first</numerusform>
            <numerusform>%n days, of all desks; refused files and orders stand first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes back what the run has brought: %n invoice(s). What has left the house stays and is named here.</source>
        <translation>
            <numerusform>This takes back what the run has brought: %n invoice. What has left the house stays and is named here.</numerusform>
            <numerusform>This takes back what the run has brought: %n invoices. What has left the house stays and is named here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::SavedFilters</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>older than %n day</numerusform>
            <numerusform>older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n views are kept; delete one first</source>
        <translation>
            <numerusform>At most %n view is kept; delete one first</numerusform>
            <numerusform>At most %n views are kept; delete one first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n characters</source>
        <translation>
            <numerusform>A name has at most %n character</numerusform>
            <numerusform>A name has at most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::SettlementsPage</name>
    <message numerus="yes">
        <source>Run %1: %n record(s) in %2</source>
        <translation>
            <numerusform>Run %1: %n record in %2</numerusform>
            <numerusform>Run %1: %n records in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent again in run %1: %n record(s), each with its old id.</source>
        <translation>
            <numerusform>Sent again in run %1: %n record, each with its old id.</numerusform>
            <numerusform>Sent again in run %1: %n records, each with its old id.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::TasksPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n task(s)</source>
        <translation>
            <numerusform>%1 of %n task</numerusform>
            <numerusform>%1 of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more invoice(s) with tasks</source>
        <translation>
            <numerusform>%n more invoice with tasks</numerusform>
            <numerusform>%n more invoices with tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::TransferCard</name>
    <message numerus="yes">
        <source>%n setting(s) taken over.</source>
        <translation>
            <numerusform>%n setting taken over.</numerusform>
            <numerusform>%n settings taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::UnlockSheet</name>
    <message numerus="yes">
        <source>Why? At least %n character(s)</source>
        <translation>
            <numerusform>Why? At least %n character</numerusform>
            <numerusform>Why? At least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::VaultCard</name>
    <message numerus="yes">
        <source>The backup is being made and read again … %n s</source>
        <translation>
            <numerusform>The backup is being made and read again … %n s</numerusform>
            <numerusform>The backup is being made and read again … %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every entry is recomputed … %n s</source>
        <translation>
            <numerusform>Every entry is recomputed … %n s</numerusform>
            <numerusform>Every entry is recomputed … %n s</numerusform>
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
    <name>tresen::ui::ViewMenu</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tresen::ui::WizardWords</name>
    <message numerus="yes">
        <source>%n character(s) are missing at least. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n character is missing at least. Compare it with the bank statement.</numerusform>
            <numerusform>%n characters are missing at least. Compare it with the bank statement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are missing: an IBAN that begins with %1 has %2. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n character is missing: an IBAN that begins with %1 has %2. Compare it with the bank statement.</numerusform>
            <numerusform>%n characters are missing: an IBAN that begins with %1 has %2. Compare it with the bank statement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are too many. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n character is too many. Compare it with the bank statement.</numerusform>
            <numerusform>%n characters are too many. Compare it with the bank statement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) are too many: an IBAN that begins with %1 has %2. Compare it with the bank statement.</source>
        <translation>
            <numerusform>%n character is too many: an IBAN that begins with %1 has %2. Compare it with the bank statement.</numerusform>
            <numerusform>%n characters are too many: an IBAN that begins with %1 has %2. Compare it with the bank statement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the same file</source>
        <translation>
            <numerusform>and %n more in the same file</numerusform>
            <numerusform>and %n more in the same file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n file(s) lie there</source>
        <translation>
            <numerusform>More than %n file lies there</numerusform>
            <numerusform>More than %n files lie there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie there</source>
        <translation>
            <numerusform>%n file lies there</numerusform>
            <numerusform>%n files lie there</numerusform>
        </translation>
    </message>
</context>
</TS>
