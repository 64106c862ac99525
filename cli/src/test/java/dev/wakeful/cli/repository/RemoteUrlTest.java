package dev.wakeful.cli.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Acme/Shop.git",
                "https://github.com/acme/shop",
                "https://user:secret@github.com/acme/shop.git",
                "https://github.com/acme/shop/",
                "git@github.com:acme/shop.git",
                "ssh://git@github.com:22/acme/shop.git",
                "https://gitlab.example/group/acme/shop.git"
            })
    void theNameIsTheTwoLastParts(String url) {
        assertThat(RemoteUrl.name(url)).contains("acme/shop");
    }

    @Test
    void aPathOnThisMachineNamesNobody() {
        assertThat(RemoteUrl.name("/srv/git/shop.git")).isEmpty();
        assertThat(RemoteUrl.name("../shop")).isEmpty();
        assertThat(RemoteUrl.name("https://github.com/shop")).isEmpty();
    }
}
