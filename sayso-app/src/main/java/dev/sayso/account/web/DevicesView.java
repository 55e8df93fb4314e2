package dev.sayso.account.web;

import dev.sayso.platform.web.Page;

import java.util.List;

/** What is let in to an account. */
public record DevicesView(Page page, List<DeviceView> devices, boolean signedIn) {
    public DevicesView {
        devices = List.copyOf(devices);
    }
}
