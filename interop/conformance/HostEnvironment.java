package conformance;

import basics.MagicCookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a host tells its plugin before it runs: the environment, and its stdin.
final class HostEnvironment {
  /// What `conformance host` puts into variables that a host must not hand on.
  static final String LEAK = "leaked";

  static final String CERTIFICATE = "PLUGIN_CLIENT_CERT";
  static final String MULTIPLEXING = "PLUGIN_MULTIPLEX_GRPC";

  private static final Pattern VERSIONS = Pattern.compile("[0-9]+(,[0-9]+)*");

  private HostEnvironment() {}

  static void examine(Map<String, String> environment, MagicCookie cookie, Ledger ledger) {
    ledger.expect(
        "cookie",
        "go-plugin: magic cookie. The host sets the key and the value that both agree on.",
        Finding.of(
            cookie.value().equals(environment.get(cookie.key())),
            "%s is %s",
            cookie.key(),
            environment.getOrDefault(cookie.key(), "not set")));
    ledger.expect(
        "versions",
        "go-plugin: PLUGIN_PROTOCOL_VERSIONS. The versions that the host has, `1,2`.",
        versions(environment));
    ledger.expect(
        "ports",
        "go-plugin: PLUGIN_MIN_PORT, PLUGIN_MAX_PORT. Both are set, to ports.",
        ports(environment));
    ledger.expect(
        "own-host",
        "Beyond go-plugin: a host that is a plugin itself keeps its own PLUGIN_* to itself.",
        leaks(environment));
    ledger.expect(
        "tls", "go-plugin: PLUGIN_CLIENT_CERT. The host's certificate in PEM.", tls(environment));
    ledger.expect("stdin", "go-plugin: the plugin inherits the host's stdin.", stdin());
  }

  private static Finding versions(Map<String, String> environment) {
    String offer = environment.getOrDefault(Subject.VERSIONS, "");
    return Finding.of(VERSIONS.matcher(offer).matches(), "%s", offer.isEmpty() ? "not set" : offer);
  }

  private static Finding ports(Map<String, String> environment) {
    String least = environment.getOrDefault("PLUGIN_MIN_PORT", "");
    String most = environment.getOrDefault("PLUGIN_MAX_PORT", "");
    boolean numbers = least.matches("[0-9]{1,5}") && most.matches("[0-9]{1,5}");
    return Finding.of(
        numbers && Integer.parseInt(least) <= Integer.parseInt(most),
        "\"%s\" to \"%s\"",
        least,
        most);
  }

  private static Finding leaks(Map<String, String> environment) {
    List<String> leaked =
        environment.entrySet().stream()
            .filter(variable -> variable.getValue().equals(LEAK))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return leaked.isEmpty()
        ? Finding.pass("nothing of its own host was handed on")
        : Finding.note("handed on from its own host: %s", String.join(", ", leaked));
  }

  private static Finding tls(Map<String, String> environment) {
    String pem = environment.getOrDefault(CERTIFICATE, "");
    if (pem.isEmpty() || pem.equals(LEAK)) {
      return Finding.skip("the host does not ask for AutoMTLS");
    }
    return certificate(environment)
        .map(found -> Finding.pass("%s", found.getSubjectX500Principal()))
        .orElseGet(() -> Finding.fail("no certificate in PEM: %s", pem));
  }

  /// The host's certificate; empty if it has sent none, or one that cannot be read.
  static Optional<X509Certificate> certificate(Map<String, String> environment) {
    String pem = environment.getOrDefault(CERTIFICATE, "");
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /// Field 7 for this host: honest, this plugin does not multiplex.
  static String multiplexing(Map<String, String> environment) {
    String asked = environment.getOrDefault(MULTIPLEXING, "");
    return asked.isEmpty() || asked.equals(LEAK) ? "" : "false";
  }

  /// The highest version that the host offers; 1 if it offers none.
  static int version(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault(Subject.VERSIONS, "").split(",", -1))
        .filter(item -> item.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(1);
  }

  /// On Linux one can see whose file it is.
  private static Finding stdin() {
    Optional<String> own = stdinOf(ProcessHandle.current());
    Optional<String> host = ProcessHandle.current().parent().flatMap(HostEnvironment::stdinOf);
    if (own.isEmpty() || host.isEmpty()) {
      return Finding.skip("this system does not tell");
    }
    return own.equals(host)
        ? Finding.pass("the host's: %s", own.get())
        : Finding.fail("it is %s, the host's is %s", own.get(), host.get());
  }

  private static Optional<String> stdinOf(ProcessHandle process) {
    try {
      Path link = Path.of("/proc/" + process.pid() + "/fd/0");
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
