"""Months and seasons as people of the region write them, for suggestions only.

English, Russian (alone and beside a day), Kazakh, Kyrgyz, Uzbek (both scripts), Tajik, Turkmen,
Turkish, German and French. Letters are compared folded.
"""

from timeline_app.words.folding import fold

_MONTHS = (
    "january february march april may june july august september october november december",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "январ феврал март апрел май июн июл август сентабр октабр ноябр декабр",
    "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_SHORT = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
)
_SEASONS = (
    "spring summer autumn winter",
    "весна лето осень зима",
    "весной летом осенью зимой",
    "весны лета осени зимы",
    "көктем жаз күз қыс",
    "bahor yoz kuz qish",
    "ilkbahar yaz sonbahar kış",
)
_OTHERS = {"sept": 9, "сент": 9, "fall": 23}


def _numbered(lists: tuple[str, ...], first: int) -> dict[str, int]:
    return {
        fold(name): number
        for names in lists
        for number, name in enumerate(names.split(), start=first)
    }


_NUMBERS = (
    _numbered(_SEASONS, 21)
    | _numbered(_MONTHS, 1)
    | _numbered(_SHORT, 1)
    | _OTHERS
    | {f"q{n}": 32 + n for n in range(1, 5)}
    | {f"h{n}": 39 + n for n in range(1, 3)}
)


def month_number(word: str) -> int:
    """1 to 12, or EDTF's number of a season, quarter or half; 0 for no such word."""
    return _NUMBERS.get(fold(word), 0)
