// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"math"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"course.plugins/interop/contract"
	pb "course.plugins/interop/gen/calculator"
)

func calculatorChecks() []check {
	return []check{
		{group: "calculator", label: "not-initialized", run: checkNotInitialized},
		{group: "calculator", label: "arithmetic", run: checkArithmetic},
		{group: "calculator", label: "division-by-zero", run: checkDivisionByZero},
		{group: "calculator", label: "invalid-operand", run: checkInvalidOperand},
		{group: "calculator", label: "out-of-range", run: checkOutOfRange},
		{group: "calculator", label: "status", run: checkStatus},
	}
}

// operation is one of the Calculator's four.
type operation func(context.Context, *pb.Operands, ...grpc.CallOption) (*pb.Result, error)

func checkNotInitialized(ctx context.Context, r *runner) error {
	calculator := r.shared.calculator
	if _, err := calculator.Shutdown(ctx, &pb.ShutdownRequest{}); err != nil {
		return fmt.Errorf("shutdown: %w", err)
	}
	refused := refuses(ctx, calculator.Add, 1, 2, contract.NotInitialized)
	_, err := calculator.Initialize(ctx, &pb.InitializeRequest{})
	return errors.Join(refused, err)
}

func checkArithmetic(ctx context.Context, r *runner) error {
	calculator := r.shared.calculator
	negativeZero := math.Copysign(0, -1)
	return errors.Join(
		answers(ctx, calculator.Add, 2.5, 0.25, 2.75),
		answers(ctx, calculator.Add, 0.1, 0.2, 0.30000000000000004),
		answers(ctx, calculator.Add, negativeZero, negativeZero, negativeZero),
		answers(ctx, calculator.Subtract, 1, 3, -2),
		answers(ctx, calculator.Multiply, 6, 7, 42),
		answers(ctx, calculator.Multiply, math.MaxFloat64, -1, -math.MaxFloat64),
		answers(ctx, calculator.Divide, 1, 3, 1.0/3),
		answers(ctx, calculator.Divide, math.SmallestNonzeroFloat64, 2, 0),
		answers(ctx, calculator.Divide, 0, -5, negativeZero))
}

func checkDivisionByZero(ctx context.Context, r *runner) error {
	divide := r.shared.calculator.Divide
	return errors.Join(
		refuses(ctx, divide, 1, 0, contract.DivisionByZero),
		refuses(ctx, divide, 1, math.Copysign(0, -1), contract.DivisionByZero))
}

func checkInvalidOperand(ctx context.Context, r *runner) error {
	calculator := r.shared.calculator
	return errors.Join(
		refuses(ctx, calculator.Add, math.NaN(), 1, contract.InvalidOperand),
		refuses(ctx, calculator.Multiply, 1, math.Inf(-1), contract.InvalidOperand),
		refuses(ctx, calculator.Divide, math.Inf(1), 0, contract.InvalidOperand))
}

func checkOutOfRange(ctx context.Context, r *runner) error {
	return refuses(ctx, r.shared.calculator.Multiply, math.MaxFloat64, 2, contract.ResultOutOfRange)
}

func checkStatus(ctx context.Context, r *runner) error {
	calculator := r.shared.calculator
	before, err := calculator.GetStatus(ctx, &pb.GetStatusRequest{})
	if err != nil {
		return fmt.Errorf("status: %w", err)
	}
	called := errors.Join(
		answers(ctx, calculator.Add, 1, 1, 2),
		refuses(ctx, calculator.Divide, 1, 0, contract.DivisionByZero))
	after, err := calculator.GetStatus(ctx, &pb.GetStatusRequest{})
	if err != nil {
		return errors.Join(called, fmt.Errorf("status: %w", err))
	}
	return errors.Join(called,
		expect("initialized", after.GetInitialized(), true),
		expect("calls", after.GetCalls(), before.GetCalls()+2),
		expect("errors", after.GetErrors(), before.GetErrors()+1),
		expect("uptime is negative", after.GetUptimeMillis() < 0, false))
}

// answers expects a result, to the bit: -0.0 is not 0.0.
func answers(ctx context.Context, call operation, left, right, expected float64) error {
	result, err := call(ctx, &pb.Operands{Left: left, Right: right})
	if err != nil {
		return fmt.Errorf("of %v and %v: %w", left, right, err)
	}
	if math.Float64bits(result.GetValue()) != math.Float64bits(expected) {
		return fmt.Errorf("of %v and %v: %v, expected %v", left, right, result.GetValue(), expected)
	}
	return nil
}

// refuses expects an error: its status code and its trailer.
func refuses(ctx context.Context, call operation, left, right float64, name string) error {
	var trailer metadata.MD
	result, err := call(ctx, &pb.Operands{Left: left, Right: right}, grpc.Trailer(&trailer))
	if err == nil {
		return fmt.Errorf("of %v and %v: %v, expected %s", left, right, result.GetValue(), name)
	}
	named := "missing"
	if values := trailer.Get(contract.ErrorTrailer); len(values) == 1 {
		named = values[0]
	}
	what := fmt.Sprintf("of %v and %v: ", left, right)
	return errors.Join(
		expect(what+"status", status.Code(err), contract.ErrorCodes[name]),
		expect(what+"trailer "+contract.ErrorTrailer, named, name))
}
