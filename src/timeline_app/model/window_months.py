"""How long a window that slides over the years may be, in months."""

LEAST_MONTHS, MOST_MONTHS = 6, 240
