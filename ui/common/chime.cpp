#include "ui/common/chime.h"
#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtEndian>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kSampleRate = 22'050, kFadeMs = 8, kBeepGapMs = 220, kPlayerDeadlineMs = 3'000;
constexpr qreal kLoudness = 0.35;   // of what the format can hold

struct Note { int hertz, ms; };     // 0 hertz: a pause

std::vector<Note> notesOf(Sound sound)
{
    switch (sound) {
    case Sound::Paid: return {{784, 90}, {1175, 150}};                 // upward
    case Sound::Attention: return {{660, 110}, {0, 60}, {660, 110}};   // twice the same
    case Sound::Error: return {{330, 140}, {220, 220}};                // downward, low
    }
    Q_UNREACHABLE();
}

void appendNote(QByteArray& out, const Note& note)
{
    constexpr qreal kTurn = 6.283185307179586;
    const int samples = kSampleRate * note.ms / 1000, fade = kSampleRate * kFadeMs / 1000;
    for (int i = 0; i < samples; ++i) {
        const qreal edge = qMin<qreal>(1, qreal(qMin(i, samples - 1 - i)) / fade);   // no click at either end
        const qreal value = note.hertz == 0 ? 0 : kLoudness * edge * std::sin(kTurn * note.hertz * i / kSampleRate);
        char bytes[2];
        qToLittleEndian(static_cast<qint16>(std::lround(value * 32'767)), bytes);
        out.append(bytes, 2);
    }
}

template <class T> void appendNumber(QByteArray& out, T number)
{
    char bytes[sizeof(T)];
    qToLittleEndian(number, bytes);
    out.append(bytes, sizeof(T));
}

QStringList argumentsOf(const QString& player, const QString& file)
{
    return player == u"aplay" ? QStringList{u"-q"_s, file} : QStringList{file};
}

} // namespace

std::optional<Sound> soundOf(Look look)
{
    switch (look) {
    case Look::Paid:
    case Look::PaidAged: return Sound::Paid;
    case Look::Refused: return Sound::Error;
    case Look::Unknown:
    case Look::Overpaid:
    case Look::Reversed:
    case Look::Outdated:
    case Look::Notice: return Sound::Attention;
    case Look::Open:
    case Look::Requested:
    case Look::Running:
    case Look::Part:
    case Look::OnAccount:
    case Look::HandedOver:
    case Look::Cancelled:
    case Look::Accepted: return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool isSoundWanted(const QString& mode, Sound sound)
{
    return mode == u"all" || (mode == u"attention" && sound != Sound::Paid);
}

int beepsOf(Sound sound)
{
    return static_cast<int>(sound) + 1;
}

// RIFF/WAVE, PCM ("Multimedia Programming Interface and Data Specifications 1.0", section 3, Waveform Audio File Format).
QByteArray waveOf(Sound sound)
{
    QByteArray samples;
    for (const auto& note : notesOf(sound)) appendNote(samples, note);
    const auto size = static_cast<quint32>(samples.size());
    QByteArray out{"RIFF"};
    appendNumber<quint32>(out, 36 + size);
    out += "WAVEfmt ";
    appendNumber<quint32>(out, 16);
    appendNumber<quint16>(out, 1);                  // PCM
    appendNumber<quint16>(out, 1);                  // channels
    appendNumber<quint32>(out, kSampleRate);
    appendNumber<quint32>(out, kSampleRate * 2);    // bytes a second
    appendNumber<quint16>(out, 2);                  // bytes a sample
    appendNumber<quint16>(out, 16);                 // bits a sample
    out += "data";
    appendNumber<quint32>(out, size);
    return out + samples;
}

SystemChime::SystemChime(QObject* parent) : QObject{parent} {}

SystemChime::~SystemChime()
{
    if (!m_player) return;
    m_player->disconnect(this);
    m_player->kill();
}

void SystemChime::play(Sound sound)
{
    if (m_last.isValid() && m_last.elapsed() < kGapMs) return;
    m_last.start();
    if (!startPlayer(sound)) beep(beepsOf(sound));
}

QString SystemChime::fileOf(Sound sound)
{
    if (!m_folder) m_folder = std::make_unique<QTemporaryDir>();
    const auto name = m_folder->filePath(u"%1.wav"_s.arg(static_cast<int>(sound)));
    if (QFile::exists(name)) return name;
    QFile file{name};
    const auto wave = waveOf(sound);
    return m_folder->isValid() && file.open(QIODevice::WriteOnly) && file.write(wave) == wave.size() ? name : QString{};
}

bool SystemChime::startPlayer(Sound sound)
{
    if (m_bellOnly || m_player) return !m_bellOnly;   // one is still sounding
    for (const auto& player : {u"pw-play"_s, u"paplay"_s, u"aplay"_s}) {
        const auto program = QStandardPaths::findExecutable(player);
        const auto file = program.isEmpty() ? QString{} : fileOf(sound);
        if (file.isEmpty()) continue;
        auto* process = new QProcess{this};
        m_player = process;
        process->setProcessChannelMode(QProcess::SeparateChannels);
        process->setStandardInputFile(QProcess::nullDevice());
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        const auto ended = [this, process, sound](bool well) {
            if (!well && !m_bellOnly) {
                m_bellOnly = true;   // no sound server, no card: the bell from now on
                beep(beepsOf(sound));
            }
            process->deleteLater();
            m_player.clear();
        };
        connect(process, &QProcess::finished, this, [ended](int code, QProcess::ExitStatus status) { ended(code == 0 && status == QProcess::NormalExit); });
        connect(process, &QProcess::errorOccurred, this, [ended](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) ended(false);
        });
        QTimer::singleShot(kPlayerDeadlineMs, process, &QProcess::kill);
        process->start(program, argumentsOf(player, file));
        return true;
    }
    m_bellOnly = true;
    return false;
}

void SystemChime::beep(int times)
{
    for (int i = 0; i < times; ++i) QTimer::singleShot(i * kBeepGapMs, this, [] { QApplication::beep(); });
}

} // namespace tresen::ui
