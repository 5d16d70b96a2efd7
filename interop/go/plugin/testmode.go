// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/hashicorp/go-plugin"

	"course.plugins/interop/contract"
)

// serveTestMode serves without a host: it prints the reattach config as one line of JSON,
// which a host takes over with, and serves until SIGTERM or SIGINT.
func serveTestMode(config *plugin.ServeConfig, tcp bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	reattach := make(chan *plugin.ReattachConfig, 1)
	ended := make(chan struct{})
	config.Test = &plugin.ServeTestConfig{
		Context:          ctx,
		ReattachConfigCh: reattach,
		CloseCh:          ended,
		SyncStdio:        true,
	}
	stdout := os.Stdout
	go plugin.Serve(config)
	select {
	case served := <-reattach:
		if err := printReattach(stdout, contract.NewReattach(served), tcp); err != nil {
			return err
		}
		<-ended
		return nil
	case <-ended:
		return fmt.Errorf("go-plugin ended before it served: the log above says why")
	}
}

func printReattach(stdout *os.File, reattach contract.Reattach, tcp bool) error {
	if tcp {
		address, err := relay(reattach.Addr)
		if err != nil {
			return err
		}
		reattach.Addr = contract.Address{Network: address.Network(), String: address.String()}
	}
	text, err := reattach.JSON()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout, text); err != nil {
		return fmt.Errorf("print the reattach config: %w", err)
	}
	return nil
}
