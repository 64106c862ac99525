package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.running.CallerLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Looks at a connection whose request has been read to its end. Java cannot look without reading, so a byte that is there already, of a
 * request that follows early, is put back, and the connection is not looked at again.
 */
final class ConnectionLine implements CallerLine {

    private final SocketWrapperBase<NioChannel> connection;
    private boolean blind;

    ConnectionLine(SocketWrapperBase<NioChannel> connection) {
        this.connection = connection;
    }

    @Override
    public boolean isGone() {
        if (blind) {
            return false;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        try {
            int read = connection.getSocket().getIOChannel().read(one);
            if (read > 0) {
                blind = true;
                connection.unRead(one.flip());
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
