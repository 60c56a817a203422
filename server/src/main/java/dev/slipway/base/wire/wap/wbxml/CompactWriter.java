package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.ProvisioningDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes few bytes, since a message costs by the segment. Two questions are answered one after the other.
 *
 * <p>Which texts stand in the table: none, or those that are worth it whole, or what {@link TableSearch} finds; all
 * three are written and the shortest stays. How a document is written with a given table: as the shortest way through
 * all tokens, references and inline texts that could stand for it ({@link ShortestWay}), switches of page included.
 * So a stay on page 1 is no rule of its own: it is what costs least.
 */
final class CompactWriter implements Sink {
    /**
     * An attribute.
     *
     * @param before how many plain bytes stand in the document before it
     */
    record Field(int before, String name, String value) {}

    private final Vocabulary vocabulary = Vocabulary.PROVISIONING;
    private final Octets plain = new Octets();
    private final List<Field> fields = new ArrayList<>();
    private int plainSize;

    static CompactWriter of(ProvisioningDocument document) {
        var writer = new CompactWriter();
        Sink.feed(document, writer);
        return writer;
    }

    static byte[] write(ProvisioningDocument document, byte[] head) {
        CompactWriter writer = of(document);
        Map<String, Integer> counts = writer.counts();
        return Stream.of(List.<String>of(), StringTable.worthwhile(counts), new TableSearch(counts).texts())
                .distinct()
                .map(texts -> writer.write(new StringTable(texts), head))
                .min(Comparator.comparingInt(bytes -> bytes.length))
                .orElseThrow();
    }

    @Override
    public void octet(int octet) {
        plain.put(octet);
        plainSize++;
    }

    @Override
    public void attribute(String name, String value) {
        fields.add(new Field(plainSize, name, value));
    }

    byte[] write(StringTable table, byte[] head) {
        var way = new ShortestWay(vocabulary, table);
        fields.forEach(field -> way.add(field.name(), field.value()));
        var bytes = new Octets();
        bytes.put(head);
        byte[] strings = table.toArray();
        bytes.multibyte(strings.length);
        bytes.put(strings);
        byte[] octets = plain.toArray();
        List<byte[]> written = way.fields();
        int at = 0;
        for (int index = 0; index < fields.size(); index++) {
            while (at < fields.get(index).before()) {
                bytes.put(octets[at++]);
            }
            bytes.put(written.get(index));
        }
        while (at < octets.length) {
            bytes.put(octets[at++]);
        }
        return bytes.toArray();
    }

    /** What no token says, and how often. */
    private Map<String, Integer> counts() {
        var writer = new CompatibleWriter(vocabulary);
        fields.forEach(field -> writer.attribute(field.name(), field.value()));
        return writer.counts();
    }
}
