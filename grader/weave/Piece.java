package weave;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mark asks for of its file: `add`, `Calculator.add`, `map(Status)`, `run:2-4`.
///
/// @param name a member's name, after its type's if that is needed; in a file that is not Java, the
///   first words of an entry
/// @param parameters the types of a method's parameters without type arguments, to tell methods of
///   one name apart
/// @param first the first of the body's statements that are quoted, from 1; 0: the whole member
/// @param last the last of them, `first` or more
record Piece(String name, Optional<String> parameters, int first, int last) {
  private static final Pattern FORM =
      Pattern.compile("([^(),:]+?)(?:\\(([^()]*)\\))?(?::(\\d+)(?:-(\\d+))?)?");

  /// @throws WeaveException if the text is none
  static Piece parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new WeaveException("\"%s\" is no member, such as add or run:2-4".formatted(text));
    }
    int first = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
    int last = form.group(4) == null ? first : Integer.parseInt(form.group(4));
    if (form.group(3) != null && (first < 1 || last < first)) {
      throw new WeaveException("\"%s\" has no statements: the first is 1".formatted(text));
    }
    return new Piece(form.group(1), Optional.ofNullable(form.group(2)), first, last);
  }

  boolean isWhole() {
    return first == 0;
  }
}
