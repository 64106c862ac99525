package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.Reply;
import java.io.IOException;
import java.io.OutputStream;

/** Begins the caller's answer as the provider began its own, and remembers that it did. */
final class Opened implements Passage.Sink {

    private final Caller caller;
    private final Reply reply;
    private boolean opened;

    Opened(Caller caller, Reply reply) {
        this.caller = caller;
        this.reply = reply;
    }

    @Override
    public OutputStream open() throws IOException {
        opened = true;
        return caller.begin(reply.status(), reply.headers());
    }

    boolean opened() {
        return opened;
    }
}
