package derive;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The simple names of all types that a file declares.
final class DeclaredTypes extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> names = new HashSet<>();

  private DeclaredTypes() {}

  static Set<String> in(ParsedSource source) {
    DeclaredTypes types = new DeclaredTypes();
    types.scan(source.unit(), null);
    return types.names;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    names.add(type.getSimpleName().toString());
    return super.visitClass(type, null);
  }
}
