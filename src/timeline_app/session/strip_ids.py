"""The names of what can stand under the lanes."""

COUNTS, BALANCE, VOTES, SERIES = "counts", "balance", "votes", "series"
STRIP_IDS = (COUNTS, BALANCE, VOTES, SERIES)
