package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.wire.xml.XmlElement;
import dev.slipway.door.phone.reading.Reading;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** From elements and lines of a snom file to keys such as {@code fkey[0].label}. */
final class SnomElements {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PART = Pattern.compile("[a-z_]+");
    private static final Pattern NUMBERED = Pattern.compile("(.*[a-z_])[0-9]{1,2}");
    private static final String ACTIVE = "active";
    private static final String CONTEXT = "context";
    private static final String INDEXED = "idx";

    /** By these a phone would go on asking the server that it shall leave; ours writes its own. */
    private static final Set<String> OF_SERVER =
            Set.of("setting_server", "firmware_status", "http_client_user", "http_client_pass", "provisioning_server");

    private final Reading reading;
    private int certificates;

    SnomElements(Reading reading) {
        this.reading = reading;
    }

    void file(XmlElement root) {
        if (root.name().equals("phone-settings")) {
            part(root);
        } else {
            root.children().forEach(this::part);
        }
    }

    private void part(XmlElement part) {
        switch (part.name()) {
            case "phone-settings" -> part.children().forEach(this::setting);
            case "functionKeys" -> part.children().forEach(this::functionKey);
            case "tbook" -> part.children().forEach(this::entry);
            case "certificates" -> part.children().forEach(this::certificate);
            default -> unread(part.line(), part.name());
        }
    }

    /** What is no setting at all. */
    void unread(int line, String what) {
        reading.leave(line, what, "not understood");
    }

    /** A line of the older form; settings of accounts end with the number of the account. */
    void line(int line, String name, String flag, String value) {
        var numbered = NUMBERED.matcher(name);
        boolean ofAccount = numbered.matches() && isOfAccount(numbered.group(1));
        setting(line, ofAccount ? numbered.group(1) : name, Optional.of(flag), value);
    }

    private void setting(XmlElement element) {
        String index = element.attributes().getOrDefault(INDEXED, "");
        if (isOfAccount(element.name())) {
            account(element.line(), element.name());
        } else if (element.attributes().containsKey("action")
                || !element.children().isEmpty()) {
            unread(element.line(), element.name());
        } else if (!index.isEmpty() && !INDEX.matcher(index).matches()) {
            reading.leave(element.line(), element.name(), "its idx is no number");
        } else {
            String name = element.name() + (index.isEmpty() ? "" : "[" + Integer.parseInt(index) + "]");
            setting(element.line(), name, flag(element), element.text());
        }
    }

    private void setting(int line, String name, Optional<String> flag, String value) {
        if (isOfAccount(name)) {
            account(line, name);
        } else if (OF_SERVER.contains(name)) {
            reading.leave(line, name, "of the server that wrote this file");
        } else {
            take(line, name, flag, value);
        }
    }

    private void take(int line, String name, Optional<String> flag, String value) {
        ownership(flag)
                .ifPresentOrElse(
                        ownership -> reading.take(line, name, value, ownership),
                        () -> reading.leave(line, name, "its perm is none that snom documents"));
    }

    private void account(int line, String name) {
        reading.leave(line, name, "of an account: accounts are placed on phones, not in profiles");
    }

    private static boolean isOfAccount(String name) {
        return name.startsWith("user_")
                || name.matches("fwd_(all|busy|time)_(enabled|target|secs)")
                || SnomSettings.TABLE.isOfAccount(name);
    }

    private void functionKey(XmlElement key) {
        String index = key.attributes().getOrDefault(INDEXED, "");
        if (!key.name().equals(SnomFile.FUNCTION_KEY) || !INDEX.matcher(index).matches()) {
            unread(key.line(), key.name());
            return;
        }
        String name = "fkey[" + Integer.parseInt(index) + "]";
        take(key.line(), name, flag(key), key.text());
        key.attributes().forEach((attribute, value) -> {
            boolean usual = attribute.equals(CONTEXT) && value.equals(ACTIVE);
            if (!usual
                    && !attribute.equals(INDEXED)
                    && !attribute.equals("perm")
                    && PART.matcher(attribute).matches()) {
                take(key.line(), name + "." + attribute, flag(key), value);
            }
        });
    }

    private void entry(XmlElement item) {
        String index = item.attributes().getOrDefault("index", "");
        if (!item.name().equals("item") || !INDEX.matcher(index).matches()) {
            unread(item.line(), item.name());
            return;
        }
        String name = "tbook[" + Integer.parseInt(index) + "].";
        usually(item, CONTEXT, ACTIVE, name);
        usually(item, "type", "none", name);
        item.children().forEach(child -> {
            if (child.name().equals("name") || child.name().equals("number")) {
                reading.take(child.line(), name + child.name(), child.text(), Ownership.ENFORCED);
            } else {
                unread(child.line(), child.name());
            }
        });
    }

    private void usually(XmlElement item, String attribute, String usual, String name) {
        String value = item.attributes().getOrDefault(attribute, usual);
        if (!value.equals(usual)) {
            reading.take(item.line(), name + attribute, value, Ownership.ENFORCED);
        }
    }

    private void certificate(XmlElement certificate) {
        String value = certificate.attributes().getOrDefault("url", certificate.text());
        if (value.contains("PRIVATE KEY") || value.isBlank()) {
            reading.leave(certificate.line(), certificate.name(), "empty, or it has a private key in it");
        } else {
            certificates++;
            reading.take(certificate.line(), "certificate[" + certificates + "]", value, Ownership.ENFORCED);
        }
    }

    private static Optional<String> flag(XmlElement element) {
        return Optional.ofNullable(element.attributes().get("perm"));
    }

    /**
     * The trap of the wiki's "Flags": empty is RW, and one blank is R. Without a flag a value is taken as enforced,
     * which
     * the wiki does not say; our own files always have one.
     */
    private static Optional<Ownership> ownership(Optional<String> flag) {
        return switch (flag.orElse("RW")) {
            case "!" -> Optional.of(Ownership.INITIAL);
            case "", "RW", "$" -> Optional.of(Ownership.ENFORCED);
            case " ", "R", "&" -> Optional.of(Ownership.LOCKED);
            default -> Optional.empty();
        };
    }
}
