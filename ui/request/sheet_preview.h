// SheetPreview: the first page of a PDF, scaled into the widget. Rendered on the pool; the document never blocks the desk. Used by RequestSheet.
#pragma once
#include <QImage>
#include <QWidget>

namespace tresen::ui {

class SheetPreview final : public QWidget {
    Q_OBJECT
public:
    explicit SheetPreview(QWidget* parent = nullptr);
    void setPdf(const QByteArray& pdf);           // empty: shows the hint
    void setPage(const QImage& page);             // a picture made elsewhere, in its own shape; null: shows the hint
    void setHint(const QString& hint);
    bool isShowing() const { return !m_page.isNull(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QByteArray m_pdf;
    QImage m_page;
    QString m_hint;
};

// The first kMaxPrintedPages pages as pictures, dots per inch as asked. Thread-safe; an unreadable document gives none.
QList<QImage> renderPdf(const QByteArray& pdf, int dpi);
inline constexpr int kMaxPrintedPages = 50;

} // namespace tresen::ui
