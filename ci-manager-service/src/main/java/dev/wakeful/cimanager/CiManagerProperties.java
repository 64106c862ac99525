package dev.wakeful.cimanager;

import dev.wakeful.events.TaskId;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What ci-manager is told about itself.
 *
 * @param webhookSecrets the secrets webhooks may be signed with; at least one
 * @param dashboard where people reach the dashboard
 * @param artefactHosts hosts bundles may be fetched from, besides localhost
 */
@ConfigurationProperties("wakeful.ci-manager")
public record CiManagerProperties(
        @DefaultValue List<String> webhookSecrets,
        URI dashboard,
        @DefaultValue List<String> artefactHosts) {

    public CiManagerProperties {
        webhookSecrets = List.copyOf(webhookSecrets);
        artefactHosts = List.copyOf(artefactHosts);
        if (webhookSecrets.isEmpty() || webhookSecrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "wakeful.ci-manager.webhook-secrets needs at least one secret, none of them blank: set"
                            + " WAKEFUL_CIMANAGER_WEBHOOKSECRETS to the secret your CI system signs its webhooks with");
        }
    }

    /** The page of a task's pull request. */
    public String pullRequestPage(TaskId task) {
        return dashboard.toString().replaceFirst("/+$", "") + "/tasks/" + task.value() + "#pull-request";
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "CiManagerProperties[webhookSecrets=" + webhookSecrets.size() + " secrets, dashboard=" + dashboard
                + ", artefactHosts=" + artefactHosts + "]";
    }
}
