package dev.slipway.app.simulation;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.PollingSettings;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.phone.Makers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the polling plan in a phone's file, by the readers of its makers' files. */
final class WrittenPlans {
    private final Settings rules = new Settings(KeyCatalog.with(Documents.keys(Makers.all())), id -> Optional.empty());

    /** Empty when it says none, is of no format that we read, or says one that is none. */
    Optional<PollingPlan> in(String file) {
        try {
            return Makers.readers().stream()
                    .filter(reader -> reader.recognizes(file))
                    .findFirst()
                    .map(reader -> reader.read(file, rules))
                    .flatMap(read ->
                            plan(read.settings().stream().collect(Collectors.toMap(Setting::key, Setting::value))));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<PollingPlan> plan(Map<String, String> values) {
        return new PollingSettings(values).fleet().map(FleetPlan::plan);
    }
}
