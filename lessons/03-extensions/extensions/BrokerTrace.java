package extensions;

import course.goplugin.ConnInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import lifecycle.Trace;
import lifecycle.TraceKind;

/// Records a broker's messages as the host sees them, as events of kind [TraceKind#BROKER].
///
/// @param trace takes the events
record BrokerTrace(Trace trace) {
  /// The other side says what it likes: no text of its own is recorded at length.
  private static final int LONGEST = 200;

  void sent(ConnInfo message) {
    trace.record("host", TraceKind.BROKER, details("sent", message));
  }

  void received(ConnInfo message) {
    trace.record("host", TraceKind.BROKER, details("received", message));
  }

  private static Map<String, Object> details(String direction, ConnInfo message) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("direction", direction);
    details.put("what", what(message));
    details.put("stream", Integer.toUnsignedLong(message.getServiceId()));
    if (!message.getAddress().isEmpty()) {
      details.put("address", shortened(message.getNetwork() + ":" + message.getAddress()));
    }
    return details;
  }

  private static String what(ConnInfo message) {
    if (!message.hasKnock()) {
      return "announce";
    }
    ConnInfo.Knock knock = message.getKnock();
    if (!knock.getAck()) {
      return "knock";
    }
    return knock.getError().isEmpty() ? "come in" : shortened("refused: " + knock.getError());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
