package faultlab;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// What the commands take that are about one fault.
final class FaultArgument {
  @Parameters(
      paramLabel = "FAULT",
      description = "One of those that `list` lists.",
      converter = Converter.class)
  // Required: the initial value is never used.
  private Fault fault = Fault.SILENT;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "" + FaultyPlugin.DEFAULT_SECONDS,
      description = "How long the fault's own waits last; ${DEFAULT-VALUE} if not given.")
  private int seconds;

  Fault fault() {
    return fault;
  }

  int seconds() {
    return seconds;
  }

  /// From the fault's name.
  static final class Converter implements ITypeConverter<Fault> {
    @Override
    public Fault convert(String word) {
      return Fault.ofWord(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no fault '%s'; ./jbang fault-lab list shows them".formatted(word)));
    }
  }
}
