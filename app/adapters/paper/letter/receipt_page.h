// ReceiptPage: the counter receipt, A5 upright, one page. Called by drawReceipt(). Millimetres from the top left corner.
#pragma once
#include "app/adapters/paper/letter/sheet.h"

namespace tresen::adapters::letter {

class ReceiptPage : private Sheet {
public:
    ReceiptPage(Canvas& canvas, const Texts& texts, const ports::ReceiptContent& content, const Look& look)
        : Sheet{canvas, texts, content.workshop, look}, m_content{content} {}
    void draw();

private:
    void head();
    void vehicle();
    void amountCard();
    void rows();
    void refundRows();
    void externalReceipt(double y);
    void foot();
    QString paidLabel() const;

    const ports::ReceiptContent& m_content;
};

} // namespace tresen::adapters::letter
