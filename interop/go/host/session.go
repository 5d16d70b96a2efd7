// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"

	"course.plugins/interop/contract"
	"course.plugins/interop/gen/calculator"
	"course.plugins/interop/gen/probe"
)

// session is one plugin as a host sees it.
type session struct {
	options options
	config  *plugin.ClientConfig
	client  *plugin.Client
	stdout  *recorder
	stderr  *recorder
	logs    *logRecorder

	protocol   plugin.ClientProtocol
	calculator calculator.CalculatorClient
	probe      probe.ProbeClient
	broker     *plugin.GRPCBroker
}

// newSession prepares a plugin: nothing runs before open.
func newSession(o options, log io.Writer) *session {
	s := &session{options: o, stdout: &recorder{}, stderr: &recorder{}, logs: &logRecorder{}}
	// A level below debug would log each piece of stdio.
	logger := hclog.NewInterceptLogger(&hclog.LoggerOptions{Name: "host", Level: hclog.Debug, Output: log})
	logger.RegisterSink(s.logs)
	set := func(int) plugin.PluginSet {
		return plugin.PluginSet{
			contract.CalculatorName: &calculatorClient{},
			contract.ProbeName:      &probeClient{},
		}
	}
	s.config = &plugin.ClientConfig{
		HandshakeConfig:     contract.Handshake,
		VersionedPlugins:    contract.VersionedPlugins(o.versions, set),
		AllowedProtocols:    []plugin.Protocol{plugin.ProtocolGRPC},
		AutoMTLS:            o.autoMTLS,
		GRPCBrokerMultiplex: o.mux,
		StartTimeout:        o.timeout,
		SyncStdout:          s.stdout,
		SyncStderr:          s.stderr,
		Logger:              logger,
	}
	if len(o.command) > 0 {
		s.config.Cmd = exec.Command(o.command[0], o.command[1:]...)
	} else {
		// A reattaching client looks at Plugins only.
		s.config.Plugins = set(0)
	}
	return s
}

// open starts the plugin, or reattaches to it, and dispenses what it has.
func (s *session) open() error {
	if s.options.reattach != nil {
		config, err := s.options.reattach.Config()
		if err != nil {
			return err
		}
		s.config.Reattach = config
	}
	return s.connect()
}

func (s *session) connect() (err error) {
	s.client = plugin.NewClient(s.config)
	if s.protocol, err = s.client.Client(); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	dispensed, err := s.protocol.Dispense(contract.CalculatorName)
	if err != nil {
		return fmt.Errorf("dispense %s: %w", contract.CalculatorName, err)
	}
	s.calculator = dispensed.(calculator.CalculatorClient)
	if dispensed, err = s.protocol.Dispense(contract.ProbeName); err != nil {
		return fmt.Errorf("dispense %s: %w", contract.ProbeName, err)
	}
	prober := dispensed.(dispensedProbe)
	s.probe, s.broker = prober.ProbeClient, prober.broker
	return nil
}

// killed kills as go-plugin does, and reports what took longer than ctx allows.
func (s *session) killed(ctx context.Context) error {
	if s.client == nil {
		return nil
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.client.Kill()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return errors.Join(fmt.Errorf("kill: %w", ctx.Err()), s.destroy())
	}
}

// destroy ends the process if it still runs, without go-plugin.
func (s *session) destroy() error {
	if s.config.Cmd == nil || s.config.Cmd.Process == nil {
		return nil
	}
	if err := s.config.Cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("destroy: %w", err)
	}
	return nil
}

// calculatorClient dispenses a Calculator.
type calculatorClient struct {
	plugin.NetRPCUnsupportedPlugin
}

func (*calculatorClient) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error {
	return errPluginSide
}

func (*calculatorClient) GRPCClient(_ context.Context, _ *plugin.GRPCBroker,
	connection *grpc.ClientConn) (any, error) {
	return calculator.NewCalculatorClient(connection), nil
}

// probeClient dispenses a Probe and the connection's broker.
type probeClient struct {
	plugin.NetRPCUnsupportedPlugin
}

type dispensedProbe struct {
	probe.ProbeClient
	broker *plugin.GRPCBroker
}

func (*probeClient) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error {
	return errPluginSide
}

func (*probeClient) GRPCClient(_ context.Context, broker *plugin.GRPCBroker,
	connection *grpc.ClientConn) (any, error) {
	return dispensedProbe{ProbeClient: probe.NewProbeClient(connection), broker: broker}, nil
}

// recorder keeps what is written to it. It is safe for use by many goroutines.
type recorder struct {
	mu   sync.Mutex
	data []byte
}

func (r *recorder) Write(data []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.data = append(r.data, data...)
	return len(data), nil
}

// from answers a copy of all bytes after the first `start`.
func (r *recorder) from(start int) []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]byte(nil), r.data[start:]...)
}

func (r *recorder) len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.data)
}

// logRecord is a line that arrived at the host's logger.
type logRecord struct {
	level   hclog.Level
	message string
}

// logRecorder keeps what a logger logs. It is a hclog.SinkAdapter.
type logRecorder struct {
	mu      sync.Mutex
	records []logRecord
}

// Accept implements hclog.SinkAdapter.
func (r *logRecorder) Accept(_ string, level hclog.Level, message string, _ ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.records = append(r.records, logRecord{level: level, message: message})
}

// at answers a copy of the records of a level.
func (r *logRecorder) at(level hclog.Level) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var messages []string
	for _, record := range r.records {
		if record.level == level {
			messages = append(messages, record.message)
		}
	}
	return messages
}
