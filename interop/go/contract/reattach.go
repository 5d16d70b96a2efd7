// SPDX-License-Identifier: Apache-2.0

package contract

import (
	"encoding/json"
	"fmt"
	"net"

	"github.com/hashicorp/go-plugin"
)

// Address is where a plugin listens: `unix` and a path, or `tcp` and host:port.
type Address struct {
	Network string
	String  string
}

// Reattach is go-plugin's ReattachConfig as JSON, in the form that programs on go-plugin
// pass to each other.
type Reattach struct {
	Protocol        string
	ProtocolVersion int
	Pid             int
	Test            bool
	Addr            Address
}

// NewReattach converts go-plugin's form.
func NewReattach(config *plugin.ReattachConfig) Reattach {
	return Reattach{
		Protocol:        string(config.Protocol),
		ProtocolVersion: config.ProtocolVersion,
		Pid:             config.Pid,
		Test:            config.Test,
		Addr:            Address{Network: config.Addr.Network(), String: config.Addr.String()},
	}
}

// ParseReattach reads the JSON.
func ParseReattach(text string) (Reattach, error) {
	var reattach Reattach
	if err := json.Unmarshal([]byte(text), &reattach); err != nil {
		return Reattach{}, fmt.Errorf("reattach %q: %w", text, err)
	}
	return reattach, nil
}

// JSON is one line, without its end.
func (r Reattach) JSON() (string, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return "", fmt.Errorf("reattach: %w", err)
	}
	return string(text), nil
}

// Config converts to go-plugin's form.
func (r Reattach) Config() (*plugin.ReattachConfig, error) {
	address, err := r.Addr.resolve()
	if err != nil {
		return nil, fmt.Errorf("reattach: %w", err)
	}
	return &plugin.ReattachConfig{
		Protocol:        plugin.Protocol(r.Protocol),
		ProtocolVersion: r.ProtocolVersion,
		Pid:             r.Pid,
		Test:            r.Test,
		Addr:            address,
	}, nil
}

func (a Address) resolve() (net.Addr, error) {
	switch a.Network {
	case "unix":
		return net.ResolveUnixAddr("unix", a.String)
	case "tcp":
		return net.ResolveTCPAddr("tcp", a.String)
	default:
		return nil, fmt.Errorf("network %q: must be unix or tcp", a.Network)
	}
}
