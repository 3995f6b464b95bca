"""What the strip of votes says: of whom, by which rule, how sure, and each roll call in words."""

from timeline_app.analysis.agreement import DIFFER, DROP, HALF, Agreement
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.roll_calls import ABSENT, ABSTAIN, NO, UNKNOWN, VOTES, YES, RollCalls
from timeline_app.session.voting import POWERS, Agreed
from timeline_app.words.tr import grouped, mark, tr

RULE_WORDS: dict[str, str] = {
    HALF: mark("One abstains: half agreed"),
    DIFFER: mark("One abstains: not agreed"),
    DROP: mark("One abstains: not counted"),
}
STATE_WORDS = {
    "KAZ": mark("Kazakhstan"),
    "KGZ": mark("Kyrgyzstan"),
    "TJK": mark("Tajikistan"),
    "TKM": mark("Turkmenistan"),
    "UZB": mark("Uzbekistan"),
}
VOTE_WORDS = {
    "absent": mark("absent"),
    "abstain": mark("abstains"),
    "no": mark("no"),
    "yes": mark("yes"),
}
_UNRECORDED = mark("not recorded")
_POWERS = dict(POWERS)


def state_words(code: str) -> str:
    """A state by name."""
    return tr(STATE_WORDS.get(code) or _POWERS.get(code, code))


def how_counted(of: Agreed) -> str:
    """Of whom, on what, by which rule; and how to read the marks."""
    if not of.state or not of.sessions:
        return tr("This archive has no roll call that counts here.")
    subject = of.rule.issue or tr("all subjects")
    texts = tr("whole texts and parts") if of.rule.paragraphs else tr("whole texts")
    return tr(
        "{state}, part of the roll calls agreed on, by session; {subject}, {texts}; {rule}; pale: "
        "95 % interval; hatched: under 20",
        state=state_words(of.state),
        subject=subject,
        texts=texts,
        rule=tr(RULE_WORDS[of.rule.rule]).lower(),
    )


def percent(part: float | None) -> str:
    """A part in whole per cent; a dash for none."""
    return tr("{n} %", n=f"{100 * part:.0f}") if part is not None else "–"


def agreement_words(row: Agreement) -> str:
    """Interval, n, and what is apart."""
    n = tr("n {n}", n=grouped(row.n))
    if row.low is not None and row.high is not None:
        between = tr("{low}–{high} %", low=f"{100 * row.low:.0f}", high=f"{100 * row.high:.0f}")
        n = tr("{interval}, n {n}", interval=between, n=grouped(row.n))
    return tr(
        "{n}; opposed {opposed}, one abstains {one}, absent {absent}",
        n=n,
        opposed=grouped(row.opposed),
        one=grouped(row.one_abstains),
        absent=grouped(row.absent),
    )


def spoken(of: Agreed, power: int, place: int) -> str:
    """One cell for who does not see it."""
    row = of.rows[power][place]
    return tr(
        "Session {session}, {state} and {power}: {part} agreed; {rest}",
        session=row.session,
        state=state_words(of.state),
        power=state_words(of.powers[power]),
        part=percent(row.agreement),
        rest=agreement_words(row),
    )


def call_row(of: Agreed, power: int, n: int) -> tuple[str, ...]:
    """Roll call `n`: day, resolution, title, subjects, and the votes of both."""
    calls = of.calls
    return (
        day_words(int(calls.day[n]), short=True),
        calls.resolution[n] or calls.id[n],
        calls.title[n],
        ", ".join(calls.issues[n]),
        _vote(int(calls.of(of.state)[n])) if of.state else "",
        _vote(int(calls.of(of.powers[power])[n])) if of.powers else "",
    )


def votes_words(calls: RollCalls, n: int) -> str:
    """How every state voted that the archive has, by vote."""
    said = []
    for code in (YES, NO, ABSTAIN, ABSENT):
        states = [s for at, s in enumerate(calls.names) if int(calls.vote[n, at]) == code]
        if states:
            said.append(
                tr(
                    "{vote} ({n}): {states}",
                    vote=_vote(code),
                    n=grouped(len(states)),
                    states=", ".join(states),
                )
            )
    return "\n".join(said) or tr(_UNRECORDED)


def _vote(code: int) -> str:
    return tr(_UNRECORDED) if code == UNKNOWN else tr(VOTE_WORDS[VOTES[code]])
