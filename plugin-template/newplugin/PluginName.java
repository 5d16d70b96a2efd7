package newplugin;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// A new plugin's name, from which all other names in its project are made.
///
/// @param text such as `word-count`
public record PluginName(String text) {
  private static final int LONGEST = 40;
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /// The name of that text.
  ///
  /// @param text up to 40 lower-case letters, digits and single hyphens, a letter first
  /// @throws NewPluginException if it is no such text, or the package would be a word of Java's own
  public static PluginName of(String text) throws NewPluginException {
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      throw new NewPluginException(
          """
          "%s" is no name for a plugin.
          Allowed: up to %d lower-case letters, digits and single hyphens, a letter first.
          For example: my-plugin"""
              .formatted(text, LONGEST));
    }
    PluginName name = new PluginName(text);
    if (SourceVersion.isKeyword(name.packageName())) {
      throw new NewPluginException(
          """
          "%s" is a word of Java's own, and no package can be called so.
          Choose another name, such as my-%s."""
              .formatted(text, text));
    }
    return name;
  }

  /// The Java package below `plugin`, such as `wordcount`.
  public String packageName() {
    return text.replace("-", "");
  }

  /// How the names of its classes begin, such as `WordCount`.
  public String typeName() {
    return Arrays.stream(text.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
