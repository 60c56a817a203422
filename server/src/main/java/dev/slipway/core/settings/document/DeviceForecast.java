package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.MustHave;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.DeviceChange.ValueChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says what a device would get otherwise if something that is given to it were otherwise: decided twice by the merge
 * that decides for its door. A device that reads files changes only when a file does.
 */
public final class DeviceForecast {
    private static final String ACCOUNT = "account.";
    private static final String APPLICATION = "application.";

    private final Settings settings;
    private final Documents documents;

    /** By this merge, and these files. */
    public DeviceForecast(Settings settings, Documents documents) {
        this.settings = settings;
        this.documents = documents;
    }

    /**
     * The parts of the catalog whose keys may decide together with {@code keys} what is written: of neutral keys their
     * namespace, of a maker's keys the maker's, and those of the keys that do the same work.
     */
    public Set<String> related(Set<String> keys) {
        Set<String> all = new HashSet<>(keys);
        for (NativeKeys maker : documents.keys()) {
            maker.byNeutral().forEach((neutral, own) -> {
                if (keys.contains(neutral)) {
                    all.add(own);
                } else if (keys.contains(own)) {
                    all.add(neutral);
                }
            });
        }
        return all.stream().map(DeviceForecast::namespace).collect(Collectors.toSet());
    }

    /** The part of the catalog to which a key belongs; each application has its own. */
    public static String namespace(String key) {
        int first = key.indexOf('.');
        int end = key.startsWith(APPLICATION) ? key.indexOf('.', APPLICATION.length()) : first;
        return end < 0 ? key : key.substring(0, end);
    }

    /** What is otherwise for the device of both views. */
    public DeviceChange of(DeviceView before, DeviceView after) {
        Optional<DocumentRenderer> files = documents.of(before.identity().type());
        List<ValueChange> values = changes(said(before, files), said(after, files));
        if (values.isEmpty()) {
            return DeviceChange.NONE;
        }
        if (files.isEmpty()) {
            return new DeviceChange(values, refused(after));
        }
        Sent will = sent(after, files.get());
        return will.equals(sent(before, files.get())) ? DeviceChange.NONE : new DeviceChange(values, will.refused());
    }

    /** The value of one key; two with the same stars may still be different secrets. */
    private record Said(String value, Ownership ownership, boolean secret) {
        String shown() {
            return "%s (%s)"
                    .formatted(secret ? Veil.STARS : value, ownership.name().toLowerCase(Locale.ROOT));
        }
    }

    private static List<ValueChange> changes(Map<String, Said> before, Map<String, Said> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ValueChange> changes = new ArrayList<>();
        for (String key : keys) {
            Optional<Said> was = Optional.ofNullable(before.get(key));
            Optional<Said> will = Optional.ofNullable(after.get(key));
            if (!was.equals(will)) {
                changes.add(new ValueChange(key, was.map(Said::shown), will.map(Said::shown)));
            }
        }
        return changes;
    }

    /** Placeholders are left as they are: the device stands for others, on which they say something else. */
    private Map<String, Said> said(DeviceView view, Optional<DocumentRenderer> files) {
        MustHave decided = settings.decidedWhole(view);
        Map<String, Said> said = new TreeMap<>();
        Set<String> placed = files.isPresent() ? Set.of() : releases(decided, said);
        Predicate<String> counts = files.<Predicate<String>>map(renderer -> key -> isFor(renderer.keys(), key))
                .orElse(key -> !key.startsWith(APPLICATION) || placed.contains(namespace(key)));
        add(decided.settings().values(), "", counts, said);
        for (EffectiveAccount account : decided.settings().accounts()) {
            add(account.values(), ACCOUNT + account.account().position() + ".", counts, said);
        }
        return said;
    }

    private static Set<String> releases(MustHave decided, Map<String, Said> said) {
        decided.applications()
                .placed()
                .forEach(placed -> said.put(
                        APPLICATION + placed.application().name(),
                        new Said(placed.release().version(), Ownership.ENFORCED, false)));
        return Set.copyOf(said.keySet());
    }

    private void add(
            Map<String, EffectiveValue> values, String before, Predicate<String> counts, Map<String, Said> said) {
        values.forEach((key, value) -> {
            if (counts.test(key)) {
                String name =
                        before + (before.isEmpty() || !key.startsWith(ACCOUNT) ? key : key.substring(ACCOUNT.length()));
                said.put(
                        name,
                        new Said(
                                value.value(),
                                value.ownership(),
                                settings.catalog().isSecret(key)));
            }
        });
    }

    /** Keys of other makers are in no file of this one, and applications are in none. */
    private boolean isFor(NativeKeys maker, String key) {
        return !key.startsWith(APPLICATION) && (!settings.catalog().isNative(key) || maker.owns(key));
    }

    /** What the files of a device are; or why it gets none. */
    private record Sent(List<Bytes> files, String refused) {}

    private Sent sent(DeviceView view, DocumentRenderer renderer) {
        try {
            DocumentOrder order = documents.order(view, Veil.STARS);
            return new Sent(
                    renderer.files().stream()
                            .map(file -> renderer.render(file, order).body())
                            .toList(),
                    "");
        } catch (Refusal refusal) {
            return new Sent(List.of(), refusal.sentence());
        }
    }

    private String refused(DeviceView view) {
        try {
            settings.mustHave(view);
            return "";
        } catch (Refusal refusal) {
            return refusal.sentence();
        }
    }
}
