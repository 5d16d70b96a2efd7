package faultlab;

import basics.ListeningServer;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.InitializeRequest;
import course.calculator.v1.InitializeResponse;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/// Faults in a call: each happens in `Add`.
final class CallFaults {
  private CallFaults() {}

  static void closesInMidCall(int seconds) throws InterruptedException {
    CompletableFuture<ListeningServer> server = new CompletableFuture<>();
    new WorkingPlugin()
        .with(
            WorkingPlugin.Part.CALCULATOR,
            new Faulty(
                answer ->
                    // On a thread of its own: close waits for this call, and breaks it off.
                    Thread.ofPlatform().start(() -> server.join().close())))
        .beforeLine(server::complete)
        .run();
  }

  static void crashesInMidCall(int seconds) throws InterruptedException {
    inMidCall(
        answer -> {
          System.err.println("calculator: the accumulator is on fire");
          Runtime.getRuntime().halt(3);
        });
  }

  static void killedInMidCall(int seconds) throws InterruptedException {
    inMidCall(answer -> Itself.signal("KILL"));
  }

  static void lateAnswer(int seconds) throws InterruptedException {
    inMidCall(
        answer -> {
          Itself.waitSeconds(seconds);
          answer.onNext(Result.newBuilder().setValue(5).build());
          answer.onCompleted();
        });
  }

  static void stops(int seconds) throws InterruptedException {
    inMidCall(answer -> Itself.signal("STOP"));
  }

  static void answersTwice(int seconds) throws InterruptedException {
    inMidCall(
        answer -> {
          answer.onNext(Result.newBuilder().setValue(5).build());
          answer.onNext(Result.newBuilder().setValue(6).build());
          answer.onCompleted();
        });
  }

  private static void inMidCall(Add add) throws InterruptedException {
    new WorkingPlugin().with(WorkingPlugin.Part.CALCULATOR, new Faulty(add)).run();
  }

  /// What happens instead of an addition.
  private interface Add {
    void answer(StreamObserver<Result> answer) throws IOException, InterruptedException;
  }

  private static final class Faulty extends CalculatorGrpc.CalculatorImplBase {
    private final Add add;

    Faulty(Add add) {
      this.add = add;
    }

    @Override
    public void initialize(InitializeRequest request, StreamObserver<InitializeResponse> answer) {
      answer.onNext(InitializeResponse.getDefaultInstance());
      answer.onCompleted();
    }

    @Override
    public void add(Operands operands, StreamObserver<Result> answer) {
      try {
        add.answer(answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
