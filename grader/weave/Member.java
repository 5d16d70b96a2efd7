package weave;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import derive.ParsedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A type, method, constructor or field of a Java file.
///
/// @param name its name, after those of the types that hold it: `Outer.Inner.run`
/// @param parameters the types of a method's parameters without type arguments, `String, int`;
///   absent for what takes none
/// @param tree where it stands
record Member(String name, Optional<String> parameters, Tree tree) {

  /// All members of a file, in its order.
  static List<Member> in(ParsedSource source) {
    List<Member> members = new ArrayList<>();
    source.unit().getTypeDecls().forEach(type -> add(source, "", type, members));
    return members;
  }

  /// The one member that a piece names.
  ///
  /// @throws WeaveException if there is none or more than one; it names those that there are
  static Member find(ParsedSource source, Piece piece) {
    List<Member> all = in(source);
    List<Member> found = all.stream().filter(member -> member.isNamedBy(piece)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    String wanted = piece.name() + piece.parameters().map("(%s)"::formatted).orElse("");
    if (found.isEmpty()) {
      throw new WeaveException(
          "%s has no member %s; it has: %s".formatted(source.file(), wanted, shown(all)));
    }
    throw new WeaveException(
        "%s in %s may be each of: %s".formatted(wanted, source.file(), shown(found)));
  }

  private static String shown(List<Member> members) {
    return members.stream().map(Member::shown).collect(Collectors.joining("; "));
  }

  private String shown() {
    return name + parameters.map("(%s)"::formatted).orElse("");
  }

  private static void add(ParsedSource source, String outer, Tree tree, List<Member> members) {
    if (tree instanceof ClassTree type) {
      String name = outer + type.getSimpleName();
      if (source.written(type)) {
        members.add(new Member(name, Optional.empty(), type));
      }
      type.getMembers().forEach(member -> add(source, name + ".", member, members));
    } else if (tree instanceof MethodTree method && source.written(method)) {
      members.add(new Member(outer + nameOf(method, outer), Optional.of(types(method)), method));
    } else if (tree instanceof VariableTree field && source.written(field)) {
      members.add(new Member(outer + field.getName(), Optional.empty(), field));
    }
  }

  private static String nameOf(MethodTree method, String outer) {
    if (!method.getName().contentEquals("<init>")) {
      return method.getName().toString();
    }
    String type = outer.substring(0, outer.length() - 1);
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String types(MethodTree method) {
    return method.getParameters().stream()
        .map(parameter -> withoutArguments(String.valueOf(parameter.getType())))
        .collect(Collectors.joining(", "));
  }

  private static String withoutArguments(String type) {
    String shorter = type.replaceAll("<[^<>]*>", "");
    return shorter.equals(type) ? type : withoutArguments(shorter);
  }

  /// A constructor has its type's name, so it is meant only if its parameters are given.
  private boolean isNamedBy(Piece piece) {
    boolean constructor = tree instanceof MethodTree made && made.getName().contentEquals("<init>");
    boolean sameName = name.equals(piece.name()) || name.endsWith("." + piece.name());
    return piece
        .parameters()
        .map(wanted -> sameName && parameters.filter(normal(wanted)::equals).isPresent())
        .orElse(sameName && !constructor);
  }

  private static String normal(String parameters) {
    return parameters.strip().replaceAll("\\s*,\\s*", ", ");
  }
}
