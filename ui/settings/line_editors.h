// The editors that are one line of text: plain text, IBAN, amount, number, colour and folder. Made by makeSettingEditor() only.
#pragma once
#include "ui/settings/setting_editor.h"

class QHBoxLayout;

namespace tresen::ui {

class ActionButton;

class LineEditor : public SettingEditor {
    Q_OBJECT
public:
    LineEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override;
    void setValue(const QString& value) override;
    void setLocked(bool locked) override;
    QWidget* input() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    const domain::SettingDef& m_def;
    QLineEdit* m_line;
    QHBoxLayout* m_row;
};

// Groups of four while typing, and whether the check digits fit.
class IbanEditor final : public LineEditor {
    Q_OBJECT
public:
    IbanEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override;
    void setValue(const QString& value) override;
    QString advice() const override;

private:
    void regroup();
};

// Typed and shown in the language's own way, stored plainly.
class AmountEditor final : public LineEditor {
    Q_OBJECT
public:
    using LineEditor::LineEditor;
    QString value() const override;
    void setValue(const QString& value) override;
};

class ColorEditor final : public LineEditor {
    Q_OBJECT
public:
    ColorEditor(const domain::SettingDef& def, QWidget* parent);
    void setValue(const QString& value) override;
    void setLocked(bool locked) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    void showColor();
    void choose();
    QWidget* m_swatch;
    ActionButton* m_button;
};

class FolderEditor final : public LineEditor {
    Q_OBJECT
public:
    FolderEditor(const domain::SettingDef& def, QWidget* parent);
    void setLocked(bool locked) override;
    QString advice() const override;

private:
    void choose();
    ActionButton* m_button;
};

} // namespace tresen::ui
