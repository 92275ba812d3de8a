#include "ui/settings/sound_test.h"
#include "ui/common/action_button.h"
#include "ui/common/flow_layout.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

SoundTest::SoundTest(QWidget* parent) : QWidget{parent}
{
    setObjectName(u"settings.sound_test"_s);
    auto* row = new FlowLayout{this};
    const QList<std::pair<Sound, QString>> tones{{Sound::Paid, tr("Listen: paid")}, {Sound::Attention, tr("Listen: somebody is needed")}, {Sound::Error, tr("Listen: refused")}};
    for (const auto& [sound, text] : tones) {
        auto* button = new ActionButton{text, this};
        button->setObjectName(u"settings.sound_test.%1"_s.arg(static_cast<int>(sound)));
        connect(button, &ActionButton::clicked, this, [this, tone = sound] { Q_EMIT wanted(tone); });
        row->addWidget(button);
    }
}

} // namespace tresen::ui
