// file: security/SandboxedProcess.java
// wrong: the plugin is not asked, it is killed
@Override
public void terminate() {
  process.children().flatMap(ProcessHandle::children).forEach(ProcessHandle::destroyForcibly);
}
