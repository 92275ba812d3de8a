// LookSign: the shape in front of a message, for colour alone says nothing. Used by the fields of settings and first set-up.
#pragma once
#include "ui/common/state_look.h"
#include "ui/common/theme.h"
#include <QPainter>
#include <QWidget>

namespace tresen::ui {

class LookSign final : public QWidget {
public:
    using QWidget::QWidget;
    void setLook(Look look)
    {
        m_look = look;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        drawGlyph(painter, m_look, rect(), themeOf(this));
    }

private:
    Look m_look = Look::Accepted;
};

} // namespace tresen::ui
