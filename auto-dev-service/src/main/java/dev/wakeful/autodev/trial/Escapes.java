package dev.wakeful.autodev.trial;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.download.Door;
import dev.wakeful.autodev.download.Downloads;
import dev.wakeful.autodev.process.Command;
import dev.wakeful.autodev.process.DiskFull;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.Running;
import dev.wakeful.autodev.process.Shell;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Commands that want to see, reach or change what they must not, run like the commands of any repository. */
@Component
class Escapes {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final Shell shell;
    private final Running running;
    private final Workspaces workspaces;
    private final Downloads downloads;
    private final Path directory;

    Escapes(
            Sandbox sandbox,
            Shell shell,
            Running running,
            Workspaces workspaces,
            Downloads downloads,
            AutoDevProperties properties) {
        this.sandbox = sandbox;
        this.shell = shell;
        this.running = running;
        this.workspaces = workspaces;
        this.downloads = downloads;
        this.directory = properties.directory().resolve("trial");
    }

    /** Makes all attempts, one after the other, in a directory that is removed afterwards. */
    List<Finding> attempt() {
        Path own = directory.resolve(UUID.randomUUID().toString());
        try {
            Path host = Files.createDirectories(own.resolve("host"));
            Workspace workspace = workspaces.trial(own, new Marked(running, "trial:" + own.getFileName()));
            List<Finding> findings = new ArrayList<>(
                    List.of(secret(workspace, host), network(workspace), link(workspace, host), hook(workspace, host)));
            if (downloads.areOn()) {
                findings.add(stranger(workspace));
            }
            return List.copyOf(findings);
        } catch (DiskFull e) {
            return List.of(new Finding("disk", false, "the attempts could not be made: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not be tried", e);
        } finally {
            workspaces.removeTrial(own);
        }
    }

    private Finding secret(Workspace workspace, Path host) throws IOException {
        String secret = UUID.randomUUID().toString();
        Path file = Files.writeString(host.resolve("secret"), secret);
        workspace.standEmpty();
        Ended ended = run(workspace, "cat '" + file + "'; cat /proc/*/environ; true");
        return judge("secret", ended, !ended.tail().contains(secret), "a file of the host", "read");
    }

    private Finding network(Workspace workspace) throws IOException {
        try (ServerSocket host = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            workspace.standEmpty();
            Ended ended = run(
                    workspace,
                    "if command -v bash >/dev/null; then timeout 5 bash -c ': < /dev/tcp/127.0.0.1/"
                            + host.getLocalPort()
                            + "' && echo reached; else sed 1,2d /proc/net/dev | grep -v lo: && echo reached; fi; true");
            return judge("network", ended, !ended.tail().contains("reached"), "a port of the host", "reached");
        }
    }

    private Finding link(Workspace workspace, Path host) throws IOException {
        String secret = UUID.randomUUID().toString();
        Files.writeString(host.resolve("linked"), secret);
        workspace.standEmpty();
        Files.createSymbolicLink(workspace.place().directory().resolve("link"), host);
        Ended ended = run(workspace, "cat link/linked; echo written > link/written; true");
        boolean held = !ended.tail().contains(secret) && Files.notExists(host.resolve("written"));
        return judge("symlink", ended, held, "what a link in the tree leads to", "read or written");
    }

    /** The hook, and a configuration that runs a program, are left in the tree; the control plane then works on that tree with Git. */
    private Finding hook(Workspace workspace, Path host) throws IOException {
        Path alarm = host.resolve("alarm");
        Revision empty = workspace.standEmpty();
        Ended ended = run(
                workspace,
                "mkdir -p .git/hooks; for h in post-checkout post-index-change reference-transaction pre-commit; do printf '#!/bin/sh\\ntouch \""
                        + alarm
                        + "\"\\n' > .git/hooks/$h; chmod +x .git/hooks/$h; done; printf '[core]\\n\\tfsmonitor = touch \""
                        + alarm + "\"\\n' >> .git/config; echo new > file; true");
        workspace.differences(empty);
        workspace.commit(empty, "Trial");
        workspace.standAt(empty);
        return judge(
                "git-hook", ended, Files.notExists(alarm), "a Git hook left in the tree", "run by the control plane");
    }

    /** A name that nobody can have (RFC 6761), so it is on no list, unless somebody allows every name there is. */
    private Finding stranger(Workspace workspace) {
        workspace.standEmpty();
        Ended ended = run(
                workspace,
                "command -v bash >/dev/null || { echo 'there is no bash'; exit 3; }; timeout 10 bash -c 'exec 3<>/dev/tcp/127.0.0.1/'"
                        + "${HTTPS_PROXY##*:}'; printf \"CONNECT wakeful.invalid:443 HTTP/1.1\\r\\n\\r\\n\" >&3; head -n 1 <&3'");
        return judge(
                "downloads",
                ended,
                ended.tail().contains(" 403 "),
                "a host that is not on the list",
                "downloaded from");
    }

    private Ended run(Workspace workspace, String line) {
        Path log = workspace.place().directory().resolveSibling("log").resolve("1.log");
        try (Door door = downloads.forCommand(log.resolveSibling("downloads.log"))) {
            Enclosure enclosure = new Enclosure(
                    workspace.place(),
                    workspace.readable(),
                    Map.of(),
                    null,
                    door.address().orElse(null));
            Command command =
                    new Command(line, workspace.place(), argv -> sandbox.enclose(enclosure, argv), log, LIMIT);
            return shell.run(command, new Marked(running, workspace.place().mark()));
        }
    }

    private static Finding judge(String attempt, Ended ended, boolean held, String what, String done) {
        if (ended.exitCode() != 0) {
            return new Finding(attempt, false, "the attempt could not be made: " + ended.tail());
        }
        return new Finding(attempt, held, what + (held ? " could not be " : " WAS ") + done);
    }
}
