package dev.wakeful.autodev.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which sandbox there is, and what of the host is seen inside.
 *
 * @param kind none has to be chosen, it is never fallen back to
 * @param readable what else of the host may be read inside, under the same paths: a cache of packages, a toolchain
 * @param engine of the container sandbox: {@code docker}, {@code podman} or a path
 * @param image of the container sandbox; has the repository's tools
 */
@ConfigurationProperties("wakeful.auto-dev.sandbox")
public record SandboxProperties(
        @DefaultValue("bubblewrap") Kind kind,
        @DefaultValue List<Path> readable,
        @DefaultValue("docker") String engine,
        @DefaultValue("") String image) {

    public SandboxProperties {
        readable =
                readable.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        if (kind == Kind.CONTAINER && image.isBlank()) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.sandbox.image is missing: name the image that containers are made of");
        }
    }

    /** The sandboxes there are. */
    public enum Kind {
        BUBBLEWRAP,
        CONTAINER,
        NONE
    }
}
