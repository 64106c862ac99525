package dev.wakeful.autodev.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The head of a request as it came.
 *
 * @param lines the first one and the fields, without line ends
 * @param rest what was sent behind it already
 */
record RequestHead(List<String> lines, ByteBuffer rest) {

    private static final int LONGEST = 16 << 10;
    private static final String END = "\r\n\r\n";

    /** @throws Refused when it is too long, or does not come to its end */
    static RequestHead read(ReadableByteChannel channel) throws IOException, Refused {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        int from = 0;
        while (channel.read(buffer) >= 0) {
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf(END, from);
            if (end >= 0) {
                buffer.flip().position(end + END.length());
                return new RequestHead(List.of(text.substring(0, end).split("\r\n", -1)), buffer);
            }
            if (!buffer.hasRemaining()) {
                throw new Refused(431, Refused.Reason.MALFORMED, "The request is longer than 16 KiB");
            }
            from = Math.max(0, buffer.position() - END.length());
        }
        throw Refused.malformed("The request was not sent to its end");
    }
}
