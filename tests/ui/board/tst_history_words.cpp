// The history of an invoice in words: what a person did stands there with its name, what a server said stands there in words.
#include "ui/board/story.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstHistoryWords : public QObject {
    Q_OBJECT

    const domain::InvoiceId m_invoice{u"i-1"_s};
    const domain::MailId m_mail{u"request:r-1:1"_s};
    const domain::RefundId m_refund{u"f-1"_s};

    static std::vector<domain::Recorded> journal(std::vector<domain::Event> events)
    {
        std::vector<domain::Recorded> out;
        for (auto& event : events) {
            const auto seq = static_cast<qint64>(out.size()) + 1;
            out.push_back({seq, Instant{1'795'420'800'000 + seq * 1000}, {u"Haupthaus"_s, u"Theke 1"_s, u"Frau Roth"_s}, std::move(event)});
        }
        return out;
    }
    domain::Event queued() const { return domain::MailQueued{m_mail, m_invoice, domain::MailKind::Request, u"vogt@example.org"_s, u"de"_s, u"a@lindner.example"_s, u"r-1"_s}; }
    domain::Event wanted() const
    {
        domain::RefundWanted e;
        e.refund = m_refund;
        e.invoice = m_invoice;
        e.amount = domain::Money::cents(60000);
        e.reason = u"doppelt bezahlt"_s;
        e.secondPerson = u"Herr Lindner"_s;
        return e;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany}); }

    void everyMailSaysWhatBecameOfIt()
    {
        using domain::MailState;
        const auto told = Story::tell(journal({queued(), domain::MailMoved{m_mail, m_invoice, MailState::Sending, {}, 1}, domain::MailMoved{m_mail, m_invoice, MailState::Failed, u"mail.rejected 550 no such user"_s, 1},
                                               domain::MailMoved{m_mail, m_invoice, MailState::Sent, u"250 ok"_s, 2}}));
        QCOMPARE(told.size(), 2u);   // newest first
        QCOMPARE(told[0].text, u"Request sent by mail"_s);
        QCOMPARE(told[0].sub, u"vogt@example.org"_s);
        QCOMPARE(told[1].text, u"Request by mail failed"_s);
        QVERIFY2(told[1].sub.contains(u"550 no such user"_s) && !told[1].sub.contains(u"mail.rejected"_s), qPrintable(told[1].sub));
        QVERIFY(Story::tell(journal({domain::MailMoved{m_mail, m_invoice, MailState::Sent, {}, 1}})).empty());   // of a mail nobody queued
    }
    void aRefundSaysWhoWantedItAndWhatBecameOfIt()
    {
        using domain::RefundState;
        const auto told = Story::tell(journal({wanted(), domain::RefundMoved{m_refund, m_invoice, RefundState::Unclear, {}, u"net.deadline 10 s"_s},
                                               domain::RefundMoved{m_refund, m_invoice, RefundState::Done, {}, u"im Portal gesehen (Herr Lindner)"_s}}));
        QCOMPARE(told.size(), 3u);
        QVERIFY2(told[0].sub.contains(u"im Portal gesehen"_s) && told[0].sub.contains(u"Frau Roth"_s), qPrintable(told[0].sub));
        QCOMPARE(told[1].look, Look::Unknown);
        QVERIFY2(!told[1].sub.contains(u"net.deadline"_s), qPrintable(told[1].sub));
        QVERIFY2(told[2].sub.contains(u"doppelt bezahlt"_s) && told[2].sub.contains(u"Frau Roth"_s) && told[2].sub.contains(u"Herr Lindner"_s), qPrintable(told[2].sub));
        // The portal's own word is enough: the money stands there already.
        QVERIFY(Story::tell(journal({domain::RefundMoved{m_refund, m_invoice, RefundState::Done, u"re_1"_s, {}}})).empty());
    }
    void whatReadingFoundIsSaid()
    {
        domain::InvoiceTaken taken;
        taken.invoice = m_invoice;
        taken.system = u"WERBAS"_s;
        taken.record.number = u"4711"_s;
        taken.form = u"xrechnung.ubl"_s;
        taken.notices = {u"iban.check"_s, u"sum.gross"_s};
        domain::InvoiceRevised revised;
        revised.invoice = m_invoice;
        revised.notices = {u"totals.pdf_differs"_s, u"entered.plate"_s, u"made.up"_s};
        const domain::Event task = domain::TaskRaised{domain::TaskId{u"sum.gross:i-1:1"_s}, m_invoice, u"sum.gross"_s, {}, domain::Money::cents(11900)};
        const auto first = journal({taken, task});
        auto told = Story::tell(first);
        QCOMPARE(told.size(), 2u);
        QCOMPARE(told[0].text, u"Net and tax do not add up"_s);
        QCOMPARE(told[1].sub, u"WERBAS · 4711 · XRechnung (UBL) · The account number is wrong"_s);   // the other one is a task and stands there itself
        QCOMPARE(Story::noticesOf(first, m_invoice), (QStringList{u"The account number is wrong"_s, u"Net and tax do not add up"_s}));
        QCOMPARE(Story::noticesOf(first, domain::InvoiceId{u"other"_s}), QStringList{});
        const auto both = journal({taken, task, revised, domain::TaskDone{domain::TaskId{u"sum.gross:i-1:1"_s}, m_invoice, u"version"_s}});
        QCOMPARE(Story::noticesOf(both, m_invoice), QStringList{u"The printed page of the PDF names another amount"_s});   // of the newest version
        QCOMPARE(Story::tell(both).size(), 3u);
    }
    // The key left days before the money was taken back: the state came about with the money.
    void moneyTakenBackIsDatedByTheMoney()
    {
        services::InvoiceView view;
        domain::Payment back;
        back.at = Instant{1'795'507'200'000};
        view.item.payments.push_back(back);
        view.key.id = domain::KeyId{u"k-1"_s};
        view.key.state = domain::KeyState::Released;
        view.key.changedAt = Instant{1'795'420'800'000};
        view.row.invoice = m_invoice;
        view.row.state = domain::BoardState::Reversed;
        QCOMPARE(Story::detailOf(view, back.at).happenedAt, back.at);
        view.row.state = domain::BoardState::HandedOver;
        QCOMPARE(Story::detailOf(view, back.at).happenedAt, view.key.changedAt);
    }
    void aTaskIsDoneByAPersonWithAName()
    {
        const auto told = Story::tell(journal({domain::TaskDone{domain::TaskId{u"t"_s}, m_invoice, u"mit dem Kunden geklärt"_s}}));
        QCOMPARE(told.size(), 1u);
        QCOMPARE(told[0].sub, u"mit dem Kunden geklärt · Frau Roth · Theke 1"_s);
        QVERIFY(Story::tell(journal({domain::TaskDone{domain::TaskId{u"t"_s}, m_invoice, u"refund"_s}})).empty());
    }
};

QTEST_MAIN(TstHistoryWords)
#include "tst_history_words.moc"
