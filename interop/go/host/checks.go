// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// check is one named check of a group.
type check struct {
	group string
	label string // what the group's check is about; empty if it has one only
	run   func(ctx context.Context, r *runner) error
	needs need
}

// need says when a check makes sense.
type need int

const (
	always   need = iota
	ownStart      // this host starts the plugin
	plainOwn      // it does, without mux: go-plugin refuses to reattach with it
	muxOnly       // only with mux
	takeover      // this host takes over a running plugin
	soleHost      // no other host has the plugin's broker and stdio, which serve one only
	tcpOnly       // the plugin must listen on TCP
)

func (c check) name() string {
	if c.label == "" {
		return c.group
	}
	return c.group + "-" + c.label
}

func (n need) metBy(o options) bool {
	switch n {
	case ownStart:
		return o.reattach == nil
	case plainOwn:
		return o.reattach == nil && !o.mux
	case muxOnly:
		return o.mux
	case soleHost:
		return o.reattach == nil || o.reattach.Test
	case takeover:
		return o.reattach != nil
	case tcpOnly:
		return o.expectTCP
	default:
		return true
	}
}

// allChecks are in the order in which they run: what ends a plugin comes last.
func allChecks() []check {
	return slices.Concat(
		startChecks(), calculatorChecks(), brokerChecks(), messageChecks(), outputChecks(), lifecycleChecks())
}

// selectChecks answers those that were asked for by group or name, in their own order. What
// does not fit the run is left out, and skipped aloud if it was named.
func selectChecks(o options) ([]check, error) {
	known := allChecks()
	if slices.Equal(o.selection, []string{"all"}) {
		return slices.DeleteFunc(known, func(c check) bool { return !c.needs.metBy(o) }), nil
	}
	var selected []check
	for _, c := range known {
		byName := slices.Contains(o.selection, c.name())
		if byName && !c.needs.metBy(o) {
			c.run = unfit
		}
		if byName || slices.Contains(o.selection, c.group) && c.needs.metBy(o) {
			selected = append(selected, c)
		}
	}
	for _, name := range o.selection {
		if !slices.ContainsFunc(known, func(c check) bool { return name == c.group || name == c.name() }) {
			groups := strings.Join(groupNames(), ", ")
			return nil, fmt.Errorf("check %q is unknown, these are known: all, %s", name, groups)
		}
	}
	return selected, nil
}

func unfit(context.Context, *runner) error { return skipped("does not fit the other flags") }

func groupNames() []string {
	var names []string
	for _, c := range allChecks() {
		if !slices.Contains(names, c.group) {
			names = append(names, c.group)
		}
	}
	return names
}

// expect compares two values and names them if they differ.
func expect[T comparable](what string, actual, expected T) error {
	if actual != expected {
		return fmt.Errorf("%s is %v, expected %v", what, actual, expected)
	}
	return nil
}

// eventually waits until a condition holds.
func eventually(ctx context.Context, what func() string, holds func() bool) error {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what(), ctx.Err())
		case <-tick.C:
		}
	}
	return nil
}

// oneLine keeps a message of several lines readable in one.
func oneLine(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
}
