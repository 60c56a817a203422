package dev.slipway.base.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final String NOBODY = "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n";
    private static final String POSTGRES = "postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash\n";
    private static final String SLIPWAY = "slipway:x:999:998::/var/lib/slipway:/usr/sbin/nologin\n";

    @TempDir
    Path directory;

    @Test
    void root_takes_slipway_else_postgres_else_nobody() throws IOException {
        assumeRoot();
        assertThat(chosen(NOBODY + POSTGRES + SLIPWAY)).isEqualTo(new Account("slipway", 999, 998, true));
        assertThat(chosen(NOBODY + POSTGRES).name()).isEqualTo("postgres");
        assertThat(chosen("broken line\n" + NOBODY).name()).isEqualTo("nobody");
    }

    @Test
    void the_owner_of_an_existing_database_stays_its_owner() throws IOException {
        assumeRoot();
        Path database = Files.createDirectory(directory.resolve("postgres"));
        Files.setAttribute(database, "unix:uid", 101);
        assertThat(chosen(NOBODY + POSTGRES + SLIPWAY).name()).isEqualTo("postgres");
    }

    @Test
    void root_without_any_of_them_is_refused() {
        assumeRoot();
        assertThatThrownBy(() -> chosen("root:x:0:0::/root:/bin/sh\npostgres:x:0:0::/:/bin/sh\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("data.no-account"));
    }

    @Test
    void anybody_else_runs_it_plainly() throws IOException {
        assumeTrue(Account.processUid() != 0, "SKIPPED: this process is root");
        assertThat(chosen(SLIPWAY).prefix()).isEmpty();
    }

    @Test
    void the_prefix_drops_every_right_of_root() {
        assertThat(new Account("postgres", 101, 104, true).prefix())
                .containsExactly("setpriv", "--reuid=101", "--regid=104", "--clear-groups", "--");
    }

    private Account chosen(String passwords) throws IOException {
        return Account.choose(Files.writeString(directory.resolve("passwd"), passwords), directory.resolve("postgres"));
    }

    private static void assumeRoot() {
        assumeTrue(Account.processUid() == 0, "SKIPPED: only root runs PostgreSQL as somebody else");
    }
}
