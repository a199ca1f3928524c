#include "CICU.h"

#include <unicode/ubrk.h>

cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIteratorType type = kind == CICU_BREAK_SENTENCE ? UBRK_SENTENCE : UBRK_WORD;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &error);
  *status = error;
  return (cicu_breaker *)iterator;
}

void cicu_breaker_close(cicu_breaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int32_t cicu_breaker_segments(
    cicu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *ends, int16_t *rules,
    int32_t *status) {
  UBreakIterator *iterator = (UBreakIterator *)breaker;
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator, (const UChar *)text, length, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) {
    ubrk_first(iterator);
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
      ends[count] = end;
      rules[count] = (int16_t)ubrk_getRuleStatus(iterator);
      count += 1;
    }
  }
  *status = error;
  return count;
}
