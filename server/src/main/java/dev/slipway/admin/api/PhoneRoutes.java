package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.devices.OpenAddress;
import dev.slipway.admin.act.devices.WakeDevices;
import dev.slipway.admin.act.devices.WakeDevices.Whom;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.core.enroll.requests.Decision;
import dev.slipway.core.polling.WakeUp;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.Documents;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is done with devices that fetch files. */
final class PhoneRoutes {
    private static final RecordRoutes<Device, ?> DEVICES = new RecordRoutes<>(DeviceKinds.DEVICE);

    private static final Pattern PLACE =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9.-]{1,253})):([0-9]{1,5})");
    private static final int PORT_MAX = 65_535;

    private final Parts.Phones phones;

    private PhoneRoutes(Parts.Phones phones) {
        this.phones = phones;
    }

    /**
     * How an address is opened.
     *
     * @param openSeconds how long a first contact is let in; left out for 14 days
     * @param rotate whether earlier addresses end
     */
    record AddressForm(Optional<Long> openSeconds, Optional<Boolean> rotate) {}

    /**
     * The address of a device.
     *
     * @param url the directory of its files; whoever has it is let in
     * @param file the address of its main file; empty when its type takes no files
     */
    record AddressView(String url, String file, Instant openUntil) {}

    /** Decisions, newest first. */
    record RequestsView(List<Decision> items) {}

    /** A file as the device would get it, with stars for secrets. */
    record PreviewView(String file, List<String> files, String mediaType, String body, List<String> warnings) {
        static PreviewView of(Documents.Preview preview) {
            return new PreviewView(
                    preview.file(),
                    preview.files(),
                    preview.document().mediaType(),
                    new String(preview.document().body().toArray(), StandardCharsets.UTF_8),
                    preview.document().warnings());
        }
    }

    static Stream<Route> all(Parts parts) {
        var routes = new PhoneRoutes(parts.phones());
        return Stream.of(
                Route.get(DEVICES.one() + "/preview", routes::preview),
                Route.get(DEVICES.one() + "/difference", routes::difference),
                Route.get(DEVICES.one() + "/requests", routes::requests),
                Route.get(RecordRoutes.ROOT + "requests/unknown", routes::unknown),
                Route.post(DEVICES.one() + "/address", routes::address),
                Route.post(DEVICES.one() + "/wake", routes::wakeDevice),
                Route.post(RecordRoutes.ROOT + "groups/{group}/wake", routes::wakeGroup));
    }

    /** The last decisions about a device, newest first. */
    private Reply requests(Call call) {
        Id<Device> device = call.acts()
                .see(call.caller(), Area.DEVICES, acting -> acting.find(DeviceKinds.DEVICE, call.path("device"))
                        .id());
        return Reply.ok(
                Json.tree(new RequestsView(phones.requests().of(call.caller().tenant(), device))));
    }

    /** The newest callers that nobody knew, of all tenants: they belong to none. */
    private Reply unknown(Call call) {
        return call.see(
                Area.SERVER,
                acting -> Json.tree(new RequestsView(phones.requests().unknown())));
    }

    /** With {@code ?file=} for another than the main one. */
    private Reply preview(Call call) {
        return call.see(Area.DEVICES, acting -> {
            DeviceView view = acting.stores()
                    .view(acting.find(DeviceKinds.DEVICE, call.path("device")).id(), "");
            return Json.tree(PreviewView.of(phones.documents()
                    .preview(view, call.query("file").orElse(""), Contacts.of(view, acting.stores()))));
        });
    }

    /** Of what it last fetched to what it would get, with {@code ?file=} as in a preview. */
    private Reply difference(Call call) {
        return call.see(Area.DEVICES, acting -> {
            DeviceView view = acting.stores()
                    .view(acting.find(DeviceKinds.DEVICE, call.path("device")).id(), "");
            DeviceView.Identity identity = view.identity();
            String address = identity.address()
                    .map(given -> phones.addresses().text(identity.tenant(), given))
                    .orElse("");
            return Json.tree(phones.documents()
                    .difference(view, address, call.query("file").orElse(""), file -> acting.stores()
                            .deviceDocuments()
                            .find(identity.device().id(), file)));
        });
    }

    private Reply address(Call call) {
        AddressForm form = call.form(AddressForm.class);
        Duration open = form.openSeconds().map(Duration::ofSeconds).orElse(OpenAddress.USUAL);
        var act = new OpenAddress(call.path("device"), open, form.rotate().orElse(false));
        return call.run(act, (acting, opened) -> Reply.createdSecret(Json.tree(view(acting, opened))));
    }

    private AddressView view(Acting acting, DeviceAddress opened) {
        String secret = phones.addresses().text(acting.stores().tenant(), opened);
        String directory =
                phones.documents().directory(acting.stores().tenant(), secret).toString();
        String file = acting.stores()
                .devices()
                .find(opened.device())
                .flatMap(device -> acting.stores().deviceTypes().find(device.type()))
                .flatMap(phones.documents()::of)
                .map(renderer -> directory + renderer.entry())
                .orElse("");
        return new AddressView(directory, file, opened.openUntil());
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

    private Reply wakeDevice(Call call) {
        WakeForm form = call.form(WakeForm.class);
        var how = new WakeUp.How(form.reboot().orElse(false), form.to().map(PhoneRoutes::place));
        return wake(call, new WakeDevices(Whom.DEVICE, call.path("device"), this::fetches), how);
    }

    private Reply wakeGroup(Call call) {
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
