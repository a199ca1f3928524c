#!/usr/bin/env bash
# Makes the segmenter model that comes with the program, Sources/LunhengPipeline/Resources/segmenter.model:
# fetches the lexicons (see lexicons.py for packages and licences), trains on UD Chinese-GSD, measures.
#
#   bash Pipelines/segmenter/train.sh FOLDER
#
# FOLDER holds gsd_train.pos and gsd_dev.pos (word/TAG, one sentence a line) of UD Chinese-GSD, CC BY-SA 4.0:
# https://universaldependencies.org/treebanks/zh_gsd. The dev part is only measured, not learnt. ICU's
# dictionary is read from the ICU that is installed. The same input gives the same bytes.
set -euo pipefail
treebank=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source Pipelines/setup.sh
lexicons=.build/lexicons
model=Sources/LunhengPipeline/Resources/segmenter.model

[ -f "$lexicons/SOURCES.tsv" ] || python3 Pipelines/segmenter/lexicons.py "$lexicons"
swift build -c release --product lunheng >&2
lunheng="$(swift build -c release --show-bin-path)/lunheng"

arguments=()
while IFS=$'\t' read -r name package version licence _; do
  [ "$name" = lexicon ] && continue
  arguments+=(--lexicon "$lexicons/$name.tsv" --note "lexicon $name=$package $version; $licence")
done < "$lexicons/SOURCES.tsv"
# Cantonese helps as another standard: its characters are rare in the treebank.
"$lunheng" train segmenter "$treebank/gsd_train.pos" --other "$lexicons/hkcancor.seg" "${arguments[@]}" \
  --note "name=Traditional Chinese" \
  --note "training data=UD Chinese-GSD (Traditional), train; CC BY-SA 4.0" \
  --note "another standard=HKCanCor (Luke and Wong 2015) as in pycantonese; CC BY 4.0" \
  --output "$model"

# The resource is copied beside the program when it is built.
swift build -c release --product lunheng >&2
"$lunheng" evaluate segmentation "$treebank/gsd_dev.pos"
