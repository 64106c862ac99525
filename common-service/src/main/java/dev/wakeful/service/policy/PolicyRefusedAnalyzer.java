package dev.wakeful.service.policy;

import dev.wakeful.policy.PolicyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong in the policy file instead of a stack trace. */
final class PolicyRefusedAnalyzer extends AbstractFailureAnalyzer<PolicyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyRefused cause) {
        return new FailureAnalysis(
                "The policy file cannot be used:\n" + cause.says(),
                "Correct it; `wakeful config check FILE` says whether it is valid.",
                cause);
    }
}
