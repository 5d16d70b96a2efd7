package faultlab;

import faultlab.WorkingPlugin.Part;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;

/// Faults in what a plugin serves.
final class ServiceFaults {
  private ServiceFaults() {}

  static void noHealth(int seconds) throws InterruptedException {
    new WorkingPlugin().without(Part.HEALTH).run();
  }

  static void notServing(int seconds) throws InterruptedException {
    new WorkingPlugin().with(Part.HEALTH, WorkingPlugin.health(ServingStatus.NOT_SERVING)).run();
  }

  static void noStdio(int seconds) throws InterruptedException {
    new WorkingPlugin().without(Part.STDIO).run();
  }

  static void noBroker(int seconds) throws InterruptedException {
    new WorkingPlugin().without(Part.BROKER).run();
  }

  static void noController(int seconds) throws InterruptedException {
    new WorkingPlugin().without(Part.CONTROLLER).run();
  }

  static void noCalculator(int seconds) throws InterruptedException {
    new WorkingPlugin().without(Part.CALCULATOR).run();
  }
}
