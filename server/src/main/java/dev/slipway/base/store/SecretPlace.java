package dev.slipway.base.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value stands. A value opens only in its own place, so swapping two columns, rows or tenants in the
 * database is noticed.
 *
 * @param tenant the tenant's key
 * @param table the table's name
 * @param row the row's key within the table
 * @param column the column's name
 */
public record SecretPlace(String tenant, String table, String row, String column) {
    /** Each part with its length in front, so that no two places give the same bytes. */
    byte[] bound(String version, String keyId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : new String[] {version, keyId, tenant, table, row, column}) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
