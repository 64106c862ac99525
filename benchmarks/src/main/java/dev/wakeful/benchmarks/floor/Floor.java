package dev.wakeful.benchmarks.floor;

/** A step that the reaction cannot do without. */
public enum Floor {
    /** A POST with the same body and the same client to a Spring Boot server that does nothing. */
    HTTP,
    /** One transaction with two rows, durable. */
    COMMIT,
    /** One record from a producer to a waiting consumer. */
    HOP,
    /** A process from its start to its own first time stamp. */
    SPAWN
}
