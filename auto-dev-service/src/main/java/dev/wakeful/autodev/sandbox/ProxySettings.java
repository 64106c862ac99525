package dev.wakeful.autodev.sandbox;

import java.util.Map;
import java.util.TreeMap;

/**
 * How build tools are told of the proxy for downloads: by their environment only, so that no file of a home that commands can write is
 * needed. npm, pip, cargo, go, git and curl know {@code https_proxy}; Maven and Gradle know the options of their JVM.
 */
final class ProxySettings {

    private static final String DIRECT = "localhost,127.0.0.1,::1";

    private ProxySettings() {}

    static Map<String, String> of(int port) {
        String address = "http://127.0.0.1:" + port;
        String jvm = "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=" + port
                + " -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + port
                + " -Dhttp.nonProxyHosts=localhost|127.0.0.1|[::1] -Daether.connector.http.useSystemProperties=true";
        Map<String, String> settings = new TreeMap<>();
        for (String name : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}) {
            settings.put(name, address);
        }
        settings.put("NO_PROXY", DIRECT);
        settings.put("no_proxy", DIRECT);
        settings.put("MAVEN_OPTS", jvm);
        settings.put("GRADLE_OPTS", jvm);
        return settings;
    }
}
