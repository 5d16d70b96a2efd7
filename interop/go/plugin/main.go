// SPDX-License-Identifier: Apache-2.0

// Command interop-plugin serves the course's Calculator and Probe on the real go-plugin.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"

	"course.plugins/interop/contract"
	"course.plugins/interop/gen/calculator"
	"course.plugins/interop/gen/probe"
)

type flags struct {
	versions     string
	tcp          bool
	messageLimit int
	testMode     bool
}

func main() {
	var f flags
	flag.StringVar(&f.versions, "versions", "1", "versions of the application's protocol, such as 1,2")
	flag.BoolVar(&f.tcp, "tcp", false, "offer a TCP address, and relay it to go-plugin's Unix socket")
	flag.IntVar(&f.messageLimit, "message-limit", 0, "largest message taken, in bytes; 0 is gRPC's 4 MiB")
	flag.BoolVar(&f.testMode, "test-mode", false, "print the reattach config, serve until SIGTERM")
	flag.Parse()
	if err := run(f); err != nil {
		fmt.Fprintf(os.Stderr, "interop-plugin: %v\n", err)
		os.Exit(1)
	}
}

func run(f flags) error {
	versions, err := contract.ParseVersions(f.versions)
	if err != nil {
		return err
	}
	logger := hclog.New(&hclog.LoggerOptions{Level: hclog.Debug, Output: os.Stderr, JSONFormat: true})
	config := &plugin.ServeConfig{
		HandshakeConfig: contract.Handshake,
		VersionedPlugins: contract.VersionedPlugins(versions, func(version int) plugin.PluginSet {
			return plugin.PluginSet{
				contract.CalculatorName: &calculatorPlugin{},
				contract.ProbeName:      &probePlugin{version: version, logger: logger},
			}
		}),
		GRPCServer: serverFactory(f.messageLimit),
		Logger:     logger,
	}
	switch {
	case f.testMode:
		return serveTestMode(config, f.tcp)
	case f.tcp:
		return serveOnTCP(config)
	default:
		plugin.Serve(config)
		return nil
	}
}

func serverFactory(messageLimit int) func([]grpc.ServerOption) *grpc.Server {
	return func(options []grpc.ServerOption) *grpc.Server {
		if messageLimit > 0 {
			options = append(options, grpc.MaxRecvMsgSize(messageLimit))
		}
		return grpc.NewServer(options...)
	}
}

type calculatorPlugin struct {
	plugin.NetRPCUnsupportedPlugin
}

func (*calculatorPlugin) GRPCServer(_ *plugin.GRPCBroker, server *grpc.Server) error {
	calculator.RegisterCalculatorServer(server, &contract.Calculator{})
	return nil
}

func (*calculatorPlugin) GRPCClient(context.Context, *plugin.GRPCBroker, *grpc.ClientConn) (any, error) {
	return nil, errHostSide
}

type probePlugin struct {
	plugin.NetRPCUnsupportedPlugin
	version int
	logger  hclog.Logger
}

func (p *probePlugin) GRPCServer(broker *plugin.GRPCBroker, server *grpc.Server) error {
	probe.RegisterProbeServer(server, &prober{version: p.version, logger: p.logger, broker: broker})
	return nil
}

func (*probePlugin) GRPCClient(context.Context, *plugin.GRPCBroker, *grpc.ClientConn) (any, error) {
	return nil, errHostSide
}
