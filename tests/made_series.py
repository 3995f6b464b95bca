"""Series and figures made up for tests."""

from collections.abc import Mapping

import numpy as np

from timeline_app.dates.civil import day_of
from timeline_app.model.series import Observations, Series


def a_series(key: int = 1, **fields: object) -> Series:
    """Imports of Kazakhstan from Russia in millions of dollars, save what is said otherwise."""
    plain = {
        "id": f"series-{key}",
        "measure": "imports from partner",
        "unit": "USD (current)",
        "scale": 1e6,
        "entity": "KAZ",
        "entity_name": "Kazakhstan",
        "partner": "RUS",
        "partner_name": "Russia",
        "vector": "Russia",
        "source": "COW trade 4.0",
        "vintage": "4.0",
        "known_from": day_of(2016, 12, 31),
        "first": day_of(1992, 1, 1),
        "last": day_of(2014, 12, 31),
        "count": 23,
    }
    return Series(key=key, **(plain | fields))  # type: ignore[arg-type]  # fields by name


def by_year(values: Mapping[int, float], scale: float = 1.0) -> Observations:
    """A figure for each of these years."""
    years = sorted(values)
    value = np.array([values[year] for year in years], np.float64)
    return Observations(
        edtf=tuple(f"{year:04}" for year in years),
        first=np.array([day_of(year, 1, 1) for year in years], np.int64),
        last=np.array([day_of(year + 1, 1, 1) - 1 for year in years], np.int64),
        value=value,
        amount=value * scale,
        n=np.full(len(years), -1, np.int64),
        note=("",) * len(years),
    )
