package dev.wakeful.cli.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import dev.wakeful.cli.process.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a fake system, with real Git. */
class RepositoryIT {

    @TempDir
    Path data;

    @TempDir
    Path place;

    private FakeWakeful wakeful;
    private Path shop;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        wakeful = new FakeWakeful().runningOn(data).answer("POST /api/repositories", 201, "");
        shop = Files.createDirectory(place.resolve("My Shop")).toRealPath();
        Git.isolated(shop).run("init", "-q", "-b", "trunk");
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void whatIsLeftOutComesFromTheRepository() throws InterruptedException {
        Git.isolated(shop).run("remote", "add", "origin", "git@github.com:Acme/Shop.git");

        Ran ran = Ran.on(data, "repo", "add", shop.toString(), "--check", "mvn -q test");

        assertThat(ran.exit()).isZero();
        assertThat(sent().path("name").asString()).isEqualTo("acme/shop");
        assertThat(sent().path("branch").asString()).isEqualTo("trunk");
        assertThat(sent().path("path").asString()).isEqualTo(shop.toString());
        assertThat(sent().path("check").asString()).isEqualTo("mvn -q test");
        assertThat(sent().has("fix")).isFalse();
        assertThat(ran.out()).contains("acme/shop", wakeful.address() + "/webhooks/github", "--show-secret");
        assertThat(ran.out()).doesNotContain(FakeWakeful.SECRET);
    }

    @Test
    void aRepositoryWithoutARemoteIsNamedByItsDirectory() {
        Ran.on(data, "repo", "add", shop.toString(), "--check", "true", "--fix", "make format");

        assertThat(sent().path("name").asString()).isEqualTo("local/my-shop");
        assertThat(sent().path("fix").asString()).isEqualTo("make format");
    }

    @Test
    void whatIsGivenWins() {
        Ran.on(data, "repo", "add", shop.toString(), "--check", "true", "--name", "a/b", "--branch", "release");

        assertThat(sent().path("name").asString()).isEqualTo("a/b");
        assertThat(sent().path("branch").asString()).isEqualTo("release");
    }

    @Test
    void aDirectoryInsideStandsForTheWholeRepository() throws IOException {
        Path inside = Files.createDirectory(shop.resolve("src"));

        Ran.on(data, "repo", "add", inside.toString(), "--check", "true");

        assertThat(sent().path("path").asString()).isEqualTo(shop.toString());
    }

    @Test
    void theSecretIsShownOnlyWhenAskedFor() {
        Ran ran = Ran.on(data, "repo", "add", shop.toString(), "--check", "true", "--show-secret", "-o", "json");

        assertThat(ran.json().path("secret").asString()).isEqualTo(FakeWakeful.SECRET);
        assertThat(ran.json().path("webhook").asString()).isEqualTo(wakeful.address() + "/webhooks/github");
        assertThat(wakeful.requests().getFirst().header("Authorization")).isEqualTo("Bearer " + FakeWakeful.TOKEN);
    }

    @Test
    void aDirectoryThatIsNoRepositoryIsRefusedBeforeAnythingIsSent() throws IOException {
        Path plain = Files.createDirectory(place.resolve("plain"));

        Ran ran = Ran.on(data, "repo", "add", plain.toString(), "--check", "true");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("is no Git repository").doesNotContain("Exception");
        assertThat(Ran.on(data, "repo", "add", "/no/such", "--check", "true").err())
                .contains("is no directory");
        assertThat(wakeful.requests()).isEmpty();
    }

    @Test
    void noCheckIsWrongUse() {
        assertThat(Ran.on(data, "repo", "add", shop.toString()).exit()).isEqualTo(2);
    }

    @Test
    void repositoriesAreListed() {
        Map<String, Object> listed = Map.of(
                "repositories",
                List.of(Map.of("name", "acme/shop", "path", "/srv/shop", "branch", "main", "check", "make test")));
        wakeful.answer("GET /api/repositories", 200, listed);

        assertThat(Ran.on(data, "repo", "list").out()).contains("NAME", "acme/shop", "make test", "/srv/shop");
        assertThat(Ran.on(data, "repo", "list", "-o", "json").json().path("repositories"))
                .hasSize(1);
    }

    @Test
    void anEmptyListSaysHowToFillIt() {
        wakeful.answer("GET /api/repositories", 200, "{\"repositories\":[]}");

        assertThat(Ran.on(data, "repo", "list").out()).contains("wakeful repo add");
    }

    @Test
    void aRepositoryIsRemoved() {
        wakeful.answer("DELETE /api/repositories/acme/shop", 204, "");

        assertThat(Ran.on(data, "repo", "remove", "acme/shop").exit()).isZero();
        assertThat(Ran.on(data, "repo", "remove", "acme/other").exit()).isEqualTo(5);
        assertThat(Ran.on(data, "repo", "remove", "shop").exit()).isEqualTo(2);
    }

    private JsonNode sent() {
        return JsonMapper.builder()
                .build()
                .readTree(wakeful.requests("POST /api/repositories").getFirst().body());
    }
}
