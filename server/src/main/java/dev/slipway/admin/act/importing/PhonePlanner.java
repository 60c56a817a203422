package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a plan by reading only. A phone of which one row is bad is rejected with all its rows: nobody wants a phone
 * that
 * has two of its three accounts.
 */
record PhonePlanner(Acting acting) {
    PhonePlan plan(List<SheetRow<Column>> rows) {
        var macs = new RowFaults();
        Map<String, List<SheetRow<Column>>> byMac = new LinkedHashMap<>();
        for (SheetRow<Column> row : rows) {
            if (row.has(Column.MAC)) {
                macs.read(row, Column.MAC, Shape.MAC::check)
                        .ifPresent(mac -> byMac.computeIfAbsent(mac, none -> new ArrayList<>())
                                .add(row));
            } else {
                macs.add(row, Column.MAC, new Refusal("import.no-mac", "Enter the MAC address of the phone."));
            }
        }
        var names = new NamesSeen(acting);
        List<PlannedPhone> phones = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>(macs.all());
        byMac.forEach((mac, own) -> {
            PhonePlan one = new PhoneDraft(acting, names, mac, own).plan();
            phones.addAll(one.phones());
            faults.addAll(one.faults());
        });
        faults.sort(Comparator.comparingInt(RowFault::row));
        return new PhonePlan(phones, faults);
    }
}
