"""Computes the figures of `lunheng keyness`, `collocations` and `dispersion` a second time, from the words
that `lunheng segment` gives, with scipy, statsmodels and nltk, and prints how far they are apart.

    pip install scipy statsmodels nltk
    python statistics_check.py LUNHENG [FOLDER OF TEXTS]

Prints, for each measure, over how many words it was compared and the greatest relative difference. Ends
with 1 if one is above 1e-6, or if counts of words differ.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

import numpy
from nltk.metrics import BigramAssocMeasures
from scipy import stats
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.multitest import multipletests

LUNHENG = sys.argv[1]
FOLDER = pathlib.Path(
    sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parents[2] / "Corpus/op-eds")
NUMERALS = set("〇零一二兩三四五六七八九十百千萬億")
# Variants that the program takes for one character are written in one way, and texts in Simplified
# characters left out, so that counts need no table of variants.
VARIANTS = str.maketrans("裏綫着羣峯台枱后份記鋪占折復畫", "裡線著群峰臺臺後分紀舖佔摺覆劃")
SIMPLIFIED = set("们国这为对发")
WINDOW = 5
LIMIT = 1e-6

worst = {}


def run(*arguments, text=None):
    done = subprocess.run([LUNHENG, *arguments], input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"lunheng {' '.join(arguments)}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(measure, found, expected):
    """Notes the relative difference; that of what should be 0, and is no probability, relative to 1e-3."""
    if found is None or expected is None or not math.isfinite(expected):
        isSame = found is None and (expected is None or not math.isfinite(expected))
        difference = 0 if isSame else math.inf
    else:
        isProbability = measure.split(" ")[0] in ("p", "document_p", "p_adjusted")
        scale = max(abs(expected), 1e-300 if isProbability else 1e-3)
        difference = abs(found - expected) / scale
    count, greatest = worst.get(measure, (0, 0))
    worst[measure] = (count + 1, max(greatest, difference))


def documents():
    """Each text as one paragraph, so that what is a block is no question."""
    for path in sorted(FOLDER.glob("*.txt")):
        (read,) = run("read", str(path), "--format", "ndjson")
        text = "".join(b["text"] for b in read["blocks"] if b["role"] == "paragraph")
        if not SIMPLIFIED & set(text):
            yield {
                "id": path.stem, "date": read["date"], "publication": read["publication"],
                "text": text.translate(VARIANTS)}


def words(texts):
    """The words of each text, None where something else is between two."""
    for line in run("segment", "--mode", "icu", "--format", "ndjson", text="\n".join(texts) + "\n"):
        sequence = []
        for token in line["tokens"]:
            isWord = token["kind"] == "word" and not set(token["text"]) <= NUMERALS
            sequence.append(token["text"].lower() if isWord else None)
        yield sequence


def check_keyness(path, texts, sequences, target):
    rows = run(
        "keyness", "--mode", "icu", "--input", path, "--target", f"publication={target}", "--use",
        "both", "--min-count", "1", "--top", "1000000", "--function-words", "--format", "ndjson",
        "--smoothing", "10")
    bh = {
        row["word"]: row
        for row in run(
            "keyness", "--mode", "icu", "--input", path, "--target", f"publication={target}",
            "--use", "both", "--min-count", "1", "--top", "1000000", "--function-words", "--format",
            "ndjson", "--correction", "bh")}
    bags = [Counter(w for w in s if w) for s in sequences]
    sizes = [sum(b.values()) for b in bags]
    one = [i for i, t in enumerate(texts) if t["publication"] == target]
    other = [i for i in range(len(texts)) if i not in one]
    A, B = sum(sizes[i] for i in one), sum(sizes[i] for i in other)
    holm = {r["word"]: r["p"] for r in rows}
    skipped = 0
    for row in rows:
        word = row["word"].lower()
        a, b = sum(bags[i][word] for i in one), sum(bags[i][word] for i in other)
        if (a, b) != (row["count"], row["reference_count"]):
            skipped += 1
            continue
        compare("counts of words", row["words"], A)
        compare("counts of words", row["reference_words"], B)
        sign = 1 if a * B > b * A else -1
        observed, expected = [a, b], [A * (a + b) / (A + B), B * (a + b) / (A + B)]
        g2 = stats.power_divergence(observed, expected, lambda_="log-likelihood").statistic
        compare("log_likelihood", row["log_likelihood"], sign * g2)
        compare("p", row["p"], stats.chi2.sf(g2, 1))
        table = numpy.array([[a, A - a], [b, B - b]])
        for name, correction, statistic in [
            ("log_likelihood_table", False, "log-likelihood"), ("chi_square", False, "pearson"),
            ("chi_square_yates", True, "pearson")]:
            value = stats.chi2_contingency(table, correction=correction, lambda_=statistic).statistic
            compare(name, row[name], sign * value)
        # Zeros count as a half, as Hardie has it.
        x, y = max(a, 0.5), max(b, 0.5)
        ratio = stats.contingency.relative_risk
        compare("log_ratio", row["log_ratio"], math.log2((x / A) / (y / B)))
        if a and b:
            interval = ratio(a, A, b, B).confidence_interval(0.95)
            compare("log_ratio_low", row["log_ratio_low"], math.log2(interval.low))
            compare("log_ratio_high", row["log_ratio_high"], math.log2(interval.high))
            compare("odds_ratio", row["odds_ratio"], Table2x2(table).oddsratio)
            compare("percent_difference", row["percent_difference"], (a / A / (b / B) - 1) * 100)
        compare("simple_maths", row["simple_maths"], (a / A * 1e6 + 10) / (b / B * 1e6 + 10))
        da, db = sum(bags[i][word] > 0 for i in one), sum(bags[i][word] > 0 for i in other)
        n, m = len(one), len(other)
        spread = [n * (da + db) / (n + m), m * (da + db) / (n + m)]
        value = stats.power_divergence([da, db], spread, lambda_="log-likelihood").statistic
        compare("document_log_likelihood", abs(row["document_log_likelihood"]), value)
        rates = [[bags[i][word] / sizes[i] for i in side] for side in (one, other)]
        welch = stats.ttest_ind(*rates, equal_var=False)
        compare("welch_t", row["welch_t"], welch.statistic)
        compare("welch_degrees", row["welch_degrees"], welch.df)
        compare("document_p", row["document_p"], welch.pvalue)
        if a:
            dp = sum(abs(bags[i][word] / a - sizes[i] / A) for i in one) / 2
            compare("dp", row["dp"], dp)
    for name, method, found in [
        ("p_adjusted (Holm)", "holm", {r["word"]: r for r in rows}), ("p_adjusted (BH)", "fdr_bh", bh)]:
        for column, adjusted in [("p", "p_adjusted"), ("document_p", "document_p_adjusted")]:
            tested = [w for w in holm if found[w][column] is not None]
            for word, value in zip(tested, multipletests([found[w][column] for w in tested], method=method)[1]):
                compare(name, found[word][adjusted], value)
    return len(rows), skipped


def associations(row, both, first, second, total, f1, f2):
    measures = BigramAssocMeasures
    margins = (first, second), total
    compare("expected", row["expected"], first * second / total)
    compare("collocation log_likelihood", row["log_likelihood"], measures.likelihood_ratio(both, *margins))
    compare("pmi", row["pmi"], measures.pmi(both, *margins))
    compare("pmi3", row["pmi3"], math.log2(both**3 / (first * second / total)))
    compare("t_score", row["t_score"], measures.student_t(both, *margins))
    compare("z_score", row["z_score"], (both - first * second / total) / (first * second / total) ** 0.5)
    dice = measures.dice(both, (f1, f2), total)
    compare("dice", row["dice"], dice)
    compare("log_dice", row["log_dice"], 14 + math.log2(dice))
    compare("min_sensitivity", row["min_sensitivity"], min(both / f1, both / f2))
    cells = [[both, first - both], [second - both, total - first - second + both]]
    table = Table2x2(numpy.array(cells) + 0.5, shift_zeros=False)
    compare("lambda", row["lambda"], table.log_oddsratio)
    compare("lambda_z", row["lambda_z"], table.log_oddsratio / table.log_oddsratio_se)


def check_collocations(path, sequences, nodes):
    flat = [[w for w in s if w] for s in sequences]
    counts = Counter(w for s in flat for w in s)
    skipped = compared = 0
    for node in nodes:
        near, span = Counter(), 0
        for s in flat:
            places = [i for i, w in enumerate(s) if w == node]
            for i, w in enumerate(s):
                if w != node and any(0 < abs(i - p) <= WINDOW for p in places):
                    near[w] += 1
                    span += 1
        total = sum(counts.values()) - counts[node]
        for row in run(
            "collocations", node, "--mode", "icu", "--input", path, "--min-count", "1", "--top",
            "1000000", "--function-words", "--format", "ndjson"):
            word = row["word"].lower()
            if (near[word], counts[word]) != (row["count"], row["second_count"]):
                skipped += 1
                continue
            compared += 1
            associations(row, near[word], span, counts[word], total, counts[node], counts[word])
    return compared, skipped


def check_pairs(path, sequences):
    pairs, counts = Counter(), Counter(w for s in sequences for w in s if w)
    for s in sequences:
        pairs.update((x, y) for x, y in zip(s, s[1:]) if x and y)
    first, second = Counter(), Counter()
    for (x, y), count in pairs.items():
        first[x] += count
        second[y] += count
    total = sum(pairs.values())
    skipped = compared = 0
    for row in run(
        "collocations", "--pairs", "--mode", "icu", "--input", path, "--min-count", "2", "--top",
        "1000000", "--function-words", "--format", "ndjson"):
        x, y = row["first"].lower(), row["second"].lower()
        found = (row["count"], row["span"], row["second_total"], row["first_count"], row["second_count"])
        if found != (pairs[x, y], first[x], second[y], counts[x], counts[y]):
            skipped += 1
            continue
        compared += 1
        associations(row, pairs[x, y], first[x], second[y], total, counts[x], counts[y])
    return compared, skipped


def check_dispersion(path, texts, sequences):
    bags = [Counter(w for w in s if w) for s in sequences]
    groups = defaultdict(Counter)
    for text, bag in zip(texts, bags):
        groups[text["publication"]] += bag
    skipped = compared = 0
    for parts, option in [(bags, "document"), (list(groups.values()), "publication")]:
        sizes = numpy.array([sum(p.values()) for p in parts], float)
        s, n = sizes / sizes.sum(), len(parts)
        for row in run(
            "dispersion", "--top", "100000", "--by", option, "--mode", "icu", "--input", path,
            "--function-words", "--format", "ndjson"):
            word = row["word"].lower()
            v = numpy.array([p[word] for p in parts], float)
            if v.sum() != row["count"]:
                skipped += 1
                continue
            compared += 1
            rates, f = v / sizes, v.sum()
            compare("range", row["range"], (v > 0).sum())
            compare("juilland_d", row["juilland_d"], 1 - stats.variation(rates) / math.sqrt(n - 1))
            compare("carroll_d2", row["carroll_d2"], stats.entropy(rates, base=2) / math.log2(n))
            compare("rosengren_s", row["rosengren_s"], (numpy.sqrt(s * v).sum()) ** 2 / f)
            dp = numpy.abs(v / f - s).sum() / 2
            compare("dp (dispersion)", row["dp"], dp)
            compare("dp_norm", row["dp_norm"], dp / (1 - s.min()))
    return compared, skipped


def main():
    texts = list(documents())
    sequences = list(words([t["text"] for t in texts]))
    target = Counter(t["publication"] for t in texts).most_common(1)[0][0]
    counts = Counter(w for s in sequences for w in s if w)
    nodes = [w for w, _ in counts.most_common(60) if len(w) > 1][:8]
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "documents.ndjson")
        with open(path, "w", encoding="utf-8") as file:
            for text in texts:
                print(json.dumps(text, ensure_ascii=False), file=file)
        done = {
            "keyness": check_keyness(path, texts, sequences, target),
            "collocations": check_collocations(path, sequences, nodes),
            "pairs": check_pairs(path, sequences),
            "dispersion": check_dispersion(path, texts, sequences),
        }
    for name, (rows, skipped) in done.items():
        print(f"{name}: {rows} rows compared; {skipped} have other counts")
    for measure, (count, difference) in worst.items():
        print(f"{measure:28} {count:7}  {difference:.1e}")
    isGood = all(difference <= LIMIT for _, difference in worst.values())
    isCounted = not any(skipped for _, skipped in done.values())
    sys.exit(0 if isGood and isCounted else 1)


main()
