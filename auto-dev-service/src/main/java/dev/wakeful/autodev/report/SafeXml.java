package dev.wakeful.autodev.report;

import java.io.ByteArrayInputStream;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that is read from beginning to end without its document type: no entity is ever resolved, nothing is ever fetched. */
final class SafeXml {

    private static final int DEEPEST = 60;
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    }

    private SafeXml() {}

    /** What is told of each element. */
    interface Elements {

        /** @param depth from 1, the root */
        void begins(String name, int depth, XMLStreamReader attributes);

        void ends(String name);

        /** A piece of the text at this place; there may be several. */
        default void text(String piece) {}
    }

    /** @throws UnreadableReport when it is no XML, or leans on entities of its own */
    static void read(ReportFiles.Content content, Elements elements) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content.bytes()));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEEPEST) {
                            throw new UnreadableReport("The report " + content.path() + " is nested too deeply.");
                        }
                        elements.begins(reader.getLocalName(), depth, reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        elements.ends(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> elements.text(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableReport("The report " + content.path() + " uses entities of its own.");
                    default -> {}
                }
            }
            reader.close();
        } catch (XMLStreamException | NumberFormatException e) {
            throw new UnreadableReport("The report " + content.path() + " is not as it should be: "
                    + firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** The name of the root element. */
    static String root(ReportFiles.Content content) {
        String[] root = {""};
        read(content, new Elements() {
            @Override
            public void begins(String name, int depth, XMLStreamReader attributes) {
                if (depth == 1) {
                    root[0] = name;
                }
            }

            @Override
            public void ends(String name) {}
        });
        return root[0];
    }

    /** For readers that need no ends. */
    static Elements beginnings(BiConsumer<String, XMLStreamReader> each) {
        return new Elements() {
            @Override
            public void begins(String name, int depth, XMLStreamReader attributes) {
                each.accept(name, attributes);
            }

            @Override
            public void ends(String name) {}
        };
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (one, two) -> two)
                .strip();
    }
}
