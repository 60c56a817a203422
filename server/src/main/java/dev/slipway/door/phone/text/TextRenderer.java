package dev.slipway.door.phone.text;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.door.phone.keys.AccountSheet;
import dev.slipway.door.phone.keys.KeyTable;
import dev.slipway.door.phone.keys.Lines;
import dev.slipway.door.phone.keys.Sheet;
import dev.slipway.door.phone.keys.Written;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one file of lines by a form and a key table of the folder {@code NAMESPACE}. Since the whole file takes the
 * place
 * of the one before, what is no longer given ends by itself.
 */
public final class TextRenderer implements DocumentRenderer {
    private static final String FOLDER = "/dev/slipway/door/phone/";

    private final String format;
    private final KeyTable table;
    private final TextForm form;

    private TextRenderer(String format, KeyTable table, TextForm form) {
        this.format = format;
        this.table = table;
        this.form = form;
    }

    /** The renderer of a folder that holds {@code keys.tsv} and {@code form.tsv}. */
    public static TextRenderer of(String format, String namespace) {
        return new TextRenderer(
                format,
                KeyTable.read(namespace, FOLDER + namespace + "/keys.tsv"),
                TextForm.read(FOLDER + namespace + "/form.tsv"));
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public NativeKeys keys() {
        return table.keys();
    }

    @Override
    public List<String> files() {
        return List.of(form.file());
    }

    @Override
    public Optional<String> named(String asked, Optional<String> mac) {
        return Optional.of(asked).filter(form.file()::equals);
    }

    @Override
    public String mediaType(String file) {
        return form.mediaType();
    }

    @Override
    public Document render(String file, DocumentOrder order) {
        Sheet sheet = Sheet.of(table, order.settings()).withoutLocks(keys().namespace());
        var text = new StringBuilder();
        Map<String, String> device = texts(sheet.device());
        form.device().forEach(line -> add(text, line, device));
        for (AccountSheet account : sheet.accounts()) {
            Map<String, String> values = of(account);
            form.account().forEach(line -> add(text, line, values));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new Document(form.mediaType(), Bytes.of(bytes), sheet.warnings());
    }

    private static void add(StringBuilder text, LinePattern pattern, Map<String, String> values) {
        String line = pattern.filled(values);
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }

    private Map<String, String> of(AccountSheet account) {
        Map<String, String> values = new HashMap<>();
        values.put("position", Integer.toString(account.position()));
        values.put("label", account.account().label());
        values.put("display_name", account.displayName());
        values.put("user_name", account.userName());
        values.put("auth_name", account.authName());
        values.put("secret", account.secret());
        values.put("domain", account.domain());
        values.put("registrar", account.registrar() + account.port("account.registrar_port"));
        values.put(
                "outbound_proxy",
                account.of("account.outbound_proxy")
                        .map(host -> host + account.port("account.outbound_proxy_port"))
                        .or(() -> account.of("account.registrar")
                                .map(host -> host + account.port("account.registrar_port")))
                        .orElse(""));
        values.put("transport", account.of("account.transport").orElse(""));
        values.putAll(texts(account.own()));
        values.forEach(this::requireWritable);
        return values;
    }

    private Map<String, String> texts(Map<String, Written> written) {
        Map<String, String> texts = new HashMap<>();
        written.forEach((key, value) -> texts.put(key, value.value()));
        texts.forEach(this::requireWritable);
        return texts;
    }

    private void requireWritable(String key, String value) {
        Lines.checked(key, value);
        if (value.chars().anyMatch(c -> form.forbidden().indexOf(c) >= 0)) {
            throw new Refusal(
                    "document.not-writable",
                    "The value of %s has one of the characters %s, which %s cannot read: change it."
                            .formatted(key, form.forbidden(), form.file()));
        }
    }
}
