// file: security/SandboxedProcess.java
// wrong: bubblewrap ends at once, and the plugin with it
@Override
public void terminate() {
  boolean ignored = process.toHandle().destroy();
}
