// Mails: letters to the owner by mail: payment request, confirmation, refund notice. Queued with the fact they tell of, composed once, sent by one desk.
// A failure never holds up anything else; what cannot be delivered becomes a task. Called by the desk, the command line and the Outbox.
#pragma once
#include "app/domain/mail_rules.h"
#include "app/ports/mailer.h"
#include "app/ports/secret_store.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/mail_tasks.h"
#include "app/services/mail_texts.h"
#include "app/services/outbox.h"
#include "app/services/settings.h"
#include <QSet>

namespace tresen::services {

class Mails final : public QObject {
    Q_OBJECT
public:
    Mails(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, Settings& settings, const Clock& clock, QString documentFolder, QObject* parent = nullptr);

    void setSecrets(ports::SecretStore& secrets) { m_secrets = &secrets; }   // where digits of pickup codes wait
    // The door to the mail server; null: there is none. The caller keeps it alive until it says otherwise.
    void setMailer(ports::Mailer* mailer) { m_mailer = mailer; }

    // Draws the sheet of a live request anew where the account it names no longer holds, see Requests::redraw(). Without it such a mail is held.
    using Redraw = std::function<void(const domain::InvoiceId&, const domain::RequestId&, const QString& language, Done<Ok>)>;
    void setRedraw(Redraw redraw) { m_redraw = std::move(redraw); }

    // The live request, whose sheet has been made already, goes to its owner. to empty: the invoice's address; language empty: by the owner's country.
    // Answers when it is queued; what becomes of it stands in the item. Refusals: domain::decideRequestMail().
    void sendRequest(const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& to, const QString& language, Done<domain::MailId> done);
    // So long a request stays here after it was queued and can be taken back; 0, as from the start: it goes at once.
    void setGrace(int ms) { m_graceMs = ms; }
    void recall(const domain::InvoiceId& invoice, const domain::MailId& mail, Done<Ok> done);   // refusals: domain::decideMailRecalled()
    void again(const domain::InvoiceId& invoice, const domain::MailId& mail, const QString& to, Done<Ok> done);   // refusals: domain::decideMailAgain()
    // The digits of a pickup code, by its salt, until their letter has been sent: they stand in the secret store and nowhere else. A file without content
    // names them, for a keyring can not be listed. Unreachable "secret.keyring".
    void keepPickup(const QString& salt, const QString& digits, Done<Ok> done);
    void dropPickup(const QString& salt, std::function<void()> done);   // sent, or what they are for will not be
    // At the start of the desk whose folder this is: letters and digits that no waiting effect is about go. Such are left when the power goes between them
    // and their entry, or between the last entry and the removal. Answers how many.
    void sweep(Done<int> done);
    void probe(Done<Ok> done);                                          // a live test of the mail server: "mail.not_configured"
    // A mail for trying out, at once and beside the outbox. Answers the server's words. Refused "mail.not_configured", "mail.no_sender", "mail.address",
    // and the failures of the Mailer.
    struct TestMail { QString to, subject, text, language; };
    void sendTest(const TestMail& mail, Done<QString> done);
    // Made-up facts with the workshop's own head and these texts: what an owner would see.
    Result<ComposedMail> preview(domain::MailKind kind, const QString& language, const QHash<QString, QString>& texts) const;

    static QHash<QString, QString> textsOf(const QString& setting, domain::MailKind kind, const QString& language);   // the edited pieces out of "mail.texts"
    static QString withText(const QString& setting, domain::MailKind kind, const QString& language, const QString& piece, const QString& text);

Q_SIGNALS:
    void sent();
    void failed(const tresen::Error& error);

private:
    struct Run;
    void handle(const ports::OutboxEntry& entry, Done<Ok> done);
    void compose(std::shared_ptr<Run> run, const ports::ItemDetail& detail);
    void renew(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const domain::Mail& mail, const Error& why);
    void takePickup(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const domain::Mail& mail);
    void takeKept(std::shared_ptr<Run> run, const QString& messageId);
    void giveUp(std::shared_ptr<Run> run, const Error& error);
    ports::MailMessage messageOf(const domain::OpenItem& item, const domain::Mail& mail, const ComposedMail& composed) const;
    void signFrom(ports::MailMessage& message) const;      // sender and where answers go
    void take(std::shared_ptr<Run> run);
    void send(std::shared_ptr<Run> run);
    void settle(std::shared_ptr<Run> run, const Result<ports::MailReceipt>& answer);
    void finish(std::shared_ptr<Run> run, std::function<std::vector<domain::Event>(const domain::OpenItem&)> events, bool ended, const Result<Ok>& answer);
    QString fileOf(const QString& messageId) const;
    void sweepAllBut(QStringList files, const ports::Subject& subject, const QList<MailTask>& waiting, Done<int> done);
    void queue(const ports::Subject& subject, ports::Decide decide, Done<Ok> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    Settings& m_settings;
    const Clock& m_clock;
    QString m_folder;
    int m_graceMs = 0;
    ports::Mailer* m_mailer = nullptr;
    ports::SecretStore* m_secrets = nullptr;
    Redraw m_redraw;
    QSet<QString> m_keptHere;                              // files that name digits kept before their entry, by this run of the program
};

} // namespace tresen::services
