package security;

import basics.CalculatorClient;
import basics.CalculatorService;
import contract.Calculator;
import contract.CalculatorStatus;
import extensions.BrokerConnection;
import extensions.GrpcBroker;

/// A calculator that serves itself once more on stream 1, and lets its host multiply.
record BrokeredCalculator(Calculator real, GrpcBroker broker) implements Calculator {
  /// Serves the real calculator on stream 1.
  @Override
  public void initialize() {
    real.initialize();
    broker.acceptAndServe(1, builder -> builder.addService(new CalculatorService(real)));
  }

  /// @param streamId where the host serves a calculator
  /// @return what that makes of 6 times 7
  @Override
  public double multiply(double streamId, double ignored) {
    try (BrokerConnection host = broker.dial((int) streamId)) {
      return new CalculatorClient(host.channel()).multiply(6, 7);
    }
  }

  @Override
  public void shutdown() {
    real.shutdown();
  }

  @Override
  public CalculatorStatus status() {
    return real.status();
  }

  @Override
  public double add(double left, double right) {
    return real.add(left, right);
  }

  @Override
  public double subtract(double left, double right) {
    return real.subtract(left, right);
  }

  @Override
  public double divide(double left, double right) {
    return real.divide(left, right);
  }
}
