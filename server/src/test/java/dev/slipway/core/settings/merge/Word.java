package dev.slipway.core.settings.merge;

import dev.slipway.base.fleet.software.Origin;

/** The simplest thing that can be given. */
record Word(String name, Origin origin, boolean stopsInheritance) implements Given {
    static Word of(String name) {
        return new Word(name, Origin.OWN, false);
    }

    @Override
    public boolean isSameAs(Given other) {
        return name.equals(other.name());
    }
}
