// PayPage: the owner's page of one link in every state, as one HTML file without script or outside asset. Pure; called by PaySite.
// Nobody's name or address is on it: whoever has the link sees plate, car and amount. Every page carries the training mark.
#pragma once
#include "app/adapters/portal/training/link_book.h"
#include "app/adapters/portal/training/page_texts.h"
#include <map>

namespace tresen::adapters::training {

struct WorkshopPage {
    QString name, city, phone;
    QByteArray logoPng;                  // at most kPayPageMaxLogo and square is best; empty or larger: the first letter instead
    QString accent;                      // "#0F4C81"; below 4.5:1 on white the default is used
    QString openingHours;
    QString payeeHolder, payeeIban;      // an IBAN switches the bank details on; training shows its digits as zeros
    QString imprint, privacy;            // plain text; an empty privacy text is replaced by one that is true for this portal
    QString openingHoursEn{};            // for the pages that are not German; empty: the same as on the German one
};

struct PageRequest {
    QString language;
    Instant now;
};

class PayPage {
public:
    // prefix: path before every link, "" or "/pay"; encrypted: what the trust line may claim.
    PayPage(WorkshopPage workshop, QString prefix, bool encrypted);

    QByteArray link(const LinkBook& book, const TrainingLink& link, const PageRequest& request) const;   // GET /TOKEN
    QByteArray paymentScreen(const TrainingLink& link, const PageRequest& request) const;                // GET /TOKEN/pay
    QByteArray unknown(const PageRequest& request) const;
    QByteArray enterCode(const PageRequest& request) const;
    QByteArray limited(const PageRequest& request) const;
    QByteArray trouble(const PageRequest& request) const;
    QByteArray imprint(const PageRequest& request) const;
    QByteArray privacy(const PageRequest& request) const;

private:
    struct Sheet { QString title, path, body; bool trust = false; int refreshS = 0; };

    QByteArray shell(const PageTexts& t, const Sheet& sheet) const;
    QString header(const PageTexts& t, const QString& path) const;
    QString languageSwitch(const PageTexts& t, const QString& path) const;
    QString footer(const PageTexts& t, bool trust) const;
    QString open(const PageTexts& t, const TrainingLink& link) const;
    QString summary(const PageTexts& t, const TrainingLink& link) const;
    QString bankDetails(const PageTexts& t, const TrainingLink& link) const;
    QString checking(const PageTexts& t, const TrainingLink& link, bool isLong) const;
    QString paid(const PageTexts& t, const TrainingLink& link, Instant now) const;
    QString atCounter(const PageTexts& t, const TrainingLink& link) const;
    QString onAccount(const PageTexts& t, const TrainingLink& link) const;
    QString closed(const PageTexts& t, const TrainingLink& link, const QString& key, const TrainingLink* newer) const;
    QString askDesk(const PageTexts& t) const;
    QString codeForm(const PageTexts& t) const;
    QString wayForm(const PageTexts& t, const TrainingLink& link, const QString& way, const QString& content) const;
    QString linkPath(const TrainingLink& link, const QString& below = {}) const;
    QByteArray message(const PageRequest& request, const QString& key, const QString& path, bool withForm) const;
    QString hoursIn(const PageTexts& t) const;
    const PageTexts& texts(const QString& language) const;

    WorkshopPage m_workshop;
    QString m_prefix, m_css, m_logo;
    bool m_encrypted;
    std::map<QString, PageTexts> m_texts;
};

struct AccentColours { QString light, onLight, dark, onDark; };
AccentColours accentColours(const QString& accent);         // every pair reaches 4.5:1 on its ground

} // namespace tresen::adapters::training
