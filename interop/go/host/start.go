// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"course.plugins/interop/contract"
	pb "course.plugins/interop/gen/probe"
)

func startChecks() []check {
	return []check{
		{group: "version", run: checkVersion, needs: ownStart},
		{group: "network", run: checkNetwork, needs: tcpOnly},
		{group: "look", label: "process", run: checkProcess},
		{group: "look", label: "environment", run: checkEnvironment, needs: ownStart},
		{group: "ping", run: checkPing},
	}
}

func checkVersion(ctx context.Context, r *runner) error {
	expected := r.options.expectVersion
	if expected == 0 {
		expected = slices.Max(r.options.versions)
	}
	look, err := r.shared.probe.Look(ctx, &pb.LookRequest{})
	if err != nil {
		return fmt.Errorf("look: %w", err)
	}
	return errors.Join(
		expect("negotiated version", r.shared.client.NegotiatedVersion(), expected),
		expect("version that the plugin serves", int(look.GetAppVersion()), expected))
}

func checkNetwork(_ context.Context, r *runner) error {
	return expect("network", r.shared.client.ReattachConfig().Addr.Network(), "tcp")
}

func checkProcess(ctx context.Context, r *runner) error {
	look, err := r.shared.probe.Look(ctx, &pb.LookRequest{})
	if err != nil {
		return fmt.Errorf("look: %w", err)
	}
	r.note("the plugin is written in %s", look.GetLanguage())
	return errors.Join(
		expect("pid", int(look.GetPid()), r.shared.client.ReattachConfig().Pid),
		expect("a language is named", look.GetLanguage() != "", true))
}

func checkEnvironment(ctx context.Context, r *runner) error {
	look, err := r.shared.probe.Look(ctx, &pb.LookRequest{})
	if err != nil {
		return fmt.Errorf("look: %w", err)
	}
	expected := []string{
		contract.Handshake.MagicCookieKey, "PLUGIN_PROTOCOL_VERSIONS", "PLUGIN_MIN_PORT", "PLUGIN_MAX_PORT"}
	if r.options.autoMTLS {
		expected = append(expected, "PLUGIN_CLIENT_CERT")
	}
	if r.options.mux {
		expected = append(expected, "PLUGIN_MULTIPLEX_GRPC")
	}
	for _, name := range expected {
		if !slices.Contains(look.GetEnvironmentNames(), name) {
			return errors.New("the plugin does not see " + strconv.Quote(name))
		}
	}
	return nil
}

func checkPing(_ context.Context, r *runner) error {
	return r.shared.protocol.Ping()
}
