package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line prints for DHCP servers, before the real dnsmasq. */
class ZeroTouchJourney {
    private static final Path DNSMASQ = Path.of("/usr/sbin/dnsmasq");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"snom", "yealink", "polycom", "gigaset --mac 7c:2f:80", "audiocodes --mac 00908f"})
    void dnsmasq_takes_the_options_of_every_maker(String maker) throws Exception {
        assumeTrue(Files.isExecutable(DNSMASQ), "no dnsmasq: apt-get install dnsmasq-base");
        Path file = Files.writeString(directory.resolve("dnsmasq.conf"), printed(maker));
        Process dnsmasq = new ProcessBuilder(DNSMASQ.toString(), "--test", "-C", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = String.join("\n", dnsmasq.inputReader().lines().toList());
        assertThat(dnsmasq.waitFor()).as(said).isZero();
        assertThat(said).contains("syntax check OK");
    }

    private static String printed(String maker) throws Exception {
        String words = "zero-touch dhcp --server-kind dnsmasq --address http://192.0.2.1:3605/d/x/settings.xml --maker "
                + maker;
        Process command = new ProcessBuilder(Programs.java("dev.slipway.app.Main", java.util.List.of(words.split(" "))))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = String.join("\n", command.inputReader().lines().toList()) + "\n";
        assertThat(command.waitFor()).isZero();
        return out;
    }
}
