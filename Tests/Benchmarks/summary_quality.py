"""Measures summaries without reference summaries, against baselines of the same number of sentences.

    python summary_quality.py LUNHENG keywords ABSTRACTS.jsonl
    python summary_quality.py LUNHENG divergence DOCUMENTS.jsonl [--sentences 3] [--most 300]
    python summary_quality.py LUNHENG groups PARAGRAPHS.jsonl

LUNHENG is the built program. `keywords`: how many of the authors' keywords the picked sentence has, and how
many for 100 characters; records have "keywords". `divergence`: the Jensen-Shannon divergence between the
words of the summary and of the document, the lower the better (Louis and Nenkova, "Automatically assessing
machine summary content without a gold standard", 2013). `groups`: the same for groups of documents, and how
many of a group's "sublabel"s five sentences come from; records have "label" and "sublabel". LexRank is Erkan
and Radev's of 2004: idf-modified cosine, threshold 0.1, damping 0.15.
"""

import argparse
import collections
import json
import math
import os
import random
import re
import subprocess
import tempfile


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def run(program, *arguments, text=""):
    return subprocess.run([program, *arguments], input=text, capture_output=True, text=True,
                          check=True).stdout


def split(text):
    found = re.findall(
        r"(?:[^。！？!?;；.．\n]|[.．](?=[0-9A-Za-z]))+[。！？!?;；.．]*[」』）”]*", text)
    return [sentence.strip() for sentence in found if sentence.strip()]


def words(program, texts):
    """The words of two or more characters of each text."""
    flat = [" ".join(text.split()) or "。" for text in texts]
    cut = run(program, "segment", text="\n".join(flat) + "\n").split("\n")
    return [[word for word in line.split(" ") if len(word) > 1] for line in cut[:len(texts)]]


def lexrank(sentences, idf, count):
    vectors = [{w: n * idf(w) for w, n in collections.Counter(s).items()} for s in sentences]
    norms = [math.sqrt(sum(x * x for x in v.values())) or 1 for v in vectors]

    def cosine(i, j):
        return sum(x * vectors[j].get(w, 0) for w, x in vectors[i].items()) / norms[i] / norms[j]

    size = len(vectors)
    links = [[j for j in range(size) if j != i and cosine(i, j) > 0.1] for i in range(size)]
    ranks = [1 / size] * size
    for _ in range(40):
        new = [0.15 / size] * size
        for i, targets in enumerate(links):
            for j in targets:
                new[j] += 0.85 * ranks[i] / len(targets)
        ranks = new
    best = sorted(range(size), key=lambda i: (-ranks[i], i))[:count]
    return sorted(best)


def divergence(summary, source):
    p, q = collections.Counter(summary), collections.Counter(source)
    total_p, total_q = sum(p.values()), sum(q.values())
    if not total_p or not total_q:
        return 1.0
    result = 0.0
    for word in set(p) | set(q):
        a, b = p[word] / total_p, q[word] / total_q
        middle = (a + b) / 2
        result += (a * math.log2(a / middle) if a else 0) / 2
        result += (b * math.log2(b / middle) if b else 0) / 2
    return result


def picked(program, records, count):
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    out = run(program, "summarize", "--input", "-", "--sentences", str(count), text=text)
    return [[s["text"] for s in json.loads(line)["sentences"]] for line in out.splitlines()]


def divided(program, documents):
    """The sentences of each document, the words of each, and how rare a word is among the documents."""
    sentences = [split(d["text"]) for d in documents]
    flat = iter(words(program, [s for d in sentences for s in d]))
    tokens = [[next(flat) for _ in d] for d in sentences]
    frequency = collections.Counter(w for d in tokens for w in {w for s in d for w in s})
    return sentences, tokens, lambda word: math.log(1 + len(documents) / max(1, frequency[word]))


def keywords(program, path):
    documents = [d for d in lines(path) if len(split(d["text"])) >= 3]
    sentences, tokens, idf = divided(program, documents)
    rng = random.Random(1)
    bare = [{"id": d["id"], "text": d["text"]} for d in documents]
    titled = [{"id": d["id"], "text": d["text"], "title": d["title"]} for d in documents]
    rows = [
        ("lunheng", picked(program, titled, 1)),
        ("lunheng, no title", picked(program, bare, 1)),
        ("LexRank", [[d[i] for i in lexrank(t, idf, 1)] for d, t in zip(sentences, tokens)]),
        ("lead", [d[:1] for d in sentences]),
        ("random", [[rng.choice(d)] for d in sentences]),
        ("longest", [[max(d, key=len)] for d in sentences]),
    ]
    print(f"{len(documents)} documents\n| one sentence | keywords found | per 100 characters |")
    print("|---|---|---|")
    for name, summaries in rows:
        found = characters = share = 0
        for document, summary in zip(documents, summaries):
            text = "".join(summary)
            hits = sum(word in text for word in document["keywords"])
            found += hits
            share += hits / len(document["keywords"])
            characters += len(text)
        print(f"| {name} | {share / len(documents):.3f} | {100 * found / characters:.2f} |")


def report(program, rows, sources):
    print("| summary | divergence | characters |\n|---|---|---|")
    source_words = words(program, sources)
    for name, summaries in rows:
        texts = ["".join(s) for s in summaries]
        cut = words(program, texts)
        mean = sum(divergence(a, b) for a, b in zip(cut, source_words)) / len(sources)
        print(f"| {name} | {mean:.4f} | {sum(map(len, texts)) / len(texts):.0f} |")


def document_divergence(program, path, count, most):
    documents = [d for d in lines(path) if len(split(d["text"])) >= 4 * count][:most]
    sentences, tokens, idf = divided(program, documents)
    rng = random.Random(1)
    records = [{"id": str(i), "text": d["text"]} for i, d in enumerate(documents)]
    print(f"{len(documents)} documents, {count} sentences of each")
    report(program, [
        ("lunheng", picked(program, records, count)),
        ("LexRank", [[d[i] for i in lexrank(t, idf, count)] for d, t in zip(sentences, tokens)]),
        ("lead", [d[:count] for d in sentences]),
        ("random", [rng.sample(d, count) for d in sentences]),
    ], [d["text"] for d in documents])


def groups(program, path, count=5):
    records = lines(path)
    by_label = collections.defaultdict(list)
    for record in records:
        by_label[record["label"]].append(record)
    labels = sorted(label for label in by_label if len(by_label[label]) >= 2 * count)
    with tempfile.TemporaryDirectory() as folder:
        source, corpus = os.path.join(folder, "in.ndjson"), os.path.join(folder, "it.lunheng")
        with open(source, "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps({"id": record["id"], "text": record["text"],
                                       "authors": [record["label"]], "date": record["date"]},
                                      ensure_ascii=False) + "\n")
        run(program, "ingest", "--corpus", corpus, source)
        out = run(program, "summarize", "--corpus", corpus, "--by", "author", "--sentences",
                  str(count), "--per-document", "1", "--format", "ndjson")
    found = {json.loads(line)["group"]: json.loads(line)["sentences"] for line in out.splitlines()}
    pool = {label: [(s, r["sublabel"]) for r in by_label[label] for s in split(r["text"])]
            for label in labels}
    everything = [s for label in labels for s, _ in pool[label]]
    cut = iter(words(program, everything))
    tokens = {label: [next(cut) for _ in pool[label]] for label in labels}
    frequency = collections.Counter(w for label in labels for s in tokens[label] for w in set(s))

    def idf(word):
        return math.log(1 + len(everything) / max(1, frequency[word]))

    def sublabel(label, text):
        return next((r["sublabel"] for r in by_label[label] if text in r["text"]), None)

    rng = random.Random(1)
    rows = [
        ("lunheng", [[(s["text"], sublabel(label, s["text"])) for s in found[label]]
                     for label in labels]),
        ("LexRank", [[pool[label][i] for i in lexrank(tokens[label], idf, count)]
                     for label in labels]),
        ("lead", [[(split(r["text"])[0], r["sublabel"]) for r in by_label[label][:count]]
                  for label in labels]),
        ("random", [rng.sample(pool[label], count) for label in labels]),
    ]
    print(f"{len(labels)} groups, {count} sentences of each")
    for name, picks in rows:
        kinds = sum(len({kind for _, kind in pick}) for pick in picks) / len(labels)
        print(f"{name}: {kinds:.2f} sublabels")
    report(program, [(name, [[s for s, _ in pick] for pick in picks]) for name, picks in rows],
           ["".join(r["text"] for r in by_label[label]) for label in labels])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("measure", choices=["keywords", "divergence", "groups"])
    parser.add_argument("input")
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--most", type=int, default=300)
    options = parser.parse_args()
    if options.measure == "keywords":
        keywords(options.program, options.input)
    elif options.measure == "divergence":
        document_divergence(options.program, options.input, options.sentences, options.most)
    else:
        groups(options.program, options.input)


if __name__ == "__main__":
    main()
