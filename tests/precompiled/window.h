// The same for tests of windows.
#pragma once
#include <QAbstractItemModel>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>
// Qt Test has more to offer where it has seen the widgets.
#include "tests/precompiled/plain.h"
