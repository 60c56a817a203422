package dev.slipway.door.relay.peek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.door.relay.peek.ClientHelloReader.Hello;
import dev.slipway.door.relay.peek.ClientHelloReader.Progress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientHelloReaderTest {
    /** As the JDK says hello. */
    static byte[] hello(Optional<String> name, String... protocols) throws IOException, GeneralSecurityException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        var parameters = engine.getSSLParameters();
        name.ifPresent(given -> parameters.setServerNames(List.of(new SNIHostName(given))));
        parameters.setApplicationProtocols(protocols);
        engine.setSSLParameters(parameters);
        ByteBuffer out = ByteBuffer.allocate(32_768);
        engine.wrap(ByteBuffer.allocate(0), out);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** The same hello, in records of at most {@code size} bytes each. */
    private static byte[] inRecords(byte[] hello, int size) {
        ByteBuf out = Unpooled.buffer();
        for (int at = 5; at < hello.length; at += size) {
            int length = Math.min(size, hello.length - at);
            out.writeByte(22).writeShort(0x0301).writeShort(length).writeBytes(hello, at, length);
        }
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    @Test
    void it_says_the_name_and_the_protocols() throws Exception {
        var reader = new ClientHelloReader();
        ByteBuf bytes = Unpooled.wrappedBuffer(hello(Optional.of("Phones.Example"), "h2", "http/1.1"));
        assertThat(reader.look(bytes, 0)).isEqualTo(Progress.FOUND);
        assertThat(reader.hello()).contains(new Hello("phones.example", List.of("h2", "http/1.1")));
    }

    @Test
    void a_hello_without_a_name_names_none() throws Exception {
        var reader = new ClientHelloReader();
        assertThat(reader.look(Unpooled.wrappedBuffer(hello(Optional.empty())), 0))
                .isEqualTo(Progress.FOUND);
        assertThat(reader.hello()).contains(new Hello("", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 20, 100})
    void a_hello_is_read_byte_by_byte_over_any_records(int size) throws Exception {
        byte[] all = inRecords(hello(Optional.of("a.example"), "x"), size);
        var reader = new ClientHelloReader();
        ByteBuf bytes = Unpooled.buffer();
        for (int i = 0; i < all.length - 1; i++) {
            bytes.writeByte(all[i]);
            assertThat(reader.look(bytes, 0)).as("after %d", i + 1).isEqualTo(Progress.OPEN);
        }
        bytes.writeByte(all[all.length - 1]);
        assertThat(reader.look(bytes, 0)).isEqualTo(Progress.FOUND);
        assertThat(reader.hello()).contains(new Hello("a.example", List.of("x")));
    }

    @Test
    void a_hello_that_says_it_is_longer_than_16_KiB_is_broken_at_once() {
        ByteBuf bytes = Unpooled.buffer().writeByte(22).writeShort(0x0301).writeShort(100);
        bytes.writeByte(1).writeMedium(20_000).writeZero(96);
        assertThat(new ClientHelloReader().look(bytes, 0)).isEqualTo(Progress.BROKEN);
    }

    @Test
    void a_hello_whose_lengths_lie_is_broken() throws Exception {
        byte[] all = hello(Optional.of("a.example"));
        for (int i = 5 + 4 + 34; i < all.length; i++) {
            byte[] changed = all.clone();
            changed[i] = (byte) 0xff;
            assertThat(new ClientHelloReader().look(Unpooled.wrappedBuffer(changed), 0))
                    .isNotEqualTo(Progress.OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"160301000401", "1603010000", "170301000501020304", "160201000501020304ff", "160301000402000000"
            })
    void other_records_are_no_hello(String hex) {
        byte[] noise = java.util.HexFormat.of().parseHex(hex);
        ByteBuf bytes = Unpooled.buffer().writeBytes(noise).writeZero(40);
        assertThat(new ClientHelloReader().look(bytes, 0)).isEqualTo(Progress.BROKEN);
    }

    @Property
    void no_bytes_make_it_fail(@ForAll byte[] noise) {
        ByteBuf bytes = Unpooled.buffer().writeByte(22).writeShort(0x0301).writeBytes(noise);
        assertThat(new ClientHelloReader().look(bytes, 0)).isNotNull();
    }
}
