// Opens a dialog of files at a size its words fit into: Qt's own, where the system offers none, is made for the smallest font. Called by whoever asks for
// a file or a folder; the dialog deletes itself.
#pragma once

class QFileDialog;

namespace tresen::ui {

void openFileDialog(QFileDialog& dialog);

} // namespace tresen::ui
