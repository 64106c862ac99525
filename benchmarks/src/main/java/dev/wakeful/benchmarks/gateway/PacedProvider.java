package dev.wakeful.benchmarks.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A provider in a process of its own, on bare sockets: answers every call with a stream of Anthropic's shape, each piece at its time after the
 * call was read, so that one late piece delays no other. Takes the number of pieces and the milliseconds between them; prints its port. Ends
 * with its parent.
 */
public final class PacedProvider {

    private static final int BACKLOG = 512;

    private PacedProvider() {}

    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().name("parent-watch").start(PacedProvider::endWithParent);
        List<byte[]> chunks = chunks(Integer.parseInt(args[0]));
        long pause = Long.parseLong(args[1]) * 1_000_000;
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            System.out.flush();
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, chunks, pause));
            }
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // the pipe is broken: the parent is gone
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Socket socket, List<byte[]> chunks, long pause) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                in.skipNBytes(bodyLength(in));
                speak(out, chunks, pause);
            }
        } catch (IOException e) {
            // the client has closed the connection
        }
    }

    private static void speak(OutputStream out, List<byte[]> chunks, long pause) throws IOException {
        long began = System.nanoTime();
        for (int n = 0; n < chunks.size(); n++) {
            long due = began + pause * n;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            out.write(chunks.get(n));
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** The head and the first event; one event each; the last with the end of the body. */
    private static List<byte[]> chunks(int pieces) {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(bytes(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk("message_start", """
                        {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],\
                        "model":"claude","usage":{"input_tokens":1200,"output_tokens":1}}}""")));
        for (int n = 0; n < pieces; n++) {
            chunks.add(bytes(chunk("content_block_delta", """
                    {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"some words of an answer %d "}}""".formatted(n))));
        }
        chunks.add(bytes(chunk("message_delta", """
                        {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":%d}}""".formatted(pieces * 5))
                + chunk("message_stop", "{\"type\":\"message_stop\"}")
                + "0\r\n\r\n"));
        return chunks;
    }

    private static String chunk(String event, String data) {
        String text = "event: " + event + "\ndata: " + data + "\n\n";
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
