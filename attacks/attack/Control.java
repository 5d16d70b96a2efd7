package attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Marks a test which shows that attacks succeed where their defence is off, or that the defence
/// lets in whom it should by the same way. Without it, an attack that fails for a reason of its own
/// would look refused.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag(Attack.TAG)
public @interface Control {
  /// The attacks, each exactly as an [Attack] of the same module names it.
  String[] value();
}
