package dev.slipway.door.phone.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which code of the template language Smarty is covered: every character of a tag, line ends excepted, is
 * {@link #CODE}, and of what stands between an opening and a closing tag in lines of their own every character that is
 * not white space. So lines keep their numbers, and whatever a template would decide is never taken for a value.
 */
public final class Template {
    /** Stands for a character of code; no text of a file has it (Unicode, private use). */
    public static final char CODE = '\uE000';

    /**
     * Two kinds of braces stay text: with a blank behind, and with one word inside, such as the phones' {@code {mac}}.
     */
    private static final Pattern TAG = Pattern.compile(
            "\\{(?:\\*[\\s\\S]*?\\*|[$/][^{}]*|[a-z_]+[ (][^{}]*|else|break|continue|literal|ldelim|rdelim)}");

    private static final Pattern OPENS =
            Pattern.compile("\\{(?:if|foreach|for|section|while|capture)\\b.*", Pattern.DOTALL);

    private Template() {}

    /** The covered text, of the same length. */
    public static String covered(String text) {
        var covered = new StringBuilder(text.replace(CODE, ' '));
        Matcher tag = TAG.matcher(text);
        int depth = 0;
        int end = 0;
        while (tag.find()) {
            if (depth > 0) {
                cover(covered, end, tag.start());
            }
            cover(covered, tag.start(), tag.end());
            if (OPENS.matcher(tag.group()).matches()) {
                depth++;
            } else if (tag.group().startsWith("{/") && depth > 0) {
                depth--;
            }
            end = tag.end();
        }
        if (depth > 0) {
            cover(covered, end, covered.length());
        }
        return covered.toString();
    }

    /** Whether a text has code in it. */
    public static boolean isIn(String text) {
        return text.indexOf(CODE) >= 0;
    }

    private static void cover(StringBuilder text, int from, int to) {
        for (int index = from; index < to; index++) {
            if (!Character.isWhitespace(text.charAt(index))) {
                text.setCharAt(index, CODE);
            }
        }
    }
}
