// ICU's break dictionaries as a list of words. Their iterator is C++ only.
#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <unicode/utypes.h>

extern "C" {
#include "CICU.h"
}

// The layout of a .dict file: ICU's source/common/dictionarydata.h, unchanged since ICU 50.
enum { INDEX_TRIE_OFFSET = 0, INDEX_TRIE_TYPE = 4, TRIE_TYPE_MASK = 7, TRIE_TYPE_UCHARS = 1 };

extern "C" void cicu_each_dictionary_word(
    const char *name, void *context,
    void (*visit)(void *context, const uint16_t *word, int32_t length, int32_t value),
    int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UDataMemory *data = udata_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", "dict", name, &error);
  if (U_SUCCESS(error)) {
    const int32_t *indexes = static_cast<const int32_t *>(udata_getMemory(data));
    if ((indexes[INDEX_TRIE_TYPE] & TRIE_TYPE_MASK) != TRIE_TYPE_UCHARS) {
      error = U_INVALID_FORMAT_ERROR;
    } else {
      const char *start = reinterpret_cast<const char *>(indexes) + indexes[INDEX_TRIE_OFFSET];
      icu::UCharsTrie::Iterator words(reinterpret_cast<const char16_t *>(start), 0, error);
      while (U_SUCCESS(error) && words.next(error)) {
        const icu::UnicodeString &word = words.getString();
        visit(context, reinterpret_cast<const uint16_t *>(word.getBuffer()), word.length(),
              words.getValue());
      }
    }
    udata_close(data);
  }
  *status = error;
}
