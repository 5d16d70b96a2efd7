// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/go-hclog"

	pb "course.plugins/interop/gen/probe"
)

const (
	logLines     = 10_000
	logLineBytes = 120
)

func outputChecks() []check {
	return []check{
		{group: "stdio", label: "stdout", run: checkStdout, needs: soleHost},
		{group: "stdio", label: "stderr", run: checkStderr, needs: soleHost},
		{group: "stdio", label: "flood", run: checkFlood, needs: soleHost},
		{group: "logs", run: checkLogs, needs: ownStart},
	}
}

func checkStdout(ctx context.Context, r *runner) error {
	return arrives(ctx, r, pb.WriteRequest_STDOUT, r.shared.stdout, pattern(5000))
}

func checkStderr(ctx context.Context, r *runner) error {
	return arrives(ctx, r, pb.WriteRequest_STDERR, r.shared.stderr, pattern(5000))
}

// checkFlood writes more than a pipe holds.
func checkFlood(ctx context.Context, r *runner) error {
	data := pattern(min(1<<20, belowLimit(r.options)))
	return errors.Join(
		arrives(ctx, r, pb.WriteRequest_STDOUT, r.shared.stdout, data),
		arrives(ctx, r, pb.WriteRequest_STDERR, r.shared.stderr, data))
}

// arrives lets the plugin write, and expects these bytes and no others.
func arrives(ctx context.Context, r *runner, channel pb.WriteRequest_Channel,
	at *recorder, data []byte) error {
	start := at.len()
	if _, err := r.shared.probe.Write(ctx, &pb.WriteRequest{Channel: channel, Data: data}); err != nil {
		return fmt.Errorf("write to %v: %w", channel, err)
	}
	what := func() string {
		return fmt.Sprintf("%v: %d bytes arrived, expected %d", channel, at.len()-start, len(data))
	}
	if err := eventually(ctx, what, func() bool { return at.len()-start >= len(data) }); err != nil {
		return err
	}
	if !bytes.Equal(at.from(start), data) {
		return fmt.Errorf("%v: %d bytes arrived that are not those written", channel, at.len()-start)
	}
	return nil
}

// checkLogs expects each line once, in order, at its level.
func checkLogs(ctx context.Context, r *runner) error {
	before := len(r.shared.logs.at(hclog.Info))
	request := &pb.LogRequest{Lines: logLines, LineBytes: logLineBytes}
	if _, err := r.shared.probe.Log(ctx, request); err != nil {
		return fmt.Errorf("log: %w", err)
	}
	arrived := func() []string { return r.shared.logs.at(hclog.Info)[before:] }
	what := func() string {
		return fmt.Sprintf("%d lines arrived at info, expected %d", len(arrived()), logLines)
	}
	if err := eventually(ctx, what, func() bool { return len(arrived()) >= logLines }); err != nil {
		return err
	}
	for i, message := range arrived() {
		number := strconv.Itoa(i + 1)
		line := number + strings.Repeat(".", logLineBytes-len(number))
		if err := expect("line "+number, message, line); err != nil {
			return err
		}
	}
	return nil
}
