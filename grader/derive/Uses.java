package derive;

import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a file uses: by itself, and within each of its helpers.
final class Uses {
  private final Set<Use> own = new LinkedHashSet<>();
  private final List<Helper> helpers = new ArrayList<>();
  private final Deque<Helper> open = new ArrayDeque<>();

  /// From here on, uses belong to this helper, until [#leave].
  void enter(Tree member) {
    Helper helper = new Helper(member, Optional.ofNullable(open.peek()));
    helpers.add(helper);
    open.push(helper);
  }

  void leave() {
    open.pop();
  }

  void add(Use use) {
    Helper helper = open.peek();
    Set<Use> uses = helper == null ? own : helper.uses();
    uses.add(use);
  }

  void addAll(Uses others) {
    others.own.forEach(this::add);
  }

  /// Returns the helpers that the file needs: those it uses, those they use, and so on.
  Set<Tree> neededHelpers() {
    Set<Tree> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Use> seen = new LinkedHashSet<>(own);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Helper helper : helpers) {
        if (isInReach(helper, needed) && seen.stream().anyMatch(helper::isMeantBy)) {
          grown |= needed.add(helper.tree());
          grown |= seen.addAll(helper.uses());
        }
      }
    }
    return needed;
  }

  private static boolean isInReach(Helper helper, Set<Tree> needed) {
    return helper.outer().map(Helper::tree).map(needed::contains).orElse(true);
  }

  /// Returns all names that an import may stand behind.
  Set<String> bareNames() {
    Set<String> names = bare(own);
    helpers.forEach(helper -> names.addAll(bare(helper.uses())));
    return names;
  }

  private static Set<String> bare(Set<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind().isBare())
        .map(Use::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
