package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Deliveries;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.acts.Delivery.State;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what devices report: keeps the events, and moves the deliveries by them.
 *
 * <p>What was reported before changes nothing, so a device may repeat whatever was not acknowledged.
 */
public final class Reports {
    private static final Map<String, State> DONE = Map.of("install", State.INSTALLED, "remove", State.REMOVED);

    private final Ledger ledger;
    private final InstantSource clock;

    /** Keeps what is reported there. */
    public Reports(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps the report durably; the highest sequence kept. More than 1000 events are {@code report.too-large}. */
    public long take(Admitted device, Report report) {
        if (report.events().size() > Report.EVENTS_MAX) {
            throw new Refusal(
                    "report.too-large", "Report at most " + Report.EVENTS_MAX + " events at a time, oldest first.");
        }
        return ledger.note(
                device.tenant(), stores -> take(stores, device.device().id(), report));
    }

    private long take(Stores stores, Id<Device> device, Report report) {
        long known = stores.deviceEvents().newest(device, 1).stream()
                .mapToLong(DeviceEvent::sequence)
                .findFirst()
                .orElse(0);
        List<DeviceEvent> fresh = report.events().stream()
                .filter(event -> event.sequence() > known)
                .toList();
        Map<String, Delivery> before = new LinkedHashMap<>();
        stores.deliveries().of(device).forEach(delivery -> before.put(delivery.application(), delivery));
        Map<String, Delivery> after = new LinkedHashMap<>(before);
        fresh.forEach(event -> after.computeIfPresent(event.subject().application(), (name, now) -> moved(now, event)));
        after.replaceAll((name, now) ->
                settled(now, Optional.ofNullable(report.installed().get(name))));
        keepChanged(stores.deliveries(), before, after);
        return fresh.isEmpty() ? known : stores.deviceEvents().add(device, fresh);
    }

    private static void keepChanged(Deliveries deliveries, Map<String, Delivery> before, Map<String, Delivery> after) {
        after.values().stream()
                .filter(delivery -> !delivery.equals(before.get(delivery.application())))
                .forEach(deliveries::put);
    }

    /** An event about another release than the wanted one is history. */
    private static Delivery moved(Delivery delivery, DeviceEvent event) {
        boolean isRemoval = event.step().equals("remove");
        boolean meant = isRemoval
                ? !delivery.wanted()
                : delivery.release().equals(event.subject().release());
        return meant
                ? state(event)
                        .map(state -> in(
                                delivery,
                                state,
                                new Delivery.Note(event.at(), event.outcome().detail())))
                        .orElse(delivery)
                : delivery;
    }

    private static Optional<State> state(DeviceEvent event) {
        return switch (event.outcome().state()) {
            case "failed" -> Optional.of(State.FAILED);
            case "done" -> Optional.ofNullable(DONE.get(event.step()));
            default -> event.step().equals("download") ? Optional.of(State.DOWNLOADING) : Optional.empty();
        };
    }

    /**
     * What stands on the device outweighs what its events say; a report may lack events that were lost with a
     * disk.
     */
    private Delivery settled(Delivery delivery, Optional<String> installed) {
        Delivery.Note note = new Delivery.Note(clock.instant(), "");
        if (delivery.wanted() && installed.filter(delivery.release()::equals).isPresent()) {
            return delivery.state() == State.INSTALLED ? delivery : in(delivery, State.INSTALLED, note);
        }
        if (!delivery.wanted() && installed.isEmpty()) {
            return delivery.state() == State.REMOVED ? delivery : in(delivery, State.REMOVED, note);
        }
        return delivery;
    }

    private static Delivery in(Delivery delivery, State state, Delivery.Note note) {
        return new Delivery(
                delivery.device(), delivery.application(), delivery.release(), delivery.wanted(), state, note);
    }
}
