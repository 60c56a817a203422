package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.core.settings.Explanation.BeatenSource;
import dev.slipway.core.settings.Explanation.ExplainedAccount;
import dev.slipway.core.settings.Explanation.ExplainedApplication;
import dev.slipway.core.settings.Explanation.ExplainedSetting;
import dev.slipway.core.settings.Explanation.Provenance;
import dev.slipway.core.settings.Explanation.Source;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Given;
import dev.slipway.core.settings.merge.Trace;
import dev.slipway.core.settings.merge.Trace.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the decisions about one device into words. Unlike a bundle it does not fail on a placeholder that is missing: it
 * says so at the key.
 */
public final class Explain {
    private final KeyCatalog catalog;
    private final DeviceView view;
    private final DeviceLayers layers;
    private final Filling filling;

    private Explain(Settings settings, DeviceView view, DeviceLayers layers) {
        this.catalog = settings.catalog();
        this.view = view;
        this.layers = layers;
        this.filling = settings.filling(view, layers);
    }

    /** Explains the device of that view. */
    public static Explanation of(Settings settings, DeviceView view) {
        DeviceLayers layers = Layers.of(view);
        return new Explain(settings, view, layers).of(settings.merged(view, layers));
    }

    private Explanation of(MustHave merged) {
        EffectiveSettings settings = merged.settings();
        List<String> places = layers.places().entrySet().stream()
                .map(entry -> entry.getValue() + ": " + name(entry.getKey()))
                .toList();
        Optional<PlacedAccount> first = layers.accounts().stream().findFirst();
        List<ExplainedAccount> accounts = settings.accounts().stream()
                .map(account -> new ExplainedAccount(
                        account.account().position(),
                        account.account().account().address(),
                        settings(account.settings(), Optional.of(account.account()))))
                .toList();
        return new Explanation(
                layers.device().name(),
                places,
                settings(settings.device(), first),
                accounts,
                applications(merged.applications()),
                settings.warnings());
    }

    private List<ExplainedSetting> settings(MergedSettings merged, Optional<PlacedAccount> account) {
        return merged.decided().values().stream()
                .map(value -> setting(value, account))
                .toList();
    }

    private ExplainedSetting setting(EffectiveValue value, Optional<PlacedAccount> account) {
        String key = value.key();
        String ownership = value.ownership().name().toLowerCase(Locale.ROOT);
        Provenance provenance =
                provenance(value.trace(), given -> masked(key, given.setting().value()));
        if (value.ownership() == Ownership.UNMANAGED) {
            return new ExplainedSetting(key, "", ownership, "", provenance);
        }
        try {
            return new ExplainedSetting(key, masked(key, filling.fill(value, account)), ownership, "", provenance);
        } catch (Refusal refusal) {
            return new ExplainedSetting(key, "", ownership, refusal.sentence(), provenance);
        }
    }

    private String masked(String key, String value) {
        return catalog.isSecret(key) ? Masking.STARS : value;
    }

    private List<ExplainedApplication> applications(PlacedApplications applications) {
        List<ExplainedApplication> explained = new ArrayList<>();
        for (var placed : applications.placed()) {
            explained.add(new ExplainedApplication(
                    placed.application().name(),
                    placed.release().version(),
                    "",
                    provenance(placed.trace(), this::version)));
        }
        for (var omitted : applications.omitted()) {
            explained.add(new ExplainedApplication(
                    omitted.application().name(), "", omitted.why(), provenance(omitted.trace(), this::version)));
        }
        explained.sort(Comparator.comparing(ExplainedApplication::name));
        return explained;
    }

    private String version(GivenRelease given) {
        return given.pinned()
                .map(id -> found(view.given().releases(), id)
                        .map(release -> "release " + release.version())
                        .orElse("release " + id))
                .orElse("the newest release");
    }

    private static <T extends Identified<T>> Optional<T> found(List<T> among, Id<T> id) {
        return among.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private <T extends Given> Provenance provenance(Trace<T> trace, Function<T, String> given) {
        List<BeatenSource> beaten = trace.beaten().stream()
                .map(one -> new BeatenSource(
                        source(one.candidate(), given), one.reason().sentence()))
                .toList();
        List<String> conflicts = trace.conflicts().stream().map(this::sentence).toList();
        return new Provenance(source(trace.winner(), given), beaten, conflicts);
    }

    private <T extends Given> Source source(Candidate<T> candidate, Function<T, String> given) {
        Assignment assignment = candidate.assignment();
        String standing =
                "rank " + assignment.rank() + (assignment.isFinal() ? ", final, " : ", ") + assignment.assigned();
        return new Source(
                assignment.id().toString(),
                candidate.layer().toString(),
                name(assignment.place()),
                candidate.given().name(),
                given.apply(candidate.given()),
                standing);
    }

    private String sentence(Conflict<?> conflict) {
        Candidate<?> other = conflict.other();
        String where = other.given().name() + " at " + name(other.assignment().place());
        return switch (conflict.kind()) {
            case SIBLING_GROUPS -> where + " says something else with the same rank; give one of them a higher rank";
            case ORIGINS ->
                where + " is of another origin ("
                        + other.given().origin().name().toLowerCase(Locale.ROOT) + ") and says something else";
        };
    }

    private String name(Place place) {
        return switch (place) {
            case Place.Everyone everyone -> "everyone";
            case Place.OfDeviceType type -> layers.type().name();
            case Place.OfGroup(Id<Group> group) ->
                found(view.membership().all(), group).map(Group::name).orElse(group.toString());
            case Place.OfUser user -> layers.user().map(owner -> owner.login()).orElse(user.toString());
            case Place.OfAccount(var account) ->
                layers.accounts().stream()
                        .filter(placed -> Objects.equals(placed.account().id(), account))
                        .map(placed -> placed.account().address())
                        .findFirst()
                        .orElse(account.toString());
            case Place.OfDevice device -> layers.device().name();
        };
    }
}
