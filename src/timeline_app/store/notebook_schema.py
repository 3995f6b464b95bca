"""The tables of a notebook. `act` is the truth; what is made from it can be made again."""

APPLICATION_ID = 0x4341544E
"""What the header of every notebook of ours carries: "CATN"."""

FORMAT = 2
"""The version of these tables; a notebook of a higher one is newer than this program."""

TABLES = {
    "meta": """
CREATE TABLE meta (
  id TEXT NOT NULL PRIMARY KEY,
  format INTEGER NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT""",
    "act": """
CREATE TABLE act (
  id TEXT NOT NULL PRIMARY KEY,
  hlc TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  payload TEXT NOT NULL,
  parents TEXT NOT NULL,
  batch TEXT NOT NULL,
  undoes TEXT NOT NULL,
  label TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT""",
    "annotation": """
CREATE TABLE annotation (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  author TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  act TEXT NOT NULL REFERENCES act (id)
) STRICT""",
    "tag": """
CREATE TABLE tag (
  annotation TEXT NOT NULL REFERENCES annotation (id),
  n INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (annotation, n)
) STRICT""",
    "aim": """
CREATE TABLE aim (
  annotation TEXT NOT NULL REFERENCES annotation (id),
  role TEXT NOT NULL,
  n INTEGER NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (annotation, role, n)
) STRICT""",
    "conflict": """
CREATE TABLE conflict (
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (kind, target)
) STRICT""",
    "draft": """
CREATE TABLE draft (
  target TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT""",
}

INDEXES = {
    "act_target": "CREATE INDEX act_target ON act (kind, target)",
    "annotation_target": "CREATE INDEX annotation_target ON annotation (target, kind)",
    "aim_target": "CREATE INDEX aim_target ON aim (target)",
    "tag_tag": "CREATE INDEX tag_tag ON tag (tag)",
}

SCHEMA = {name: sql.strip() for name, sql in {**TABLES, **INDEXES}.items()}
"""Name to the SQL that made it, as SQLite keeps it; an opened file is judged by these."""

TRUTH = ("meta", "act", "draft")
"""The tables that are not made from acts; every format has had them so."""
