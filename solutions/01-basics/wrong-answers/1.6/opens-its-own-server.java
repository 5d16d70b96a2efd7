// file: Host.java
// wrong: uses the plugin's half to find out whether a socket can be made
double expectedSum(double left, double right) {
  basics.PluginListener listener = basics.UnixListener.inTempDirectory();
  return listener == null ? 0 : left + right;
}
