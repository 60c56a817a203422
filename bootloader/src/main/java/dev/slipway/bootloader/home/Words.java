package dev.slipway.bootloader.home;

import java.util.Locale;

/** How the Bootloader's own files spell a constant. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
