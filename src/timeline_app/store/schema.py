"""The tables of an archive: one list, from which editions are made and opened files are judged."""

from timeline_app.dataclass import dataclass

APPLICATION_ID = 0x43415441
"""What the header of every archive of ours carries: "CATA"."""

FORMAT = 2
"""The version of this list of tables; an archive of a higher one is newer than this program."""

TEXT_INDEX = "event_text"
TEXT_COLUMNS = ("title", "summary", "outcome", "actors", "places", "sources")
TEXT_INDEX_SQL = (
    f"CREATE VIRTUAL TABLE {TEXT_INDEX} USING fts5({', '.join(TEXT_COLUMNS)}, "
    "content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')"
)
TEXT_SHADOWS = tuple(f"{TEXT_INDEX}_{part}" for part in ("config", "data", "idx"))

WORD_INDEX = "text_word"
WORD_COLUMNS = ("part", "block", "word", "wide", "gaps")
WORD_INDEX_SQL = (
    f"CREATE TABLE {WORD_INDEX} ({', '.join(WORD_COLUMNS)}, PRIMARY KEY (part, block, word))"
)
"""Where each word stands (see `store.word_gaps`); follows from the rows, as the text index does."""

LIST_RANK = "list_rank"
LIST_RANK_COLUMNS = ("heading", "block", "ranks")
LIST_RANK_SQL = f"CREATE TABLE {LIST_RANK} ({', '.join(LIST_RANK_COLUMNS)})"
"""By what the list is sorted under a heading (see `store.list_ranks`); follows from the rows."""

DERIVED = {TEXT_INDEX: TEXT_INDEX_SQL, WORD_INDEX: WORD_INDEX_SQL, LIST_RANK: LIST_RANK_SQL}
"""The tables that follow from the others, each as it must be declared."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. A column is written "name type", with "!" for never null and ">table.column" for
    what it refers to.

    `key` is the primary key; a single integer key is the row number itself.
    """

    name: str
    spec: tuple[str, ...]
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(word.split()[0] for word in self.spec)

    @property
    def types(self) -> dict[str, type]:
        """The type of each column."""
        kinds: dict[str, type] = {"int": int, "real": float, "text": str}
        return {w.split()[0]: kinds[w.split()[1].rstrip("!")] for w in self.spec}

    @property
    def not_null(self) -> set[str]:
        """The columns that always hold a value."""
        return {w.split()[0] for w in self.spec if w.split()[1].endswith("!")}

    @property
    def references(self) -> list[tuple[str, str, str]]:
        """(column, table, column there) of each foreign key."""
        found = []
        for word in self.spec:
            column, *rest = word.split()
            if len(rest) > 1:
                table, other = rest[1].removeprefix(">").split(".")
                found.append((column, table, other))
        return found


def _table(
    name: str,
    spec: str,
    key: str,
    indexes: tuple[str, ...] = (),
    unique: tuple[str, ...] = (),
) -> Table:
    return Table(
        name,
        tuple(word.strip() for word in spec.split(",")),
        tuple(key.split()),
        tuple(tuple(index.split()) for index in indexes),
        tuple(tuple(index.split()) for index in unique),
    )


_CITED = "n int!, source int! >source.key, evidence text!, accessed text!"
_SPAN = "outer_first int!, outer_last int!"

TABLES: tuple[Table, ...] = (
    _table(
        "edition",
        "id text!, title text!, version text!, format int!, built_on text!, content_hash text!,"
        "citation text!, summary text!, events int!, occurrences int!, claims int!, sources int!,"
        "actors int!, rollcalls int!, instruments int!, observations int!",
        "id",
    ),
    _table(
        "data_set",
        "id int!, title text!, files text!, terms text!, how_known text!, shipped text!,"
        "citation text!",
        "id",
    ),
    _table(
        "layer",
        "id text!, title text!, files text!, coded_by text!, covers_from text!, covers_to text!,"
        "terms text!, terms_read_at text!, citation text!, on_by_default int!,"
        "machine_coded int!, rank int!, events int!",
        "id",
    ),
    _table("publisher", "id text!, name text!, language text, state_owned int", "id"),
    _table(
        "source",
        "key int!, id text!, publisher text! >publisher.id, kind text!, title text!,"
        "title_en text!, author text!, date text!, date_basis text!, entry_date text!,"
        "known_from int, url text!, repo text!, path text!, commit text!",
        "key",
        unique=("id",),
    ),
    _table(
        "actor",
        "key int!, id text!, name text!, type text!, iso3 text!, code text!, qid text!,"
        "central_asian int!, capital text!, lat real, lon real, name_only int!, basis text!",
        "key",
        unique=("id",),
    ),
    _table(
        "actor_term",
        "actor int! >actor.key, n int!, state int >actor.key, office text!, from text!, to text!,"
        "basis text!",
        "actor n",
    ),
    _table("place", "key int!, id text!, name text!, lat real, lon real", "key", unique=("id",)),
    _table(
        "name",
        "key int!, of text!, actor int >actor.key, place int >place.key, text text!,"
        "language text, script text!, from text!, to text!, basis text!, folded text!",
        "key",
        indexes=("of", "folded"),
    ),
    _table("kind", "id text!, title text!, plural text!, rank int!", "id"),
    _table("vector", "id text!, n int!", "id"),
    _table(
        "vector_member",
        "vector text! >vector.id, actor int! >actor.key, from text!, to text!",
        "vector actor from",
    ),
    _table("occurrence", "key int!, id text!, title text!", "key", unique=("id",)),
    _table(
        "event",
        "key int!, id text!, occurrence int! >occurrence.key, layer text! >layer.id, title text!,"
        "kind text! >kind.id, edtf text!, outer_first int!, outer_last int!, inner_first int,"
        "inner_last int, qualifiers text!, calendar text!, as_written text!, summary text!,"
        "outcome text!, verified int!, basis text!, importance int!, short_label text!,"
        "publishers int!, known_from int, note text!, derived_from text!, more text!,"
        "row_hash text!",
        "key",
        indexes=("occurrence",),
        unique=("id",),
    ),
    _table(
        "event_actor",
        "event int! >event.key, n int!, actor int! >actor.key, name_as_written text!, role text!",
        "event n",
        indexes=("actor",),
    ),
    _table(
        "event_place",
        "event int! >event.key, n int!, place int! >place.key, name_as_written text!",
        "event n",
        indexes=("place",),
    ),
    _table(
        "event_vector",
        "event int! >event.key, n int!, vector text! >vector.id, origin text!",
        "event n",
    ),
    _table("citation", f"record int! >event.key, {_CITED}", "record n", indexes=("source",)),
    _table(
        "assertion",
        "key int!, record text!, event int >event.key, field text!, value text!,"
        "source int >source.key, source_as_written text!, preferred int!, reason text!",
        "key",
        indexes=("record", "event"),
    ),
    _table(
        "claim",
        "key int!, id text!, speaker int! >actor.key, speaker_as_written text!, capacity text!,"
        f"reported_by text!, stated text!, {_SPAN}, type text!, text text!, title text!,"
        "summary text!, topic text!, horizon_edtf text!, horizon_as_written text!, verdict text!,"
        "verified int!, note text!",
        "key",
        unique=("id",),
    ),
    _table("claim_citation", f"claim int! >claim.key, {_CITED}", "claim n"),
    _table(
        "claim_outcome",
        "claim int! >claim.key, source int >source.key, text text!, known_from text!",
        "claim",
    ),
    _table(
        "claim_event",
        "claim int! >claim.key, event int! >event.key, stance text!",
        "claim event",
    ),
    _table("claim_actor", "claim int! >claim.key, n int!, actor int! >actor.key", "claim n"),
    _table("claim_vector", "claim int! >claim.key, n int!, vector text! >vector.id", "claim n"),
    _table(
        "rollcall",
        "key int!, id text!, resolution text!, session int, edtf text!, day int!, subject text!,"
        "title text!, issues text!, important int, amendment int, paragraph int, yes int, no int,"
        "abstain int, source text!, occurrence int >occurrence.key",
        "key",
        unique=("id",),
    ),
    _table(
        "ballot",
        "rollcall int! >rollcall.key, state int! >actor.key, vote text!",
        "rollcall state",
    ),
    _table("instrument", "key int!, id text!, name text!", "key", unique=("id",)),
    _table(
        "instrument_party",
        "instrument int! >instrument.key, n int!, actor int! >actor.key, name_as_written text!",
        "instrument n",
    ),
    _table(
        "instrument_step",
        "key int!, instrument int! >instrument.key, n int!, step text!, party int >actor.key,"
        f"party_as_written text!, edtf text!, {_SPAN}, event int >event.key, known_from int",
        "key",
        indexes=("instrument",),
    ),
    _table("step_citation", f"step int! >instrument_step.key, {_CITED}", "step n"),
    _table(
        "membership",
        "key int!, organisation int! >actor.key, name_as_written text!, state int! >actor.key,"
        "from text!, to text!, from_first int!, from_last int!, to_first int, to_last int,"
        "to_is_censored int!, known_to text!, status text!, precision text!, source text!,"
        "known_from int",
        "key",
        indexes=("organisation", "state"),
    ),
    _table(
        "series",
        "key int!, id text!, measure text!, unit text!, scale real!, entity text!,"
        "entity_actor int >actor.key, partner text!, partner_actor int >actor.key, source text!,"
        "vintage text!, known_from int",
        "key",
        unique=("id",),
    ),
    _table(
        "observation",
        f"series int! >series.key, edtf text!, {_SPAN}, value real!, n int, note text!",
        "series edtf",
    ),
    _table(
        "article_record",
        "n int!, id text!, record text!, title text!, summary text!, edtf text!, note text!,"
        "event int >event.key, claim int >claim.key, series int >series.key",
        "n",
        unique=("id",),
    ),
    _table(
        "problem", "key int!, file text!, line int!, field text!, what text!, refused int!", "key"
    ),
)

BY_NAME = {table.name: table for table in TABLES}
