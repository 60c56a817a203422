package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.acts.JournalRows;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys that sign, sealed at rest, and the chain of root documents.
 */
public final class JdbcSigningKeys implements SigningKeys {
    /** In the place of a tenant: these belong to the whole installation. */
    private static final String INSTALLATION = "installation";

    private final Transactions transactions;
    private final SecretBox box;

    /** Keys in a database whose schema is current. */
    public JdbcSigningKeys(Jdbi jdbi, SecretBox box) {
        this.transactions = new Transactions(jdbi);
        this.box = box;
    }

    @Override
    public List<SigningKey> all() {
        return transactions.read(handle -> all(handle, box));
    }

    private static List<SigningKey> all(Handle handle, SecretBox box) {
        return new Sql(handle, "select * from signing_key order by created_at, key_id").list(row -> read(row, box));
    }

    /** Refuses, as {@link SecretBox#unseal} does, when a private key in the transaction's view does not open. */
    public static void requireReadable(Handle handle, SecretBox box) {
        all(handle, box);
    }

    @Override
    public List<Bytes> roots() {
        return transactions.read(handle ->
                new Sql(handle, "select document from trust_root order by version").list(row -> row.bytes("document")));
    }

    @Override
    public void keep(Actor actor, Act act, List<SigningKey> keys, Optional<Root> root) {
        transactions.write(handle -> {
            root.ifPresent(next -> keep(handle, next));
            keys.forEach(key -> keep(handle, key));
            root.ifPresent(next -> ChangeRows.appendAllTenants(handle));
            JournalRows.append(handle, Optional.empty(), actor, act);
            return true;
        });
    }

    private void keep(Handle handle, SigningKey key) {
        new Sql(handle, """
                        insert into signing_key (key_id, role, public_key, private_key, state)
                        values (:key_id, :role, :public_key, :private_key, :state)
                        on conflict (key_id) do update set
                          private_key = excluded.private_key, state = excluded.state""")
                .bind("key_id", key.keyId())
                .bind("role", key.role())
                .bind("public_key", key.publicKey())
                .bind("private_key", key.privateKey().map(secret -> box.seal(place(key.keyId()), secret)))
                .bind("state", key.state())
                .run();
    }

    private static void keep(Handle handle, Root root) {
        int kept = new Sql(handle, """
                        insert into trust_root (version, document) values (:version, :document)
                        on conflict (version) do nothing""")
                .bind("version", root.version())
                .bind("document", root.document())
                .run();
        if (kept == 0) {
            throw new Refusal(
                    "keys.conflict",
                    "Version " + root.version() + " of the root document is there already: read it and begin again.");
        }
    }

    private static SigningKey read(Columns row, SecretBox box) throws SQLException {
        String keyId = row.text("key_id");
        return new SigningKey(
                keyId,
                row.text("role"),
                row.bytes("public_key"),
                row.optionalText("private_key").map(kept -> box.unseal(place(keyId), kept)),
                row.constant(SigningKey.State.class, "state"));
    }

    private static SecretPlace place(String keyId) {
        return new SecretPlace(INSTALLATION, "signing_key", keyId, "private_key");
    }
}
