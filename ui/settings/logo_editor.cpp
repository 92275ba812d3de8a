#include "ui/settings/logo_editor.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "ui/common/action_button.h"
#include "ui/common/file_dialog.h"
#include "ui/common/paint.h"
#include <QBuffer>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImageReader>
#include <QPainter>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// Shown on white, as it will be printed.
class LogoPreview final : public QWidget {
public:
    using QWidget::QWidget;
    void setImage(const QImage& image)
    {
        m_image = image;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = themeOf(this);
        QPainter painter{this};
        drawBox(painter, rect(), theme.px(8), m_image.isNull() ? theme.sunken : QColor{Qt::white}, theme.control);
        if (m_image.isNull()) {
            painter.setPen(theme.text2);
            painter.setFont(theme.font(type::fine));
            painter.drawText(rect(), Qt::AlignCenter, LogoEditor::tr("No logo"));
            return;
        }
        const QRectF room = QRectF{rect()}.adjusted(theme.px(10), theme.px(10), -theme.px(10), -theme.px(10));
        const auto size = QSizeF{m_image.size()}.scaled(room.size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF{room.center() - QPointF{size.width() / 2, size.height() / 2}, size}, m_image);
    }

private:
    QImage m_image;
};

QByteArray pngOf(const QImage& image)
{
    QByteArray out;
    QBuffer buffer{&out};
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? out : QByteArray{};
}

} // namespace

Result<QByteArray> readLogo(const QString& file)
{
    auto bytes = files::readRegular(file, kMaxLogoFile);
    if (!bytes) return bytes.error();
    QBuffer buffer{&bytes.value()};
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader{&buffer};
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const auto format = reader.format();
    if (format != "png" && format != "jpeg" && format != "jpg") return Error{Fault::Invalid, u"logo.unreadable"_s, file};
    const auto size = reader.size();
    if (!size.isValid()) return Error{Fault::Invalid, u"logo.unreadable"_s, file};
    if (size.width() > kMaxLogoSide || size.height() > kMaxLogoSide) return Error{Fault::Invalid, u"logo.too_large"_s, u"%1 x %2"_s.arg(size.width()).arg(size.height())};
    auto image = reader.read();
    if (image.isNull()) return Error{Fault::Invalid, u"logo.unreadable"_s, file};
    QSize box{kLogoWidth, kLogoHeight};
    // A photo as logo does not pack well: smaller until it fits.
    for (int step = 0; step < 6; ++step) {
        const bool larger = image.width() > box.width() || image.height() > box.height();
        const auto png = pngOf(larger ? image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image);
        if (!png.isEmpty() && png.size() <= kMaxLogoPng) return png;
        box = box * 2 / 3;
    }
    return Error{Fault::Invalid, u"logo.too_large"_s, file};
}

LogoEditor::LogoEditor(const domain::SettingDef&, QWidget* parent)
    : SettingEditor{parent}, m_preview{new LogoPreview{this}}, m_choose{new ActionButton{tr("Choose a picture …"), this}}, m_remove{new ActionButton{tr("Remove"), this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins({});
    row->addWidget(m_preview);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    row->addStretch();
    m_remove->setAccessibleName(tr("Remove the logo"));
    m_remove->setObjectName(u"settings.logo.remove"_s);
    connect(m_choose, &ActionButton::clicked, this, &LogoEditor::choose);
    connect(m_remove, &ActionButton::clicked, this, [this] {
        setValue({});
        Q_EMIT left();
    });
    takeMeasures();
}

void LogoEditor::takeMeasures()
{
    m_preview->setFixedSize(themeOf(this).px(168), themeOf(this).px(84));
}

void LogoEditor::setValue(const QString& value)
{
    m_value = value;
    const auto image = QImage::fromData(QByteArray::fromBase64(value.toLatin1()), "PNG");
    static_cast<LogoPreview*>(m_preview)->setImage(image);
    m_remove->setVisible(!value.isEmpty());
}

void LogoEditor::setLocked(bool locked)
{
    m_choose->setAvailable(!locked);
    m_remove->setAvailable(!locked);
}

QWidget* LogoEditor::input() const
{
    return m_choose;
}

void LogoEditor::choose()
{
    auto* dialog = new QFileDialog{this, tr("Choose a logo"), {}, tr("Pictures (*.png *.jpg *.jpeg)")};
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LogoEditor::load);
    openFileDialog(*dialog);
}

void LogoEditor::load(const QString& file)
{
    m_choose->setAvailable(false, tr("one moment"));
    onReady(QtConcurrent::run([file] { return readLogo(file); }), this, [this](const Result<QByteArray>& png) {
        m_choose->setAvailable(true);
        if (!png) {
            Q_EMIT refused(png.error());
            return;
        }
        setValue(QString::fromLatin1(png.value().toBase64()));
        Q_EMIT left();
    });
}

void LogoEditor::changeEvent(QEvent* event)
{
    SettingEditor::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
