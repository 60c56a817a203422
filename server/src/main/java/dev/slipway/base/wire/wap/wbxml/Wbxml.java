package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.ProvisioningDocument;

/** Provisioning documents as bytes: media type {@code application/vnd.wap.connectivity-wbxml}. */
public final class Wbxml {
    /** Longest document that is read: the 255 segments of a long message hold half of it. */
    public static final int BYTES_MAX = 1 << 16;

    /** Longest text altogether: references into the string table could make a small document endless. */
    public static final int TEXT_LENGTH_MAX = 1 << 18;

    /** WBXML 1.3, public identifier {@code -//WAPFORUM//DTD PROV 1.0//EN}, UTF-8 (WAP-192, section 5.4 to 5.6). */
    private static final byte[] HEAD = {0x03, 0x0B, 0x6A};

    private Wbxml() {}

    /** The document in that mode, with a string table when one makes it smaller. */
    public static byte[] encode(ProvisioningDocument document, Mode mode) {
        return switch (mode) {
            case COMPATIBLE -> compatible(document, true);
            case COMPACT -> CompactWriter.write(document, HEAD);
        };
    }

    /** The document in that mode, every text where it belongs. */
    public static byte[] encodeWithoutTable(ProvisioningDocument document, Mode mode) {
        return switch (mode) {
            case COMPATIBLE -> compatible(document, false);
            case COMPACT -> CompactWriter.of(document).write(StringTable.EMPTY, HEAD);
        };
    }

    private static byte[] compatible(ProvisioningDocument document, boolean withTable) {
        var writer = new CompatibleWriter(Vocabulary.PROVISIONING);
        Sink.feed(document, writer);
        var table = withTable ? new StringTable(StringTable.worthwhile(writer.counts())) : StringTable.EMPTY;
        var bytes = new Octets();
        bytes.put(HEAD);
        writer.write(table, bytes);
        return bytes.toArray();
    }

    /** The document that the bytes are, or {@link Malformed}. */
    public static ProvisioningDocument decode(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new Malformed(BYTES_MAX, "at most %d bytes".formatted(BYTES_MAX), bytes.length + " bytes");
        }
        return new WbxmlReader(bytes).document();
    }
}
