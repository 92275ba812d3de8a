// TRESEN_SANITIZED is defined where AddressSanitizer watches, whose word for it differs between g++ and clang: it needs addresses and memory of its own.
#pragma once
#if defined(__SANITIZE_ADDRESS__)
#define TRESEN_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TRESEN_SANITIZED
#endif
#endif
