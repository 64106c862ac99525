package dev.wakeful.autodev.download;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the list of hosts: {@code repo.maven.apache.org}, {@code *.npmjs.org} (any name below, not the name itself),
 * {@code mirror.example.com:8443}, and with {@code private} behind it a host that may be inside the company or on this machine.
 *
 * @param name without the {@code *.}
 * @param below whether names below it are meant
 * @param port the only one that is allowed; absent: 443 for a tunnel, 80 for plain HTTP
 * @param internal whether its addresses may be private ones
 */
record HostRule(String text, String name, boolean below, Optional<Integer> port, boolean internal) {

    private static final String PRIVATE = "private";

    /** @throws IllegalArgumentException with key, value and what is allowed */
    static HostRule parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        boolean internal = words.size() == 2 && words.getLast().equals(PRIVATE);
        String address = words.getFirst();
        boolean below = address.startsWith("*.");
        String rest = below ? address.substring(2) : address;
        int colon = rest.matches(".*:[0-9]+") ? rest.lastIndexOf(':') : rest.length();
        Optional<String> name = HostName.of(rest.substring(0, colon));
        Optional<Integer> port = colon < rest.length() ? HostName.port(rest.substring(colon + 1)) : Optional.empty();
        boolean tooWide = below && name.filter(parent -> !parent.contains(".")).isPresent() && !internal;
        if (name.isEmpty()
                || tooWide
                || words.size() > (internal ? 2 : 1)
                || (colon < rest.length() && port.isEmpty())) {
            throw new IllegalArgumentException(DownloadProperties.HOSTS + " has the entry '" + text
                    + "', allowed is a host such as repo.maven.apache.org, *.npmjs.org or mirror.example.com:8443,"
                    + " with ' private' behind it where its addresses are not public");
        }
        return new HostRule(text.strip(), name.get(), below, port, internal);
    }

    boolean allows(Request request) {
        boolean named =
                below ? request.host().endsWith("." + name) : request.host().equals(name);
        return named && request.port() == port.orElse(request.tunnel() ? 443 : 80);
    }
}
