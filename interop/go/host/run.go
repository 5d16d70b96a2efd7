// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"course.plugins/interop/contract"
)

var (
	errPluginSide  = errors.New("this program is a host: it has no plugin's side")
	errProcessDone = os.ErrProcessDone
)

// killTimeout bounds a Kill outside the checks: go-plugin's own lasts for ever if the plugin
// hangs.
const killTimeout = 15 * time.Second

// runner runs checks over one plugin; some start others of their own.
type runner struct {
	options options
	log     io.Writer
	shared  *session
	failed  bool
}

func run(o options) (passed bool, err error) {
	checks, err := selectChecks(o)
	if err != nil {
		return false, err
	}
	r := &runner{options: o, log: io.Discard}
	if o.verbose {
		r.log = os.Stderr
	}
	defer func() { err = errors.Join(err, r.close()) }()
	r.shared = newSession(o, r.log)
	r.report("start", r.bounded(func(context.Context) error { return r.shared.open() }))
	if r.failed {
		return false, nil
	}
	for _, check := range checks {
		r.report(check.name(), r.bounded(func(ctx context.Context) error { return check.run(ctx, r) }))
	}
	if o.hold && !r.failed {
		if err := r.hold(); err != nil {
			return false, err
		}
	}
	return !r.failed, nil
}

// bounded runs a step and gives up on it after the timeout.
func (r *runner) bounded(step func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), r.options.timeout)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- step(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("not done within %v", r.options.timeout)
	}
}

func (r *runner) report(name string, err error) {
	if err != nil {
		r.failed = true
		fmt.Printf("fail %s: %s\n", name, oneLine(err.Error()))
		return
	}
	fmt.Printf("pass %s\n", name)
}

// note prints a measurement where it was asked for.
func (r *runner) note(format string, arguments ...any) {
	_, _ = fmt.Fprintf(r.log, "note: "+format+"\n", arguments...)
}

// started starts one more plugin of the same command, for a check that ends it.
func (r *runner) started() (*session, error) {
	own := newSession(r.options, r.log)
	if err := own.open(); err != nil {
		return nil, errors.Join(err, own.destroy())
	}
	return own, nil
}

// hold keeps the plugin for others until stdin ends, a signal comes, or the plugin is gone.
func (r *runner) hold() error {
	config := contract.NewReattach(r.shared.client.ReattachConfig())
	config.ProtocolVersion = r.shared.client.NegotiatedVersion()
	text, err := config.JSON()
	if err != nil {
		return err
	}
	fmt.Printf("hold %s\n", text)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	stdinEnded := make(chan struct{})
	go func() {
		defer close(stdinEnded)
		_, _ = io.Copy(io.Discard, os.Stdin)
	}()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for !r.shared.client.Exited() {
		select {
		case <-ctx.Done():
			return nil
		case <-stdinEnded:
			return nil
		case <-tick.C:
		}
	}
	return nil
}

func (r *runner) close() error {
	if r.shared == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), killTimeout)
	defer cancel()
	return r.shared.killed(ctx)
}
