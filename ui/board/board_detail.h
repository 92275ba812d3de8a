// BoardDetail: everything the right panel shows about one invoice. The main window fills it from the services and hands it to
// BoardPage::setDetail(); the page asks for nothing itself.
#pragma once
#include "app/domain/board_row.h"
#include "ui/common/state_look.h"
#include <QStringList>
#include <vector>

namespace tresen::ui {

struct TimelineEntry {
    Instant at;
    QString text, sub;          // worded: "Paid online, 527,85 €" / "Portal · Apple Pay"
    Look look = Look::Accepted; // its shape when it is the newest
    QString signature{}, signatureFile{};   // of a key that was signed for
};

struct LinkedInvoice {          // same vehicle or customer, this one first
    domain::InvoiceId invoice;
    QString number, text;
    domain::Money open;
    Look look = Look::Open;
};

struct BoardDetail {
    domain::BoardRow row;
    Instant happenedAt;                     // when the state came about: "online, Apple Pay, 10:41:58"; null: not shown
    std::vector<LinkedInvoice> linked;
    std::vector<TimelineEntry> timeline;    // newest first
    bool mail = false;                      // a request can go by mail
    QString noPay{}, noRequest{}, noKey{};        // why who has signed in may not; empty: may
    QStringList found = {};                 // worded: what a rule has found and nobody has confirmed; "plate M-AB 1234, from a note"
    QString noVehicle = {};                 // why who has signed in may not put it right; empty: may
    QStringList notices = {};               // what reading its newest version found, worded
    QStringList documents = {};             // names of its pages: the one it was typed in from, and what came attached
};

} // namespace tresen::ui
