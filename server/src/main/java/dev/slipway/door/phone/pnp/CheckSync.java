package dev.slipway.door.phone.pnp;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.wire.sip.Malformed;
import dev.slipway.base.wire.sip.SipHeader;
import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.base.wire.sip.SipStart;
import dev.slipway.core.polling.WakeUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Wakes phones by NOTIFY {@code check-sync} over UDP, outside any subscription, as makers take it (the event is in no
 * RFC;
 * {@code reboot=false} fetches, {@code reboot=true} starts anew). Between two phones {@link #PAUSE} passes, so that a
 * group does not fetch at one moment.
 */
public final class CheckSync implements WakeUp {
    static final Duration PAUSE = Duration.ofMillis(50);

    private static final int SIP_PORT = 5060;
    private static final System.Logger LOG = System.getLogger(CheckSync.class.getPackageName());

    private final DeviceSeen seen;
    private final RandomGenerator random;
    private final SipTimers timers;

    /** Wakes devices where they were last seen. */
    public CheckSync(DeviceSeen seen, RandomGenerator random, SipTimers timers) {
        this.seen = seen;
        this.random = random;
        this.timers = timers;
    }

    @Override
    public List<Outcome> wake(Id<Tenant> tenant, List<Sleeper> devices, How how) {
        if (devices.size() > DEVICES_MAX) {
            throw new IllegalArgumentException(devices.size() + " devices at once");
        }
        List<Optional<InetSocketAddress>> places = devices.stream()
                .map(device -> how.to().or(() -> place(tenant, device)))
                .toList();
        return woken(devices, places, how);
    }

    private Optional<InetSocketAddress> place(Id<Tenant> tenant, Sleeper device) {
        return seen.last(tenant, device.device()).map(Seen::address).flatMap(CheckSync::literal);
    }

    private static Optional<InetSocketAddress> literal(String address) {
        try {
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(address), SIP_PORT));
        } catch (IllegalArgumentException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "event=no-address text={0} cause={1}", address, unknown.getMessage());
            return Optional.empty();
        }
    }

    private List<Outcome> woken(List<Sleeper> devices, List<Optional<InetSocketAddress>> places, How how) {
        var answers = new CompletableFuture<SipTransactions>();
        try (SipPort port =
                        SipPort.open(new InetSocketAddress(0), (datagram, from) -> heard(answers.join(), datagram));
                var transactions = new SipTransactions(port::send, timers)) {
            answers.complete(transactions);
            List<CompletableFuture<Outcome>> asked = new ArrayList<>();
            for (int i = 0; i < devices.size(); i++) {
                Sleeper device = devices.get(i);
                Duration after = PAUSE.multipliedBy(i);
                asked.add(places.get(i)
                        .map(place -> transactions
                                .ask(request(device, place, how.reboot(), port.port()), place, after)
                                .thenApply(answer -> outcome(device, place, answer)))
                        .orElseGet(() ->
                                CompletableFuture.completedFuture(new Outcome(device, State.UNKNOWN_PLACE, "", 0))));
            }
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("no UDP port can be opened", broken);
        }
    }

    private static void heard(SipTransactions transactions, byte[] datagram) {
        try {
            transactions.heard(SipMessage.read(datagram));
        } catch (Malformed malformed) {
            LOG.log(System.Logger.Level.DEBUG, "event=sip-malformed why=\"{0}\"", malformed.getMessage());
        }
    }

    private static Outcome outcome(Sleeper device, InetSocketAddress place, Optional<SipStart.Status> answer) {
        String to = Hosts.text(place.getAddress()) + ":" + place.getPort();
        return answer.map(status ->
                        new Outcome(device, status.code() < 300 ? State.WOKEN : State.REFUSED, to, status.code()))
                .orElseGet(() -> new Outcome(device, State.SILENT, to, 0));
    }

    private SipMessage request(Sleeper device, InetSocketAddress place, boolean reboot, int port) {
        String user = device.account()
                .map(account -> account.replaceFirst("@.*$", ""))
                .filter(name -> name.matches("[A-Za-z0-9._~!*'()&=+$,-]+"))
                .map(name -> name + "@")
                .orElse("");
        String whom = "sip:" + user + Hosts.text(place.getAddress()) + ":" + place.getPort();
        String us = Hosts.text(Hosts.towards(place)) + ":" + port;
        return new SipMessage(
                new SipStart.Request("NOTIFY", whom),
                List.of(
                        new SipHeader(
                                "Via", "SIP/2.0/UDP " + us + ";branch=" + SipTransactions.COOKIE + word() + ";rport"),
                        new SipHeader("Max-Forwards", "70"),
                        new SipHeader("From", "<sip:slipway@" + us + ">;tag=" + word()),
                        new SipHeader("To", "<" + whom + ">"),
                        new SipHeader("Call-ID", word()),
                        new SipHeader("CSeq", "1 NOTIFY"),
                        new SipHeader("Contact", "<sip:slipway@" + us + ">"),
                        new SipHeader("Event", "check-sync;reboot=" + reboot),
                        new SipHeader("Subscription-State", "terminated;reason=noresource")),
                "");
    }

    private String word() {
        return Long.toHexString(random.nextLong());
    }
}
