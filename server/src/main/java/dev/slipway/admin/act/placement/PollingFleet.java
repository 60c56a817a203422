package dev.slipway.admin.act.placement;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.PollingSettings;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.Layers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts devices by the polling plan that their settings give them.
 *
 * <p>Only places to which a profile with a {@code polling.} key is assigned can matter. The store parts all devices by
 * which of these reach them; devices of one part have the same plan, so one sample of each part is merged.
 */
public final class PollingFleet {
    /** More different parts mean a plan for each device by hand; the rest is counted and not looked at. */
    private static final int PARTS_MAX = 1_000;

    private final Acting acting;

    /** Counts what {@code acting} sees; refuses {@code role.not-allowed} when that is not the whole tenant. */
    public PollingFleet(Acting acting) {
        if (!acting.reach().coversEverything()) {
            throw new Refusal(
                    "role.not-allowed",
                    "Polling is counted over the whole tenant, and you see your groups only; ask an administrator.");
        }
        this.acting = acting;
    }

    /**
     * Devices that follow the same plan.
     *
     * @param plan empty when polling is off, or refused
     * @param refused why no plan can be made of the settings; empty when there is none or it is in order
     */
    public record Following(Optional<FleetPlan> plan, String refused, long devices) {
        private record Key(Optional<FleetPlan> plan, String refused) {}

        private Key key() {
            return new Key(plan, refused);
        }
    }

    /** Every plan, and none, with the devices that follow it; those of most devices first. */
    public List<Following> plans() {
        List<Audience> parts = acting.stores().assignments().audiences(places());
        Map<Following.Key, Following> plans = new LinkedHashMap<>();
        for (Audience part : parts.subList(0, Math.min(PARTS_MAX, parts.size()))) {
            Following following = following(part);
            plans.merge(following.key(), following, PollingFleet::together);
        }
        List<Following> all = new ArrayList<>(plans.values());
        long left = parts.stream().skip(PARTS_MAX).mapToLong(Audience::devices).sum();
        if (left > 0) {
            all.add(new Following(
                    Optional.empty(), "not looked at: too many devices have settings of their own", left));
        }
        return all;
    }

    /** The place that {@code text} names; refuses {@code polling.wish} an account, which does not poll. */
    static Place place(Acting acting, String text) {
        Place place = PlaceText.read(acting, text);
        if (place instanceof Place.OfAccount) {
            throw new Refusal(
                    "polling.wish", "Devices poll, accounts do not: give the plan to users, groups or devices.");
        }
        return place;
    }

    /** How many devices {@code place} reaches. */
    long reachedBy(Place place) {
        return acting.stores().assignments().audiences(List.of(place)).stream()
                .filter(part -> Layers.of(acting.stores().view(part.sample(), ""))
                        .places()
                        .containsKey(place))
                .mapToLong(Audience::devices)
                .sum();
    }

    private Set<Place> places() {
        return Parting.all(acting.stores().profiles()).stream()
                .filter(profile -> profile.settings().stream()
                        .anyMatch(setting -> setting.key().startsWith(PollingSettings.PREFIX)))
                .flatMap(profile -> acting.stores().assignments().of(new Placed.OfProfile(profile.id())).stream())
                .map(Assignment::place)
                .collect(Collectors.toSet());
    }

    private Following following(Audience part) {
        EffectiveSettings settings =
                acting.means().settings().decided(acting.stores().view(part.sample(), ""));
        Map<String, String> values = new HashMap<>();
        settings.values().forEach((key, value) -> values.put(key, value.value()));
        try {
            return new Following(new PollingSettings(values).fleet(), "", part.devices());
        } catch (Refusal invalid) {
            return new Following(Optional.empty(), invalid.sentence(), part.devices());
        }
    }

    private static Following together(Following one, Following other) {
        return new Following(one.plan(), one.refused(), one.devices() + other.devices());
    }
}
