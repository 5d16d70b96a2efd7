// SPDX-License-Identifier: Apache-2.0

// Command interop-host starts any plugin with the real go-plugin and checks it: one line a
// check on stdout, `pass <name>`, `fail <name>: <reason>` or `skip <name>: <reason>`. Its
// exit code is 0 if none failed, 1 if one did, 2 if it could not begin.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"course.plugins/interop/contract"
)

// options are the command line.
type options struct {
	autoMTLS      bool
	mux           bool
	versions      []int
	expectVersion int
	expectTCP     bool
	messageLimit  int
	selection     []string
	reattach      *contract.Reattach // nil: start the command
	hold          bool
	timeout       time.Duration
	verbose       bool
	command       []string
}

func main() {
	o, err := parse(os.Args[1:])
	if err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(os.Stderr, "interop-host: %v\n", err)
		}
		os.Exit(2)
	}
	passed, err := run(o)
	if err != nil {
		fmt.Fprintf(os.Stderr, "interop-host: %v\n", err)
		os.Exit(2)
	}
	if !passed {
		os.Exit(1)
	}
}

func parse(arguments []string) (options, error) {
	var o options
	var versions, selection, reattach string
	set := flag.NewFlagSet("interop-host", flag.ContinueOnError)
	set.BoolVar(&o.autoMTLS, "automtls", false, "TLS with a certificate of this start on both sides")
	set.BoolVar(&o.mux, "mux", false, "multiplex the broker's streams over one connection")
	set.StringVar(&versions, "versions", "1", "versions of the application's protocol that are offered")
	set.IntVar(&o.expectVersion, "expect-version", 0, "version that must be chosen; 0: the highest offered")
	set.BoolVar(&o.expectTCP, "protocol-tcp", false, "the plugin must listen on TCP; a host has no say in it")
	set.IntVar(&o.messageLimit, "message-limit", 4<<20, "largest message that the plugin takes, in bytes")
	set.StringVar(&selection, "checks", "all", "groups or names of checks, such as calculator,echo")
	set.StringVar(&reattach, "reattach", "", "take over a running plugin: its reattach config as JSON")
	set.BoolVar(&o.hold, "hold", false, "after the checks print `hold JSON`, kill the plugin when stdin ends")
	set.DurationVar(&o.timeout, "timeout", 60*time.Second, "for each check")
	set.BoolVar(&o.verbose, "v", false, "go-plugin's log and measurements on stderr")
	set.Usage = func() {
		fmt.Fprintf(set.Output(), "usage: interop-host [flags] -- command args...\n")
		set.PrintDefaults()
		fmt.Fprintf(set.Output(), "checks: %s\n", strings.Join(groupNames(), ", "))
	}
	if err := set.Parse(arguments); err != nil {
		return options{}, err
	}
	o.command = set.Args()
	o.selection = strings.Split(selection, ",")
	var err error
	if o.versions, err = contract.ParseVersions(versions); err != nil {
		return options{}, err
	}
	if reattach != "" {
		config, err := contract.ParseReattach(reattach)
		if err != nil {
			return options{}, err
		}
		o.reattach = &config
	}
	return o, o.validate()
}

func (o *options) validate() error {
	switch {
	case o.reattach == nil && len(o.command) == 0:
		return errors.New("no plugin: give its command after --, or -reattach")
	case o.reattach != nil && len(o.command) > 0:
		return errors.New("-reattach takes over a running plugin: give no command")
	case o.reattach != nil && (o.autoMTLS || o.mux):
		return errors.New("go-plugin reattaches neither with -automtls nor with -mux")
	case o.messageLimit <= 200<<10:
		return fmt.Errorf("-message-limit %d: must be more than 200 KiB", o.messageLimit)
	default:
		return nil
	}
}
