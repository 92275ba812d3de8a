// A page of a foreign PDF as a picture, drawn in a confined child of this program, one child per page. The composition root hands it to Documents.
#pragma once
#include "app/core/helper_process.h"
#include "app/ports/page_picture.h"

namespace tresen::adapters::einvoice {

int runDrawChild();      // the child's whole life: one request, one answer. Answers the exit code.

// page: from 0. Waits for the child: on a thread of a pool. Invalid "pdf.damaged" (nothing of it can be drawn), "pdf.too_costly" (the child did not
// survive it), Unreachable "pdf.reader" (no child can be started).
Result<ports::PagePicture> drawPage(const QByteArray& pdf, int page, const QString& program = ownProgram());

} // namespace tresen::adapters::einvoice
