package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import would do, and which rows it would not take. Equal plans do the same, so whoever saw one knows that
 * nothing came between.
 *
 * @param phones new, changed and unchanged, in the order of the file
 */
public record PhonePlan(List<PlannedPhone> phones, List<RowFault> faults) {
    public PhonePlan {
        phones = List.copyOf(phones);
        faults = List.copyOf(faults);
    }

    /** The plan for a sheet by what is there now. */
    public static PhonePlan of(Sheet<Column> sheet, Acting acting) {
        return new PhonePlanner(acting).plan(sheet.rows());
    }

    /** Whether anything would be changed. */
    public boolean changesAnything() {
        return phones.stream().anyMatch(PlannedPhone::changes);
    }

    /** Phones and rows by what becomes of them. */
    public Counts counts() {
        int created = (int) phones.stream().filter(PlannedPhone::isNew).count();
        int changed = (int) phones.stream().filter(PlannedPhone::changes).count() - created;
        return new Counts(
                created,
                changed,
                phones.size() - created - changed,
                RowFault.reasons(faults).size());
    }

    /**
     * How many.
     *
     * @param created phones
     * @param changed phones
     * @param unchanged phones
     * @param rejected rows
     */
    public record Counts(int created, int changed, int unchanged, int rejected) {
        /** For the journal. */
        Map<String, String> details() {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("created", Integer.toString(created));
            details.put("changed", Integer.toString(changed));
            details.put("unchanged", Integer.toString(unchanged));
            details.put("rejected", Integer.toString(rejected));
            return details;
        }
    }
}
