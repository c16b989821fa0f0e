#ifndef CREPORTPAGE_H
#define CREPORTPAGE_H

#include <stddef.h>

/// One file of the report page, compiled in.
typedef struct {
  /// For example `page.css`.
  const char *name;
  const unsigned char *bytes;
  size_t count;
} VerhaalPageFile;

/// Every embedded file, and how many there are.
const VerhaalPageFile *verhaal_page_files(void);
size_t verhaal_page_file_count(void);

#endif
