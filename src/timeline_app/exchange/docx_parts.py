"""The parts of a word processor's document (Office Open XML, ECMA-376) and how they are packed.

Only what a report needs: headings, paragraphs, tables, one picture, footnotes, and a part of our
own (custom XML) that comes along unseen.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'

OWN_PART = "customXml/item1.xml"
OWN_SPACE = "urn:central-asia-timeline:report"
PICTURE_PART = "word/media/timeline.png"
_EMU_A_PX = 9525
_TEXT_WIDTH_PX = 640

_TYPES = (
    ("word/document.xml", f"{_WORD}.document.main+xml"),
    ("word/styles.xml", f"{_WORD}.styles+xml"),
    ("word/footnotes.xml", f"{_WORD}.footnotes+xml"),
    ("word/settings.xml", f"{_WORD}.settings+xml"),
)
_STYLES = (
    ("Title", "Title", '<w:spacing w:after="160"/>', '<w:b/><w:sz w:val="36"/>'),
    (
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    ("Quote", "Quote", '<w:ind w:left="400"/>', "<w:i/>"),
    ("Remark", "Remark", '<w:spacing w:after="60"/>', '<w:color w:val="636872"/>'),
    ("FootnoteText", "footnote text", '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
)


def clean(text: str) -> str:
    """The text as XML takes it: letters that XML cannot hold are left out."""
    return escape(_UNWRITABLE.sub("", text))


def run(text: str, bold: bool = False) -> str:
    """Words in one manner."""
    manner = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(clean, text.split("\n")))
    return f'<w:r>{manner}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def footnote_mark(number: int) -> str:
    """Where a footnote is called; numbers begin at 1."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """Runs as a paragraph."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def table(rows: Sequence[Sequence[str]], heading: bool) -> str:
    """Rows of equally many texts; the first one heads the others if so said."""
    if not rows:
        return ""
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="D5D9DE"/>'
        for side in ("top", "bottom", "insideH")
    )
    grid = "".join("<w:gridCol/>" for _ in rows[0])
    body = "".join(_row(row, heading and n == 0) for n, row in enumerate(rows))
    fit = '<w:tblW w:w="5000" w:type="pct"/>'
    look = f"<w:tblPr>{fit}<w:tblBorders>{edge}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{paragraph()}"


def _row(cells: Sequence[str], heads: bool) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if heads else ""
    filled = "".join(f"<w:tc><w:tcPr/>{paragraph(run(cell, heads))}</w:tc>" for cell in cells)
    return f"<w:tr>{repeated}{filled}</w:tr>"


def picture(width_px: int, height_px: int, words: str) -> str:
    """Where the one picture stands, as wide as the text; `words` tell it to who cannot see it."""
    wide = _TEXT_WIDTH_PX * _EMU_A_PX
    extent = f'cx="{wide}" cy="{round(wide * height_px / width_px)}"'
    told = quoteattr(_UNWRITABLE.sub("", words))
    named = f'id="1" name="timeline" descr={told}'
    return paragraph(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def packed(body: str, footnotes: Sequence[str], png: bytes | None, own: str) -> bytes:
    """The document: its paragraphs, the text of each footnote, the picture, and our own part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("[Content_Types].xml", _content_types())
        held.writestr("_rels/.rels", _relations([("main", "officeDocument", "word/document.xml")]))
        held.writestr("word/document.xml", _document(body))
        held.writestr("word/styles.xml", _styles())
        held.writestr("word/settings.xml", _settings())
        held.writestr("word/footnotes.xml", _footnotes(footnotes))
        held.writestr("word/_rels/document.xml.rels", _relations(_parts(png is not None)))
        if png is not None:
            held.writestr(PICTURE_PART, png)
        held.writestr(OWN_PART, f'{_HEAD}<view xmlns="{OWN_SPACE}">{clean(own)}</view>')
    return out.getvalue()


def _parts(pictured: bool) -> list[tuple[str, str, str]]:
    """What the document holds, by id, kind and place."""
    parts = [(name, name, f"{name}.xml") for name in ("styles", "settings", "footnotes")]
    parts.append(("own", "customXml", f"../{OWN_PART}"))
    return [*parts, ("picture", "image", "media/timeline.png")] if pictured else parts


def _content_types() -> str:
    usual = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    )
    defaults = "".join(f'<Default Extension="{end}" ContentType="{one}"/>' for end, one in usual)
    parts = "".join(f'<Override PartName="/{part}" ContentType="{one}"/>' for part, one in _TYPES)
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{parts}</Types>'


def _relations(parts: Sequence[tuple[str, str, str]]) -> str:
    held = "".join(
        f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{place}"/>'
        for id, kind, place in parts
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def _document(body: str) -> str:
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {_SPACES}><w:body>{body}{page}</w:body></w:document>"


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
    usual = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
    )
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
        for id, name, shape, letters in _STYLES
    )
    return f"{_HEAD}<w:styles {_SPACES}>{usual}{own}</w:styles>"


def _settings() -> str:
    """It names the two lines that part footnotes from the text, as the format wants it."""
    lines = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    return f"{_HEAD}<w:settings {_SPACES}><w:footnotePr>{lines}</w:footnotePr></w:settings>"


def _footnotes(texts: Sequence[str]) -> str:
    parting = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    told = "".join(
        f'<w:footnote w:id="{n}">{paragraph(raised, run(" " + text), style="FootnoteText")}'
        "</w:footnote>"
        for n, text in enumerate(texts, start=1)
    )
    return f"{_HEAD}<w:footnotes {_SPACES}>{parting}{told}</w:footnotes>"
