#include "app/adapters/scanner/serial/serial_scanner.h"
#include "app/adapters/scanner/serial/read_assembler.h"
#include <QSerialPort>
#include <QSerialPortInfo>
#include <QTimer>
#include <QtConcurrentRun>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::serial {
namespace {

QSerialPort::Parity parityOf(ports::ScannerLine::Parity parity)
{
    switch (parity) {
    case ports::ScannerLine::Parity::None: return QSerialPort::NoParity;
    case ports::ScannerLine::Parity::Even: return QSerialPort::EvenParity;
    case ports::ScannerLine::Parity::Odd: return QSerialPort::OddParity;
    case ports::ScannerLine::Parity::Mark: return QSerialPort::MarkParity;
    case ports::ScannerLine::Parity::Space: return QSerialPort::SpaceParity;
    }
    Q_UNREACHABLE();
}

QSerialPort::FlowControl flowOf(ports::ScannerLine::Flow flow)
{
    switch (flow) {
    case ports::ScannerLine::Flow::None: return QSerialPort::NoFlowControl;
    case ports::ScannerLine::Flow::RtsCts: return QSerialPort::HardwareControl;
    case ports::ScannerLine::Flow::XonXoff: return QSerialPort::SoftwareControl;
    }
    Q_UNREACHABLE();
}

} // namespace

// Everything in the thread of the line; asked by queued calls.
class SerialScanner::Line final : public QObject {
public:
    std::function<void(const QString&)> read;
    std::function<void(const Result<Ok>&)> state;

    Line()
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(kPauseMs);
        m_again.setSingleShot(true);
        m_again.setInterval(kAgainMs);
        for (QObject* part : std::initializer_list<QObject*>{&m_port, &m_pause, &m_again}) part->setParent(this);   // they move with it
        connect(&m_port, &QSerialPort::readyRead, this, [this] { take(); });
        connect(&m_port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) { fail(error); });
        connect(&m_pause, &QTimer::timeout, this, [this] { hand(m_assembler.pause()); });
        connect(&m_again, &QTimer::timeout, this, [this] { open(); });
    }
    ~Line() override
    {
        for (QObject* part : std::initializer_list<QObject*>{&m_port, &m_pause, &m_again}) part->setParent(nullptr);
    }

    void use(const QString& name, const ports::ScannerLine& line)
    {
        close();
        m_name = name;
        m_line = line;
        m_told.clear();
        if (!m_name.isEmpty()) open();
    }

private:
    void open()
    {
        m_port.setPortName(m_name);
        m_port.setBaudRate(m_line.baud);
        m_port.setDataBits(m_line.dataBits == 7 ? QSerialPort::Data7 : QSerialPort::Data8);
        m_port.setParity(parityOf(m_line.parity));
        m_port.setStopBits(m_line.stopBits == 2 ? QSerialPort::TwoStop : QSerialPort::OneStop);
        m_port.setFlowControl(flowOf(m_line.flow));
        m_opening = true;
        const bool opened = m_port.open(QIODevice::ReadOnly);
        m_opening = false;
        if (opened) return tell(Ok{}, u"open"_s);
        tell(Error{Fault::Unreachable, u"scanner.port"_s, m_name}, u"scanner.port"_s);
        m_again.start();
    }

    void close()
    {
        m_again.stop();
        m_pause.stop();
        m_assembler.clear();
        if (m_port.isOpen()) m_port.close();
    }

    void take()
    {
        hand(m_assembler.feed(m_port.readAll()));
        m_assembler.held() > 0 ? m_pause.start() : m_pause.stop();
    }

    void hand(const QStringList& reads)
    {
        if (!read) return;
        for (const auto& one : reads) read(one);
    }

    // Noise on the line is none of ours: only what ends the connection.
    void fail(QSerialPort::SerialPortError error)
    {
        const bool ended = error == QSerialPort::ResourceError || error == QSerialPort::ReadError || error == QSerialPort::DeviceNotFoundError || error == QSerialPort::PermissionError;
        if (m_opening || !ended || !m_port.isOpen()) return;
        // Not from inside the port's own signal.
        QMetaObject::invokeMethod(this, [this, name = m_name] {
            if (name != m_name || !m_port.isOpen()) return;
            close();
            tell(Error{Fault::Unreachable, u"scanner.gone"_s, m_name}, u"scanner.gone"_s);
            m_again.start();
        }, Qt::QueuedConnection);
    }

    // The same once only: it is tried again every few seconds.
    void tell(const Result<Ok>& news, const QString& word)
    {
        if (std::exchange(m_told, word) != word && state) state(news);
    }

    QSerialPort m_port;
    QTimer m_pause, m_again;
    ReadAssembler m_assembler;
    QString m_name, m_told;
    ports::ScannerLine m_line;
    bool m_opening = false;
};

SerialScanner::SerialScanner() : m_line{new Line}
{
    m_thread.setObjectName(u"scanner"_s);
    m_line->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_line, &QObject::deleteLater);
    m_thread.start();
}

SerialScanner::~SerialScanner()
{
    m_thread.quit();
    m_thread.wait();
}

void SerialScanner::use(QString port, ports::ScannerLine how)
{
    QMetaObject::invokeMethod(m_line, [line = m_line, port = std::move(port), how] { line->use(port, how); }, Qt::QueuedConnection);
}

QFuture<std::vector<ports::ScannerPlace>> SerialScanner::present()
{
    return QtConcurrent::run([] {
        std::vector<ports::ScannerPlace> out;
        for (const auto& info : QSerialPortInfo::availablePorts()) out.push_back({info.portName(), info.description().isEmpty() ? info.manufacturer() : info.description()});
        return out;
    });
}

void SerialScanner::onRead(std::function<void(const QString&)> read)
{
    QMetaObject::invokeMethod(m_line, [line = m_line, read = std::move(read)] { line->read = read; }, Qt::QueuedConnection);
}

void SerialScanner::onState(std::function<void(const Result<Ok>&)> state)
{
    QMetaObject::invokeMethod(m_line, [line = m_line, state = std::move(state)] { line->state = state; }, Qt::QueuedConnection);
}

} // namespace tresen::adapters::serial
