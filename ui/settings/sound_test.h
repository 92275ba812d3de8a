// SoundTest: the three tones to listen to, below their setting on the settings page.
#pragma once
#include "ui/common/chime.h"
#include <QWidget>

namespace tresen::ui {

class SoundTest final : public QWidget {
    Q_OBJECT
public:
    explicit SoundTest(QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted(tresen::ui::Sound sound);   // whatever the setting says
};

} // namespace tresen::ui
