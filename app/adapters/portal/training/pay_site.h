// PaySite: what each address of the pay page does. Called by TrainingPortal in its file thread with every request HttpServer let through.
// GET shows and changes nothing but "opened"; POST takes one step of the owner and answers with a redirect: reloading repeats nothing.
#pragma once
#include "app/net/http_server.h"
#include "app/adapters/portal/training/link_file.h"
#include "app/adapters/portal/training/pay_page.h"

namespace tresen::adapters::training {

class PaySite {
public:
    // moved(linkId): the owner took a step.
    PaySite(LinkFile& file, WorkshopPage workshop, const QString& baseUrl, const Clock& clock, std::function<void(QString)> moved);

    net::HttpResponse handle(const net::HttpRequest& request, const net::HttpPeer& peer);

private:
    struct Guesses { Instant since; int count = 0; };

    net::HttpResponse forLink(const net::HttpRequest& request, const net::HttpPeer& peer, const QString& first, const QString& below);
    net::HttpResponse show(const net::HttpRequest& request, const QString& token, const QString& below);
    net::HttpResponse step(const net::HttpRequest& request, const QString& token, const QString& below);
    Result<QByteArray> decideStep(const LinkBook& book, const QString& token, const QString& below, const net::HttpFields& form) const;
    net::HttpResponse enterCode(const net::HttpRequest& request, const net::HttpPeer& peer);
    net::HttpResponse unknown(const net::HttpRequest& request, const net::HttpPeer& peer);
    bool isLimited(const net::HttpPeer& peer) const;
    PageRequest pageRequest(const net::HttpRequest& request, const QString& fallback = {}) const;
    net::HttpResponse redirect(const net::HttpRequest& request, const QString& path) const;

    LinkFile& m_file;
    const Clock& m_clock;
    QString m_prefix;
    PayPage m_page;
    std::function<void(QString)> m_moved;
    QHash<QByteArray, Guesses> m_guesses;
};

} // namespace tresen::adapters::training
