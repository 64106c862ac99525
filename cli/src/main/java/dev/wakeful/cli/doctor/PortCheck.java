package dev.wakeful.cli.doctor;

import dev.wakeful.cli.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** A port of 127.0.0.1 that is free, or in use by the running Wakeful itself. */
record PortCheck(String purpose, int port, Optional<Connection> running) implements Check {

    @Override
    public Diagnosis diagnose() {
        String name = "port " + purpose;
        if (running.isPresent()) {
            return Diagnosis.ok(
                    name,
                    port + " is used by Wakeful itself, process "
                            + running.get().pid());
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Diagnosis.ok(name, port + " is free");
        } catch (IOException taken) {
            return Diagnosis.problem(
                    name,
                    port + " is used by another program.",
                    "End that program, or choose four other ports: wakeful up --port N.");
        }
    }
}
