package dev.slipway.admin.api;

import dev.slipway.admin.act.devices.WakeDevices;
import dev.slipway.admin.act.devices.WakeDevices.Whom;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.polling.WakeUp;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes phones fetch now, and says what came of it for each. */
final class WakeRoutes {
    private static final Pattern PLACE =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9.-]{1,253})):([0-9]{1,5})");
    private static final int PORT_MAX = 65_535;

    private final Parts.Phones phones;

    private WakeRoutes(Parts.Phones phones) {
        this.phones = phones;
    }

    /**
     * How they are woken.
     *
     * @param reboot whether they start anew; they only fetch when left out
     * @param to HOST:PORT of a single device; where it was last when left out
     */
    record WakeForm(Optional<Boolean> reboot, Optional<String> to) {}

    /** How the phones of a group are woken. */
    record GroupWakeForm(Optional<Boolean> reboot) {}

    /** How many said that they will, and each in turn. */
    record WakeView(int woken, List<WokenView> outcomes) {}

    /**
     * What came of one.
     *
     * @param to where it was asked; empty when nobody knows where it is
     * @param status the SIP status that it answered; 0 for nothing
     */
    record WokenView(String device, WakeUp.State state, String to, int status) {
        static WokenView of(WakeUp.Outcome outcome) {
            return new WokenView(outcome.sleeper().name(), outcome.state(), outcome.to(), outcome.status());
        }
    }

    static Stream<Route> all(Parts parts) {
        var routes = new WakeRoutes(parts.phones());
        return Stream.of(
                Route.post(RecordRoutes.ROOT + "devices/{device}/wake", routes::device),
                Route.post(RecordRoutes.ROOT + "groups/{group}/wake", routes::group));
    }

    private Reply device(Call call) {
        WakeForm form = call.form(WakeForm.class);
        var how = new WakeUp.How(form.reboot().orElse(false), form.to().map(WakeRoutes::place));
        return wake(call, new WakeDevices(Whom.DEVICE, call.path("device"), this::fetches), how);
    }

    private Reply group(Call call) {
        var how = new WakeUp.How(call.form(GroupWakeForm.class).reboot().orElse(false), Optional.empty());
        return wake(call, new WakeDevices(Whom.GROUP, call.path("group"), this::fetches), how);
    }

    private boolean fetches(dev.slipway.base.fleet.devices.DeviceType type) {
        return phones.documents().of(type).isPresent();
    }

    private Reply wake(Call call, WakeDevices act, WakeUp.How how) {
        List<WakeUp.Sleeper> sleepers = call.acts().run(call.caller(), act);
        List<WakeUp.Outcome> outcomes = phones.wakeUp().wake(call.caller().tenant(), sleepers, how);
        int woken = Math.toIntExact(outcomes.stream()
                .filter(outcome -> outcome.state() == WakeUp.State.WOKEN)
                .count());
        return call.kept(Reply.ok(Json.tree(
                new WakeView(woken, outcomes.stream().map(WokenView::of).toList()))));
    }

    private static InetSocketAddress place(String text) {
        Matcher matcher = PLACE.matcher(text);
        if (matcher.matches()) {
            String host = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
            int port = Integer.parseInt(matcher.group(3));
            var place = port > 0 && port <= PORT_MAX ? Optional.of(new InetSocketAddress(host, port)) : nowhere();
            if (place.filter(found -> !found.isUnresolved()).isPresent()) {
                return place.get();
            }
        }
        throw new Refusal("wake.place", "Give HOST:PORT of the device, such as 192.0.2.7:5060, that can be found.");
    }

    private static Optional<InetSocketAddress> nowhere() {
        return Optional.empty();
    }
}
