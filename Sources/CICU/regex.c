#include "CICU.h"

#include <stdlib.h>
#include <unicode/uregex.h>

struct cicu_regex {
  URegularExpression *expression;
  /// What is left of the budget of the text that is being searched.
  int64_t budget;
};

/// ICU calls it after every ten thousand steps of backtracking.
static UBool U_CALLCONV count_steps(const void *context, int32_t steps) {
  (void)steps;
  cicu_regex *regex = (cicu_regex *)context;
  regex->budget -= 1;
  return regex->budget >= 0;
}

/// ICU calls it before it tries to match at a place that is not the first.
static UBool U_CALLCONV count_places(const void *context, int64_t place) {
  (void)place;
  return ((const cicu_regex *)context)->budget >= 0;
}

cicu_regex *cicu_regex_open(
    const uint16_t *pattern, int32_t length, int32_t stack_bytes, int32_t *line, int32_t *offset,
    int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError place = {0};
  URegularExpression *expression = uregex_open(
      (const UChar *)pattern, length, UREGEX_ERROR_ON_UNKNOWN_ESCAPES, &place, &error);
  cicu_regex *regex = NULL;
  if (U_SUCCESS(error)) {
    regex = malloc(sizeof *regex);
    if (regex == NULL) {
      uregex_close(expression);
      error = U_MEMORY_ALLOCATION_ERROR;
    } else {
      *regex = (cicu_regex){.expression = expression, .budget = 0};
      uregex_setStackLimit(expression, stack_bytes, &error);
      uregex_setMatchCallback(expression, count_steps, regex, &error);
      uregex_setFindProgressCallback(expression, count_places, regex, &error);
    }
  }
  *line = place.line;
  *offset = place.offset;
  *status = error;
  return regex;
}

void cicu_regex_close(cicu_regex *regex) {
  uregex_close(regex->expression);
  free(regex);
}

void cicu_regex_set_text(
    cicu_regex *regex, const uint16_t *text, int32_t length, int64_t budget, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  // An empty text may have no address, which ICU does not like.
  static const UChar empty = 0;
  uregex_setText(regex->expression, text == NULL ? &empty : (const UChar *)text, length, &error);
  regex->budget = budget;
  *status = error;
}

bool cicu_regex_find_next(cicu_regex *regex, int32_t *start, int32_t *end, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBool found = uregex_findNext(regex->expression, &error);
  if (found) {
    *start = uregex_start(regex->expression, 0, &error);
    *end = uregex_end(regex->expression, 0, &error);
  }
  *status = error;
  return found && U_SUCCESS(error);
}

int32_t cicu_regex_exhaustion(int32_t status) {
  switch (status) {
  case U_REGEX_STOPPED_BY_CALLER:
  case U_REGEX_TIME_OUT:
    return 1;
  case U_REGEX_STACK_OVERFLOW:
    return 2;
  default:
    return 0;
  }
}
