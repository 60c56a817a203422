package dev.slipway.door.phone;

import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.SettingsReader;
import dev.slipway.door.phone.apple.AppleProfile;
import dev.slipway.door.phone.linphone.LinphoneConfig;
import dev.slipway.door.phone.snom.SnomReader;
import dev.slipway.door.phone.snom.SnomSettings;
import dev.slipway.door.phone.text.TextRenderer;
import dev.slipway.door.phone.yealink.YealinkConfig;
import dev.slipway.door.phone.yealink.YealinkReader;
import java.util.List;

/** The makers whose files we write; a further one is a folder beside these and a line here. */
public final class Makers {
    private Makers() {}

    /** One reader for each format whose files of other systems we understand. */
    public static List<SettingsReader> readers() {
        return List.of(new SnomReader(), new YealinkReader());
    }

    /** One renderer for each format. */
    public static List<DocumentRenderer> all() {
        return List.of(
                new SnomSettings(),
                new YealinkConfig(),
                new LinphoneConfig(),
                new AppleProfile(),
                TextRenderer.of("baresip-accounts", "baresip"));
    }
}
