"""Reports for tests: plain ones, and ones whose texts would break out of a careless form."""

from hypothesis import strategies as st

from timeline_app.model.report import SHARE, Figure, Report, Table, Told, Weighing

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(list("<>&\"'`|*_[]{}#~\\=+-@\n\t\0\x1b，Ққʻ😀")),
        st.characters(codec=None),
    ),
    max_size=12,
)
_VALUES = st.floats(allow_nan=False, allow_infinity=False)
_TOLD = st.builds(
    Told,
    id=HOSTILE,
    edtf=HOSTILE,
    dated=HOSTILE,
    title=HOSTILE,
    summary=HOSTILE,
    kind=HOSTILE,
    vectors=st.tuples(HOSTILE),
    actors=st.tuples(HOSTILE),
    places=st.tuples(HOSTILE),
    cites=st.sampled_from([(), (0,), (1, 0)]),
    notes=st.lists(HOSTILE, max_size=2).map(tuple),
)
_FIGURES = st.builds(
    Figure, of=HOSTILE, what=HOSTILE, unit=st.just(SHARE), value=st.none() | _VALUES
)
REPORTS = st.builds(
    Report,
    title=HOSTILE,
    made_on=st.just("2026-11-28"),
    sentence=HOSTILE,
    asked=st.lists(st.tuples(HOSTILE, HOSTILE), max_size=2).map(tuple),
    tables=st.lists(
        st.builds(
            Table,
            title=HOSTILE,
            figures=st.lists(_FIGURES, max_size=2).map(tuple),
            remarks=st.tuples(HOSTILE),
        ),
        max_size=2,
    ).map(tuple),
    events=st.lists(_TOLD, max_size=3).map(tuple),
    sources=st.tuples(HOSTILE, HOSTILE),
    edition=st.tuples(st.tuples(HOSTILE, HOSTILE)),
    view=st.dictionaries(HOSTILE, HOSTILE, max_size=3),
    weighing=st.sampled_from(
        [Weighing(1, 100), Weighing(7, 2000, ((2456000, 2456735), (2456736, 2457000)), "crimea")]
    ),
)


def small_report(**fields: object) -> Report:
    """A report of one event with two sources."""
    told = Told(
        id="e1",
        edtf="2014-05-29",
        dated="29 May 2014",
        title="A treaty is signed",
        summary="Three presidents sign.",
        kind="Treaty",
        vectors=("Russia",),
        actors=("Nazarbayev",),
        places=("Astana",),
        cites=(0, 1),
    )
    held: dict[str, object] = {
        "title": "Report: made",
        "made_on": "2026-11-28",
        "sentence": "1 event.",
        "asked": (("Country", "Kazakhstan"),),
        "tables": (
            Table("Balance", (Figure("Russia", "share", SHARE, 0.5, 0.25, 0.75, 12),), ("Said.",)),
        ),
        "events": (told,),
        "sources": ("First source", "Second source"),
        "edition": (("Archive", "made"), ("Content hash", "abc")),
        "view": {"shown": "{}", "sentence": "1 event."},
        "weighing": Weighing(1, 100),
    }
    return Report(**{**held, **fields})
