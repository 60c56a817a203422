package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a ClientHello that comes in any number of segments and records; large ones (X25519MLKEM768) always do. At most
 * {@link #BYTES_MAX}, and nothing is allocated before all of it is there.
 */
public final class ClientHelloReader {
    /** Of the records that carry it. */
    public static final int BYTES_MAX = 16_384;

    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE_HEADER = 4;
    private static final byte HANDSHAKE = 22;
    private static final byte CLIENT_HELLO = 1;
    private static final int RANDOM_AND_VERSION = 34;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int NAME_BYTES_MAX = 255;

    private int needed = RECORD_HEADER + 1;
    private Optional<Hello> found = Optional.empty();

    /** How far it is. */
    public enum Progress {
        /** More bytes are needed. */
        OPEN,
        /** {@link #hello} says it. */
        FOUND,
        /** This is no ClientHello, or a longer one than anybody sends. */
        BROKEN
    }

    /**
     * What a TLS client asks for before anything is encrypted (RFC 8446, section 4.1.2).
     *
     * @param serverName in lower case, without a dot at its end; empty when it names none (RFC 6066, section 3)
     * @param protocols that it speaks inside, as {@code h2} (RFC 7301)
     */
    public record Hello(String serverName, List<String> protocols) {
        public Hello {
            protocols = List.copyOf(protocols);
        }
    }

    /** What was found. */
    public Optional<Hello> hello() {
        return found;
    }

    /** Whether a connection that begins with these bytes may be TLS; two are needed to be sure that it is not. */
    public static boolean mayBegin(ByteBuf bytes, int start) {
        int there = bytes.writerIndex() - start;
        return bytes.getByte(start) == HANDSHAKE && (there < 2 || bytes.getByte(start + 1) == 3);
    }

    /** Looks again, from the first byte of the connection. */
    public Progress look(ByteBuf bytes, int start) {
        int there = bytes.writerIndex() - start;
        if (there < needed) {
            return needed > BYTES_MAX ? Progress.BROKEN : Progress.OPEN;
        }
        int at = start;
        int carried = 0;
        int wanted = HANDSHAKE_HEADER;
        ByteBuf head = null;
        while (carried < wanted) {
            needed = at - start + RECORD_HEADER + 1;
            if (there < needed) {
                return needed > BYTES_MAX ? Progress.BROKEN : Progress.OPEN;
            }
            int length = bytes.getUnsignedShort(at + 3);
            if (bytes.getByte(at) != HANDSHAKE || bytes.getByte(at + 1) != 3 || length == 0 || length > BYTES_MAX) {
                return Progress.BROKEN;
            }
            needed = at - start + RECORD_HEADER + length;
            if (there < needed) {
                return needed > BYTES_MAX + RECORD_HEADER ? Progress.BROKEN : Progress.OPEN;
            }
            carried += length;
            at += RECORD_HEADER + length;
            if (wanted == HANDSHAKE_HEADER && carried >= HANDSHAKE_HEADER) {
                head = joined(bytes, start, at, HANDSHAKE_HEADER);
                wanted = HANDSHAKE_HEADER + head.getUnsignedMedium(1);
                if (head.getByte(0) != CLIENT_HELLO || wanted > BYTES_MAX) {
                    return Progress.BROKEN;
                }
            }
        }
        return read(joined(bytes, start, at, wanted).skipBytes(HANDSHAKE_HEADER));
    }

    /** What records carry, without their headers. */
    private static ByteBuf joined(ByteBuf bytes, int start, int end, int wanted) {
        int first = bytes.getUnsignedShort(start + 3);
        if (first >= wanted) {
            return bytes.slice(start + RECORD_HEADER, wanted);
        }
        ByteBuf all = Unpooled.buffer(end - start);
        for (int at = start; at < end; at += RECORD_HEADER + bytes.getUnsignedShort(at + 3)) {
            all.writeBytes(bytes, at + RECORD_HEADER, bytes.getUnsignedShort(at + 3));
        }
        return all.writerIndex(wanted);
    }

    private Progress read(ByteBuf hello) {
        try {
            hello.skipBytes(RANDOM_AND_VERSION);
            hello.skipBytes(hello.readUnsignedByte());
            hello.skipBytes(hello.readUnsignedShort());
            hello.skipBytes(hello.readUnsignedByte());
            found = Optional.of(hello.isReadable() ? extensions(hello) : new Hello("", List.of()));
            return Progress.FOUND;
        } catch (IndexOutOfBoundsException shorterThanItSays) {
            return Progress.BROKEN;
        }
    }

    private static Hello extensions(ByteBuf hello) {
        ByteBuf all = hello.readSlice(hello.readUnsignedShort());
        String name = "";
        List<String> protocols = List.of();
        while (all.isReadable()) {
            int type = all.readUnsignedShort();
            ByteBuf content = all.readSlice(all.readUnsignedShort());
            if (type == SERVER_NAME) {
                name = name(content);
            } else if (type == ALPN) {
                protocols = protocols(content);
            }
        }
        return new Hello(name, protocols);
    }

    private static String name(ByteBuf content) {
        ByteBuf names = content.readSlice(content.readUnsignedShort());
        if (!names.isReadable() || names.readByte() != 0) {
            return "";
        }
        int length = names.readUnsignedShort();
        if (length > NAME_BYTES_MAX) {
            return "";
        }
        String text = names.readSlice(length).toString(StandardCharsets.US_ASCII);
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
    }

    private static List<String> protocols(ByteBuf content) {
        ByteBuf names = content.readSlice(content.readUnsignedShort());
        List<String> protocols = new ArrayList<>();
        while (names.isReadable()) {
            protocols.add(names.readSlice(names.readUnsignedByte()).toString(StandardCharsets.US_ASCII));
        }
        return protocols;
    }
}
