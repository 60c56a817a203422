package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/**
 * Planned answers instead of SQL errors, by the codes of PostgreSQL (documentation, appendix A).
 *
 * <p>{@code fleet.duplicate}: a unique index; {@code fleet.unknown}: a row refers to nothing; {@code fleet.in-use}: a
 * row is still referred to; {@code data.busy}: two transactions in each other's way; {@code data.unavailable}: no
 * connection, or none in time. Anything else is a fault.
 */
public final class SqlRefusals {
    /** A database that was killed is back after some seconds. */
    private static final Duration BACK_AFTER = Duration.ofSeconds(5);

    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";
    private static final String RESTRICTED = "23001";

    /** What is taken, by unique index; a primary key that is not here is a number drawn twice. */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("tenant_name_key", "The name of the tenant"),
            Map.entry("tenant_alias", "The alias"),
            Map.entry("tenant_host_pkey", "The host name"),
            Map.entry("user_login", "The login"),
            Map.entry("group_name", "The name of the group"),
            Map.entry("security_model_name", "The name of the security model"),
            Map.entry("account_address", "The address of the account"),
            Map.entry("administrator_login", "The login"),
            Map.entry("api_token_sha256", "The token"),
            Map.entry("device_type_name", "The name of the device type"),
            Map.entry("device_name", "The name of the device"),
            Map.entry("device_identifier_pkey", "The identifier"),
            Map.entry("device_token_sha256", "The token"),
            Map.entry("device_account_pkey", "The position on the device"),
            Map.entry("subscription_imsi", "The IMSI"),
            Map.entry("application_name", "The name of the application"),
            Map.entry("release_version", "The version of the application"),
            Map.entry("release_artifact_pkey", "The target of the release"),
            Map.entry("download_address_place", "The place of the download address"),
            Map.entry("application_host_role", "The role of the application host"),
            Map.entry("profile_name", "The name of the profile"),
            Map.entry("setting_key", "The key in the profile"),
            Map.entry("assignment_once", "The assignment to this place"),
            Map.entry("activation_ticket", "The ticket"),
            Map.entry("sip_server_name", "The name of the SIP server"),
            Map.entry("message_gateway_name", "The name of the gateway"));

    private SqlRefusals() {}

    /** The refusal behind {@code failure}, or {@code failure} itself when it is a fault. */
    public static RuntimeException of(JdbiException failure) {
        return sqlFailure(failure)
                .flatMap(SqlRefusals::planned)
                .<RuntimeException>map(refusal -> refusal)
                .orElse(failure);
    }

    /** Like {@code of}, for a removal from {@code table}: a broken reference is then {@code fleet.in-use}. */
    public static RuntimeException ofRemoval(JdbiException failure, String table) {
        boolean used = sqlFailure(failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.equals(REFERENCE) || state.equals(RESTRICTED))
                .isPresent();
        return used ? inUse(failure, table) : of(failure);
    }

    /** A table in words: {@code device_type} is "device type". */
    static String words(String table) {
        return table.replace('_', ' ');
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    private static Refusal inUse(JdbiException failure, String table) {
        String user = sqlFailure(failure)
                .flatMap(sql -> server(sql, Part.TABLE))
                .map(SqlRefusals::words)
                .orElse("record");
        return new Refusal(
                "fleet.in-use", "This " + words(table) + " is still used by " + article(user) + ": remove that first.");
    }

    private static Optional<Refusal> planned(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return switch (state) {
            case UNIQUE -> Optional.of(duplicate(failure));
            case REFERENCE -> Optional.of(unknown(failure));
            case "40001", "40P01", "55P03" ->
                Optional.of(new Refusal("data.busy", "Somebody changed the same at the same time: try again."));
            default -> lost(state, failure) ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    /** Class 08: connection; 57: stopped by the server or its timeout; 53: it has no room; no state: the pool. */
    private static boolean lost(String state, SQLException failure) {
        return state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || failure instanceof SQLTransientConnectionException;
    }

    private static Refusal unavailable() {
        return new Refusal(
                "data.unavailable",
                "The database does not answer: try again in some seconds.",
                Optional.of(BACK_AFTER));
    }

    private static Refusal duplicate(SQLException failure) {
        String taken = server(failure, Part.CONSTRAINT).map(TAKEN::get).orElse("The id");
        return new Refusal("fleet.duplicate", taken + " is taken already: choose another one.");
    }

    private static Refusal unknown(SQLException failure) {
        String table = server(failure, Part.TABLE).map(SqlRefusals::words).orElse("record");
        return new Refusal("fleet.unknown", "The " + table + " refers to something that is not there: list it again.");
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return Optional.ofNullable(failure.getCause())
                .flatMap(cause -> cause instanceof SQLException sql ? Optional.of(sql) : sqlFailure(cause));
    }

    private static Optional<String> server(SQLException failure, Part part) {
        return failure instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage())
                        .map(message -> part == Part.TABLE ? message.getTable() : message.getConstraint())
                : Optional.empty();
    }

    private enum Part {
        TABLE,
        CONSTRAINT
    }
}
