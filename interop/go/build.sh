#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds interop-host and interop-plugin into .course/interop, where their sources are newer.
# Exit code 3: there is no Go.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
readonly OUT=../../.course/interop

fresh() { # a program
  [[ -x "$1" ]] && [[ -z "$(find . -type f \( -name '*.go' -o -name 'go.*' \) -newer "$1" -print -quit)" ]]
}

if fresh "$OUT/interop-host" && fresh "$OUT/interop-plugin"; then
  exit 0
fi
if ! command -v go >/dev/null; then
  echo "interop: there is no Go on PATH, so the runs against the real go-plugin are left out." \
    "Install Go $(sed -n 's/^go //p' go.mod) or newer." >&2
  exit 3
fi
mkdir -p "$OUT"
for program in host plugin; do
  CGO_ENABLED=0 go build -o "$OUT/interop-$program" "./$program"
  touch "$OUT/interop-$program"
done
