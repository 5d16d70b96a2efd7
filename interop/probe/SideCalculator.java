package probe;

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import contract.Calculator;
import extensions.BrokerConnection;
import extensions.BrokerServer;
import extensions.GrpcBroker;

/// A calculator on a side connection: served here, or by the other process.
final class SideCalculator {
  private SideCalculator() {}

  /// Serves a calculator on a new stream of the broker.
  ///
  /// @return the server; the caller closes it
  static BrokerServer serve(GrpcBroker broker) {
    CalculatorService service = new CalculatorService(new CalculatorImpl());
    return broker.acceptAndServe(broker.nextId(), builder -> builder.addService(service));
  }

  /// Dials a stream, adds two numbers there, hangs up.
  static double addOver(GrpcBroker broker, int streamId, double left, double right) {
    try (BrokerConnection connection = broker.dial(streamId)) {
      Calculator calculator = new CalculatorClient(connection.channel());
      calculator.initialize();
      return calculator.add(left, right);
    }
  }
}
