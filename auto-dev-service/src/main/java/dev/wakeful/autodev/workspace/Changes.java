package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.workspace.FileChange.Side;
import dev.wakeful.autodev.workspace.FileChange.Type;
import dev.wakeful.events.Revision;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what changed between two revisions, with the text of both sides: two processes, whatever the number of files. */
final class Changes {

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_TEXT = 4 << 20;
    private static final String NOTHING = "000000";

    private final Git git;

    Changes(Git git) {
        this.git = git;
    }

    /** Of a change that is too long to be listed, the beginning; that is tens of thousands of files. */
    List<FileChange> between(Revision base, Revision head) {
        GitResult raw = git.run(
                        "",
                        Git.OUTPUT_BYTES,
                        "diff-tree",
                        "-r",
                        "-z",
                        "-M",
                        "--raw",
                        "--no-abbrev",
                        base.value(),
                        head.value())
                .orFail();
        List<Entry> entries = entries(raw.text());
        Map<String, String> texts = texts(entries.stream()
                .flatMap(entry -> Stream.of(entry.before(), entry.after()))
                .filter(end -> !end.mode().equals(NOTHING) && end.type() != Type.SUBMODULE)
                .map(End::object)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry ->
                        new FileChange(entry.before().side(texts), entry.after().side(texts)))
                .toList();
    }

    private record Entry(End before, End after) {}

    private record End(String mode, String object, String path) {

        Type type() {
            return switch (mode) {
                case "120000" -> Type.LINK;
                case "160000" -> Type.SUBMODULE;
                default -> Type.FILE;
            };
        }

        Optional<Side> side(Map<String, String> texts) {
            return mode.equals(NOTHING)
                    ? Optional.empty()
                    : Optional.of(new Side(path, type(), Optional.ofNullable(texts.get(object))));
        }
    }

    /** {@code :old-mode new-mode old-object new-object status} and one path, or two where it was moved, each ended by NUL. */
    private static List<Entry> entries(String raw) {
        List<Entry> entries = new ArrayList<>();
        Iterator<String> fields = List.of(raw.split("\0")).iterator();
        while (fields.hasNext()) {
            String head = fields.next();
            if (head.isEmpty()) {
                continue;
            }
            String[] parts = head.substring(1).split(" ");
            boolean moved = parts.length > 4 && (parts[4].startsWith("R") || parts[4].startsWith("C"));
            String path = fields.hasNext() ? fields.next() : "";
            String now = moved && fields.hasNext() ? fields.next() : path;
            if (parts.length < 5 || now.isEmpty()) {
                break;
            }
            entries.add(new Entry(new End(parts[0], parts[2], path), new End(parts[1], parts[3], now)));
        }
        return entries;
    }

    /** By object; what is no text, too large, or beyond what is read at all is not in it. */
    private Map<String, String> texts(List<String> objects) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        String wanted = objects.stream().collect(Collectors.joining("\n", "", "\n"));
        byte[] read = git.run(wanted, MOST_BYTES, "cat-file", "--batch").output();
        Map<String, String> texts = new HashMap<>();
        int at = 0;
        while (at < read.length) {
            int end = at;
            while (end < read.length && read[end] != '\n') {
                end++;
            }
            String[] head = new String(read, at, end - at, StandardCharsets.US_ASCII).split(" ");
            if (head.length != 3) {
                at = end + 1;
                continue;
            }
            int size = Integer.parseInt(head[2]);
            if (end + 1 + (long) size > read.length) {
                break;
            }
            if (size <= MOST_TEXT) {
                decoded(read, end + 1, size).ifPresent(text -> texts.put(head[0], text));
            }
            at = end + 1 + size + 1;
        }
        return texts;
    }

    private static Optional<String> decoded(byte[] bytes, int from, int size) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, size))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return latin(bytes, from, size);
        }
    }

    /** Old sources are often in another encoding; what has a NUL is no text in any. */
    private static Optional<String> latin(byte[] bytes, int from, int size) {
        String text = new String(bytes, from, size, StandardCharsets.ISO_8859_1);
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }
}
