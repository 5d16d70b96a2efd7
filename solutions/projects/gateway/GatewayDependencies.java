//DEPS io.jsonwebtoken:jjwt-api:0.13.0
//DEPS io.jsonwebtoken:jjwt-impl:0.13.0
//SOURCES ../../04-security-monitoring/MonitoringDependencies.java
//SOURCES generated/course/gateway/v1/*.java

/// The libraries that the gateway runs on, for JBang: those of the layers below, and one that reads
/// tokens. A script that lists this file among its `//SOURCES` gets them all. The same versions
/// stand in pom.xml; a test holds the two equal.
interface GatewayDependencies {}
