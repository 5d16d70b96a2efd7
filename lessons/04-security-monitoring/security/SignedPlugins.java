package security;

import extensions.PluginManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import lifecycle.ClientConfig;
import lifecycle.LaunchPlan;
import lifecycle.LaunchedRunner;
import lifecycle.ProcessRunner;
import lifecycle.RunnerFactory;
import security.TrustStore.Signer;
import security.UntrustedPluginException.Reason;

/// A host's policy on whose plugins may start. It stands between a [extensions.PluginRegistry] and
/// the host's configurations:
///
/// ```java
/// TrustStore trust = TrustStore.load(Path.of("trust"));
/// try (SignedPlugins signed = SignedPlugins.builder(trust).allow(TrustTier.OWN).open();
///     PluginRegistry registry =
///         PluginRegistry.builder(catalog, signed.only(this::config)).open()) {
///   registry.plugin("calculator").start();
/// }
/// ```
///
/// Before each start, also after a crash and for a swap, the plugin's folder is checked and its
/// files are copied, in one pass, to a private read-only folder. The plugin starts from there, with
/// the copy as its working directory, and the copy goes with its process. A folder that is not what
/// someone trusted has signed is refused: the plugin's start fails with an
/// [UntrustedPluginException], other plugins run on.
///
/// What it does not see: the interpreter, such as `java`, and what the command reads elsewhere.
/// Another process of the same user can change even a read-only copy: that takes a sandbox.
///
/// Safe for use by many threads. Close it after the registry: that removes the copies. What a host
/// leaves that is killed, the next one removes; a plugin that outlives its host loses its files
/// then.
public final class SignedPlugins implements AutoCloseable {
  private final TrustStore trust;
  private final Set<TrustTier> allowed;
  private final List<Consumer<PluginVerdict>> listeners;
  private final PrivateCopies copies;

  private SignedPlugins(Builder builder, PrivateCopies copies) {
    this.trust = builder.trust;
    this.allowed = Set.copyOf(builder.allowed);
    this.listeners = List.copyOf(builder.listeners);
    this.copies = copies;
  }

  /// A builder of a policy with those keys.
  public static Builder builder(TrustStore trust) {
    return new Builder(trust);
  }

  /// The host's configurations, for plugins that may start alone.
  ///
  /// @param configs as for a registry; what it is given is the manifest in the copy, so that
  ///   [PluginManifest#config] starts the copy. If it sets a runner, that one is used
  /// @return throws [UntrustedPluginException] for a plugin that may not start
  public Function<PluginManifest, ClientConfig> only(
      Function<PluginManifest, ClientConfig> configs) {
    return manifest -> {
      VerifiedCopy copy = verify(manifest);
      try {
        PluginManifest started =
            PluginManifest.read(copy.folder().resolve(PluginManifest.FILE_NAME));
        ClientConfig config = configs.apply(started);
        RunnerFactory runner = config.launch().runner().orElse(SignedPlugins::process);
        return config.withRunner(removing(copy, runner));
      } catch (RuntimeException | Error e) {
        copy.close();
        throw e;
      }
    };
  }

  private static LaunchedRunner process(LaunchPlan plan, Path socketDirectory) throws IOException {
    return ProcessRunner.start(plan);
  }

  /// The copy goes when the process does.
  private static RunnerFactory removing(VerifiedCopy copy, RunnerFactory runner) {
    return (plan, sockets) -> {
      try {
        LaunchedRunner launched = runner.launch(plan, sockets);
        launched.exit().thenRun(() -> Thread.startVirtualThread(copy::close));
        return launched;
      } catch (IOException | RuntimeException | Error e) {
        copy.close();
        throw e;
      }
    };
  }

  /// Checks a plugin's folder as before a start, but starts nothing and tells no listener.
  public PluginVerdict check(PluginManifest manifest) {
    Check check = new Check(manifest);
    try (VerifiedCopy _ = check.run()) {
      return check.verdict(Optional.empty());
    } catch (UntrustedPluginException e) {
      return check.verdict(Optional.of(e));
    }
  }

  private VerifiedCopy verify(PluginManifest manifest) {
    Check check = new Check(manifest);
    try {
      VerifiedCopy copy = check.run();
      try {
        tell(check.verdict(Optional.empty()));
        return copy;
      } catch (RuntimeException | Error e) {
        // Whoever must know of a start and cannot, such as an audit log, forbids it.
        copy.close();
        throw e;
      }
    } catch (UntrustedPluginException e) {
      tell(check.verdict(Optional.of(e)));
      throw e;
    }
  }

  private void tell(PluginVerdict verdict) {
    listeners.forEach(listener -> listener.accept(verdict));
  }

  /// One check of one plugin.
  private final class Check {
    private final PluginManifest manifest;
    private Optional<Signer> signer = Optional.empty();

    Check(PluginManifest manifest) {
      this.manifest = manifest;
    }

    PluginVerdict verdict(Optional<UntrustedPluginException> refusal) {
      return new PluginVerdict(manifest.name(), manifest.folder(), signer, refusal);
    }

    VerifiedCopy run() {
      PluginFolder original = PluginFolder.scan(manifest.folder());
      SignedManifest signed = signedManifest(original);
      requireTier(signed.key());
      VerifiedCopy copy;
      try {
        copy = VerifiedCopy.make(original, signed, copies.fresh(manifest.name()));
      } catch (IOException e) {
        throw new UntrustedPluginException(
            Reason.UNREADABLE, copies.folder().toString(), "a place to copy to", e.toString(), e);
      }
      try {
        SignedCommand.requireSame(manifest, original.root(), copy.folder());
        return copy;
      } catch (RuntimeException | Error e) {
        copy.close();
        throw e;
      }
    }

    private SignedManifest signedManifest(PluginFolder original) {
      Path file = original.signedManifest();
      if (file == null) {
        throw new UntrustedPluginException(
            Reason.UNSIGNED,
            manifest.folder().toString(),
            "a file " + SignedManifest.FILE_NAME,
            "none");
      }
      try (InputStream input = VerifiedCopy.open(file)) {
        return SignedManifest.read(input.readNBytes(SignedManifest.LIMIT_BYTES + 1));
      } catch (IOException e) {
        throw new UntrustedPluginException(
            Reason.UNREADABLE, SignedManifest.FILE_NAME, "a file to read", e.toString(), e);
      }
    }

    private void requireTier(VerifyKey key) {
      Signer known = trust.signer(key);
      signer = Optional.of(known);
      if (!allowed.contains(known.tier())) {
        throw new UntrustedPluginException(
            Reason.TIER_REFUSED,
            manifest.folder().toString(),
            "a signer of the tiers " + labels(),
            "%s, tier %s, key %s".formatted(known.name(), known.tier().label(), key.id()));
      }
    }

    private String labels() {
      return allowed.stream().sorted().map(TrustTier::label).toList().toString();
    }
  }

  /// Removes the copies. Call it when no plugin runs any more.
  @Override
  public void close() {
    copies.close();
  }

  /// Makes [SignedPlugins]. Not safe for use by many threads.
  public static final class Builder {
    private final TrustStore trust;
    private final List<Consumer<PluginVerdict>> listeners = new ArrayList<>();
    private Set<TrustTier> allowed = Set.of(TrustTier.OWN);
    private Path base = Path.of(System.getProperty("java.io.tmpdir"));

    private Builder(TrustStore trust) {
      this.trust = trust;
    }

    /// The tiers whose plugins may start. [TrustTier#UNKNOWN] lets anyone's start who has signed
    /// it; one that is not signed never starts. Default: [TrustTier#OWN] alone.
    public Builder allow(TrustTier... tiers) {
      allowed = Set.of(tiers);
      return this;
    }

    /// Where the copies lie: an existing folder, on a file system that lets programs run. Default:
    /// the system's folder for temporary files.
    public Builder copiesIn(Path folder) {
      base = folder;
      return this;
    }

    /// Is told of each check before the plugin starts. If it throws, the plugin does not start.
    public Builder listener(Consumer<PluginVerdict> listener) {
      listeners.add(listener);
      return this;
    }

    /// The policy.
    ///
    /// @throws java.io.UncheckedIOException if there is no place for copies
    public SignedPlugins open() {
      try {
        return new SignedPlugins(this, PrivateCopies.open(base));
      } catch (IOException e) {
        throw new UncheckedIOException("no place for the copies of plugins in " + base, e);
      }
    }
  }
}
