package probe;

import static probe.CheckFailure.expect;

import course.probe.v1.CallBackRequest;
import course.probe.v1.OpenStreamRequest;
import course.probe.v1.Operands;
import extensions.BrokerException;
import extensions.BrokerServer;
import io.grpc.StatusRuntimeException;

/// Side connections: the plugin calls its host, the host calls what the plugin has opened.
final class BrokerChecks {
  private static final int IN_SEQUENCE = 20;

  /// No one serves it: both sides count their ids from 1.
  private static final int UNKNOWN_STREAM = 4_711;

  private BrokerChecks() {}

  static void addTo(HostRun run) {
    run.check("callback", session -> callBack(session, 1, 2));
    run.check("callback-sequence", BrokerChecks::callBacks);
    run.check("callback-unknown", BrokerChecks::callBackUnknown);
    run.check("open-stream", session -> openStream(session, 1, 2));
    run.check("open-stream-sequence", BrokerChecks::openStreams);
    run.check("open-stream-unknown", BrokerChecks::dialUnknown);
    run.check("both-directions", BrokerChecks::bothDirections);
  }

  private static void callBack(ProbeSession session, double left, double right) {
    try (BrokerServer server = SideCalculator.serve(session.broker())) {
      expect("the sum", sumOf(session, server.streamId(), left, right), left + right);
    }
  }

  private static double sumOf(ProbeSession session, int streamId, double left, double right) {
    return session
        .probe()
        .callBack(
            CallBackRequest.newBuilder()
                .setStreamId(streamId)
                .setOperands(Operands.newBuilder().setLeft(left).setRight(right))
                .build())
        .getSum();
  }

  private static void callBacks(ProbeSession session) {
    for (int i = 0; i < IN_SEQUENCE; i++) {
      callBack(session, i, 0.5);
    }
  }

  private static void callBackUnknown(ProbeSession session) {
    try {
      double sum = sumOf(session, UNKNOWN_STREAM, 1, 2);
      throw new CheckFailure("%s, although no one serves the stream".formatted(sum));
    } catch (StatusRuntimeException e) {
      // As it should be; the connection still works.
      callBack(session, 3, 4);
    }
  }

  private static void openStream(ProbeSession session, double left, double right) {
    int streamId = session.probe().openStream(OpenStreamRequest.getDefaultInstance()).getStreamId();
    double sum = SideCalculator.addOver(session.broker(), streamId, left, right);
    expect("the sum", sum, left + right);
  }

  private static void openStreams(ProbeSession session) {
    for (int i = 0; i < IN_SEQUENCE; i++) {
      openStream(session, i, 0.5);
    }
  }

  private static void dialUnknown(ProbeSession session) {
    try {
      double sum = SideCalculator.addOver(session.broker(), UNKNOWN_STREAM, 1, 2);
      throw new CheckFailure("%s, although no one serves the stream".formatted(sum));
    } catch (BrokerException e) {
      openStream(session, 3, 4);
    }
  }

  private static void bothDirections(ProbeSession session) {
    try (BrokerServer server = SideCalculator.serve(session.broker())) {
      openStream(session, 5, 6);
      expect("the sum", sumOf(session, server.streamId(), 7, 8), 15.0);
      openStream(session, 9, 10);
    }
  }
}
