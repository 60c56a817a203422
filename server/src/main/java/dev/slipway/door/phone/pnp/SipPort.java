package dev.slipway.door.phone.pnp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Semaphore;

/**
 * A UDP port. A thread of its own waits for datagrams, and each is heard on a virtual thread, so no event loop ever
 * waits
 * here. At most {@value #WORKS_MAX} are heard at once; more are passed over, as UDP may.
 *
 * <p>The channels of the JDK are used as they are: on Linux they hear a multicast group on the interfaces that they
 * joined
 * it on alone ({@code IP_MULTICAST_ALL} is off), which those of Netty's epoll do not.
 */
final class SipPort implements AutoCloseable {
    static final int WORKS_MAX = 16;

    private static final int DATAGRAM_BYTES_MAX = 65_535;
    private static final System.Logger LOG = System.getLogger(SipPort.class.getPackageName());

    private final DatagramChannel channel;
    private final int number;
    private final Receiver receiver;
    private final Semaphore works = new Semaphore(WORKS_MAX);

    private SipPort(DatagramChannel channel, Receiver receiver) throws IOException {
        this.channel = channel;
        this.number = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        this.receiver = receiver;
    }

    /** Who hears; may block. */
    @FunctionalInterface
    interface Receiver {
        void heard(byte[] datagram, InetSocketAddress from);
    }

    /** Listens to what is sent to this address; port 0 takes a free one. */
    static SipPort open(InetSocketAddress at, Receiver receiver) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            return listening(channel.bind(at), receiver);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Listens to what is sent to this group on one interface; other programs may do so too. */
    static SipPort joined(InetSocketAddress group, NetworkInterface on, Receiver receiver) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(group);
            channel.join(group.getAddress(), on);
            return listening(channel, receiver);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static SipPort listening(DatagramChannel channel, Receiver receiver) throws IOException {
        var port = new SipPort(channel, receiver);
        Thread.ofPlatform().daemon().name("sip").start(port::listen);
        return port;
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
        while (channel.isOpen()) {
            try {
                var from = (InetSocketAddress) channel.receive(buffer.clear());
                byte[] datagram = new byte[buffer.flip().remaining()];
                buffer.get(datagram);
                hear(datagram, from);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "event=sip-port-broken do=\"see to the interface and start the server again\"",
                        broken);
                return;
            }
        }
    }

    private void hear(byte[] datagram, InetSocketAddress from) {
        if (works.tryAcquire()) {
            Thread.ofVirtual()
                    .name("sip-datagram")
                    .uncaughtExceptionHandler((thread, fault) ->
                            LOG.log(System.Logger.Level.ERROR, "event=sip-datagram-failed from=" + from, fault))
                    .start(() -> work(datagram, from));
        }
    }

    private void work(byte[] datagram, InetSocketAddress from) {
        try {
            receiver.heard(datagram, from);
        } finally {
            works.release();
        }
    }

    /** Sends, or logs why it could not: to the caller that is like a datagram that got lost. */
    void send(byte[] datagram, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(datagram), to);
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.DEBUG, "event=sip-not-sent to={0} cause={1}", to, unreachable);
        }
    }

    /** The port number, also when it is closed. */
    int port() {
        return number;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.DEBUG, "event=sip-port-not-closed", broken);
        }
    }
}
