package dev.wakeful.autodev.agent.permission;

import dev.wakeful.autodev.agent.AgentEvent.AskedPerson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one call of a tool from every other one: same class, same words, same input. */
final class Digest {

    private Digest() {}

    static String of(AskedPerson asked) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {asked.tool(), asked.what(), asked.call()}) {
                digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
