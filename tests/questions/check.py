#!/usr/bin/env python3
"""Checks the question files: python3 tests/questions/check.py QUESTIONS.jsonl ARTICLE.txt [QUESTIONS ARTICLE ...]

Each line is valid JSON of the known fields; ids are unique; turns count up; regexes compile; evidence paragraphs exist;
each gold answer passes its own regexes (a list with @abstains is taken to hold), alone and with any sentence of the
article quoted after it, since an answer usually quotes the article.
"""
import json
import re
import sys

FIELDS = ["id", "kind", "group", "turn", "question", "gold", "must", "must_any", "must_not", "evidence"]
KINDS = {"answer", "compute", "abstain", "correct", "opinion", "safe", "social"}


def found(pattern, text):
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None


def holds(row, text):
    return (all(found(p, text) for p in row["must"])
            and all("@abstains" in choices or any(found(p, text) for p in choices) for choices in row["must_any"])
            and not any(found(p, text) for p in row["must_not"]))


def problems(questions_path, article_path):
    with open(article_path, encoding="utf-8") as file:
        paragraphs = file.read().rstrip("\n").split("\n")
    passages = {s for p in paragraphs for s in re.split(r"(?<=[.!?”])\s+", p)} | set(paragraphs)
    ids, turns = set(), {}
    with open(questions_path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            yield f"line {number}: {error}"
            continue
        name = row.get("id", f"line {number}")
        if list(row) != FIELDS:
            yield f"{name}: fields are {list(row)}"
            continue
        if row["kind"] not in KINDS:
            yield f"{name}: kind '{row['kind']}'"
        if name in ids:
            yield f"{name}: the id occurs twice"
        ids.add(name)
        if row["turn"] != turns.get(row["group"], 0) + 1:
            yield f"{name}: turn {row['turn']} of {row['group']} is out of order"
        turns[row["group"]] = row["turn"]
        try:
            for pattern in row["must"] + sum(row["must_any"], []) + row["must_not"]:
                re.compile(pattern, re.IGNORECASE | re.DOTALL)
        except re.error as error:
            yield f"{name}: {pattern}: {error}"
            continue
        if any(not 1 <= p <= len(paragraphs) for p in row["evidence"]):
            yield f"{name}: evidence {row['evidence']} of {len(paragraphs)} paragraphs"
        if row["kind"] in ("answer", "compute", "correct") and not row["evidence"]:
            yield f"{name}: no evidence"
        if not holds(row, row["gold"]):
            yield f"{name}: the gold answer fails: {row['gold']}"
            continue
        for passage in sorted(passages):
            quoted = f"{row['gold']} “{passage}” [1]"
            for pattern in row["must_not"]:
                if found(pattern, quoted):
                    yield f"{name}: must_not {pattern} matches the article: {passage}"


if __name__ == "__main__":
    failures = 0
    for questions, article in zip(sys.argv[1::2], sys.argv[2::2]):
        for problem in problems(questions, article):
            failures += 1
            print(f"{questions}: {problem}")
    sys.exit(1 if failures else 0)
