// file: lifecycle/Lifecycle.java
// wrong: allows each state that comes later in the list, so a start may be left out
// import java.util.List;
public static boolean allows(PluginState from, PluginState to) {
  List<String> order = List.of("new", "starting", "running", "stopping", "exited", "failed");
  return !from.isFinal() && order.indexOf(to.label()) > order.indexOf(from.label());
}
