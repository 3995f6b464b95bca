"""Every spelling of a place, a state, a person or an organisation finds all of its events."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.query import read_query
from timeline_app.store.archive import Archive
from timeline_app.store.search import Search

# Russian, Kazakh, Kyrgyz, Uzbek (both scripts), Tajik, Turkmen, Turkish, Persian, Chinese, English.
SPELLINGS = """
place-tehran: Tehran | Teheran | Тегеран | Теҳрон | تهران | 德黑兰
place-istanbul: Istanbul | İstanbul | Стамбул | Ыстамбул
place-beijing: Beijing | Peking | Пекин | 北京
place-shanghai: Shanghai | Шанхай | 上海
place-urumqi: Ürümqi | Урумчи | Үрімжі | Urumchi
place-xian: Xi'an | Xi’an | Xian | Сиань
place-moscow: Moscow | Москва | Мәскеу | Moskva | Moskova
place-ashgabat: Aşgabat | Ашхабад | Ashkhabad | АШГАБАТ
place-bishkek: Бишкек | Бішкек | Frunze
place-dushanbe: Душанбе | Duşanbe | Stalinabad
place-khujand: Xoʻjand | Хуҷанд | Худжанд | Leninabad
place-samarkand: Samarqand | Самарқанд | Semerkant
place-astana: Нур-Султан | Nursultan | Акмола | Aqmola | Tselinograd
place-almaty: Алма-Ата | Alma-Ata | Алматы
place-oskemen: Усть-Каменогорск | Өскемен
place-semey: Семипалатинск | Semipalatinsk
place-shymkent: Чимкент | Шымкент
place-termez: Термиз | Termiz
place-dashoguz: Daşoguz | Ташауз
place-new-york: Нью-Йорк
place-geneva: Женева
place-brussels: Брюссель | Bruxelles
place-riyadh: Эр-Рияд
place-qingdao: Циндао
place-tianjin: Тяньцзинь
state-kaz: Qozogʻiston | Qozog'iston | Қозоғистон | Gazagystan | 哈萨克斯坦 | KAZ
state-tkm: Turkmaniston | Түрікменстан | Түркмөнстан
state-rus: Ресей | Россия | Rossiya
state-chn: Xitoy | Қытай | Çin | Hytaý
state-usa: USA | АҚШ | АКШ | AQSH | ABD | ИМА
state-are: UAE
state-cze: "Czech Republic"
state-irn: Eron | Эрон | Eýran
state-blr: Белоруссия | Беларусь
person-xijinping: "Си Цзиньпин" | "Си Цзиньпина" | 习近平
person-lizhaoxing: "Ли Чжаосин" | Чжаосин
person-yangjiechi: "Ян Цзечи"
person-nazarbayev: Назарбаева | НАЗАРБАЕВЫМ | nazarbaev
person-japarov: Жапаров | Zhaparov | Caparov
org-osce: OSCE | ОБСЕ
org-gcc: GCC | ССАГПЗ
"""
PAIRS = [
    (of.strip(), spelling.strip())
    for of, _, spellings in (line.partition(":") for line in SPELLINGS.strip().splitlines())
    for spelling in spellings.split("|")
]


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[Archive]:
    with closing(Archive.open(shipped_archive)) as opened:
        yield opened


@pytest.fixture(scope="module")
def search(archive: Archive) -> Search:
    return Search(archive)


def events_of(connection: sqlite3.Connection, of: str) -> set[int]:
    what = "place" if of.startswith("place-") else "actor"
    rows = connection.execute(
        f"SELECT e.occurrence FROM event_{what} AS x JOIN {what} ON {what}.key = x.{what} "
        f"JOIN event AS e ON e.key = x.event WHERE {what}.id = ?",
        (of,),
    )
    return {occurrence for (occurrence,) in rows}


@pytest.mark.parametrize(("of", "spelling"), PAIRS)
def test_a_spelling_finds_all_of_its_events(
    archive: Archive, search: Search, of: str, spelling: str
) -> None:
    with archive.reading() as connection:
        expected = events_of(connection, of)
    assert expected
    for term in read_query(spelling).terms:
        assert expected <= set(search.find(term).occurrences.tolist())


@pytest.mark.parametrize(
    ("spelling", "of"),
    [("Пекин", "place-astana"), ("Стамбул", "place-ankara"), ("Frunze", "place-tashkent")],
)
def test_a_spelling_does_not_find_another_place(
    archive: Archive, search: Search, spelling: str, of: str
) -> None:
    (term,) = read_query(spelling).terms
    with archive.reading() as connection:
        others = events_of(connection, of)
    assert not others <= set(search.find(term).occurrences.tolist())
