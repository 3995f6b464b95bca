"""How a random step is said in a shell: where chance begins, and how often it is asked."""

import click

from timeline_app.analysis.resampling import DRAWS
from timeline_app.session.measure import Measure
from timeline_app.words.tr import tr

seed_option = click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=Measure().seed,
    show_default=True,
    metavar="S",
    help=tr("Where chance begins."),
)
draws_option = click.option(
    "--draws",
    type=click.IntRange(100, 100_000),
    default=DRAWS,
    show_default=True,
    metavar="N",
    help=tr("So often are months, or resolutions that were voted on, drawn or dealt out anew."),
)
