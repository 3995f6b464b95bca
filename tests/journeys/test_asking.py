"""Facets, and the phrases of the sentence, each of which changes what it says."""

from journeys.desk import Desk, number_in
from journeys.readings import count_said, facet


def test_facets_and_phrases_ask_for_the_same(desk: Desk) -> None:
    desk.first_start()
    everything = count_said(desk)

    def counted(*words: str) -> None:
        wanted = len(desk.shell("events", "list", *words))
        desk.wait(lambda: count_said(desk) == wanted, f"not {wanted} events")
        tab = desk.see(r"^List +[\d,]+$", "page tab")
        assert number_in(tab["name"]) == wanted

    desk.click(desk.see(r"^Russia, ", "list item").middle)
    counted("--vector", "Russia")
    desk.click(desk.see("^Vector: Russia. Change$", "push button").middle)
    desk.key("Down", "space")
    counted("--vector", "Russia", "--vector", "China")
    desk.key("Escape")

    # A phrase that was opened and closed leaves all as it is, and working.
    desk.click(desk.see("^Country: all five states. Change$", "push button").middle)
    desk.key("Escape")
    desk.click(desk.see(r"^Kazakhstan, ", "list item").middle)
    counted("--vector", "Russia", "--vector", "China", "--state", "KAZ")

    desk.click(desk.see("^Period: .*Change$", "push button").middle)
    desk.type("2013-11")
    desk.key("Tab")
    desk.type("2014-06")
    desk.key("Return")
    period = ("--from", "2013-11", "--to", "2014-06")
    counted("--vector", "Russia", "--vector", "China", "--state", "KAZ", *period)
    desk.see("^Period: November 2013 to June 2014. Change$", "push button")
    assert facet(desk, "Kyrgyzstan") < everything

    desk.click(desk.see("^Clear all$", "push button").middle)
    counted()
    assert count_said(desk) == everything
