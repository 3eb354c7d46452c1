"""How a figure is meant: as reported, ruled, aimed at, foreseen, estimated or opined; and who is credited with it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from .clauses import clause_of
from .mention import Mention

__all__ = ["attribution_of", "status_of"]

_NEAR = 40
"""How far behind a figure a word may stand that says how it is meant ("$16 wage requirement"), in characters."""
_OWN = 15
"""How far behind a figure the noun that it belongs to may stand ("the 40 % target"), in characters."""
_REACH = 400
"""How far before a figure the estimate may stand that governs it, in characters."""
_OPENING = 25
"""A figure that begins this near to the start of its clause is its subject, and the verb behind it governs it."""
_NOTED = re.compile(r"(?:^|\.)\s*Estimated\s(?!and\b)|\b(?:are|is)\s+(?:\w+\s+)?estimates?\b")
_STOP = re.compile(r"[,;:(\[)]|\b(?:would|will|could|might|pays?|below|above|against|than|short\s+of)\b")
_CLOSED = re.compile(r"[^()]*\)")
_LINK = re.compile(r"(?!.*\b(?:that|which|who)\b).{0,80}", re.DOTALL)
_LISTED = re.compile(r"(?:\s+[\w’'-]+){0,4}?,?(?:\s+(?:and|or|to))?(?:\s+[\w’'-]+){0,3}\s+")
_WHOLE = re.compile(r"\b(?:Of|Out of)\s+(?:this|these|the|that)\s+\Z")
_FROM = re.compile(r"\bfrom\s+\Z")
_MUST = WordPattern(re.compile(r"\bmust\b", re.IGNORECASE), frozenset({"must"}))
_ARTICLE = re.compile(r"\A[Tt]he\s+")


@cache
def _statuses() -> dict[str, WordPattern]:
    """A pattern for each kind of statement, and for the words that help to tell them apart.

    The month of May foretells nothing, and "an estimated 3 million" hedges its own figure alone.
    """
    words, cues = table("context")["status"], table("context")["meant"]
    numbers = alternatives([*table("numbers")["cardinal"], *table("numbers")["scale"]])
    unlike = {
        "estimate": rf"(?!estimated\s+(?:[$€£¥\d]|[A-Z]{{1,3}}[$€£¥]|(?:{numbers})\b))",
        "target": rf"(?<!funds\s)(?!targets?\s+(?:{alternatives(cues['target_nouns'])})\b)",
        "forecast": r"(?!(?-i:May)\b)",
        "rule": r"(?!dut(?:y|ies)[\s-]+(?:free|to|station)\b)(?!renewable\b(?!\s+(?:[\w-]+[\s-]year|for|once|term)))",
    }
    return {
        name: WordPattern(
            re.compile(rf"(?<![\w-]){unlike.get(name, '')}(?:{alternatives(found)})(?!\w)", re.IGNORECASE),
            first_words(found),
        )
        for name, found in words.items()
    }


@cache
def _cues() -> dict[str, WordPattern]:
    """Forms of words that outweigh single words; see ``[meant]`` in the table."""
    cues = table("context")["meant"]
    words = {name: alternatives(found) for name, found in cues.items()}
    change = table("context")["change"]
    imperatives = alternatives(word.capitalize() for word in cues["acts"])
    patterns = {
        "given": rf"\b(?:{words['given']})\s+(?:[\w-]+\s+)?\Z",
        "start": r"\b(?:up|down)\s+from\s+(?:[\w-]+\s+)?\Z|,\s+from\s+\Z",
        "now": rf"\s+(?:[\w-]+\s+){{0,2}}(?:{words['now']})\b",
        "from": r"\bfrom\s+(?:[\w-]+\s+){0,2}\Z",
        "to": r"[^.;:]{0,90}?\bto\s",
        "to_figure": r"[^.,;:]{0,40}?\bto\s+(?:[\w-]+\s+)?[$€£\d]",
        "moves": rf"\b(?:{alternatives([*change['increase'], *change['decrease'], 'go', 'move'])})\b",
        "effect": rf"\b(?:{words['effects']})\b",
        "reaches": rf"\b(?:{words['reaches']}|{alternatives(table('context')['subject']['verbs'])})\b",
        "need": rf"\b(?:{words['needs']})\s+\Z",
        "label": rf"\b(?:{words['labels']})\b[^.:;]{{0,60}}:",
        "undertakes": rf"\b(?:{words['agents']})(?:\s+[\w-]+){{0,2}}\s+(?:will|(?:is|are)\s+to)\s+(?:also\s+)?"
        rf"(?:{words['acts']})\b",
        "advises": rf"\b(?:{words['duties']})\s+(?:also\s+)?(?:{words['acts']})\b",
        "planned": rf"\bseeks?\s+to\s+(?:{words['acts']})\b"
        rf"|\b(?:is|are)\s+to\s+(?:be\s+(?:{words['deeds']})|{words['acts']}|reach|receive)\b",
        "which": r",\s+(?:for\s+|of\s+)?which\s+(?:[\w-]+\s+){0,2}(?:would|will|could)\b",
        "bids": rf"(?-i:(?:\A|[:;•]\s+)(?:{imperatives})|\b(?:{words['openers']}),\s+(?:{words['acts']}))\s+"
        rf"(?:the|an?|its?|their|your|our|all|at|up|more|[$€£\d]|\Z)",
        "must": rf"\bmust\s+(?:not\s+)?(?:{words['ends']})\b",
        "end": rf"[^.,;]{{0,30}}\bto\s+(?:{words['purposes']})\b",
        "decree": rf"\bunder\s+(?:[\w-]+\s+){{0,5}}(?:{words['decrees']})\b[^.;:]*\b(?:{words['permits']})\b",
        "measure": rf"(?:{words['measures']})\Z",
        "anew": rf"(?:,|\band)\s+(?=(?:also\s+)?(?:{words['finite']})\b)|\band\s+(?=(?:{words['outlooks']})\b)",
    }
    begins = {
        "moves": [*change["increase"], *change["decrease"], "go", "move"],
        "effect": cues["effects"],
        "label": cues["labels"],
        "undertakes": cues["agents"],
        "advises": cues["duties"],
        "planned": ["seek", "seeks", "is", "are"],
        "must": ["must"],
        "decree": ["under"],
    }
    return {
        name: WordPattern(re.compile(pattern, re.IGNORECASE), first_words(begins.get(name, ())))
        for name, pattern in patterns.items()
    }


def status_of(
    mention: Mention, unit: str, *, time: int, quoted: bool, moving: bool = False, before: str = "", note: str = ""
) -> str:
    """What kind of statement a figure is; ``time`` is 1 for a period after the text was written, -1 before;
    ``moving`` says that the figure is the size of a movement.

    ``before`` is the paragraph up to the sentence, for "it was 26 %", which is as estimated as what it refers to.
    A word counts where it governs the figure: before it in its clause, or close behind a figure that opens the clause.
    """
    words, (low, high) = mention.words, clause_of(mention)
    patterns, begin = _statuses(), max(mention.sentence[0], mention.start - _REACH)
    if quoted or words.has(patterns["opinion"], begin, min(mention.sentence[1], mention.end + _REACH)):
        return "opinion"
    low = _anew(mention, low)
    if time <= 0 and _is_estimated(mention, _anew(mention, begin), before):
        return "estimate"
    if _is_given(mention):
        return "reported"
    if _is_rule(mention, low, high, ahead=time > 0, moving=moving):
        return "rule"
    if _is_target(mention, low, high, ahead=time > 0):
        return "target"
    if time > 0 or (time == 0 and _is_foretold(mention, unit, low, high)):
        return "forecast"
    estimated = _governs(mention, "estimate", low, _close(mention, high, _NEAR))
    return "estimate" if estimated or _NOTED.search(note) else "reported"


def _anew(mention: Mention, low: int) -> int:
    """Where the stretch of a clause begins that says something of its own: "…, and has so far cost $16 billion"."""
    breaks = mention.words.within(_cues()["anew"], low, mention.start)
    return breaks[-1].end() if breaks else low


def _close(mention: Mention, high: int, reach: int) -> int:
    """How far behind a figure a word may stand that governs it: up to the next comma, bracket or figure."""
    stop = _STOP.search(mention.text, mention.end, min(high, mention.end + reach))
    return min(high, mention.end + reach, max(mention.high, mention.end), stop.start() if stop else high)


def _governs(mention: Mention, kind: str, low: int, high: int) -> re.Match[str] | None:
    """The first word of a kind that governs a figure: before it from ``low`` on, or behind it up to ``high``."""
    pattern = _statuses()[kind]
    before = (match for match in mention.words.within(pattern, low, mention.start) if not _is_aside(mention, match))
    return next(before, None) or mention.words.first(pattern, mention.end, high)


def _is_aside(mention: Mention, match: re.Match[str]) -> bool:
    """Whether a word stands in brackets that close before the figure: "(target: 2.5 percent), and …"."""
    return bool(_CLOSED.match(mention.text, match.end(), mention.start))


def _is_given(mention: Mention) -> bool:
    """Whether a figure is what the text starts out from: "up from 12 GW", "the current $7.25 wage"."""
    patterns, before = _cues(), mention.before(_NEAR)
    if patterns["given"].pattern.search(before):
        return True
    moves = patterns["to_figure"].pattern.match(mention.text, mention.end, mention.sentence[1])
    if patterns["start"].pattern.search(before) and not moves:
        return True
    return bool(
        patterns["from"].pattern.search(before)
        and patterns["now"].pattern.match(mention.text, mention.end, mention.sentence[1])
    )


@cache
def _governed() -> dict[str, re.Pattern[str]]:
    """What points back to a statement before, or foretells a rank."""
    words = {name: alternatives(found) for name, found in table("context")["governed"].items()}
    return {
        "refers": re.compile(
            rf"\b(?:{words['pronouns']})\s+(?:{words['copulas']})\s+(?:(?:{words['hedges']})\s+)?\Z", re.IGNORECASE
        ),
        "becomes": re.compile(rf"\b(?:{words['becoming']})\s+(?:[\w’'-]+\s+){{0,3}}\Z", re.IGNORECASE),
    }


@cache
def _stated() -> WordPattern:
    """What states a fact by its verb."""
    facts = table("context")["governed"]["facts"]
    return WordPattern(re.compile(rf"\b(?:{alternatives(facts)})\b", re.IGNORECASE), first_words(facts))


def _is_estimated(mention: Mention, begin: int, before_sentence: str) -> bool:
    """Whether an estimate governs the figure, in its sentence or in the one that its pronoun points to."""
    estimates = _statuses()["estimates"]
    if mention.words.has(estimates, begin, mention.start):
        return True
    refers = _governed()["refers"].search(mention.before(_NEAR))
    return bool(refers) and bool(estimates.pattern.search(before_sentence.rpartition(". ")[2]))


def _is_foretold(mention: Mention, unit: str, low: int, high: int) -> bool:
    """Whether a word foretells a figure: what governs it, or the verb of a figure that is its clause's subject.

    A rank in apposition ("as the largest partner, it could …") is no part of what is foretold, nor is the level from
    which something is to move ("from 37 to 46").
    """
    words, forecast, patterns = mention.words, _statuses()["forecast"], _cues()
    if unit == "rank":
        becomes = _governed()["becomes"].search(mention.before(_NEAR, low))
        return bool(becomes) and words.has(forecast, max(low, mention.start - _NEAR), mention.start)
    if (
        _FROM.search(mention.before(_NEAR))
        and words.has(patterns["moves"], low, mention.start)
        and patterns["to"].pattern.match(mention.text, mention.end, mention.sentence[1])
    ):
        return False
    led = mention.text[low - 1 : low] == ":" and not words.has(_stated(), low, mention.start)
    if led and words.has(forecast, mention.sentence[0], low):
        return True
    opens = mention.start - low < _OPENING and not words.has(_stated(), low, mention.start)
    return _governs(mention, "forecast", low, mention.end) is not None or (opens and words.has(forecast, low, high))


def _is_rule(mention: Mention, low: int, high: int, *, ahead: bool, moving: bool) -> bool:
    """Whether a word of law governs a figure that is not measured."""
    patterns, near = _cues(), _close(mention, high, _NEAR)
    if _WHOLE.search(mention.text, low, mention.start):
        near = min(high, mention.end + _NEAR)
    if mention.words.has(patterns["decree"], mention.sentence[0], min(high, mention.end + _REACH)) and not ahead:
        return True
    found = mention.words.within(_statuses()["rule"], low, mention.end)
    found = [rule for rule in found if not _is_aside(mention, rule)] + mention.words.within(
        _statuses()["rule"], mention.end, near
    )
    return any(_rules(mention, rule, low, ahead=ahead, moving=moving) for rule in found)


def _rules(mention: Mention, rule: re.Match[str], low: int, *, ahead: bool, moving: bool) -> bool:
    """Whether a word of law sets a figure: a levy does, but not what it would raise, nor how much it rose."""
    patterns, cues, word = _cues(), table("context")["meant"], rule[0].lower()
    if word.startswith("require"):
        return not patterns["need"].pattern.search(mention.text, low, rule.start())
    if word in cues["measures"]:
        return not (moving or _is_measured(mention, low, rule) or _is_effect(mention, rule))
    if word == "must" and (
        patterns["must"].pattern.match(mention.text, rule.start())
        or patterns["end"].pattern.match(mention.text, mention.end, mention.sentence[1])
    ):
        return False
    return not (ahead and word in table("context")["status"]["weak_rule"])


def _is_effect(mention: Mention, rule: re.Match[str]) -> bool:
    """Whether a figure is what a measure does, or of a later statement: "a levy of 2% would raise £24bn"."""
    if rule.start() >= mention.start:
        return False
    if mention.words.has(_cues()["effect"], rule.end(), mention.start):
        return True
    between = mention.text[mention.low : mention.start]
    return rule.end() <= mention.low and (
        not _LISTED.fullmatch(between) or bool(_cues()["reaches"].pattern.search(between))
    )


def _is_measured(mention: Mention, low: int, rule: re.Match[str]) -> bool:
    """Whether an average or a price is spoken of, whatever word of law stands by: "the average tariff paid"."""
    words, measured = mention.words, _statuses()["measured"]
    ranges = (
        (rule.start() - _NEAR, rule.start()),
        (rule.end(), rule.end() + _OWN),
        (mention.start - _OWN, mention.start),
    )
    return any(words.has(measured, max(low, start), end) for start, end in ranges)


def _is_target(mention: Mention, low: int, high: int, *, ahead: bool) -> bool:
    """Whether a figure is aimed at: by a word of aims, advice or resolve that governs it, or by a label before it."""
    patterns, words, begin = _cues(), mention.words, mention.sentence[0]
    turns = words.within(patterns["which"], low, mention.start)
    low = turns[-1].end() if turns else low
    if _governs(mention, "target", low, _close(mention, high, _OWN)):
        return True
    deeds = (
        match
        for name in ("undertakes", "advises", "planned", "must")
        for match in words.within(patterns[name], low, mention.start)
    )
    if any(_LINK.fullmatch(mention.text, deed.end(), mention.start) for deed in deeds):
        return True
    aimed = ahead or patterns["end"].pattern.match(mention.text, mention.end, mention.sentence[1])
    if aimed and words.has(_MUST, low, mention.start) and not words.has(_statuses()["forecast"], low, mention.start):
        return True
    if any(not _is_aside(mention, label) for label in words.within(patterns["label"], begin, mention.start)):
        return True
    bid = patterns["bids"].pattern.search(mention.text[low : mention.start])
    return bid is not None and bool(_LINK.fullmatch(mention.text, low + bid.end(), mention.start))


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of "according to NAME" and "NAME estimates", and of the organisations that are known."""
    words = table("context")["attribution"]
    word, small = r"[A-Z][\w.&’'-]*+", r"(?:of|for|and|on|the|de|del|y)"
    name = rf"(?P<name>(?:the\s+)?{word}(?:\s+(?:{small}\s+)?{word}){{0,7}})"
    return (
        re.compile(rf"\b(?i:{alternatives(words['before'])})\s+{name}"),
        re.compile(
            rf"(?<![\w.&’'-]){name}\s+(?:\([A-Z&]+\)\s+)?(?:has\s+|have\s+)?(?:{alternatives(words['verbs'])})\b"
        ),
        re.compile(rf"\b(?:{alternatives(words['organisations'])})\b", re.IGNORECASE),
    )


def attribution_of(sentence: str, note: str, at: int) -> str:
    """Who the text credits with the figure at ``at`` of a sentence: named in it, or else in the note.

    "The price fell by 4 percent and the IMF forecasts another drop": what is said before its source is not its.
    """
    name, start, joined = _named(sentence)
    if name and not (joined and start > at):
        return name
    # A name in small letters is part of an address.
    return next((found[0] for found in _credits()[2].finditer(note) if not found[0].islower()), "")


@lru_cache(maxsize=16)
def _named(sentence: str) -> tuple[str, int, bool]:
    """Who a sentence names as its source, where, and whether only for what follows ("… and the IMF forecasts").

    Asked for once a figure, found once a sentence.
    """
    before, verbs, known = _credits()
    match = before.search(sentence)
    if match:
        return _ARTICLE.sub("", match["name"].strip().rstrip(".,")), match.start(), False
    match = verbs.search(sentence)
    if match is None or not known.search(match["name"]):
        return "", 0, False
    joined = sentence[: match.start()].endswith(" and ")
    return _ARTICLE.sub("", match["name"].strip()), match.start(), joined
