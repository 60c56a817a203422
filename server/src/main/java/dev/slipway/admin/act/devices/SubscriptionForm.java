package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Subscription;
import java.util.Optional;

/**
 * A subscription.
 *
 * @param user login or id; left out for none
 * @param device name or id; left out for none
 */
record SubscriptionForm(
        String imsi, Optional<String> iccid, Optional<String> msisdn, Optional<String> user, Optional<String> device)
        implements Form<Subscription> {
    static SubscriptionForm of(Acting acting, Subscription subscription) {
        return new SubscriptionForm(
                subscription.imsi(),
                Optional.of(subscription.iccid()),
                Optional.of(subscription.msisdn()),
                subscription.user().map(id -> acting.name(PeopleKinds.USER, id)),
                subscription.device().map(id -> acting.name(DeviceKinds.DEVICE, id)));
    }

    @Override
    public String subject() {
        return imsi;
    }

    @Override
    public Subscription fill(Acting acting, Id<Subscription> id, Optional<Subscription> before) {
        return new Subscription(
                id,
                Shape.IMSI.check(imsi),
                Shape.ICCID.checkUnlessEmpty(iccid),
                Shape.PHONE.checkUnlessEmpty(msisdn),
                user.map(text -> acting.find(PeopleKinds.USER, text).id()),
                device.map(text -> acting.find(DeviceKinds.DEVICE, text).id()));
    }
}
