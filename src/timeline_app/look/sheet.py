"""The one style sheet, made from the tokens and the reader's text size.

A widget takes a part in it by its dynamic property `look`: buttons are "plain" (quiet until
touched), "box" (outlined), "slim" (above a list) or "primary"; a label is "title", "heading",
"second", "caption" or one of the others below; a frame is a "bar" (ground of bars), "sheet"
(ground of lists), "popover", "chip" or "editor". No button has a fixed width.

Qt counts the padding of a tooltip twice: here it makes a margin of 9 and 12.
"""

from string import Template

from timeline_app.look import fonts
from timeline_app.look.tokens import LIGHT, Tokens

_SHEET = Template("""
* { font-family: "$family"; }
QWidget { font-size: ${body}px; color: $ink; }
QMainWindow, QDialog { background: $bg; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $canvas; color: $ink; border: 1px solid $strong; padding: 2px 4px; }

QMenuBar { background: $bg; min-height: ${menu_bar}px; padding: 0 8px; }
QMenuBar::item { background: transparent; color: $ink2; padding: ${menu_gap}px 9px;
  border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $sunk; color: $ink; }
QMenu { background: $canvas; border: 1px solid $strong; padding: 4px 0; }
QMenu::item { padding: 4px 28px 4px 28px; color: $ink; }
QMenu::item:selected { background: $sunk; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 0; }
QMenu::indicator { left: 8px; width: 14px; height: 14px; }

QFrame[look="bar"] { background: $bg; border: 0; }
QFrame[look="sheet"] { background: $canvas; border: 0; }
QFrame[look="toolbar"] { background: $bg; border: 0; border-bottom: 1px solid $hair; }
QFrame[look="dock"] { background: $canvas; border: 0; border-top: 1px solid $strong; }
QFrame[look="tabs"] { background: $bg; border: 0; border-bottom: 1px solid $hair; }
QFrame[look="tag"] { background: $hl; border: 0; border-radius: 4px; }
QFrame[look="tag"] QLabel { color: $onhl; font-weight: 600; }
QFrame[look="tag"] QLabel[look="number"] { background: $onhl; color: $hl; border-radius: 9px; }
QFrame[look="first-run"] { background: $wash; border: 0; border-bottom: 2px solid $hl; }
QLabel[look="first-title"] { font-size: ${first}px; font-weight: 600; }
QFrame[look="hair"] { background: $hair; border: 0; }
QStatusBar { background: $bg; border-top: 1px solid $hair; min-height: ${status}px; }
QToolButton[look="strip"] { padding: 0 5px; min-height: 0; font-size: ${label}px;
  font-weight: 600; color: $ink; }
QToolButton[look="strip"]:focus { border: 2px solid $ink; padding: 0 4px; }
QStatusBar::item { border: 0; }
QToolButton[look="status"] { padding: 0 4px; min-height: 0; }
QStatusBar QLabel, QStatusBar QToolButton { color: $ink3; font-size: ${caption}px; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="heading"] { font-size: ${label}px; font-weight: 600; }
QLabel[look="key"] { color: $ink3; background: $bg; border: 1px solid $hair; border-radius: 3px;
  padding: 0 4px; font-size: ${key}px; }
QLabel[look="sentence"] { font-size: ${sentence}px; }
QLabel[look="count"] { font-size: ${sentence}px; font-weight: 600; }
QLabel[look="remark"] { color: $ink3; }
QLabel[look="edition"] { color: $ink2; }
QLabel[look="second"] { color: $ink2; }
QLabel[look="caption"] { color: $ink3; font-size: ${caption}px; }
QLabel[look="date"] { color: $ink2; font-size: ${statement}px; }
QLabel[look="statement"] { font-size: ${statement}px; }
QLabel[look="strong"] { font-size: ${list}px; font-weight: 600; }
QLabel[look="small"] { color: $ink2; font-size: ${list}px; }
QLabel[look="doubt"] { color: $warn; font-size: ${list}px; }
QLabel[look="refusal"] { color: $no; font-size: ${list}px; }
QLabel[look="badge"] { color: $ink3; font-size: ${caption}px; border: 1px solid $hair;
  border-radius: 3px; padding: 0 4px; }
QLabel[faint="true"] { color: $ink3; }
QFrame[look="chip"] { background: $bg; border: 1px solid $hair; border-radius: 4px; }
QFrame[look="chip"] QLabel { font-size: ${label}px; }
QFrame[look="popover"] { background: $canvas; border: 1px solid $strong; border-radius: 4px; }
QFrame[look="editor"] { background: $canvas; border: 1px solid $strong; border-radius: 4px; }
QFrame[look="editor"][active="true"] { border: 2px solid $ink; }
QFrame[look="editor"] QPlainTextEdit, QFrame[look="editor"] QLineEdit { border: 0; padding: 4px; }

QToolButton, QPushButton { background: transparent; color: $ink2; border: 1px solid transparent;
  border-radius: 4px; padding: 4px 7px; min-height: ${button}px; }
QToolButton:hover, QPushButton:hover { background: $sunk; color: $ink; }
QToolButton:pressed, QPushButton:pressed { background: $sunk; color: $ink; }
QToolButton:checked { background: $sunk; color: $ink; border-color: $strong; }
QToolButton:disabled, QPushButton:disabled { color: $ink3; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton, QToolButton[look="box"] { background: $canvas; color: $ink;
  border: 1px solid $strong; }
QPushButton[look="plain"] { background: transparent; border-color: transparent; color: $ink2; }
QPushButton:hover, QToolButton[look="box"]:hover, QPushButton[look="plain"]:hover {
  background: $sunk; color: $ink; }
QPushButton[look="primary"], QPushButton:default { background: $ink; color: $onink;
  border: 1px solid $ink; }
QPushButton[look="primary"]:hover { background: $ink2; color: $onink; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled { background: $sunk;
  color: $ink3; border-color: $hair; }
QPushButton[look="slim"] { padding: 1px 7px; }
QPushButton[look="slim"]:checked { background: $ink; color: $onink; border-color: $ink; }
QPushButton[look="more"] { background: transparent; border: 0; color: $ink3; text-align: left;
  padding: 2px 12px 2px 34px; font-size: ${list}px; }
QPushButton[look="more"]:hover { background: $sunk; color: $ink; }
QToolButton:focus, QPushButton:focus { border: 2px solid $ink; padding: 3px 6px; }
QPushButton[look="more"]:focus { border: 2px solid $ink; padding: 0 10px 0 32px; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border: 2px solid $strong; }

QLineEdit, QPlainTextEdit, QTextEdit { background: $canvas; color: $ink;
  border: 1px solid $strong; border-radius: 4px; padding: 3px 8px;
  selection-background-color: $ink; selection-color: $onink; }
QLineEdit { min-height: ${field}px; }
QLineEdit[look="slim"] { min-height: 0; padding: 1px 6px; }
QComboBox { background: $canvas; color: $ink; border: 1px solid $strong;
  border-radius: 4px; padding: 3px 8px; min-height: ${field}px; selection-background-color: $ink;
  selection-color: $onink; }
QComboBox:hover { background: $sunk; }
QComboBox:focus { border: 2px solid $ink; padding: 2px 7px; }
QComboBox QAbstractItemView { border: 1px solid $strong; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 6px; }
QComboBox[look="choice"] { padding: 2px 0 2px 4px; }
QComboBox[look="choice"]:focus { padding: 1px 0 1px 3px; }
QComboBox::drop-down { border: 0; width: ${arrow}px; }
QComboBox::down-arrow { image: none; }
QLineEdit[look="in-box"], QLineEdit[look="in-box"]:focus { border: 0; padding: 0; min-height: 0;
  background: transparent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $ink; padding: 2px 7px; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QTextBrowser, QTextBrowser:focus { border: 0; padding: 0; }

QCheckBox, QRadioButton { spacing: 8px; min-height: ${target}px; }
QCheckBox:focus, QRadioButton:focus { outline: 2px solid $ink; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QRadioButton::indicator {
  width: ${box}px; height: ${box}px; border: 1px solid $strong; border-radius: 3px;
  background: $canvas; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
  border-color: $ink; background: $ink; image: url(icons:check-$check.png); }
QRadioButton::indicator:checked { border: ${dot}px solid $ink; width: ${hole}px; height: ${hole}px;
  border-radius: ${round}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $hair; }
QGroupBox { border: 0; margin-top: ${heading_room}px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }

QAbstractItemView { background: $canvas; border: 0; font-size: ${list}px; outline: 0;
  selection-background-color: $ink; selection-color: $onink; }
QAbstractItemView[look="rows"] { background: transparent; }
QTreeWidget::item { min-height: ${target}px; padding: 0 5px; }
QTableWidget::item { padding: 0 5px; }
QListWidget::item { padding: 5px 8px; }
QHeaderView { background: $canvas; border: 0; }
QHeaderView::section { background: $canvas; color: $ink3; font-size: ${caption}px; border: 0;
  border-bottom: 1px solid $hair; padding: 2px 8px; }
QTabBar { background: $bg; font-size: ${list}px; qproperty-drawBase: 0; }
QTabBar::tab { background: $bg; color: $ink2; padding: 0 8px; min-height: ${tab}px;
  border: 0; border-top: 2px solid transparent; border-right: 1px solid transparent;
  border-left: 1px solid transparent; }
QTabBar::tab:selected { background: $canvas; color: $ink; font-weight: 600;
  border-top: 2px solid $ink; border-right: 1px solid $hair; border-left: 1px solid $hair; }
QTabBar::tab:hover:!selected { background: $sunk; color: $ink; }
QTabBar:focus { border: 0; }
QTabBar::tab:focus { text-decoration: underline; }

QSplitter::handle { background: $hair; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $strong; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(t: Tokens) -> str:
    """The sheet for these tokens at the text size in force (`fonts.percent`)."""
    px = fonts.scaled
    return _SHEET.substitute(
        family=fonts.FAMILY,
        canvas=t.canvas,
        bg=t.bg,
        sunk=t.sunk,
        hair=t.hair,
        strong=t.strong,
        ink=t.ink,
        ink2=t.ink2,
        ink3=t.ink3,
        onink=t.onink,
        no=t.no,
        warn=t.warn,
        title=px(fonts.TITLE),
        body=px(fonts.BODY),
        statement=px(fonts.STATEMENT),
        list=px(fonts.LIST),
        label=px(fonts.LABEL),
        caption=px(fonts.CELL_LABEL),
        sentence=px(fonts.SENTENCE),
        onhl=t.onhl,
        hl=t.hl,
        wash=t.wash,
        first=px(18),
        key=px(11),
        menu_bar=px(22),
        menu_gap=px(3),
        status=px(23),
        button=px(20),
        field=px(20),
        target=px(24),
        arrow=px(22),
        tab=px(30),
        heading_room=px(26),
        box=px(14),
        round=px(14) // 2 + 1,
        dot=px(14) // 2 - px(2),
        hole=px(14) + 2 - 2 * (px(14) // 2 - px(2)),
        check="light" if t.onink == LIGHT.onink else "dark",
    )
