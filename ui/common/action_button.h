// ActionButton: the desk's one push button. Small: icon, verb, keycap. Big: icon, verb, second line with key and hint; when it is
// disabled the second line says why, and so does the accessible description. Used on every page; at most one primary per view.
#pragma once
#include "ui/common/key_map.h"
#include "ui/common/theme.h"
#include <QPushButton>
#include <memory>

namespace tresen::ui {

class FigureFont;

class ActionButton : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Danger, Ghost };
    enum class Shape { Small, Big, Link };   // Link: small quiet text without a box

    explicit ActionButton(const QString& text, QWidget* parent = nullptr);
    ~ActionButton() override;

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setShape(Shape shape);
    void setIconName(const QString& name);      // of ui/common/icons.h
    void setKeyHint(const QString& key);        // "F2", shown only; the page owns the shortcut
    void setKeyAction(const QString& action);   // of the KeyMap: the hint is the key it has at this desk
    void setKeyShown(bool shown);               // a small one without room for it leaves its keycap out; the key itself works on
    bool isKeyShown() const { return m_keyShown; }
    int keyRoom() const;                        // pixels its keycap takes or would take; 0: it has none
    void takeKeys(const KeyMap& keys);          // see applyKeys()
    void setHint(const QString& hint);          // second line of a big button while enabled
    void setAvailable(bool available, const QString& reason = {});   // disabled: why
    void setChosen(bool chosen);                // one of several options
    void setCentered(bool centered);
    QString secondLine() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Colors;
    Colors colors(const Theme& theme) const;
    int heightPx(const Theme& theme) const;
    void paintContent(QPainter& painter, const Theme& theme, const Colors& colors);
    void describe();
    const FigureFont& label(const Theme& theme) const;

    Kind m_kind = Kind::Plain;
    Shape m_shape = Shape::Small;
    bool m_chosen = false, m_centered = false, m_keyShown = true;
    KeyMap m_keys;
    QString m_action;                           // empty: m_key was set by itself
    QString m_icon, m_key, m_hint, m_reason;
    mutable std::unique_ptr<FigureFont> m_label, m_second;
};

} // namespace tresen::ui
