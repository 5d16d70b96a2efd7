package security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A company's certificate authority, for tests: RSA keys, names of its own.
final class TestAuthority {
  private static final X500Name NAME = new X500Name("CN=Test Authority");

  private final KeyPair keys = keys();
  private final X509Certificate certificate = sign(NAME, keys, "authority", /* vouches= */ true);

  X509Certificate certificate() {
    return certificate;
  }

  /// An identity that this authority vouches for.
  TlsIdentity identity(String hostName) {
    KeyPair own = keys();
    X500Name subject = new X500Name("CN=" + hostName);
    return new TlsIdentity(
        own.getPrivate(), List.of(sign(subject, own, hostName, /* vouches= */ false)));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate sign(X500Name subject, KeyPair owner, String hostName, boolean vouches) {
    try {
      Instant now = Instant.now();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              BigInteger.valueOf(now.toEpochMilli()),
              Date.from(now.minusSeconds(30)),
              Date.from(now.plus(Duration.ofDays(1))),
              subject,
              owner.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(vouches));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, hostName)));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /// Writes `<base>.pem` and `<base>.key`.
  static void write(TlsIdentity identity, Path base) throws IOException {
    Files.writeString(Path.of(base + ".pem"), pem(identity.chain()));
    Files.writeString(
        Path.of(base + ".key"), PemText.write(PemText.PRIVATE_KEY, identity.key().getEncoded()));
  }

  static String pem(List<X509Certificate> certificates) {
    List<String> blocks = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      blocks.add(PemText.write(PemText.CERTIFICATE, Field6.der(certificate)));
    }
    return String.join("", blocks);
  }
}
