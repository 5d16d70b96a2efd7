//DEPS io.grpc:grpc-netty:1.85.1
//DEPS io.grpc:grpc-protobuf:1.85.1
//DEPS io.grpc:grpc-stub:1.85.1
//DEPS io.grpc:grpc-services:1.85.1
//DEPS com.google.protobuf:protobuf-java:4.36.2
//DEPS org.slf4j:slf4j-api:2.0.17
//DEPS ch.qos.logback:logback-classic:1.5.25
//DEPS tools.jackson.core:jackson-databind:3.2.4
//DEPS org.jspecify:jspecify:1.0.1
//SOURCES contract/*.java
//SOURCES course/*.java
//SOURCES generated/course/calculator/v1/*.java
//SOURCES generated/course/goplugin/*.java

/// The libraries that hosts and plugins run on, for JBang. A script that lists this file among its
/// `//SOURCES` gets them all. The same versions stand in pom.xml; a test holds the two equal.
interface Dependencies {}
