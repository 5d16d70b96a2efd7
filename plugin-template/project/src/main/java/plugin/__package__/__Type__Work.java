package plugin.__package__;

/// The plugin's work itself. It knows nothing of processes. Immutable.
///
/// @param greeting the words before the name
public record __Type__Work(String greeting) implements __Type__Contract {
  @Override
  public String greet(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name is blank: say whom to greet");
    }
    return greeting + ", " + name + "!";
  }
}
