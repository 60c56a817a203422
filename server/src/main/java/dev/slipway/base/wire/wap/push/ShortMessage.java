package dev.slipway.base.wire.wap.push;

import dev.slipway.base.wire.wap.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The user data of one message: its header and 8-bit data (3GPP TS 23.040, section 9.2.3.24). */
public final class ShortMessage {
    /** Octets of one message, the header with them. */
    public static final int BYTES_MAX = 140;

    private static final int PORTS_8 = 0x04;
    private static final int PORTS_16 = 0x05;
    private static final int PART_8 = 0x00;
    private static final int PART_16 = 0x08;

    private final Optional<Ports> ports;
    private final Optional<Part> part;
    private final byte[] payload;

    /** User data with ports, a part of a long message or both in its header. */
    public ShortMessage(Optional<Ports> ports, Optional<Part> part, byte[] payload) {
        this.ports = ports;
        this.part = part;
        this.payload = payload.clone();
        if (headerSize(ports.isPresent(), part) + payload.length > BYTES_MAX) {
            throw new IllegalArgumentException("a message has %d octets".formatted(BYTES_MAX));
        }
    }

    /** Where it goes, when the header says so. */
    public Optional<Ports> ports() {
        return ports;
    }

    /** Which part it is, when there are several. */
    public Optional<Part> part() {
        return part;
    }

    /** What is behind the header. */
    public byte[] payload() {
        return payload.clone();
    }

    /** How long such a header is, its length octet with it. */
    static int headerSize(boolean withPorts, Optional<Part> part) {
        return 1 + (withPorts ? 6 : 0) + part.map(of -> of.wide() ? 6 : 5).orElse(0);
    }

    /** As it is sent. */
    public byte[] toArray() {
        var bytes = new ByteArrayOutputStream();
        bytes.write(headerSize(ports.isPresent(), part) - 1);
        ports.ifPresent(to -> {
            bytes.writeBytes(new byte[] {PORTS_16, 4});
            wide(bytes, to.destination());
            wide(bytes, to.source());
        });
        part.ifPresent(of -> {
            bytes.writeBytes(of.wide() ? new byte[] {PART_16, 4} : new byte[] {PART_8, 3});
            if (of.wide()) {
                wide(bytes, of.reference());
            } else {
                bytes.write(of.reference());
            }
            bytes.write(of.total());
            bytes.write(of.number());
        });
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    private static void wide(ByteArrayOutputStream bytes, int number) {
        bytes.write(number >> 8);
        bytes.write(number);
    }

    /** What was received; elements of the header that say nothing about ports and parts are passed over. */
    public static ShortMessage of(byte[] bytes) {
        var source = new WspSource(bytes, Math.min(bytes.length, BYTES_MAX));
        int headerEnd = source.length(source.octet("the length of a header"));
        Optional<Ports> ports = Optional.empty();
        Optional<Part> part = Optional.empty();
        while (source.at() < headerEnd) {
            int begun = source.at();
            int element = source.octet("an element of the header");
            int end = source.length(source.octet("the length of an element"));
            if (end > headerEnd) {
                throw new Malformed(begun, "an element within the header", "one that is longer");
            }
            switch (element) {
                case PORTS_8 -> ports = Optional.of(new Ports(source.octet("a port"), source.octet("a port")));
                case PORTS_16 -> ports = Optional.of(new Ports(source.wide("a port"), source.wide("a port")));
                case PART_8 -> part = Optional.of(part(source, source.octet("a reference"), false));
                case PART_16 -> part = Optional.of(part(source, source.wide("a reference"), true));
                default -> source.skipTo(end);
            }
            if (source.at() != end) {
                throw new Malformed(begun, "an element as long as it says", "another length");
            }
        }
        if (bytes.length > BYTES_MAX) {
            throw new Malformed(BYTES_MAX, "at most %d octets".formatted(BYTES_MAX), bytes.length + " octets");
        }
        return new ShortMessage(ports, part, Arrays.copyOfRange(bytes, headerEnd, bytes.length));
    }

    private static Part part(WspSource source, int reference, boolean wide) {
        int begun = source.at();
        int total = source.octet("how many parts there are");
        int number = source.octet("which part this is");
        if (number < 1 || number > total) {
            throw new Malformed(begun, "a part of %d".formatted(total), Integer.toString(number));
        }
        return new Part(reference, wide, total, number);
    }
}
