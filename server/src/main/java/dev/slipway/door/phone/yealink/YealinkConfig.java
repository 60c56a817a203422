package dev.slipway.door.phone.yealink;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Lines;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.UpdateContent;
import dev.slipway.door.phone.keys.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a Yealink phone, below the address that it is given as its provisioning server. */
public final class YealinkConfig implements DocumentRenderer {
    static final String BOOT = "boot";
    static final String DEVICE = "device.cfg";
    static final String ACCOUNTS = "accounts.cfg";
    static final String PHONE_BOOK = "phone-book.xml";
    static final String CERTIFICATES = "certificates.pem";

    private static final String FIRMWARE = "static.firmware.url";

    static final String HEAD = "#!version:1.0.0.1\n";

    /** Of every model: the boot file of all, and the file of one model, which phones before V80 ask for first. */
    private static final Pattern BOOT_OF_ALL = Pattern.compile("y0{12}\\.boot");

    private static final Pattern OF_MODEL = Pattern.compile("y0{9}[0-9]{3}\\.cfg");
    private static final String MEDIA_TYPE = "text/plain; charset=utf-8";
    static final KeyTable TABLE = KeyTable.read("yealink", "/dev/slipway/door/phone/yealink/keys.tsv");

    @Override
    public String format() {
        return "yealink-config";
    }

    @Override
    public NativeKeys keys() {
        return TABLE.keys();
    }

    @Override
    public List<String> files() {
        return List.of(BOOT, DEVICE, ACCOUNTS, PHONE_BOOK, CERTIFICATES);
    }

    @Override
    public boolean listsContacts(String file) {
        return file.equals(PHONE_BOOK);
    }

    @Override
    public Optional<String> named(String asked, Optional<String> mac) {
        String name = asked.toLowerCase(Locale.ROOT);
        if (BOOT_OF_ALL.matcher(name).matches() || isOwn(name, ".boot", mac)) {
            return Optional.of(BOOT);
        }
        if (OF_MODEL.matcher(name).matches()) {
            return Optional.of(DEVICE);
        }
        return isOwn(name, ".cfg", mac)
                ? Optional.of(ACCOUNTS)
                : Optional.of(asked).filter(files()::contains);
    }

    private static boolean isOwn(String name, String ending, Optional<String> mac) {
        return mac.filter(own -> name.equals(own + ending)).isPresent();
    }

    @Override
    public String mediaType(String file) {
        return MEDIA_TYPE;
    }

    @Override
    public Document render(String file, DocumentOrder order) {
        Sheet sheet = Sheet.of(TABLE, order.settings()).withoutLocks("Yealink");
        List<String> warnings = new ArrayList<>(sheet.warnings());
        return switch (file) {
            case BOOT -> config(boot(order), List.of());
            case DEVICE -> config(lines(device(sheet, order, warnings)), warnings);
            case ACCOUNTS -> config(accounts(sheet, order), warnings);
            case PHONE_BOOK -> YealinkBeside.phoneBook(order);
            case CERTIFICATES -> YealinkBeside.certificates(order);
            default -> throw new IllegalArgumentException("no file of a Yealink phone: " + file);
        };
    }

    private static Document config(String text, List<String> warnings) {
        return new Document(MEDIA_TYPE, Bytes.of((HEAD + text).getBytes(StandardCharsets.UTF_8)), warnings);
    }

    /** With {@code overwrite_mode} the phone also resets what no file names any more. */
    private static String boot(DocumentOrder order) {
        String device = "include:config \"%s\"\n".formatted(order.address(DEVICE));
        return UpdateContent.of(order).hasSettings()
                ? device + "include:config \"%s\"\noverwrite_mode = 1\n".formatted(order.address(ACCOUNTS))
                : device;
    }

    private static String accounts(Sheet sheet, DocumentOrder order) {
        return UpdateContent.of(order).hasSettings() ? lines(YealinkAccounts.of(sheet.accounts())) : "";
    }

    private static SortedMap<String, Written> device(Sheet sheet, DocumentOrder order, List<String> warnings) {
        SortedMap<String, Written> device = new TreeMap<>();
        device.put(
                "static.auto_provision.server.url", Written.locked(order.base().toString()));
        var neutral = new YealinkNeutral(order.settings().values());
        device.putAll(neutral.composed(warnings));
        device.putAll(YealinkPolling.of(neutral.texts(), warnings));
        device.putAll(YealinkBeside.of(order));
        device.putAll(sheet.device());
        UpdateContent content = UpdateContent.of(order);
        if (!content.hasSettings()) {
            device.keySet().removeIf(key -> !key.startsWith("static.auto_provision.") && !key.equals(FIRMWARE));
        }
        if (!content.hasSoftware()) {
            device.remove(FIRMWARE);
        }
        return device;
    }

    private static String lines(Map<String, Written> parameters) {
        var lines = new StringBuilder();
        parameters.forEach((key, written) -> lines.append(Lines.checked("yealink." + key, key))
                .append(" = ")
                .append(Lines.checked("yealink." + key, written.value()))
                .append('\n'));
        return lines.toString();
    }
}
