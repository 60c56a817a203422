package dev.slipway.base.wire.wap.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.SharedSecret;
import dev.slipway.base.wire.wap.wbxml.Mode;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark's dissectors as judge of what we push: one datagram for each document. */
class TsharkTest {
    private static final Path TSHARK = Path.of("/usr/bin/tshark");
    private static final int RAW_IP = 101;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;
    private static final int LOOPBACK = 0x7F000001;

    /** Those whose tokens Wireshark knows: it has AAA and HA on page 1, where nobody else has them, and no comma. */
    private static final List<String> NAMES =
            List.of("dna_1", "dna_2", "example-mobile", "mail", "minimal-gprs", "moi_1");

    @TempDir
    private Path directory;

    @Test
    void it_knows_every_token_of_a_compatible_push_and_shows_who_signed_it() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(TSHARK), "SKIPPED: no tshark: apt-get install tshark");
        for (String name : NAMES) {
            ProvisioningDocument document = Vectors.document(name);
            byte[] body = Wbxml.encode(document, Mode.COMPATIBLE);
            var signature = new SharedSecret.OfUser(new Pin("482913")).sign(body);

            String told = dissected(new PushPdu(1, new PushType.Connectivity(Optional.of(signature)), body).toArray());

            assertThat(told)
                    .as(name)
                    .contains(
                            "Push (0x06)",
                            "SEC=USERPIN",
                            "MAC=" + signature.mac().orElseThrow())
                    .contains("wap-provisioningdoc", "</wap-provisioningdoc>")
                    .doesNotContainIgnoringCase("not defined", "unknown", "malformed", "invalid");
            assertThat(told.split("<parm", -1))
                    .as(name)
                    .hasSize(Vectors.xml(name).split("<parm", -1).length);
        }
    }

    private String dissected(byte[] push) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("push.pcap"), capture(push));
        Process tshark = new ProcessBuilder(TSHARK.toString(), "-V", "-n", "-r", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tshark.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    /** A capture file of one datagram: libpcap's format, version 2.4, without link layer. */
    private static byte[] capture(byte[] push) {
        int size = IP_HEADER + UDP_HEADER + push.length;
        return ByteBuffer.allocate(24 + 16 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(1 << 16)
                .putInt(RAW_IP)
                .putLong(0)
                .putInt(size)
                .putInt(size)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) 0x4500)
                .putShort((short) size)
                .putInt(0)
                .putShort((short) (64 << 8 | UDP))
                .putShort((short) 0)
                .putInt(LOOPBACK)
                .putInt(LOOPBACK)
                .putShort((short) Ports.PUSH.source())
                .putShort((short) Ports.PUSH.destination())
                .putShort((short) (UDP_HEADER + push.length))
                .putShort((short) 0)
                .put(push)
                .array();
    }
}
