package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.base.wire.sms.SmsText.Alphabet;
import dev.slipway.base.wire.template.Template;
import dev.slipway.base.wire.template.TemplateMalformed;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The values of variables in the texts of a description. */
record Values(Map<String, String> all) {
    private static final List<String> NO_TEXT =
            List.of("octets.hex", "octets.url", "header.hex", "header.url", "header.xser");

    Values {
        all = Map.copyOf(all);
    }

    /** What a gateway was told; what it was not told is its fallback. */
    static Values of(GatewaySetup setup, List<Field> fields) {
        var values = new HashMap<String, String>();
        fields.forEach(field -> values.put(field.name(), field.fallback()));
        values.putAll(setup.settings());
        setup.secrets().forEach((name, secret) -> values.put(name, secret.reveal()));
        return new Values(values);
    }

    /** These with those of a message. */
    Values with(Outgoing message, Map<String, List<String>> byAlphabet) {
        var more = new HashMap<>(all);
        String text = message.text().body();
        String to = message.to().address();
        more.put("to", to);
        more.put("to.digits", to.replace("+", ""));
        more.put("text", text);
        more.put("text.hex", HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)));
        more.put("reference", message.reference());
        more.put("receipts", message.receipts());
        message.text().octets().ifPresent(octets -> {
            more.put("octets.hex", upper(octets.body()));
            more.put("octets.url", percent(octets.body()));
            more.put("header.hex", upper(octets.header()));
            more.put("header.url", percent(octets.header()));
            more.put("header.xser", xser(octets.header()));
        });
        NO_TEXT.forEach(name -> more.putIfAbsent(name, ""));
        int wide = SmsText.of(text).alphabet() == Alphabet.UCS_2 ? 1 : 0;
        var known = new Values(more);
        byAlphabet.forEach((name, two) -> more.put(name, known.fill(two.get(wide), value -> value)));
        return new Values(more);
    }

    private static String upper(Bytes octets) {
        return octets.hex().toUpperCase(Locale.ROOT);
    }

    /** Element 01 of the extra services of EMI/UCP 4.6: its length and the header. */
    private static String xser(Bytes header) {
        return header.length() == 0 ? "" : "01%02X%s".formatted(header.length(), upper(header));
    }

    private static String percent(Bytes octets) {
        return octets.length() == 0 ? "" : "%" + HexFormat.ofDelimiter("%").formatHex(octets.toArray());
    }

    /** These with a token. */
    Values with(Secret token) {
        var more = new HashMap<>(all);
        more.put("token", token.reveal());
        return new Values(more);
    }

    String get(String name) {
        return all.getOrDefault(name, "");
    }

    /** The text with each value as {@code encoding} writes it; refuses {@code gateway.field-invalid}. */
    String fill(String text, UnaryOperator<String> encoding) {
        try {
            return Template.parse(text).fill(name -> name.endsWith(".url") ? value(name) : encoding.apply(value(name)));
        } catch (TemplateMalformed malformed) {
            throw new Refusal(
                    "gateway.field-invalid",
                    "A text of this gateway cannot be read %s.".formatted(malformed.getMessage()));
        }
    }

    private String value(String name) {
        String value = all.get(name);
        if (value == null) {
            throw new Refusal(
                    "gateway.field-invalid", "Nothing stands for ${%s} in a text of this gateway.".formatted(name));
        }
        return value;
    }

    @Override
    public String toString() {
        return "values of " + all.keySet();
    }
}
