#!/usr/bin/env bash
# Everything from a fresh machine with Swift to a coverage matrix: installs what is missing, builds, and
# runs a pipeline (hong-kong-clusters unless another is named).
#
#   bash Pipelines/run.sh [PIPELINE.yaml]
set -euo pipefail
pipeline=$(realpath "${1:-$(dirname "${BASH_SOURCE[0]}")/hong-kong-clusters.yaml}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Pipelines/setup.sh

swift build -c release --product lunheng >&2
exec "$(swift build -c release --show-bin-path)/lunheng" run "$(realpath --relative-to=. "$pipeline")"
