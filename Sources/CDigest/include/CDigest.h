#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) of `length` bytes, written to the 32 bytes at `digest`.
void cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);

#endif
