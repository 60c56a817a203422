package dev.slipway.bootloader.protocol.trust;

import java.util.regex.Pattern;

/** Texts that become names of directories and arguments on the device: nothing in them may mean anything to a shell. */
final class Names {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}");
    /** Debian Policy 5.6.1, with a limit of length. */
    private static final Pattern DEB = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,127}");

    private static final Pattern SCRIPT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int PATH_MAX = 1024;

    private Names() {}

    static String application(String text) {
        return require(APPLICATION, "an application", text);
    }

    static String version(String text) {
        return require(VERSION, "a release's version", text);
    }

    static String target(String text) {
        return require(APPLICATION, "a target", text);
    }

    static String deb(String text) {
        return require(DEB, "a Debian package", text);
    }

    static String script(String text) {
        return require(SCRIPT, "a script", text);
    }

    /** A directory below some other one, without a step upwards. */
    static String directory(String path) {
        String[] steps = path.split("[/\\\\]");
        boolean upwards = java.util.Arrays.asList(steps).contains("..");
        if (upwards || steps.length < 2 || path.length() > PATH_MAX || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a directory that may be removed: " + path);
        }
        return path;
    }

    private static String require(Pattern pattern, String what, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of " + what + " (" + pattern + "): " + text);
        }
        return text;
    }
}
