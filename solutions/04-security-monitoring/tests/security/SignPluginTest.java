package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command line, as a process.
@Timeout(120)
class SignPluginTest {
  @TempDir private Path folder;

  /// Exit code and output.
  private String run(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Helper.command(HelperPlugin.class));
    // The script is in the unnamed package: there is no class to name here.
    command.removeLast();
    command.add("SignPlugin");
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue() + " " + Files.readString(output);
  }

  @Test
  void makesAKeySignsAndChecks() throws Exception {
    Path plugin = SignedFolder.make(folder, "calculator").path();
    Path key = folder.resolve("release.key");
    Path trust = folder.resolve("trust");
    Path own = Files.createDirectories(trust.resolve("own"));

    assertThat(run("key", key)).startsWith("0 ").contains("release.key.pub.pem", "key ");
    Path ignored = Files.move(folder.resolve("release.key.pub.pem"), own.resolve("release.pem"));
    assertThat(run("sign", key, plugin)).startsWith("0 ").contains("3 files signed");
    assertThat(run("check", trust, plugin))
        .startsWith("0 ")
        .contains("calculator 1.0.0: as it was signed, by release, tier own");

    Files.writeString(plugin.resolve("lib/added.jar"), "x");
    assertThat(run("check", trust, plugin))
        .startsWith("1 ")
        .contains("lib/added.jar was added after the signing")
        .doesNotContain("\tat ");
  }

  @Test
  void verifiesAnAuditLog() throws Exception {
    AuditFixture audit = new AuditFixture(folder);
    audit.write(3);
    assertThat(run("audit", audit.log(), audit.head())).startsWith("0 ").contains("3 lines");

    audit.replace(audit.lines().subList(0, 2));
    assertThat(run("audit", audit.log(), audit.head()))
        .startsWith("1 ")
        .contains("line 3 of the audit log is missing")
        .doesNotContain("\tat ");
    assertThat(run("sing")).startsWith("2 ").contains("usage: sign-plugin key <file>");
  }

  @Test
  void tellsWhichFileItCannotUseAndWhy() throws Exception {
    Path none = folder.resolve("none");
    assertThat(run("sign", none, folder))
        .startsWith("1 ")
        .contains("NoSuchFile")
        .doesNotContain("\tat ");
    AuditFixture audit = new AuditFixture(folder);
    audit.write(1);
    assertThat(run("audit", none, audit.head()))
        .startsWith("1 ")
        .contains(none.toString(), "NoSuchFile")
        .doesNotContain("\tat ");
  }

  /// Anyone can sign with a key of their own.
  @Test
  void aKeyThatIsNotInTheTrustStoreIsNoGoodSignature() throws Exception {
    SigningKey stranger = SigningKey.generate();
    Path plugin = SignedFolder.make(folder, "calculator").sign(stranger).path();
    Path trust = Files.createDirectory(folder.resolve("trust"));

    assertThat(run("check", trust, plugin))
        .startsWith("1 ")
        .contains(stranger.verifyKey().id(), "add their public key to the trust store")
        .doesNotContain("\tat ");
  }
}
