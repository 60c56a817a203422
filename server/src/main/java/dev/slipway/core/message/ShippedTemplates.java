package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The templates of the jar, one file for each language. */
final class ShippedTemplates {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "it", "es");
    private static final String FOLDER = "/dev/slipway/core/message/";
    private static final String HEAD = "== ";

    private ShippedTemplates() {}

    static List<Wording> read() {
        return LANGUAGES.stream().flatMap(language -> read(language).stream()).toList();
    }

    private static List<Wording> read(String language) {
        List<Wording> read = new ArrayList<>();
        String file = DataFile.text(ShippedTemplates.class, FOLDER + language + ".txt");
        for (String part :
                file.substring(file.indexOf("\n" + HEAD) + 1 + HEAD.length()).split("\n" + HEAD)) {
            String[] head = part.lines().findFirst().orElseThrow().split(" ", 3);
            read.add(new Wording(
                    new Wording.Key(
                            MessageKind.valueOf(head[0].toUpperCase(Locale.ROOT)),
                            Channel.valueOf(head[1].toUpperCase(Locale.ROOT)),
                            language),
                    head.length > 2 ? head[2] : "",
                    part.substring(part.indexOf('\n') + 1).stripTrailing()));
        }
        return read;
    }
}
