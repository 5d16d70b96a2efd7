// SPDX-License-Identifier: Apache-2.0

package contract

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"

	pb "course.plugins/interop/gen/calculator"
)

// acceptTimeout bounds how long a broker may take to open a stream; go-plugin's own waits
// last 5 s.
const acceptTimeout = 10 * time.Second

// SideCalculator is a Calculator that is served on a broker's stream.
type SideCalculator struct {
	// ID is the stream's, of the broker that serves.
	ID     uint32
	server *grpc.Server
	done   chan struct{}
}

// ServeCalculator serves a new Calculator on a new stream of the broker. When it returns, the
// stream is open: a knock that came earlier would find no listener.
func ServeCalculator(broker *plugin.GRPCBroker) (*SideCalculator, error) {
	side := &SideCalculator{ID: broker.NextId(), done: make(chan struct{})}
	opened := make(chan *grpc.Server, 1)
	go func() {
		defer close(side.done)
		broker.AcceptAndServe(side.ID, func(options []grpc.ServerOption) *grpc.Server {
			server := grpc.NewServer(options...)
			pb.RegisterCalculatorServer(server, &Calculator{})
			opened <- server
			return server
		})
	}()
	select {
	case side.server = <-opened:
		return side, nil
	case <-side.done:
		return nil, fmt.Errorf("broker stream %d: not accepted, the log says why", side.ID)
	case <-time.After(acceptTimeout):
		return nil, fmt.Errorf("broker stream %d: not accepted within %v", side.ID, acceptTimeout)
	}
}

// Stop ends the serving, breaks what is under way and waits until the listener is closed.
func (s *SideCalculator) Stop() {
	s.server.Stop()
	<-s.done
}

// AddOver dials a broker's stream, initializes the Calculator there and lets it add.
func AddOver(ctx context.Context, broker *plugin.GRPCBroker, id uint32,
	left, right float64) (sum float64, err error) {
	connection, err := broker.Dial(id)
	if err != nil {
		return 0, fmt.Errorf("dial broker stream %d: %w", id, err)
	}
	defer func() {
		if closing := connection.Close(); closing != nil {
			err = errors.Join(err, fmt.Errorf("close broker stream %d: %w", id, closing))
		}
	}()
	calculator := pb.NewCalculatorClient(connection)
	if _, err := calculator.Initialize(ctx, &pb.InitializeRequest{}); err != nil {
		return 0, fmt.Errorf("initialize over broker stream %d: %w", id, err)
	}
	result, err := calculator.Add(ctx, &pb.Operands{Left: left, Right: right})
	if err != nil {
		return 0, fmt.Errorf("add over broker stream %d: %w", id, err)
	}
	return result.GetValue(), nil
}
