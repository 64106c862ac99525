package dev.wakeful.cimanager.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/** The headers that say what a delivery is. Everything else, signatures and credentials first of all, is not even looked at. */
record KeptHeaders(Map<String, String> values) {

    private static final int MOST = 200;

    static KeptHeaders of(HttpServletRequest request) {
        Map<String, String> values = new TreeMap<>();
        Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name ->
                        name.startsWith("x-github-") || name.equals("content-type") || name.equals("user-agent"))
                .forEach(name -> values.put(name, bounded(request.getHeader(name))));
        return new KeptHeaders(values);
    }

    private static String bounded(String value) {
        return value.length() <= MOST ? value : value.substring(0, MOST);
    }

    /** @throws Refused with 400 when it is missing or cannot be a name */
    String required(String header) {
        String value = values.getOrDefault(header.toLowerCase(Locale.ROOT), "");
        if (!value.matches("[A-Za-z0-9_.:-]{1,100}")) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "The header " + header + " is required: 1 to 100 letters, digits or any of _ . : -");
        }
        return value;
    }
}
