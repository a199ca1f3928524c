#include "CICU.h"

#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

void cicu_version(char *buffer) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, buffer);
}

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t cicu_nfkc_casefold(uint32_t scalar, uint16_t *units, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *folder = unorm2_getNFKCCasefoldInstance(&error);
  UChar source[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(source, length, scalar);
  int32_t count = 0;
  if (U_SUCCESS(error))
    count = unorm2_normalize(folder, source, length, (UChar *)units, capacity, &error);
  *status = error;
  return count;
}

void cicu_each_range(
    const char *pattern, void *context,
    void (*visit)(void *context, uint32_t first, uint32_t last), int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar wide[512];
  int32_t length = 0;
  u_strFromUTF8(wide, 512, &length, pattern, -1, &error);
  USet *set = U_SUCCESS(error) ? uset_openPattern(wide, length, &error) : NULL;
  if (U_SUCCESS(error)) {
    int32_t count = uset_getItemCount(set);
    for (int32_t i = 0; i < count; i++) {
      UChar32 first, last;
      // 0: a range; a longer result is a string of the set, which has no place here.
      if (uset_getItem(set, i, &first, &last, NULL, 0, &error) == 0)
        visit(context, (uint32_t)first, (uint32_t)last);
    }
  }
  if (set) uset_close(set);
  *status = error;
}

cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar wide[128];
  int32_t length = 0;
  u_strFromUTF8(wide, 128, &length, identifier, -1, &error);
  UTransliterator *transliterator =
      U_SUCCESS(error) ? utrans_openU(wide, length, UTRANS_FORWARD, NULL, 0, NULL, &error) : NULL;
  *status = error;
  return (cicu_transliterator *)transliterator;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

int32_t cicu_transliterate(
    const cicu_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity,
    int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t limit = length;
  int32_t textLength = length;
  utrans_transUChars((const UTransliterator *)transliterator, (UChar *)text, &textLength, capacity,
                     0, &limit, &error);
  *status = error;
  return textLength;
}
