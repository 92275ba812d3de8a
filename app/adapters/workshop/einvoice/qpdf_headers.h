// qpdf's C++ headers, which clang 14 cannot read in C++20: their JSON holds a vector of itself before it is complete. Nobody here needs it, so the
// include guard of that one header is set and the name declared. Include this before any other header of qpdf.
#pragma once
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
