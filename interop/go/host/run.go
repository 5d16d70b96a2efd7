// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"course.plugins/interop/contract"
)

var errPluginSide = errors.New("this program is a host: it has no plugin's side")

// killTimeout bounds a Kill outside the checks: go-plugin's own lasts for ever if the plugin
// hangs.
const killTimeout = 15 * time.Second

// lastWords is how long a step may take to say why it ran into its timeout.
const lastWords = 3 * time.Second

// runner runs checks over one plugin; some start others of their own.
type runner struct {
	options options
	log     io.Writer
	shared  *session
	failed  bool

	mu       sync.Mutex
	sessions []*session // all that were opened
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
	unwatch := r.abortOnSignal()
	defer unwatch()
	r.shared = r.newSession()
	r.report("start", r.bounded(func(context.Context) error { return r.shared.open() }))
	if r.failed {
		return false, nil
	}
	for _, check := range checks {
		r.report(check.name(), r.bounded(func(ctx context.Context) error { return check.run(ctx, r) }))
	}
	if o.hold && !r.failed {
		unwatch()
		if err := r.hold(); err != nil {
			return false, err
		}
	}
	return !r.failed, nil
}

// bounded runs a step with a timeout, and gives up on it if it does not keep to that.
func (r *runner) bounded(step func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), r.options.timeout)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- step(ctx) }()
	select {
	case err := <-done:
		return err
	case <-time.After(r.options.timeout + lastWords):
		return fmt.Errorf("hangs: not done %v after its timeout of %v", lastWords, r.options.timeout)
	}
}

func (r *runner) report(name string, err error) {
	var reason skipped
	switch {
	case err == nil:
		fmt.Printf("pass %s\n", name)
	case errors.As(err, &reason):
		fmt.Printf("skip %s: %s\n", name, reason)
	default:
		r.failed = true
		fmt.Printf("fail %s: %s\n", name, oneLine(err.Error()))
	}
}

// skipped is why a check says nothing about this plugin.
type skipped string

func (s skipped) Error() string { return string(s) }

// note prints a measurement where it was asked for.
func (r *runner) note(format string, arguments ...any) {
	_, _ = fmt.Fprintf(r.log, "note: "+format+"\n", arguments...)
}

func (r *runner) newSession() *session {
	r.mu.Lock()
	defer r.mu.Unlock()
	opened := newSession(r.options, r.log)
	r.sessions = append(r.sessions, opened)
	return opened
}

// abortOnSignal makes SIGINT and SIGTERM end this program and all plugins it started, until
// the answered function is called.
func (r *runner) abortOnSignal() (unwatch func()) {
	ctx, stop := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		defer signal.Stop(signals)
		select {
		case <-ctx.Done():
		case received := <-signals:
			r.mu.Lock()
			defer r.mu.Unlock()
			fmt.Fprintf(os.Stderr, "interop-host: %v, ends its plugins\n", received)
			for _, opened := range r.sessions {
				_ = opened.destroy()
			}
			os.Exit(2)
		}
	}()
	return stop
}

// started starts one more plugin of the same command, for a check that ends it.
func (r *runner) started() (*session, error) {
	own := r.newSession()
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
