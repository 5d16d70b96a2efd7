//DEPS io.micrometer:micrometer-registry-prometheus:1.17.2
//DEPS io.opentelemetry:opentelemetry-sdk-trace:1.68.0
//SOURCES ../../solutions/03-extensions/ExtensionsDependencies.java

/// The libraries that monitoring runs on, for JBang: those of the layers below, one that counts and
/// measures, and one that follows a request. A script that lists this file among its `//SOURCES`
/// gets them all. The same versions stand in pom.xml; a test holds the two equal.
interface MonitoringDependencies {}
