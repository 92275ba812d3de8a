// The live board: one search key, one update with repaint, against a plain repaint of the same view. Ratios of one run count.
#include "ui/board/board_view.h"
#include "ui/models/board_model.h"
#include <QApplication>
#include <QRandomGenerator>
#include <benchmark/benchmark.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

const Instant kNow{1'795'000'000'000};

domain::BoardRow made(int i, QRandomGenerator& random)
{
    static const QStringList names{u"Öztürk"_s, u"Müller"_s, u"Schmidt"_s, u"Weiß"_s, u"Bau Weidinger GmbH"_s, u"Meier"_s, u"Jäger"_s, u"Spedition Hauer KG"_s,
                                   u"Ferrari"_s, u"Petersen"_s, u"Demir"_s, u"Vogt"_s};
    static const QStringList cars{u"VW Golf VII"_s, u"Audi A4"_s, u"Opel Corsa"_s, u"BMW 320d"_s, u"Škoda Octavia"_s};
    domain::BoardRow row;
    row.number = u"2026-%1"_s.arg(i, 7, 10, QChar{u'0'});
    row.invoice = domain::InvoiceId{row.number};
    row.key = domain::KeyId{row.number};
    row.seq = 1;
    row.plate = u"%1-%2%3 %4"_s.arg(i % 3 == 0 ? u"M"_s : i % 3 == 1 ? u"FFB"_s : u"HH"_s).arg(QChar{static_cast<char16_t>('A' + random.bounded(26))})
                    .arg(QChar{static_cast<char16_t>('A' + random.bounded(26))}).arg(random.bounded(1, 9999));
    row.customer = names[random.bounded(names.size())];
    row.vehicle = cars[random.bounded(cars.size())];
    row.hook = QString::number(i % 99);
    row.state = static_cast<domain::BoardState>(random.bounded(11));
    row.truthAt = kNow.plusMs(-random.bounded(1'000'000));
    row.readyAt = Instant{static_cast<qint64>(random.bounded(1'000'000'000)) + 1};
    row.open = domain::Money::cents(random.bounded(100'000));
    row.searchKey = domain::searchKeyOf({row.plate, row.customer, row.number, row.vehicle, row.hook});
    return row;
}

// One board per size, made when first asked for.
struct Board {
    ManualClock clock{kNow};
    BoardModel model{clock};
    BoardView view{model};

    explicit Board(int rows)
    {
        QRandomGenerator random{5};
        std::vector<domain::BoardRow> all;
        all.reserve(static_cast<std::size_t>(rows));
        for (int i = 0; i < rows; ++i) all.push_back(made(i, random));
        model.setRows(std::move(all));
        view.resize(920, 776);
        view.show();
        QApplication::processEvents();
    }
};

std::map<int, std::unique_ptr<Board>>& boards()
{
    static std::map<int, std::unique_ptr<Board>> all;
    return all;
}

Board& boardOf(int rows)
{
    auto& board = boards()[rows];
    if (!board) board = std::make_unique<Board>(rows);
    return *board;
}

// Typing key by key: every key is one measured step with everything the view does for it; clearing is not counted.
void searchKey(benchmark::State& state, const QString& query, bool lastKeyOnly)
{
    auto& board = boardOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        board.model.setQuery(lastKeyOnly ? query.chopped(1) : QString{});
        QApplication::processEvents();
        state.ResumeTiming();
        board.model.setQuery(query);
        QApplication::processEvents();
        board.view.viewport()->repaint();
    }
    state.counters["rows"] = static_cast<double>(board.model.rowCount());
    board.model.setQuery({});
    QApplication::processEvents();
}

void clearSearch(benchmark::State& state)
{
    auto& board = boardOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        board.model.setQuery(u"m"_s);
        QApplication::processEvents();
        state.ResumeTiming();
        board.model.setQuery({});
        QApplication::processEvents();
        board.view.viewport()->repaint();
    }
}

void plainRepaint(benchmark::State& state)
{
    auto& board = boardOf(static_cast<int>(state.range(0)));
    for (auto _ : state) board.view.viewport()->repaint();
}

// A visible row gets news and everything is repainted; move: it changes its place as well.
void updateWithRepaint(benchmark::State& state, bool move)
{
    auto& board = boardOf(static_cast<int>(state.range(0)));
    auto row = board.model.rowAt(5);
    qint64 seq = row.seq;
    for (auto _ : state) {
        row.seq = ++seq;
        row.open = domain::Money::cents(seq * 100 % 99'999);
        if (move) row.readyAt = Instant{seq % 2 == 0 ? 1 : 900'000'000};
        board.model.apply({row});
        QApplication::processEvents();
        board.view.viewport()->repaint();
    }
}

void sizes(benchmark::internal::Benchmark* bench) { bench->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond); }

BENCHMARK(plainRepaint)->Apply(sizes);
BENCHMARK_CAPTURE(updateWithRepaint, inPlace, false)->Apply(sizes);
BENCHMARK_CAPTURE(updateWithRepaint, moving, true)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, m, u"m"_s, false)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, seven, u"7"_s, false)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, mu, u"mü"_s, true)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, mul, u"mül"_s, true)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, rare, u"0099999"_s, false)->Apply(sizes);
BENCHMARK_CAPTURE(searchKey, nothing, u"qqq"_s, false)->Apply(sizes);
BENCHMARK(clearSearch)->Apply(sizes);

} // namespace

int main(int argc, char** argv)
{
    QApplication app{argc, argv};
    applyTheme(app, ThemeKind::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    boards().clear();   // no window outlives its application
    return 0;
}
