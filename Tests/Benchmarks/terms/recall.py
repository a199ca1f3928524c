#!/usr/bin/env python3
"""Which terms of a codebook, made by people, `lunheng terms` finds in a collection.

    recall.py LUNHENG CODEBOOK.yaml DOCUMENTS.ndjson [LEAST]

A term counts if it occurs LEAST times (5) or more and segmentation gives it as one word in at most half of
its occurrences. Found is what is in the list of terms as it is, at whatever rank; partly found is what is
part of a longer one. Needs PyYAML.
"""
import csv
import io
import json
import subprocess
import sys

import yaml


def phrases(node):
    """The plain terms below a node of a codebook."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from phrases(item)
    elif isinstance(node, dict):
        if "term" in node:
            yield from phrases(node["term"])


def terms(themes):
    for theme in themes:
        yield from phrases(theme.get("terms", []))
        yield from terms(theme.get("themes", []))


def main(lunheng, codebook, documents, least=5):
    with open(codebook, encoding="utf-8") as file:
        wanted = set(terms(yaml.safe_load(file)["themes"]))
    wanted = {t for t in wanted if len(t) >= 2 and all("\u4e00" <= c <= "\u9fff" for c in t)}
    with open(documents, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    segmented = subprocess.run(
        [lunheng, "segment"], input="\n".join(" ".join(t.split("\n")) for t in texts) + "\n",
        capture_output=True, text=True, check=True).stdout
    text = "\n".join(texts)
    whole = {}
    for word in segmented.split():
        whole[word] = whole.get(word, 0) + 1
    gold = {}
    for term in wanted:
        count = text.count(term)
        if count >= least and 2 * whole.get(term, 0) <= count:
            gold[term] = count
    for name, options in (("as it is", []), ("--all", ["--all"])):
        out = subprocess.run(
            [lunheng, "terms", "--input", documents, "--format", "csv", "--limit", "1000000", *options],
            capture_output=True, text=True, check=True).stdout
        ranks = {row["term"]: n for n, row in enumerate(csv.DictReader(io.StringIO(out)), 1)}
        found = [t for t in gold if t in ranks]
        longer = "\n".join(ranks)
        partly = [t for t in gold if t not in ranks and t in longer]
        print(f"{name}: {len(ranks)} terms; of {len(gold)} of the codebook found {len(found)} "
              f"({len(found) / max(1, len(gold)):.3f}), in longer ones {len(partly)}; "
              f"among the first 1,000: {sum(ranks[t] <= 1000 for t in found)}")
        missed = sorted((t for t in gold if t not in ranks), key=lambda t: (-gold[t], t))
        print("  missed:", " ".join(f"{t}/{gold[t]}" for t in missed[:60]))


main(*sys.argv[1:4], *map(int, sys.argv[4:]))
