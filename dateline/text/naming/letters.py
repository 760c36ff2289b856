"""Letters as symbols of sound, script by script, and the coarse classes that scripts share.

Latin capitals stand for sounds that Latin writes with two letters or a marked one: S sh, C ch, X kh, G gh,
T th, D dh, Z zh, J dj, Q ts, U ou/oo, I ee. All else stands for itself.
"""

# Marked Latin letters that are another sound than the bare one: kept through folding as letters of phonetics.
MARKED = {
    **dict.fromkeys("şšșśŞŠȘŚ", "ʂ"),
    **dict.fromkeys("čćČĆ", "ʧ"),
    **dict.fromkeys("žżŽŻ", "ʒ"),
    **dict.fromkeys("ğġĞĠ", "ɣ"),
    **dict.fromkeys("ǧǦ", "ʤ"),
    **dict.fromkeys("ḫẖḪ", "ꭓ"),
}
BARE = {"ʂ": "s", "ʧ": "c", "ʒ": "z", "ɣ": "g", "ʤ": "g", "ꭓ": "h"}
LATIN_LETTERS = {
    "ʂ": "S",
    "ʧ": "C",
    "ʒ": "Z",
    "ɣ": "G",
    "ʤ": "J",
    "ꭓ": "X",
    "ß": "s",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "D",
    "þ": "T",
    "ħ": "h",
    "ə": "a",
    "æ": "ae",
    "œ": "oe",
}
LATIN_PAIRS = {
    "tsch": "C",
    "tch": "C",
    "sch": "S",
    "dzh": "J",
    "dsch": "J",
    "sh": "S",
    "ch": "C",
    "kh": "X",
    "gh": "G",
    "th": "T",
    "dh": "D",
    "zh": "Z",
    "dj": "J",
    "ts": "Q",
    "tz": "Q",
    "cz": "C",
    "sz": "S",
    "ph": "f",
    "ck": "k",
    "qu": "k",
    "x": "ks",
    "ou": "U",
    "oo": "U",
    "ee": "I",
}
ARABIC_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("يىۍېئےێ", "ی"),
    **dict.fromkeys("هہھەۀۂ", "ه"),
    **dict.fromkeys("ؤۆۇۈۋ", "و"),
    **dict.fromkeys("ڤ", "و"),
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ں": "ن",
    "ء": "",
}
ARABIC_PAIRS = {"تش": "چ", "دج": "ج"}
GERESHES = "'׳’`"
HEBREW_GERESH = {"ג": "j", "ז": "z", "צ": "c", "ץ": "c", "ת": "t", "ד": "d", "ח": "x", "ט": "d", "ע": "g"}
HEBREW_LETTERS = {
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    **dict(zip("jzctdxg", "JZCTDXG", strict=True)),
}
CYRILLIC_LETTERS = {
    "ё": "е",
    "ъ": "",
    "ь": "",
    "і": "и",
    "ї": "и",
    "є": "е",
    "ґ": "г",
    "ў": "у",
    "ј": "й",
    "ә": "а",
    "қ": "к",
    "ғ": "г",
    "ң": "н",
    "ө": "о",
    "ү": "у",
    "ұ": "у",
    "һ": "х",
}

# Consonants that scripts and habits of romanising write for one another share a class; h, w, y and the
# glottals are left out, since half the spellings do the same.
SKELETON_CLASSES = {
    **dict.fromkeys("bpfvبپفڤבפбпфвV", "B"),
    **dict.fromkeys("tTتطثתטт", "T"),
    **dict.fromkeys("dDدذضדд", "D"),
    **dict.fromkeys("szQسصزظסזצсзц", "S"),
    **dict.fromkeys("SCJZjشچجژשшщчж", "X"),
    **dict.fromkeys("kcqgGXکقگغخקגכкгх", "K"),
    **dict.fromkeys("mمמм", "M"),
    **dict.fromkeys("nنנн", "N"),
    **dict.fromkeys("lلלл", "L"),
    **dict.fromkeys("rرרр", "R"),
}
AMBIGUOUS = frozenset("cgjxجغצ")  # letters of more than one class
INITIAL_CLASSES = {
    **SKELETON_CLASSES,
    **dict.fromkeys("hHحهחהх", "h"),
    **dict.fromkeys("wوו", "w"),
    **dict.fromkeys("aeiouyUIاعیאעיаэеиоуыюя", "a"),
}
VOWEL_CLASSES = {
    **dict.fromkeys("aая", "a"),
    **dict.fromkeys("eеэ", "e"),
    **dict.fromkeys("iIyийы", "i"),
    **dict.fromkeys("ouUwоую", "u"),
}

# How Persian and Arabic spell the initials of Latin names.
LETTER_NAMES = {
    "ای": "a",
    "بی": "b",
    "سی": "c",
    "دی": "d",
    "اف": "f",
    "جی": "j",
    "اچ": "h",
    "جای": "j",
    "کی": "k",
    "ال": "l",
    "ام": "m",
    "ان": "n",
    "پی": "p",
    "آر": "r",
    "ار": "r",
    "اس": "s",
    "تی": "t",
    "وی": "v",
    "دبلیو": "w",
    "دابلیو": "w",
    "ایکس": "x",
    "إم": "m",
    "إف": "f",
    "إل": "l",
    "إس": "s",
    "إن": "n",
    "إتش": "h",
    "دبليو": "w",
}
