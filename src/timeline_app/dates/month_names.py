"""The names of months, alone and beside a day, and of seasons.

Whole phrases are translated, since many languages inflect a month beside a day ("25 марта", but
"март").
"""

from timeline_app.words.tr import mark

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
SHORT_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)
DAYS = (
    mark("{day} January"),
    mark("{day} February"),
    mark("{day} March"),
    mark("{day} April"),
    mark("{day} May"),
    mark("{day} June"),
    mark("{day} July"),
    mark("{day} August"),
    mark("{day} September"),
    mark("{day} October"),
    mark("{day} November"),
    mark("{day} December"),
)
SHORT_DAYS = (
    mark("{day} Jan"),
    mark("{day} Feb"),
    mark("{day} Mar"),
    mark("{day} Apr"),
    mark("{day} May"),
    mark("{day} Jun"),
    mark("{day} Jul"),
    mark("{day} Aug"),
    mark("{day} Sep"),
    mark("{day} Oct"),
    mark("{day} Nov"),
    mark("{day} Dec"),
)

SEASONS = {
    21: mark("spring {year}"),
    22: mark("summer {year}"),
    23: mark("autumn {year}"),
    24: mark("winter {year}"),
    25: mark("spring {year} (northern)"),
    26: mark("summer {year} (northern)"),
    27: mark("autumn {year} (northern)"),
    28: mark("winter {year} (northern)"),
    29: mark("spring {year} (southern)"),
    30: mark("summer {year} (southern)"),
    31: mark("autumn {year} (southern)"),
    32: mark("winter {year} (southern)"),
    33: mark("first quarter of {year}"),
    34: mark("second quarter of {year}"),
    35: mark("third quarter of {year}"),
    36: mark("fourth quarter of {year}"),
    37: mark("first third of {year}"),
    38: mark("second third of {year}"),
    39: mark("last third of {year}"),
    40: mark("first half of {year}"),
    41: mark("second half of {year}"),
}
