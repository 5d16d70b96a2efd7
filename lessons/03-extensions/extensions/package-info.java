/// Layer 3: what a plugin does beyond plain calls.
///
/// Host and plugin call each other back by side connections ([GrpcBroker], given to both by
/// [BrokerConnector]): each over a socket of its own, or all over one connection ([YamuxSession]).
/// So a plugin that works can ask its host for something ([HostServicesClient],
/// [HostServicesService]). A host's plugins stand in a file that may change while it runs
/// ([PluginConfig], [ConfigWatch]).
///
/// A host finds plugins by their manifests ([PluginCatalog]), starts them when they are needed, and
/// replaces them while they are used ([PluginRegistry]).
///
/// The course's own application stands here, too: version 2 of the calculator
/// ([CalculatorVersions]), its errors as data ([ErrorToStatus], [StatusToError]) and its memory
/// that survives a crash ([SavedMemory]). Many calculations at a time cross by
/// [BulkCalculatorClient] and [BulkCalculatorService]; with [CachingCalculator] some need not cross
/// at all. The framework's classes know nothing of it.
@NullMarked
package extensions;

import org.jspecify.annotations.NullMarked;
