package security;

import basics.PluginTransportException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A small certificate authority: it says who is a host and who is a replica of which plugin, on
/// machines that have nothing else in common.
///
/// A certificate is good for one use. A host's lets it call and not answer; a replica's lets it
/// answer and not call. A replica's bears the name of its plugin ([#nameOf]), and no address: a
/// replica may move, and one plugin's certificate is worth nothing in another plugin's place.
///
/// There is no list of certificates that were taken back. Lives are short instead, and who starts
/// again brings a new certificate. Open connections outlive their certificates. Keep the
/// authority's own key ([#identity]) where no host and no plugin runs. Safe for use by many
/// threads.
public final class CertificateAuthority {
  /// The longest life of a host's or replica's certificate: a week.
  public static final Duration LONGEST_LIFE = Duration.ofDays(7);

  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;

  /// Clocks of two machines differ a little.
  private static final Duration BEFORE = Duration.ofMinutes(2);

  /// Reserved for names that no one outside can own.
  private static final String DOMAIN = ".plugins.internal";

  private final TlsIdentity identity;
  private final InstantSource clock;

  private CertificateAuthority(TlsIdentity identity, InstantSource clock) {
    this.identity = identity;
    this.clock = clock;
  }

  /// A new authority with a key of its own.
  ///
  /// @param name what people call it, such as a company's name; 1 to 64 characters
  /// @param life how long it may vouch, more than zero
  /// @param clock what tells the time of all it signs
  /// @throws IllegalArgumentException if the name or the life is not as said
  public static CertificateAuthority create(String name, Duration life, InstantSource clock) {
    requirePositive(life);
    KeyPair keys = keys();
    Instant now = clock.instant();
    Subject self = new Subject(named(name), keys, now.plus(life));
    X509Certificate certificate = sign(self, self, now, Profile.authority());
    return new CertificateAuthority(
        new TlsIdentity(keys.getPrivate(), List.of(certificate)), clock);
  }

  /// An authority that was made before, such as one that [TlsIdentity#ofPem] has read.
  ///
  /// @throws IllegalArgumentException if that is no authority's certificate
  public static CertificateAuthority of(TlsIdentity identity, InstantSource clock) {
    if (identity.certificate().getBasicConstraints() < 0) {
      throw new IllegalArgumentException(
          "%s may vouch for no one: it is no authority's certificate".formatted(identity));
    }
    return new CertificateAuthority(identity, clock);
  }

  /// The name that each replica of that plugin proves to have.
  ///
  /// @param plugin letters a to z, digits, inner hyphens; 1 to 40 characters
  /// @throws IllegalArgumentException if the plugin's name is not as said
  public static String nameOf(String plugin) {
    if (!plugin.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "\"%s\" is no plugin's name here: 1 to 40 of a-z, 0-9 and inner -".formatted(plugin));
    }
    return plugin + DOMAIN;
  }

  /// What hosts and replicas trust. It is no secret.
  public X509Certificate certificate() {
    return identity.certificate();
  }

  /// The authority itself, to be stored ([TlsIdentity#writePem]). Who has it can be anyone.
  public TlsIdentity identity() {
    return identity;
  }

  /// A host: it may call replicas, and can answer no one.
  ///
  /// @param name what it is called in logs and messages, 1 to 64 characters
  /// @param life at most [#LONGEST_LIFE]; it ends with the authority's own at the latest
  /// @throws IllegalArgumentException if the name or the life is not as said
  public TlsIdentity host(String name, Duration life) {
    return issue(name, life, Profile.host());
  }

  /// A replica of one plugin: it may answer hosts, and can call no one.
  ///
  /// @param plugin the plugin's name, as [#nameOf] takes it
  /// @param life at most [#LONGEST_LIFE]; it ends with the authority's own at the latest
  /// @throws IllegalArgumentException if the name or the life is not as said
  public TlsIdentity replica(String plugin, Duration life) {
    return issue(plugin, life, Profile.replica(nameOf(plugin)));
  }

  private TlsIdentity issue(String name, Duration life, Profile profile) {
    requirePositive(life);
    if (life.compareTo(LONGEST_LIFE) > 0) {
      throw new IllegalArgumentException(
          "a life of %s: at most %s, as no certificate is ever taken back"
              .formatted(life, LONGEST_LIFE));
    }
    Instant now = clock.instant();
    Instant own = identity.certificate().getNotAfter().toInstant();
    if (!now.isBefore(own)) {
      throw new PluginTransportException(
          "the authority itself expired at %s: make a new one".formatted(own));
    }
    KeyPair keys = keys();
    Instant until = now.plus(life).isBefore(own) ? now.plus(life) : own;
    X509Certificate certificate =
        sign(issuer(), new Subject(named(name), keys, until), now, profile);
    return new TlsIdentity(keys.getPrivate(), List.of(certificate, identity.certificate()));
  }

  private Subject issuer() {
    X509Certificate own = identity.certificate();
    return new Subject(
        X500Name.getInstance(own.getSubjectX500Principal().getEncoded()),
        new KeyPair(own.getPublicKey(), identity.key()),
        own.getNotAfter().toInstant());
  }

  private record Subject(X500Name name, KeyPair keys, Instant until) {}

  /// What a certificate is good for.
  ///
  /// @param constraints whether it vouches for others
  /// @param usage bits of [KeyUsage]
  /// @param purposes calling, answering; empty for an authority
  /// @param names what it proves; empty for one that is never asked for its name
  private record Profile(
      BasicConstraints constraints, int usage, List<KeyPurposeId> purposes, List<String> names) {
    /// It vouches for hosts and replicas, and for no other authority.
    static Profile authority() {
      return new Profile(
          new BasicConstraints(/* pathLenConstraint= */ 0),
          KeyUsage.keyCertSign | KeyUsage.cRLSign,
          List.of(),
          List.of());
    }

    static Profile host() {
      return leaf(KeyPurposeId.id_kp_clientAuth, List.of());
    }

    static Profile replica(String name) {
      return leaf(KeyPurposeId.id_kp_serverAuth, List.of(name));
    }

    private static Profile leaf(KeyPurposeId purpose, List<String> names) {
      return new Profile(
          new BasicConstraints(/* cA= */ false),
          KeyUsage.digitalSignature,
          List.of(purpose),
          names);
    }

    void addTo(X509v3CertificateBuilder builder) throws IOException {
      builder.addExtension(Extension.basicConstraints, /* isCritical= */ true, constraints);
      builder.addExtension(Extension.keyUsage, /* isCritical= */ true, new KeyUsage(usage));
      if (!purposes.isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            /* isCritical= */ false,
            new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
      }
      if (!names.isEmpty()) {
        GeneralName[] all =
            names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        builder.addExtension(
            Extension.subjectAlternativeName, /* isCritical= */ false, new GeneralNames(all));
      }
    }
  }

  private static X509Certificate sign(
      Subject issuer, Subject subject, Instant now, Profile profile) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer.name(),
              new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
              Date.from(now.minus(BEFORE)),
              Date.from(subject.until()),
              subject.name(),
              subject.keys().getPublic());
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          /* isCritical= */ false,
          identifiers.createSubjectKeyIdentifier(subject.keys().getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          /* isCritical= */ false,
          identifiers.createAuthorityKeyIdentifier(issuer.keys().getPublic()));
      profile.addTo(builder);
      JcaContentSignerBuilder signer = new JcaContentSignerBuilder(SIGNATURE);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(signer.build(issuer.keys().getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("this Java cannot sign a certificate on " + CURVE, e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no keys on " + CURVE, e);
    }
  }

  private static X500Name named(String name) {
    if (name.isBlank() || name.length() > 64) {
      throw new IllegalArgumentException("\"%s\" is no name: 1 to 64 characters".formatted(name));
    }
    return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
  }

  private static void requirePositive(Duration life) {
    if (!life.isPositive()) {
      throw new IllegalArgumentException("a life of %s: more than zero".formatted(life));
    }
  }
}
