// Proof before print: the finished file is rasterised as a printer would, every code is decoded from the raster and compared with what was meant.
#pragma once
#include "app/adapters/paper/letter/canvas.h"
#include <QStringList>
#include <functional>

namespace tresen::adapters::letter {

inline constexpr int kProofDpi = 150;

struct MeantCode { QString name; QByteArray bytes; };

// One list of meant codes per page. The names of the codes read, or Fault::Refused "paper.code_unreadable" / "paper.code_differs" (detail: page and
// code), Fault::Internal "paper.library". Needs no QGuiApplication. `beforeDecoding` may damage a code's raster: tests prove the proof with it.
Result<QStringList> prove(const QByteArray& pdf, const std::vector<PageRecord>& pages, const std::vector<std::vector<MeantCode>>& meant,
                          const std::function<void(const QString&, QImage&)>& beforeDecoding = {});

} // namespace tresen::adapters::letter
