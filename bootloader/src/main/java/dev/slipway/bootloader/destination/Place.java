package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Refusal;
import java.net.URI;
import java.util.Optional;

/** A server as a person or a document names it. */
public sealed interface Place {
    /** The address itself, with its path prefix; the links of the protocol are below it. */
    record Url(URI url) implements Place {
        public Url {
            String scheme = String.valueOf(url.getScheme());
            if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
                throw Refusal.check(
                        "destination.invalid",
                        "The address " + url + " is not one of a server; it must begin with https:// and a host.");
            }
        }

        /** The address in {@code text}. */
        public static Url of(String text) {
            try {
                return new Url(URI.create(text.strip()));
            } catch (IllegalArgumentException e) {
                throw Refusal.check("destination.invalid", "The address " + text + " cannot be read; copy it again.");
            }
        }
    }

    /** A portal, or a relay in front of it, on a port. */
    record Host(String host, int port) implements Place {
        /** The port of a relay, which devices meet first when nothing else is said (seed 0). */
        public static final int PORT_USUAL = 1700;

        public Host {
            if (!host.matches("[A-Za-z0-9.\\-:\\[\\]]{1,253}") || port < 1 || port > 65_535) {
                throw Refusal.check(
                        "destination.invalid",
                        "Host " + host + " with port " + port + " is no address; the port is 1 to 65535.");
            }
        }
    }

    /** A tenant's alias; {@code center} is the switching center that knows it, when that is already said. */
    record Alias(String alias, Optional<String> center) implements Place {
        public Alias {
            if (!alias.matches("[^\\s@/?#%]{1,64}@[A-Za-z0-9.-]{1,253}")) {
                throw Refusal.check(
                        "alias.invalid", "The alias " + alias + " is none; it looks like it@example.com. Check it.");
            }
        }

        /** The part behind the {@code @}. */
        public String domain() {
            return alias.substring(alias.lastIndexOf('@') + 1);
        }
    }
}
