// onReady(): run a continuation in ctx's thread, never after ctx is gone. readyNow(): an answer that is there already.
// Why not QFuture::then(ctx, f): in Qt 6.4.2 it aborts a debug build when ctx dies first, and drops the call silently in release.
#pragma once
#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

namespace tresen {

template <class T, class F>
void onReady(QFuture<T> future, QObject* ctx, F&& then)
{
    auto* watcher = new QFutureWatcher<T>{ctx};   // dies with ctx
    QObject::connect(watcher, &QFutureWatcher<T>::finished, ctx, [watcher, fn = std::forward<F>(then)]() mutable {
        watcher->deleteLater();
        const auto answered = watcher->future();   // keeps the answer when fn ends ctx, and the watcher with it
        if (answered.isCanceled() || answered.resultCount() == 0) return;
        fn(*answered.constBegin());                // not a copy: an answer may be a whole board
    });
    watcher->setFuture(future);
}

template <class T>
QFuture<T> readyNow(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace tresen
