// SignatureField: a box to sign in with finger, pen or mouse. Keeps strokes, not pixels; the last one can be taken back. Stands in the hand-over sheet.
#pragma once
#include <QPoint>
#include <QWidget>
#include <vector>

namespace tresen::ui {

class SignatureField final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMaxPoints = 3'000;         // of all strokes; more are not taken
    static constexpr int kWidth = 600, kHeight = 200;   // of the drawing that is kept, whatever the field's size

    explicit SignatureField(QWidget* parent = nullptr);
    void clear();
    void takeBack();                                 // the last stroke
    bool isEmpty() const { return m_strokes.empty(); }
    bool isSigned() const;                           // more than a dot
    int points() const;
    QByteArray svg() const;                          // empty when it is not signed
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void add(const QPointF& position);
    std::vector<std::vector<QPoint>> m_strokes;      // in the units of the drawing that is kept
    bool m_drawing = false;
};

} // namespace tresen::ui
