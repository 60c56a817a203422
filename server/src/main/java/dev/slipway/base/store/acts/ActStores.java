package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.acts.Activations;
import dev.slipway.base.fleet.acts.Deliveries;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.acts.Imports;
import dev.slipway.base.fleet.acts.Journal;
import dev.slipway.base.fleet.acts.KeptAnswers;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Reading;

/**
 * The stores of acts at one desk.
 */
public record ActStores(Desk desk) {
    /** How a row of {@code delivery} counts for what its device must remove; a delivery not begun is {@code wanted}. */
    public static final String STAND = JdbcDeliveries.STAND;

    /** Makes a delivery of its row. */
    public static final Reading<Delivery> DELIVERY = JdbcDeliveries::read;

    /** Activations. */
    public Activations activations() {
        return new JdbcActivations(desk);
    }

    /** Deliveries. */
    public Deliveries deliveries() {
        return new JdbcDeliveries(desk);
    }

    /** The journal. */
    public Journal journal() {
        return new JdbcJournal(desk);
    }

    /** Imports. */
    public Imports imports() {
        return new JdbcImports(desk);
    }

    /** Kept answers. */
    public KeptAnswers keptAnswers() {
        return new JdbcKeptAnswers(desk);
    }
}
