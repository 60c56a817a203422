package dev.slipway.door.phone.yealink;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.document.SettingsReader;
import dev.slipway.door.phone.reading.Reading;
import dev.slipway.door.phone.reading.Template;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code KEY = VALUE} files of Yealink phones, and FusionPBX's templates of them. The phone cannot keep its user
 * from changing a value and sets it at every contact: everything is enforced.
 */
public final class YealinkReader implements SettingsReader {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)\\s*=\\s*(.*?)\\s*");
    private static final Pattern OF_ACCOUNT = Pattern.compile("account\\.[0-9]+\\..*|voice_mail\\.number\\.[0-9]+");

    /** By these a phone would go on asking the server that it shall leave. */
    private static final Pattern OF_SERVER =
            Pattern.compile("(static\\.)?(auto_provision\\.(server\\..*|aes_key.*)|autoprovision\\..*)|overwrite_mode");

    @Override
    public String format() {
        return "yealink-config";
    }

    @Override
    public boolean recognizes(String text) {
        return text.startsWith(YealinkConfig.HEAD.strip());
    }

    @Override
    public ReadSettings read(String text, Settings rules) {
        var reading = new Reading(YealinkConfig.TABLE, rules);
        String covered = Template.covered(text);
        reading.leaveCode(covered);
        List<String> lines = covered.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            boolean says = !line.isEmpty() && !line.startsWith("#") && line.charAt(0) != Template.CODE;
            if (says) {
                line(reading, index + 1, line);
            }
        }
        return reading.done();
    }

    private static void line(Reading reading, int number, String line) {
        Matcher form = LINE.matcher(line);
        if (!form.matches()) {
            reading.leave(number, line.replaceAll("[ =:\"].*", ""), "no KEY = VALUE");
        } else if (OF_ACCOUNT.matcher(form.group(1)).matches()) {
            reading.leave(number, form.group(1), "of an account: accounts are placed on phones, not in profiles");
        } else if (OF_SERVER.matcher(form.group(1)).matches()) {
            reading.leave(number, form.group(1), "of the server that wrote this file");
        } else {
            reading.take(number, form.group(1), form.group(2), Ownership.ENFORCED);
        }
    }
}
