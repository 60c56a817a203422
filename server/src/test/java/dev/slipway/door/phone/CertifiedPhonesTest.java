package dev.slipway.door.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.clients.ClientAuthorities;
import dev.slipway.fake.TestAuthority;
import dev.slipway.fake.TestLedger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Phones at the door with TLS, which asks for certificates of their makers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifiedPhonesTest {
    private static final String SNOM = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12)";

    private final TestAuthority maker = new TestAuthority("CN=phone CA");
    private final TestAuthority unknown = new TestAuthority("CN=another CA");
    private final PhoneDoor door;
    private final TestLedger house;
    private Id<Device> phone = new Id<>(2_000);
    private String mac = "";
    private int count;

    CertifiedPhonesTest(@TempDir Path directory) throws Exception {
        var key = new OwnCertificate(directory.resolve("own"), InstantSource.system(), new SecureRandom())
                .serving(List.of("localhost"));
        door = new PhoneDoor(Optional.of(key), ClientAuthorities.read(List.of(maker.file(directory))));
        house = door.house;
    }

    @AfterAll
    void close() {
        door.close();
    }

    @BeforeEach
    void expectAPhone() {
        count++;
        phone = new Id<>(2_000 + count);
        mac = "0004130000%02x".formatted(count);
        house.write(stores -> {
            var type = stores.deviceTypes().named("snom").orElseThrow();
            var device = new Device(
                    phone, "phone-" + count, type.id(), Optional.empty(), Device.State.EXPECTED, house.clock.instant());
            stores.devices().add(device);
            stores.devices().identify(phone, List.of(new DeviceIdentifier("mac", mac)));
            return phone;
        });
    }

    @Test
    void the_right_mac_is_let_in_and_its_certificate_is_pinned() throws Exception {
        String address = address();
        SSLContext own = maker.caller("CN=" + mac.toUpperCase(java.util.Locale.ROOT) + ",O=snom technology AG");
        assertThat(status(own, address)).isEqualTo(200);
        assertThat(pin()).matches("[0-9a-f]{64}");
        assertThat(status(own, address)).isEqualTo(200);
        assertThat(status(TestAuthority.stranger(), address))
                .as("it must prove itself ever after")
                .isEqualTo(404);
        assertThat(status(maker.caller("CN=" + mac), address))
                .as("another certificate of the same name")
                .isEqualTo(404);
    }

    @Test
    void the_mac_may_stand_in_the_serial_number_and_with_separators() throws Exception {
        String separated = mac.replaceAll("(..)(?!$)", "$1:");
        assertThat(status(maker.caller("CN=phone,SERIALNUMBER=" + separated), address()))
                .isEqualTo(200);
        assertThat(pin()).isNotEmpty();
    }

    @Test
    void another_mac_gets_the_one_404_and_is_explained() throws Exception {
        String address = address();
        assertThat(status(maker.caller("CN=000413ffffff"), address)).isEqualTo(404);
        assertThat(house.find(stores -> stores.deviceAddresses().find(phone))
                        .orElseThrow()
                        .pin())
                .isEmpty();
        assertThat(door.requests.of(phone).getFirst().steps().admit())
                .isEqualTo("its certificate is the one of another MAC address: 000413ffffff");
        assertThat(status(maker.caller("CN=" + mac), address)).isEqualTo(200);
    }

    @Test
    void a_certificate_that_phones_share_proves_nothing_and_is_said() throws Exception {
        assertThat(status(maker.caller("CN=Yealink Equipment,O=Yealink"), address()))
                .isEqualTo(200);
        assertThat(pin()).isEmpty();
        assertThat(door.requests.of(phone).getFirst().steps().identify())
                .startsWith("snom D785 from 127.0.0.1 with a certificate that proves nothing: its subject names no");
    }

    @Test
    void an_authority_that_nobody_configured_proves_nothing_and_lets_the_phone_in_as_before() throws Exception {
        String address = address();
        assertThat(status(unknown.caller("CN=" + mac), address)).isEqualTo(200);
        assertThat(pin()).isEmpty();
        assertThat(door.requests.of(phone).getFirst().steps().identify()).contains("no authority of the configuration");
        assertThat(status(unknown.caller("CN=000413ffffff"), address))
                .as("not even against it")
                .isEqualTo(200);
    }

    @Test
    void a_phone_that_proves_itself_later_is_pinned_then_and_must_do_so_ever_after() throws Exception {
        String address = address();
        assertThat(status(TestAuthority.stranger(), address)).isEqualTo(200);
        assertThat(pin()).isEmpty();
        SSLContext own = maker.caller("CN=" + mac);
        assertThat(status(maker.caller("CN=000413ffffff"), address)).isEqualTo(404);
        assertThat(status(own, address)).isEqualTo(200);
        assertThat(pin()).isNotEmpty();
        assertThat(status(own, address)).isEqualTo(200);
        assertThat(status(TestAuthority.stranger(), address)).isEqualTo(404);
        assertThat(status(unknown.caller("CN=" + mac), address)).isEqualTo(404);
    }

    private String pin() {
        return house.find(stores -> stores.deviceAddresses().find(phone))
                .flatMap(DeviceAddress::pin)
                .orElseThrow()
                .certificate();
    }

    private String address() {
        var address = new DeviceAddress(phone, 1, house.clock.instant().plus(Duration.ofHours(1)), Optional.empty(), 0);
        house.write(stores -> {
            stores.deviceAddresses().keep(address);
            return address;
        });
        return door.text(address);
    }

    private int status(SSLContext tls, String address) throws Exception {
        URI uri = URI.create("https://localhost:" + door.port() + "/d/" + address + "/settings.xml");
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            var request = HttpRequest.newBuilder(uri).header("user-agent", SNOM).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
