package dev.wakeful.budget.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;

/** Who waits for an answer. */
public interface Caller {

    /** Begins the answer; what is flushed is on its way. */
    OutputStream begin(int status, HttpHeaders headers) throws IOException;
}
