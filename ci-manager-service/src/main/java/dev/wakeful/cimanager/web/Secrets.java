package dev.wakeful.cimanager.web;

import dev.wakeful.cimanager.CiManagerProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The secrets webhooks may be signed with. Every secret is tried, in constant time, so an answer tells nothing about any of them. */
@Component
class Secrets {

    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final List<SecretKeySpec> keys;

    Secrets(CiManagerProperties properties) {
        this.keys = properties.webhookSecrets().stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC))
                .toList();
    }

    /** True when the header is the HMAC-SHA256 of the bytes under one of the secrets. */
    boolean signed(byte[] body, String header) {
        byte[] claimed;
        try {
            claimed = header.startsWith(PREFIX)
                    ? HexFormat.of().parseHex(header, PREFIX.length(), header.length())
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean fits = false;
        for (SecretKeySpec key : keys) {
            fits |= MessageDigest.isEqual(claimed, hmac(key, body));
        }
        return fits;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
