package dev.slipway.door.phone.pnp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.sip.Malformed;
import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.base.wire.sip.SipStart;
import dev.slipway.door.phone.pnp.PnpCounts.End;
import dev.slipway.door.phone.recognition.UserAgents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Hears phones that ask their network for a server (SIP PnP): SUBSCRIBE {@code ua-profile} to {@code 224.0.1.75},
 * answered
 * with 200 and a NOTIFY that holds an address, repeated until the phone confirms it. It listens on the interfaces it
 * was
 * given and on no other, and answers from there.
 */
public final class PnpResponder implements AutoCloseable {
    /** {@code sip.mcast.net}; RFC 3261, section 22.1. */
    static final InetAddress GROUP = InetAddress.ofLiteral("224.0.1.75");

    private static final System.Logger LOG = System.getLogger(PnpResponder.class.getPackageName());

    private final UserAgents agents = UserAgents.read();
    private final PnpOptions options;
    private final PnpAnswers answers;
    private final RandomGenerator random;
    private final SipTimers timers;
    private final List<Runnable> endings = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private PnpResponder(PnpOptions options, PnpAnswers answers, RandomGenerator random, SipTimers timers) {
        this.options = options;
        this.answers = answers;
        this.random = random;
        this.timers = timers;
    }

    /** Listens from now on; refuses {@code pnp.no-interface} and {@code pnp.cannot-listen}. */
    public static PnpResponder start(PnpOptions options, PnpAnswers answers, RandomGenerator random, SipTimers timers) {
        var responder = new PnpResponder(options, answers, random, timers);
        try {
            options.places().forEach(responder::listen);
            return responder;
        } catch (Refusal refusal) {
            responder.close();
            throw refusal;
        }
    }

    private void listen(PnpOptions.Place place) {
        String name = place.networkInterface();
        NetworkInterface on = Hosts.named(name).orElseThrow(() -> none(name));
        InetAddress own = Hosts.of(name).orElseThrow(() -> none(name));
        var voice = new CompletableFuture<PnpVoice>();
        SipPort.Receiver receiver = (datagram, from) -> heard(datagram, from, place, voice.join());
        try {
            SipPort unicast = SipPort.open(new InetSocketAddress(own, options.port()), receiver);
            endings.add(unicast::close);
            var transactions = new SipTransactions(unicast::send, timers);
            endings.add(transactions::close);
            endings.add(SipPort.joined(new InetSocketAddress(GROUP, unicast.port()), on, receiver)::close);
            ports.add(unicast.port());
            voice.complete(new PnpVoice(unicast, transactions, own, random));
        } catch (IOException refused) {
            throw new Refusal(
                    "pnp.cannot-listen",
                    "SIP PnP cannot listen on %s, port %d (%s): stop what else does, or choose another pnp.port."
                            .formatted(name, options.port(), refused.getMessage()));
        }
        LOG.log(System.Logger.Level.INFO, "event=pnp-listening interface={0} port={1}", name, ports.getLast() + "");
    }

    private static Refusal none(String name) {
        return new Refusal(
                "pnp.no-interface",
                "This machine has no interface %s with an IPv4 address: correct pnp.interfaces.".formatted(name));
    }

    /** The ports, one for each place. */
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    private void heard(byte[] datagram, InetSocketAddress from, PnpOptions.Place place, PnpVoice voice) {
        try {
            SipMessage message = SipMessage.read(datagram);
            if (message.start() instanceof SipStart.Status) {
                voice.confirmed(message);
            } else {
                asked(message, from, place, voice);
            }
        } catch (Malformed malformed) {
            answers.counts().add(End.MALFORMED);
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "event=sip-malformed from={0} why=\"{1}\"",
                    from,
                    malformed.getMessage());
        } catch (Refusal unavailable) {
            LOG.log(System.Logger.Level.DEBUG, "event=pnp-unanswered code={0}", unavailable.code());
        }
    }

    private void asked(SipMessage message, InetSocketAddress from, PnpOptions.Place place, PnpVoice voice) {
        Optional<PnpClaim> claim = PnpClaim.of(message, agents);
        if (claim.isEmpty()) {
            answers.counts().add(End.OTHER);
            return;
        }
        answers.address(claim.get(), options, place).ifPresent(address -> {
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=pnp-given mac={0} from={1}",
                    claim.get().mac(),
                    from);
            voice.tell(message.received(Hosts.text(from.getAddress()), from.getPort()), from, address);
        });
    }

    /** Stops; what waits to be confirmed is given up. */
    @Override
    public void close() {
        endings.reversed().forEach(Runnable::run);
    }
}
