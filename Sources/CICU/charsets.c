#include "CICU.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

const char *cicu_charset_name(const char *charset) {
  static const char *const standards[] = {"MIME", "IANA"};
  for (int i = 0; i < 2; i++) {
    UErrorCode error = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName(charset, standards[i], &error);
    if (U_SUCCESS(error) && name) return name;
  }
  UErrorCode error = U_ZERO_ERROR;
  // The first alias of a converter is ICU's own name for it.
  const char *name = ucnv_getAlias(charset, 0, &error);
  return U_SUCCESS(error) ? name : NULL;
}

cicu_converter *cicu_converter_open(const char *charset, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  // An undecodable sequence stops the conversion, so that it is reported and never replaced silently.
  if (U_SUCCESS(error))
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  *status = error;
  return (cicu_converter *)converter;
}

void cicu_converter_close(cicu_converter *converter) { ucnv_close((UConverter *)converter); }

void cicu_converter_reset(cicu_converter *converter) { ucnv_reset((UConverter *)converter); }

int32_t cicu_converter_decode(
    cicu_converter *converter, const uint8_t *source, int32_t length, bool flush, uint16_t *units,
    int32_t *offsets, int32_t capacity, int32_t *consumed, int32_t *malformed, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const char *next = (const char *)source;
  UChar *target = (UChar *)units;
  ucnv_toUnicode((UConverter *)converter, &target, (const UChar *)units + capacity, &next,
                 (const char *)source + length, offsets, flush, &error);
  *consumed = (int32_t)(next - (const char *)source);
  *malformed = 0;
  if (error == U_INVALID_CHAR_FOUND || error == U_ILLEGAL_CHAR_FOUND ||
      error == U_TRUNCATED_CHAR_FOUND || error == U_ILLEGAL_ESCAPE_SEQUENCE ||
      error == U_UNSUPPORTED_ESCAPE_SEQUENCE) {
    char bytes[32];
    int8_t count = sizeof bytes;
    UErrorCode inner = U_ZERO_ERROR;
    ucnv_getInvalidChars((UConverter *)converter, bytes, &count, &inner);
    *malformed = U_SUCCESS(inner) && count > 0 ? count : 1;
    error = U_ZERO_ERROR;
  } else if (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
  }
  *status = error;
  return (int32_t)(target - (UChar *)units);
}

int32_t cicu_converter_pending(cicu_converter *converter) {
  UErrorCode error = U_ZERO_ERROR;
  return ucnv_toUCountPending((UConverter *)converter, &error);
}

int32_t cicu_detect_charsets(
    const uint8_t *bytes, int32_t length, const char **names, int32_t *confidences,
    int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, (const char *)bytes, length, &error);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
  if (U_FAILURE(error)) count = 0;
  if (count > capacity) count = capacity;
  for (int32_t i = 0; i < count; i++) {
    names[i] = ucsdet_getName(matches[i], &error);
    confidences[i] = ucsdet_getConfidence(matches[i], &error);
  }
  ucsdet_close(detector);
  *status = error;
  return count;
}
