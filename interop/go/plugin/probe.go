// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"course.plugins/interop/contract"
	pb "course.plugins/interop/gen/probe"
)

var errHostSide = errors.New("this program is a plugin: it has no host's side")

// maxLogLines is probe.proto's.
const maxLogLines = 1_000_000

// prober is the service of probe.proto.
type prober struct {
	pb.UnimplementedProbeServer
	version int
	logger  hclog.Logger
	broker  *plugin.GRPCBroker

	mu   sync.Mutex
	side *contract.SideCalculator // of the last OpenStream, nil before
}

func (p *prober) CallBack(ctx context.Context,
	request *pb.CallBackRequest) (*pb.CallBackResponse, error) {
	if request.GetStreamId() == 0 {
		return nil, status.Error(codes.InvalidArgument, "stream_id is 0, must be 1 or more")
	}
	id, operands := request.GetStreamId(), request.GetOperands()
	sum, err := contract.AddOver(ctx, p.broker, id, operands.GetLeft(), operands.GetRight())
	if err != nil {
		return nil, status.Errorf(codes.Unavailable, "call back: %v", err)
	}
	return &pb.CallBackResponse{Sum: sum}, nil
}

func (p *prober) OpenStream(context.Context, *pb.OpenStreamRequest) (*pb.OpenStreamResponse, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.side != nil {
		p.side.Stop()
		p.side = nil
	}
	side, err := contract.ServeCalculator(p.broker)
	if err != nil {
		return nil, status.Errorf(codes.Unavailable, "open stream: %v", err)
	}
	p.side = side
	return &pb.OpenStreamResponse{StreamId: side.ID}, nil
}

func (p *prober) Accumulate(stream grpc.BidiStreamingServer[pb.Operands, pb.Sum]) error {
	var sum float64
	for {
		operands, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		sum += operands.GetLeft() + operands.GetRight()
		if err := stream.Send(&pb.Sum{Value: sum}); err != nil {
			return err
		}
	}
}

func (p *prober) Echo(_ context.Context, payload *pb.Payload) (*pb.Payload, error) {
	return payload, nil
}

func (p *prober) Write(_ context.Context, request *pb.WriteRequest) (*pb.WriteResponse, error) {
	// Read at each call: go-plugin replaces both when it begins to serve.
	out := os.Stdout
	if request.GetChannel() == pb.WriteRequest_STDERR {
		out = os.Stderr
	}
	if _, err := out.Write(request.GetData()); err != nil {
		return nil, status.Errorf(codes.Internal, "write to %v: %v", request.GetChannel(), err)
	}
	return &pb.WriteResponse{}, nil
}

func (p *prober) Log(ctx context.Context, request *pb.LogRequest) (*pb.LogResponse, error) {
	lines, length := int(request.GetLines()), int(request.GetLineBytes())
	if lines < 0 || lines > maxLogLines || length < 1 {
		return nil, status.Errorf(codes.InvalidArgument, "%d lines of %d bytes: out of range", lines, length)
	}
	for number := 1; number <= lines; number++ {
		if err := ctx.Err(); err != nil {
			return nil, status.FromContextError(err).Err()
		}
		text := strconv.Itoa(number)
		p.logger.Info(text + strings.Repeat(".", max(0, length-len(text))))
	}
	return &pb.LogResponse{}, nil
}

func (p *prober) Look(context.Context, *pb.LookRequest) (*pb.LookResponse, error) {
	var names []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		names = append(names, name)
	}
	return &pb.LookResponse{
		Pid:              int64(os.Getpid()),
		AppVersion:       int32(p.version),
		Language:         "go",
		EnvironmentNames: names,
	}, nil
}
