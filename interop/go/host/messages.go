// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	pb "course.plugins/interop/gen/probe"
)

func messageChecks() []check {
	return []check{
		{group: "stream", label: "in-step", run: checkAccumulate},
		{group: "stream", label: "ahead", run: checkAccumulateAhead},
		{group: "echo", label: "1-byte", run: echoOf(func(options) int { return 1 })},
		{group: "echo", label: "large", run: echoOf(func(o options) int { return min(1<<20, belowLimit(o)) })},
		{group: "echo", label: "below-limit", run: echoOf(belowLimit)},
		{group: "echo", label: "above-limit", run: checkEchoAboveLimit},
	}
}

// belowLimit leaves room for the message around the bytes: 3.9 MiB of 4.
func belowLimit(o options) int { return o.messageLimit - 100<<10 }

// checkAccumulate waits for each sum before it sends on.
func checkAccumulate(ctx context.Context, r *runner) error {
	stream, err := r.shared.probe.Accumulate(ctx)
	if err != nil {
		return fmt.Errorf("accumulate: %w", err)
	}
	expected := 0.0
	for number := 21.0; number <= 26; number++ {
		if err := stream.Send(&pb.Operands{Left: number, Right: 0.5}); err != nil {
			return fmt.Errorf("send %v: %w", number, err)
		}
		expected += number + 0.5
		sum, err := stream.Recv()
		if err != nil {
			return fmt.Errorf("sum after %v: %w", number, err)
		}
		if err := expect("sum", sum.GetValue(), expected); err != nil {
			return err
		}
	}
	if err := stream.CloseSend(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	return expectEnd(stream.Recv())
}

// checkAccumulateAhead sends all before it reads.
func checkAccumulateAhead(ctx context.Context, r *runner) error {
	const pairs = 1000
	stream, err := r.shared.probe.Accumulate(ctx)
	if err != nil {
		return fmt.Errorf("accumulate: %w", err)
	}
	for range pairs {
		if err := stream.Send(&pb.Operands{Left: 1, Right: 1}); err != nil {
			return fmt.Errorf("send: %w", err)
		}
	}
	if err := stream.CloseSend(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	for number := 1; number <= pairs; number++ {
		sum, err := stream.Recv()
		if err != nil {
			return fmt.Errorf("sum %d: %w", number, err)
		}
		if err := expect("sum", sum.GetValue(), float64(2*number)); err != nil {
			return err
		}
	}
	return expectEnd(stream.Recv())
}

func expectEnd(sum *pb.Sum, err error) error {
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("end of the stream: %w", err)
	default:
		return fmt.Errorf("sum %v, expected the end of the stream", sum.GetValue())
	}
}

func echoOf(size func(options) int) func(context.Context, *runner) error {
	return func(ctx context.Context, r *runner) error {
		data := pattern(size(r.options))
		answer, err := r.shared.probe.Echo(ctx, &pb.Payload{Data: data})
		if err != nil {
			return fmt.Errorf("echo of %d bytes: %w", len(data), err)
		}
		if !bytes.Equal(answer.GetData(), data) {
			return fmt.Errorf("echo of %d bytes: %d other bytes", len(data), len(answer.GetData()))
		}
		return nil
	}
}

// checkEchoAboveLimit expects the plugin to refuse the message, and to go on.
func checkEchoAboveLimit(ctx context.Context, r *runner) error {
	data := pattern(r.options.messageLimit + 1<<20)
	_, err := r.shared.probe.Echo(ctx, &pb.Payload{Data: data})
	if err := expect("status", status.Code(err), codes.ResourceExhausted); err != nil {
		return fmt.Errorf("echo of %d bytes: %w", len(data), err)
	}
	return echoOf(func(options) int { return 1 })(ctx, r)
}

// pattern holds each byte value, line ends and zeros among them.
func pattern(size int) []byte {
	data := make([]byte, size)
	for i := range data {
		data[i] = byte(i + i/251)
	}
	return data
}
