// The editors that are no line of text: a choice, a yes or no, a printer of this computer, a list, a long text. Made by makeSettingEditor() only.
#pragma once
#include "ui/common/calm_combo_box.h"
#include "ui/settings/setting_editor.h"

class QCheckBox;
class QPlainTextEdit;

namespace tresen::ui {

class ChoiceEditor : public SettingEditor {
    Q_OBJECT
public:
    ChoiceEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override;
    void setValue(const QString& value) override;
    void setLocked(bool locked) override;
    QWidget* input() const override;

protected:
    CalmComboBox* m_box;
};

// The printers are asked for when the editor is first seen: a print server may take its time.
class PrinterEditor final : public ChoiceEditor {
    Q_OBJECT
public:
    PrinterEditor(const domain::SettingDef& def, QWidget* parent);
    void setValue(const QString& value) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    bool m_asked = false;
};

// The screens there are now; one that is chosen and unplugged stays chosen.
class ScreenEditor final : public ChoiceEditor {
    Q_OBJECT
public:
    ScreenEditor(const domain::SettingDef& def, QWidget* parent);
    void setValue(const QString& value) override;
};

class FlagEditor final : public SettingEditor {
    Q_OBJECT
public:
    FlagEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override;
    void setValue(const QString& value) override;
    void setLocked(bool locked) override;
    QWidget* input() const override;

private:
    QCheckBox* m_box;
};

// Several lines. A list is stored with commas and shown one per line.
class LinesEditor final : public SettingEditor {
    Q_OBJECT
public:
    LinesEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override;
    void setValue(const QString& value) override;
    void setLocked(bool locked) override;
    QWidget* input() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    const bool m_list;
    QPlainTextEdit* m_text;
};

} // namespace tresen::ui
