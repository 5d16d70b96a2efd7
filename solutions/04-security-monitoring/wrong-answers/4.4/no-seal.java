// file: security/SandboxPlan.java
// wrong: what is not mounted can be written, /proc too
List<String> command(List<String> inside) {
  List<String> all = new ArrayList<>(List.of(support.program().toString()));
  all.addAll(Bubblewrap.isolation(support.complete()));
  if (permissions.network()) {
    all.add("--share-net");
  }
  all.addAll(Bubblewrap.fileSystem(support.complete(), permissions.network()));
  mounts.entrySet().stream()
      .sorted(Comparator.comparingInt(mount -> mount.getKey().getNameCount()))
      .forEach(
          mount -> {
            String path = mount.getKey().toString();
            all.addAll(List.of(mount.getValue() ? "--bind" : "--ro-bind", path, path));
          });
  all.addAll(List.of("--chdir", folder.map(Path::toString).orElse("/"), "--"));
  all.addAll(inside);
  all.addAll(command);
  return all;
}
