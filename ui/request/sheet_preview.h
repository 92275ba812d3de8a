// SheetPreview: one page of a PDF, the first unless said otherwise, scaled into the widget. Rendered on the pool; the document never blocks the desk.
// Used by RequestSheet, PaperSheet and DocumentSheet.
#pragma once
#include <QImage>
#include <QWidget>

namespace tresen::ui {

class SheetPreview final : public QWidget {
    Q_OBJECT
public:
    explicit SheetPreview(QWidget* parent = nullptr);
    void setPdf(const QByteArray& pdf);           // empty: shows the hint
    void turnTo(int page);                        // of the PDF, from 0 on; nothing happens beyond its ends
    int shownPage() const { return m_shown; }
    int pageCount() const { return m_count; }     // 0: not known yet
    void setPage(const QImage& page);             // a picture made elsewhere, in its own shape; null: shows the hint
    void setHint(const QString& hint);
    bool isShowing() const { return !m_page.isNull(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void rendered();                              // the page and the number of pages are known

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void render();
    QByteArray m_pdf;
    int m_shown = 0, m_count = 0;
    QImage m_page;
    QString m_hint;
};

// The first kMaxPrintedPages pages as pictures, dots per inch as asked. Thread-safe; an unreadable document gives none.
QList<QImage> renderPdf(const QByteArray& pdf, int dpi);
inline constexpr int kMaxPrintedPages = 50;

} // namespace tresen::ui
