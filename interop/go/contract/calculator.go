// SPDX-License-Identifier: Apache-2.0

package contract

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	pb "course.plugins/interop/gen/calculator"
)

// ErrorTrailer is the trailer that names a calculator's error.
const ErrorTrailer = "calculator-error"

// Values of ErrorTrailer. Calculator.proto says when each is due.
const (
	DivisionByZero   = "DIVISION_BY_ZERO"
	InvalidOperand   = "INVALID_OPERAND"
	ResultOutOfRange = "RESULT_OUT_OF_RANGE"
	NotInitialized   = "NOT_INITIALIZED"
)

// ErrorCodes maps each value of ErrorTrailer to its status code.
var ErrorCodes = map[string]codes.Code{
	DivisionByZero:   codes.InvalidArgument,
	InvalidOperand:   codes.InvalidArgument,
	ResultOutOfRange: codes.OutOfRange,
	NotInitialized:   codes.FailedPrecondition,
}

// Calculator is the service of calculator.proto. Its zero value is ready to serve, and not
// initialized. It is safe for use by many goroutines.
type Calculator struct {
	pb.UnimplementedCalculatorServer

	mu            sync.Mutex
	initializedAt time.Time // zero while not initialized
	calls         int64
	errors        int64
}

// Initialize makes the calculator ready.
func (c *Calculator) Initialize(context.Context, *pb.InitializeRequest) (*pb.InitializeResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.initializedAt.IsZero() {
		c.initializedAt = time.Now()
	}
	return &pb.InitializeResponse{}, nil
}

// Shutdown ends the calculator's work.
func (c *Calculator) Shutdown(context.Context, *pb.ShutdownRequest) (*pb.ShutdownResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.initializedAt = time.Time{}
	return &pb.ShutdownResponse{}, nil
}

// GetStatus works in every state.
func (c *Calculator) GetStatus(context.Context, *pb.GetStatusRequest) (*pb.GetStatusResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	answer := &pb.GetStatusResponse{Calls: c.calls, Errors: c.errors}
	if !c.initializedAt.IsZero() {
		answer.Initialized = true
		answer.UptimeMillis = time.Since(c.initializedAt).Milliseconds()
	}
	return answer, nil
}

// Add answers left + right.
func (c *Calculator) Add(ctx context.Context, o *pb.Operands) (*pb.Result, error) {
	return c.calculate(ctx, o, "+", func(left, right float64) float64 { return left + right })
}

// Subtract answers left - right.
func (c *Calculator) Subtract(ctx context.Context, o *pb.Operands) (*pb.Result, error) {
	return c.calculate(ctx, o, "-", func(left, right float64) float64 { return left - right })
}

// Multiply answers left * right.
func (c *Calculator) Multiply(ctx context.Context, o *pb.Operands) (*pb.Result, error) {
	return c.calculate(ctx, o, "*", func(left, right float64) float64 { return left * right })
}

// Divide answers left / right.
func (c *Calculator) Divide(ctx context.Context, o *pb.Operands) (*pb.Result, error) {
	return c.calculate(ctx, o, "/", func(left, right float64) float64 { return left / right })
}

func (c *Calculator) calculate(ctx context.Context, o *pb.Operands, sign string,
	formula func(left, right float64) float64) (*pb.Result, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls++
	value := formula(o.GetLeft(), o.GetRight())
	if name, message := c.refusal(o.GetLeft(), sign, o.GetRight(), value); name != "" {
		c.errors++
		return nil, refuse(ctx, name, message)
	}
	return &pb.Result{Value: value}, nil
}

// refusal names the error of a calculation and describes it. Its name is empty if there is none.
func (c *Calculator) refusal(left float64, sign string, right, value float64) (name, message string) {
	calculation := fmt.Sprintf("%v %s %v", left, sign, right)
	switch {
	case c.initializedAt.IsZero():
		return NotInitialized, "call Initialize first"
	case !finite(left) || !finite(right):
		return InvalidOperand, calculation + ": expected finite numbers"
	case sign == "/" && right == 0:
		return DivisionByZero, calculation
	case !finite(value):
		return ResultOutOfRange, calculation + " is too large for a double"
	default:
		return "", ""
	}
}

func finite(number float64) bool {
	return !math.IsNaN(number) && !math.IsInf(number, 0)
}

func refuse(ctx context.Context, name, message string) error {
	if err := grpc.SetTrailer(ctx, metadata.Pairs(ErrorTrailer, name)); err != nil {
		return status.Errorf(codes.Internal, "set trailer %s: %v", ErrorTrailer, err)
	}
	return status.Error(ErrorCodes[name], message)
}
