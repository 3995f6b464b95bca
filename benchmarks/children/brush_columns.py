"""The five columns whose counts follow a brush in the measurements."""

COLUMNS = ("kind", "actor", "organisation", "vector", "source")
