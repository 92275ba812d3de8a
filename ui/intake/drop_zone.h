// DropZone: the dashed field that takes files and folders by drag and drop; the ways to choose them stand beside. Made by IntakePage.
#pragma once
#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QMimeData;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class HeadRow;

class DropZone final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kMaxDropped = 10'000;        // names in one drop; a folder counts as one

    // What is dropped that lies on this computer; a link to somewhere else is never followed.
    static QStringList localPaths(const QMimeData* data);

    explicit DropZone(QWidget* parent = nullptr);
    void addButton(ActionButton* button);
    void setBusy(bool busy);                          // takes nothing meanwhile

Q_SIGNALS:
    void dropped(const QStringList& paths);           // local files and folders, at least one

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeMeasures();
    bool m_over = false;
    QWidget* m_picture;
    FigureLabel *m_title, *m_text;
    QBoxLayout* m_row;
    HeadRow* m_buttons;
};

} // namespace tresen::ui
