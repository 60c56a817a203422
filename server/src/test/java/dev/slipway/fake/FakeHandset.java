package dev.slipway.fake;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.push.Part;
import dev.slipway.base.wire.wap.push.Ports;
import dev.slipway.base.wire.wap.push.PushPdu;
import dev.slipway.base.wire.wap.push.PushType;
import dev.slipway.base.wire.wap.push.ShortMessage;
import dev.slipway.base.wire.wap.security.Imsi;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.Security;
import dev.slipway.base.wire.wap.security.SharedSecret;
import dev.slipway.base.wire.wap.security.Signature;
import dev.slipway.base.wire.wap.security.UserPinMac;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A phone that takes provisioning by short messages, by the rules of OMA-WAP-ProvUAB as far as servers depend on them.
 *
 * <p>Settings live in contexts. A bootstrap with PROVURL makes the privileged one, which only its own server changes;
 * its CONTEXT-ALLOW says how many others the person may have. In a context a NAPDEF or PXLOGICAL replaces the one of
 * the same id, an APPLICATION the one of the same APPID and PROVIDER-ID; a bootstrap replaces its whole context.
 */
public final class FakeHandset {
    /** How often a PIN may be wrong before the message is gone; phones have three. */
    public static final int PIN_TRIES_MAX = 3;

    private static final String OTHER = "";

    /** What came of a message, of a PIN or of a document. */
    public enum Outcome {
        /** Other parts are still to come. */
        INCOMPLETE,
        /** No push for the settings. */
        IGNORED,
        /** Waits for {@link FakeHandset#confirm}. */
        ASKS_PERSON,
        /** Waits for {@link FakeHandset#enter}. */
        ASKS_PIN,
        /** The PIN was wrong; it may be entered again. */
        WRONG,
        /** Not believed, or not allowed in its context; it is gone. */
        REFUSED,
        /** The settings are in force. */
        APPLIED
    }

    /** Which message a part belongs to. */
    private record Message(int reference, boolean wide, int total) {}

    private record Context(Optional<String> provisioningUrl, int others, Map<String, Characteristic> items) {}

    private final Imsi imsi;
    private final Map<Message, SortedMap<Integer, byte[]>> parts = new HashMap<>();
    private final Map<String, Context> contexts = new LinkedHashMap<>();
    private Optional<PushPdu> waiting = Optional.empty();
    private int tries;

    public FakeHandset(Imsi imsi) {
        this.imsi = imsi;
    }

    /** One short message; whole pushes replace the one that waits. */
    public Outcome receive(byte[] message) {
        try {
            ShortMessage data = ShortMessage.of(message);
            if (data.ports()
                    .map(Ports::destination)
                    .filter(port -> port == Ports.PUSH.destination())
                    .isEmpty()) {
                return Outcome.IGNORED;
            }
            return assembled(data).map(this::push).orElse(Outcome.INCOMPLETE);
        } catch (Malformed broken) {
            return Outcome.IGNORED;
        }
    }

    private Optional<byte[]> assembled(ShortMessage data) {
        if (data.part().isEmpty()) {
            return Optional.of(data.payload());
        }
        Part part = data.part().get();
        var message = new Message(part.reference(), part.wide(), part.total());
        SortedMap<Integer, byte[]> known = parts.computeIfAbsent(message, of -> new TreeMap<>());
        known.put(part.number(), data.payload());
        if (known.size() < part.total()) {
            return Optional.empty();
        }
        parts.remove(message);
        var whole = new ByteArrayOutputStream();
        known.values().forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }

    private Outcome push(byte[] bytes) {
        PushPdu push = PushPdu.of(bytes);
        if (!(push.type() instanceof PushType.Connectivity(Optional<Signature> signature))) {
            return Outcome.IGNORED;
        }
        Wbxml.decode(push.body());
        waiting = Optional.of(push);
        tries = 0;
        return signature.map(said -> ask(push, said)).orElseGet(this::drop);
    }

    private Outcome ask(PushPdu push, Signature signature) {
        return switch (signature.security()) {
            case NETWPIN ->
                new SharedSecret.OfNetwork(imsi).verifies(push.body(), signature) ? Outcome.ASKS_PERSON : drop();
            case USERPIN, USERNETWPIN, USERPINMAC -> Outcome.ASKS_PIN;
        };
    }

    private Outcome drop() {
        waiting = Optional.empty();
        return Outcome.REFUSED;
    }

    /** The person agrees to what waits, if it needs no PIN. */
    public Outcome confirm() {
        return waiting.filter(push -> security(push) == Security.NETWPIN)
                .map(this::apply)
                .orElse(Outcome.IGNORED);
    }

    /** The person types in a PIN. */
    public Outcome enter(Pin pin) {
        if (waiting.isEmpty()) {
            return Outcome.IGNORED;
        }
        PushPdu push = waiting.get();
        if (isRight(push, pin)) {
            return apply(push);
        }
        return ++tries < PIN_TRIES_MAX ? Outcome.WRONG : drop();
    }

    private boolean isRight(PushPdu push, Pin pin) {
        Signature signature = signature(push);
        return switch (signature.security()) {
            case NETWPIN -> false;
            case USERPIN -> new SharedSecret.OfUser(pin).verifies(push.body(), signature);
            case USERNETWPIN -> new SharedSecret.OfBoth(imsi, pin).verifies(push.body(), signature);
            case USERPINMAC -> UserPinMac.verifies(push.body(), pin);
        };
    }

    private static Security security(PushPdu push) {
        return signature(push).security();
    }

    private static Signature signature(PushPdu push) {
        return ((PushType.Connectivity) push.type()).signature().orElseThrow();
    }

    private Outcome apply(PushPdu push) {
        waiting = Optional.empty();
        return apply(Wbxml.decode(push.body()));
    }

    /** What was fetched from PROVURL: it is believed, since it came from there. */
    public Outcome fetched(String provisioningUrl, byte[] document) {
        Optional<String> context = contexts.entrySet().stream()
                .filter(entry -> entry.getValue().provisioningUrl().equals(Optional.of(provisioningUrl)))
                .map(Map.Entry::getKey)
                .findFirst();
        context.ifPresent(name -> merge(contexts.get(name), Wbxml.decode(document)));
        return context.isPresent() ? Outcome.APPLIED : Outcome.REFUSED;
    }

    private Outcome apply(ProvisioningDocument document) {
        Optional<Characteristic> bootstrap = document.ofType("BOOTSTRAP").findFirst();
        Optional<String> url = bootstrap.flatMap(said -> said.value("PROVURL"));
        String name =
                url.or(() -> bootstrap.flatMap(said -> said.value("NAME"))).orElse(OTHER);
        if (!isAllowed(name, url.isPresent())) {
            return Outcome.REFUSED;
        }
        int others = bootstrap
                .flatMap(said -> said.value("CONTEXT-ALLOW"))
                .map(Integer::valueOf)
                .orElse(0);
        if (url.isPresent() || !contexts.containsKey(name)) {
            contexts.put(name, new Context(url, others, new LinkedHashMap<>()));
        }
        merge(contexts.get(name), document);
        return Outcome.APPLIED;
    }

    /** A second privileged context is refused; so are more others than the first allows. */
    private boolean isAllowed(String name, boolean privileged) {
        Optional<Map.Entry<String, Context>> first = contexts.entrySet().stream()
                .filter(entry -> entry.getValue().provisioningUrl().isPresent())
                .findFirst();
        if (first.isEmpty() || contexts.containsKey(name)) {
            return true;
        }
        return !privileged && contexts.size() - 1 < first.get().getValue().others();
    }

    private static void merge(Context context, ProvisioningDocument document) {
        document.characteristics().forEach(item -> context.items().put(key(item), item));
    }

    private static String key(Characteristic item) {
        List<String> ids =
                switch (item.type()) {
                    case "NAPDEF" -> item.values("NAPID").toList();
                    case "PXLOGICAL" -> item.values("PROXY-ID").toList();
                    case "APPLICATION" ->
                        List.of(
                                item.value("APPID").orElse(""),
                                item.value("PROVIDER-ID").orElse(""));
                    default -> List.of();
                };
        return item.type() + ids;
    }

    /** The items of that type in all contexts. */
    public List<Characteristic> items(String type) {
        return contexts.values().stream()
                .flatMap(context -> context.items().values().stream())
                .filter(item -> item.type().equals(type))
                .toList();
    }

    /** What contexts there are: their PROVURL or name. */
    public List<String> contexts() {
        return List.copyOf(contexts.keySet());
    }
}
