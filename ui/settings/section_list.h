// SectionList: the parts of the settings page one below the other, one of them chosen; arrow keys walk through them. Made by SettingsPage.
#pragma once
#include <QAbstractButton>
#include <QWidget>

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

class SectionList final : public QWidget {
    Q_OBJECT
public:
    explicit SectionList(QWidget* parent = nullptr);
    SectionButton* add(const QString& id, const QString& icon, const QString& text);
    void setCurrent(const QString& id);      // empty: none, while something is searched
    QString current() const;

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_column;
};

} // namespace tresen::ui
