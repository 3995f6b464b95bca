"""One search box over the archive, the table and one's own notes."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model.asked import Asked
from timeline_app.session.asking import ask
from timeline_app.session.sentence import said
from timeline_app.session.session import Session

TYPED = (
    st.text(max_size=80)
    | st.text(alphabet="\"-*^():ORANDNEAR+ abя\0\ud800'’", max_size=40)
    | st.lists(
        st.sampled_from(
            ["gas", "OR", "-oil", "in:2014", "before:", "after:1995~", "kind:visit", "tag:x", '"a']
        ),
        max_size=8,
    ).map(" ".join)
)


def found(session: Session, query: str) -> set[int]:
    """The occurrences that pass once this was searched."""
    session.search(query)
    return set(session.snapshot.table.occurrence[session.snapshot.passing.mask].tolist())


@pytest.mark.parametrize(
    "spellings",
    [
        "Назарбаев Nazarbayev nazarbaev НАЗАРБАЕВ",
        "Türkiye Turkey Түркия turkiye",
        "Nur-Sultan Акмола Aqmola akmola",
        "Токаев Tokayev Tokaev Toqayev Тоқаев",
        "Karimov Каримов Karimow",
        "Berdimuhamedow Berdymukhamedov Бердымухамедов Berdimuhammedow",
        "Tashkent Toshkent Тошкент Ташкент Taşkent",
        "Dushanbe Душанбе Duşanbe",
        "Kazakhstan Qazaqstan Қазақстан Казахстан",
        "Kyrgyzstan Кыргызстан Qyrgyzstan Kirgizstan",
        "Uzbekistan Oʻzbekiston O'zbekiston Ўзбекистон Узбекистан",
        "Tajikistan Тоҷикистон Tojikiston Таджикистан",
        "Mirziyoyev Мирзиёев Mirziyaev",
        "Japarov Жапаров Zhaparov",
        "Xi’an xian xi'an",
        "Ürümqi urumqi",
    ],
)
def test_a_name_finds_the_same_in_any_spelling(session: Session, spellings: str) -> None:
    first, *others = (found(session, spelling) for spelling in spellings.split())
    assert first
    assert all(other == first for other in others)


def test_a_capital_is_found_by_each_of_its_names(session: Session) -> None:
    named = found(session, "place:astana")
    for name in ("Astana", "Астана", "Nur-Sultan", "Акмола", "place:Нур-Султан"):
        assert found(session, name) >= named


@pytest.mark.parametrize(
    ("broad", "narrow"),
    [("turkey", "turkestan"), ("past", "post"), ("they", "the"), ("war", "various")],
)
def test_what_only_looks_alike_stays_apart(session: Session, broad: str, narrow: str) -> None:
    assert found(session, f'"{broad}"') != found(session, f'"{narrow}"')
    assert not found(session, f'title:"{broad}" -"{broad}"')


def test_words_are_joined_as_one_expects(session: Session) -> None:
    everything = found(session, "")
    gas, oil = found(session, "gas"), found(session, "oil")
    assert gas and oil and gas != oil
    assert found(session, "gas oil") == gas & oil
    assert found(session, "gas OR oil") == gas | oil
    assert found(session, "gas -title:gas") == gas - found(session, 'title:"gas"')
    assert found(session, '-"gas"') == everything - found(session, '"gas"')
    assert found(session, "gas oil OR pipeline") == gas & (oil | found(session, "pipeline"))


def test_days_and_columns_are_asked_in_words(session: Session) -> None:
    everything = found(session, "")
    assert found(session, "before:2014 after:2013") == set()
    possible = found(session, "in:2014")
    session.search("")
    ask(session, Asked(earliest="2014", latest="2014"))
    mask = session.snapshot.passing.mask
    assert possible == set(session.snapshot.table.occurrence[mask].tolist())
    session.clear_all()
    assert found(session, "before:2014 OR in:2014 OR after:2014") == everything
    russian = found(session, "vector:russia")
    session.search("")
    ask(session, Asked(vectors=("Russia",)))
    mask = session.snapshot.passing.mask
    assert russian == set(session.snapshot.table.occurrence[mask].tolist())
    session.clear_all()
    assert found(session, "kind:visit kind:state") <= found(session, "kind:visit")


def test_an_actor_is_found_under_a_name_of_another_language(session: Session) -> None:
    """The words of a source's title stay in its own language: only `actor:` finds just the same."""
    assert found(session, "actor:Турция") == found(session, "actor:Türkiye")
    assert found(session, "Турция") <= found(session, "Türkiye")
    session.search("Турция")
    assert session.snapshot.found_claims


def test_claims_are_found_with_the_events(session: Session) -> None:
    session.search("Registan")
    claims = session.snapshot.found_claims
    assert claims
    session.search("claim:kazakhstan in:2014")
    assert session.snapshot.found_claims
    for occurrence in found(session, "claim:kazakhstan in:2014"):
        assert session.said_about(occurrence), "only what a claim speaks of answers for it"
    session.search("")
    assert session.snapshot.found_claims == ()


def test_notes_answer_together_with_their_events(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    table = session.snapshot.table
    occurrence = int(table.occurrence[5])
    session.select((occurrence,))
    session.add_note("Тоқаев спросил о трубе", ("Zeitenwende",))
    title = session.rows([5])[0].title.split()[0]
    for query in ("zeitenw", "tag:zeitenwende", "note:трубе", "note:Tokayev", f"{title} trube"):
        assert found(session, query) == {occurrence}, query
    assert found(session, "tag:трубе") == set()
    assert occurrence not in found(session, f"{title} -tag:zeitenwende")


def test_a_search_holds_while_notes_and_layers_change(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    assert found(session, "zeitenwende") == set()
    occurrence = int(session.snapshot.table.occurrence[5])
    session.select((occurrence,))
    session.add_note("Zeitenwende")
    assert session.snapshot.passing.possible == 1
    session.undo()
    assert session.snapshot.passing.possible == 0
    few = found(session, '-"gas"')
    session.switch_layer("unga-votes", on=True)
    now = session.snapshot
    many = set(now.table.occurrence[now.passing.mask].tolist())
    assert many > few
    assert many == set(now.table.occurrence.tolist()) - found(session, '"gas"')


def test_the_hits_are_stepped_through(session: Session) -> None:
    hits = sorted(
        found(session, "manas"), key=lambda o: session.snapshot.table.occurrence.tolist().index(o)
    )
    session.select_end(last=False)
    seen = [session.snapshot.selected[-1]]
    for _ in hits[1:]:
        session.step_selection(1)
        seen.append(session.snapshot.selected[-1])
    assert seen == hits
    session.step_selection(-1)
    assert session.snapshot.selected == (hits[-2],)


def test_several_searches_are_joined_by_or(session: Session) -> None:
    either = found(session, "manas") | found(session, "pipeline")
    ask(session, Asked(searched=("manas", "pipeline")))
    mask = session.snapshot.passing.mask
    assert set(session.snapshot.table.occurrence[mask].tolist()) == either


@given(typed=TYPED)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_typed_string_gives_results_or_says_that_there_are_none(
    session: Session, typed: str
) -> None:
    session.search(typed)
    now = session.snapshot
    assert now.problem is None
    assert np.count_nonzero(now.passing.mask) == now.passing.possible
    assert bool(now.passing.possible) != said(session.sentence()).startswith("No event passes")
