package security;

import course.Exercise;
import course.ExerciseNotDone;
import extensions.HostPattern;
import extensions.PluginConfig;
import extensions.PluginManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a plugin asks to be allowed (in its manifest), or what it is granted (in the host's
/// configuration). The keys are the same in both:
///
/// ```yaml
/// permissions:
///   calls: [shop.Prices/*]        # methods of the plugin that the host calls
///   callbacks: [shop.Stock/Get]   # methods of the host that the plugin calls
///   read: [/srv/prices]           # folders; relative ones are meant from the file's own folder
///   write: [/var/lib/prices]      # folders; what may be written may be read, too
///   hosts: ["*.example.org"]      # hosts that it asks through the host or its own rules
///   network: true                 # sockets of its own, to anywhere
///   call_rate: 100/s              # calls of the host
///   callback_rate: 20/s           # calls of the plugin
///   memory: 512MB                 # of all its processes together
///   processes: 40                 # processes and threads together
/// ```
///
/// A key that is missing allows nothing; a limit that is missing limits nothing. Immutable.
///
/// @param calls methods of the plugin that the host calls
/// @param callbacks methods of the host that the plugin calls
/// @param read folders that are read, absolute
/// @param write folders that are written and read, absolute
/// @param hosts hosts that are asked
/// @param network whether the plugin opens sockets of its own
/// @param callRate limits the host's calls; empty for no limit
/// @param callbackRate limits the plugin's calls; empty for no limit
/// @param memoryBytes limits the memory of all its processes; empty for no limit
/// @param processes limits its processes and threads, together; empty for no limit
public record Permissions(
    List<MethodPattern> calls,
    List<MethodPattern> callbacks,
    List<Path> read,
    List<Path> write,
    List<HostPattern> hosts,
    boolean network,
    Optional<CallRate> callRate,
    Optional<CallRate> callbackRate,
    OptionalLong memoryBytes,
    OptionalInt processes) {
  /// Nothing is allowed, and nothing is limited.
  public static final Permissions NONE =
      new Permissions(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  /// Copies the lists.
  public Permissions {
    calls = List.copyOf(calls);
    callbacks = List.copyOf(callbacks);
    read = List.copyOf(read);
    write = List.copyOf(write);
    hosts = List.copyOf(hosts);
  }

  /// What a plugin's manifest asks for.
  ///
  /// @throws PermissionException if it is not written as it should; it tells all places at once
  public static Permissions declared(PluginManifest manifest) {
    return PermissionReader.read(manifest.file(), "permissions", manifest.permissions());
  }

  /// What a host's configuration grants to the plugin of that name.
  ///
  /// @throws PermissionException if it is not written as it should; it tells all places at once
  public static Permissions granted(PluginConfig config, String plugin) {
    return PermissionReader.read(
        config.file(), "plugins." + plugin + ".permissions", config.permissions(plugin));
  }

  /// The permissions of that text, by key.
  ///
  /// @param file where it stands; relative folders are meant from its folder
  /// @throws PermissionException if it is not written as it should; it tells all places at once
  public static Permissions of(Path file, Map<String, List<String>> texts) {
    return PermissionReader.read(file, "permissions", texts);
  }

  /// What both sides allow: of each list what the other one has, too, of each limit the lower.
  public Permissions and(Permissions other) {
    List<Path> writable = Overlap.of(write, other.write, (wide, narrow) -> narrow.startsWith(wide));
    return new Permissions(
        Overlap.of(calls, other.calls, MethodPattern::covers),
        Overlap.of(callbacks, other.callbacks, MethodPattern::covers),
        Overlap.of(readable(), other.readable(), (wide, narrow) -> narrow.startsWith(wide)).stream()
            .filter(path -> writable.stream().noneMatch(path::startsWith))
            .toList(),
        writable,
        Overlap.of(hosts, other.hosts, Permissions::covers),
        network && other.network,
        Overlap.lower(callRate, other.callRate),
        Overlap.lower(callbackRate, other.callbackRate),
        Overlap.lower(memoryBytes, other.memoryBytes),
        Overlap.lower(processes, other.processes));
  }

  private static boolean covers(HostPattern wide, HostPattern narrow) {
    return wide.equals(narrow)
        || (narrow.text().startsWith("*.")
            // Any name below the narrow one is below the wide one, too.
            ? wide.text().startsWith("*.") && narrow.text().endsWith(wide.text().substring(1))
            : wide.matches(narrow.text()));
  }

  /// What may be written may be read, too.
  List<Path> readable() {
    return Overlap.all(read, write);
  }

  /// What is allowed under a key, for a person: `[shop.Prices/*]`, `100/s`, `nothing`.
  public String text(String key) {
    return PermissionText.of(this, key);
  }

  /// Whether that is allowed.
  ///
  /// Exercise 4.3. What is not granted is denied, so each kind of need looks into its own list and
  /// no other:
  /// - [Need.Call]: one of [#calls] matches the method; [Need.Callback]: one of [#callbacks];
  /// - [Need.Write]: the path lies in one of [#write]; [Need.Read]: in one of [#read], or of
  ///   [#write], since what may be written may be read, too ([#readable], [GrantedFolders]);
  /// - [Need.Host]: one of [#hosts] is it ([GrantedHosts]);
  /// - [Need.Turn]: always, for that depends on the calls before, and a [TokenBucket] tells;
  /// - [Need.Unclear]: never, as no one knows what is asked.
  ///
  /// Switch over the needs without a default: a new kind must not be allowed by oversight.
  @Exercise("4.3")
  public boolean allows(Need need) {
    ExerciseNotDone.report("4.3");
    return true;
  }
}
