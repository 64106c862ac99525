package dev.wakeful.autodev.download;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Whether an address belongs to the public internet: to nobody's machine, network or tunnel (IANA's special-purpose registries). */
final class PublicAddress {

    private static final List<String> SPECIAL = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** Within the only part of the space that is given out, what embeds other addresses or documents something. */
    private static final List<String> SPECIAL_6 = List.of(
            "2001:0:0:0:0:0:0:0/23", "2001:db8:0:0:0:0:0:0/32", "2002:0:0:0:0:0:0:0/16", "3fff:0:0:0:0:0:0:0/20");

    private static final String GIVEN_OUT_6 = "2000:0:0:0:0:0:0:0/3";

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL.stream().noneMatch(block -> contains(block, bytes))
                : contains(GIVEN_OUT_6, bytes) && SPECIAL_6.stream().noneMatch(block -> contains(block, bytes));
    }

    private static boolean contains(String block, byte[] address) {
        String[] parts = block.split("/");
        byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
        int bits = Integer.parseInt(parts[1]);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
