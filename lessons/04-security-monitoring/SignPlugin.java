//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//SOURCES SecurityDependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES ../../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../../solutions/03-extensions/extensions/*.java
//SOURCES security/*.java

import basics.Logging;
import basics.PluginException;
import extensions.PluginManifest;
import security.AuditHead;
import security.AuditVerifier;
import security.PluginSigner;
import security.PluginVerdict;
import security.SignedManifest;
import security.SignedPlugins;
import security.SigningKey;
import security.TrustStore;
import security.TrustStore.Signer;
import security.TrustTier;

/// Makes keys, signs plugins' folders, checks them as a host would, and verifies audit logs.
///
/// Exits with 0 if all is well, 1 if something is refused, 2 if the command is none.
void main(String[] args) throws IOException {
  Logging.toStderr();
  try {
    System.exit(run(List.of(args)) ? 0 : usage());
  } catch (PluginException e) {
    System.err.println(e.getMessage());
    System.exit(1);
  } catch (IOException | UncheckedIOException e) {
    System.err.println("a file cannot be read or written: " + e);
    System.exit(1);
  }
}

/// Whether this was a command.
private boolean run(List<String> args) throws IOException {
  String command = args.isEmpty() ? "" : args.getFirst();
  if (command.equals("key") && args.size() == 2) {
    makeKey(Path.of(args.get(1)));
  } else if (command.equals("sign") && args.size() == 3) {
    sign(Path.of(args.get(1)), Path.of(args.get(2)));
  } else if (command.equals("check") && args.size() == 3) {
    check(Path.of(args.get(1)), Path.of(args.get(2)));
  } else if (command.equals("audit") && args.size() == 3) {
    AuditHead head = AuditVerifier.verify(Path.of(args.get(1)), Path.of(args.get(2)));
    IO.println("the audit log is whole: %d lines".formatted(head.line()));
  } else {
    return false;
  }
  return true;
}

private int usage() {
  System.err.println(
      """
      usage: sign-plugin key <file>              makes a key, and <file>.pub.pem
             sign-plugin sign <key> <folder>     signs a plugin's folder
             sign-plugin check <trust> <folder>  checks it as a host would
             sign-plugin audit <log> <head>      verifies an audit log""");
  return 2;
}

private void makeKey(Path file) {
  SigningKey key = SigningKey.generate();
  key.write(file);
  Path shared = file.resolveSibling(file.getFileName() + ".pub.pem");
  key.verifyKey().write(shared);
  IO.println("%s: the secret key; whoever has it signs in your name".formatted(file));
  IO.println("%s: goes into a host's trust store, own/ or partner/".formatted(shared));
  IO.println(key.verifyKey());
}

private void sign(Path key, Path folder) {
  SignedManifest signed = PluginSigner.sign(folder, SigningKey.read(key));
  IO.println("%s: %d files signed".formatted(folder, signed.files().size()));
  IO.println(signed.key());
}

private void check(Path trust, Path folder) {
  PluginManifest manifest = PluginManifest.read(folder.resolve(PluginManifest.FILE_NAME));
  // Not those of unknown keys: anyone can sign with a key of their own.
  try (SignedPlugins signed =
      SignedPlugins.builder(TrustStore.load(trust))
          .allow(TrustTier.OWN, TrustTier.PARTNER)
          .open()) {
    PluginVerdict verdict = signed.check(manifest);
    if (verdict.refusal().isPresent()) {
      throw verdict.refusal().get();
    }
    Signer signer = verdict.signer().orElseThrow();
    IO.println(
        "%s: as it was signed, by %s, tier %s"
            .formatted(manifest.label(), signer.name(), signer.tier().label()));
  }
}
