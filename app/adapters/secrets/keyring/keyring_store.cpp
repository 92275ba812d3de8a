#include "app/adapters/secrets/keyring/keyring_store.h"
#include "app/adapters/secrets/keyring/secret_file.h"
#include "app/core/async.h"
#include "app/core/log.h"
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <functional>
#include <qt6keychain/keychain.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::secrets {
namespace {

const QString kProbe = u"tresen.probe"_s;   // never written: a keyring that knows nothing of it has answered

Error noKeyring(const QString& why) { return {Fault::Unreachable, u"secret.keyring"_s, why}; }

template <class T>
struct Answer {
    QPromise<Result<T>> promise;
    Answer() { promise.start(); }
    void operator()(Result<T> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

} // namespace

// In the main thread, since QtKeychain queues its jobs behind an object of the first thread that uses it. It asks over D-Bus without waiting; the
// file is read and written in a thread of its own, one job after the other.
class KeyringWorker final : public QObject {
public:
    enum class State { Asking, Keyring, NoKeyring, Silent };
    using Step = std::function<void()>;
    using Told = std::function<void(bool inTime, QKeychain::Job&)>;   // of a job that was too late only that it was

    explicit KeyringWorker(KeyringConfig config) : m_config{std::move(config)}, m_file{m_config.file}
    {
        m_pool.setMaxThreadCount(1);
    }
    ~KeyringWorker() override { m_pool.waitForDone(); }

    void begin();
    void whenSettled(Step step);
    void ask(QKeychain::Job* job, Told told);
    void read(const QString& name, std::shared_ptr<Answer<Secret>> answer);
    void readKeyring(const QString& name, std::shared_ptr<Answer<Secret>> answer);
    void write(const QString& name, const Secret& secret, std::shared_ptr<Answer<Ok>> answer);
    void onFile(Step step) { m_pool.start(std::move(step)); }

    KeyringConfig m_config;
    SecretFile m_file;
    std::atomic<State> m_state{State::Asking};
    Answer<ports::SecretPlace> m_settled;

private:
    void settle(State state);

    QThreadPool m_pool;
    std::vector<Step> m_after;
};

void KeyringWorker::begin()
{
    if (m_config.fileOnly) return settle(State::NoKeyring);
    auto* job = new QKeychain::ReadPasswordJob{m_config.service};
    job->setKey(kProbe);
    ask(job, [this](bool inTime, QKeychain::Job& asked) {
        if (!inTime) return settle(State::Silent);
        const bool answers = asked.error() == QKeychain::NoError || asked.error() == QKeychain::EntryNotFound;
        const bool refuses = asked.error() == QKeychain::AccessDenied || asked.error() == QKeychain::AccessDeniedByUser;
        settle(answers ? State::Keyring : refuses ? State::Silent : State::NoKeyring);
    });
}

void KeyringWorker::settle(State state)
{
    m_state = state;
    if (state == State::Silent) qCWarning(logApp) << "the keyring does not answer: secrets are kept in a private file";
    m_settled(state == State::Keyring ? ports::SecretPlace::Keyring : ports::SecretPlace::PrivateFile);
    for (const auto& step : std::exchange(m_after, {})) step();
}

void KeyringWorker::whenSettled(Step step)
{
    if (m_state == State::Asking) m_after.push_back(std::move(step));
    else step();
}

// The job deletes itself when it has finished, however late.
void KeyringWorker::ask(QKeychain::Job* job, Told told)
{
    auto* timer = new QTimer{this};
    const auto open = std::make_shared<bool>(true);
    const auto end = [timer, open, job, tell = std::move(told)](bool inTime) {
        if (!std::exchange(*open, false)) return;
        timer->stop();
        timer->deleteLater();
        tell(inTime, *job);
    };
    connect(timer, &QTimer::timeout, this, [end] { end(false); });
    connect(job, &QKeychain::Job::finished, this, [end] { end(true); });
    timer->setSingleShot(true);
    timer->start(m_config.deadlineMs);
    job->start();
}

void KeyringWorker::read(const QString& name, std::shared_ptr<Answer<Secret>> answer)
{
    onFile([this, name, answer] {
        auto kept = m_file.read(name);
        if (!kept || !kept.value().isEmpty() || m_state == State::NoKeyring) return (*answer)(std::move(kept));
        if (m_state == State::Silent) return (*answer)(noKeyring(u"did not answer"_s));
        QMetaObject::invokeMethod(this, [this, name, answer] { readKeyring(name, answer); }, Qt::QueuedConnection);
    });
}

void KeyringWorker::readKeyring(const QString& name, std::shared_ptr<Answer<Secret>> answer)
{
    auto* job = new QKeychain::ReadPasswordJob{m_config.service};
    job->setKey(name);
    ask(job, [answer, job](bool inTime, QKeychain::Job&) {
        if (!inTime) return (*answer)(noKeyring(u"did not answer"_s));
        if (job->error() == QKeychain::EntryNotFound) return (*answer)(Secret{});
        if (job->error() != QKeychain::NoError) return (*answer)(noKeyring(job->errorString()));
        (*answer)(Secret{job->textData()});
    });
}

void KeyringWorker::write(const QString& name, const Secret& secret, std::shared_ptr<Answer<Ok>> answer)
{
    if (m_state != State::Keyring)
        return onFile([this, name, secret, answer] { (*answer)(m_file.write(name, secret)); });
    QKeychain::Job* job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob{m_config.service};
    } else {
        auto* writing = new QKeychain::WritePasswordJob{m_config.service};
        writing->setTextData(secret.reveal());
        job = writing;
    }
    job->setKey(name);
    ask(job, [this, name, answer](bool inTime, QKeychain::Job& asked) {
        if (!inTime) return (*answer)(noKeyring(u"did not answer"_s));
        if (asked.error() != QKeychain::NoError && asked.error() != QKeychain::EntryNotFound) return (*answer)(noKeyring(asked.errorString()));
        onFile([this, name, answer] { (*answer)(m_file.write(name, Secret{})); });
    });
}

KeyringStore::KeyringStore(KeyringConfig config) : m_worker{std::make_unique<KeyringWorker>(std::move(config))} { m_worker->begin(); }

KeyringStore::~KeyringStore() = default;

ports::SecretPlace KeyringStore::place() const
{
    return m_worker->m_state == KeyringWorker::State::Keyring ? ports::SecretPlace::Keyring : ports::SecretPlace::PrivateFile;
}

QFuture<Result<ports::SecretPlace>> KeyringStore::settled() const { return m_worker->m_settled.promise.future(); }

QFuture<Result<Secret>> KeyringStore::read(QString name)
{
    if (const auto checked = checkedName(name); !checked) return readyNow(Result<Secret>{checked.error()});
    const auto answer = std::make_shared<Answer<Secret>>();
    auto future = answer->promise.future();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), name, answer] {
        worker->whenSettled([worker, name, answer] { worker->read(name, answer); });
    }, Qt::QueuedConnection);
    return future;
}

QFuture<Result<Ok>> KeyringStore::write(QString name, Secret secret)
{
    if (const auto checked = checkedName(name); !checked) return readyNow(Result<Ok>{checked.error()});
    if (const auto checked = checkedLength(secret); !checked) return readyNow(Result<Ok>{checked.error()});
    const auto answer = std::make_shared<Answer<Ok>>();
    auto future = answer->promise.future();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), name, secret, answer] {
        worker->whenSettled([worker, name, secret, answer] { worker->write(name, secret, answer); });
    }, Qt::QueuedConnection);
    return future;
}

} // namespace tresen::secrets
