/// Layer 4: plugins beyond one machine. Replicas of a plugin serve on several machines and say so
/// in etcd; a host finds them there, spreads its calls over them, and loses none that may be made
/// again.
///
/// etcd says where a replica is; its certificate says what it is. Whoever can write to etcd can
/// hide replicas, and can impersonate none. Begin with [replicas.ReplicaServer] and
/// [replicas.ReplicatedPlugin].
@NullMarked
package replicas;

import org.jspecify.annotations.NullMarked;
