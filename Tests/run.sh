#!/usr/bin/env bash
# Everything from a fresh machine with Swift to a passed test suite: installs what is missing, builds,
# checks the format of the sources, and runs all tests. Arguments go to `swift test`.
#
#   bash Tests/run.sh [--filter NAME]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source Pipelines/setup.sh

swift format lint --strict --recursive Package.swift Sources Tests
swift test "$@"
