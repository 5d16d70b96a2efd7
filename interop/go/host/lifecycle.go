// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"syscall"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"course.plugins/interop/gen/calculator"
	"course.plugins/interop/gen/probe"
)

// gracePeriod is go-plugin's: after it, Kill kills by force.
const gracePeriod = 2 * time.Second

func lifecycleChecks() []check {
	return []check{
		{group: "interrupt", run: checkInterrupt, needs: ownStart},
		{group: "reattach", run: checkReattach, needs: plainOwn},
		{group: "kill", label: "graceful", run: checkKill, needs: ownStart},
		{group: "kill", label: "with-streams", run: checkKillWithStreams, needs: ownStart},
		{group: "kill", label: "socket", run: checkKillSocket, needs: ownStart},
		{group: "kill", label: "takeover", run: checkKillTakeover, needs: takeover},
	}
}

// checkInterrupt expects that the plugin ignores what a terminal sends to all its processes.
func checkInterrupt(_ context.Context, r *runner) error {
	if err := r.shared.config.Cmd.Process.Signal(os.Interrupt); err != nil {
		return fmt.Errorf("interrupt: %w", err)
	}
	return r.shared.protocol.Ping()
}

// checkReattach takes over a plugin with a second client, which kills it.
func checkReattach(ctx context.Context, r *runner) error {
	first, err := r.started()
	if err != nil {
		return err
	}
	defer func() { _ = first.killed(ctx) }()
	o := r.options
	o.command = nil
	second := newSession(o, r.log)
	second.config.Reattach = first.client.ReattachConfig()
	// Not documented, and works: with the first client's TLS config AutoMTLS is no obstacle.
	second.config.TLSConfig = first.config.TLSConfig
	if err := second.connect(); err != nil {
		return fmt.Errorf("reattach: %w", err)
	}
	if _, err := second.calculator.Initialize(ctx, &calculator.InitializeRequest{}); err != nil {
		return fmt.Errorf("initialize: %w", err)
	}
	if err := answers(ctx, second.calculator.Add, 40, 2, 42); err != nil {
		return err
	}
	if err := second.killed(ctx); err != nil {
		return err
	}
	gone := func() string { return "the first client does not see that the plugin ended" }
	if err := eventually(ctx, gone, first.client.Exited); err != nil {
		return err
	}
	return expect("exit code", first.config.Cmd.ProcessState.ExitCode(), 0)
}

func checkKill(ctx context.Context, r *runner) error {
	return killStarted(ctx, r, nothing, endedByItself)
}

// checkKillWithStreams kills while both sides serve a stream.
func checkKillWithStreams(ctx context.Context, r *runner) error {
	return killStarted(ctx, r, checkBothDirections, endedByItself)
}

// checkKillSocket expects that the plugin takes its socket's file away.
func checkKillSocket(ctx context.Context, r *runner) error {
	var address net.Addr
	var language string
	look := func(ctx context.Context, on *runner) error {
		address = on.shared.client.ReattachConfig().Addr
		answer, err := on.shared.probe.Look(ctx, &probe.LookRequest{})
		language = answer.GetLanguage()
		return err
	}
	return killStarted(ctx, r, look, func(*session) error {
		if language == "go" && r.options.mux {
			return skipped("with mux go-plugin itself leaves the file behind")
		}
		return socketGone(address)
	})
}

func nothing(context.Context, *runner) error { return nil }

// killStarted starts a plugin, uses it, kills it and looks at what is left.
func killStarted(ctx context.Context, r *runner,
	use func(context.Context, *runner) error, after func(*session) error) error {
	own, err := r.started()
	if err != nil {
		return err
	}
	defer func() { _ = own.destroy() }()
	if err := use(ctx, &runner{options: r.options, log: r.log, shared: own}); err != nil {
		return err
	}
	began := time.Now()
	if err := own.killed(ctx); err != nil {
		return err
	}
	took := time.Since(began)
	r.note("kill took %v", took.Round(time.Millisecond))
	if took > gracePeriod {
		slow := fmt.Errorf("kill took %v, more than the %v of grace", took, gracePeriod)
		return errors.Join(slow, after(own))
	}
	return after(own)
}

// endedByItself expects that nobody had to force the process.
func endedByItself(own *session) error {
	state := own.config.Cmd.ProcessState
	if state == nil {
		return errors.New("kill returned before the process ended")
	}
	return errors.Join(
		expect("end of the process", state.String(), "exit status 0"),
		expect("status of a ping after the kill", status.Code(own.protocol.Ping()), codes.Canceled))
}

func socketGone(address net.Addr) error {
	if address.Network() != "unix" {
		return nil
	}
	_, err := os.Stat(address.String())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("socket file: %w", err)
	}
	return fmt.Errorf("the socket file %s is still there", address)
}

// checkKillTakeover kills what this host did not start. A plugin in test mode ends by itself
// only.
func checkKillTakeover(ctx context.Context, r *runner) error {
	pid := r.options.reattach.Pid
	if err := r.shared.killed(ctx); err != nil {
		return err
	}
	alive := func() bool { return syscall.Kill(pid, 0) == nil }
	if r.options.reattach.Test {
		return errors.Join(
			expect("the process of a plugin in test mode lives after a kill", alive(), true),
			r.shared.protocol.Ping())
	}
	return eventually(ctx, func() string { return fmt.Sprintf("process %d still lives", pid) },
		func() bool { return !alive() })
}
