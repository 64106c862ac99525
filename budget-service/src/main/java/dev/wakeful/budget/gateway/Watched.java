package dev.wakeful.budget.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether reading failed: a provider that breaks off is not a caller that goes away. */
final class Watched extends FilterInputStream {

    private boolean failed;

    Watched(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    boolean failed() {
        return failed;
    }
}
