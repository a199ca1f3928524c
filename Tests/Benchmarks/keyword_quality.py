#!/usr/bin/env python3
"""Measures keywords of lunheng and of its peers against those that people gave, on the same documents.

    python keyword_quality.py GOLD.ndjson LUNHENG [--label tags] [--peers jieba,yake]

Needs `pip install jieba yake opencc-python-reimplemented`; a peer that is missing is left out. GOLD has documents
{"id","text","title"?,"keywords":[…]}. Each method reads title and text ("+title") and the text alone. "t2s": the
peer, whose words are Simplified, gets the text converted, and what it finds is converted back. Prints the means over
documents of precision, recall and F1 of the first 5 and 10, exact and folded (compared in Simplified).
"""

import argparse
import functools
import json
import subprocess
import tempfile


def folding():
    try:
        from opencc import OpenCC
    except ImportError:
        return lambda word: word.lower().replace(" ", "")
    convert = OpenCC("t2s").convert
    return functools.lru_cache(None)(lambda word: convert(word.lower().replace(" ", "")))


def score(found, given, count, key):
    """Means of precision, recall, F1."""
    sums = [0.0, 0.0, 0.0]
    for words, gold in zip(found, given):
        first = list(dict.fromkeys(map(key, words)))[:count]
        gold = set(map(key, gold))
        right = len(gold.intersection(first))
        sums[0] += right / len(first) if first else 0
        sums[1] += right / len(gold)
        sums[2] += 2 * right / (len(first) + len(gold))
    return [value / len(given) for value in sums]


def lunheng(program, documents, method):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
        file.flush()
        lines = subprocess.run([program, "keywords", "--input", file.name, "--format", "ndjson", "--method", method],
                               check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return [[keyword["term"] for keyword in json.loads(line)["keywords"]] for line in lines]


def peers(names):
    """Pairs of a name and a function from a text to its keywords."""
    try:
        from opencc import OpenCC
        simplify, restore = OpenCC("t2s").convert, OpenCC("s2t").convert
    except ImportError:
        simplify = restore = None
    if "jieba" in names:
        try:
            import jieba
            import jieba.analyse
            jieba.setLogLevel("ERROR")
            for method in ("extract_tags", "textrank"):
                extract = getattr(jieba.analyse, method)
                name = "jieba " + ("TF-IDF" if method == "extract_tags" else "TextRank")
                yield name, lambda text, extract=extract: extract(text, topK=10)
                if simplify:
                    yield name + " t2s", lambda text, extract=extract: [
                        restore(word) for word in extract(simplify(text), topK=10)]
        except ImportError:
            pass
    if "yake" in names:
        try:
            import jieba
            import yake
            # YAKE divides at spaces, so that it is given jieba's words.
            extractor = yake.KeywordExtractor(lan="zh", n=3, top=10)
            yield "YAKE on jieba's words", lambda text: [
                word.replace(" ", "") for word, _ in extractor.extract_keywords(" ".join(jieba.cut(text)))]
        except ImportError:
            pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("lunheng")
    parser.add_argument("--label", default="keywords")
    parser.add_argument("--peers", default="jieba,yake")
    arguments = parser.parse_args()
    with open(arguments.gold, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    given = [document[arguments.label] for document in documents]
    fold = folding()
    print(f"{len(documents)} documents, {sum(map(len, given))} keywords given")
    print(f"{'method':34}{'first':>6}{'P':>8}{'R':>8}{'F1':>8}{'P fold':>8}{'R fold':>8}{'F1 fold':>8}")

    def report(name, found):
        for count in (5, 10):
            figures = score(found, given, count, str) + score(found, given, count, fold)
            print(f"{name:34}{count:>6}" + "".join(f"{figure:>8.4f}" for figure in figures), flush=True)

    bare = [{"id": document["id"], "text": document["text"]} for document in documents]
    for method in ("combined", "tfidf", "textrank"):
        report(f"lunheng {method} +title", lunheng(arguments.lunheng, documents, method))
        report(f"lunheng {method}", lunheng(arguments.lunheng, bare, method))
    for name, extract in peers(arguments.peers.split(",")):
        report(name + " +title", [extract(f"{d.get('title') or ''}\n{d['text']}") for d in documents])
        report(name, [extract(document["text"]) for document in documents])


if __name__ == "__main__":
    main()
