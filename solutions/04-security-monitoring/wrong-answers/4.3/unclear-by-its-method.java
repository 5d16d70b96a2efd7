// file: security/Permissions.java
// wrong: a request that cannot be understood passes if its method may
public boolean allows(Need need) {
  return switch (need) {
    case Need.Call call -> calls.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Callback call -> callbacks.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Read file -> GrantedFolders.contain(readable(), file.path());
    case Need.Write file -> GrantedFolders.contain(write, file.path());
    case Need.Host asked -> GrantedHosts.contain(hosts, asked.host());
    case Need.Turn _ -> true;
    case Need.Unclear _ -> !calls.isEmpty();
  };
}
