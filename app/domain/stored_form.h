// storedForm(): the bytes of compact(toJson(value)), written without the tree between. Called for everything the journal and its tables keep.
#pragma once
#include "app/domain/open_item.h"
#include <QByteArray>

namespace tresen::domain {

QByteArray storedForm(const Event& event);
QByteArray storedForm(const OpenItem& item);
QByteArray storedForm(const VehicleKey& key);
QByteArray storedForm(const Invoice& invoice);

} // namespace tresen::domain
