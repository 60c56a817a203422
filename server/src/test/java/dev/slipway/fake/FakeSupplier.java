package dev.slipway.fake;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A supplier in memory, whose gateways do what a test tells them. */
public final class FakeSupplier implements Supplier {
    /** What was given to any gateway, in order. */
    public final List<Given> given = new CopyOnWriteArrayList<>();

    private final Map<String, Function<Outgoing, Outcome>> manners = new ConcurrentHashMap<>();
    private final Map<String, Carries> carried = new ConcurrentHashMap<>();
    private volatile boolean knowsRepeats;

    /** A message and the gateway that it was given to. */
    public record Given(String gateway, Outgoing message) {
        /** What it says. */
        public String text() {
            return message.text().body();
        }
    }

    /** Lets the gateway of this name answer so from now on; until then it takes everything. */
    public void behave(String gateway, Function<Outgoing, Outcome> manner) {
        manners.put(gateway, manner);
    }

    /** Lets the gateway of this name carry so much; until then it carries everything. */
    public void carry(String gateway, Carries carries) {
        carried.put(gateway, carries);
    }

    /** Sends each message once, however often it is given. */
    public void knowRepeats() {
        knowsRepeats = true;
    }

    /** Gateways that were given something, in order. */
    public List<String> gateways() {
        return given.stream().map(Given::gateway).toList();
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String about() {
        return "In memory.";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("from", false, false, "Slipway", "Sender."), new Field("key", false, true, "", "Key."));
    }

    @Override
    public Carries carries(GatewaySetup setup) {
        return carried.getOrDefault(setup.name(), Carries.EVERYTHING);
    }

    @Override
    public MessageGateway open(GatewaySetup setup) {
        return new MessageGateway() {
            @Override
            public Outcome send(Outgoing message) {
                given.add(new Given(setup.name(), message));
                return manners.getOrDefault(setup.name(), one -> new Outcome.Taken("ref-" + one.reference()))
                        .apply(message);
            }

            @Override
            public boolean knowsRepeats() {
                return knowsRepeats;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<String> warning(GatewaySetup setup) {
        return Optional.empty();
    }

    @Override
    public Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at) {
        return Optional.empty();
    }
}
