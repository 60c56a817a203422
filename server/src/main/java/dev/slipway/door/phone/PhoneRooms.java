package dev.slipway.door.phone;

import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.enroll.requests.Strangeness;
import dev.slipway.core.settings.document.Documents;

/** What the door of phones stands on. */
public record PhoneRooms(
        Ledger ledger, AddressAdmission admission, Documents documents, RequestLog requests, Strangeness strangeness) {}
