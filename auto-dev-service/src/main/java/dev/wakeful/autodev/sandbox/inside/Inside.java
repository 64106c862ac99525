package dev.wakeful.autodev.sandbox.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/**
 * Runs inside a sandbox, as a program of its own: answers on ports of the loopback interface with what socket files say, and starts a
 * command with its own standard streams. Ends with the command and its exit code. One class, so that it can be laid out as one file.
 */
public final class Inside {

    private static final int COULD_NOT_RUN = 127;
    private static final int BUFFER = 16 << 10;

    private Inside() {}

    /** @param args ports, each with its socket file; {@code --}; program, arguments */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> all = Arrays.asList(args);
        int end = all.indexOf("--");
        for (int i = 0; i < end; i += 2) {
            open(Integer.parseInt(all.get(i)), UnixDomainSocketAddress.of(all.get(i + 1)));
        }
        System.exit(run(all.subList(end + 1, all.size())));
    }

    private static void open(int port, UnixDomainSocketAddress outwards) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofPlatform().daemon().start(() -> accept(door, outwards));
    }

    private static int run(List<String> argv) throws InterruptedException {
        try {
            return new ProcessBuilder(argv).inheritIO().start().waitFor();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private static void accept(ServerSocketChannel door, UnixDomainSocketAddress gateway) {
        while (true) {
            try {
                SocketChannel agent = door.accept();
                Thread.ofVirtual().start(() -> join(agent, gateway));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void join(SocketChannel agent, UnixDomainSocketAddress gateway) {
        try (agent;
                SocketChannel outwards = SocketChannel.open(gateway)) {
            Thread back = Thread.ofVirtual().start(() -> pass(outwards, agent));
            pass(agent, outwards);
            back.join();
        } catch (IOException e) {
            System.err.println("The way out is closed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException either) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
