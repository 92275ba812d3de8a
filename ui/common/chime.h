// Chime: three short tones, never the only signal: money has come, somebody is needed, something was refused. The main window plays them as the
// setting desk.sounds wants it. The tones are made here; a player of the computer sounds them, or else its bell.
#pragma once
#include "ui/common/state_look.h"
#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

class QProcess;
class QTemporaryDir;

namespace tresen::ui {

enum class Sound { Paid, Attention, Error };
inline constexpr int kSounds = 3;

class Chime {
public:
    virtual ~Chime() = default;
    virtual void play(Sound sound) = 0;
};

std::optional<Sound> soundOf(Look look);                      // of a message with this look; most are silent
bool isSoundWanted(const QString& mode, Sound sound);         // mode: "off", "attention", "all"
QByteArray waveOf(Sound sound);                               // a WAV file: 16 bit, one channel
int beepsOf(Sound sound);                                     // where only the bell is left: 1, 2 or 3

class SystemChime final : public QObject, public Chime {
    Q_OBJECT
public:
    static constexpr int kGapMs = 700;                        // a burst of news is one tone

    explicit SystemChime(QObject* parent = nullptr);
    ~SystemChime() override;
    void play(Sound sound) override;

private:
    bool startPlayer(Sound sound);
    void beep(int times);
    QString fileOf(Sound sound);
    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<QProcess> m_player;
    QElapsedTimer m_last;
    bool m_bellOnly = false;                                  // no player, or it could not sound anything
};

} // namespace tresen::ui
