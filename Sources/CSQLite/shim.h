#include <sqlite3.h>

/// Leaves out the statistics of SQLite's memory, which take a lock with every allocation; before the first connection.
static inline int csqlite_leave_out_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Takes a file for one that a stranger may have made: what stands in its schema calls no function that reaches out of
/// it, no trigger runs, nothing is loaded, and the schema and the tables of indexes cannot be written as they lie.
static inline int csqlite_distrust(sqlite3 *database) {
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  return code;
}

/// The interface of the full-text search; null where SQLite has none. In C, since SQLite keeps both pointers until the
/// statement runs, and takes the name to stand for ever.
static inline fts5_api *csqlite_full_text(sqlite3 *database) {
  fts5_api *api = (fts5_api *)0;
  sqlite3_stmt *statement = (sqlite3_stmt *)0;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, (const char **)0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", (void (*)(void *))0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}
