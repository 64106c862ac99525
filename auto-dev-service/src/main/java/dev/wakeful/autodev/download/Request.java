package dev.wakeful.autodev.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command wants. Of a plain request only fields that say what is wanted are sent on, none that could be a credential (DEV-4); of a
 * tunnel nothing is, and what is in it is between its ends.
 *
 * @param tunnel whether it is a CONNECT
 * @param path of a plain request; without the query it is what is written down
 * @param sent the first bytes that the host gets
 */
record Request(String method, boolean tunnel, String host, int port, String path, ByteBuffer sent) {

    private static final Pattern LINE = Pattern.compile("([A-Z]{1,20}) ([!-~]{1,8192}) HTTP/1\\.[01]");
    private static final Pattern PLAIN = Pattern.compile("(?i)http://([^/?#]*)([^#]*).*");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\t -~\\x80-\\xff]*)");
    private static final Set<String> SENT_ON = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "pragma",
            "range",
            "user-agent");

    /** @throws Refused when it is neither a CONNECT nor a GET or HEAD of a whole address */
    static Request of(RequestHead head) throws Refused {
        Matcher line = LINE.matcher(head.lines().getFirst());
        if (!line.matches()) {
            throw Refused.malformed("This is no request that a proxy understands");
        }
        String method = line.group(1);
        return switch (method) {
            case "CONNECT" -> {
                String[] address = address(line.group(2), "");
                yield new Request(method, true, address[0], Integer.parseInt(address[1]), "", head.rest());
            }
            case "GET", "HEAD" -> plain(method, line.group(2), head.lines());
            default ->
                throw new Refused(
                        405,
                        Refused.Reason.MALFORMED,
                        "Only CONNECT, and GET and HEAD of addresses with http://, are let through, not " + method);
        };
    }

    private static Request plain(String method, String target, List<String> lines) throws Refused {
        Matcher whole = PLAIN.matcher(target);
        if (!whole.matches()) {
            throw Refused.malformed("A whole address such as http://host/path is needed");
        }
        String[] address = address(whole.group(1).replaceFirst(".*@", ""), "80");
        String path = whole.group(2).startsWith("/") ? whole.group(2) : "/" + whole.group(2);
        String authority = address[1].equals("80") ? address[0] : address[0] + ":" + address[1];
        String text = method + " " + path + " HTTP/1.1\r\nHost: " + authority + "\r\n" + fields(lines)
                + "Connection: close\r\n\r\n";
        return new Request(
                method,
                false,
                address[0],
                Integer.parseInt(address[1]),
                path.replaceFirst("\\?.*", "?..."),
                ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String[] address(String text, String usualPort) throws Refused {
        int colon = text.matches(".*:[0-9]+") ? text.lastIndexOf(':') : text.length();
        String port = colon < text.length() ? text.substring(colon + 1) : usualPort;
        return new String[] {
            HostName.of(text.substring(0, colon))
                    .orElseThrow(() -> Refused.malformed("There is no such name of a host")),
            String.valueOf(HostName.port(port).orElseThrow(() -> Refused.malformed("There is no such port")))
        };
    }

    private static String fields(List<String> lines) throws Refused {
        for (String line : lines.subList(1, lines.size())) {
            if (!FIELD.matcher(line).matches()) {
                throw Refused.malformed("A field of the request is not as it should be");
            }
        }
        return lines.stream()
                .skip(1)
                .filter(line ->
                        SENT_ON.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    /** As people read it. */
    String target() {
        return host + ":" + port + (path.length() > 300 ? path.substring(0, 300) + "..." : path);
    }
}
