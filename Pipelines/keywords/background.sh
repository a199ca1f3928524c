#!/usr/bin/env bash
# Makes the background frequencies that come with the program,
# Sources/LunhengPipeline/Resources/background.frequencies: fetches lists of words (see frequencies.py for
# packages and licences), counts the words of public documents.
#
#   bash Pipelines/keywords/background.sh FOLDER
#
# FOLDER holds hansard/speeches.jsonl and policy-address/speeches_2013_2018.jsonl: speeches in Hong Kong's
# Legislative Council and its Policy Addresses, NDJSON documents. The same input gives the same bytes.
set -euo pipefail
texts=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Pipelines/setup.sh
lists=.build/frequencies
output=Sources/LunhengPipeline/Resources/background.frequencies

[ -f "$lists/SOURCES.tsv" ] || python3 Pipelines/keywords/frequencies.py "$lists"
swift build -c release --product lunheng >&2
lunheng="$(swift build -c release --show-bin-path)/lunheng"

arguments=()
while IFS=$'\t' read -r name package version licence _; do
  [ "$name" = list ] && continue
  arguments+=(--list "$lists/$name.tsv" --note "list $name=$package $version; $licence")
done < "$lists/SOURCES.tsv"
"$lunheng" train background \
  "$texts/hansard/speeches.jsonl" "$texts/policy-address/speeches_2013_2018.jsonl" "${arguments[@]}" \
  --note "name=Traditional Chinese" \
  --note "documents=Official Record of Proceedings of the Legislative Council 2012-2015; Policy Addresses" \
  --output "$output"

# The resource is copied beside the program when it is built.
swift build -c release --product lunheng >&2
