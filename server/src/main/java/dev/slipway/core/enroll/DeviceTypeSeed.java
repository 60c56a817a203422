package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.RecognitionRule;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.wire.data.DataFile;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The device types that a new tenant begins with, from the data file {@code device-types.tsv}; afterwards they are
 * its own.
 */
public final class DeviceTypeSeed {
    private static final String RESOURCE = "/dev/slipway/core/enroll/device-types.tsv";
    private static final int COLUMNS = 7;

    private DeviceTypeSeed() {}

    /** Adds them to a tenant that has none; false when it has any. */
    public static boolean into(Stores stores, RandomGenerator random) {
        if (!stores.deviceTypes().list(Page.first(1)).isEmpty()) {
            return false;
        }
        types(random).forEach(stores.deviceTypes()::add);
        return true;
    }

    /** The types of the file, with new ids. */
    static List<DeviceType> types(RandomGenerator random) {
        return DataFile.lines(DataFile.text(DeviceTypeSeed.class, RESOURCE))
                .map(line -> line.split("\t", -1))
                .map(columns -> type(Id.next(random), columns))
                .toList();
    }

    private static DeviceType type(Id<DeviceType> id, String[] columns) {
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + " has " + COLUMNS + " columns, not " + columns.length);
        }
        return new DeviceType(
                id,
                columns[0],
                new DeviceType.Family(columns[1], columns[2], columns[3]),
                Integer.parseInt(columns[4]),
                Stream.of(columns[5].split("; ")).map(DeviceTypeSeed::rule).toList(),
                List.of(columns[6].split(" ")));
    }

    /** {@code FIELD OPERATOR [VALUE]}. */
    private static RecognitionRule rule(String text) {
        String[] words = text.split(" ", 3);
        var operator = RecognitionRule.Operator.valueOf(
                words[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new RecognitionRule(words[0], operator, words.length == 3 ? words[2] : "");
    }
}
