// file: security/Permissions.java
// wrong: a path is compared as a text
public boolean allows(Need need) {
  return switch (need) {
    case Need.Call call -> calls.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Callback call -> callbacks.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Read file -> readable().stream().anyMatch(folder -> file.path().startsWith(folder.toString()));
    case Need.Write file -> GrantedFolders.contain(write, file.path());
    case Need.Host asked -> GrantedHosts.contain(hosts, asked.host());
    case Need.Turn _ -> true;
    case Need.Unclear _ -> false;
  };
}
