package conformance;

import course.goplugin.ConnInfo;
import course.goplugin.Empty;
import course.goplugin.GRPCBrokerGrpc;
import course.goplugin.GRPCControllerGrpc;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.Attributes;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a host does with its plugin, from the line to the end.
final class HostConduct {
  /// How often the plugin notes that it still lives.
  private static final long BEAT_MILLIS = 25;

  /// What go-plugin's host grants, less what measuring takes.
  private static final Duration GRACE = Duration.ofMillis(1_900);

  private final Ledger ledger;
  private final Map<String, Integer> calls = new TreeMap<>();
  private volatile long lineNanos = System.nanoTime();
  private volatile long shutdownNanos;
  private boolean over;

  HostConduct(Ledger ledger) {
    this.ledger = ledger;
  }

  void expectAll() {
    expect(
        "stderr-read",
        "go-plugin: the host reads the plugin's stderr to its end.",
        Finding.skip("the plugin has not come so far"));
    expect(
        "stdout-read",
        "go-plugin: the host goes on to read stdout after the line, and drops it.",
        Finding.skip("the plugin has not come so far"));
    expect("dial", "go-plugin: the host connects to the line's address.", never());
    expect(
        "authority",
        "HTTP/2. `:authority` is a name (go-plugin: `unused`, with TLS `localhost`), no path.",
        Finding.skip("no call so far"));
    expect(
        "stdio",
        "go-plugin: GRPCStdio.StreamStdio. The host calls it once, as soon as it has connected.",
        never());
    expect(
        "broker",
        "go-plugin: GRPCBroker.StartStream. The host opens it as soon as it has connected.",
        Finding.note("never: this host has no side connections"));
    expect("calls", "For information.", Finding.note("none"));
    expect(
        "shutdown", "go-plugin: GRPCController.Shutdown. The host asks before it kills.", never());
    expect(
        "grace",
        "go-plugin: after Shutdown the plugin has 2 s to end by itself.",
        Finding.skip("no Shutdown so far"));
  }

  private void expect(String name, String rule, Finding finding) {
    ledger.expect(name, rule, finding);
  }

  private static Finding never() {
    return Finding.fail("never");
  }

  void printsLine() {
    lineNanos = System.nanoTime();
  }

  private static double secondsSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis() / 1e3;
  }

  ServerTransportFilter connectionWatch() {
    return new ServerTransportFilter() {
      @Override
      public Attributes transportReady(Attributes attributes) {
        if (ledger.verdict("dial") == Verdict.FAIL) {
          ledger.see("dial", Finding.pass("%.2f s after the line", secondsSince(lineNanos)));
        }
        return attributes;
      }
    };
  }

  ServerInterceptor callWatch() {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        seeCall(call.getMethodDescriptor().getFullMethodName(), call.getAuthority());
        return next.startCall(call, headers);
      }
    };
  }

  private void seeCall(String method, @Nullable String authority) {
    String name = String.valueOf(authority);
    if (ledger.verdict("authority") != Verdict.FAIL) {
      ledger.see("authority", Finding.of(!name.contains("/"), "%s", name));
    }
    if (!method.startsWith("plugin.")) {
      ledger.see(
          "calls", Finding.note("%s", counted(method.substring(method.lastIndexOf('.') + 1))));
    }
  }

  private synchronized String counted(String method) {
    calls.merge(method, 1, Integer::sum);
    return String.join(
        ", ", calls.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
  }

  List<BindableService> services() {
    return List.of(new Stdio(), new Broker(), new Controller());
  }

  private void seeStream(String check, String method) {
    if (ledger.verdict(check) == Verdict.PASS) {
      ledger.see(check, Finding.fail("%s was called again: its data goes to one caller", method));
    } else {
      ledger.see(check, Finding.pass("%.2f s after the line", secondsSince(lineNanos)));
    }
  }

  private void isAskedToEnd() {
    shutdownNanos = System.nanoTime();
    ledger.see("shutdown", Finding.pass("%.1f s after the line", secondsSince(lineNanos)));
    Thread.ofPlatform().daemon().name("heartbeat").start(this::beat);
  }

  /// SIGKILL cannot be seen. So the report always says how long the plugin has lived since
  /// Shutdown; what it says last is when the host killed it.
  private void beat() {
    try {
      while (seesGrace("killed", /* last= */ false)) {
        TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param last whether nothing may follow
  /// @return whether it was noted: not after the last word
  private synchronized boolean seesGrace(String how, boolean last) {
    if (over) {
      return false;
    }
    over = last;
    double seconds = secondsSince(shutdownNanos);
    ledger.see(
        "grace",
        Finding.of(seconds * 1e3 >= GRACE.toMillis(), "%s %.2f s after Shutdown", how, seconds));
    return true;
  }

  void isTerminated() {
    if (shutdownNanos != 0) {
      boolean _ = seesGrace("SIGTERM", /* last= */ true);
    } else {
      ledger.see("shutdown", Finding.fail("never: SIGTERM came without a word"));
    }
  }

  synchronized void hostIsGone() {
    over = true;
    if (shutdownNanos == 0) {
      ledger.see("shutdown", Finding.fail("never: the host ended and left its plugin running"));
    } else {
      ledger.see(
          "grace",
          Finding.fail(
              "the host ended %.2f s after Shutdown and left its plugin running",
              secondsSince(shutdownNanos)));
    }
  }

  private final class Controller extends GRPCControllerGrpc.GRPCControllerImplBase {
    @Override
    public void shutdown(Empty request, StreamObserver<Empty> answer) {
      answer.onNext(Empty.getDefaultInstance());
      answer.onCompleted();
      isAskedToEnd();
    }
  }

  private final class Stdio extends GRPCStdioGrpc.GRPCStdioImplBase {
    @Override
    public void streamStdio(com.google.protobuf.Empty request, StreamObserver<StdioData> answer) {
      seeStream("stdio", "StreamStdio");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Broker extends GRPCBrokerGrpc.GRPCBrokerImplBase {
    @Override
    public StreamObserver<ConnInfo> startStream(StreamObserver<ConnInfo> answer) {
      seeStream("broker", "StartStream");
      return new StreamObserver<>() {
        @Override
        public void onNext(ConnInfo info) {
          // No one here dials.
        }

        @Override
        public void onError(Throwable error) {
          // The connection ends.
        }

        @Override
        public void onCompleted() {
          answer.onCompleted();
        }
      };
    }
  }
}
