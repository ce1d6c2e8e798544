/**
 * The tables, as `src/write/tables.ts` has them. What has been released is never edited: a change is a new
 * migration. Texts compare by their bytes (`"C"`), so that order is the same under every locale.
 */
export const sql = `
CREATE TABLE documents (
  id text COLLATE "C" PRIMARY KEY,
  digest text COLLATE "C",
  fingerprint text COLLATE "C",
  path text COLLATE "C",
  sha256 text COLLATE "C",
  bytes bigint,
  encoding text COLLATE "C",
  media_type text COLLATE "C",
  version text COLLATE "C",
  config text COLLATE "C",
  dictionaries text COLLATE "C",
  script text COLLATE "C",
  script_confidence double precision,
  offset_unit text COLLATE "C",
  source_text text COLLATE "C",
  text text COLLATE "C",
  carried jsonb
);

CREATE TABLE blocks (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  kind text COLLATE "C",
  level integer,
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE sentences (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  words text[] COLLATE "C",
  search tsvector,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE tokens (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  text text COLLATE "C",
  pos text COLLATE "C",
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE edits (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  before text COLLATE "C",
  after text COLLATE "C",
  causes jsonb,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE entities (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  id text COLLATE "C",
  type text COLLATE "C",
  text text COLLATE "C",
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  confidence double precision,
  rule text COLLATE "C",
  ref text COLLATE "C",
  name text COLLATE "C",
  value double precision,
  low double precision,
  high double precision,
  unit text COLLATE "C",
  comparator text COLLATE "C",
  detail jsonb,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE relations (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  type text COLLATE "C",
  subject text COLLATE "C",
  span_start integer,
  span_end integer,
  source_start integer,
  source_end integer,
  value text COLLATE "C",
  detail jsonb,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE messages (
  document_id text COLLATE "C" NOT NULL REFERENCES documents (id),
  ordinal integer NOT NULL,
  severity text COLLATE "C",
  rule text COLLATE "C",
  reason text COLLATE "C",
  source_start integer,
  source_end integer,
  PRIMARY KEY (document_id, ordinal)
);

CREATE INDEX documents_by_fingerprint ON documents (fingerprint);
CREATE INDEX entities_by_id ON entities (document_id, id);
CREATE INDEX entities_by_type ON entities (type, ref);
CREATE INDEX sentences_by_word ON sentences USING gin (search);
`;
