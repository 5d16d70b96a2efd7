package monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is done about one plugin that fails: the rules, without a process. What happened comes in
/// by its methods; what is to be done goes out to [Supervised], at times of a [Timeline].
///
/// At each moment at most one restart, one standby and one look at a manifest is planned.
final class Recovery {
  private final Supervised plugin;
  private final RestartPolicy policy;
  private final boolean wantsStandby;
  private final Timeline timeline;
  private final RandomGenerator random;
  private final Consumer<SupervisorEvent> told;
  private final RestartBudget budget;
  private final Object lock = new Object();
  private Timeline.Appointment restart = Timeline.Appointment.NONE;
  private Timeline.Appointment standby = Timeline.Appointment.NONE;
  private Timeline.Appointment look = Timeline.Appointment.NONE;
  private @Nullable Instant readySince;
  private @Nullable Quarantine quarantine;
  private String lastError = "";
  private int failures;
  private int standbyFailures;
  private long restarts;
  private boolean blocked;
  private boolean waiting;
  private boolean closed;

  Recovery(
      Supervised plugin,
      RestartPolicy policy,
      boolean wantsStandby,
      Timeline timeline,
      RandomGenerator random,
      Consumer<SupervisorEvent> told) {
    this.plugin = plugin;
    this.policy = policy;
    this.wantsStandby = wantsStandby;
    this.timeline = timeline;
    this.random = random;
    this.told = told;
    this.budget = new RestartBudget(policy.restarts(), policy.window());
  }

  /// It answers.
  void ready() {
    synchronized (lock) {
      cancelRestart();
      readySince = timeline.instant();
      standbyFailures = 0;
      planStandby(Duration.ZERO);
    }
  }

  /// It has no process any more, or none could be started.
  void lost(String why) {
    if (!restartLater(why)) {
      boolean ignored = quarantine(spent() + "; the last failure: " + why);
    }
  }

  private String spent() {
    String window = Words.of(policy.window());
    synchronized (lock) {
      boolean had = policy.restarts() > 0 && budget.left(timeline.instant()) == 0;
      return had
          ? "%d restarts within %s did not help".formatted(policy.restarts(), window)
          : "no restart was granted (at most %d within %s)".formatted(policy.restarts(), window);
    }
  }

  /// @return false if it has had its restarts
  private boolean restartLater(String why) {
    synchronized (lock) {
      if (closed || quarantine != null) {
        return true;
      }
      lastError = why;
      Instant now = timeline.instant();
      if (readySince != null && !now.isBefore(readySince.plus(policy.stableAfter()))) {
        failures = 0;
      }
      readySince = null;
      Optional<String> missing = plugin.missing();
      if (missing.isPresent()) {
        // Its own restart would be of no help, and is not its own fault.
        blocked = true;
        return true;
      }
      if (!budget.take(now)) {
        return false;
      }
      failures++;
      planRestart(policy.backoff().delay(failures, random), why);
      return true;
    }
  }

  /// Its standby has taken the place of the process that was lost just before.
  void promoted() {
    synchronized (lock) {
      cancelRestart();
      restarts++;
      readySince = timeline.instant();
      standbyFailures = 0;
      tell(new SupervisorEvent.Restarted(plugin.name(), timeline.instant(), restarts));
      planStandby(policy.backoff().delay(Math.max(1, failures), random));
    }
  }

  /// A standby did not start, or ended while it waited.
  void standbyLost() {
    synchronized (lock) {
      standbyFailures++;
      if (standbyFailures <= policy.restarts()) {
        planStandby(policy.backoff().delay(standbyFailures, random));
      }
    }
  }

  /// Something that it may depend on is ready.
  void dependencyReady() {
    synchronized (lock) {
      if (blocked && quarantine == null && plugin.missing().isEmpty()) {
        blocked = false;
        planRestart(Duration.ZERO, lastError);
      }
    }
  }

  private void planRestart(Duration delay, String why) {
    cancelRestart();
    waiting = true;
    tell(new SupervisorEvent.RestartPlanned(plugin.name(), timeline.instant(), delay, why));
    restart = timeline.after(delay, this::restartNow);
  }

  private void cancelRestart() {
    restart.cancel();
    waiting = false;
    blocked = false;
  }

  private void restartNow() {
    synchronized (lock) {
      if (closed || quarantine != null || !waiting) {
        return;
      }
      waiting = false;
      restarts++;
      tell(new SupervisorEvent.Restarted(plugin.name(), timeline.instant(), restarts));
    }
    plugin.start();
  }

  /// Only while a restart is left: the standby's turn takes one.
  private void planStandby(Duration delay) {
    if (!wantsStandby || closed || quarantine != null) {
      return;
    }
    Instant now = timeline.instant();
    standby.cancel();
    budget
        .next(now)
        .map(next -> Duration.between(now, next))
        .map(wait -> wait.compareTo(delay) < 0 ? delay : wait)
        .ifPresent(wait -> standby = timeline.after(wait, this::warmStandby));
  }

  private void warmStandby() {
    synchronized (lock) {
      if (closed || quarantine != null || readySince == null) {
        return;
      }
    }
    plugin
        .warmStandby()
        .whenComplete(
            (done, error) -> {
              if (error != null) {
                standbyLost();
              }
            });
  }

  /// Starts it no more, and takes out what runs of it.
  ///
  /// @return false if it is quarantined already
  boolean quarantine(String reason) {
    synchronized (lock) {
      if (closed || quarantine != null) {
        return false;
      }
      cancelRestart();
      standby.cancel();
      readySince = null;
      lastError = reason;
      quarantine = new Quarantine(reason, timeline.instant());
      tell(new SupervisorEvent.Quarantined(plugin.name(), timeline.instant(), reason));
      look = timeline.after(policy.manifestPoll(), this::lookAtManifest);
    }
    plugin.takeOut("quarantined: " + reason);
    return true;
  }

  private void lookAtManifest() {
    synchronized (lock) {
      if (closed || quarantine == null) {
        return;
      }
    }
    if (plugin.adoptChangedManifest()) {
      boolean ignored = release("its manifest has changed");
      return;
    }
    synchronized (lock) {
      if (!closed && quarantine != null) {
        look = timeline.after(policy.manifestPoll(), this::lookAtManifest);
      }
    }
  }

  /// Ends the quarantine and starts the plugin, with a full budget.
  ///
  /// @return false if it is not quarantined
  boolean release(String how) {
    synchronized (lock) {
      if (closed || quarantine == null) {
        return false;
      }
      quarantine = null;
      look.cancel();
      failures = 0;
      standbyFailures = 0;
      budget.refill();
      tell(new SupervisorEvent.Released(plugin.name(), timeline.instant(), how));
    }
    plugin.start();
    return true;
  }

  /// Does nothing any more.
  void close() {
    synchronized (lock) {
      closed = true;
      cancelRestart();
      standby.cancel();
      look.cancel();
    }
  }

  private void tell(SupervisorEvent event) {
    told.accept(event);
  }

  Optional<Quarantine> quarantine() {
    synchronized (lock) {
      return Optional.ofNullable(quarantine);
    }
  }

  /// Whether no process will serve soon: it is quarantined, or the host ends.
  boolean isHopeless() {
    synchronized (lock) {
      return closed || quarantine != null;
    }
  }

  /// Whether a restart is planned, or waits for what the plugin depends on.
  boolean isWaiting() {
    synchronized (lock) {
      return waiting || blocked;
    }
  }

  long restarts() {
    synchronized (lock) {
      return restarts;
    }
  }

  /// For a person; empty if nothing has failed yet.
  String lastError() {
    synchronized (lock) {
      return lastError;
    }
  }
}
