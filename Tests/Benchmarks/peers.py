"""Measures one peer over the texts of an NDJSON file and prints a row, as `lunheng-benchmark stage` does.

    python peers.py NAME INPUT.jsonl TERMS.txt REPETITIONS
"""

import json
import resource
import sys
import time


def jieba(hmm):
    import jieba

    jieba.setLogLevel("WARNING")
    jieba.initialize()
    # Pure Python: 2 MB tell its speed.
    return lambda text: len(jieba.lcut(text, HMM=hmm)), "tokens", 2_000_000


def jieba_keywords(method):
    import jieba
    import jieba.analyse

    jieba.setLogLevel("WARNING")
    jieba.initialize()
    extract = getattr(jieba.analyse, method)
    return lambda text: len(extract(text, topK=10)), "keywords", 200_000


def rjieba(hmm):
    import rjieba

    return lambda text: len(rjieba.cut(text, hmm)), "tokens", None


def pyicu():
    import icu

    words = icu.BreakIterator.createWordInstance(icu.Locale("zh_Hant"))

    def count(text):
        # By line, like the stage: a line break is no token.
        tokens = 0
        for line in text.split("\n"):
            words.setText(icu.UnicodeString(line))
            tokens += sum(1 for _ in words)
        return tokens

    return count, "tokens", None


def ahocorasick(terms):
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    automaton = AhoCorasick(
        terms, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return lambda text: len(automaton.find_matches_as_indexes(text)), "hits", None


PEERS = {
    "jieba": lambda terms: jieba(True),
    "jieba without HMM": lambda terms: jieba(False),
    "jieba TF-IDF": lambda terms: jieba_keywords("extract_tags"),
    "jieba TextRank": lambda terms: jieba_keywords("textrank"),
    "rjieba": lambda terms: rjieba(True),
    "rjieba without HMM": lambda terms: rjieba(False),
    "PyICU": lambda terms: pyicu(),
    "ahocorasick_rs": ahocorasick,
}
# Keywords are compared by the document: pieces of so many characters, as `Input.shortDocuments`.
SHORT_LENGTH = 500


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def resident_megabytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def main(name, path, terms_path, repetitions):
    with open(terms_path, encoding="utf-8") as file:
        terms = file.read().split()
    work, unit, limit = PEERS[name](terms)
    texts = []
    size = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            if limit and size >= limit:
                break
            text = json.loads(line)["text"]
            size += len(text.encode("utf-8"))
            if unit == "keywords":
                texts += (text[at : at + SHORT_LENGTH] for at in range(0, len(text), SHORT_LENGTH))
            else:
                texts.append(text)

    input_megabytes = resident_megabytes()
    checksum = sum(map(work, texts))
    best = None
    for _ in range(int(repetitions)):
        start, processor = time.perf_counter(), time.process_time()
        assert sum(map(work, texts)) == checksum
        times = time.perf_counter() - start, time.process_time() - processor
        best = min(best or times, times)
    print(
        json.dumps(
            {
                "documents": len(texts),
                "bytes": size,
                "seconds": best[0],
                "processorSeconds": best[1],
                "peakMegabytes": peak_megabytes(),
                "inputMegabytes": input_megabytes,
                "checksum": checksum,
                "unit": unit,
            }
        )
    )


main(*sys.argv[1:])
