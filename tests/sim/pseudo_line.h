// PseudoLine: a pair of pseudo terminals: the test holds one end, the program under test opens the other by its name, as it would a serial line.
#pragma once
#include <QByteArray>
#include <QString>

namespace tresen::sim {

class PseudoLine {
public:
    PseudoLine();
    ~PseudoLine();
    PseudoLine(const PseudoLine&) = delete;
    PseudoLine& operator=(const PseudoLine&) = delete;

    bool isOpen() const { return m_fd >= 0; }
    QString name() const { return m_name; }        // "/dev/pts/7"
    qsizetype send(const QByteArray& bytes);       // how many went; what nobody takes is left out after a while
    bool hasTwoStopBits() const;                   // as the other end has set the line
    bool stopsBySign() const;                      // XON/XOFF
    void unplug();                                 // the other end is told that the line is gone

private:
    int m_fd = -1;
    QString m_name;
};

} // namespace tresen::sim
