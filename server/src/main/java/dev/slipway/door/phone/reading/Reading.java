package dev.slipway.door.phone.reading;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.Key;
import dev.slipway.core.settings.document.SettingsReader.LeftOut;
import dev.slipway.core.settings.document.SettingsReader.ReadSettings;
import dev.slipway.door.phone.keys.KeyTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file while it is read: what was understood so far, and what was not. */
public final class Reading {
    private static final int WHAT_LENGTH_MAX = 60;

    /** They differ from phone to phone, and a profile is for many. */
    private static final Set<String> OF_ONE_DEVICE = Set.of("network.address", "network.hostname");

    private final KeyTable table;
    private final Settings rules;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** Of a maker's file, for a profile under these rules. */
    public Reading(KeyTable table, Settings rules) {
        this.table = table;
        this.rules = rules;
    }

    /** Takes a value by the maker's key without its namespace, or says why not. */
    public void take(int line, String own, String value, Ownership ownership) {
        if (Template.isIn(own) || Template.isIn(value)) {
            leave(line, own, "a template decides this");
            return;
        }
        if (table.neutralOf(own).stream().anyMatch(OF_ONE_DEVICE::contains)) {
            leave(line, own, "of one phone, and a profile is for many");
            return;
        }
        try {
            keep(line, own, setting(own, value, ownership));
        } catch (Refusal refusal) {
            leave(line, own, refusal.sentence());
        }
    }

    private void keep(int line, String own, Setting setting) {
        rules.check(setting);
        Setting before = settings.putIfAbsent(own, setting);
        if (before != null && !before.equals(setting)) {
            leave(line, own, "it stands twice, and the first is taken");
        }
    }

    /** What looks like one of our placeholders is written so that it is none. */
    private Setting setting(String own, String value, Ownership ownership) {
        return table.inNeutralWords(own, value)
                .filter(neutral -> accepts(neutral.key(), neutral.value()))
                .map(neutral -> new Setting(neutral.key(), neutral.value(), ownership))
                .orElseGet(
                        () -> new Setting(table.keys().namespace() + "." + own, value.replace("${", "$${"), ownership));
    }

    private boolean accepts(String key, String value) {
        return Key.scopeOf(key) == Key.Scope.DEVICE
                && !value.contains("${")
                && rules.catalog()
                        .find(key)
                        .filter(found -> found.type().accepts(value))
                        .isPresent();
    }

    /** Notes what is not taken; code of templates in {@code what} is shown as dots. */
    public void leave(int line, String what, String why) {
        String shown = what.replaceAll(Template.CODE + "+", "...").strip();
        leftOut.add(new LeftOut(
                line, shown.length() <= WHAT_LENGTH_MAX ? shown : shown.substring(0, WHAT_LENGTH_MAX) + "...", why));
    }

    /** Notes each line that is code of a template and nothing else. */
    public void leaveCode(String covered) {
        List<String> lines = covered.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (!line.isEmpty() && line.chars().allMatch(c -> c == Template.CODE || Character.isWhitespace(c))) {
                leave(index + 1, "", "code of a template, or what stands inside of it");
            }
        }
    }

    /** What came of it; what was left out by line. */
    public ReadSettings done() {
        leftOut.sort(Comparator.comparingInt(LeftOut::line));
        return new ReadSettings(List.copyOf(settings.values()), leftOut);
    }
}
