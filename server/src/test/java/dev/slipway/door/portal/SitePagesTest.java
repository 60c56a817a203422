package dev.slipway.door.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitePagesTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private Doorway door;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        door = new Doorway(directory);
        browser = Browser.at(door.clear.port());
    }

    @AfterAll
    void close() {
        browser.close();
        door.close();
    }

    @Test
    void a_visitor_sees_the_own_platform_first_and_all_the_others_beside_it() throws Exception {
        HttpResponse<String> page = browser.get("/get", "user-agent", "Mozilla/5.0 (X11; Linux x86_64)");
        assertThat(page.body())
                .containsSubsequence("<h2>Linux</h2>", "files/slipway-bootloader-linux.zip", "Not your device?")
                .contains("get/windows", "get/android", "<svg ", "https://portal.example.com/get", "<dt>SHA-256</dt>");
        assertThat(page.headers().firstValue("vary")).contains("user-agent, sec-ch-ua-platform");
    }

    @Test
    void a_page_carries_the_fields_that_protect_its_reader() throws Exception {
        HttpResponse<String> page = browser.get("/get/linux");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
    }

    @Test
    void every_link_of_the_site_leads_somewhere_with_and_without_an_alias() throws Exception {
        for (String start : List.of("/get", "/at/it@example.com/get")) {
            Set<String> seen = new HashSet<>();
            follow(URI.create("http://127.0.0.1:" + door.clear.port() + start), seen);
            assertThat(seen).hasSizeGreaterThan(20).allMatch(path -> path.startsWith(start));
        }
    }

    @Test
    void a_package_comes_in_parts_too() throws Exception {
        HttpResponse<String> part = browser.get("/get/files/slipway-bootloader-java.zip", "range", "bytes=0-1");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("PK");
    }

    private void follow(URI address, Set<String> seen) throws Exception {
        if (address.getPort() != door.clear.port() || !seen.add(address.getPath())) {
            return;
        }
        HttpResponse<String> answer = browser.get(address.getPath());
        assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
        if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
            for (var link : LINK.matcher(answer.body()).results().toList()) {
                follow(address.resolve(link.group(1)), seen);
            }
        }
    }
}
