#!/usr/bin/env bash
# Builds in release, measures every stage, the whole program and its peers, and prints one table.
#
#   bash Tests/Benchmarks/run.sh [TEXT.jsonl] [--megabytes N] [--repetitions N]
#
# Without TEXT.jsonl it takes the speeches beside the checkout, or a corpus it generates where they
# are missing or --megabytes says how much to generate. The table goes to standard output.
set -euo pipefail
if [ -e "${1:-}" ]; then set -- "$(realpath "$1")" "${@:2}"; fi
cd "$(dirname "$0")/../.."

work=Tests/Benchmarks/work
mkdir -p "$work"

build() { swift build -c release --scratch-path .build-benchmark "$@"; }
build --product lunheng >&2
build --product lunheng-benchmark >&2
bin=$(build --show-bin-path)

# The peers, each by itself: one that cannot be installed does not keep the others away.
python=$work/venv/bin/python
if [ -x "$python" ] || python3 -m venv "$work/venv" >&2; then
  for package in jieba rjieba pyicu ahocorasick_rs; do
    "$python" -m pip install --quiet --disable-pip-version-check "$package" >&2 ||
      echo "run.sh: pip cannot install $package here; the table goes without it" >&2
  done
  set -- "$@" --python "$python"
else
  echo "run.sh: no Python with venv here; the table goes without peers" >&2
fi

echo "- $(date +%F), $(git describe --always --dirty 2>/dev/null || echo 'no git'), $(swift --version 2>/dev/null | head -n 1)"
if [ -x "$python" ]; then
  echo "- $("$python" --version): $("$python" -m pip list --format freeze 2>/dev/null |
    grep -iE '^(jieba|rjieba|pyicu|ahocorasick_rs)=' | tr '\n' ' ')"
fi
exec "$bin/lunheng-benchmark" run --program "$bin/lunheng" "$@"
