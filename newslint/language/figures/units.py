"""The words that stand behind a number: currencies, units, spans of time, people; and those that end the search."""

from __future__ import annotations

import re

CURRENCIES = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "Rs": "INR"}  # fmt: skip
MONEY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR", "yuan": "CNY", "franc": "CHF", "rouble": "RUB",
    "ruble": "RUB", "peso": "MXN", "cent": "USD", "pence": "GBP", "penny": "GBP", "won": "KRW", "krona": "SEK", "krone": "NOK",
    "crown": "SEK", "lira": "TRY", "rand": "ZAR", "shekel": "ILS", "naira": "NGN", "shilling": "KES", "dirham": "AED",
}  # fmt: skip
_UNITS = {
    "mile": "mi", "mi": "mi", "kilometre": "km", "kilometer": "km", "km": "km", "metre": "m", "meter": "m", "centimetre": "cm",
    "centimeter": "cm", "cm": "cm", "millimetre": "mm", "millimeter": "mm", "mm": "mm", "foot": "ft", "feet": "ft", "ft": "ft",
    "inch": "in", "inche": "in", "yard": "yd", "acre": "acre", "hectare": "ha", "ha": "ha", "kilogram": "kg", "kilogramme": "kg",
    "kilo": "kg", "kg": "kg", "gram": "g", "gramme": "g", "lb": "lb", "lbs": "lb", "ounce": "oz", "stone": "st", "tonne": "t",
    "ton": "ton", "litre": "l", "liter": "l", "gallon": "gal", "pint": "pt", "barrel": "bbl", "megawatt": "MW", "gigawatt": "GW",
    "kilowatt": "kW", "mph": "mph", "kph": "km/h", "km/h": "km/h", "degree": "deg", "celsius": "C", "fahrenheit": "F",
}  # fmt: skip
TIME_UNITS = frozenset(
    "year month week day hour minute second decade century night weekend fortnight season term".split()
)
PEOPLE_NOUNS = frozenset(
    "people person men man women woman children child boys girls residents civilians soldiers troops migrants refugees voters"
    " students pupils workers employees patients victims protesters demonstrators Palestinians Israelis Americans Ukrainians"
    " Russians passengers members fans spectators users customers players officers officials journalists doctors nurses teachers"
    " families households adults teenagers prisoners detainees hostages immigrants supporters followers readers viewers subscribers"
    " deaths casualties injuries fatalities dead wounded injured killed".lower().split()
)
NOT_NOUNS = frozenset(
    "of in on at to from for by with and or but as than that which who the a an is are was were be been has have had will would"
    " could should may might can after before since until while when where per it its his her their they he she we you i this these"
    " those said says more less fewer not no all each so such about over under between into out up down off if because during"
    " including among according against through last next ago later earlier times time apart early late also only just even still".split()
)


def unit_of(word: str) -> str:
    """A unit in its usual short form, singular or plural; "" for what is none."""
    word = word.lower()
    return _UNITS.get(word) or (
        _UNITS.get(word[:-1], "") if word.endswith("s") and word[:-1] not in ("m", "c") else ""
    )


def glued_unit(text: str, end: int) -> str:
    """The unit that clings to digits (40kg), or nothing."""
    if not text[end : end + 1].isalpha():
        return ""
    word = re.match(r"[a-z/]+", text[end : end + 6])
    return word.group() if word is not None and word.group() in _UNITS else ""
