package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.activations.ActivationForm;
import dev.slipway.admin.act.activations.ActivationForm.AccountWish;
import dev.slipway.admin.act.activations.ActivationForm.DeviceWish;
import dev.slipway.admin.act.activations.ActivationForm.PersonWish;
import dev.slipway.admin.act.activations.ActivationForm.SendingWish;
import dev.slipway.admin.act.activations.Issuing;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues an activation for every row of a table, in one transaction. A row that is refused is told with its reason and
 * leaves nothing; whether the others are kept is for whoever asked.
 *
 * @param name of the file, for the journal
 * @param alike what all rows have in common
 */
public record ActivatePeople(Id<Import> id, String name, Sheet<PersonColumn> sheet, Alike alike, Tenant tenant)
        implements Command<ActivatePeople.Done> {
    /** Rows attempted together; when one of them is refused they are attempted in halves. */
    private static final int TOGETHER = 64;

    /** No row is to blame for these. */
    private static final String OF_DATA = "data.";

    /**
     * What all rows have in common.
     *
     * @param domain of accounts whose address no row names; empty: rows without an address have no account
     */
    public record Alike(
            Optional<String> domain,
            Optional<String> profile,
            Optional<DeviceWish> device,
            Optional<SendingWish> sending) {}

    /** What came of it. */
    public record Done(int issued, List<RowFault> faults) {
        public Done {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What was taken back.
     *
     * @param undone how many
     * @param kept users whose activations stay, and why
     */
    public record Undone(int undone, List<UndoPlan.Kept> kept) {
        public Undone {
            kept = List.copyOf(kept);
        }
    }

    /** Takes back those of an import that can be: no message of them is out, and no device came. */
    public static Command<Undone> undo(Import of) {
        return new UndoPeople(of);
    }

    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("activation.batch", name, Map.of("import", id.toString()));
    }

    @Override
    public Done run(Acting acting) {
        acting.stores().expectMany();
        List<SheetRow<PersonColumn>> rows = sheet.rows();
        acting.stores().imports().begin(new Import(id, name, acting.now(), 0, 0, Optional.empty()));
        var issuing = new Issuing(acting, tenant, Optional.of(id));
        var faults = new ArrayList<RowFault>();
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            attempt(acting, issuing, rows.subList(from, Math.min(rows.size(), from + TOGETHER)), faults);
        }
        return new Done(rows.size() - faults.size(), faults);
    }

    private void attempt(Acting acting, Issuing issuing, List<SheetRow<PersonColumn>> rows, List<RowFault> faults) {
        try {
            acting.stores().attempt(() -> {
                rows.forEach(row -> issuing.issue(form(row)));
                return rows;
            });
        } catch (Refusal refusal) {
            if (refusal.code().startsWith(OF_DATA)) {
                throw refusal;
            }
            if (rows.size() == 1) {
                faults.add(new RowFault(
                        rows.getFirst().number(), column(refusal).word(), refusal.code(), refusal.sentence()));
            } else {
                int half = rows.size() / 2;
                attempt(acting, issuing, rows.subList(0, half), faults);
                attempt(acting, issuing, rows.subList(half, rows.size()), faults);
            }
        }
    }

    /** Where to look for what is wrong. */
    private static PersonColumn column(Refusal refusal) {
        return switch (refusal.code()) {
            case "input.name" -> PersonColumn.NAME;
            case "input.phone" -> PersonColumn.PHONE;
            case "input.email" -> PersonColumn.EMAIL;
            case "input.locale" -> PersonColumn.LOCALE;
            case "input.address" -> PersonColumn.ACCOUNT;
            case "input.text" -> PersonColumn.LABEL;
            default -> PersonColumn.LOGIN;
        };
    }

    private ActivationForm form(SheetRow<PersonColumn> row) {
        var person = new PersonWish(
                said(row, PersonColumn.LOGIN),
                said(row, PersonColumn.NAME),
                said(row, PersonColumn.EMAIL),
                said(row, PersonColumn.PHONE),
                said(row, PersonColumn.LOCALE),
                said(row, PersonColumn.GROUP).map(List::of));
        Optional<AccountWish> account = said(row, PersonColumn.ACCOUNT)
                .or(() -> alike.domain().map(domain -> person.named() + "@" + domain))
                .map(address -> new AccountWish(
                        address,
                        Optional.empty(),
                        said(row, PersonColumn.LABEL),
                        said(row, PersonColumn.SECURITY_MODEL)));
        return new ActivationForm(
                Optional.empty(),
                Optional.of(person),
                account,
                account.flatMap(wish -> alike.profile()),
                alike.device(),
                alike.sending());
    }

    private static Optional<String> said(SheetRow<PersonColumn> row, PersonColumn column) {
        return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
    }
}
