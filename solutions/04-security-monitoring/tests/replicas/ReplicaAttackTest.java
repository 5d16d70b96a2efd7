package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import attack.Attack;
import basics.Logging;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import security.CertificateAuthority;
import security.TlsConfig;

/// Attack: someone who can write to etcd, or reach a replica's port, plays a replica or a host.
/// Defence: certificates of the authority, each for one use and one name, on both sides; values of
/// etcd are judged before they are used.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplicaAttackTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Machines.assertNothingIsLeft();
  }

  @Test
  @Attack(
      value = "a stranger registers as a replica",
      defence = "a certificate of the authority for that name",
      exercise = "4.10")
  void anImpostorGetsNoCall() throws Exception {
    CertificateAuthority stranger =
        CertificateAuthority.create("tests", HOUR, InstantSource.system());
    try (Machines machines = new Machines(folder)) {
      machines.write("stranger", stranger.replica("calculator", HOUR));
      machines.write("bank", machines.authority.replica("bank", HOUR));
      machines.write("host", machines.authority.host("calculator.plugins.internal", HOUR));
      machines.replica("a", 1, "stranger");
      machines.replica("b", 2, "bank");
      machines.replica("c", 3, "host");
      machines.awaitRegistered("a", "b", "c");
      Calculator calculator = Machines.calculator(machines.host());

      assertThatThrownBy(() -> calculator.add(0, 0))
          .isInstanceOf(CalculatorUnavailableException.class);

      machines.replica("d", 4);
      Machines.awaitAnswering(calculator, 4);
    }
  }

  @Test
  @Attack(
      value = "a stranger calls a replica",
      defence = "hosts have a certificate for that use",
      exercise = "4.10")
  void aStrangerIsNotLetIn() throws Exception {
    CertificateAuthority stranger =
        CertificateAuthority.create("tests", HOUR, InstantSource.system());
    try (Machines machines = new Machines(folder)) {
      machines.replica("a", 1);
      machines.awaitRegistered("a");
      Machines.awaitAnswering(Machines.calculator(machines.host()), 1);

      for (TlsConfig attacker :
          List.of(
              TlsConfig.anonymous(List.of(machines.authority.certificate())),
              TlsConfig.of(stranger.host("host", HOUR)),
              TlsConfig.of(machines.authority.replica("calculator", HOUR)))) {
        Calculator calculator = Machines.calculator(machines.host(attacker));
        assertThatThrownBy(() -> calculator.add(0, 0))
            .isInstanceOf(CalculatorUnavailableException.class);
      }
    }
  }

  @Test
  void nonsenseInEtcdIsLoggedAndLeftOut() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(ReplicaTable.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try (Machines machines = new Machines(folder);
        EtcdClient attacker = machines.etcd.client()) {
      attacker.put("/plugins/calculator/text", "\u001b[2J{");
      attacker.put("/plugins/calculator/../bank/a", "{\"address\":\"127.0.0.1:1\",\"version\":1}");
      machines.replica("a", 1);
      Calculator calculator = Machines.calculator(machines.host());
      Machines.awaitAnswering(calculator, 1);
      attacker.put("/plugins/calculator/name", "{\"address\":\"localhost:1\",\"version\":1}");
      attacker.put("/plugins/calculator/other", "{\"address\":\"127.0.0.1:1\",\"version\":2}");
      machines.replica("b", 2);

      Machines.awaitAnswering(calculator, 1, 2);
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .hasSize(4)
          .allMatch(line -> line.startsWith("etcd: /plugins/calculator/"))
          .allMatch(line -> line.endsWith("it is left out"))
          .noneMatch(line -> line.contains("\u001b"));
    } finally {
      logger.detachAppender(log);
    }
  }
}
