package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.claim.ThisMachine;
import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.portal.Pause;
import dev.slipway.bootloader.portal.ProxyChoice;
import dev.slipway.bootloader.terminal.Terminal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What the Bootloader runs on, given once at its start.
 *
 * @param home its directory
 * @param machine what the claim is gathered from
 * @param terminal the person, if there is one
 * @param world what is not the machine's and cannot be foreseen
 * @param environment variables of the process
 * @param version of this program
 */
public record Device(
        Home home,
        ThisMachine machine,
        Terminal terminal,
        World world,
        Map<String, String> environment,
        String version) {
    private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(10);

    public Device {
        environment = Map.copyOf(environment);
    }

    /**
     * Time and chance.
     *
     * @param clock tells the time
     * @param chance draws
     * @param pause waits
     */
    public record World(InstantSource clock, RandomGenerator chance, Pause pause) {}

    ProxyChoice proxies() {
        return new ProxyChoice(environment);
    }

    /** How long one script of a release may run; {@code SLIPWAY_SCRIPT_SECONDS} changes the usual ten minutes. */
    Duration scriptLimit() {
        String seconds = environment.getOrDefault("SLIPWAY_SCRIPT_SECONDS", "");
        return seconds.matches("[1-9][0-9]{0,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : SCRIPT_LIMIT;
    }
}
