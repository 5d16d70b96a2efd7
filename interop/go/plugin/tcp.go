// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/go-plugin"

	"course.plugins/interop/contract"
)

// serveOnTCP serves as go-plugin does, and offers TCP. The real module listens on TCP on
// Windows only, with no switch. So it serves on its Unix socket here too; this relays a TCP
// port to it and names that port in the handshake line. TLS, multiplexing and all else stay
// the real module's.
func serveOnTCP(config *plugin.ServeConfig) error {
	hostsStdout := os.Stdout
	reader, writer, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("pipe for the handshake line: %w", err)
	}
	os.Stdout = writer
	go func() {
		if err := offerTCP(reader, hostsStdout); err != nil {
			fmt.Fprintf(os.Stderr, "interop-plugin: %v\n", err)
			os.Exit(1)
		}
	}()
	plugin.Serve(config)
	return nil
}

// offerTCP reads go-plugin's handshake line and prints it with a TCP address.
func offerTCP(from io.Reader, to io.Writer) error {
	line, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		return fmt.Errorf("read the handshake line: %w", err)
	}
	fields := strings.Split(line, "|")
	if len(fields) < 5 {
		return fmt.Errorf("handshake line %q: fewer than 5 fields", line)
	}
	address, err := relay(contract.Address{Network: fields[2], String: fields[3]})
	if err != nil {
		return err
	}
	fields[2], fields[3] = address.Network(), address.String()
	if _, err := io.WriteString(to, strings.Join(fields, "|")); err != nil {
		return fmt.Errorf("print the handshake line: %w", err)
	}
	return nil
}

// relay listens on TCP and copies each connection to and from `target`, until the process ends.
func relay(target contract.Address) (net.Addr, error) {
	listener, err := listenInPortRange()
	if err != nil {
		return nil, err
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go relayOne(connection, target)
		}
	}()
	return listener.Addr(), nil
}

// listenInPortRange takes the first free port of the range that the host gave, as go-plugin
// does on Windows; any port if it gave none.
func listenInPortRange() (net.Listener, error) {
	first, last, err := portRange()
	if err != nil {
		return nil, err
	}
	for port := first; port <= last; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return listener, nil
		}
	}
	return nil, fmt.Errorf("no free TCP port in %d-%d", first, last)
}

func portRange() (first, last int, err error) {
	for name, port := range map[string]*int{"PLUGIN_MIN_PORT": &first, "PLUGIN_MAX_PORT": &last} {
		text := os.Getenv(name)
		if text == "" {
			continue
		}
		if *port, err = strconv.Atoi(text); err != nil {
			return 0, 0, fmt.Errorf("%s is %q: %w", name, text, err)
		}
	}
	return first, last, nil
}

func relayOne(connection net.Conn, target contract.Address) {
	defer func() { _ = connection.Close() }()
	other, err := net.Dial(target.Network, target.String)
	if err != nil {
		return
	}
	defer func() { _ = other.Close() }()
	var both sync.WaitGroup
	both.Go(func() { _ = copyHalf(other, connection) })
	both.Go(func() { _ = copyHalf(connection, other) })
	both.Wait()
}

// copyHalf copies one direction to its end and passes the end on.
func copyHalf(to, from net.Conn) error {
	_, copying := io.Copy(to, from)
	half, ok := to.(interface{ CloseWrite() error })
	if !ok {
		return copying
	}
	return errors.Join(copying, half.CloseWrite())
}
