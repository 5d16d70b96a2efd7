// SPDX-License-Identifier: Apache-2.0

// Package contract holds what the interop host and the interop plugin both know.
package contract

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/go-plugin"
)

// Handshake is the one of the lessons: COURSE_PLUGIN=calculator. Versions come from the
// versioned plugin sets.
var Handshake = plugin.HandshakeConfig{
	MagicCookieKey:   "COURSE_PLUGIN",
	MagicCookieValue: "calculator",
}

// Names that a host dispenses. They never cross the wire.
const (
	CalculatorName = "calculator"
	ProbeName      = "probe"
)

// ParseVersions reads a list such as `1,2`: versions of the application's protocol, each 1
// or more, none twice.
func ParseVersions(list string) ([]int, error) {
	var versions []int
	seen := map[int]bool{}
	for _, text := range strings.Split(list, ",") {
		version, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("version %q in %q: %w", text, list, err)
		}
		if version < 1 || seen[version] {
			return nil, fmt.Errorf("version %d in %q: must be 1 or more, and stand there once", version, list)
		}
		seen[version] = true
		versions = append(versions, version)
	}
	return versions, nil
}

// VersionedPlugins maps each version to the set that `set` makes for it.
func VersionedPlugins(versions []int, set func(version int) plugin.PluginSet) map[int]plugin.PluginSet {
	sets := make(map[int]plugin.PluginSet, len(versions))
	for _, version := range versions {
		sets[version] = set(version)
	}
	return sets
}
