#include "ui/health/report_sheet.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "ui/common/action_button.h"
#include "ui/common/check_line.h"
#include "ui/common/figures.h"
#include "ui/common/file_dialog.h"
#include "ui/common/wording.h"
#include <QBuffer>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kPictureWidth = 1600;    // pixels kept
constexpr int kShownWidth = 260;       // logical pixels shown

QByteArray reportPicture(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    const auto kept = picture.width() > kPictureWidth ? picture.scaledToWidth(kPictureWidth, Qt::SmoothTransformation) : picture;
    kept.save(&buffer, "PNG");
    return bytes.size() <= limits::kMaxReportPicture ? bytes : QByteArray{};
}

} // namespace

ReportSheet::ReportSheet(services::BugReportParts parts, const QImage& picture, QWidget* window)
    : Sheet{window}, m_parts{std::move(parts)}, m_picture{picture}, m_body{new QWidget}, m_text{new QPlainTextEdit{m_body}}, m_shown{new QLabel{m_body}},
      m_note{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_error{new FigureLabel{type::fineMedium, &Theme::text, m_body}},
      m_with{new CheckLine{tr("With a picture of the window"), m_body}}, m_cancel{new ActionButton{tr("Cancel")}}, m_save{new ActionButton{tr("Save …")}}
{
    setObjectName(u"report"_s);
    setHead({}, tr("Report for support"), tr("This is all that will be in the file"));
    buildReport();
    showReport();
    takeMeasures();
}

void ReportSheet::buildReport()
{
    m_note->setText(tr("Names, addresses, account numbers, passwords and keys are left out. Nothing is sent from here; you decide who gets the file."));
    m_note->setWrapped();
    m_text->setObjectName(u"report.text"_s);
    m_text->setAccessibleName(tr("Content of the report"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_shown->setObjectName(u"report.picture"_s);
    m_shown->setAccessibleName(tr("Picture of the window"));
    m_shown->hide();
    m_with->setObjectName(u"report.with_picture"_s);
    m_with->setNote(m_picture.isNull() ? tr("None was taken") : tr("It may show names and amounts"), !m_picture.isNull());
    m_with->setEnabled(!m_picture.isNull());
    m_error->setObjectName(u"report.error"_s);
    m_error->setWrapped();
    m_error->hide();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_text, 1);
    middle->addWidget(m_shown, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_note);
    column->addLayout(middle, 1);
    column->addWidget(m_error);
    setBody(m_body);
    addFootLeft(m_with);
    m_cancel->setObjectName(u"report.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_save->setObjectName(u"report.save"_s);
    m_save->setKind(ActionButton::Kind::Primary);
    m_save->setIconName(u"download"_s);
    addFootStretch();
    addFoot(m_cancel);
    setPrimary(m_save);
    connect(m_with, &QCheckBox::toggled, this, &ReportSheet::takePicture);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_save, &ActionButton::clicked, this, &ReportSheet::chooseReportFile);
}

void ReportSheet::showReport()
{
    m_text->setPlainText(QString::fromUtf8(services::readableBugReport(m_parts)));
    m_save->setAvailable(!m_busy, tr("one moment"));
}

void ReportSheet::takePicture(bool wanted)
{
    m_parts.picture.clear();
    m_shown->setVisible(wanted);
    if (!wanted) return showReport();
    m_busy = true;
    showReport();
    const auto room = themeOf(this).px(kShownWidth);
    m_shown->setPixmap(QPixmap::fromImage(m_picture.scaledToWidth(std::min(room, m_picture.width()), Qt::SmoothTransformation)));
    onReady(QtConcurrent::run([picture = m_picture] { return reportPicture(picture); }), this, [this](const QByteArray& png) {
        m_busy = false;
        if (m_with->isChecked()) m_parts.picture = png;
        showReport();
    });
}

void ReportSheet::chooseReportFile()
{
    if (m_busy || resting()) return;
    auto* dialog = new QFileDialog{this, tr("Save the report"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Reports (*.json)")};
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"tresen-report-%1.json"_s.arg(m_parts.at.local().toString(u"yyyy-MM-dd-HHmm")));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportSheet::saveTo);
    openFileDialog(*dialog);
}

void ReportSheet::saveTo(const QString& file)
{
    if (m_busy) return;
    m_busy = true;
    showReport();
    const auto path = QFileInfo{file}.absoluteFilePath();
    onReady(QtConcurrent::run([path, parts = m_parts] { return files::writeAtomically(path, services::bugReport(parts)); }), this, [this, path](const Result<Ok>& done) {
        m_busy = false;
        showReport();
        if (done) {
            close();
            return Q_EMIT saved(path);
        }
        m_error->setInk(themeOf(this).red.word);
        m_error->setText(Wording::failure(done.error()));
        m_error->show();
    });
}

void ReportSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    m_body->layout()->setSpacing(theme.px(10));
    m_body->setMinimumHeight(theme.px(380));
    m_text->setFont(theme.font(type::small));
}

void ReportSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
