package gateway.front;

import gateway.Gate;
import gateway.RequestHead;
import gateway.StepUnavailableException;
import gateway.Verdict;
import gateway.wire.GateClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import monitoring.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the gates, one after the other, as their rules say.
final class Gates {
  private static final Logger LOGGER = LoggerFactory.getLogger(Gates.class);

  /// For a gate that hangs, or a machine that is short of time: one whose process has ended is
  /// known to be gone at once.
  private static final Duration DECISION_TIME = Duration.ofSeconds(10);

  private final List<Step> steps;

  /// A gate with its rule.
  record Step(GateRule rule, Gate gate) {}

  Gates(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /// The gates among the supervisor's plugins. The clients outlive their processes.
  static Gates of(List<GateRule> rules, Supervisor plugins) {
    return new Gates(
        rules.stream()
            .map(
                rule ->
                    new Step(
                        rule,
                        plugins.client(
                            rule.plugin(), channel -> new GateClient(channel, DECISION_TIME))))
            .toList());
  }

  /// What the gates say together.
  ///
  /// @param verdict the first refusal, or the last pass
  /// @param facts of all gates that were asked
  record Decision(Verdict verdict, Map<String, String> facts) {}

  /// Asks one gate after the other, until one refuses.
  ///
  /// @param headers of the request, by lower-case name, without facts of the visitor's own
  Decision check(String method, String path, Map<String, String> headers) {
    Map<String, String> known = new HashMap<>(headers);
    Map<String, String> facts = new HashMap<>();
    for (Step step : steps) {
      Map<String, String> shown = new HashMap<>(known);
      shown.keySet().retainAll(step.rule().shown());
      switch (decide(step, new RequestHead(method, path, shown))) {
        case Verdict.Pass pass -> {
          facts.putAll(pass.facts());
          known.putAll(pass.facts());
        }
        case Verdict.Refusal refusal -> {
          return new Decision(refusal, facts);
        }
      }
    }
    return new Decision(new Verdict.Pass(facts), facts);
  }

  private static Verdict decide(Step step, RequestHead request) {
    try {
      return step.gate().check(request);
    } catch (StepUnavailableException e) {
      LOGGER.debug("no decision of {}: {}", step.rule().plugin(), e.getMessage());
      return switch (step.rule().whenGone()) {
        case PASS -> new Verdict.Pass(Map.of());
        case REFUSE ->
            new Verdict.Refusal(
                503, Map.of("Retry-After", "1"), step.rule().plugin() + " gives no decision");
      };
    }
  }
}
