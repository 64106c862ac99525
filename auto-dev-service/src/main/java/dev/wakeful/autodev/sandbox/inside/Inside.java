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
 * Runs inside a sandbox, as a program of its own: answers on a port of the loopback interface with what the socket file says, and starts a
 * command with its own standard streams. Ends with the command and its exit code. One class, so that it can be laid out as one file.
 */
public final class Inside {

    private static final int COULD_NOT_RUN = 127;
    private static final int BUFFER = 16 << 10;

    private Inside() {}

    /** @param args port, socket file, program, arguments */
    public static void main(String[] args) throws IOException, InterruptedException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
        UnixDomainSocketAddress gateway = UnixDomainSocketAddress.of(args[1]);
        Thread.ofPlatform().daemon().start(() -> accept(door, gateway));
        System.exit(run(Arrays.asList(args).subList(2, args.length)));
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
            System.err.println("The gateway cannot be reached: " + e.getMessage());
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
