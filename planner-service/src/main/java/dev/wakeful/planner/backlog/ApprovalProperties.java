package dev.wakeful.planner.backlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Questions to people.
 *
 * @param expiry how long a question stands (AUTH-10), 1 min to 7 days
 */
@ConfigurationProperties("wakeful.planner.approvals")
public record ApprovalProperties(@DefaultValue("12h") Duration expiry) {

    public ApprovalProperties {
        if (expiry.compareTo(Duration.ofMinutes(1)) < 0 || expiry.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.planner.approvals.expiry must be 1m to 7d (AUTH-10), is " + expiry);
        }
    }
}
