package dev.slipway.door.phone;

import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.core.enroll.KnownTypes;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.core.settings.document.KeptEditions;

/**
 * What the files of phones are made of and kept in.
 */
public record PhoneRooms(
        Ledger ledger, AddressAdmission admission, Documents documents, KeptEditions kept, KnownTypes types) {}
