#!/usr/bin/env python3
"""Learns the weights of the combined keyword method; prints Sources/LunhengCore/Keywords/CombinedWeights.swift.

    python keyword_weights.py LUNHENG LISTS SPEECHES ABSTRACTS TAGGED > CombinedWeights.swift

Needs `pip install numpy scipy opencc-python-reimplemented`. LUNHENG is the program; LISTS the folder that
Pipelines/keywords/frequencies.py wrote; SPEECHES the NDJSON files that background.sh counts, joined by commas;
ABSTRACTS documents with "keywords", TAGGED documents with "tags". The features are those of CombinedScorer, counted
here once more (and folded by OpenCC, which differs in few words). Figures of a five-fold cross-validation go to
standard error. Fitted are the abstracts with title, without it, and the tagged texts, each of these five times as
heavy; each feature twice, once times the document's length: 0 for 256 characters, 1 for 1,450.
"""

import collections
import functools
import json
import math
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
from opencc import OpenCC
from scipy.optimize import minimize

SWIFT = Path(__file__).resolve().parents[2] / "Sources/LunhengCore/Keywords"
FEATURES = [name for line in re.findall(
    r"^  case (.*)$", (SWIFT / "CombinedFeature.swift").read_text("utf-8").split("static func")[0], re.MULTILINE)
    for name in line.split(", ")]
INDEX = {name: index for index, name in enumerate(FEATURES)}
CLASSES = {"NOUN": "Noun", "PROPN": "ProperNoun", "VERB": "Verb", "VN": "VerbalNoun", "ADJ": "Adjective",
           "AFFIX": "Affix", "X": "Function"}
#: What words that segmentation divides are joined to.
JOINED = {"Noun", "ProperNoun", "VerbalNoun", "Verb", "Adjective"}
RAREST = 13.0
LONGEST, LONGEST_LATIN, MOST_WORDS = 12, 40, 4
#: Added to the weight of `often`: the tags were read off speeches of one place, where nobody tags its name, while
#: editors do tag what a text says over and over.
OFTEN = 1.5

_convert = OpenCC("t2s").convert


@functools.lru_cache(None)
def fold(word):
    return _convert(word.lower().replace(" ", ""))


def stop_words():
    parts = (SWIFT / "StopWords.swift").read_text("utf-8").split('"""')
    return {fold(word) for word in parts[1].split()}, {fold(word) for word in parts[3].split()}


def segment(program, lines):
    output = subprocess.run([program, "segment", "--format", "ndjson"], check=True, stdout=subprocess.PIPE, text=True,
                            input="".join(line.replace("\r", " ") + "\n" for line in lines)).stdout
    return [json.loads(line)["tokens"] for line in output.split("\n")[:-1]]


def background(program, lists, speeches):
    """As BackgroundTraining has it: −ln of the share of documents, and classes."""
    sources, classes = [], {}
    for name in ("jieba", "jionlp", "wordfreq"):
        source, counts = collections.defaultdict(float), {}
        for line in (Path(lists) / f"{name}.tsv").read_text("utf-8").splitlines():
            word, count, *tag = line.split("\t")
            word, count = fold(word), int(count)
            source[word] = max(source[word], count / 1e9)
            if tag and count > counts.get(word, 0):
                counts[word], classes[word] = count, CLASSES[tag[0]]
        sources.append(source)
    words, phrases = collections.Counter(), collections.Counter()
    texts = [json.loads(line)["text"] for path in speeches.split(",") for line in open(path, encoding="utf-8")]
    for text in texts:
        seen_words, seen_phrases = set(), set()
        for tokens in segment(program, [line for line in text.split("\n") if line.strip()]):
            run = []
            for token in tokens:
                word = fold(token["text"])
                if token["kind"] == "symbol":
                    run = []
                    continue
                seen_words.add(word)
                if len(word) < 2 or token["kind"] != "word":
                    run = []
                    continue
                seen_phrases.update("".join(run[start:]) + word for start in range(len(run)))
                run = (run + [word])[-2:]
        words.update(seen_words)
        phrases.update(seen_phrases)
    known = set().union(*sources)
    spoken = {word: count / len(texts) for word, count in words.items() if count >= 2}
    for phrase, count in phrases.items():
        if count >= 6 and phrase not in known:
            spoken.setdefault(phrase, count / len(texts))
    sources.append(spoken)
    sums = collections.defaultdict(lambda: [0.0, 0])
    for source in sources:
        source = {word: share for word, share in source.items() if share > 0}
        ratios = sorted(math.log(sources[0][word] / share) for word, share in source.items() if sources[0].get(word))
        for word, share in source.items():
            sums[word][0] += math.log(share) + ratios[len(ratios) // 2]
            sums[word][1] += 1
    return {word: max(-total / count, 0) for word, (total, count) in sums.items()}, classes


class Extractor:
    """The sequences of a document and their features, as WordSequences and CombinedScorer have them."""

    def __init__(self, rarities, classes):
        self.rarities, self.classes = rarities, classes
        self.stop, self.light = stop_words()
        suffixes = re.search(r'FoldedText\(Array\("(\w+)"', (SWIFT / "SequenceFilter.swift").read_text("utf-8"))[1]
        self.suffixes = set(map(fold, suffixes))
        self.adverbs = set(map(fold, re.search(
            r'adverbs.*?Array\("(\w+)"', (SWIFT / "SequenceFilter.swift").read_text("utf-8"), re.DOTALL)[1]))

    def role(self, word, kind):
        if kind == "symbol":
            return "boundary"
        if word in self.stop:
            return "stop"
        return "part" if kind == "number" or len(word) < 2 or word in self.light else "content"

    def rarity(self, word):
        return min(self.rarities.get(word, RAREST), RAREST)

    def join(self, tokens):
        """As KeywordText+KnownWords has it."""
        joined, index = [], 0
        while index < len(tokens):
            best = index
            if tokens[index]["kind"] == "word":
                text, has_single = "", False
                for last in range(index, min(index + 4, len(tokens))):
                    token = tokens[last]
                    if token["kind"] != "word" or last > index and token["start"] != tokens[last - 1]["end"]:
                        break
                    text += token["text"]
                    has_single |= len(token["text"]) == 1
                    if last > index and has_single and self.classes.get(fold(text)) in JOINED:
                        best = last
            word = tokens[index:best + 1]
            joined.append({"text": "".join(token["text"] for token in word), "kind": word[0]["kind"],
                           "start": word[0]["start"]})
            index = best + 1
        return joined

    def is_fragment(self, key, count):
        """As SequenceFilter has it."""
        classes = [self.classes.get(word) for word in key]
        for word, kind in zip(key, classes):
            if kind is None and 1 < len(word) < 5 and word not in self.rarities and (
                    word[0] in self.adverbs or len(word) > 2 and "不" in word):
                return True
        if len(key) == 1:
            return len(key[0]) > 2 and (classes[0] == "Function" or classes[0] is None and len(key[0]) < 5 and "不" in key[0][1:])
        if "".join(key) in self.rarities:
            return False
        if count > 1:
            return (len(key[0]) == 1 and classes[0] in ("Verb", "Function")
                    or len(key[-1]) == 1 and classes[-1] == "Verb" and key[-1] not in self.suffixes
                    or classes[-1] == "Function")
        for index, (word, kind) in enumerate(zip(key, classes)):
            is_last = index == len(key) - 1
            if len(word) > 1:
                if kind in ("Function", "Verb") or is_last and kind == "Adjective":
                    return True
            elif not (index == 0 and kind == "Adjective"
                      or is_last and (word in self.suffixes or kind in ("Affix", "Noun"))):
                return True
        return False

    def features(self, blocks):
        """blocks: (role, text, tokens). Gives the sequences, a matrix of features, and the document's length."""
        words, position, length, quoted = [], 0, 0, set()
        for number, (role, text, tokens) in enumerate(blocks):
            length += len(text)
            quoted.update(fold(match) for match in re.findall("[「《『〈]([^「《『〈」》』〉]{2,12})[」》』〉]", text))
            for token in self.join(tokens):
                word = fold(token["text"])
                kind = self.role(word, token["kind"])
                if kind != "boundary":
                    words.append((word, kind, number, role, position + token["start"]))
                elif words and words[-1][1] != "boundary":
                    words.append(("", kind, number, role, 0))
            if words and words[-1][1] != "boundary":
                words.append(("", "boundary", number, role, 0))
            if role != "title":
                position += len(text)
        counts = collections.Counter(word[0] for word in words)
        sequences = {key: found for key, found in self.sequences(words).items()
                     if not self.is_fragment(key, found["count"])}
        rows = {key: self.row(key, found, counts, max(position, 1), quoted) for key, found in sequences.items()
                if "content" in found["roles"] or len(key) > 1 and not any(word[0].isdigit() for word in key)}
        share = min(max((math.log2(max(length, 1)) - 8) / 2.5, 0), 1)
        matrix = np.array(list(rows.values()), np.float32).reshape(len(rows), len(FEATURES))
        return [("".join(key), sequences[key]["count"]) for key in rows], matrix, share

    @staticmethod
    def sequences(words):
        found = {}
        for start in reversed(range(len(words))):
            longest = LONGEST_LATIN if re.match("[a-z]", words[start][0]) else LONGEST
            for end in range(start, min(start + MOST_WORDS, len(words))):
                key = tuple(word[0] for word in words[start:end + 1])
                if words[end][1] in ("boundary", "stop") or end > start and sum(map(len, key)) > longest:
                    break
                entry = found.setdefault(key, collections.defaultdict(int, blocks=set(), first=None))
                entry["roles"] = [word[1] for word in words[start:end + 1]]
                entry["count"] += 1
                entry["blocks"].add(words[start][2])
                if words[start][3] == "title":
                    entry["title"] = 1
                else:
                    entry["first"] = words[start][4]
                entry["left " + (words[start - 1][1] if start else "boundary")] += 1
                entry["right " + words[end + 1][1]] += 1
        # Without its first word, of letters, one may be too long.
        found = {key: entry for key, entry in found.items() if len(key) == 1 or key[1:] in found}
        for key, entry in found.items():
            if len(key) > 1 and key[1:] in found:
                for part, side in ((key[:-1], "after"), (key[1:], "before")):
                    found[part][side] += 1
                    found[part]["longer"] = max(found[part]["longer"], entry["count"])
        return found

    def row(self, key, entry, counts, body, quoted):
        count, text, size = entry["count"], "".join(key), len(key)
        rarities = [self.rarity(word) for word in key]
        whole = self.rarity(text)
        logs = [math.log(counts[word]) for word in key]
        first = body if entry["first"] is None else entry["first"]
        digits = [word[0].isdigit() for word in key]
        light = [role == "part" and len(word) > 1 and not digit
                 for role, word, digit in zip(entry["roles"], key, digits)]
        left = entry["left boundary"] + entry["left stop"] > 0
        right = entry["right boundary"] + entry["right stop"] > 0
        mean = sum(rarities) / size
        values = dict(
            logCount=math.log(count), once=count == 1, often=max(math.log(count) - 1.1, 0),
            rarityMean=mean, rarityLeast=min(rarities), rarityWhole=whole,
            known=size > 1 and text in self.rarities, unknown=size == 1 and text not in self.rarities,
            rarityMeanHigh=max(mean - 7, 0), rarityWholeHigh=max(whole - 8, 0),
            wordLogMean=sum(logs) / size, wordLogLeast=min(logs), wordLogMost=max(logs),
            title=entry["title"], titleOnly=entry["title"] and entry["first"] is None,
            position=math.log(1 + first), relativePosition=math.log((1 + first) / (1 + body)),
            early=math.log(1 + first) < 3.5, opening=first == 0, blocks=math.log(len(entry["blocks"])),
            leftBreak=entry["left boundary"] / count, leftStop=entry["left stop"] / count,
            rightBreak=entry["right boundary"] / count, rightStop=entry["right stop"] / count,
            leftKinds=math.log(1 + entry["before"] + left), rightKinds=math.log(1 + entry["after"] + right),
            cohesion=count / min(counts[word] for word in key),
            cohesionLeast=count / max(counts[word] for word in key),
            nested=entry["longer"] / count, alwaysNested=entry["longer"] == count,
            singles=sum(len(word) == 1 for word in key) / size, singleFirst=len(key[0]) == 1,
            singleLast=size > 1 and len(key[-1]) == 1, number=any(digits), light=any(light), lightLast=light[-1],
            latin=text.isascii(), quoted=text in quoted, suffix=text[-1] in self.suffixes)
        values[f"words{size}"] = values[f"length{min(len(text), 7)}"] = 1
        for side, word in (("last", key[-1]), ("first", key[0])):
            if word in self.classes:
                values[side + self.classes[word]] = 1
        row = np.zeros(len(FEATURES), np.float32)
        for name, value in values.items():
            if name in INDEX:
                row[INDEX[name]] = value
        return row


def read(program, extractor, path, label, with_title=True):
    """(sequences, features, length, right ones, gold) for each document."""
    documents = [json.loads(line) for line in open(path, encoding="utf-8")]
    result = []
    blocks = [[("title", d["title"])] if with_title and d.get("title") else [] for d in documents]
    for own, document in zip(blocks, documents):
        own += [("paragraph", line) for line in document["text"].split("\n") if line.strip()]
    tokens = iter(segment(program, [text for own in blocks for _, text in own]))
    for own, document in zip(blocks, documents):
        found, matrix, share = extractor.features([(role, text, next(tokens)) for role, text in own])
        gold = {fold(word) for word in document[label]}
        result.append((found, matrix, share, np.array([text in gold for text, _ in found], bool), gold))
    return result


def fit(sets, weights=(1, 1, 5), penalty=3.0):
    """Logistic regression on standardised features; gives weights for short texts, and what length adds."""
    rows = [(np.concatenate([d[1], d[1] * d[2]], 1), d[3], weight)
            for documents, weight in zip(sets, weights) for d in documents if len(d[1])]
    matrix = np.concatenate([row[0] for row in rows]).astype(np.float64)
    right = np.concatenate([row[1] for row in rows])
    weight = np.concatenate([np.full(len(row[1]), row[2]) for row in rows])
    mean, deviation = matrix.mean(0), matrix.std(0) + 1e-9
    matrix = (matrix - mean) / deviation

    def loss(beta):
        odds = 1 / (1 + np.exp(-(matrix @ beta[:-1] + beta[-1])))
        gradient = weight * (odds - right)
        value = -(weight * np.log(np.where(right, odds, 1 - odds) + 1e-12)).sum()
        return (value + penalty * (beta[:-1] ** 2).sum() / 2,
                np.append(matrix.T @ gradient + penalty * beta[:-1], gradient.sum()))

    beta = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 50}).x
    beta = beta[:-1] / deviation
    short, change = beta[:len(FEATURES)].copy(), beta[len(FEATURES):]
    short[INDEX["often"]] += OFTEN
    return short, change


def pick(document, short, change, limit=10):
    """As KeywordSelector does."""
    found, matrix, share = document[:3]
    scores, counts, picked = matrix @ (short + share * change), dict(found), []
    for index in np.argsort(-scores, kind="stable"):
        text = found[index][0]
        for other in picked:
            inner, outer = sorted((text, other), key=len)
            free = counts[inner] - counts[outer]
            if inner in outer and (free < 2 or free * 3 < counts[inner]):
                break
        else:
            picked.append(text)
        if len(picked) == limit:
            break
    return picked


def cross_validate(names, sets, folds=5):
    figures = [[[] for _ in range(folds)] for _ in sets]
    for fold_number in range(folds):
        short, change = fit([[d for i, d in enumerate(documents) if i % folds != fold_number] for documents in sets])
        for number, documents in enumerate(sets):
            for document in documents[fold_number::folds]:
                picked, gold = pick(document, short, change), document[4]
                figures[number][fold_number].append(
                    (2 * len(gold & set(picked[:5])) / (len(gold) + len(picked[:5])),
                     len(gold & set(picked)) / len(gold)))
    for name, folds_figures in zip(names, figures):
        means = [np.mean(figure, 0) for figure in folds_figures]
        f1, recall = np.mean([f for figure in folds_figures for f in figure], 0)
        print(f"{name}: F1@5 {f1:.4f} (folds {min(m[0] for m in means):.3f}-{max(m[0] for m in means):.3f}), "
              f"R@10 {recall:.4f}", file=sys.stderr)


def array(values):
    lines, line = [], "    "
    for text in (f"{value:.4f}," for value in values):
        if len(line) + len(text) > 98:
            lines.append(line.rstrip())
            line = "    "
        line += text + " "
    return "\n".join(lines + [line.rstrip()])


def main():
    program, lists, speeches, abstracts, tagged = sys.argv[1:]
    extractor = Extractor(*background(program, lists, speeches))
    sets = [read(program, extractor, abstracts, "keywords"), read(program, extractor, abstracts, "keywords", False),
            read(program, extractor, tagged, "tags")]
    cross_validate(["abstracts with title", "abstracts", "tagged"], sets)
    short, change = fit(sets)
    print(f"""/// The weights of `CombinedFeature`s, in their order.
///
/// Learnt by Tests/Benchmarks/keyword_weights.py from the authors' keywords of 1,000 abstracts, with and
/// without their titles, and the tags of 80 articles and speeches: keyword-research.md beside it.
enum CombinedWeights {{
  /// For texts of up to 256 characters.
  static let short: [Float] = [
{array(short)}
  ]
  /// What is added for texts of 1,450 characters and more, and in part for those between.
  static let change: [Float] = [
{array(change)}
  ]
}}""")


if __name__ == "__main__":
    main()
