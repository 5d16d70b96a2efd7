#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Generates gen/ from the .proto files. Needs Go, Maven and a network: protoc comes from
# Maven in the version of pom.xml, its Go plugins from the Go module proxy.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
readonly ROOT=../..
readonly MODULE=course.plugins/interop
readonly GRPC_PLUGIN=google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.5.1

platform() {
  local system machine
  case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=osx ;;
    *) echo "generate.sh: no protoc is known for $(uname -s); use Linux or macOS" >&2; exit 1 ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch_64 ;;
    *) echo "generate.sh: no protoc is known for $(uname -m)" >&2; exit 1 ;;
  esac
  echo "$system-$machine"
}

tools="$(mktemp -d)"
readonly tools
trap 'rm -rf "$tools"' EXIT

version="$(sed -n 's:.*<protobuf.version>\(.*\)</protobuf.version>.*:\1:p' "$ROOT/pom.xml")"
(cd "$tools" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  "-Dartifact=com.google.protobuf:protoc:$version:exe:$(platform)" "-DoutputDirectory=$tools")
protoc="$(find "$tools" -name 'protoc-*.exe')"
chmod +x "$protoc"

GOBIN="$tools" go install google.golang.org/protobuf/cmd/protoc-gen-go
GOBIN="$tools" go install "$GRPC_PLUGIN"

# Into a folder of its own first: a failure must leave the committed code alone.
mkdir "$tools/new"
generate() { # name of the .proto file, its folder
  "$protoc" "--plugin=$tools/protoc-gen-go" "--plugin=$tools/protoc-gen-go-grpc" "-I$2" \
    "--go_out=$tools/new" "--go_opt=module=$MODULE" "--go_opt=M$1.proto=$MODULE/gen/$1" \
    "--go-grpc_out=$tools/new" "--go-grpc_opt=module=$MODULE" \
    "--go-grpc_opt=M$1.proto=$MODULE/gen/$1" "$1.proto"
}
generate calculator "$ROOT/shared-contract/proto"
generate probe ../proto
rm -rf gen
mv "$tools/new/gen" gen
