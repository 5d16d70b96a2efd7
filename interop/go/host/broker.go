// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"

	"course.plugins/interop/contract"
	pb "course.plugins/interop/gen/probe"
)

// streamsInSequence is enough to find an id, a listener or a knock that is not given back.
const streamsInSequence = 20

// strangeID is a stream that nobody serves.
const strangeID = 4_000_000_000

func brokerChecks() []check {
	return []check{
		{group: "callback", label: "once", run: checkCallBack, needs: soleHost},
		{group: "callback", label: "sequence", run: repeated(checkCallBack), needs: soleHost},
		{group: "callback", label: "redial", run: checkCallBackRedial, needs: muxOnly},
		{group: "callback", label: "strange-id", run: checkCallBackStrangeID, needs: soleHost},
		{group: "open-stream", label: "once", run: checkOpenStream, needs: soleHost},
		{group: "open-stream", label: "sequence", run: repeated(checkOpenStream), needs: soleHost},
		{group: "open-stream", label: "redial", run: checkOpenStreamRedial, needs: muxOnly},
		{group: "open-stream", label: "and-callback", run: checkBothDirections, needs: soleHost},
	}
}

func repeated(once func(context.Context, *runner) error) func(context.Context, *runner) error {
	return func(ctx context.Context, r *runner) error {
		for number := range streamsInSequence {
			if err := once(ctx, r); err != nil {
				return fmt.Errorf("stream %d of %d: %w", number+1, streamsInSequence, err)
			}
		}
		return nil
	}
}

// checkCallBack serves, and lets the plugin dial.
func checkCallBack(ctx context.Context, r *runner) error {
	side, err := contract.ServeCalculator(r.shared.broker)
	if err != nil {
		return err
	}
	defer side.Stop()
	return callBack(ctx, r, side.ID)
}

// checkCallBackRedial lets the plugin dial one listener twice. Only a multiplexed broker can:
// without, an announcement is used up by the first dial.
func checkCallBackRedial(ctx context.Context, r *runner) error {
	side, err := contract.ServeCalculator(r.shared.broker)
	if err != nil {
		return err
	}
	defer side.Stop()
	return errors.Join(callBack(ctx, r, side.ID), callBack(ctx, r, side.ID))
}

// checkCallBackStrangeID expects that the plugin gives up after a while, and goes on.
func checkCallBackStrangeID(ctx context.Context, r *runner) error {
	if err := callBack(ctx, r, strangeID); err == nil {
		return errors.New("a call back to a stream that nobody serves was answered")
	}
	return checkCallBack(ctx, r)
}

func callBack(ctx context.Context, r *runner, id uint32) error {
	answer, err := r.shared.probe.CallBack(ctx, &pb.CallBackRequest{
		StreamId: id,
		Operands: &pb.Operands{Left: 40, Right: 2},
	})
	if err != nil {
		return fmt.Errorf("call back on stream %d: %w", id, err)
	}
	return expect("sum", answer.GetSum(), 42)
}

// checkOpenStream lets the plugin serve, and dials.
func checkOpenStream(ctx context.Context, r *runner) error {
	return onOpenedStream(ctx, r, func(id uint32) error { return addOver(ctx, r, id) })
}

func checkOpenStreamRedial(ctx context.Context, r *runner) error {
	return onOpenedStream(ctx, r, func(id uint32) error {
		return errors.Join(addOver(ctx, r, id), addOver(ctx, r, id))
	})
}

// checkBothDirections calls back while the plugin serves. Each side counts its own ids, so
// that they may coincide.
func checkBothDirections(ctx context.Context, r *runner) error {
	return onOpenedStream(ctx, r, func(id uint32) error {
		return errors.Join(addOver(ctx, r, id), checkCallBack(ctx, r))
	})
}

func onOpenedStream(ctx context.Context, r *runner, use func(id uint32) error) error {
	opened, err := r.shared.probe.OpenStream(ctx, &pb.OpenStreamRequest{})
	if err != nil {
		return fmt.Errorf("open stream: %w", err)
	}
	return use(opened.GetStreamId())
}

func addOver(ctx context.Context, r *runner, id uint32) error {
	sum, err := contract.AddOver(ctx, r.shared.broker, id, 40, 2)
	if err != nil {
		return err
	}
	return expect("sum", sum, 42)
}
