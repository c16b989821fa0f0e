#include <sqlite3.h>

/// Leaves out the statistics of SQLite's memory, which take a lock with every allocation; before the first connection.
static inline int csqlite_leave_out_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
