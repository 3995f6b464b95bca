"""What the window is made of, in the order in which it is imported after the first frame.

Modules that know nothing of Qt are imported on a thread, those that do on the GUI thread, a few
milliseconds a turn: while a class of the binding is made on one thread, another one that is within
Qt may look its types up, and the binding guards neither (a null pointer in `retrieveMetaObject`
brought the process down about once in two hundred starts).
"""

ASIDE = (
    "numpy",
    "timeline_app.fault_log",
    "timeline_app.model.kinds",
    "timeline_app.model.written.catalogue",
    "timeline_app.session.session",
    "timeline_app.session.citing",
    "timeline_app.session.drafting",
    "timeline_app.session.handing_on",
    "timeline_app.session.join_words",
    "timeline_app.session.keeping",
    "timeline_app.session.looking",
    "timeline_app.session.looking_apart",
    "timeline_app.session.marking",
    "timeline_app.session.series_words",
    "timeline_app.session.sides",
    "timeline_app.session.views",
    "timeline_app.scene.brush_days",
    "timeline_app.scene.changes",
    "timeline_app.scene.claim_track",
    "timeline_app.scene.composer",
    "timeline_app.scene.membership_ground",
    "timeline_app.scene.membership_track",
    "timeline_app.scene.overview",
    "timeline_app.scene.own_track",
    "timeline_app.scene.series_charts",
    "timeline_app.scene.treaty_track",
    "timeline_app.scene.whiskers",
    "timeline_app.scene.year_bars",
)
"""They bring everything below the glass that the window needs; a test tells what is missing."""

IN_TURN = (
    "PySide6.QtSvg",
    "timeline_app.look.icons",
    "timeline_app.canvas.lettering",
    "timeline_app.canvas.claim_kind",
    "timeline_app.canvas.treaty_kind",
    "timeline_app.canvas.membership_kind",
    "timeline_app.canvas.timeline_view",
    "timeline_app.canvas.overview_view",
    "timeline_app.canvas.chart_strip",
    "timeline_app.canvas.series_strip",
    "timeline_app.canvas.centre",
    "timeline_app.panes.facets",
    "timeline_app.panes.list_view",
    "timeline_app.panes.event_list",
    "timeline_app.panes.note_editor",
    "timeline_app.panes.detail_event",
    "timeline_app.panes.detail_claim",
    "timeline_app.panes.detail",
    "timeline_app.panes.claims",
    "timeline_app.panes.memberships",
    "timeline_app.panes.quality",
    "timeline_app.panes.catalogue",
    "timeline_app.window.search_field",
    "timeline_app.window.actions",
    "timeline_app.window.toolbar",
    "timeline_app.window.writing_desk",
    "timeline_app.window.main_window",
    "timeline_app.window.open_sitting",
)
"""The last one brings whatever the others left."""
