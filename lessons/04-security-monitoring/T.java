import org.junit.platform.launcher.core.*; import org.junit.platform.engine.discovery.DiscoverySelectors; import org.junit.platform.launcher.listeners.*; import java.util.*; import java.io.*;
public class T { public static void main(String[] a) throws Exception { 
  for (String c : a) { SummaryGeneratingListener s = new SummaryGeneratingListener(); long t=System.nanoTime();
  LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(c)).build(), s);
  var m = s.getSummary(); System.out.println("@@ " + c + " ok=" + m.getTestsSucceededCount() + " failed=" + m.getTestsFailedCount() + " " + (System.nanoTime()-t)/1000000000 + " s");
  m.getFailures().forEach(f -> { System.out.println("@@   " + f.getTestIdentifier().getDisplayName() + ": " + String.valueOf(f.getException()).replace("\n"," | ")); f.getException().printStackTrace(); }); }
  System.exit(0); } }
