// LogoEditor: chooses a picture, makes it small enough for the sheet and the journal, and shows it. Made by makeSettingEditor() only.
#pragma once
#include "app/core/result.h"
#include "ui/settings/setting_editor.h"

namespace tresen::ui {

class ActionButton;

// The picture as a PNG of at most kMaxLogoPng bytes, no larger than kLogoBox; reads regular files only. "logo.unreadable", "logo.too_large",
// and those of files::readRegular(). Called on a pool thread.
Result<QByteArray> readLogo(const QString& file);

inline constexpr qint64 kMaxLogoFile = 20 * 1024 * 1024;
inline constexpr qsizetype kMaxLogoPng = 500 * 1000;
inline constexpr int kLogoWidth = 1200, kLogoHeight = 480;     // pixels; 300 dpi of what the sheet has room for
inline constexpr int kMaxLogoSide = 12'000;                    // pixels of the file: more is not unpacked

class LogoEditor final : public SettingEditor {
    Q_OBJECT
public:
    LogoEditor(const domain::SettingDef& def, QWidget* parent);
    QString value() const override { return m_value; }
    void setValue(const QString& value) override;       // base64 of a PNG
    void setLocked(bool locked) override;
    QWidget* input() const override;
    void load(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void takeMeasures();
    QString m_value;
    QWidget* m_preview;
    ActionButton *m_choose, *m_remove;
};

} // namespace tresen::ui
