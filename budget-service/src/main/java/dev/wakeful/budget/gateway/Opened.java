package dev.wakeful.budget.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;

/** Begins the caller's answer as the provider began its own, and remembers that it did. */
final class Opened implements Passage.Sink {

    private final Caller caller;
    private final HttpResponse<InputStream> response;
    private boolean opened;

    Opened(Caller caller, HttpResponse<InputStream> response) {
        this.caller = caller;
        this.response = response;
    }

    @Override
    public OutputStream open() throws IOException {
        opened = true;
        return caller.begin(response.statusCode(), response.headers());
    }

    boolean opened() {
        return opened;
    }
}
