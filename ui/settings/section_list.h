// SectionList: the parts of a page one below the other, one of them chosen; arrow keys walk through them. In a low window it scrolls by itself.
// Made by SettingsPage and ManualPage.
#pragma once
#include <QAbstractButton>
#include <QScrollArea>

class QButtonGroup;
class QVBoxLayout;

namespace tresen::ui {

class SectionButton final : public QAbstractButton {
    Q_OBJECT
public:
    SectionButton(const QString& icon, const QString& text, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const QString m_icon;
};

class SectionList final : public QScrollArea {
    Q_OBJECT
public:
    explicit SectionList(QWidget* parent = nullptr);
    SectionButton* add(const QString& id, const QString& icon, const QString& text);
    void setCurrent(const QString& id);      // empty: none, while something is searched
    QString current() const;
    QSize sizeHint() const override;         // wide enough for the longest of them
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QButtonGroup* m_group;
    QWidget* m_inner;
    QVBoxLayout* m_column;
};

} // namespace tresen::ui
