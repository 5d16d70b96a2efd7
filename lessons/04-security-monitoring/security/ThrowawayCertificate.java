package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes an identity that lives as long as one plugin's process: a fresh key and a certificate that
/// it signs itself (go-plugin: `generateCert`).
///
/// Bouncy Castle writes the certificate; key and signature are the JDK's, and no provider is
/// registered. One takes some milliseconds in a warm JVM.
final class ThrowawayCertificate {
  /// The name that both sides ask for, whichever of them dials.
  static final String HOST_NAME = "localhost";

  private static final String CURVE = "secp521r1";
  private static final String SIGNATURE = "SHA512withECDSA";
  private static final X500Name SUBJECT = new X500Name("CN=localhost,O=Plugin Course");

  private ThrowawayCertificate() {}

  /// A new key and its certificate, valid from 30 seconds before now on.
  ///
  /// @throws IllegalStateException if this Java has no P-521 or no SHA-512 with ECDSA
  static TlsIdentity make(Instant now) {
    return make(now, CURVE);
  }

  /// The same on another curve, by its name in the JDK.
  static TlsIdentity make(Instant now, String curve) {
    try {
      SecureRandom random = new SecureRandom();
      KeyPair keys = keys(curve, random);
      return new TlsIdentity(keys.getPrivate(), List.of(certificate(keys, now, random)));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("this Java cannot make a certificate on " + curve, e);
    }
  }

  private static KeyPair keys(String curve, SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve), random);
    return generator.generateKeyPair();
  }

  /// A certificate of that key, by that key: nobody else vouches for it, and nobody needs to.
  ///
  /// Exercise 4.1. Issuer and subject are both [#SUBJECT]. Bouncy Castle's
  /// [JcaX509v3CertificateBuilder] takes what stands in it, [#addExtensions] adds the rest,
  /// [JcaContentSignerBuilder] signs, [JcaX509CertificateConverter] makes the JDK's own type of it.
  /// Two things remain to be decided (go-plugin: `generateCert`):
  /// - the serial number tells two certificates of one issuer apart, and both sides of every pair
  ///   on this machine are the same issuer by name: a random one of up to 128 bits, at least 1;
  /// - the other process may read its clock just before ours, or the clock is set back a little
  ///   between the two readings: valid from 30 seconds before `now`. And a plugin may run for long:
  ///   until 262,980 hours (30 years) after `now`.
  ///
  /// @param random for the serial number
  @Exercise("4.1")
  private static X509Certificate certificate(KeyPair keys, Instant now, SecureRandom random)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    ExerciseNotDone.report("4.1");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            SUBJECT,
            BigInteger.ONE,
            Date.from(now),
            Date.from(now.plusSeconds(3600)),
            SUBJECT,
            keys.getPublic());
    addExtensions(builder);
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
  }

  /// The same as go-plugin's, so that no peer finds anything missing: each side is server and
  /// client, and its own authority.
  private static void addExtensions(X509v3CertificateBuilder builder) throws CertIOException {
    builder.addExtension(
        Extension.basicConstraints, /* isCritical= */ true, new BasicConstraints(/* cA= */ true));
    builder.addExtension(
        Extension.keyUsage,
        /* isCritical= */ true,
        new KeyUsage(
            KeyUsage.digitalSignature
                | KeyUsage.keyEncipherment
                | KeyUsage.keyAgreement
                | KeyUsage.keyCertSign));
    builder.addExtension(
        Extension.extendedKeyUsage,
        /* isCritical= */ false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth}));
    builder.addExtension(
        Extension.subjectAlternativeName,
        /* isCritical= */ false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, HOST_NAME)));
  }
}
