package gateway.wire;

import gateway.StepUnavailableException;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/// The one place where gRPC's errors become the contract's.
final class StepCall {
  private StepCall() {}

  /// Makes a call. An answer that the contract does not allow is no answer: a plugin may be wrong.
  static <T> T make(String call, Supplier<T> work) {
    try {
      return work.get();
    } catch (StatusRuntimeException e) {
      throw new StepUnavailableException(call + ": " + e.getStatus(), e);
    } catch (IllegalArgumentException e) {
      throw new StepUnavailableException(call + " was answered wrongly: " + e.getMessage(), e);
    }
  }
}
