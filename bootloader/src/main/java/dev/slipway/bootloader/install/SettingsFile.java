package dev.slipway.bootloader.install;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.home.Written;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.bootloader.protocol.trust.SettingValue.Ownership;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A properties file that the user and the administrator share (DESIGN.md section 5): an initial setting is written
 * once, an enforced or locked one is written back at every contact, any other line is the user's. The file is
 * read-only when all of it is locked; beside settings that the user may change, a locked one is an enforced one.
 */
record SettingsFile(Path file) {

    /** Writes {@code settings} and says what was written, now and before. */
    Written apply(Map<String, SettingValue> settings, Written before) throws IOException {
        Properties lines = read();
        var kept = new TreeSet<String>();
        var initial = new TreeSet<>(before.initial());
        settings.forEach((key, setting) -> {
            if (setting.ownership() != Ownership.INITIAL) {
                lines.setProperty(key, setting.value());
                kept.add(key);
            } else if (initial.add(key)) {
                lines.putIfAbsent(key, setting.value());
            }
        });
        before.kept().stream().filter(key -> !settings.containsKey(key)).forEach(lines::remove);
        write(lines, isLocked(settings, lines));
        return new Written(initial, kept);
    }

    private static boolean isLocked(Map<String, SettingValue> settings, Properties lines) {
        return !settings.isEmpty()
                && settings.keySet().containsAll(lines.stringPropertyNames())
                && settings.values().stream().allMatch(setting -> setting.ownership() == Ownership.LOCKED);
    }

    private Properties read() throws IOException {
        var lines = new Properties();
        if (Files.exists(file)) {
            try {
                lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                System.getLogger("dev.slipway.bootloader.install")
                        .log(System.Logger.Level.WARNING, "settings.unreadable file={0}; it is written anew", file);
                lines.clear();
            }
        }
        return lines;
    }

    /** Unchanged content is not written: the user's own order and comments stay until something must change. */
    private void write(Properties lines, boolean locked) throws IOException {
        if (!read().equals(lines)) {
            if (Files.exists(file)) {
                requireChange(file.toFile().setWritable(true), "writable");
            }
            Durable.replace(file, text(lines).getBytes(StandardCharsets.UTF_8));
        }
        if (Files.exists(file)) {
            requireChange(locked ? file.toFile().setReadOnly() : file.toFile().setWritable(true), "its rights");
        }
    }

    private void requireChange(boolean done, String what) throws IOException {
        if (!done) {
            throw new IOException(file + " could not be made " + what);
        }
    }

    /**
     * Sorted and without the date that {@link Properties#store} begins with, so that equal settings are equal bytes.
     */
    private static String text(Properties lines) throws IOException {
        var all = new StringWriter();
        lines.store(all, null);
        return all.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
