package attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Marks a test in which someone attacks: it passes if the attack is refused, and fails if the
/// defence is taken out. Each mark is a row of the table that `make attacks` prints.
///
/// Two tests may have the same row; it is refused if it is refused in both.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Attack.All.class)
@Tag(Attack.TAG)
public @interface Attack {
  /// The tag of all tests that `make attacks` runs.
  String TAG = "attack";

  /// What the attacker does, such as `a file is added`: at most 60 characters.
  String value();

  /// What refuses it, such as `the signed list has all files`: at most 60 characters.
  String defence();

  /// The exercise that is about this defence, such as `4.2`; the lesson, such as `4`, if it has
  /// none of its own.
  String exercise();

  /// Several rows of one test.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @Tag(Attack.TAG)
  @interface All {
    /// The rows.
    Attack[] value();
  }
}
