package dev.wakeful.autodev.inspection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is needed to call a change proven (VER-2).
 *
 * @param redAgain how often the check is run on the failing revision again, once a change is green, and has to be red each time; 0 to 10. A
 *     repository may say another number for itself
 */
@ConfigurationProperties("wakeful.auto-dev.proof")
public record ProofProperties(@DefaultValue("1") int redAgain) {

    /** More would cost more than they tell. */
    public static final int MOST = 10;

    public ProofProperties {
        if (redAgain < 0 || redAgain > MOST) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.proof.red-again must be 0 to " + MOST + ", is " + redAgain);
        }
    }
}
