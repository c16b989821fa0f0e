/// The tables of a store, as a row of migrations.
///
/// `user_version` says how many of them a store has had. A migration that has been released is never changed.
enum Schema {
  /// `Verh` in ASCII: what `file` and SQLite know a store by.
  static let applicationID: Int64 = 0x5665_7268

  static var version: Int64 { Int64(migrations.count) }

  static let migrations = [first, decisions, narrowSignatures]

  /// Narrow rows for figures in `review`; what is long and seldom read beside it in `review_text`.
  ///
  /// Scores are REAL with four decimals, so that they can be used as they are: the nearest double to such a number is
  /// written as that number again. Drivers, flags and fields are JSON in the row, with views that unfold them: they are
  /// read with the row, and a row for each would be half of what is written. For speed, labels and bases, which the
  /// program writes from its own lists, are not checked; the indexes keep no lengths of texts, of which only ranking by
  /// bm25 becomes slower; and their segments are merged late, which takes a third of the time of indexing otherwise.
  private static let first = """
    CREATE TABLE source (
      source INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE analyzer (
      analyzer INTEGER PRIMARY KEY,
      version TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE review (
      review INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES source,
      id TEXT NOT NULL,
      date TEXT,
      rating REAL,
      rating_scale TEXT,
      analyzer INTEGER NOT NULL REFERENCES analyzer,
      label TEXT NOT NULL,
      p_neutral_satisfied REAL NOT NULL,
      p_enthusiastic REAL NOT NULL,
      p_dissatisfied REAL NOT NULL,
      valence REAL NOT NULL,
      story INTEGER NOT NULL CHECK (story IN (0, 1)),
      story_probability REAL NOT NULL,
      memorability REAL NOT NULL,
      basis TEXT NOT NULL,
      language TEXT,
      words INTEGER NOT NULL,
      drivers TEXT NOT NULL,
      flags TEXT NOT NULL,
      fields TEXT NOT NULL,
      content INTEGER NOT NULL,
      UNIQUE (source, id)
    ) STRICT;

    CREATE INDEX review_story ON review (memorability DESC) WHERE story = 1 AND basis = 'experience';

    CREATE TABLE review_text (
      review INTEGER PRIMARY KEY REFERENCES review,
      title_bytes INTEGER NOT NULL,
      text TEXT NOT NULL,
      letters INTEGER,
      minhash BLOB
    ) STRICT;

    CREATE TABLE moment (
      moment INTEGER PRIMARY KEY,
      review INTEGER NOT NULL REFERENCES review,
      place INTEGER NOT NULL,
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      start_utf16 INTEGER NOT NULL,
      end_utf16 INTEGER NOT NULL,
      valence REAL NOT NULL,
      memorability REAL NOT NULL,
      drivers TEXT NOT NULL,
      UNIQUE (review, place)
    ) STRICT;

    CREATE TABLE unfinished (
      task TEXT PRIMARY KEY
    ) STRICT;

    CREATE VIEW reviews AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.rating, r.rating_scale,
      r.label, r.p_neutral_satisfied, r.p_enthusiastic, r.p_dissatisfied, r.valence, r.story, r.story_probability,
      r.memorability, r.basis, r.language, r.words,
      CASE WHEN r.words < 16 THEN '0-15' WHEN r.words < 41 THEN '16-40' WHEN r.words < 101 THEN '41-100'
        ELSE '101+' END AS length_band,
      r.drivers, r.flags, r.fields,
      CASE WHEN t.title_bytes > 0 THEN CAST(substr(CAST(t.text AS BLOB), 1, t.title_bytes) AS TEXT) END AS title,
      t.title_bytes, t.text, t.letters, t.minhash, a.version AS analyzer
    FROM review AS r
      LEFT JOIN source AS s ON s.source = r.source
      LEFT JOIN analyzer AS a ON a.analyzer = r.analyzer
      LEFT JOIN review_text AS t ON t.review = r.review;

    CREATE VIEW moments AS
    SELECT m.moment, m.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.basis,
      m.place, m.start_byte, m.end_byte, m.start_utf16, m.end_utf16,
      CAST(substr(CAST(t.text AS BLOB), m.start_byte + 1, m.end_byte - m.start_byte) AS TEXT) AS text,
      m.valence, m.memorability, m.drivers
    FROM moment AS m
      LEFT JOIN review_text AS t ON t.review = m.review
      LEFT JOIN review AS r ON r.review = m.review
      LEFT JOIN source AS s ON s.source = r.source;

    CREATE VIEW stories AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.rating, r.rating_scale, r.label,
      r.memorability, abs(m.valence) AS strength, m.valence AS moment_valence, m.memorability AS moment_memorability, m.start_byte, m.end_byte,
      m.start_utf16, m.end_utf16,
      CAST(substr(CAST(t.text AS BLOB), m.start_byte + 1, m.end_byte - m.start_byte) AS TEXT) AS moment,
      m.drivers AS moment_drivers, r.drivers, r.flags, r.fields, t.title_bytes, t.text
    FROM review AS r
      JOIN moment AS m ON m.review = r.review AND m.place = 0
      LEFT JOIN source AS s ON s.source = r.source
      LEFT JOIN review_text AS t ON t.review = r.review
    WHERE r.story = 1 AND r.basis = 'experience';

    CREATE VIEW review_drivers AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.story, r.basis,
      j.key AS place, j.value AS driver
    FROM review AS r LEFT JOIN source AS s ON s.source = r.source, json_each(r.drivers) AS j;

    CREATE VIEW review_flags AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.story, r.basis,
      j.value AS flag
    FROM review AS r LEFT JOIN source AS s ON s.source = r.source, json_each(r.flags) AS j;

    CREATE VIEW review_fields AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.story, r.basis,
      j.key AS field, j.value AS value
    FROM review AS r LEFT JOIN source AS s ON s.source = r.source, json_each(r.fields) AS j;

    CREATE VIEW cells AS
    SELECT s.name AS source, substr(r.date, 1, 7) AS month,
      CASE r.label
        WHEN 'enthusiastic' THEN iif(r.story, 'tells something good', 'enthusiastic, no story')
        WHEN 'neutral-satisfied' THEN iif(r.story, 'satisfied with a small incident', 'satisfied, nothing to tell')
        ELSE iif(r.story, 'tells a setback', 'complains, no story') END AS cell,
      r.label, r.story, count(*) AS reviews
    FROM review AS r LEFT JOIN source AS s ON s.source = r.source
    WHERE r.basis = 'experience'
    GROUP BY r.source, month, r.label, r.story;

    CREATE VIRTUAL TABLE text_search USING fts5 (
      text, content = 'review_text', content_rowid = 'review', tokenize = 'unicode61 remove_diacritics 2',
      columnsize = 0
    );
    CREATE VIRTUAL TABLE moment_search USING fts5 (
      text, content = 'moments', content_rowid = 'moment', tokenize = 'unicode61 remove_diacritics 2',
      columnsize = 0
    );
    INSERT INTO text_search (text_search, rank) VALUES ('automerge', 0);
    INSERT INTO moment_search (moment_search, rank) VALUES ('automerge', 0);
    INSERT INTO text_search (text_search, rank) VALUES ('crisismerge', 64);
    INSERT INTO moment_search (moment_search, rank) VALUES ('crisismerge', 64);
    """
  /// What people decide about a review; most have no row here.
  ///
  /// What was set by hand is told from what came with a dump, which a later dump may change.
  private static let decisions = """
    CREATE TABLE permission (
      review INTEGER PRIMARY KEY REFERENCES review,
      status TEXT NOT NULL CHECK (status IN ('internal', 'ask', 'asked', 'allowed', 'refused')),
      date TEXT,
      by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1))
    ) STRICT;

    CREATE TABLE followup (
      review INTEGER PRIMARY KEY REFERENCES review,
      done TEXT NOT NULL
    ) STRICT;

    CREATE VIEW review_permissions AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.story, r.basis,
      p.status AS permission, p.date AS permission_date, p.by_hand
    FROM permission AS p JOIN review AS r ON r.review = p.review LEFT JOIN source AS s ON s.source = r.source;

    CREATE VIEW review_followups AS
    SELECT r.review, s.name AS source, r.id, r.date, substr(r.date, 1, 7) AS month, r.label, r.story, r.basis, f.done
    FROM followup AS f JOIN review AS r ON r.review = f.review LEFT JOIN source AS s ON s.source = r.source;
    """

  /// Signatures of 16 bits a number in the place of those of 32, which took a ninth of the file.
  private static let narrowSignatures = """
    UPDATE review_text SET minhash = minhash(text) WHERE minhash IS NOT NULL;
    """
}
