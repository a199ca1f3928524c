#!/usr/bin/env python3
"""Renders Corpus/originals/*.json as the files that users have, with gold annotations beside them.

    python3 Corpus/render.py

writes Corpus/op-eds/ and Corpus/gold/ anew. Each original is torn, wrapped, cited and encoded as the
table FORMS says; the gold is what a careful reader finds in the result, known because it was put there.
"""
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).parent

# id → form, measure in ems, citation style, byline style, encoding
FORMS = {
    "2023-06-21-fintech-centre": ("pdf-blank", 28, "book", "spaced", "utf-8"),
    "2023-07-31-low-birth-rate": ("pdf-pages", 30, "book", "label", "utf-8"),
    "2023-09-15-green-family-offices": ("pdf-blank", 24, "angle", "spaced", "utf-8"),
    "2023-09-18-public-rental-housing": ("clean", 0, "book", "plain", "big5hkscs"),
    "2023-09-26-long-term-care-workforce": ("pdf-pages", 26, "minguo-chinese", "label", "utf-8"),
    "2023-11-08-pilot-testing-bases": ("pdf-blank", 28, "fullwidth", "spaced", "utf-8"),
    "2023-11-14-steam-secondary-schools": ("clean", 0, "plain", "label", "utf-8"),
    "2023-11-22-district-health-centres": ("pdf-indent", 32, "chinese", "plain", "utf-8"),
    "2024-02-27-university-knowledge-transfer": ("pdf-pages", 28, "page-first", "plain", "utf-8"),
    "2024-03-12-compute-hub": ("pdf-blank", 28, "book", "spaced", "utf-8"),
    "2024-05-07-subdivided-flats": ("mail", 36, "plain", "label", "utf-8"),
    "2024-06-18-youth-jobs-entrepreneurship": ("pdf-indent", 30, "angle", "label", "utf-16"),
    "2024-06-20-country-parks-waste": ("clean", 0, "book", "label", "utf-8-sig"),
    "2024-07-19-ip-exchange-valuation": ("pdf-pages", 28, "book", "spaced", "utf-8"),
    "2024-08-26-elderly-homes": ("pdf-blank", 26, "chinese", "spaced", "utf-8"),
    "2024-10-03-startup-services": ("pdf-indent", 28, "fullwidth", "plain", "utf-8"),
    "2024-10-08-digital-government-civil-service": ("pdf-blank", 30, "page-first", "plain", "utf-8"),
    "2025-01-15-gerontechnology": ("pdf-pages", 24, "chinese", "label", "utf-8"),
    "2025-04-15-sports-park-and-stages": ("mail", 38, "none", "label", "utf-8"),
    "2025-05-14-northern-pilot-compute": ("pdf-indent", 28, "book", "spaced", "utf-8"),
    "2025-06-10-hospital-queues": ("pdf-blank", 28, "plain", "spaced", "utf-8"),
    "2025-07-22-ai-servers-electricity": ("clean", 0, "minguo", "label", "utf-8"),
    "2025-08-12-greater-bay-venture-capital": ("clean", 0, "book", "label", "gb18030"),
    "2025-08-28-data-ai-governance": ("pdf-pages", 28, "angle", "label", "utf-8"),
    "2025-09-04-new-town-railways": ("pdf-indent", 26, "book", "plain", "utf-8"),
    "2025-10-14-sme-virtual-banks": ("clean", 0, "book", "plain", "utf-8"),
    "2025-10-16-five-clusters": ("pdf-blank", 28, "book", "spaced", "utf-8"),
    "2025-10-16-sme-trade-finance": ("pdf-blank", 30, "fullwidth", "spaced", "utf-8"),
}

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NUMERALS = "〇一二三四五六七八九"
NOT_AT_LINE_START = "，。、；：！？」』）》〉…"
NOT_AT_LINE_END = "「『（《〈"


def chinese(number):
    """18 → 十八; for days and months."""
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else NUMERALS[tens]) + "十" if tens else "") + (NUMERALS[ones] if ones else "")


def digits(text):
    return "".join(NUMERALS[int(c)] for c in text)


def citation(style, publication, date, page):
    year, month, day = (int(part) for part in date.split("-"))
    minguo = year - 1911
    return {
        "book": f"（刊載於《{publication}》{year} 年 {month} 月 {day} 日 {page} 版）",
        "angle": f"（原載〈{publication}〉{year}年{month}月{day}日，頁 {page}）",
        "fullwidth": f"（原刊於《{publication}》{year}年{month}月{day}日 {page}版）".translate(FULL_WIDTH),
        "chinese": f"本文刊登於《{publication}》{digits(str(year))}年{chinese(month)}月{chinese(day)}日，{page}版",
        "page-first": f"《{publication}》{page}版，{date}",
        "plain": f"{publication} {date} {page}",
        "minguo": f"（原載《{publication}》民國{minguo}年{month}月{day}日{page}版）",
        "minguo-chinese": f"（刊於《{publication}》，民國{digits(str(minguo))}年{chinese(month)}月{chinese(day)}日，頁{page}）",
        "none": None,
    }[style]


def bylines(style, authors):
    if style == "spaced":
        return [" ".join(author) for author in authors]
    if style == "label":
        return ["文：" + "、".join(authors)]
    return ["、".join(authors)]


def is_latin(c):
    return c.isascii() and c.isalnum()


def with_typographic_spaces(text):
    """A space between Han and Latin, as typesetting programs put it and PDFs keep it."""
    out = ""
    for c in text:
        if out and ((is_latin(c) and "\u4e00" <= out[-1] <= "\u9fff") or
                    (is_latin(out[-1]) and "\u4e00" <= c <= "\u9fff")):
            out += " "
        out += c
    return out


def width(text):
    return sum(0.5 if ord(c) < 0x1100 else 1 for c in text)


def units(text):
    """What cannot be broken: a Latin word or number, else a character."""
    out = []
    for c in text:
        if out and is_latin(c) and is_latin(out[-1][-1]):
            out[-1] += c
        else:
            out.append(c)
    return out


def wrap(text, measure, first_indent=2):
    """Lines of at most `measure` ems, the first shorter by the indent; punctuation hangs over the end."""
    lines, line, room = [], "", measure - first_indent
    for unit in units(text):
        over = width(line + unit) > room
        if over and unit not in NOT_AT_LINE_START and unit != " ":
            carried = ""
            while line and line[-1] in NOT_AT_LINE_END:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line)
            line, room = carried, measure
        line += unit
    return [part.strip() for part in lines + [line]]


class Page:
    """Collects lines and remembers where each block came to stand."""

    def __init__(self):
        self.lines = []

    def add(self, *lines):
        first = len(self.lines) + 1
        self.lines.extend(lines)
        return first

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


def render(original, form, measure, citation_style, byline_style):
    title_lines = [original["title"]]
    if form.startswith("pdf") and len(original["title"]) > 12:
        middle = (len(original["title"]) + 1) // 2
        title_lines = [original["title"][:middle], original["title"][middle:]]
    cited = citation(citation_style, original["publication"], original["date"], original["page"])
    names = bylines(byline_style, original["authors"])
    # (role, lines, block)
    parts = [("title", title_lines, None)] + [("byline", [name], None) for name in names]
    for block in original["blocks"]:
        if block["role"] == "heading" or form == "clean":
            lines = [block["text"]]
        else:
            text = with_typographic_spaces(block["text"]) if form != "mail" else block["text"]
            lines = wrap(text, measure, 0 if form == "mail" else 2)
            if form in ("pdf-indent", "pdf-pages"):
                lines[0] = "　　" + lines[0]
        parts.append((block["role"], lines, block))
    if cited:
        parts.append(("citation", [cited], None))
    gold = {"title": None, "headings": [], "paragraphs": [], "citation": None, "furniture": []}
    page = Page()
    on_page = 0

    def emit(line, is_first_of_block):
        """One line, with what the form puts around it; returns its number."""
        nonlocal on_page
        if form == "pdf-blank":
            if on_page == 26 and not is_first_of_block:
                # At a page end the blank line is lost and a stray space appears.
                page.lines.pop()
                on_page = 0
                line = " " + line
            on_page += 1
            number = page.add(line)
            page.add("")
            return number
        if form == "pdf-pages":
            if on_page == 24:
                gold["furniture"].append(page.add(str(gold["pages"])))
                gold["pages"] += 1
                gold["furniture"].append(page.add("\f" + running_head))
                on_page = 0
            on_page += 1
        return page.add(line)

    if form == "pdf-blank":
        page.add("")
    if form == "pdf-pages":
        gold["pages"] = 1
        running_head = f"{original['publication']}　論壇　{original['date'][:4]}"
        gold["furniture"].append(page.add(running_head))
    for role, lines, block in parts:
        if form in ("mail", "clean") and page.lines:
            page.add("")
        if form == "pdf-indent" and role in ("heading", "citation"):
            page.add("")
        numbers = [emit(line, index == 0) for index, line in enumerate(lines)]
        span = [numbers[0], numbers[-1]]
        if role == "title":
            gold["title"] = {"text": original["title"], "lines": span}
        elif role == "heading":
            gold["headings"].append(span)
        elif role == "citation":
            gold["citation"] = span
        elif role == "paragraph":
            gold["paragraphs"].append(
                {"lines": span, "clusters": block["clusters"], "areas": block["areas"]})
        if form == "pdf-indent" and role in ("title", "heading"):
            page.add("")
    if form == "pdf-pages":
        gold["furniture"].append(page.add(str(gold.pop("pages"))))
    return page.text, gold, cited is not None


def main():
    for name in ("op-eds", "gold"):
        shutil.rmtree(HERE / name, ignore_errors=True)
        (HERE / name).mkdir()
    originals = {path.stem: path for path in sorted((HERE / "originals").glob("*.json"))}
    if set(originals) != set(FORMS):
        raise SystemExit(f"FORMS and originals differ: {sorted(set(originals) ^ set(FORMS))}")
    for name, path in originals.items():
        original = json.loads(path.read_text(encoding="utf-8"))
        form, measure, citation_style, byline_style, encoding = FORMS[name]
        text, gold, is_cited = render(original, form, measure, citation_style, byline_style)
        (HERE / "op-eds" / f"{name}.txt").write_bytes(text.encode(encoding))
        record = {
            "file": f"op-eds/{name}.txt", "form": form, "encoding": encoding,
            "title": gold["title"], "authors": original["authors"],
            "publication": original["publication"] if is_cited else None,
            "date": original["date"] if is_cited else None,
            "page": original["page"] if is_cited else None,
            "nearCopyOf": original.get("nearCopyOf"),
            "headings": gold["headings"], "citation": gold["citation"],
            "furniture": gold["furniture"], "paragraphs": gold["paragraphs"],
        }
        (HERE / "gold" / f"{name}.json").write_text(
            json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
