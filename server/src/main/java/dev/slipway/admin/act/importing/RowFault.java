package dev.slipway.admin.act.importing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a row is rejected.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column our word for it
 * @param code of the refusal
 * @param sentence what is wrong and what to do
 */
public record RowFault(int row, String column, String code, String sentence) {
    /** What is said to each row. */
    static Map<Integer, String> reasons(List<RowFault> faults) {
        Map<Integer, String> reasons = new TreeMap<>();
        faults.forEach(fault -> reasons.merge(
                fault.row(), fault.column() + ": " + fault.sentence(), (first, next) -> first + " " + next));
        return reasons;
    }
}
