package derive;

/// One place where a file names something.
///
/// @param name the simple name
/// @param kind how it is named
/// @param arguments the number of arguments of a call, else 0
record Use(String name, Kind kind, int arguments) {

  /// How a name is used.
  enum Kind {
    /// `name(...)`
    CALL,
    /// `receiver.name(...)`
    SELECTED_CALL,
    /// `Type::name`
    REFERENCE,
    /// `name`, as a value or a type
    NAME,
    /// `receiver.name`
    SELECTED,
    /// a link or a tag of a documentation comment
    DOCUMENTATION;

    /// Tells whether an import may stand behind the name: nothing stands before it.
    boolean isBare() {
      return this == CALL || this == NAME || this == DOCUMENTATION;
    }
  }

  static Use of(Object name, Kind kind) {
    return new Use(name.toString(), kind, 0);
  }
}
