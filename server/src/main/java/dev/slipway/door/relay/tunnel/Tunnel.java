package dev.slipway.door.relay.tunnel;

import dev.slipway.base.http.ServerKey;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** How both ends set their connection. */
public final class Tunnel {
    /** Of one stream: what a device that stalls makes wait. */
    private static final int STREAM_WINDOW_BYTES = 1 << 20;

    /** At a time in one connection. */
    private static final int STREAMS_MAX = 1000;

    /** More than all streams may leave unread together, so that none can stop the others. */
    private static final int CONNECTION_WINDOW_BYTES = (STREAMS_MAX + 64) * STREAM_WINDOW_BYTES;

    private static final int USUAL_WINDOW_BYTES = 65_535;
    private static final int HEADER_BYTES_MAX = 8192;

    /** Against CVE-2023-44487: resets of one window of 30 s. Devices that come and go are far below it. */
    private static final int RESETS_MAX = 20_000;

    private static final int RESETS_SECONDS = 30;
    private static final String PROTOCOL = "csc-h2/1";

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int KEY_HEX_DIGITS = 32;
    private static final int KEY_CHARACTERS = 26;
    private static final int GROUP_BITS = 5;
    private static final int UNUSED_BITS = 2;

    private Tunnel() {}

    /**
     * TLS as the center shows it. Any certificate passes the handshake: who it is, is asked of the alias table.
     *
     * @throws IllegalStateException when the key cannot be used
     */
    public static SslContext ofCenter(ServerKey key) {
        try {
            return common(SslContextBuilder.forServer(
                            key.certificate().toFile(), key.key().toFile()))
                    .clientAuth(ClientAuth.REQUIRE)
                    .build();
        } catch (SSLException unusable) {
            throw new IllegalStateException("a key of our own can be used", unusable);
        }
    }

    /** TLS as a site shows it. The center's key is compared after the handshake, before anything is said. */
    public static SslContext ofSite(ServerKey key) {
        try {
            return common(SslContextBuilder.forClient()
                            .keyManager(key.certificate().toFile(), key.key().toFile())
                            .endpointIdentificationAlgorithm(""))
                    .build();
        } catch (SSLException unusable) {
            throw new IllegalStateException("a key of our own can be used", unusable);
        }
    }

    private static SslContextBuilder common(SslContextBuilder builder) {
        return builder.sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        PROTOCOL));
    }

    /** SHA-256 (hex) of the public key that the other side proved to have; empty when it speaks another protocol. */
    public static Optional<String> peer(SslHandler handler) {
        try {
            byte[] key = handler.engine()
                    .getSession()
                    .getPeerCertificates()[0]
                    .getPublicKey()
                    .getEncoded();
            return PROTOCOL.equals(handler.applicationProtocol())
                    ? Optional.of(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(key)))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Begins HTTP/2 on a connection whose handshake is over. Not earlier: the window's enlargement would go out before
     * the settings, and the other side ends such a connection without a word.
     *
     * @param asServer on the site, which is asked
     * @param streams what streams of the other side begin with
     */
    public static void begin(Channel channel, boolean asServer, ChannelHandler streams, ChannelHandler control) {
        Http2FrameCodecBuilder builder =
                asServer ? Http2FrameCodecBuilder.forServer() : Http2FrameCodecBuilder.forClient();
        Http2Settings settings = Http2Settings.defaultSettings()
                .initialWindowSize(STREAM_WINDOW_BYTES)
                .maxHeaderListSize(HEADER_BYTES_MAX);
        if (asServer) {
            settings.maxConcurrentStreams(STREAMS_MAX);
        } else {
            settings.pushEnabled(false);
        }
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(builder.initialSettings(settings)
                .decoderEnforceMaxRstFramesPerWindow(RESETS_MAX, RESETS_SECONDS)
                .encoderEnforceMaxRstFramesPerWindow(RESETS_MAX, RESETS_SECONDS)
                .build());
        pipeline.addLast(new Http2MultiplexHandler(streams));
        pipeline.addLast(new Heartbeat());
        pipeline.addLast(control);
        ChannelHandlerContext last = pipeline.lastContext();
        var _ = last.writeAndFlush(new DefaultHttp2WindowUpdateFrame(CONNECTION_WINDOW_BYTES - USUAL_WINDOW_BYTES));
    }

    /** A key's SHA-256 (hex) as people copy it: its first 128 bits as 26 characters of base32 (RFC 4648). */
    public static String keyText(String sha256) {
        byte[] bytes = HexFormat.of().parseHex(sha256.substring(0, KEY_HEX_DIGITS));
        BigInteger rest = new BigInteger(1, bytes).shiftLeft(UNUSED_BITS);
        char[] text = new char[KEY_CHARACTERS];
        for (int i = KEY_CHARACTERS - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(GROUP_BITS);
        }
        return new String(text);
    }
}
