// MailPreview: a composed mail as its reader will see it, drawn or as plain text. It loads nothing from anywhere and follows no link. Made by MailTextsPart.
#pragma once
#include "app/services/mails.h"
#include <QTextBrowser>

namespace tresen::ui {

class MailPreview final : public QTextBrowser {
    Q_OBJECT
public:
    explicit MailPreview(QWidget* parent = nullptr);
    void showMail(const services::ComposedMail& mail, bool asText);

protected:
    QVariant loadResource(int type, const QUrl& name) override;   // only the pictures that travel inside the mail

private:
    std::vector<ports::InlineImage> m_images;
};

} // namespace tresen::ui
