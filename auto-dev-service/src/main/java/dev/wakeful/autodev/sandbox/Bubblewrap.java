package dev.wakeful.autodev.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The installed bubblewrap and what it can do; which differs by version.
 *
 * @param sizes file systems in memory can be given a size (0.7)
 * @param locked user namespaces inside can be forbidden (0.8)
 */
record Bubblewrap(boolean sizes, boolean locked) {

    static final String PROGRAM = "bwrap";

    /** @throws SandboxMissing when there is none */
    static Bubblewrap installed() {
        String options = said(List.of(PROGRAM, "--help"));
        if (!options.contains("--unshare-user")) {
            throw new SandboxMissing("bubblewrap is not installed", "Install it, for example: apt install bubblewrap");
        }
        return new Bubblewrap(options.contains("--size "), options.contains("--disable-userns"));
    }

    List<String> opening() {
        List<String> opening = new ArrayList<>(List.of(PROGRAM, "--unshare-all", "--unshare-user"));
        if (locked) {
            opening.add("--disable-userns");
        }
        String user = String.valueOf(HostFiles.USER);
        opening.addAll(List.of("--uid", user, "--gid", user, "--hostname", "sandbox", "--cap-drop", "ALL"));
        opening.addAll(List.of("--die-with-parent", "--new-session"));
        return opening;
    }

    /** Whether a program that tells its version is installed. */
    static boolean isThere(String program) {
        return said(List.of(program, "--version")).contains(program);
    }

    private static String said(List<String> argv) {
        try {
            Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            return text;
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
