// LetterPage: the payment request letter, A4, DIN 5008 form B, one page. Called by drawLetters(). Millimetres from the top left corner.
#pragma once
#include "app/adapters/paper/letter/sheet.h"

namespace tresen::adapters::letter {

inline constexpr std::size_t kMaxLetterRows = 9;

// At most nine rows: items beyond are summed up as "further items", then deposits, then VAT rows. Fault::Refused "paper.text_too_long" ("rows")
// when even that is too much, or the sums cannot be formed.
Result<std::vector<ports::LetterRow>> shownRows(const std::vector<ports::LetterRow>& rows, const Texts& texts);

class LetterPage : private Sheet {
public:
    LetterPage(Canvas& canvas, const Texts& texts, const ports::LetterContent& content, const Look& look)
        : Sheet{canvas, texts, content.workshop, look}, m_content{content} {}
    void draw();

private:
    void foldMarks();
    void letterhead();
    void addressWindow();
    void infoBlock();
    void vehicleAndGreeting();
    void table();
    void amountCard();
    void steps();
    void boxA();
    void boxAText();
    QStringList methodLines(Type type, double room) const;
    void boxB();
    void boxBText(double left, double room);
    void noGiroCode(double left);
    void otherWays();
    void deskCode();
    void footer();
    void badge(QPointF centre, double radius, const QString& letter, bool filled);
    bool hasLink() const { return !m_content.payUrl.isEmpty(); }
    bool hasTransfer() const { return m_content.training || !m_content.epcPayload.isEmpty(); }

    const ports::LetterContent& m_content;
};

} // namespace tresen::adapters::letter
