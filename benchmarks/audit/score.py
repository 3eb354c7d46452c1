"""Precision and recall of the audit's rules on pairs of reports with seeded errors: ``make bench``.

In the texts, ``{E07 share}`` behind a sentence says that it is wrong, and in which way; ``{N03 scope}`` that it only
looks so. An error whose two sides stand in two sentences has its tag behind both. The tags are taken out before the
texts are read.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from usmex_data.audit import Check
from usmex_data.audit.candidates import candidates
from usmex_data.audit.texts import Audited, audit_texts

HERE = Path(__file__).parent
UNSEEN = ("energy", "university")
"""Written before the rules and looked at only after the first run on them."""
_TAG = re.compile(r" ?\{([EN]\d+) ([a-z-]+)\}")
_TAGGED = re.compile(r"((?: \{[EN]\d+ [a-z-]+\})+)")


@dataclass
class Score:
    """What one pair of texts comes to."""

    pair: str
    errors: dict[str, str]
    near: dict[str, str]
    found: dict[str, set[str]] = field(default_factory=dict)
    """The rules that found an error, by its tag."""
    accused: list[tuple[str, str, str]] = field(default_factory=list)
    """Accusations of what is right: rule, tags, question."""
    hits: Counter[str] = field(default_factory=Counter)
    ranked: list[tuple[float, str, tuple[str, str]]] = field(default_factory=list)
    """The pairs that are offered for comparison: score, pair of texts, the two figures."""
    seconds: float = 0.0


def plain(text: str) -> tuple[str, dict[str, set[str]]]:
    """A text without its tags, and the tags of each tagged sentence."""
    tags: dict[str, set[str]] = {}
    for line in text.splitlines():
        at = 0
        for match in _TAGGED.finditer(line):
            before = _TAG.sub("", line[at : match.start()])
            tags.setdefault(before.strip(), set()).update(tag for tag, _kind in _TAG.findall(match[1]))
            at = match.end()
    return _TAG.sub("", text), tags


def score(pair: str) -> Score:
    """The score of a pair of texts."""
    raw = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / pair).glob("*.txt"))}
    stripped = {name: plain(text) for name, text in raw.items()}
    kinds = {tag: kind for text in raw.values() for tag, kind in _TAG.findall(text)}
    start = time.perf_counter()
    audited = audit_texts({name: text for name, (text, _tags) in stripped.items()})
    made = Score(
        pair,
        {tag: kind for tag, kind in kinds.items() if tag[0] == "E"},
        {tag: kind for tag, kind in kinds.items() if tag[0] == "N"},
        seconds=time.perf_counter() - start,
    )
    for check in audited.checks:
        if check.verdict == "does_not_hold" and (check.severity == "substance" or check.check_id.startswith("points")):
            _judge(made, audited, check, stripped)
    for each in candidates(audited.rows, audited.documents):
        one, other = (audited.rows.by_id[name].text for name in each.ids)
        made.ranked.append((each.score, pair, (one, other)))
    return made


def _judge(
    made: Score,
    audited: Audited,
    check: Check,
    texts: dict[str, tuple[str, dict[str, set[str]]]],
) -> None:
    rule = check.check_id.partition("-")[0]
    tags = [_tags(audited, name, texts) for name in (*check.claim_ids, *check.quantity_ids)]
    wrong = {tag for each in tags for tag in each if tag[0] == "E"}
    if wrong:
        made.hits[rule] += 1
        for tag in wrong:
            made.found.setdefault(tag, set()).add(rule)
    else:
        made.accused.append((rule, " ".join(sorted({tag for each in tags for tag in each})), check.question))


def _tags(audited: Audited, name: str, texts: dict[str, tuple[str, dict[str, set[str]]]]) -> set[str]:
    row = audited.rows.by_id[name]
    sentence = audited.rows.place(row).sentence.strip()
    _text, tags = texts[row.source]
    return next((found for before, found in tags.items() if before.endswith(sentence)), set())


def report(scores: list[Score]) -> str:
    """The scores as lines: by kind of error, by rule, and what was accused without cause."""
    lines = []
    for made in scores:
        found = f"{len(made.found)} of {len(made.errors)} errors found"
        lines.append(f"{made.pair:12} {found}, {len(made.accused)} of {len(made.near)} near-misses accused")
    kinds = Counter(kind for made in scores for kind in made.errors.values())
    got = Counter(made.errors[tag] for made in scores for tag in made.found)
    lines += ["", "kind         seeded  found", *(f"{kind:12} {kinds[kind]:6} {got[kind]:6}" for kind in sorted(kinds))]
    hits, misses = Counter[str](), Counter[str]()
    for made in scores:
        hits += made.hits
        misses += Counter(rule for rule, _tags, _question in made.accused)
    lines += ["", "rule         right  wrong  precision"]
    for rule in sorted({*hits, *misses}):
        lines.append(f"{rule:12} {hits[rule]:5} {misses[rule]:6}  {hits[rule] / (hits[rule] + misses[rule]):9.2f}")
    errors, caught = sum(len(made.errors) for made in scores), sum(len(made.found) for made in scores)
    wrong, near = sum(len(made.accused) for made in scores), sum(len(made.near) for made in scores)
    right = sum(hits.values())
    lines += [
        "",
        f"recall {caught}/{errors} = {caught / errors:.2f}",
        f"precision {right}/{right + wrong} = {right / (right + wrong):.2f}",
    ]
    lines.append(f"near-misses accused: {wrong} of {near}")
    right, shown = compared(scores)
    return "\n".join([*lines, f"of the first {shown} pairs to compare, {right} measure one thing"])


def compared(scores: list[Score], number: int = 20) -> tuple[int, int]:
    """How many of the pairs that are ranked first measure one thing, and how many there are."""
    same = tomllib.loads((HERE / "same-thing.toml").read_text(encoding="utf-8"))["pairs"]
    known = {(pair, frozenset((one, other))) for pair, one, other in same}
    ranked = sorted((each for made in scores for each in made.ranked), reverse=True)[:number]
    return sum((pair, frozenset(texts)) in known for _score, pair, texts in ranked), len(ranked)


def main(arguments: list[str]) -> int:
    """Print the scores of the pairs that are named, or of all; ``-v`` lists what was missed and what was accused."""
    chosen = [name for name in arguments if not name.startswith("-")]
    pairs = chosen or sorted(path.name for path in HERE.iterdir() if path.is_dir() and any(path.glob("*.txt")))
    scores = [score(pair) for pair in pairs]
    print(report(scores))
    if "-v" in arguments:
        for made in scores:
            for tag, kind in sorted(made.errors.items()):
                print(f"{made.pair} {tag} {kind}: {', '.join(sorted(made.found.get(tag, ()))) or 'MISSED'}")
            for rule, tags, question in made.accused:
                print(f"{made.pair} ACCUSED by {rule} [{tags}]: {question}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
