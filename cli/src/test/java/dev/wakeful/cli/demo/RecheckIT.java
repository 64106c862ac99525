package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.process.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VER-5: what somebody says is not what is so. */
class RecheckIT {

    @TempDir
    Path place;

    private Shop shop;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        shop = ShopMaker.make(place.resolve("shop"), Instant.now());
    }

    @Test
    void aTrueFixIsSeen() throws InterruptedException {
        Git.isolated(shop.directory()).run("branch", "fix", shop.lastGood());

        Recheck recheck = Recheck.of(shop, "fix", shop.head(), shop.lastGood(), place.resolve("again"));

        assertThat(recheck).isEqualTo(new Recheck(shop.lastGood(), true, true));
    }

    @Test
    void aHeadThatIsStillRedIsSeen() throws InterruptedException {
        Recheck recheck = Recheck.of(shop, "nosuch", shop.lastGood(), shop.head(), place.resolve("again"));

        assertThat(recheck).isEqualTo(new Recheck("", false, false));
    }

    @Test
    void aRevisionThatIsNotThereIsNeitherRedNorGreen() throws InterruptedException {
        Recheck recheck = Recheck.of(shop, "", "0".repeat(40), "--help", place.resolve("again"));

        assertThat(recheck).isEqualTo(new Recheck("", false, false));
    }
}
