package dev.slipway.door.phone.snom;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.xml.XmlMalformed;
import dev.slipway.base.wire.xml.XmlReader;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.document.SettingsReader;
import dev.slipway.door.phone.reading.Reading;
import dev.slipway.door.phone.reading.Template;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings of snom phones: XML, the older lines of {@code NAME!: VALUE}, and FusionPBX's templates of XML. */
public final class SnomReader implements SettingsReader {
    private static final Pattern XML =
            Pattern.compile("\\s*(<\\?xml[^>]*>\\s*)?(<!--[\\s\\S]*?-->\\s*)*<(settings|phone-settings)[\\s>]");

    /** No flag is the same as {@code &} (snom wiki, "Flags"). */
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)([!$&]?): ?(.*)");

    private static final Pattern FLAGGED = Pattern.compile("(?m)^[a-z0-9_]+[!$&]: ");

    @Override
    public String format() {
        return "snom-settings";
    }

    @Override
    public boolean recognizes(String text) {
        return XML.matcher(text).lookingAt() || FLAGGED.matcher(text).find();
    }

    @Override
    public ReadSettings read(String text, Settings rules) {
        var reading = new Reading(SnomSettings.TABLE, rules);
        String covered = Template.covered(text);
        reading.leaveCode(covered);
        if (XML.matcher(text).lookingAt()) {
            xml(covered, new SnomElements(reading));
        } else {
            lines(covered, new SnomElements(reading));
        }
        return reading.done();
    }

    private static void xml(String text, SnomElements elements) {
        try {
            elements.file(XmlReader.read(text));
        } catch (XmlMalformed malformed) {
            throw new Refusal("import.malformed", "The file cannot be read: " + malformed.getMessage() + ".");
        }
    }

    private static void lines(String text, SnomElements elements) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher form = LINE.matcher(line);
            if (form.matches()) {
                String flag = form.group(2).isEmpty() ? "&" : form.group(2);
                elements.line(index + 1, form.group(1), flag, form.group(3));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(String.valueOf(Template.CODE))) {
                elements.unread(index + 1, line.replaceAll("[ :>].*", ""));
            }
        }
    }
}
