package dev.wakeful.autodev.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/** Passes bytes in both directions until both ends are done, or one may not any more. */
final class Exchange {

    private static final int BUFFER = 16 << 10;

    private final SocketChannel inner;
    private final SocketChannel outer;
    private final Account account;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile String cut = "";

    Exchange(SocketChannel inner, SocketChannel outer, Account account) {
        this.inner = inner;
        this.outer = outer;
        this.account = account;
    }

    /** @param upwards whether what else comes from inside is passed on; of a plain request nothing is */
    void run(ByteBuffer first, boolean upwards) throws InterruptedException {
        if (!pass(first, outer, sent, account::sends, "most-sent-mb")) {
            return;
        }
        if (!upwards) {
            pass(outer, inner, received, account::receives, "most-mb");
            return;
        }
        Thread up = Thread.ofVirtual().start(() -> pass(inner, outer, sent, account::sends, "most-sent-mb"));
        pass(outer, inner, received, account::receives, "most-mb");
        up.join();
    }

    private void pass(SocketChannel from, SocketChannel to, AtomicLong count, IntUnaryOperator allowed, String key) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                if (!pass(buffer.flip(), to, count, allowed, key)) {
                    return;
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException either) {
            end();
        }
    }

    private boolean pass(ByteBuffer bytes, SocketChannel to, AtomicLong count, IntUnaryOperator allowed, String key) {
        int length = bytes.remaining();
        int most = allowed.applyAsInt(length);
        bytes.limit(bytes.position() + most);
        try {
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            count.addAndGet(most);
        } catch (IOException gone) {
            end();
            return false;
        }
        if (most < length) {
            cut = "The swarm's limit was reached (" + DownloadProperties.PREFIX + key + ")";
            end();
        }
        return most == length;
    }

    private void end() {
        Deadline.close(inner);
        Deadline.close(outer);
    }

    long received() {
        return received.get();
    }

    long sent() {
        return sent.get();
    }

    /** Why it was cut; empty when it was not. */
    String cut() {
        return cut;
    }
}
