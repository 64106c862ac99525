package dev.wakeful.service;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told about itself.
 *
 * @param service its name; also its schema and its consumer group
 * @param consumerGroup its consumer group, by default the service's name
 * @param partitions how many partitions a topic is made with
 * @param machineMinuteMicros what a minute of machine time costs, in micro-dollars (BUD-9)
 * @param heartbeat how often an instance says that it lives
 * @param stopFile a file that stops the system while and after it is there (STOP-1); absent: none is watched for
 */
@ConfigurationProperties("wakeful")
public record ServiceProperties(
        String service,
        String consumerGroup,
        @DefaultValue("6") int partitions,
        @DefaultValue("8000") long machineMinuteMicros,
        @DefaultValue("60s") Duration heartbeat,
        @Nullable Path stopFile) {

    public ServiceProperties {
        if (service == null || !service.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "wakeful.service must name the service in small letters, for example planner, is " + service);
        }
        if (consumerGroup == null || consumerGroup.isBlank()) {
            throw new IllegalArgumentException("wakeful.consumer-group must not be empty");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("wakeful.partitions must be 1 or more, is " + partitions);
        }
        if (machineMinuteMicros < 0) {
            throw new IllegalArgumentException(
                    "wakeful.machine-minute-micros must be 0 or more, is " + machineMinuteMicros);
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("wakeful.heartbeat must be positive, is " + heartbeat);
        }
    }
}
