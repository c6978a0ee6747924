/* schema.c: the tables of a library. What the program reads back is document.record, statement and work; the other
 * tables say the same in columns, for people who query the file with their own tools. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include <stddef.h>

const char *const rxc_schema_sql[] = {
    /* one document that was read; record: schema rxcite/record/1 */
    "CREATE TABLE document ("
    " row INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL, kind TEXT NOT "
    "NULL,"
    " bytes INTEGER NOT NULL, record TEXT NOT NULL);",

    /* one work of the literature, merged from the statements about it; csl: CSL-JSON */
    "CREATE TABLE work ("
    " row INTEGER PRIMARY KEY, id TEXT UNIQUE, base TEXT NOT NULL, ordering TEXT NOT NULL, contested INTEGER NOT NULL,"
    " ranks BLOB NOT NULL, csl TEXT NOT NULL, title TEXT NOT NULL, journal TEXT NOT NULL, year INTEGER, doi TEXT, pmid "
    "TEXT);",
    "CREATE INDEX work_base ON work (base, ordering);",
    "CREATE INDEX work_unnamed ON work (base) WHERE id IS NULL;",

    "CREATE TABLE work_author ("
    " work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE, position INTEGER NOT NULL, family TEXT, given TEXT,"
    " literal TEXT, PRIMARY KEY (work, position)) WITHOUT ROWID;",

    /* position 0: what a document says of itself; i + 1: its reference i; -1 - i: its notice i about another work */
    "CREATE TABLE statement ("
    " row INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT "
    "NULL,"
    " work INTEGER REFERENCES work, csl TEXT NOT NULL, UNIQUE (document, position));",
    "CREATE INDEX statement_work ON statement (work);",

    "CREATE TABLE statement_key ("
    " key TEXT NOT NULL, statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,"
    " PRIMARY KEY (key, statement)) WITHOUT ROWID;",
    "CREATE INDEX statement_key_statement ON statement_key (statement);",

    "CREATE VIEW work_key AS"
    " SELECT DISTINCT s.work, k.key FROM statement s JOIN statement_key k ON k.statement = s.row WHERE s.work IS NOT "
    "NULL;",

    /* one row per call-out and reference; unresolved: the printed number without an entry */
    "CREATE TABLE callout ("
    " row INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, line INTEGER,"
    " text TEXT NOT NULL, reference INTEGER, unresolved INTEGER);",
    "CREATE INDEX callout_document ON callout (document);",

    "CREATE VIEW cites AS"
    " SELECT d.work AS citing, s.work AS cited, s.document, s.position - 1 AS reference,"
    "  (SELECT count(*) FROM callout c WHERE c.document = s.document AND c.reference = s.position - 1) AS callouts"
    " FROM statement s JOIN statement d ON d.document = s.document AND d.position = 0"
    " WHERE s.position > 0 AND s.work IS NOT NULL;",

    "CREATE TABLE mention ("
    " row INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, line INTEGER,"
    " type TEXT NOT NULL, concept TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, negated INTEGER NOT NULL);",
    "CREATE INDEX mention_concept ON mention (concept);",
    "CREATE INDEX mention_document ON mention (document);",

    "CREATE TABLE evidence ("
    " row INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, line INTEGER,"
    " relation TEXT NOT NULL, drug TEXT NOT NULL, disorder TEXT NOT NULL, certainty TEXT NOT NULL,"
    " attribution TEXT NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL, text TEXT NOT NULL);",
    "CREATE INDEX evidence_pair ON evidence (drug, disorder);",
    "CREATE INDEX evidence_document ON evidence (document);",

    "CREATE TABLE diagnostic ("
    " document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, severity TEXT NOT NULL, code TEXT NOT NULL,"
    " line INTEGER, column INTEGER, text TEXT NOT NULL);",
    "CREATE INDEX diagnostic_document ON diagnostic (document);",

    "CREATE TABLE loss ("
    " document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, what TEXT NOT NULL, reason TEXT NOT NULL,"
    " count INTEGER NOT NULL, example TEXT NOT NULL, line INTEGER);",
    "CREATE INDEX loss_document ON loss (document);",

    "CREATE TABLE failure (name TEXT NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (name, problem)) WITHOUT ROWID;",

    /* full text of titles and of the sentences that give evidence */
    "CREATE VIRTUAL TABLE work_text USING fts5 (title, content = 'work', content_rowid = 'row',"
    " tokenize = 'unicode61 remove_diacritics 2');",
    "CREATE TRIGGER work_text_new AFTER INSERT ON work BEGIN"
    " INSERT INTO work_text (rowid, title) VALUES (new.row, new.title); END;",
    "CREATE TRIGGER work_text_gone AFTER DELETE ON work BEGIN"
    " INSERT INTO work_text (work_text, rowid, title) VALUES ('delete', old.row, old.title); END;",
    "CREATE TRIGGER work_text_changed AFTER UPDATE OF title ON work WHEN old.title <> new.title BEGIN"
    " INSERT INTO work_text (work_text, rowid, title) VALUES ('delete', old.row, old.title);"
    " INSERT INTO work_text (rowid, title) VALUES (new.row, new.title); END;",

    "CREATE VIRTUAL TABLE evidence_text USING fts5 (text, content = 'evidence', content_rowid = 'row',"
    " tokenize = 'unicode61 remove_diacritics 2');",
    "CREATE TRIGGER evidence_text_new AFTER INSERT ON evidence BEGIN"
    " INSERT INTO evidence_text (rowid, text) VALUES (new.row, new.text); END;",
    "CREATE TRIGGER evidence_text_gone AFTER DELETE ON evidence BEGIN"
    " INSERT INTO evidence_text (evidence_text, rowid, text) VALUES ('delete', old.row, old.text); END;",
    NULL,
};
