// libFuzzer target: the training portal's file of links, as a crash or somebody's editor left it. Whatever stands there: damaged lines are counted and passed
// over, no link shows an amount that is not positive, and the next line that is written is read again.
#include "app/adapters/portal/training/link_file.h"
#include "tests/fuzz/fuzz_app.h"
#include <QFile>
#include <QTemporaryDir>
#include <cstddef>
#include <cstdint>

using namespace tresen;
using adapters::training::LinkBook;
using adapters::training::LinkFile;
using fuzz::need;

namespace {

constexpr Instant kNow{1'795'000'000'000};

void check(const LinkBook& book)
{
    need(book.damaged() <= book.lines());
    for (const auto& id : book.changedSince(0)) {
        const auto* link = book.byId(id);
        need(link != nullptr && link->order.amount.isPositive());
        (void)book.pageState(*link, kNow);
        need(!formToken(*link).isEmpty());
        const auto snapshot = book.snapshot(*link, kNow);
        need(snapshot.linkId == id && snapshot.amount == link->order.amount);
        for (const auto& movement : snapshot.movements) need(movement.amount.isPositive());
        need(snapshot.movements.empty() || snapshot.state == domain::LinkState::Paid);
    }
    for (const auto& id : book.openIds()) need(!book.byId(id)->isFinal());
    for (const auto& id : book.overdueIds(kNow)) need(book.byId(id) != nullptr);
    for (const auto& id : book.abandonedIds(kNow)) need(book.byId(id) != nullptr);
}

// Over a real file: it costs a sync, so only every now and then.
void checkFile(const QByteArray& bytes)
{
    QTemporaryDir folder;
    need(folder.isValid());
    {
        QFile file{folder.filePath(QStringLiteral("training-links.jsonl"))};
        need(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    LinkFile writer{folder.path()};
    need(writer.refresh().ok());
    const auto base = QStringLiteral("http://127.0.0.1:1/");
    need(writer.change([&base](const LinkBook&) -> Result<QByteArray> { return adapters::training::servingLine(base, kNow); }).ok());
    LinkFile reader{folder.path()};
    need(reader.refresh().ok() && reader.book().servingBase() == base);
    need(reader.book().damaged() == writer.book().damaged() || !bytes.endsWith('\n'));
    check(reader.book());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const QByteArray bytes{reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1)};
    LinkBook book;
    const auto lines = bytes.split('\n');
    for (const auto& line : lines) (void)book.apply(line);
    need(book.lines() == lines.size());
    check(book);
    if (data[0] == 'f') checkFile(bytes);
    return 0;
}
