#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>

/// One file of the `Lexicons` folder, compiled in.
typedef struct {
  /// Path below `Lexicons`, for example `nl/polarity.tsv`.
  const char *path;
  const unsigned char *bytes;
  size_t count;
} VerhaalLexiconFile;

/// Every embedded file, ordered by path, and how many there are.
const VerhaalLexiconFile *verhaal_lexicon_files(void);
size_t verhaal_lexicon_file_count(void);

#endif
