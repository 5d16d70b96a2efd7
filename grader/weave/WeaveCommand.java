package weave;

import check.CourseException;
import check.CourseRoot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `course weave`: brings the code that pages quote up to date with its source.
@Command(
    name = "weave",
    description = "Fill the marked blocks of the pages with the source's code.",
    mixinStandardHelpOptions = true)
public final class WeaveCommand implements Callable<Integer> {
  @Option(
      names = "--root",
      defaultValue = "",
      description = "The course's folder; found from the current folder upwards otherwise.")
  private String root = "";

  @Option(
      names = "--verify",
      description = "Write nothing; name the pages that are out of date and exit with 1.")
  private boolean verify;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// @return 0 if all is up to date now, else 1
  @Override
  public Integer call() throws IOException {
    try {
      return weave(CourseRoot.find(Path.of(root)).path());
    } catch (CourseException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  /// A page with a problem is woven all the same, but for that place.
  private int weave(Path course) throws IOException {
    PageWeaver weaver = new PageWeaver(course);
    PrintWriter out = spec.commandLine().getOut();
    List<String> problems = new ArrayList<>();
    int changed = 0;
    for (Path page : Pages.in(course)) {
      String text = Files.readString(page);
      Woven woven = weaver.weave(page, text);
      problems.addAll(woven.problems());
      if (!woven.text().equals(text)) {
        changed++;
        String name = course.relativize(page).toString();
        out.println(verify ? name + " is out of date; run `make weave`" : "wrote " + name);
        if (!verify) {
          Files.writeString(page, woven.text());
        }
      }
    }
    problems.forEach(spec.commandLine().getErr()::println);
    if (problems.isEmpty() && changed == 0) {
      out.println("the pages quote what the source says");
    }
    return problems.isEmpty() && (changed == 0 || !verify) ? 0 : 1;
  }
}
