// file: security/Permissions.java
// wrong: what the host may call, the plugin may call, too
public boolean allows(Need need) {
  return switch (need) {
    case Need.Call call -> calls.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Callback call -> calls.stream().anyMatch(pattern -> pattern.matches(call.method()));
    case Need.Read file -> GrantedFolders.contain(readable(), file.path());
    case Need.Write file -> GrantedFolders.contain(write, file.path());
    case Need.Host asked -> GrantedHosts.contain(hosts, asked.host());
    case Need.Turn _ -> true;
    case Need.Unclear _ -> false;
  };
}
