#include "app/domain/describe.h"
#include "app/domain/enum_names.h"
#include "app/domain/stored_form.h"
#include "rules_kit.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <rapidcheck.h>
#include <functional>

using namespace kit;

namespace {

// Fills every described field with something that is not its default.
class Filler {
public:
    template <class T> Filler& operator()(const char*, T& value)
    {
        fill(value);
        return *this;
    }

private:
    static int number() { return *rc::gen::inRange(1, 1'000'000); }
    static void fill(QString& v) { v = *rc::gen::element(u"4711"_s, u"Müller & Söhne \"KG\""_s, u"\u202e\U0001F697\n\t\\"_s, u"0"_s) + QString::number(number()); }
    static void fill(bool& v) { v = true; }
    static void fill(int& v) { v = number(); }
    static void fill(qint64& v) { v = (qint64{1} << 50) + number(); }
    static void fill(QDate& v) { v = QDate{2026, 1, 1}.addDays(number() % 1000); }
    static void fill(Instant& v) { v = kMorning.plusMs(number()); }
    static void fill(Currency& v) { v = Currency::fromCode(*rc::gen::element(u"CHF"_s, u"PLN"_s)).value(); }
    static void fill(Money& v)
    {
        Currency currency;
        fill(currency);
        v = Money::cents(*rc::gen::element<qint64>(-kMaxCents, -1, 1, 29, kMaxCents), currency);
    }
    static void fill(QStringList& v) { v = {u"eins"_s, {}, QString::number(number())}; }
    template <class Tag> static void fill(Id<Tag>& v) { v = Id<Tag>{QString::number(number())}; }
    template <class T> static void fill(std::optional<T>& v) { fill(v.emplace()); }
    template <class T> static void fill(std::vector<T>& v)
    {
        v.resize(2);
        for (auto& element : v) fill(element);
    }
    template <class T> requires std::is_enum_v<T> static void fill(T& v) { v = static_cast<T>(*rc::gen::inRange<std::size_t>(1, EnumNames<T>::names.size())); }
    template <class T> requires requires(Filler& f, T& v) { describe(f, v); } static void fill(T& v)
    {
        Filler inner;
        describe(inner, v);
    }
};

template <class T> T filled()
{
    T value;
    Filler f;
    describe(f, value);
    return value;
}

class Counter {
public:
    template <class T> Counter& operator()(const char*, T&) { ++count; return *this; }
    int count = 0;
};

struct Anything { template <class T> operator T() const { Q_UNREACHABLE(); } };   // only asked whether it could

// How many fields an aggregate has: the largest number of initialisers it takes.
template <class T, class... Init> constexpr int fieldsOf()
{
    if constexpr (requires { T{Init{}..., Anything{}}; }) return fieldsOf<T, Init..., Anything>();
    else return static_cast<int>(sizeof...(Init));
}

template <class... Es> void forEveryKind(const std::function<void(Event)>& f, bool empty, Kinds<Es...>)
{
    (f(empty ? Es{} : filled<Es>()), ...);
}

void forEveryKind(const std::function<void(Event)>& f, bool empty = false) { forEveryKind(f, empty, EventKinds{}); }

QList<QJsonValue> othersThan(const QJsonValue& v)
{
    QList<QJsonValue> out{QJsonValue{QJsonValue::Null}};
    if (!v.isObject()) out << QJsonValue{QJsonObject{{u"no"_s, 1}}};   // an object of unknown fields is one from the future
    if (!v.isString()) out << QJsonValue{u"text"_s};
    if (!v.isBool()) out << QJsonValue{true};
    out << QJsonValue{1.5};
    if (!v.isDouble()) out << QJsonValue{1};
    else out << QJsonValue{1e300} << QJsonValue{-1e300};
    if (!v.toArray().at(0).isObject()) out << QJsonValue{QJsonArray{QJsonObject{}}};
    out << QJsonValue{QJsonArray{1, 2, 3}};
    return out;
}

template <class Read> void breakEveryField(const QJsonObject& good, const QString& what, const Read& read)
{
    for (const auto& name : good.keys()) {
        const auto tried = [&](const QJsonValue& wrong) {
            auto broken = good;
            broken.insert(name, wrong);
            const auto answer = read(broken);
            const auto shown = u"%1.%2 = %3"_s.arg(what, name, QString::fromUtf8(QJsonDocument{QJsonArray{wrong}}.toJson(QJsonDocument::Compact)));
            RC_LOG(shown.toStdString());
            RC_ASSERT(!answer.ok());
            RC_ASSERT(answer.error().fault == Fault::Corrupt);
        };
        for (const auto& wrong : othersThan(good[name])) tried(wrong);
        const auto array = good[name].toArray();
        if (array.size() == 2 && array[0].isDouble()) {   // an amount
            for (const auto& wrong : {QJsonArray{1.5, u"EUR"_s}, QJsonArray{u"1"_s, u"EUR"_s}, QJsonArray{1}, QJsonArray{1, u"EUR"_s, 1}, QJsonArray{1, u"eur"_s}, QJsonArray{1e17, u"EUR"_s},
                                      QJsonArray{-1e300, u"EUR"_s}, QJsonArray{QJsonValue::Null, u"EUR"_s}})
                tried(wrong);
        }
        auto missing = good;
        missing.remove(name);
        RC_ASSERT(read(missing).ok());
    }
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(25); }
    void everyFieldIsDescribed();
    void everyEventSurvives();
    void itemsKeysAndRowsSurvive();
    void theStoredFormIsTheCompactOne();
    void brokenTypesAreCorrupt();
    void hostileBytesNeverCrash();
    void unknownKindIsCorrupt();
    void enumNamesAreDistinct();
};

void TestJson::everyFieldIsDescribed()
{
    const auto complete = []<class T>(T value, const char* name, int madeAnew = 0) {   // fields that are made at every reading
        Counter c;
        describe(c, value);
        QVERIFY2(c.count + madeAnew == fieldsOf<T>(), qPrintable(u"%1: %2 of %3"_s.arg(QLatin1StringView{name}).arg(c.count).arg(fieldsOf<T>())));
    };
    complete(Invoice{}, "Invoice");
    complete(Party{}, "Party");
    complete(PostalAddress{}, "PostalAddress");
    complete(InvoiceLine{}, "InvoiceLine");
    complete(VatRow{}, "VatRow");
    complete(VehicleHint{}, "VehicleHint");
    complete(Finding{}, "Finding");
    complete(FurtherVehicle{}, "FurtherVehicle");
    complete(DiscountTerm{}, "DiscountTerm");
    complete(OpenItem{}, "OpenItem");
    complete(PayRequest{}, "PayRequest");
    complete(Payment{}, "Payment");
    complete(OpenTask{}, "OpenTask");
    complete(Reminder{}, "Reminder");
    complete(Settlement{}, "Settlement");
    complete(VehicleKey{}, "VehicleKey");
    complete(BoardRow{}, "BoardRow", 1);   // BoardRow::further
    complete(User{}, "User");
    complete(Person{}, "Person");
    complete(Proposal{}, "Proposal");
    forEveryKind([&](const Event& e) { visit([&](const auto& event) { complete(event, qPrintable(kindOf(e))); }, e); }, true);
}

void TestJson::everyEventSurvives()
{
    QVERIFY(rc::check("an event is the same after writing and reading", [] {
        forEveryKind([](const Event& e) {
            const auto bytes = compact(toJson(e));
            auto parsed = QJsonDocument::fromJson(bytes).object();
            auto again = eventFromJson(kindOf(e), parsed);
            RC_ASSERT(again.ok());
            RC_ASSERT(compact(toJson(again.value())) == bytes);
            RC_ASSERT(invoiceOf(again.value()) == invoiceOf(e));
            RC_ASSERT(keyOf(again.value()) == keyOf(e));
            if (const auto* taken = e.as<InvoiceTaken>()) RC_ASSERT(again.value().as<InvoiceTaken>()->record == taken->record);
            visit([&](auto event) {   // every filled field has left the writer
                Counter c;
                describe(c, event);
                RC_ASSERT(parsed.size() == c.count);
            }, e);
            parsed.insert(u"from_the_future"_s, QJsonArray{1, QJsonObject{}});
            RC_ASSERT(compact(toJson(eventFromJson(kindOf(e), parsed).value())) == bytes);
        });
    }));
    forEveryKind([](const Event& e) { QVERIFY(eventFromJson(kindOf(e), {}).ok()); }, true);   // missing fields keep their defaults
}

void TestJson::itemsKeysAndRowsSurvive()
{
    QVERIFY(rc::check("items and keys are the same after writing and reading", [] {
        const auto item = filled<OpenItem>();
        RC_ASSERT(itemFromJson(QJsonDocument::fromJson(compact(toJson(item))).object()).value() == item);
        const auto key = filled<VehicleKey>();
        RC_ASSERT(keyFromJson(QJsonDocument::fromJson(compact(toJson(key))).object()).value() == key);
        const auto person = filled<Person>();
        RC_ASSERT(personFromJson(QJsonDocument::fromJson(compact(toJson(person))).object()).value() == person);
        const auto proposal = filled<Proposal>();
        RC_ASSERT(proposalFromJson(QJsonDocument::fromJson(compact(toJson(proposal))).object()).value() == proposal);
        auto row = filled<BoardRow>();
        Counter c;
        describe(c, row);
        RC_ASSERT(toJson(row).size() == c.count);
    }));
    QCOMPARE(itemFromJson({}).value(), OpenItem{});
    QCOMPARE(itemFromJson(toJson(OpenItem{})).value(), OpenItem{});
    QCOMPARE(keyFromJson(toJson(VehicleKey{})).value(), VehicleKey{});
}

void TestJson::theStoredFormIsTheCompactOne()
{
    QVERIFY(rc::check("bytes written straight are those of the tree", [] {
        forEveryKind([](const Event& e) { RC_ASSERT(storedForm(e) == compact(toJson(e))); });
        const auto item = filled<OpenItem>();
        RC_ASSERT(storedForm(item) == compact(toJson(item)));
        const auto key = filled<VehicleKey>();
        RC_ASSERT(storedForm(key) == compact(toJson(key)));
        const auto record = filled<Invoice>();
        RC_ASSERT(storedForm(record) == compact(toJson(record)));
        const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::arbitrary<char16_t>());
        Invoice strange;
        strange.number = QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
        RC_ASSERT(storedForm(strange) == compact(toJson(strange)));
    }));
    forEveryKind([](const Event& e) { QCOMPARE(storedForm(e), compact(toJson(e))); }, true);
    QCOMPARE(storedForm(OpenItem{}), compact(toJson(OpenItem{})));
    QCOMPARE(storedForm(Invoice{}), compact(toJson(Invoice{})));
    Invoice each;
    for (char32_t c = 0; c < 0x11000; c += c < 0x900 || c > 0xD700 ? 1 : 61) {   // half surrogates among them
        each.number = u"a"_s + (c < 0x10000 ? QString{QChar{static_cast<char16_t>(c)}} : QString::fromUcs4(&c, 1)) + u"b"_s;
        QCOMPARE(storedForm(each), compact(toJson(each)));
    }
    each.number = QString{100'000, u'\n'};   // grows
    each.lines.resize(500);
    each.net = Money::cents(-kMaxCents);
    QCOMPARE(storedForm(each), compact(toJson(each)));
}

void TestJson::brokenTypesAreCorrupt()
{
    QVERIFY(rc::check("a field of another type is Corrupt, a missing one is not", [] {
        forEveryKind([](const Event& e) {
            breakEveryField(toJson(e), kindOf(e), [&](const QJsonObject& o) { return eventFromJson(kindOf(e), o); });
        });
        breakEveryField(toJson(filled<OpenItem>()), u"OpenItem"_s, [](const QJsonObject& o) { return itemFromJson(o); });
        breakEveryField(toJson(filled<Person>()), u"Person"_s, [](const QJsonObject& o) { return personFromJson(o); });
        breakEveryField(toJson(filled<VehicleKey>()), u"VehicleKey"_s, [](const QJsonObject& o) { return keyFromJson(o); });
    }));
}

void TestJson::hostileBytesNeverCrash()
{
    QVERIFY(rc::check("flipped bytes are read or refused", [] {
        auto bytes = compact(toJson(filled<OpenItem>()));
        const auto flips = *rc::gen::inRange(1, 20);
        for (int i = 0; i < flips; ++i) bytes[*rc::gen::inRange<qsizetype>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
        const auto document = QJsonDocument::fromJson(bytes);
        const auto item = itemFromJson(document.object());
        if (!item) RC_ASSERT(item.error().fault == Fault::Corrupt);
    }));
}

void TestJson::unknownKindIsCorrupt()
{
    const auto taken = eventFromJson(u"OnAccountRevoked"_s, {{u"invoice"_s, u"i-1"_s}});   // of older stores
    QVERIFY(taken.ok() && taken.value().is<OnAccountEnded>());
    QVERIFY(taken.value().as<OnAccountEnded>()->undone);
    QCOMPARE(taken.value().as<OnAccountEnded>()->invoice, InvoiceId{u"i-1"_s});
    QVERIFY(!eventFromJson(u"OnAccountEnded"_s, {{u"invoice"_s, u"i-1"_s}, {u"reason"_s, u"pays now"_s}}).value().as<OnAccountEnded>()->undone);
    QCOMPARE(eventFromJson(u"PaymentForgotten"_s, {}).error().code, u"journal.unknown_kind"_s);
    QCOMPARE(eventFromJson(u""_s, {}).error().fault, Fault::Corrupt);
}

void TestJson::enumNamesAreDistinct()
{
    const auto distinct = []<class E>(E last) {
        QSet<QString> names;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
            const auto name = enumName(static_cast<E>(i));
            QVERIFY(!name.isEmpty() && !names.contains(name));
            names.insert(name);
            E again{};
            QVERIFY(enumFromName(name, again));
            QCOMPARE(again, static_cast<E>(i));
        }
        QCOMPARE(EnumNames<E>::names.size(), static_cast<std::size_t>(last) + 1);
        E other{};
        QVERIFY(!enumFromName(u"nonsense"_s, other));
        QVERIFY(!enumFromName(u""_s, other));
    };
    distinct(BoardState::Cancelled);
    distinct(Light::Grey);
    distinct(RequestAxis::Closed);
    distinct(MoneyAxis::Over);
    distinct(MoneyStage::Reversed);
    distinct(KeyState::Returned);
    distinct(TruthSource::Rule);
    distinct(PortalMode::Test);
    distinct(LinkState::Unknown);
    distinct(OwnerChoice::Account);
    distinct(RequestState::Failed);
    distinct(PaymentKind::RefundBounced);
    distinct(RefundState::Failed);
    distinct(MailKind::PickupCode);
    distinct(MailState::Failed);
    distinct(InvoiceKind::NoClaim);
    distinct(DiscountTerm::Kind::Verzug);
    distinct(Settlement::State::Refused);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
