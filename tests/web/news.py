"""News written for tests: a dozen happenings with nothing in common, two of them told twice."""

from pathlib import Path

from dateline.desk import create_desk

# place, day, who says it, what happened, what else was said
_NEWS = (
    (
        "Basra",
        8,
        "the harbour master, Sami Darwish",
        "a grain ship ran aground off the main berth",
        "two tugs were needed to free the vessel",
    ),
    (
        "Erbil",
        9,
        "the dean of medicine, Lana Barzan",
        "the university hospital opened a burns ward with forty beds",
        "nurses were trained in Vienna last autumn",
    ),
    (
        "Damascus",
        9,
        "the bakers’ guild, through its head Munir Halabi",
        "flour deliveries to the old city had stopped for a week",
        "ovens in nine lanes are cold",
    ),
    (
        "Tabriz",
        10,
        "the railway spokesman, Behnam Azari",
        "snow buried the night train near the tunnel for eleven hours",
        "passengers were given tea by villagers",
    ),
    (
        "Mosul",
        10,
        "the antiquities inspector, Rafid Jamil",
        "looters broke into the storehouse of the museum",
        "three clay tablets are missing from the shelf",
    ),
    (
        "Beirut",
        11,
        "the bank employees’ union leader, Nadine Khoury",
        "tellers will strike on Monday over unpaid bonuses",
        "cash machines will not be filled",
    ),
    (
        "Aleppo",
        12,
        "the chief of the fire brigade, Omar Sabbagh",
        "5 people were killed in Aleppo when a soap factory burned down",
        "the gate had been locked from outside",
    ),
    (
        "Kirkuk",
        13,
        "the oil company engineer Dara Sherzad",
        "a pump station lost pressure after a valve cracked",
        "exports through the northern line fell by a fifth",
    ),
    (
        "Amman",
        14,
        "the meteorologist Huda Nasser",
        "a sandstorm will close the desert highway until Friday",
        "drivers should carry water",
    ),
    (
        "Shiraz",
        15,
        "the governor’s adviser, Kaveh Rostami",
        "the tomb gardens will be lit by lamps for the new year",
        "entry is free for school classes",
    ),
    (
        "Najaf",
        16,
        "the airport director, Haider Jawad",
        "pilgrim flights resume next Thursday with half the seats",
        "masks will be handed out at the gates",
    ),
    (
        "Hama",
        17,
        "the waterworks foreman, Bassel Idris",
        "the great wheel on the Orontes turns again after repairs",
        "oak beams came from the coast",
    ),
)
_AGAIN = (
    (
        "Aleppo",
        12,
        "the health directorate’s doctor, Rima Qasim",
        "the fire at the soap factory killed 9 people in Aleppo",
        "the gate of the soap factory had been locked from outside",
    ),
    (
        "Mosul",
        11,
        "a guard of the storehouse, Khalil Yunis",
        "looters broke into the storehouse of the museum at night",
        "four clay tablets are missing from the shelf",
    ),
)
COUNT = len(_NEWS)


def make_news_desk(folder: Path) -> Path:
    """Make a desk whose inbox holds the news."""
    create_desk(folder, "The Levant Week")
    for number, told in enumerate((*_NEWS, *_AGAIN)):
        place, day, who, what, more = told
        title = f"{place}: {what}"
        paragraphs = (
            f"{place} – {what[0].upper()}{what[1:]}, {who} said on March {day}.",
            f"In {place}, {who} told reporters that {more}.",
            f"According to an official who asked not to be named, {what}. Others denied it.",
        )
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = (
            f'<html lang="en"><head><title>{title}</title><meta property="article:published_time" '
            f'content="2020-03-{day:02d}T08:00:00+03:00"></head><body><article><h1>{title}</h1>{body}'
            "</article></body></html>"
        )
        (folder / "inbox" / f"{number:03d}.html").write_text(page, encoding="utf-8")
    return folder
