package extensions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/// A key and its self-signed certificate for `localhost`, made by the JDK's keytool.
record SelfSigned(PrivateKey key, X509Certificate certificate) {
  private static final String PASSWORD = "changeit";

  static SelfSigned in(Path folder) throws Exception {
    Path store = folder.resolve("localhost.p12");
    try {
      make(store);
      return read(store);
    } finally {
      Files.deleteIfExists(store);
    }
  }

  private static void make(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      keytool.destroyForcibly();
      throw new IOException("keytool failed");
    }
  }

  private static SelfSigned read(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new SelfSigned(
        (PrivateKey) keys.getKey("localhost", PASSWORD.toCharArray()),
        (X509Certificate) keys.getCertificate("localhost"));
  }
}
