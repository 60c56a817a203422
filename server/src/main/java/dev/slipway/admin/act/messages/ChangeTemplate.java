package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.core.message.Templates;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sets a template of one's own, or goes back to the one that is shipped.
 *
 * @param words empty to go back
 */
public record ChangeTemplate(Wording.Key key, Optional<Words> words) implements Command<Boolean> {
    /** What it says; a subject for e-mail only. */
    public record Words(Optional<String> subject, String text) {
        /** As a template of that kind; refuses what could not be sent. */
        public Wording of(Wording.Key key) {
            return Templates.checked(new Wording(key, subject.orElse(""), text));
        }
    }

    @Override
    public Area area() {
        return Area.GATEWAYS;
    }

    @Override
    public Act act(Acting acting) {
        String subject = "%s %s %s".formatted(word(key.kind()), word(key.channel()), key.language());
        return new Act(words.isPresent() ? "template.set" : "template.reset", subject);
    }

    @Override
    public Boolean run(Acting acting) {
        if (words.isPresent()) {
            acting.stores().wordings().set(words.get().of(key));
            return true;
        }
        if (!acting.stores().wordings().reset(key)) {
            throw new Refusal("fleet.unknown", "There is no template of your own here: nothing to go back from.");
        }
        return true;
    }

    /** The template that these words of a path name. Refuses {@code template.unknown} and {@code input.locale}. */
    public static Wording.Key key(String kind, String channel, String language) {
        return new Wording.Key(
                constant(MessageKind.class, kind),
                constant(Channel.class, channel),
                Shape.LOCALE.check(language).toLowerCase(Locale.ROOT));
    }

    /** The constant of that name in lower case; refuses {@code template.unknown}. */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "template.unknown",
                        "There is no %s; there are %s."
                                .formatted(
                                        word,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(ChangeTemplate::word)
                                                .collect(Collectors.joining(", ")))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
