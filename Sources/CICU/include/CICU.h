// The only door to the system's ICU: opaque handles and plain C types.
//
// ICU's own headers never reach Swift. The toolchain's _FoundationICU declares the same types in
// another version, and a module that exposes <unicode/…> stops compiling as soon as Foundation is
// imported beside it. ICU's functions are also version-suffixed macros that only C can call portably.
//
// A status is ICU's UErrorCode as a plain integer: success is `status <= 0` (negative is a warning).
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

/// Writes the version of the ICU that runs, such as "72.1", to the 20 bytes at `buffer`.
void cicu_version(char *buffer);
/// The name of a status, such as "U_FILE_ACCESS_ERROR".
const char *cicu_status_name(int32_t status);

// MARK: Break iteration (UAX #29)

typedef struct cicu_breaker cicu_breaker;
enum { CICU_BREAK_WORD = 0, CICU_BREAK_SENTENCE = 1 };

cicu_breaker *cicu_breaker_open(int32_t kind, const char *locale, int32_t *status);
void cicu_breaker_close(cicu_breaker *breaker);
/// Writes the end of every segment of `text` to `ends`, and ICU's rule status of it to `rules` (0
/// none, 100 number, 200 letter, 300 kana, 400 ideograph). Both hold `length` entries. Returns how
/// many segments there are.
int32_t cicu_breaker_segments(
    cicu_breaker *breaker, const uint16_t *text, int32_t length, int32_t *ends, int16_t *rules,
    int32_t *status);

/// Calls `visit` with every word of one of ICU's break dictionaries ("cjdict") and its value, a cost
/// that grows as the word gets rarer.
void cicu_each_dictionary_word(
    const char *name, void *context,
    void (*visit)(void *context, const uint16_t *word, int32_t length, int32_t value),
    int32_t *status);

// MARK: Charset conversion

typedef struct cicu_converter cicu_converter;

/// The name by which the world knows a charset (MIME's, else IANA's, else ICU's own), or NULL if ICU
/// has no converter of that name.
const char *cicu_charset_name(const char *charset);
cicu_converter *cicu_converter_open(const char *charset, int32_t *status);
void cicu_converter_close(cicu_converter *converter);
void cicu_converter_reset(cicu_converter *converter);
/// Decodes bytes from `source` until they end, the output is full, or a sequence cannot be decoded.
/// `offsets[i]` is the index in `source` of the byte that unit `i` came from. Sets `consumed` to the
/// bytes read, and `malformed` to the length of the undecodable sequence that ends them (0: none).
/// `flush` says that the input ends here. Returns the number of UTF-16 units written.
int32_t cicu_converter_decode(
    cicu_converter *converter, const uint8_t *source, int32_t length, bool flush, uint16_t *units,
    int32_t *offsets, int32_t capacity, int32_t *consumed, int32_t *malformed, int32_t *status);
/// Bytes already consumed that begin a character whose rest has not come yet.
int32_t cicu_converter_pending(cicu_converter *converter);

/// What ICU's detector takes the bytes for, best first: up to `capacity` names (static strings) and
/// confidences (0–100). Returns how many.
int32_t cicu_detect_charsets(
    const uint8_t *bytes, int32_t length, const char **names, int32_t *confidences,
    int32_t capacity, int32_t *status);

// MARK: Characters

/// NFKC_Casefold (UAX #44) of one scalar, as UTF-16 in `units` (room for `capacity`). Returns its
/// length, which is 0 for a default-ignorable scalar.
int32_t cicu_nfkc_casefold(uint32_t scalar, uint16_t *units, int32_t capacity, int32_t *status);
/// Calls `visit` with every range of scalars that the set pattern (UnicodeSet syntax) contains.
void cicu_each_range(
    const char *pattern, void *context,
    void (*visit)(void *context, uint32_t first, uint32_t last), int32_t *status);

// MARK: Transliteration

typedef struct cicu_transliterator cicu_transliterator;

cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status);
void cicu_transliterator_close(cicu_transliterator *transliterator);
/// Transliterates `length` units of `text` in place; `capacity` is the room there. Returns the new
/// length.
int32_t cicu_transliterate(
    const cicu_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity,
    int32_t *status);

// MARK: Regular expressions

typedef struct cicu_regex cicu_regex;

/// Compiles a pattern; escapes that mean nothing are errors. Of one that is wrong, `line` (from 1, or
/// 0) and `offset` tell the place: scalars of that line. Backtracking uses up to `stack_bytes`.
cicu_regex *cicu_regex_open(
    const uint16_t *pattern, int32_t length, int32_t stack_bytes, int32_t *line, int32_t *offset,
    int32_t *status);
void cicu_regex_close(cicu_regex *regex);
/// `text` must stay where it is while it is searched. `budget` is how many times ten thousand steps
/// of backtracking may be spent on it.
void cicu_regex_set_text(
    cicu_regex *regex, const uint16_t *text, int32_t length, int64_t budget, int32_t *status);
bool cicu_regex_find_next(cicu_regex *regex, int32_t *start, int32_t *end, int32_t *status);
/// What a status of the search means, beside success: 1 the budget is spent, 2 the stack is full, 0
/// anything else.
int32_t cicu_regex_exhaustion(int32_t status);

#endif
