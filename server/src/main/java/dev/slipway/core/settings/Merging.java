package dev.slipway.core.settings;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.catalog.Key;
import dev.slipway.core.settings.catalog.Key.Scope;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Layer.Level;
import dev.slipway.core.settings.merge.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives each candidate to the device or to the accounts on it, and decides key by key. Pure.
 *
 * <p>A key of the namespace {@code account} is decided for every account anew. A native key belongs to the device; when
 * an assignment to an account names it, it is also decided for that account, against what the other layers say of it.
 */
final class Merging {
    private final KeyCatalog catalog;
    private final DeviceLayers layers;

    Merging(KeyCatalog catalog, DeviceLayers layers) {
        this.catalog = catalog;
        this.layers = layers;
    }

    /** The decisions, with values as they were entered. */
    EffectiveSettings of(List<Candidate<GivenSetting>> candidates) {
        MergedSettings device =
                decided(candidates, candidate -> !isOfAccount(candidate) && scope(candidate) == Scope.DEVICE);
        List<EffectiveAccount> accounts = layers.accounts().stream()
                .map(account -> new EffectiveAccount(account, ofAccount(account, candidates)))
                .toList();
        return new EffectiveSettings(layers, device, accounts, warnings(candidates));
    }

    private MergedSettings ofAccount(PlacedAccount account, List<Candidate<GivenSetting>> candidates) {
        Place place = new Place.OfAccount(account.account().id());
        Predicate<Candidate<GivenSetting>> isHere =
                candidate -> candidate.assignment().place().equals(place);
        Set<String> ownNative = candidates.stream()
                .filter(isHere)
                .map(Merging::key)
                .filter(catalog::isNative)
                .collect(Collectors.toSet());
        return decided(
                candidates,
                candidate -> (isHere.test(candidate) || !isOfAccount(candidate))
                        && (scope(candidate) == Scope.ACCOUNT || ownNative.contains(key(candidate))));
    }

    private static MergedSettings decided(
            List<Candidate<GivenSetting>> candidates, Predicate<Candidate<GivenSetting>> belongs) {
        Map<String, List<Candidate<GivenSetting>>> byKey =
                candidates.stream().filter(belongs).collect(Collectors.groupingBy(Merging::key));
        SortedMap<String, EffectiveValue> decided = new TreeMap<>();
        byKey.forEach((key, rivals) -> {
            var trace = Merge.decide(rivals);
            decided.put(key, new EffectiveValue(trace.winner().given().setting().value(), trace));
        });
        return new MergedSettings(decided);
    }

    private List<String> warnings(List<Candidate<GivenSetting>> candidates) {
        Set<String> warnings = new TreeSet<>();
        for (Candidate<GivenSetting> candidate : candidates) {
            String key = key(candidate);
            if (isOfAccount(candidate) && scope(candidate) == Scope.DEVICE && !catalog.isNative(key)) {
                warnings.add("profile " + candidate.given().name() + " gives " + key
                        + " to an account, but only a device has it; it is left out");
            }
            try {
                catalog.checkKey(key).ifPresent(warnings::add);
            } catch (Refusal unknown) {
                warnings.add(unknown.sentence());
            }
        }
        return new ArrayList<>(warnings);
    }

    private static boolean isOfAccount(Candidate<GivenSetting> candidate) {
        return candidate.layer().level() == Level.ACCOUNT;
    }

    private static Scope scope(Candidate<GivenSetting> candidate) {
        return Key.scopeOf(key(candidate));
    }

    private static String key(Candidate<GivenSetting> candidate) {
        return candidate.given().setting().key();
    }
}
