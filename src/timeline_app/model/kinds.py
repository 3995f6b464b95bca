"""The kinds of events in words, and how much weight each has when room is short."""

from timeline_app.dataclass import dataclass
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: `title` for one event, `plural` for several, `rank` from 0 to 5 by consequence."""

    id: str
    title: str
    plural: str
    rank: int


KINDS: tuple[Kind, ...] = (
    Kind("accession", mark("Accession"), mark("Accessions"), 4),
    Kind("agreement", mark("Agreement"), mark("Agreements"), 3),
    Kind("appointment", mark("Appointment"), mark("Appointments"), 2),
    Kind("assessment", mark("Assessment"), mark("Assessments"), 0),
    Kind("asylum", mark("Asylum"), mark("Asylum cases"), 2),
    Kind("basing", mark("Military base"), mark("Military bases"), 4),
    Kind("border", mark("Border question"), mark("Border questions"), 3),
    Kind("cancellation", mark("Cancellation"), mark("Cancellations"), 2),
    Kind("chairmanship", mark("Chairmanship"), mark("Chairmanships"), 2),
    Kind("claim", mark("Claim"), mark("Claims"), 0),
    Kind("conference", mark("Conference"), mark("Conferences"), 2),
    Kind("contact", mark("Contact"), mark("Contacts"), 0),
    Kind("crisis", mark("Crisis"), mark("Crises"), 4),
    Kind("decision", mark("Decision"), mark("Decisions"), 2),
    Kind("deployment", mark("Deployment of troops"), mark("Deployments of troops"), 4),
    Kind("diplomatic-relations", mark("Diplomatic relations"), mark("Diplomatic relations"), 3),
    Kind("disarmament", mark("Disarmament"), mark("Disarmament steps"), 4),
    Kind("dispute", mark("Dispute"), mark("Disputes"), 2),
    Kind("domestic", mark("Domestic politics"), mark("Domestic politics"), 2),
    Kind("election", mark("Election"), mark("Elections"), 1),
    Kind("embassy", mark("Embassy"), mark("Embassies"), 1),
    Kind("energy-deal", mark("Energy deal"), mark("Energy deals"), 3),
    Kind("energy-dispute", mark("Energy dispute"), mark("Energy disputes"), 2),
    Kind("energy-transport-deal", mark("Pipeline deal"), mark("Pipeline deals"), 3),
    Kind("entry-into-force", mark("Entry into force"), mark("Entries into force"), 5),
    Kind("handover", mark("Handover"), mark("Handovers"), 2),
    Kind("in-force", mark("In force"), mark("In force"), 3),
    Kind("independence", mark("Independence"), mark("Declarations of independence"), 5),
    Kind("leadership-change", mark("Change of leader"), mark("Changes of leader"), 4),
    Kind("meeting", mark("Meeting"), mark("Meetings"), 1),
    Kind("membership-change", mark("Change of membership"), mark("Changes of membership"), 3),
    Kind("memorandum", mark("Memorandum"), mark("Memoranda"), 2),
    Kind("military", mark("Military matter"), mark("Military matters"), 2),
    Kind("military-exercise", mark("Military exercise"), mark("Military exercises"), 1),
    Kind("monetary", mark("Monetary matter"), mark("Monetary matters"), 2),
    Kind("multilateral", mark("Multilateral meeting"), mark("Multilateral meetings"), 1),
    Kind("opening", mark("Opening"), mark("Openings"), 2),
    Kind(
        "organisation-founding",
        mark("Founding of an organisation"),
        mark("Foundings of organisations"),
        5,
    ),
    Kind("peace-talks", mark("Peace talks"), mark("Peace talks"), 3),
    Kind("prediction", mark("Prediction"), mark("Predictions"), 0),
    Kind("publication", mark("Publication"), mark("Publications"), 3),
    Kind("ratification", mark("Ratification"), mark("Ratifications"), 1),
    Kind("recognition", mark("Recognition"), mark("Recognitions"), 3),
    Kind("return", mark("Return"), mark("Returns"), 1),
    Kind("sanctions", mark("Sanctions"), mark("Sanctions"), 3),
    Kind("security-incident", mark("Security incident"), mark("Security incidents"), 2),
    Kind("state-visit", mark("State visit"), mark("State visits"), 2),
    Kind("statement", mark("Statement"), mark("Statements"), 1),
    Kind("statistic", mark("Figure"), mark("Figures"), 0),
    Kind("summit", mark("Summit"), mark("Summits"), 3),
    Kind("talks", mark("Talks"), mark("Talks"), 1),
    Kind("trade", mark("Trade matter"), mark("Trade matters"), 1),
    Kind("trade-talks", mark("Trade talks"), mark("Trade talks"), 1),
    Kind("treaty-signing", mark("Treaty signing"), mark("Treaty signings"), 5),
    Kind("visit", mark("Visit"), mark("Visits"), 1),
    Kind("vote", mark("Vote"), mark("Votes"), 3),
)

_BY_ID = {kind.id: kind for kind in KINDS}


def kind_of(id: str) -> Kind:
    """The kind of this id; one that is not listed speaks for itself and ranks low."""
    known = _BY_ID.get(id)
    if known:
        return known
    title = id.replace("-", " ").strip().capitalize() or id
    return Kind(id, title, title, 1)
