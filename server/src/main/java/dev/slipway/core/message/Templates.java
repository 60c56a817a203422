package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.base.wire.template.Template;
import dev.slipway.base.wire.template.TemplateMalformed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The texts of messages: those of a tenant's own, then those that are shipped; in the language of the user, then in
 * English.
 */
public final class Templates {
    /** What a person still reads, and what suppliers bear; each part is paid for. */
    public static final int SMS_PARTS_MAX = 10;

    private static final int SUBJECT_LENGTH_MAX = 200;
    private static final String LANGUAGE_OF_ALL = "en";
    private static final List<Wording> SHIPPED = ShippedTemplates.read();

    private Templates() {}

    /**
     * Every one that counts for a tenant, shipped ones first; those of its own stand in the place of shipped ones.
     */
    public static List<Wording> all(List<Wording> own) {
        var all = new LinkedHashMap<Wording.Key, Wording>();
        Stream.concat(SHIPPED.stream(), own.stream()).forEach(wording -> all.put(wording.key(), wording));
        return List.copyOf(all.values());
    }

    /** The best one for a language tag: {@code de-CH} is followed by {@code de}, that by English. */
    public static Wording find(List<Wording> own, MessageKind kind, Channel channel, String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        return Stream.of(tag, tag.replaceFirst("-.*", ""), LANGUAGE_OF_ALL)
                .map(candidate -> new Wording.Key(kind, channel, candidate))
                .flatMap(key -> Stream.concat(own.stream(), SHIPPED.stream())
                        .filter(wording -> wording.key().equals(key)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("English lacks " + kind + " " + channel));
    }

    /** What it may say, with what that stands for. */
    public static SortedMap<String, String> variables(MessageKind kind) {
        var variables = new TreeMap<String, String>();
        KindVariables.of(kind).forEach(variable -> variables.put(variable.name(), variable.about()));
        return variables;
    }

    /**
     * Refuses {@code template.malformed}, {@code template.variable-unknown}, {@code template.subject} and
     * {@code template.too-long} what could not be sent.
     */
    public static Wording checked(Wording wording) {
        boolean mail = wording.key().channel() == Channel.EMAIL;
        String subject = wording.subject();
        if (mail == subject.isBlank()
                || subject.length() > SUBJECT_LENGTH_MAX
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    "template.subject",
                    "An e-mail has a subject of 1 to %d characters in one line, an SMS has none."
                            .formatted(SUBJECT_LENGTH_MAX));
        }
        if (wording.text().isBlank()) {
            throw new Refusal("template.malformed", "The text is empty: write one.");
        }
        preview(wording);
        return wording;
    }

    /** What it says with examples in the place of its variables; refuses as {@link #checked}. */
    public static Preview preview(Wording wording) {
        Map<String, String> examples = new TreeMap<>();
        KindVariables.of(wording.key().kind()).forEach(variable -> examples.put(variable.name(), variable.example()));
        UnaryOperator<String> values = name -> Optional.ofNullable(examples.get(name))
                .orElseThrow(() -> new Refusal(
                        "template.variable-unknown",
                        "Nothing stands for %s in a message of this kind; there are %s."
                                .formatted(name, String.join(", ", examples.keySet()))));
        String text = filled(wording.text(), values);
        SmsText sms = SmsText.of(text);
        if (wording.key().channel() == Channel.SMS && sms.parts().size() > SMS_PARTS_MAX) {
            throw tooLong(sms);
        }
        return new Preview(filled(wording.subject(), values), text, sms, SmsText.foreign(text));
    }

    /**
     * What a message would look like.
     *
     * @param foreign the characters that make an SMS hold 70 of them and not 160
     */
    public record Preview(String subject, String text, SmsText sms, String foreign) {}

    static String filled(String text, UnaryOperator<String> values) {
        try {
            return Template.parse(text).fill(values);
        } catch (TemplateMalformed malformed) {
            throw new Refusal(
                    "template.malformed", "The template cannot be read %s.".formatted(malformed.getMessage()));
        }
    }

    static Refusal tooLong(SmsText sms) {
        return new Refusal(
                "template.too-long",
                "The text makes %d short messages, and at most %d are sent: shorten it."
                        .formatted(sms.parts().size(), SMS_PARTS_MAX));
    }
}
