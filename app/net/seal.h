// The seal of a notice: HMAC-SHA256 over its raw bytes, and a comparison that takes as long whatever differs. Called by the portals' codecs.
#pragma once
#include "app/core/secret.h"
#include <QByteArray>
#include <QByteArrayView>

namespace tresen::net {

QByteArray hmacSha256(const Secret& key, QByteArrayView bytes);   // 32 bytes, RFC 2104
bool sameBytes(QByteArrayView a, QByteArrayView b);               // constant time for equal lengths; different lengths differ at once

} // namespace tresen::net
