// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/schema/schema_1.h"

namespace extract {

// SQL of SQLite 3.15. Texts that people delivered are in columns without a type: they may be UTF-8 text or a UTF-16
// blob (see Statement::bind). Unknown years are 0, unknown texts and dates ''. Ids are given out by `counters` and
// never twice, also after a document was withdrawn. Every table and index costs a page even when empty, so there are
// only indexes that large tables need.
//
// A document's own row is written last. Until then, inside the import's transaction, its entries may still be taken
// back (the same bytes chosen twice); from then on no row of it can be.
const char* const schema1 = R"sql(
CREATE TABLE properties(name TEXT NOT NULL PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE counters(name TEXT NOT NULL PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE person(id INTEGER PRIMARY KEY CHECK(id = 1), name NOT NULL, born NOT NULL, upn NOT NULL, uln NOT NULL);

CREATE TABLE documents(id INTEGER PRIMARY KEY, name NOT NULL, container NOT NULL, sha256 BLOB NOT NULL,
  size INTEGER NOT NULL, format NOT NULL, version NOT NULL, reader NOT NULL, imported_at TEXT NOT NULL,
  withheld_bytes INTEGER NOT NULL, kept_size INTEGER NOT NULL, kept_sha256 BLOB NOT NULL);
CREATE TABLE kept_bytes(id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id),
  chunk INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE(document, chunk));
CREATE TABLE moments(id INTEGER PRIMARY KEY, collection NOT NULL, dataset NOT NULL, year INTEGER NOT NULL,
  term TEXT NOT NULL, day TEXT NOT NULL, establishment NOT NULL,
  UNIQUE(collection, dataset, year, term, day, establishment));
CREATE TABLE item_names(id INTEGER PRIMARY KEY, name NOT NULL, item NOT NULL);
CREATE TABLE places(id INTEGER PRIMARY KEY, sheet NOT NULL, path NOT NULL);
CREATE TABLE entries(id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED,
  moment INTEGER NOT NULL REFERENCES moments(id), fingerprint BLOB NOT NULL,
  first_value INTEGER NOT NULL, value_count INTEGER NOT NULL);
CREATE INDEX entries_document ON entries(document);
CREATE INDEX entries_moment ON entries(moment);
CREATE INDEX entries_fingerprint ON entries(fingerprint);
CREATE TABLE item_values(id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entries(id),
  name INTEGER NOT NULL REFERENCES item_names(id), raw NOT NULL, place INTEGER NOT NULL REFERENCES places(id),
  row_number INTEGER NOT NULL, column_number INTEGER NOT NULL, line_number INTEGER NOT NULL);
CREATE TABLE witnesses(id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entries(id),
  document INTEGER NOT NULL REFERENCES documents(id) DEFERRABLE INITIALLY DEFERRED, agrees INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES places(id), row_number INTEGER NOT NULL, column_number INTEGER NOT NULL,
  line_number INTEGER NOT NULL, UNIQUE(entry, document));

CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER documents_kept BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER kept_bytes_unchanged BEFORE UPDATE ON kept_bytes BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER kept_bytes_kept BEFORE DELETE ON kept_bytes BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER moments_unchanged BEFORE UPDATE ON moments BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER moments_kept BEFORE DELETE ON moments BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_names_unchanged BEFORE UPDATE ON item_names BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_names_kept BEFORE DELETE ON item_names BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER places_unchanged BEFORE UPDATE ON places BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER places_kept BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER entries_unchanged BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER entries_kept BEFORE DELETE ON entries
  WHEN EXISTS(SELECT 1 FROM documents WHERE id = OLD.document) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_values_unchanged BEFORE UPDATE ON item_values BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_values_kept BEFORE DELETE ON item_values
  WHEN EXISTS(SELECT 1 FROM entries e JOIN documents d ON d.id = e.document WHERE e.id = OLD.entry)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER witnesses_unchanged BEFORE UPDATE ON witnesses BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER witnesses_kept BEFORE DELETE ON witnesses
  WHEN EXISTS(SELECT 1 FROM documents WHERE id = OLD.document) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE written_entries(id INTEGER PRIMARY KEY, collection NOT NULL, dataset NOT NULL, year INTEGER NOT NULL,
  term TEXT NOT NULL, day TEXT NOT NULL, establishment NOT NULL, changed TEXT NOT NULL);
CREATE TABLE written_values(id INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES written_entries(id),
  name NOT NULL, item NOT NULL, raw NOT NULL, sheet NOT NULL, path NOT NULL, row_number INTEGER NOT NULL,
  column_number INTEGER NOT NULL, line_number INTEGER NOT NULL);

CREATE TABLE dismissals(id INTEGER PRIMARY KEY, finding NOT NULL, reason NOT NULL, dismissed_at TEXT NOT NULL);
CREATE TABLE set_aside(position INTEGER PRIMARY KEY, entry INTEGER NOT NULL);

CREATE TABLE attachments(id INTEGER PRIMARY KEY, name NOT NULL, sha256 BLOB NOT NULL, added TEXT NOT NULL,
  bytes BLOB NOT NULL);
CREATE TABLE concerns(id INTEGER PRIMARY KEY, should_say NOT NULL, extent TEXT NOT NULL, since TEXT NOT NULL,
  own_words NOT NULL, made TEXT NOT NULL);
CREATE TABLE concern_values(concern INTEGER NOT NULL REFERENCES concerns(id), position INTEGER NOT NULL,
  value INTEGER NOT NULL, field NOT NULL, name NOT NULL, raw NOT NULL, meaning NOT NULL, collection NOT NULL,
  said_when NOT NULL, establishment NOT NULL, document NOT NULL, locates INTEGER NOT NULL,
  PRIMARY KEY(concern, position)) WITHOUT ROWID;
CREATE TABLE concern_evidence(concern INTEGER NOT NULL REFERENCES concerns(id), position INTEGER NOT NULL,
  attachment INTEGER NOT NULL REFERENCES attachments(id), PRIMARY KEY(concern, position)) WITHOUT ROWID;
CREATE TABLE concern_evidence_names(concern INTEGER NOT NULL REFERENCES concerns(id), position INTEGER NOT NULL,
  name NOT NULL, PRIMARY KEY(concern, position)) WITHOUT ROWID;
CREATE TABLE requests(id INTEGER PRIMARY KEY, concern INTEGER NOT NULL REFERENCES concerns(id),
  controller TEXT NOT NULL, asking TEXT NOT NULL, writer_name NOT NULL, child_age INTEGER NOT NULL,
  child_agrees INTEGER NOT NULL, authority NOT NULL, state TEXT NOT NULL, sent TEXT NOT NULL, received TEXT NOT NULL,
  changed TEXT NOT NULL, draft NOT NULL);
CREATE TABLE request_address(request INTEGER NOT NULL REFERENCES requests(id), position INTEGER NOT NULL,
  line NOT NULL, PRIMARY KEY(request, position)) WITHOUT ROWID;
CREATE TABLE letters(id INTEGER PRIMARY KEY, request INTEGER NOT NULL REFERENCES requests(id), format TEXT NOT NULL,
  sha256 BLOB NOT NULL, made TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TRIGGER letters_unchanged BEFORE UPDATE ON letters BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER letters_kept BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE log(id INTEGER PRIMARY KEY, happened_at TEXT NOT NULL, what TEXT NOT NULL, detail NOT NULL);
CREATE TRIGGER log_unchanged BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER log_kept BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'kept'); END;
)sql";

} // namespace extract
