package dev.wakeful.budget.gateway;

import dev.wakeful.budget.BudgetApplication;
import dev.wakeful.service.ServiceApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another copy of the service, in a process of its own, to be killed. */
record GatewayProcess(Process process, URI address) implements AutoCloseable {

    private static final String READY = "gateway on ";

    static GatewayProcess start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayProcess.class.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.startVirtualThread(() -> output.lines().forEach(ignored -> {}));
                return new GatewayProcess(process, URI.create("http://127.0.0.1:" + line.substring(READY.length())));
            }
        }
        throw new IOException("The other copy of the service did not start");
    }

    /** Ends with its parent, whose pipe it reads. */
    public static void main(String[] args) throws IOException {
        String port = ServiceApplication.run(BudgetApplication.class, "budget", args)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        System.out.println(READY + port);
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    /** kill -9. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
