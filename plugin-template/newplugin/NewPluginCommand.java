package newplugin;

import basics.PluginException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `new-plugin NAME`: a plugin's project, ready to be built.
@Command(
    name = "new-plugin",
    description = {
      "Makes a plugin's project outside of the course: contract, service, client, manifest and"
          + " a test that starts the real plugin. Maven builds it.",
      "Exit code 0: made; 1: not made, and nothing is left; 2: wrong arguments."
    },
    mixinStandardHelpOptions = true)
public final class NewPluginCommand implements Callable<Integer> {
  private final Path here;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description =
          "The plugin's name: lower-case letters, digits and hyphens, such as my-plugin. The"
              + " names of the project's classes are made of it.")
  private String name = "";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where to make it: a folder that does not exist or is empty. Without this option:"
              + " NAME, beside the course's folder.")
  private Optional<Path> folder = Optional.empty();

  /// @param here the working directory: inside the course
  /// @param environment has PATH, where Maven is looked for
  public NewPluginCommand(Path here, Map<String, String> environment) {
    this.here = here;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    try {
      PluginName checked = PluginName.of(name);
      CourseFolder course = CourseFolder.find(here);
      Path target = folder.map(here::resolve).orElse(course.path().resolveSibling(checked.text()));
      tell(new NewProject(course, checked).create(target));
      return 0;
    } catch (NewPluginException e) {
      err().println(e.getMessage());
    } catch (IOException e) {
      err().println("The project could not be made, and nothing is left of it: " + e);
    } catch (PluginException e) {
      err().println("The framework does not compile:\n" + e.getMessage());
    }
    return 1;
  }

  private void tell(Path project) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        """
        %s
          src/main/proto/   its contract on the wire
          src/main/java/    the same in Java, and the work
          plugin.yaml       its manifest
          README.md         how to go on

        Build and test it:
          cd '%s' && mvn -q package
        """,
        project, project);
    out.flush();
    if (!hasMaven()) {
      err()
          .println(
              """
              Maven is needed to build it, and there is none on PATH. Install it:
                apt install maven | dnf install maven | brew install maven""");
    }
  }

  private boolean hasMaven() {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> hasMaven(entry, "mvn") || hasMaven(entry, "mvn.cmd"));
  }

  private static boolean hasMaven(String folder, String program) {
    try {
      return Files.isExecutable(Path.of(folder, program));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
